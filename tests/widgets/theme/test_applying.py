"""What the stylesheet makes of Qt's widgets."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from widgets.theme import colour
from widgets.theme.palette import SELECTED


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_an_open_combo_box_shows_its_current_row(qtbot):
    box = QComboBox()
    qtbot.addWidget(box)
    box.addItems(["DPX", "TIFF", "PNG"])
    with qtbot.waitExposed(box):
        box.show()
    box.activateWindow()
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    box.showPopup()
    view = box.view()
    qtbot.waitUntil(view.hasFocus)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    row = view.visualRect(view.currentIndex())
    shown = view.viewport().grab().toImage()
    assert view.currentIndex().row() == 1
    assert shown.pixelColor(row.right() - 4, row.center().y()) == colour(SELECTED)
    box.hidePopup()
