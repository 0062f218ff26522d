"""The colour wheel: its geometry, and under pointer and keys."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from widgets.inspector.wheel import RED_DEGREES, Wheel, lean_of, leaning

LEFT = Qt.MouseButton.LeftButton
numbers = st.floats(-2, 2)


@given(numbers, numbers, numbers)
def test_three_numbers_and_their_lean_are_one_thing(red, green, blue):
    x, y = lean_of((red, green, blue))
    assert leaning((red + green + blue) / 3, x, y) == pytest.approx((red, green, blue), abs=1e-9)


def test_more_red_leans_to_red():
    x, y = lean_of((1.0, 0.0, 0.0))
    assert math.degrees(math.atan2(y, x)) == pytest.approx(RED_DEGREES)
    assert lean_of((0.7, 0.7, 0.7)) == pytest.approx((0, 0))


@pytest.fixture
def wheel(qtbot):
    made = Wheel("Slope")
    qtbot.addWidget(made)
    made.resize(114, 114)
    made.show()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


@pytest.fixture
def told(wheel):
    said = []
    wheel.tried.connect(lambda x, y: said.append(("tried", x, y)))
    wheel.committed.connect(lambda x, y: said.append(("committed", x, y)))
    wheel.dropped.connect(lambda: said.append(("dropped",)))
    return said


def test_a_drag_moves_the_point_from_where_it_was(wheel, told):
    QTest.mousePress(wheel, LEFT, pos=QPoint(20, 90))
    QTest.mouseMove(wheel, QPoint(45, 90))
    QTest.mouseMove(wheel, QPoint(45, 65))
    QTest.mouseRelease(wheel, LEFT, pos=QPoint(45, 65))
    assert [each[0] for each in told] == ["tried", "tried", "committed"]
    assert told[-1][1:] == pytest.approx((0.25, 0.25))  # half of 25 of 50 pixels each way, up being positive


def test_the_point_stays_on_the_wheel(wheel, told):
    QTest.mousePress(wheel, LEFT, pos=QPoint(57, 57))
    QTest.mouseMove(wheel, QPoint(457, 57))
    QTest.mouseRelease(wheel, LEFT, pos=QPoint(457, 57))
    assert told[-1] == ("committed", 1.0, 0.0)


def test_keys_move_it_and_take_it_back(wheel, told):
    QTest.keyClick(wheel, Qt.Key.Key_Right)
    assert told[-1] == ("committed", pytest.approx(0.02), 0.0)
    QTest.keyClick(wheel, Qt.Key.Key_Delete)
    assert told[-1] == ("committed", 0.0, 0.0)
    QTest.keyPress(wheel, Qt.Key.Key_Up)
    QTest.keyClick(wheel, Qt.Key.Key_Escape)
    assert told[-1] == ("dropped",) and wheel.y_lean == 0.0


def test_a_double_click_takes_it_back(wheel, told):
    wheel.set_lean(0.4, 0.1)
    QTest.mouseDClick(wheel, LEFT, pos=QPoint(30, 30))
    assert told[-1] == ("committed", 0.0, 0.0)
