from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDoubleSpinBox, QLineEdit, QMainWindow, QPushButton, QSlider, QWidget

from widgets.commands import Command, KeySheet, ShortcutEditor, add_standing_commands
from widgets.commands.fuzzy import ranked, score
from widgets.commands.palette import Palette
from widgets.commands.sheet import KeyCap

Key = Qt.Key
RAN: list[str] = []


def made(id, title, category="Edit", *keys, **more):
    return Command(id, title, category, keys, **more)


@pytest.fixture
def window(qtbot, commands):
    """A window with five commands whose runs are noted in RAN."""
    RAN.clear()
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.setCentralWidget(QWidget())
    commands.attach(window)
    for command, enabled in (
        (made("play.toggle", "Play", "Playback", "Space"), None),
        (made("play.back", "Play backwards", "Playback", "J"), None),
        (made("shot.split", "Split shot", "Timeline", "S"), None),
        (made("edit.undo", "Undo", "Edit", "Ctrl+Z"), lambda: "There is nothing to undo."),
        (made("play.next", "Next frame", "Playback", "Right"), None),
    ):
        commands.add(command, lambda id=command.id: RAN.append(id), enabled)
    add_standing_commands(commands, window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def put(window, widget):
    window.setCentralWidget(widget)
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    assert widget.hasFocus()
    return widget


def test_letters_go_to_a_text_field_and_not_to_commands(window):
    field = put(window, QLineEdit())
    QTest.keyClicks(field, "js ?")
    assert field.text() == "js ?"
    assert RAN == []
    QTest.keyClick(field, Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert window.findChild(Palette).isVisible()


def test_letters_in_a_number_field_run_nothing(window):
    field = put(window, QDoubleSpinBox())
    QTest.keyClicks(field, "j")
    QTest.keyClick(field, Key.Key_Right)
    assert RAN == []


def test_without_a_field_the_same_keys_do_run(window):
    put(window, window.centralWidget()).setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    QTest.keyClicks(window, "js")
    assert RAN == ["play.back", "shot.split"]


def test_space_presses_the_button_that_was_tabbed_to(window):
    pressed = []
    button = put(window, QPushButton("Accept"))
    button.clicked.connect(lambda: pressed.append(1))
    QTest.keyClick(button, Key.Key_Space)
    assert (pressed, RAN) == ([1], [])
    QTest.keyClick(button, Key.Key_J)
    assert RAN == ["play.back"]


def test_arrows_move_the_slider_that_has_the_focus(window):
    slider = put(window, QSlider(Qt.Orientation.Horizontal))
    QTest.keyClick(slider, Key.Key_Right)
    assert (slider.value(), RAN) == (1, [])


def test_the_guard_lets_go_of_a_widget_that_is_gone(window):
    put(window, QLineEdit())
    window.setCentralWidget(QWidget())
    QApplication.processEvents()
    QTest.keyClick(window, Key.Key_J)
    assert RAN == ["play.back"]


def test_a_few_letters_and_enter_run_a_command(window):
    palette = window.findChild(Palette)
    palette.ask()
    QTest.keyClicks(palette.field, "spli")
    QTest.keyClick(palette.field, Key.Key_Return)
    assert RAN == ["shot.split"]
    assert not palette.isVisible()


def test_what_ran_last_stands_first(window, commands):
    commands.settings.recent_commands = ("shot.split",)
    assert ranked("", commands.all(), ("shot.split",))[0].id == "shot.split"
    palette = window.findChild(Palette)
    palette.ask()
    QTest.keyClick(palette.field, Key.Key_Down)
    QTest.keyClick(palette.field, Key.Key_Up)
    QTest.keyClick(palette.field, Key.Key_Return)
    assert RAN == ["shot.split"]


def test_what_cannot_run_stays_open_and_says_why(window, commands):
    palette = window.findChild(Palette)
    palette.ask()
    QTest.keyClicks(palette.field, "undo")
    QTest.keyClick(palette.field, Key.Key_Return)
    assert palette.isVisible()
    assert commands.reason("edit.undo") == "There is nothing to undo."
    QTest.keyClick(palette.field, Key.Key_Escape)
    assert not palette.isVisible()


def test_nothing_found_says_so(window):
    palette = window.findChild(Palette)
    palette.ask()
    QTest.keyClicks(palette.field, "qqqq")
    assert palette.empty.isVisible()
    assert not palette.list.isVisible()


def test_words_begin_where_letters_count_most():
    assert score("ss", "Split shot") > score("ss", "Less noise")
    assert score("xq", "Split shot") is None


def test_a_recorded_key_works_at_once(window, commands, qtbot):
    editor = ShortcutEditor(commands)
    qtbot.addWidget(editor)
    editor.show()
    editor.choose("shot.split")
    editor.recorder.setFocus()
    QTest.keyClick(editor.recorder, Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert commands.keys("shot.split") == ("S", "Ctrl+K")
    editor.close()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert RAN == ["shot.split"]


def test_a_taken_key_is_told_in_words_and_can_be_taken(window, commands, qtbot):
    editor = ShortcutEditor(commands)
    qtbot.addWidget(editor)
    editor.show()
    editor.choose("shot.split")
    editor.recorder.setFocus()
    QTest.keyClick(editor.recorder, Key.Key_J)
    assert editor.conflict.text() == "J runs 'Play backwards' (Playback) now."
    assert commands.keys("shot.split") == ("S",)
    QTest.mouseClick(editor.take, Qt.MouseButton.LeftButton)
    assert commands.keys("shot.split") == ("S", "J")
    assert commands.keys("play.back") == ()
    QTest.mouseClick(editor.reset_all, Qt.MouseButton.LeftButton)
    assert commands.keys("play.back") == ("J",)


def test_the_editor_finds_by_word_and_by_key(commands, window, qtbot):
    editor = ShortcutEditor(commands)
    qtbot.addWidget(editor)
    editor.search.setText("split")
    assert [item.text(0) for item in editor.items() if not item.isHidden()] == ["Split shot"]
    editor.search.setText("space")
    assert "Play" in [item.text(0) for item in editor.items() if not item.isHidden()]


def test_the_sheet_lists_every_key(commands, window, qtbot):
    long = made("long", "Extend the selection to the previous shot of this reel", "Shots", "Ctrl+Alt+Shift+Down")
    commands.add(long, lambda: None)
    sheet = KeySheet(commands)
    qtbot.addWidget(sheet)
    sheet.show()
    caps = sheet.findChildren(KeyCap)
    assert all(cap.width() >= cap.sizeHint().width() for cap in caps)
    shown = [cap.text() for cap in caps]
    assert sorted(shown) == sorted(key for command in commands.all() for key in commands.keys(command.id))


def test_f1_opens_the_sheet(window):
    QTest.keyClick(window, Key.Key_F1)
    sheet = window.findChild(KeySheet)
    assert sheet is not None and sheet.isVisible()
    sheet.close()
