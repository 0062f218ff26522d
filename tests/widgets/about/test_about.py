from __future__ import annotations

import tomllib
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app import __version__
from widgets.about import AboutDialog
from widgets.about.dialog import BUILT_ON, parts

ROOT = Path(__file__).resolve().parents[3]


def test_every_package_we_need_is_named():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = project["dependencies"] + project["optional-dependencies"]["window"]
    names = {line.partition(">")[0].casefold() for line in needed} - {"platformdirs"}
    assert names == {name.casefold() for name in BUILT_ON}


def test_the_list_can_be_copied_for_a_report(qtbot):
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.table.topLevelItemCount() == len(parts())
    QTest.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert f"Reelmend {__version__}" in QApplication.clipboard().text()
