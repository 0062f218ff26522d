"""The curve editor under pointer and keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.document.keyframes import Keyframes
from operators.contract.params import Declaration
from widgets.inspector.curve import CurveEditor

KEYS = Keyframes((10, 20, 40), (0.5, 1.5, 1.0), "smooth")
Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def curve(qtbot):
    made = CurveEditor(Declaration("Strength", "How much.", 0.0, 3.0, 0.05), whole=False)
    qtbot.addWidget(made)
    made.resize(316, 88)
    made.show_keys(KEYS, 0, 51, 25)
    made.show()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


@pytest.fixture
def told(curve):
    said = []
    curve.tried.connect(lambda keys: said.append(("tried", keys)))
    curve.committed.connect(lambda keys: said.append(("committed", keys)))
    curve.dropped.connect(lambda: said.append(("dropped", None)))
    return said


def committed(told):
    return [keys for kind, keys in told if kind == "committed"]


def test_a_key_is_dragged_in_time_and_value_and_stops_beside_its_neighbours(curve, told):
    start = curve.point(20, 1.5).toPoint()
    QTest.mousePress(curve, LEFT, pos=start)
    QTest.mouseMove(curve, curve.point(30, 1.0).toPoint())
    QTest.mouseMove(curve, curve.point(60, 1.0).toPoint())
    assert [kind for kind, _ in told] == ["tried", "tried"]
    QTest.mouseRelease(curve, LEFT, pos=curve.point(60, 1.0).toPoint())
    (keys,) = committed(told)
    assert keys.frames == (10, 39, 40) and keys.values[1] == pytest.approx(1.0, abs=0.03)
    assert keys.interpolation == "smooth"


def test_escape_takes_a_drag_back(curve, told):
    QTest.mousePress(curve, LEFT, pos=curve.point(20, 1.5).toPoint())
    QTest.mouseMove(curve, curve.point(30, 1.0).toPoint())
    QTest.keyClick(curve, Key.Key_Escape)
    QTest.mouseRelease(curve, LEFT, pos=curve.point(30, 1.0).toPoint())
    assert told[-1] == ("dropped", None) and committed(told) == [] and curve.keys == KEYS


def test_a_double_click_makes_a_key(curve, told):
    QTest.mouseDClick(curve, LEFT, pos=curve.point(30, 0.5).toPoint())
    (keys,) = committed(told)
    assert keys.frames == (10, 20, 30, 40) and keys.values[2] == pytest.approx(0.5, abs=0.03)


def test_keys_are_chosen_moved_and_taken_away_with_the_keyboard(curve, told):
    QTest.keyClick(curve, Key.Key_PageDown)
    QTest.keyClick(curve, Key.Key_PageDown)
    assert curve.chosen == 20
    QTest.keyClick(curve, Key.Key_Right)
    assert committed(told)[-1].frames == (10, 21, 40)
    QTest.keyClick(curve, Key.Key_Up)
    assert committed(told)[-1].values[1] == pytest.approx(1.55)
    QTest.keyClick(curve, Key.Key_Delete)
    assert committed(told)[-1].frames == (10, 40)


def test_the_last_key_can_go_too(curve, told):
    curve.show_keys(Keyframes((10,), (0.5,)), 0, 51, 25)
    QTest.keyClick(curve, Key.Key_PageDown)
    QTest.keyClick(curve, Key.Key_Delete)
    assert committed(told) == [None]


def test_a_press_beside_the_keys_changes_nothing(curve, told):
    QTest.mouseClick(curve, LEFT, pos=curve.point(30, 0.2).toPoint())
    assert told == []
