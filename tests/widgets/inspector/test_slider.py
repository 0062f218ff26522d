"""The slider under keys, wheel and pointer."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from operators.contract.params import Declaration
from widgets.inspector.slider import ValueSlider
from widgets.inspector.words import shown_number

DECLARED = Declaration("Strength", "How much.", 0.0, 3.0, 0.05, "px")
Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def slider(qtbot):
    made = ValueSlider(DECLARED)
    qtbot.addWidget(made)
    made.resize(150, 24)
    made.set_value(1.0)
    made.show()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


@pytest.fixture
def told(slider):
    said = []
    slider.tried.connect(lambda value: said.append(("tried", value)))
    slider.committed.connect(lambda value: said.append(("committed", value)))
    slider.dropped.connect(lambda: said.append(("dropped", None)))
    return said


def drag(slider, by, modifier=Qt.KeyboardModifier.NoModifier, steps=5):
    start = QPoint(40, 12)
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, modifier, start)
    for step in range(1, steps + 1):
        # QTest.mouseMove knows no modifiers; an event does.
        move(slider, start + QPoint(by * step // steps, 0), modifier)
    return start + QPoint(by, 0)


def move(widget, where, modifier):
    from PySide6.QtGui import QMouseEvent

    event = QMouseEvent(
        QMouseEvent.Type.MouseMove, QPointF(where), widget.mapToGlobal(QPointF(where)), Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton, modifier,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def wheel(slider, delta, modifier=Qt.KeyboardModifier.NoModifier):
    where = QPointF(20, 10)
    event = QWheelEvent(
        where, slider.mapToGlobal(where), QPoint(), QPoint(0, delta), Qt.MouseButton.NoButton, modifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(slider, event)
    return event


def committed(told):
    return [value for kind, value in told if kind == "committed"]


def test_a_drag_tries_on_the_way_and_commits_once(slider, told):
    end = drag(slider, 50)
    assert told and all(kind == "tried" for kind, _ in told)
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
    assert committed(told) == [pytest.approx(2.0)]  # 50 of 150 pixels of a range of 3


def test_shift_makes_a_drag_ten_times_finer(slider, told):
    end = drag(slider, 50, SHIFT)
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, SHIFT, end)
    assert committed(told) == [pytest.approx(1.1)]


def test_escape_takes_a_drag_back(slider, told):
    end = drag(slider, 50)
    QTest.keyClick(slider, Key.Key_Escape)
    assert told[-1] == ("dropped", None) and slider.value == 1.0
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
    assert committed(told) == []


def test_a_click_changes_nothing(slider, told):
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(120, 12))
    assert told == [] and slider.value == 1.0


def test_arrows_step_and_a_run_is_one_edit(slider, told):
    for _ in range(3):
        QTest.keyPress(slider, Key.Key_Right)
    QTest.keyRelease(slider, Key.Key_Right)
    assert committed(told) == [pytest.approx(1.15)] and len(told) == 4
    QTest.keyClick(slider, Key.Key_Down, SHIFT)
    assert slider.value == pytest.approx(1.145)
    QTest.keyClick(slider, Key.Key_PageUp)
    assert slider.value == pytest.approx(1.65)


def test_steps_stop_at_the_ends(slider, told):
    slider.set_value(2.99)
    QTest.keyClick(slider, Key.Key_Right)
    assert slider.value == 3.0


def test_the_wheel_turns_it_only_while_focused(slider, told, qtbot):
    wheel(slider, 120)
    assert told == [("tried", pytest.approx(1.05))]
    qtbot.waitUntil(lambda: bool(committed(told)))
    slider.clearFocus()
    told.clear()
    assert not wheel(slider, 120).isAccepted() and told == []


@pytest.mark.parametrize(
    ("typed", "key", "value"),
    [("2.5", Key.Key_Return, [2.5]), ("2,25", Key.Key_Return, [2.25]), ("9", Key.Key_Return, [3.0]),
     ("2.5", Key.Key_Escape, []), ("much", Key.Key_Return, []), ("1", Key.Key_Return, [])],
)  # fmt: skip
def test_typing(slider, told, typed, key, value):
    QTest.keyClick(slider, Key.Key_Return)
    field = slider.findChild(QLineEdit)
    assert field is not None and field.text() == "1.00"
    QTest.keyClicks(field, typed)
    QTest.keyClick(field, key)
    assert committed(told) == value and slider.hasFocus()
    assert slider.value == (value[0] if value else 1.0)


def test_a_digit_begins_to_type(slider, told):
    QTest.keyClick(slider, "2")
    field = slider.findChild(QLineEdit)
    QTest.keyClick(field, Key.Key_Return)
    assert committed(told) == [2.0]


def test_a_double_click_begins_to_type(slider):
    QTest.mouseDClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    assert slider.findChild(QLineEdit) is not None


def test_values_from_outside_wait_for_the_hand(slider):
    end = drag(slider, 50)
    slider.set_value(0.1)
    assert slider.value == pytest.approx(2.0)
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
    slider.set_value(0.1)
    assert slider.value == 0.1


def test_mixed_values_are_told_and_typed_over(slider, told):
    slider.set_value(1.0, mixed=True)
    assert slider.text() == "several"
    QTest.keyClick(slider, Key.Key_Return)
    QTest.keyClicks(slider.findChild(QLineEdit), "1")
    QTest.keyClick(slider.findChild(QLineEdit), Key.Key_Return)
    assert committed(told) == [1.0]


def test_whole_numbers_stay_whole(qtbot):
    slider = ValueSlider(Declaration("Frames", "How many.", 0, 5, 1), whole=True)
    qtbot.addWidget(slider)
    slider.resize(120, 24)
    slider.set_value(2)
    slider.show()
    end = drag(slider, 30)
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
    assert slider.value == 3.0 and slider.text() == "3"


@pytest.mark.parametrize(
    ("value", "step", "text"), [(1.0, 0.05, "1.00"), (0.055, 0.05, "0.055"), (3, 1, "3"), (0.5, 0.001, "0.500")]
)
def test_numbers_show_what_their_step_can_change(value, step, text):
    assert shown_number(value, step) == text
