"""Header, read-out, commands and captions of the whole viewer."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QToolButton

from app.document.model import Version
from app.engine.look import HdrLook, Sample
from app.engine.request import Stage
from operators.contract import Region
from widgets.commands import CommandTable
from widgets.desk import MODES
from widgets.theme.palette import TEXT, contrast
from widgets.viewer.geometry import Framing
from widgets.viewer.painting import burn_in
from widgets.viewer.readout import difference_parts

KEYS = {
    Qt.Key.Key_Q: "single",
    Qt.Key.Key_W: "wipe",
    Qt.Key.Key_S: "side",
    Qt.Key.Key_D: "difference",
    Qt.Key.Key_T: "toggle",
}


@pytest.mark.parametrize(("key", "mode"), KEYS.items())
def test_keys_choose_the_mode(stand, key, mode):
    it = stand()
    it.desk.set_compare(mode="mask")
    QTest.keyClick(it.surface, key)
    assert it.desk.compare.mode == mode
    ticked = [name for name in MODES if it.commands.action(f"viewer.{name}").isChecked()]
    assert ticked == [mode]
    QTest.keyClick(it.surface, key)
    assert it.commands.action(f"viewer.{mode}").isChecked()


def test_toggle_key_flips_from_b_to_a_and_back(stand):
    it = stand()
    QTest.keyClick(it.surface, Qt.Key.Key_T)
    assert it.surface.main_pane == "a"
    QTest.keyClick(it.surface, Qt.Key.Key_T)
    assert it.surface.main_pane == "b"


def test_zoom_keys(stand):
    it = stand()
    for key, zoom in ((Qt.Key.Key_1, 1.0), (Qt.Key.Key_2, 2.0), (Qt.Key.Key_8, 8.0)):
        QTest.keyClick(it.surface, key)
        assert it.surface.framing.zoom == zoom
    QTest.keyClick(it.surface, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert it.surface.framing.zoom == pytest.approx(8 / 2**0.5)
    QTest.keyClick(it.surface, Qt.Key.Key_F)
    assert it.surface.framing.zoom is None


def test_no_two_commands_share_a_key_and_all_say_theirs(stand):
    it = stand()
    seen = {}
    for command in it.commands.all():
        for key in command.keys:
            assert key not in seen, f"{key}: {command.id} and {seen[key]}"
            seen[key] = command.id
        if command.keys:
            assert "(" in it.commands.action(command.id).toolTip()
    reserved = {"J", "K", "L", "I", "O", "B", "E", "Space", "Left", "Right", "Home", "End", "Ctrl+Z", "[", "]"}
    assert not reserved & seen.keys()


def menu_of(button) -> QMenu:
    menu = button.menu()
    menu.aboutToShow.emit()
    return menu


def test_stage_and_version_are_chosen_in_the_header(stand):
    it = stand()
    version = Version("v", "First pass", 2)
    it.bridge.snapshot = it.bridge.snapshot.with_slots({("version", "v"): version}, 4, "x")
    button = it.viewer.header.looks["b"]
    texts = {action.text(): action for action in menu_of(button).actions()}
    assert [name for name in texts if name] == [
        "Scan", "Repair", "Clean", "Grade", "Deliver", "Display", "Now", "First pass",
    ]  # fmt: skip
    texts["Clean"].trigger()
    assert it.desk.compare.b.stage is Stage.CLEAN
    texts = {action.text(): action for action in menu_of(button).actions()}
    texts["First pass"].trigger()
    assert it.desk.compare.b == replace(it.desk.compare.b, stage=Stage.CLEAN, at=2)
    assert button.text() == "Clean · First pass"


def test_a_display_and_false_colour_are_chosen_in_the_header(stand):
    it = stand()
    button = it.viewer.header.looks["b"]

    def displays():
        (menu,) = [action.menu() for action in menu_of(button).actions() if action.menu() is not None]
        return {action.text(): action for action in menu.actions()}

    displays()["300 cd/m²"].trigger()
    assert it.desk.compare.b.hdr == HdrLook(300.0) and button.text() == "Repair · 300 cd/m²"
    assert displays()["300 cd/m²"].isChecked() and not displays()["Master"].isChecked()
    displays()["False colour in cd/m²"].trigger()
    assert it.desk.compare.b.hdr == HdrLook(300.0, True)
    displays()["False colour in cd/m²"].trigger()
    displays()["Master"].trigger()
    assert it.desk.compare.b.hdr is None


def test_a_is_offered_only_where_it_is_seen(stand):
    it = stand()
    it.viewer.header.show()
    assert not it.viewer.header.looks["a"].isVisible()
    it.desk.set_compare(mode="wipe")
    assert it.viewer.header.looks["a"].isVisible()
    assert it.viewer.header.looks["b"].text() == "B  Repair"


def test_header_tells_the_zoom(stand):
    it = stand()
    assert "1000 %" in it.viewer.header._zoom.text()
    QTest.keyClick(it.surface, Qt.Key.Key_2)
    assert it.viewer.header._zoom.text() == "200 %"


def test_every_button_has_a_tooltip_and_a_name(stand):
    it = stand()
    for button in it.viewer.header.findChildren(QToolButton):
        assert button.toolTip()
        assert button.accessibleName() or button.text()


def test_read_out_tells_code_values_and_displayed(stand):
    it = stand()
    it.surface.hovered.emit(QPointF(105, 55))
    assert it.viewer.readout.lines() == ["B 10, 5: R 120 G 720 B 160 10 bit shown 30 180 40"]
    it.desk.set_compare(mode="wipe")
    it.surface.hovered.emit(QPointF(115, 55))
    assert [line[0] for line in it.viewer.readout.lines()] == ["A", "B"]
    it.surface.hovered.emit(None)
    assert it.viewer.readout.lines() == []


def test_read_out_follows_an_edit_under_the_resting_pointer(stand):
    it = stand()
    it.surface.hovered.emit(QPointF(105, 55))
    it.bridge.session.engine.sample = lambda *_: Sample((("R", 7),), 10, (1, 1, 1))
    it.bridge.edit()
    assert it.viewer.readout.lines() == ["B 10, 5: R 7 10 bit shown 1 1 1"]


def test_read_out_asks_one_question_at_a_time_and_the_newest_last(stand):
    it = stand()
    it.bridge.patient = True
    for x in (105, 115, 125, 135):
        it.surface.hovered.emit(QPointF(x, 55))
    assert len(it.bridge.questions) == 1
    it.bridge.answer()
    assert len(it.bridge.questions) == 1
    it.bridge.answer()
    assert it.viewer.readout.lines()[0].startswith("B 13, 5")


def test_nothing_is_sampled_while_the_film_runs(stand):
    it = stand()
    it.desk.set_speed(1.0)
    it.surface.hovered.emit(QPointF(105, 55))
    assert it.viewer.readout.lines() == []


def test_burn_in_is_honest(stand):
    it = stand()
    it.desk.set_playhead(12)
    text, warn = burn_in(it.surface, it.surface.scene, "b")
    assert text.split("   ") == ["01:00:00:12", "frame 12", "Repair"]
    assert not warn
    it.bridge.pictures.traits = {"approximate": True, "bad": True}
    it.desk.set_playhead(13)
    text, warn = burn_in(it.surface, it.surface.scene, "b")
    assert "approximate" in text
    assert "held frame" in text
    assert warn


def test_burn_in_tells_the_frame_that_is_seen_not_the_one_wanted(stand):
    it = stand()
    it.bridge.pictures.ready = False
    it.desk.set_playhead(12)
    text, warn = burn_in(it.surface, it.surface.scene, "b")
    assert "frame 0" in text
    assert "on its way" in text
    assert warn


def test_words_on_plates_are_legible_on_white():
    """A plate is black at 165 of 255 over whatever the picture is; white is the worst."""
    grey = round(255 * (1 - 165 / 255))
    assert contrast(TEXT, f"#{grey:02x}{grey:02x}{grey:02x}") >= 4.5


def test_focus_is_shown_and_handed_on(stand):
    it = stand()
    it.viewer.setFocus()
    assert it.surface.hasFocus()
    focused = it.surface.grab().toImage().pixel(0, 240)
    it.surface.clearFocus()
    assert it.surface.grab().toImage().pixel(0, 240) != focused


def test_safe_areas(stand):
    it = stand()
    before = it.surface.grab().toImage()
    it.commands.trigger("viewer.safe")
    after = it.surface.grab().toImage()
    assert after.pixel(300, 24) != before.pixel(300, 24)  # title: 5 % of 480
    assert after.pixel(326, 240) != before.pixel(326, 240)
    assert after.pixel(200, 200) == before.pixel(200, 200)


def test_pixel_grid_from_800_per_cent(stand):
    it = stand(width=640, height=480)
    it.chooser.change(grid=True)
    for zoom, expected in ((4.0, 1), (8.0, 2)):
        it.surface.frame_as(Framing(zoom))
        image = it.surface.grab().toImage()
        assert len({image.pixel(x, 243) for x in range(300, 340)}) == expected


def test_commands_belong_to_the_table(stand):
    it = stand()
    assert isinstance(it.commands, CommandTable)
    assert len([command for command in it.commands.all() if command.id.startswith("viewer.")]) > 30


def test_read_out_tells_the_difference_in_code_values(stand):
    it = stand()
    it.desk.set_compare(mode="difference")
    it.surface.hovered.emit(QPointF(105, 55))
    assert [text for text, _ in it.viewer.readout.difference] == ["R \N{MINUS SIGN}680", "G +600", "B +40"]


def test_no_difference_of_floats_and_code_values():
    code = Sample((("R", 1), ("G", 2), ("B", 3)), 10, (0, 0, 0))
    floats = Sample((("R", 0.1), ("G", 0.2), ("B", 0.3)), None, (0, 0, 0))
    assert difference_parts(code, floats) == []
    assert [text for text, _ in difference_parts(floats, floats)] == ["R 0.0000", "G 0.0000", "B 0.0000"]


def test_a_long_version_name_does_not_push_the_header_apart(stand):
    it = stand()
    version = Version("v", "The one the archive looked at in March and sent back with notes", 2)
    it.bridge.snapshot = it.bridge.snapshot.with_slots({("version", "v"): version}, 4, "x")
    it.desk.set_compare(mode="wipe", b=replace(it.desk.compare.b, at=2), a=replace(it.desk.compare.a, at=2))
    assert it.viewer.header.minimumSizeHint().width() <= 800


def test_what_is_to_be_seen_comes_into_the_pane_and_else_nothing_moves(stand):
    it = stand()
    at_the_corner = Framing(16.0, (0.25, 0.25))
    it.surface.frame_as(at_the_corner)
    it.desk.reveal.emit(Region(10, 10, 14, 14))
    assert it.surface.framing == at_the_corner
    it.desk.reveal.emit(Region(56, 40, 60, 44))
    assert it.surface.view().visible.contains(QRectF(56, 40, 4, 4))
    QTest.keyClick(it.surface, Qt.Key.Key_F)
    it.desk.reveal.emit(Region(0, 0, 4, 4))
    assert it.surface.framing.zoom is None
