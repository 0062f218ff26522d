from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from widgets.commands import Command, CommandTable


@pytest.fixture
def window(qtbot, commands):
    made = QWidget()
    qtbot.addWidget(made)
    commands.attach(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_a_key_runs_its_command_and_the_tooltip_tells_it(commands, window):
    ran = []
    action = commands.add(Command("play.toggle", "Play", "Playback", ("Space",)), lambda: ran.append(1))
    QTest.keyClick(window, Qt.Key.Key_Space)
    assert ran == [1]
    assert action.toolTip() == "Play (Space)"


def test_other_keys_work_at_once_and_are_kept(commands, window, settings):
    ran = []
    commands.add(Command("play.toggle", "Play", "Playback", ("Space",)), lambda: ran.append(1))
    commands.set_keys("play.toggle", ["P"])
    QTest.keyClick(window, Qt.Key.Key_Space)
    assert ran == []
    QTest.keyClick(window, Qt.Key.Key_P)
    assert ran == [1]
    assert settings.keys == {"play.toggle": ("P",)}
    commands.set_keys("play.toggle", None)
    assert settings.keys == {}


def test_what_cannot_run_says_why(commands, window):
    ran = []
    commands.add(Command("a.b", "Undo", "Edit", ("U",)), lambda: ran.append(1), lambda: "Nothing to undo.")
    QTest.keyClick(window, Qt.Key.Key_U)
    assert ran == []
    assert commands.reason("a.b") == "Nothing to undo."
    assert not commands.action("a.b").isEnabled()


def test_an_id_is_taken_once(commands):
    commands.add(Command("a.b", "A", "Edit"), lambda: None)
    with pytest.raises(ValueError):
        commands.add(Command("a.b", "B", "Edit"), lambda: None)


def test_keys_that_two_commands_claim_are_found(commands):
    commands.add(Command("a.b", "A", "Edit", ("Ctrl+Shift+K",)), lambda: None)
    commands.add(Command("a.c", "B", "Edit", ("shift+ctrl+k", "L")), lambda: None)
    assert commands.conflicts() == {"Ctrl+Shift+K": ("a.b", "a.c")}
    commands.set_keys("a.c", ["L"])
    assert commands.conflicts() == {}


def test_keys_changed_in_one_window_hold_in_another(commands, settings):
    other = CommandTable(settings)
    for table in (commands, other):
        table.add(Command("play.toggle", "Play", "Playback", ("Space",)), lambda: None)
    commands.set_keys("play.toggle", ["P"])
    assert other.keys("play.toggle") == ("P",)
    assert other.action("play.toggle").shortcut().toString() == "P"


def test_a_button_shows_its_command_and_leaves_the_focus_alone(commands, qtbot):
    commands.add(Command("tool.brush", "Brush", "Repair", ("B",), checkable=True, icon="brush"), lambda on: None)
    button = commands.button("tool.brush")
    qtbot.addWidget(button)
    assert button.toolTip() == "Brush (B)"
    assert button.focusPolicy() == Qt.FocusPolicy.TabFocus
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert commands.action("tool.brush").isChecked()
