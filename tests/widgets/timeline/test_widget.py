"""The widget: what it repaints, what keys do, what it makes of changes."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from app.document.commands.cuts import MergeShots, MoveCut, SplitShot
from app.document.snapshot import Snapshot
from app.media.reel import FrameId
from tests.widgets.timeline.conftest import Make
from widgets.commands import CommandTable
from widgets.jobs.job import JobState
from widgets.timeline.layers import GUTTER
from widgets.timeline.made_up import NoDisk, made_up_snapshot, picture_of
from widgets.timeline.menu import make_menu
from widgets.timeline.ticks import Unit
from widgets.timeline.timeline import Timeline


def picture(timeline: Timeline) -> np.ndarray[Any, Any]:
    image = timeline.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return np.array(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)[:, :, :3].astype(int)


def painted(timeline: Timeline, monkeypatch: pytest.MonkeyPatch) -> list[QRect]:
    """Notes what is repainted from now on."""
    parts: list[QRect] = []
    plain = timeline.layers.draw

    def draw(painter: Any, part: QRect, model: Any) -> None:
        parts.append(part)
        plain(painter, part, model)

    monkeypatch.setattr(timeline.layers, "draw", draw)
    return parts


def test_a_moving_playhead_repaints_strips_only(timeline: Timeline, qtbot: Any, monkeypatch: Any) -> None:
    timeline.repaint()
    parts = painted(timeline, monkeypatch)
    made: list[str] = []
    plain = timeline.layers._made
    monkeypatch.setattr(timeline.layers, "_made", lambda row, *more: made.append(row.lane.id) or plain(row, *more))
    timeline.desk.set_playhead(timeline.desk.playhead + 150)
    qtbot.waitUntil(lambda: bool(parts))
    assert made == []
    assert sum(part.width() * part.height() for part in parts) < timeline.width() * timeline.height() * 0.12


def test_the_playhead_is_seen_in_every_lane(timeline: Timeline) -> None:
    timeline.desk.set_playhead(300)
    with_line = picture(timeline)
    timeline.desk.set_playhead(0)
    without = picture(timeline)
    column = round(GUTTER + timeline.model.scale.x(300))
    changed = np.abs(with_line - without).sum(axis=2)[:, column - 1 : column + 3].max(axis=1)
    for row in timeline.layers.rows:
        assert changed[row.top + 1 : row.bottom - 1].max() > 30, row.lane.id


def test_playback_turns_pages_and_a_step_beyond_the_edge_is_followed(timeline: Timeline) -> None:
    timeline.zoom(10, 0)
    timeline.desk.set_speed(1.0)
    timeline.desk.set_playhead(int(timeline.model.scale.beyond) + 1)
    assert timeline.model.scale.x(timeline.desk.playhead) == pytest.approx(100, abs=20)
    timeline.desk.set_speed(0.0)
    first = timeline.model.scale.first
    timeline.desk.set_playhead(int(first) - 1)
    assert timeline.model.scale.first < first


def test_keys_zoom_and_fit(timeline: Timeline) -> None:
    timeline.setFocus()
    timeline.desk.set_playhead(300)
    QTest.keyClick(timeline, Qt.Key.Key_Plus)
    assert not timeline.model.scale.fitted and timeline.model.scale.x(300) == pytest.approx(500, abs=2)
    QTest.keyClick(timeline, Qt.Key.Key_Minus)
    assert timeline.model.scale.fitted
    QTest.keyClick(timeline, Qt.Key.Key_Z, Qt.KeyboardModifier.ShiftModifier)
    shot = timeline.model.film.shot_at(300)
    assert shot is not None and timeline.model.scale.shown()[0] in range(shot.first - 20, shot.first + 1)
    QTest.keyClick(timeline, Qt.Key.Key_Z, Qt.KeyboardModifier.ShiftModifier)
    assert timeline.model.scale.fitted


def test_zooming_in_at_the_first_frame_cuts_nothing_of_it_off(timeline: Timeline) -> None:
    for _ in range(6):
        timeline.zoom(1.6)
        assert timeline.model.scale.first == 0


def test_keys_move_the_playhead_where_no_command_took_them(timeline: Timeline) -> None:
    timeline.setFocus()
    QTest.keyClick(timeline, Qt.Key.Key_Right)
    QTest.keyClick(timeline, Qt.Key.Key_Right)
    assert timeline.desk.playhead == 2
    QTest.keyClick(timeline, Qt.Key.Key_End)
    assert timeline.desk.playhead == 599
    QTest.keyClick(timeline, Qt.Key.Key_Home)
    assert timeline.desk.playhead == 0


def test_split_merge_and_moved_cuts_by_command(timeline: Timeline, commands: CommandTable) -> None:
    shots, desk = timeline.model.film.shots, timeline.desk
    desk.set_playhead(shots[2].first)
    assert not commands.trigger("timeline.split") and "first frame" in commands.reason("timeline.split")
    desk.set_playhead(shots[2].first + 2)
    assert commands.trigger("timeline.split")
    assert not commands.trigger("timeline.merge")
    desk.select_shots((shots[2].id, shots[1].id))
    assert commands.trigger("timeline.merge") and desk.selected_shots == (shots[1].id,)
    assert commands.trigger("timeline.cut_here")
    desk.set_playhead(shots[2].first)
    assert commands.trigger("timeline.cut_later") and desk.playhead == shots[2].first + 1
    assert timeline.bridge.dispatched == [
        SplitShot(shots[2].id, shots[2].start + 2),
        MergeShots((shots[1].id, shots[2].id)),
        MoveCut(shots[2].id, shots[2].start + 2),
        MoveCut(shots[2].id, shots[2].start + 1),
    ]


def test_selecting_by_key_and_marking(timeline: Timeline, commands: CommandTable) -> None:
    shots, desk = timeline.model.film.shots, timeline.desk
    assert not commands.trigger("timeline.mark_shots")
    desk.set_playhead(shots[4].first)
    commands.trigger("timeline.select_here")
    commands.trigger("timeline.extend_next")
    assert desk.selected_shots == (shots[4].id, shots[5].id)
    commands.trigger("timeline.mark_shots")
    assert (desk.in_point, desk.out_point) == (shots[4].first, shots[5].beyond - 1)
    commands.trigger("timeline.select_previous")
    assert desk.selected_shots == (shots[3].id,)
    commands.trigger("timeline.select_all")
    assert len(desk.selected_shots) == 12
    commands.trigger("timeline.zoom_shots")
    assert timeline.model.scale.fitted
    commands.trigger("timeline.select_none")
    assert desk.selected_shots == ()


def test_every_command_has_a_title_and_keys_that_clash_with_none(timeline: Timeline, commands: CommandTable) -> None:
    keys = [key for command in commands.all() for key in command.keys]
    assert len(keys) == len(set(keys))
    assert all(command.title and command.category for command in commands.all())


def test_the_ruler_counts_as_the_transport_does(timeline: Timeline, commands: CommandTable) -> None:
    for unit, text in ((Unit.FRAMES, "100"), (Unit.FEET_35, "6+04"), (Unit.FEET_16, "2+20"), (Unit.TIMECODE, "00:")):
        commands.trigger("timeline.unit")
        assert timeline.model.unit is unit and timeline.model.label(100).startswith(text)
        assert timeline.context.settings.value("playback/unit") == unit.value


def test_the_menu_holds_the_commands(timeline: Timeline, qtbot: Any) -> None:
    menu = make_menu(timeline)
    texts = [action.text() for action in menu.actions()]
    assert "Split at the playhead" in texts and "Merge the selected shots" in texts
    rulers = next(child for child in menu.findChildren(QMenu) if child.title() == "Ruler")
    feet = next(action for action in rulers.actions() if "35" in action.text())
    feet.trigger()
    assert timeline.model.unit is Unit.FEET_35
    menu.close()


def test_an_edit_is_shown_and_keeps_the_view(timeline: Timeline) -> None:
    timeline.zoom(5, 300)
    scale = timeline.model.scale
    bridge = timeline.bridge
    shot = bridge.film.shots[2]
    slots = SplitShot(shot.id, shot.start + 2).apply(bridge.snapshot).slots
    bridge.show(bridge.snapshot.with_slots(slots, 2, "split"))
    bridge.changed.emit(SimpleNamespace(slots=frozenset(slots), repairs=False))
    assert len(timeline.model.film.shots) == 13 and timeline.model.scale == scale


def test_what_was_found_is_counted_again_after_edits_pause(timeline: Timeline, qtbot: Any) -> None:
    asked: list[str] = []
    density = timeline.bridge.project.density
    timeline.bridge.project.density = lambda state, reel: asked.append(reel) or density(state, reel)
    for _ in range(5):
        timeline.bridge.changed.emit(SimpleNamespace(slots=frozenset({("threshold", "p", "", "dirt")}), repairs=True))
    assert asked == []
    qtbot.waitUntil(lambda: len(asked) == 2)
    timeline.bridge.changed.emit(SimpleNamespace(slots=frozenset({("stack", "s", "grade")}), repairs=False))
    qtbot.wait(300)
    assert sorted(asked) == ["reel0", "reel1"]


def test_a_pass_at_work_is_drawn_on_its_shots(timeline: Timeline) -> None:
    before = picture(timeline)
    shots = timeline.model.film.shots
    job = SimpleNamespace(
        kind="pass", state=JobState.RUNNING, title="Dirt", fraction=0.4,
        shots=tuple(shot.id for shot in shots[2:5]),
        ranges_done=((shots[2].reel, shots[2].start, shots[3].end),),
    )  # fmt: skip
    timeline.bridge.jobs.active = (job, SimpleNamespace(kind="export", state=JobState.RUNNING))
    timeline.bridge.jobs.listed.emit()
    (progress,) = timeline.model.progress
    assert progress.asked == ((shots[2].first, shots[4].beyond),)
    assert progress.done == ((shots[2].first, shots[3].beyond),)
    after = picture(timeline)
    rows, columns = np.nonzero(np.abs(after - before).sum(axis=2))
    row = timeline.layers.row("shots")
    assert row is not None and row.top <= rows.min() and rows.max() < row.bottom
    assert columns.min() >= GUTTER + timeline.model.scale.x(shots[2].first) - 2
    timeline.bridge.jobs.active = ()
    timeline.bridge.jobs.listed.emit()
    assert timeline.model.progress == () and np.array_equal(picture(timeline), before)


def test_thumbnails_come_and_stay_within_their_bytes(timeline: Timeline, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: timeline.thumbnails.nbytes > 0 and timeline.thumbnails.idle)
    shot = timeline.model.film.shots[0]
    first = FrameId(shot.reel, shot.start)
    assert timeline.thumbnails.get(first) is not None
    thumbnails = timeline.thumbnails
    thumbnails._budget = 10 * picture_of(first, 128).nbytes
    for index in range(40):
        thumbnails._keep(FrameId("reel1", 200 + index), picture_of(first, 128))
        assert thumbnails.get(FrameId("reel1", 200 + index)) is not None
        assert thumbnails.nbytes <= thumbnails._budget + picture_of(first, 128).nbytes
    assert thumbnails.get(first) is None and thumbnails.get(FrameId("reel1", 239)) is not None


def test_no_thumbnail_is_begun_while_the_film_plays(make: Make, qtbot: Any) -> None:
    timeline = make()
    timeline.desk.set_speed(1.0)
    timeline.zoom(3, 500)
    held = timeline.thumbnails.nbytes
    qtbot.wait(250)
    assert timeline.thumbnails.nbytes == held and not timeline.thumbnails.idle
    timeline.desk.set_speed(0.0)
    qtbot.waitUntil(lambda: timeline.thumbnails.idle)
    assert timeline.thumbnails.nbytes > held


@pytest.mark.parametrize(("shots", "frames"), [(1, 1), (1, 5), (3, 60), (300, 20_000)])
def test_any_film_at_any_zoom_is_drawn(make: Make, shots: int, frames: int) -> None:
    timeline = make(shots, frames, 1, detections=frames)
    timeline.desk.select_shots((timeline.model.film.shots[0].id,))
    for _ in range(14):
        timeline.zoom(2.0, 300)
        assert not timeline.grab().isNull()
    timeline.resize(330, 150)
    assert not timeline.grab().isNull()


def test_no_film_says_so(make: Make, qtbot: Any) -> None:
    timeline = make()
    timeline.bridge.show(Snapshot())
    timeline.bridge.reloaded.emit()
    assert timeline.model.film.length == 0
    QTest.mouseClick(timeline, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, timeline.rect().center())
    assert not timeline.grab().isNull()
    timeline.bridge.show(made_up_snapshot(3, 90))
    timeline.bridge.reloaded.emit()
    assert timeline.model.film.length == 90 and timeline.model.scale.fitted


def test_it_tells_a_screen_reader_where_the_playhead_is(timeline: Timeline, qtbot: Any) -> None:
    assert timeline.accessibleName() == "Timeline" and timeline.focusPolicy() & Qt.FocusPolicy.TabFocus
    timeline.desk.set_playhead(100)
    qtbot.waitUntil(lambda: "00:00:04:04" in timeline.accessibleDescription())


def test_a_refused_maker_is_no_harm(make: Make, qtbot: Any) -> None:
    timeline = make()

    class Blind(NoDisk):
        def make(self, frame: Any, snapshot: Any, height: int, deliver: Any) -> None:
            deliver(frame, None)

    timeline.thumbnails.forget()
    timeline.thumbnails._maker = Blind()
    timeline.zoom(2, 300)
    qtbot.waitUntil(lambda: timeline.thumbnails.idle)
    assert timeline.thumbnails.nbytes == 0
