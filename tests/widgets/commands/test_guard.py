"""A control that has the focus gets the keys it needs."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QSpinBox, QVBoxLayout, QWidget

from widgets.commands import Command
from widgets.commands.guard import FocusGuard


@pytest.fixture
def box(qtbot):
    guard = FocusGuard()
    made = QComboBox()
    qtbot.addWidget(made)
    made.addItems(["DPX", "TIFF", "PNG"])
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    yield made
    guard.deleteLater()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_takes_the_row_of_an_open_combo_box(qtbot, box, key):
    box.showPopup()
    qtbot.waitUntil(lambda: box.view().hasFocus())
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    QTest.keyClick(QApplication.focusWidget(), key)
    assert box.currentText() == "TIFF"
    assert not box.view().isVisible()


def test_undo_is_the_projects_once_a_number_is_taken(qtbot, commands):
    guard, window, undone = FocusGuard(), QWidget(), []
    qtbot.addWidget(window)
    number = QSpinBox(window, maximum=100, value=50)
    QVBoxLayout(window).addWidget(number)
    commands.attach(window)
    commands.add(Command("edit.undo", "Undo", "Edit", ("Ctrl+Z",)), lambda: undone.append(number.value()))
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    number.setFocus()
    qtbot.waitUntil(number.hasFocus)
    number.selectAll()
    QTest.keyClicks(number, "70")
    QTest.keyClick(number, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == []  # the letters are taken back first
    number.selectAll()
    QTest.keyClicks(number, "70")
    QTest.keyClick(number, Qt.Key.Key_Return)
    QTest.keyClick(number, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [70]
    guard.deleteLater()
