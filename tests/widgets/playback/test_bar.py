"""The transport bar: what it says, what can be typed, what gives way in a narrow window."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.playback.sound import SoundState
from tests.widgets.playback.conftest import FRAMES
from widgets.playback import make_panel
from widgets.playback.gauges import speed_text, words
from widgets.text import LANGUAGES, set_language, translate

Key = Qt.Key


def test_a_position_is_typed(desk_and_bar) -> None:
    on = desk_and_bar
    field = on.bar.position.edit
    on.desk.set_playhead(3)
    assert field.text() == "00:00:00:03"
    QTest.keyClick(on.window.centralWidget(), Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, "112")
    QTest.keyClick(field, Key.Key_Return)
    assert (on.desk.playhead, field.text(), field.hasFocus()) == (36, "00:00:01:12", False)
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    QTest.keyClicks(field, "-6")
    QTest.keyClick(field, Key.Key_Return)
    assert on.desk.playhead == 30
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    QTest.keyClicks(field, "99:99")
    QTest.keyClick(field, Key.Key_Return)
    assert on.desk.playhead == FRAMES - 1


def test_what_means_nothing_is_marked_and_escape_leaves(desk_and_bar) -> None:
    on = desk_and_bar
    field = on.bar.position.edit
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    QTest.keyClicks(field, "soon")
    QTest.keyClick(field, Key.Key_Return)
    assert field.property("wrong") and field.text() == "soon" and on.desk.playhead == 0
    QTest.keyClick(field, Key.Key_Escape)
    assert (field.text(), field.property("wrong"), field.hasFocus()) == ("00:00:00:00", False, False)


def test_keys_typed_into_the_field_do_not_play(desk_and_bar) -> None:
    on = desk_and_bar
    field = on.bar.position.edit
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    QTest.keyClicks(field, "jl")
    assert on.desk.speed == 0 and field.text() == "jl"


def test_the_unit_is_chosen_and_kept(desk_and_bar) -> None:
    on = desk_and_bar
    on.desk.set_playhead(37)
    actions = on.bar.position.menu_button.menu().actions()
    actions[2].trigger()
    assert on.bar.position.edit.text() == "2+05"
    assert on.bar.length.text() == "/ 2+08"
    assert on.context.settings.value("playback/unit") == "feet35"


def test_it_tells_speed_rate_and_dropped_frames(desk_and_bar) -> None:
    on = desk_and_bar
    gauges = on.bar.gauges
    assert gauges.rate.text() == "24 fps" and gauges.dropped.text() == "0 dropped"
    QTest.keyClick(on.window.centralWidget(), Key.Key_L)
    assert gauges.speed.text() == "1×"
    for _ in range(12):
        on.pass_time(1 / 24)
    gauges.refresh()
    assert gauges.rate.text() == "24.0 / 24 fps"
    on.pass_time(5 / 24)
    gauges.refresh()
    assert gauges.dropped.text() == "4 dropped"
    QTest.mouseClick(gauges.dropped, Qt.MouseButton.LeftButton)
    assert gauges.dropped.text() == "0 dropped"
    assert [speed_text(s) for s in (0, -2, on.player.transport.rate / 96)] == ["", "−2×", "¼×"]


def test_it_says_what_is_not_the_real_thing(desk_and_bar, monkeypatch) -> None:
    on = desk_and_bar
    assert [one.word for one in words(on.player)] == ["no sound device"]
    QTest.keyClick(on.window.centralWidget(), Key.Key_L)
    monkeypatch.setattr(on.supply, "approximate", lambda position: True)
    monkeypatch.setattr(type(on.player), "sound_state", property(lambda self: SoundState.READY))
    assert [one.word for one in words(on.player)] == ["proxy", "silent"]
    on.player.sounding = True
    on.bar.gauges.refresh()
    assert on.bar.gauges.words.text() == "proxy"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", range(560, 1400, 70))
def test_what_is_said_of_the_sound_is_spelt_or_a_sign_and_moves_no_number(desk_and_bar, width, language) -> None:
    set_language(language)
    on = desk_and_bar
    on.window.resize(width, 200)
    on.bar.gauges.refresh()
    QTest.qWait(1)  # the layout takes its turn
    gauges, said = on.bar.gauges, on.bar.gauges.words
    assert said.accessibleName() == translate("Playback", "no sound device")
    assert said.spelt or said.width() >= 16
    assert said.spelt or width < 980
    assert "sound device" in said.toolTip() or language != "en"
    assert gauges.dropped.geometry().right() < gauges.width() and gauges.geometry().right() < on.bar.width()
    picture = said.grab().toImage()
    inked = {picture.pixelColor(x, y).rgb() for x in range(picture.width()) for y in range(picture.height())}
    assert len(inked) > 4  # words or sign, not an empty place


@pytest.mark.parametrize("width", [420, 700, 1280])
def test_nothing_is_cut_off_or_overlaps(desk_and_bar, width: int) -> None:
    on = desk_and_bar
    on.window.resize(width, 200)
    seen = [w for w in (*on.bar.buttons.values(), on.bar.position, on.bar.loop, on.bar.gauges) if w.isVisible()]
    places = sorted((w.geometry() for w in seen), key=lambda r: r.left())
    assert all(a.right() < b.left() for a, b in pairwise(places))
    assert on.bar.width() >= places[-1].right()


def test_every_button_says_its_key(desk_and_bar) -> None:
    on = desk_and_bar
    for button in (*on.bar.buttons.values(), *on.bar.marks, on.bar.loop):
        assert "(" in button.toolTip() and button.accessibleName()


def test_the_panel_ends_its_sound(desk_and_bar, commands, settings) -> None:
    from widgets.commands import CommandTable
    from widgets.context import Context

    on = desk_and_bar
    context = Context(on.context.bridge, on.desk, CommandTable(settings), settings)
    panel = make_panel(context)
    sound = panel.player._sound
    panel.deleteLater()
    QTest.qWait(10)
    assert not sound._thread.is_alive()
