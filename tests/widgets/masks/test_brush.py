"""Strokes by pointer events: one row each, seen at once, undone by name."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.engine.render import as_native
from app.engine.request import Stage
from app.media.picture import NativePicture
from app.session import Session
from tests.widgets.masks.conftest import BLOT
from widgets.bridge.bridge import Bridge
from widgets.context import Context

SHIFT = Qt.KeyboardModifier.ShiftModifier


def picture(context: Context, stage: Stage = Stage.REPAIR) -> NativePicture:
    frame = context.bridge.film.frame(BLOT)
    return as_native(context.bridge.session.engine.picture(frame, stage)).picture


def by_hand(context: Context) -> list:
    frame = context.bridge.film.frame(BLOT)
    found = context.bridge.project.detections_of(context.bridge.snapshot, frame.reel, frame.index)
    return [repair for repair in found if repair.detector == "hand" and repair.accepted]


def whole_mask(context: Context, repair) -> np.ndarray:
    patch = context.bridge.session.engine.patch(repair)
    canvas = np.zeros((48, 64), bool)
    height, width = patch.mask.shape
    canvas[patch.y0 : patch.y0 + height, patch.x0 : patch.x0 + width] = patch.mask
    return canvas


@pytest.fixture
def hard(context: Context) -> None:
    context.desk.set_brush(size=8, hardness=1.0)


def test_the_brush_mends_the_blot_in_one_row_that_undo_names(qtbot, context, panel, viewer, hard) -> None:
    before, source = picture(context), picture(context, Stage.SOURCE)
    rows = context.bridge.snapshot.seq
    QTest.keyClick(viewer, Qt.Key.Key_B)
    assert context.desk.tool == "brush"
    with qtbot.waitSignal(context.bridge.changed) as told:
        viewer.drag((21, 13), (26, 13))
        assert panel.room.pending.on(viewer.frame), "the stroke is seen before it is mended"
    assert told.args[0].summary == "Added 1 repair by hand." and context.bridge.snapshot.seq == rows + 1
    (made,) = by_hand(context)
    mask = whole_mask(context, made)
    blot = source.planes[1] == 60
    assert (mask & blot)[11:15].sum() > 20
    after = picture(context)
    for plane, other in zip(before.planes, after.planes, strict=True):
        assert np.array_equal(plane[~mask], other[~mask])
    clean = 300 + 4 * np.arange(64)[None, :] + 2 * np.arange(48)[:, None] + BLOT
    inner = blot & mask
    assert np.abs(after.planes[1][inner].astype(int) - clean[inner]).mean() < 20
    qtbot.waitUntil(lambda: context.desk.repair == made.id)
    with qtbot.waitSignal(context.bridge.changed) as told:
        context.bridge.undo()
    assert told.args[0].summary == "Undid: Added 1 repair by hand."
    assert all(np.array_equal(a, b) for a, b in zip(before.planes, picture(context).planes, strict=True))


def test_an_undo_pressed_right_after_a_stroke_undoes_that_stroke(qtbot, context, panel, viewer, hard) -> None:
    QTest.keyClick(viewer, Qt.Key.Key_B)
    rows = context.bridge.snapshot.seq
    viewer.drag((21, 13), (26, 13))
    context.bridge.undo()
    qtbot.waitUntil(lambda: context.bridge.snapshot.seq == rows + 2)
    assert by_hand(context) == []


def test_the_stroke_stays_drawn_until_its_picture_has_come(qtbot, context, panel, viewer, hard) -> None:
    QTest.keyClick(viewer, Qt.Key.Key_B)
    viewer.drag((21, 13), (26, 13))
    pending = panel.room.pending
    qtbot.waitUntil(lambda: not pending.busy)
    assert len(pending.on(viewer.frame)) == 1
    from app.engine.look import Look

    context.bridge.pictures.want("a", BLOT, Look(Stage.REPAIR))
    qtbot.waitUntil(lambda: pending.on(viewer.frame) == ())


def test_two_strokes_that_touch_join_and_the_eraser_parts_from_them(qtbot, context, panel, viewer, hard) -> None:
    QTest.keyClick(viewer, Qt.Key.Key_B)
    for points in (((10, 30), (20, 30)), ((20, 30), (30, 30))):
        with qtbot.waitSignal(context.bridge.changed):
            viewer.drag(*points)
    (joined,) = by_hand(context)
    assert whole_mask(context, joined)[30, 8:32].all()
    QTest.keyClick(viewer, Qt.Key.Key_E)
    with qtbot.waitSignal(context.bridge.changed) as told:
        viewer.drag((30, 30), (24, 30))
    assert told.args[0].kind == "ReviseRepairs"
    (left,) = by_hand(context)
    assert left.area < joined.area and not whole_mask(context, left)[30, 26:].any()
    rows = context.bridge.snapshot.seq
    viewer.drag((50, 40), (55, 40))
    qtbot.waitUntil(lambda: not panel.room.pending.busy and panel.room.pending.on(viewer.frame) == ())
    assert context.bridge.snapshot.seq == rows, "nothing under the eraser, no row"


def test_shift_and_drag_and_keys_change_the_brush(qtbot, context, panel, viewer, hard) -> None:
    QTest.keyClick(viewer, Qt.Key.Key_B)
    rows = context.bridge.snapshot.seq
    viewer.drag((20, 20), (26, 20), held=SHIFT)
    assert context.desk.brush_size == pytest.approx(8 + 12, abs=0.5)
    assert context.bridge.snapshot.seq == rows and panel.room.pending.on(viewer.frame) == ()
    for key, wanted in (("]", 24.0), ("[", 20.0)):
        QTest.keyClick(viewer, key)
        assert context.desk.brush_size == pytest.approx(wanted, abs=0.6)
    QTest.keyClick(viewer, "{")
    assert context.desk.hardness == pytest.approx(0.9)
    QTest.keyClick(viewer, "}")
    assert context.desk.hardness == pytest.approx(1.0)


def test_escape_drops_the_stroke(qtbot, context, panel, viewer, hard) -> None:
    QTest.keyClick(viewer, Qt.Key.Key_B)
    rows = context.bridge.snapshot.seq
    viewer.drag((21, 13), (26, 13), release=False)
    QTest.keyClick(viewer, Qt.Key.Key_Escape)
    QTest.mouseRelease(viewer, Qt.MouseButton.LeftButton)
    qtbot.wait(50)
    assert context.bridge.snapshot.seq == rows and panel.room.pending.on(viewer.frame) == ()


def test_the_ring_is_drawn_where_the_pointer_is(qtbot, context, panel, viewer, hard) -> None:
    context.desk.set_tool("brush")
    plain = viewer.grab().toImage()
    viewer.hover(40, 30)
    assert viewer.grab().toImage() != plain
    viewer.refreshed.clear()
    viewer.hover(50, 30)
    assert None not in viewer.refreshed and len(viewer.refreshed) >= 2, "only ring's old and new places"


def test_while_an_earlier_state_is_looked_at_nothing_is_painted_and_a_sentence_says_why(
    qtbot, context, panel, viewer, hard
) -> None:
    context.desk.set_tool("brush")
    context.desk.view_row(1)
    with qtbot.waitSignal(context.bridge.failed) as told:
        viewer.drag((21, 13), (26, 13))
    assert "earlier state" in told.args[1]
    assert panel.room.pending.on(viewer.frame) == ()


def test_a_stroke_that_cannot_be_kept_is_told_and_goes_away(qtbot, context, panel, viewer, hard, monkeypatch) -> None:
    import errno
    import os

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    context.desk.set_tool("brush")
    rows = context.bridge.snapshot.seq
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with qtbot.waitSignal(context.bridge.failed) as told:
            viewer.drag((21, 13), (26, 13))
    assert "no room left" in told.args[1]
    qtbot.waitUntil(lambda: panel.room.pending.on(viewer.frame) == ())
    assert context.bridge.snapshot.seq == rows


def pen(viewer, kind: QEvent.Type, spot: QPointF, pressure: float) -> None:
    device = QPointingDevice.primaryPointingDevice()
    buttons = Qt.MouseButton.NoButton if kind == QEvent.Type.TabletRelease else Qt.MouseButton.LeftButton
    event = QTabletEvent(
        kind, device, spot, viewer.mapToGlobal(spot), pressure, 0.0, 0.0, 0.0, 0.0, 0.0,
        Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton, buttons,
    )  # fmt: skip
    QApplication.sendEvent(viewer, event)


@pytest.mark.parametrize("counts", [True, False])
def test_a_light_pen_draws_a_thin_line(qtbot, context, panel, viewer, hard, counts: bool) -> None:
    context.desk.set_tool("brush")
    panel.room.set_pressure(counts)
    pen(viewer, QEvent.Type.TabletPress, QPointF(160, 240), 0.2)
    with qtbot.waitSignal(context.bridge.changed):
        viewer.drag((20, 30), (40, 30))
    (made,) = by_hand(context)
    assert (made.y1 - made.y0 < 5) == counts
    pen(viewer, QEvent.Type.TabletRelease, QPointF(160, 240), 0.0)
    assert panel.room.pen.pressure == 1.0


def test_a_project_that_can_only_be_read_refuses_with_a_sentence(qtbot, context, panel, tmp_path: Path) -> None:
    from types import SimpleNamespace

    from widgets.masks.room import Room

    reading = Bridge(Session.open(context.bridge.project.path, write=False))
    try:
        looked = SimpleNamespace(
            bridge=reading, desk=context.desk, commands=context.commands, settings=context.settings
        )
        room = Room(looked)  # type: ignore[arg-type]
        with qtbot.waitSignal(reading.failed) as told:
            assert not room.can_paint()
        assert "read only" in told.args[1]
    finally:
        reading.close()
