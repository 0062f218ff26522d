"""Every command of playing, with its keys."""

from __future__ import annotations

from collections.abc import Callable

from widgets.commands import Command
from widgets.context import Context
from widgets.playback.held_keys import HeldKeys
from widgets.playback.player import Player
from widgets.text import translate

BACKWARD, STOP, FORWARD = "playback.backward", "playback.stop", "playback.forward"
FAR = 10
"""Frames of a long step."""

Row = tuple[str, str, str, str, Callable[..., object]]
"""Id after `playback.`, title, key, icon, what it does."""


def add_commands(context: Context, player: Player, keys: HeldKeys, edit_position: Callable[[], None]) -> None:
    """Register them all. `edit_position` puts the cursor where a position is typed."""
    category = translate("Playback", "Playback")
    tips = _tips()

    def has_film() -> bool:
        return bool(context.bridge.film.length)

    for id, title, key, icon, run in (*_playing(player, keys), *_moving(player, edit_position), *_marks(context)):
        command = Command(f"playback.{id}", title, category, (key,), tips.get(id, ""), icon=icon)
        context.commands.add(command, run, has_film)
    for id, title, key, icon, run in _switches(context, player):
        command = Command(f"playback.{id}", title, category, (key,), tips.get(id, ""), checkable=True, icon=icon)
        context.commands.add(command, run)
    anew = Command("playback.reset_dropped", translate("Playback", "Count dropped frames anew"), category)
    context.commands.add(anew, player.reset_dropped)
    context.commands.action("playback.loop").setChecked(context.desk.loop)
    context.desk.loop_changed.connect(context.commands.action("playback.loop").setChecked)
    for id in (BACKWARD, STOP, FORWARD):
        context.commands.action(id).setAutoRepeat(False)


def _tips() -> dict[str, str]:
    return {
        "backward": translate("Playback", "Play backward; again: twice as fast; with the stop key held: slowly"),
        "forward": translate("Playback", "Play forward; again: twice as fast; with the stop key held: slowly"),
        "loop": translate("Playback", "Play from in to out round and round; the whole film where nothing is marked"),
    }


def _playing(player: Player, keys: HeldKeys) -> tuple[Row, ...]:
    def stop() -> None:
        player.stop(held=keys.is_down(STOP))

    return (
        ("toggle", translate("Playback", "Play or stop"), "Space", "play", player.toggle),
        ("backward", translate("Playback", "Play backward"), "J", "rewind", player.backward),
        ("stop", translate("Playback", "Stop"), "K", "pause", stop),
        ("forward", translate("Playback", "Play forward"), "L", "fast-forward", player.forward),
    )


def _moving(player: Player, edit_position: Callable[[], None]) -> tuple[Row, ...]:
    return (
        ("step_back", translate("Playback", "One frame back"), "Left", "step-back", lambda: player.step(-1)),
        ("step", translate("Playback", "One frame forward"), "Right", "step-forward", lambda: player.step(1)),
        ("far_back", translate("Playback", "Ten frames back"), "Shift+Left", "", lambda: player.step(-FAR)),
        ("far", translate("Playback", "Ten frames forward"), "Shift+Right", "", lambda: player.step(FAR)),
        ("first", translate("Playback", "Go to the first frame"), "Home", "skip-back", lambda: player.go(0)),
        ("last", translate("Playback", "Go to the last frame"), "End", "skip-forward", player.go_to_end),
        ("previous_cut", translate("Playback", "Go to the cut before"), "Up", "", lambda: player.cut(-1)),
        ("next_cut", translate("Playback", "Go to the next cut"), "Down", "", lambda: player.cut(1)),
        ("go_in", translate("Playback", "Go to in"), "Ctrl+Home", "", player.go_to_in),
        ("go_out", translate("Playback", "Go to out"), "Ctrl+End", "", player.go_to_out),
        ("go_to", translate("Playback", "Go to a position…"), "Ctrl+G", "", edit_position),
    )


def _marks(context: Context) -> tuple[Row, ...]:
    desk = context.desk

    def mark_in() -> None:
        desk.set_range(desk.playhead, desk.out_point)

    def mark_out() -> None:
        desk.set_range(desk.in_point, desk.playhead)

    def clear_in() -> None:
        desk.set_range(None, desk.out_point)

    def clear_out() -> None:
        desk.set_range(desk.in_point, None)

    def clear_both() -> None:
        desk.set_range(None, None)

    return (
        ("mark_in", translate("Playback", "Mark in"), "I", "arrow-left-to-line", mark_in),
        ("mark_out", translate("Playback", "Mark out"), "O", "arrow-right-to-line", mark_out),
        ("clear_in", translate("Playback", "Clear in"), "Alt+I", "", clear_in),
        ("clear_out", translate("Playback", "Clear out"), "Alt+O", "", clear_out),
        ("clear_range", translate("Playback", "Clear in and out"), "Alt+X", "", clear_both),
    )


def _switches(context: Context, player: Player) -> tuple[Row, ...]:
    return (
        ("loop", translate("Playback", "Loop"), "Ctrl+L", "repeat", context.desk.set_loop),
        ("mute", translate("Playback", "Mute"), "Alt+M", "volume-2", player.set_muted),
    )
