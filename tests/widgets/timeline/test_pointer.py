"""The pointer: scrubbing, zooming, panning, selecting, and a cut that is dragged."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from app.document.commands.cuts import MoveCut
from widgets.timeline.layers import GUTTER
from widgets.timeline.timeline import Timeline

LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
NONE, SHIFT, CONTROL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


def place(timeline: Timeline, lane: str, position: float) -> QPoint:
    row = timeline.layers.row(lane)
    assert row is not None
    return QPoint(round(GUTTER + timeline.model.scale.x(position)), row.top + row.height // 2)


def press(timeline: Timeline, at: QPoint, button: Any = LEFT, keys: Any = NONE) -> None:
    QTest.mousePress(timeline, button, keys, at)


def drag(timeline: Timeline, *places: QPoint, button: Any = LEFT, keys: Any = NONE) -> None:
    press(timeline, places[0], button, keys)
    for at in places[1:]:
        QTest.mouseMove(timeline, at)
    QTest.mouseRelease(timeline, button, keys, places[-1])


def wheel(timeline: Timeline, at: QPoint, x: int = 0, y: int = 0, keys: Any = NONE) -> None:
    event = QWheelEvent(
        QPointF(at), QPointF(timeline.mapToGlobal(at)), QPoint(), QPoint(x, y), Qt.MouseButton.NoButton, keys,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(timeline, event)


@pytest.mark.parametrize("lane", ["ruler", "heat", "sound", "cache"])
def test_a_press_takes_the_playhead_there_and_a_drag_scrubs(timeline: Timeline, lane: str) -> None:
    told = []
    timeline.desk.scrubbing_changed.connect(told.append)
    press(timeline, place(timeline, lane, 100.5))
    assert timeline.desk.playhead == 100 and timeline.desk.scrubbing
    QTest.mouseMove(timeline, place(timeline, lane, 220.5))
    assert timeline.desk.playhead == 220
    QTest.mouseRelease(timeline, LEFT, NONE, place(timeline, lane, 220.5))
    assert told == [True, False] and timeline.desk.playhead == 220


def test_escape_takes_the_playhead_back(timeline: Timeline) -> None:
    timeline.desk.set_playhead(50)
    press(timeline, place(timeline, "ruler", 100.5))
    QTest.keyClick(timeline, Qt.Key.Key_Escape)
    assert timeline.desk.playhead == 50 and not timeline.desk.scrubbing
    QTest.mouseMove(timeline, place(timeline, "ruler", 300.5))
    assert timeline.desk.playhead == 50


def test_the_wheel_zooms_at_the_pointer_down_to_single_frames_and_back(timeline: Timeline) -> None:
    at = place(timeline, "shots", 400.5)
    assert timeline.model.scale.fitted
    for _ in range(40):
        wheel(timeline, at, y=120)
        assert timeline.model.scale.frame(timeline.film_x(QPointF(at))) == 400
    assert timeline.model.scale.pixels == 128
    for _ in range(60):
        wheel(timeline, at, y=-120)
    assert timeline.model.scale.fitted and timeline.model.scale.first == 0


def test_sideways_and_shift_scroll(timeline: Timeline) -> None:
    timeline.zoom(6, 500)
    before = timeline.model.scale.first
    wheel(timeline, place(timeline, "shots", 300), x=-120)
    after = timeline.model.scale.first
    assert after > before
    wheel(timeline, place(timeline, "shots", 300), y=120, keys=SHIFT)
    assert timeline.model.scale.first == pytest.approx(before)


def test_a_pinch_zooms(timeline: Timeline) -> None:
    at = QPointF(place(timeline, "shots", 300))
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture, QPointingDevice.primaryPointingDevice(), 2, at, at, at, 0.5, QPointF()
    )
    QApplication.sendEvent(timeline, event)
    assert timeline.model.scale.pixels == pytest.approx(timeline.model.scale.smallest * 1.5)


def test_the_middle_button_pushes_the_film_along(timeline: Timeline) -> None:
    timeline.zoom(6, 500)
    first, playhead = timeline.model.scale.first, timeline.desk.playhead
    here = place(timeline, "shots", timeline.model.scale.at(500))
    drag(timeline, here, here - QPoint(120, 0), button=MIDDLE)
    assert timeline.model.scale.first == pytest.approx(first + 120 / timeline.model.scale.pixels)
    assert timeline.desk.playhead == playhead


def test_the_overview_is_the_scroll_bar(timeline: Timeline) -> None:
    timeline.zoom(10, 0)
    row = timeline.layers.row("overview")
    assert row is not None and timeline.model.scale.first == 0
    drag(timeline, QPoint(GUTTER + 20, row.top + 8), QPoint(GUTTER + 520, row.top + 8))
    assert timeline.model.scale.first == pytest.approx(300, abs=2)
    press(timeline, QPoint(GUTTER + 950, row.top + 8))
    assert timeline.model.scale.beyond == pytest.approx(600)
    QTest.keyClick(timeline, Qt.Key.Key_Escape)
    assert timeline.model.scale.first == pytest.approx(300, abs=2)


def test_shots_are_selected_by_click_shift_and_control(timeline: Timeline) -> None:
    shots = timeline.model.film.shots

    def click(index: int, keys: Any = NONE) -> None:
        at = place(timeline, "shots", (shots[index].first + shots[index].beyond) / 2)
        QTest.mouseClick(timeline, LEFT, keys, at)

    click(2)
    assert timeline.desk.selected_shots == (shots[2].id,)
    click(5, SHIFT)
    assert timeline.desk.selected_shots == tuple(shot.id for shot in shots[2:6])
    click(3, CONTROL)
    assert timeline.desk.selected_shots == (shots[2].id, shots[4].id, shots[5].id)
    assert timeline.desk.playhead == 0
    QTest.mouseDClick(timeline, LEFT, NONE, place(timeline, "shots", shots[5].first + 4))
    assert timeline.desk.playhead == shots[5].first


def test_a_cut_is_dragged_live_and_dispatched_once(timeline: Timeline) -> None:
    shots = timeline.model.film.shots
    cut = shots[3]
    timeline.zoom(4, timeline.model.scale.x(cut.first))
    QTest.mouseMove(timeline, place(timeline, "shots", cut.first))
    assert timeline.model.hovered is not None and timeline.cursor().shape() is Qt.CursorShape.SplitHCursor
    press(timeline, place(timeline, "shots", cut.first))
    QTest.mouseMove(timeline, place(timeline, "shots", cut.first + 3))
    moved = timeline.model.film.shots
    assert moved[3].first == cut.first + 3 == moved[2].beyond and timeline.desk.playhead == cut.first + 3
    assert timeline.bridge.dispatched == [] and timeline.desk.scrubbing and not timeline.grab().isNull()
    QTest.mouseMove(timeline, place(timeline, "shots", cut.first + 5))
    QTest.mouseRelease(timeline, LEFT, NONE, place(timeline, "shots", cut.first + 5))
    assert timeline.bridge.dispatched == [MoveCut(cut.id, cut.start + 5)]
    assert timeline.model.film.shots[3].first == cut.first + 5, "nothing jumps back before the project has it"
    assert timeline.desk.selected_shots == ()


def test_escape_drops_the_cut(timeline: Timeline) -> None:
    cut = timeline.model.film.shots[3]
    timeline.zoom(4, timeline.model.scale.x(cut.first))
    press(timeline, place(timeline, "shots", cut.first))
    QTest.mouseMove(timeline, place(timeline, "shots", cut.first + 4))
    QTest.keyClick(timeline, Qt.Key.Key_Escape)
    QTest.mouseRelease(timeline, LEFT, NONE, place(timeline, "shots", cut.first + 4))
    assert timeline.bridge.dispatched == [] and timeline.model.film.shots[3].first == cut.first
    assert timeline.desk.playhead == 0 and not timeline.desk.scrubbing


def test_a_cut_stays_between_its_neighbours(timeline: Timeline) -> None:
    before, cut = timeline.model.film.shots[2], timeline.model.film.shots[3]
    press(timeline, place(timeline, "shots", cut.first))
    QTest.mouseMove(timeline, place(timeline, "shots", before.first - 30))
    assert timeline.model.film.shots[3].first == before.first + 1
    QTest.keyClick(timeline, Qt.Key.Key_Escape)


def test_nothing_is_dragged_in_a_project_that_can_only_be_looked_at(timeline: Timeline) -> None:
    timeline.bridge.readonly = True
    cut = timeline.model.film.shots[3]
    drag(timeline, place(timeline, "shots", cut.first), place(timeline, "shots", cut.first + 5))
    assert timeline.bridge.dispatched == [] and timeline.model.film.shots[3].first == cut.first


def test_in_and_out_are_drawn_and_moved_in_the_ruler(timeline: Timeline) -> None:
    drag(timeline, place(timeline, "ruler", 300.5), place(timeline, "ruler", 200.5), keys=SHIFT)
    assert (timeline.desk.in_point, timeline.desk.out_point) == (200, 300)
    drag(timeline, place(timeline, "ruler", 301), place(timeline, "ruler", 350.5))
    assert (timeline.desk.in_point, timeline.desk.out_point) == (200, 350)
    drag(timeline, place(timeline, "ruler", 200), place(timeline, "ruler", 100.5))
    assert (timeline.desk.in_point, timeline.desk.out_point) == (100, 350)


def test_a_drag_beyond_the_edge_brings_the_film_along(timeline: Timeline, qtbot: Any) -> None:
    timeline.zoom(8, 0)
    press(timeline, place(timeline, "ruler", 10.5))
    QTest.mouseMove(timeline, QPoint(timeline.width() + 80, 10))
    qtbot.waitUntil(lambda: timeline.model.scale.first > 40, timeout=5000)
    assert timeline.desk.playhead > 100
    QTest.mouseRelease(timeline, LEFT, NONE, QPoint(timeline.width() + 80, 10))
    assert not timeline.gestures._scroll.isActive()


def test_tooltips_tell_shot_range_length_and_timecode(timeline: Timeline, monkeypatch: Any) -> None:
    told: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda at, text, *more: told.append(text))
    shot = timeline.model.film.shots[4]
    at = place(timeline, "shots", shot.first + 2.5)
    QApplication.sendEvent(timeline, QHelpEvent(QEvent.Type.ToolTip, at, timeline.mapToGlobal(at)))
    (text,) = told
    assert "Shot 5" in text and f"{shot.beyond - shot.first} frame" in text
    assert timeline.model.label(shot.first) in text and timeline.model.label(shot.beyond - 1) in text
