"""Playing with real keys: what moves, how fast, and what is counted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.document.commands import SplitShot
from app.playback.run import SECOND
from app.playback.sound import SoundState
from tests.playback.watch import Watch
from tests.widgets.playback.conftest import FRAMES, SOURCE

Key = Qt.Key
Held = Qt.KeyboardModifier
SHIFT, CTRL, ALT = Held.ShiftModifier, Held.ControlModifier, Held.AltModifier


def press(on, key, modifiers=Held.NoModifier) -> None:
    QTest.keyClick(on.window.centralWidget(), key, modifiers)


def test_space_plays_and_stands(desk_and_bar) -> None:
    on = desk_and_bar
    speeds: list[float] = []
    on.desk.speed_changed.connect(speeds.append)
    press(on, Key.Key_Space)
    assert on.context.bridge.pictures.moving
    on.pass_time(0.5)
    assert on.desk.playhead == 12
    press(on, Key.Key_Space)
    on.pass_time(5)
    assert (on.desk.playhead, speeds) == (12, [1.0, 0.0])
    assert not on.context.bridge.pictures.moving and not on.player._timer.isActive()


def test_j_k_l(desk_and_bar) -> None:
    on = desk_and_bar
    press(on, Key.Key_End)
    assert on.desk.playhead == FRAMES - 1
    press(on, Key.Key_J)
    press(on, Key.Key_J)
    assert on.desk.speed == -2
    on.pass_time(0.25)
    assert on.desk.playhead == FRAMES - 1 - 12
    press(on, Key.Key_L)
    assert on.desk.speed == 1
    press(on, Key.Key_K)
    assert on.desk.speed == 0
    press(on, Key.Key_L)
    assert on.desk.speed == 1, "K came up again"


def test_k_held_with_l_plays_slowly_until_a_key_comes_up(desk_and_bar) -> None:
    on = desk_and_bar
    centre = on.window.centralWidget()
    QTest.keyPress(centre, Key.Key_K)
    QTest.keyPress(centre, Key.Key_L)
    assert (on.desk.speed, on.desk.playhead) == (0.25, 1)
    on.pass_time(1)
    assert on.desk.playhead == 7
    QTest.keyRelease(centre, Key.Key_L)
    assert on.desk.speed == 0
    QTest.keyPress(centre, Key.Key_J)
    assert (on.desk.speed, on.desk.playhead) == (-0.25, 6)
    QTest.keyRelease(centre, Key.Key_K)
    assert on.desk.speed == 0
    QTest.keyRelease(centre, Key.Key_J)
    press(on, Key.Key_L)
    assert on.desk.speed == 1


def test_other_keys_hold_as_well(desk_and_bar) -> None:
    on = desk_and_bar
    on.context.commands.set_keys("playback.stop", ("S",))
    centre = on.window.centralWidget()
    QTest.keyPress(centre, Key.Key_S)
    QTest.keyClick(centre, Key.Key_L)
    assert (on.desk.speed, on.desk.playhead) == (0, 1)
    QTest.keyRelease(centre, Key.Key_S)


@pytest.mark.parametrize(
    ("key", "modifiers", "position"),
    [
        (Key.Key_Left, Held.NoModifier, 19),
        (Key.Key_Right, Held.NoModifier, 21),
        (Key.Key_Left, SHIFT, 10),
        (Key.Key_Right, SHIFT, 30),
        (Key.Key_Home, Held.NoModifier, 0),
        (Key.Key_End, Held.NoModifier, FRAMES - 1),
    ],
)
def test_steps_stop_playing_and_go(desk_and_bar, key, modifiers, position: int) -> None:
    on = desk_and_bar
    on.desk.set_playhead(20)
    press(on, Key.Key_L)
    press(on, key, modifiers)
    assert (on.desk.playhead, on.desk.speed) == (position, 0)


def test_up_and_down_go_to_cuts(desk_and_bar, qtbot) -> None:
    on = desk_and_bar
    shot = on.context.bridge.film.shots[0]
    with qtbot.waitSignal(on.context.bridge.changed):
        on.context.bridge.dispatch(SplitShot(shot.id, 15))
    on.desk.set_playhead(20)
    stops = []
    for key in (Key.Key_Up, Key.Key_Up, Key.Key_Up, Key.Key_Down, Key.Key_Down, Key.Key_Down):
        press(on, key)
        stops.append(on.desk.playhead)
    assert stops == [15, 0, 0, 15, FRAMES - 1, FRAMES - 1]


def test_in_out_and_the_loop(desk_and_bar) -> None:
    on = desk_and_bar
    on.desk.set_playhead(10)
    press(on, Key.Key_I)
    on.desk.set_playhead(19)
    press(on, Key.Key_O)
    press(on, Key.Key_L, CTRL)
    assert on.desk.loop and on.context.commands.action("playback.loop").isChecked()
    press(on, Key.Key_Home, CTRL)
    assert on.desk.playhead == 10
    press(on, Key.Key_L)
    on.pass_time(12.5 / 24)
    assert on.desk.playhead == 12
    on.pass_time(3 / 24)
    assert on.desk.playhead == 15
    press(on, Key.Key_I, ALT)
    press(on, Key.Key_O, ALT)
    assert (on.desk.in_point, on.desk.out_point) == (None, None)
    on.desk.set_loop(False)
    assert not on.context.commands.action("playback.loop").isChecked()


def test_it_stands_at_the_end(desk_and_bar) -> None:
    on = desk_and_bar
    press(on, Key.Key_L)
    on.pass_time(10)
    assert (on.desk.playhead, on.desk.speed) == (FRAMES - 1, 0)
    press(on, Key.Key_Space)
    assert (on.desk.playhead, on.desk.speed) == (0, 1)


def test_someone_else_may_move_the_playhead_while_it_plays(desk_and_bar) -> None:
    on = desk_and_bar
    press(on, Key.Key_L)
    on.pass_time(0.25)
    on.desk.set_playhead(30)
    assert on.desk.speed == 1
    on.pass_time(4.5 / 24)
    assert on.desk.playhead == 34


def test_scrubbing_stops_playing_and_takes_stand_ins(desk_and_bar) -> None:
    on = desk_and_bar
    press(on, Key.Key_L)
    on.desk.set_scrubbing(True)
    assert on.desk.speed == 0 and on.context.bridge.pictures.moving
    on.desk.set_scrubbing(False)
    assert not on.context.bridge.pictures.moving


def test_only_pictures_that_came_in_time_count_as_shown(desk_and_bar, qtbot) -> None:
    """A pane asks as viewers do; what is at hand is shown at once, what is not is dropped at the next deadline."""
    on = desk_and_bar
    pictures = on.context.bridge.pictures
    on.desk.playhead_changed.connect(lambda position: pictures.want("test", position, SOURCE))
    pictures.want("test", 0, SOURCE)
    on.player._aim()
    qtbot.waitUntil(lambda: sum(b - a for a, b, _ in on.supply.spans(SOURCE)) == FRAMES)
    press(on, Key.Key_L)
    for _ in range(12):
        on.pass_time(1 / 24)
    assert (on.desk.playhead, on.player.transport.dropped) == (12, 0)
    assert on.player.measured_rate == pytest.approx(24, rel=0.01)
    on.pass_time(3 / 24)
    assert on.player.transport.dropped == 2
    on.context.commands.trigger("playback.reset_dropped")
    assert on.player.transport.dropped == 0


def test_a_late_picture_is_dropped_unless_it_comes_before_the_next(desk_and_bar, qtbot, monkeypatch) -> None:
    on = desk_and_bar
    ready: set[int] = {1, 3}
    monkeypatch.setattr(on.supply, "ready", ready.__contains__)
    press(on, Key.Key_L)
    for step in (1, 2, 3):
        on.pass_time(1 / 24)
        assert on.desk.playhead == step
    assert on.player.transport.dropped == 1
    on.pass_time(1 / 24)
    ready.add(4)
    on.player._note_shown(4)
    on.pass_time(1 / 24)
    assert on.player.transport.dropped == 1


class Sound:
    """A sound player whose clock the test turns."""

    muted = False

    def __init__(self) -> None:
        self.clock = Watch(0)
        self.asked: list[int] = []
        self.stopped = 0

    def play(self, film, route, position):
        self.asked.append(position)
        self.clock = Watch(0)
        return self.clock

    def stop(self) -> None:
        self.stopped += 1

    def state(self, film) -> SoundState:
        return SoundState.READY


def test_at_projection_speed_sound_leads(desk_and_bar) -> None:
    on = desk_and_bar
    sound = on.player._sound = Sound()
    on.desk.set_playhead(5)
    press(on, Key.Key_L)
    assert sound.asked == [5] and on.player.sounding
    on.pass_time(0.3)
    assert on.desk.playhead == 5, "nothing was heard yet"
    sound.clock.now = SECOND // 2
    on.pass_time(0)
    assert on.desk.playhead == 17
    press(on, Key.Key_L)
    assert not on.player.sounding and sound.stopped
    on.pass_time(0.25)
    assert on.desk.playhead == 29
    press(on, Key.Key_J)
    press(on, Key.Key_K)
    press(on, Key.Key_L)
    on.desk.set_playhead(20)
    assert sound.asked[-1] == 20


def test_without_a_film_nothing_plays(desk_and_bar) -> None:
    on = desk_and_bar
    on.player.transport.set_film(on.player.transport.rate, 0)
    press(on, Key.Key_L)
    assert on.desk.speed == 0
