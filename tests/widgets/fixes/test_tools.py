"""Each tool by its key and real pointer events: what it makes, what the history calls it, that undo takes it back."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtTest import QTest

from app.document.commands import handwork_of
from app.document.model import Handwork
from app.engine.render import as_native
from app.engine.request import Stage
from tests.widgets.masks.conftest import BLOT
from tests.widgets.masks.fake_viewer import FakeViewer
from tests.widgets.masks.test_brush import by_hand, pen, picture, whole_mask
from widgets.fixes.direction import donors_of

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
IN_BLOT = np.s_[11:15, 21:26]


def made_of(context) -> list[tuple[str, Handwork]]:
    """Class and making of each hand repair in force on the frame."""
    return [(r.defect, handwork_of(context.bridge.snapshot, r.pass_id)) for r in by_hand(context)]


def clean() -> np.ndarray:
    return 300 + 4 * np.arange(64)[None, :] + 2 * np.arange(48)[:, None] + BLOT


def does(qtbot, context, act) -> str:
    """Act; the sentence of the row that it made."""
    with qtbot.waitSignal(context.bridge.changed) as told:
        act()
    return str(told.args[0].summary)


@pytest.mark.parametrize(
    ("end", "held", "donors"),
    [
        ((29, 18), NONE, (1,)),
        ((29, 18), CTRL, (2,)),
        ((18, 18), NONE, (-1,)),
        ((27, 6), NONE, (-1, 1)),
    ],
)
def test_the_direction_of_a_rectangle_picks_its_donor(qtbot, context, dock, viewer, end, held, donors) -> None:
    before = picture(context)
    QTest.keyClick(viewer, Qt.Key.Key_3)
    assert context.desk.tool == "donor"
    start = {(29, 18): (18, 8), (18, 18): (29, 8), (27, 6): (18, 18)}[end]
    said = does(qtbot, context, lambda: viewer.drag(start, end, held=held))
    numbers = ", ".join(f"{donor:+d}" for donor in donors)
    assert said == f"Mended 1 repair from frame {numbers}."
    assert made_of(context) == [("dirt", Handwork("donor", donors))]
    mended = picture(context).planes[1][IN_BLOT].astype(int)
    assert np.abs(mended - clean()[IN_BLOT]).mean() < 12
    assert does(qtbot, context, context.bridge.undo) == f"Undid: {said}"
    assert np.array_equal(picture(context).planes[1], before.planes[1])
    does(qtbot, context, context.bridge.redo)
    assert np.array_equal(picture(context).planes[1][IN_BLOT].astype(int), mended)


def test_directions() -> None:
    origin = QPointF(0, 0)
    ways = {(5, 1): (1,), (-5, 4): (-1,), (2, -5): (-1, 1), (-2, -5): (-1, 1), (0, 0): (-1, 1), (4, 9): (1,)}
    for (x, y), donors in ways.items():
        assert donors_of(origin, QPointF(x, y), far=False) == donors
        assert donors_of(origin, QPointF(x, y), far=True) == tuple(2 * donor for donor in donors)


def test_the_screen_says_what_a_drag_will_do(qtbot, context, dock, viewer) -> None:
    context.desk.set_tool("donor")
    tool = viewer._tool
    assert "right" in tool.hint()
    viewer.drag((18, 8), (29, 18), release=False)
    assert tool.hint() == "From the next frame"
    before = viewer.grab().toImage()
    QTest.mouseMove(viewer, (QPointF(6, 18) * 8).toPoint())
    assert tool.hint() == "From the previous frame" and viewer.grab().toImage() != before
    rows = context.bridge.snapshot.seq
    QTest.keyClick(viewer, Qt.Key.Key_Escape)
    QTest.mouseRelease(viewer, Qt.MouseButton.LeftButton)
    qtbot.wait(50)
    assert context.bridge.snapshot.seq == rows, "Escape dropped the rectangle"


def test_the_hint_is_said_in_the_viewer_that_is_in_use_only(qtbot, context, dock, viewer, panel) -> None:
    other = FakeViewer(context)
    qtbot.addWidget(other)
    for tool in ("donor", "donor_brush"):
        context.desk.set_tool(tool)
        viewer._tool.attach(viewer)
        assert "next frame" in viewer._tool.words(viewer)
        other._tool.attach(other)
        assert viewer._tool.words(viewer) == "" and "next frame" in other._tool.words(other)
        viewer._tool.attach(viewer)
        assert viewer._tool.words(other) == ""


def test_the_direction_of_a_stroke_picks_its_donor(qtbot, context, dock, viewer) -> None:
    QTest.keyClick(viewer, Qt.Key.Key_9)
    does(qtbot, context, lambda: viewer.drag((26, 13), (20, 13)))
    assert made_of(context) == [("dirt", Handwork("donor", (-1,)))]


def test_a_light_pen_draws_thin_with_every_brush_here(qtbot, context, dock, viewer, panel) -> None:
    for tool in ("donor_brush", "heal", "original"):
        context.desk.set_tool(tool)
        panel.room.set_pressure(True)
        pen(viewer, QEvent.Type.TabletPress, QPointF(160, 240), 0.2)
        does(qtbot, context, lambda: viewer.drag((20, 30), (40, 30)))
        (made,) = by_hand(context)
        assert made.y1 - made.y0 < 5, tool
        pen(viewer, QEvent.Type.TabletRelease, QPointF(160, 240), 0.0)
        does(qtbot, context, context.bridge.undo)


def test_heal_and_original(qtbot, context, dock, viewer) -> None:
    scan = picture(context, Stage.SOURCE).planes[1]
    QTest.keyClick(viewer, Qt.Key.Key_H)
    assert does(qtbot, context, lambda: viewer.drag((21, 13), (26, 13))) == "Healed 1 repair from the surroundings."
    assert not np.array_equal(picture(context).planes[1], scan)
    QTest.keyClick(viewer, Qt.Key.Key_Y)
    said = does(qtbot, context, lambda: viewer.drag((20, 12), (27, 13)))
    assert said == "Brought the scan back in 1 place."
    back = [r for r in by_hand(context) if r.defect == "original"]
    mask = whole_mask(context, back[0])
    assert np.array_equal(picture(context).planes[1][mask], scan[mask])


def test_a_clone_shows_where_it_comes_from_and_copies_it(qtbot, context, dock, viewer) -> None:
    QTest.keyClick(viewer, Qt.Key.Key_C)
    with qtbot.waitSignal(context.bridge.failed) as told:
        viewer.drag((22, 13), (26, 13))
    assert "Ctrl+click" in told.args[1]
    seen = picture(context).planes[1].copy()
    viewer.click(42, 33, CTRL)
    said = does(qtbot, context, lambda: viewer.drag((22, 13), (26, 13)))
    assert said == "Cloned over 1 repair from +20, +20 in frame +0."
    (made,) = by_hand(context)
    rows, columns = np.nonzero(whole_mask(context, made))
    assert np.array_equal(picture(context).planes[1][rows, columns], seen[rows + 20, columns + 20])
    assert "+20, +20" in viewer._tool.hint()
    shown = viewer.grab().toImage()
    viewer.hover(40, 10)
    assert viewer.grab().toImage() != shown, "ring and cross have moved"


def test_a_clone_from_another_frame_keeps_its_distance(qtbot, context, dock, viewer) -> None:
    context.desk.set_tool("clone")
    context.desk.set_playhead(BLOT - 1)
    viewer.click(23, 13, CTRL)
    context.desk.set_playhead(BLOT)
    does(qtbot, context, lambda: viewer.drag((23, 13), (26, 13)))
    assert made_of(context) == [("dirt", Handwork("clone", (-1,), (0, 0)))]


def test_a_patch_is_drawn_and_dragged_onto_its_source(qtbot, context, dock, viewer) -> None:
    QTest.keyClick(viewer, Qt.Key.Key_C, SHIFT)
    viewer.drag((18, 8), (29, 8), (29, 18), (18, 18))
    rows = context.bridge.snapshot.seq
    assert viewer._tool.path() is not None and context.bridge.snapshot.seq == rows
    said = does(qtbot, context, lambda: viewer.drag((24, 13), (44, 30)))
    assert said == "Patched 1 repair from +20, +17."
    mended = picture(context).planes[1][IN_BLOT].astype(int)
    assert np.abs(mended - clean()[IN_BLOT]).mean() < 25, "levelled to the brightness of its place"


def test_a_line_is_mended_across_and_with_ctrl_over_its_shot(qtbot, context, dock, viewer) -> None:
    QTest.keyClick(viewer, ";")
    assert does(qtbot, context, lambda: viewer.drag((40, 5), (44, 40), held=SHIFT)) == "Mended 1 line by hand."
    (made,) = by_hand(context)
    assert made.defect == "scratch" and made.x1 - made.x0 <= 6 and made.x0 < 40 < made.x1, "Shift keeps it upright"
    does(qtbot, context, context.bridge.undo)
    said = does(qtbot, context, lambda: viewer.drag((40, 5), (40, 40), held=CTRL))
    assert said == "Mended 12 lines by hand."
    (made,) = by_hand(context)
    assert made.track


def test_lasso_and_polygon_mend_what_they_enclose_in_the_chosen_way(qtbot, context, dock, viewer) -> None:
    dock.room.set_way("next")
    QTest.keyClick(viewer, Qt.Key.Key_5)
    does(qtbot, context, lambda: viewer.drag((18, 8), (29, 8), (29, 18), (18, 18)))
    assert made_of(context) == [("dirt", Handwork("donor", (1,)))]
    does(qtbot, context, context.bridge.undo)
    dock.room.set_way("heal")
    QTest.keyClick(viewer, Qt.Key.Key_6)
    for x, y in ((18, 8), (29, 8), (40, 40), (29, 18)):
        viewer.click(x, y)
    QTest.keyClick(viewer, Qt.Key.Key_Backspace)
    viewer.click(18, 18)
    rows = context.bridge.snapshot.seq
    QTest.keyClick(viewer, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: context.bridge.snapshot.seq == rows + 1)
    assert made_of(context) == [("dirt", Handwork("heal"))]


def test_the_wand_says_where_no_pass_has_looked(qtbot, context, dock, viewer) -> None:
    QTest.keyClick(viewer, Qt.Key.Key_7)
    with qtbot.waitSignal(context.bridge.failed) as told:
        viewer.click(23, 13)
    assert "no pass has looked" in told.args[1]
    qtbot.waitUntil(lambda: not dock.room.masks.pending.on(viewer.frame))


def test_the_last_fix_is_done_again_on_the_next_frame(qtbot, context, dock, viewer) -> None:
    rows = context.bridge.snapshot.seq
    QTest.keyClick(viewer, Qt.Key.Key_Period)
    assert context.bridge.snapshot.seq == rows, "there is nothing to repeat yet"
    context.desk.set_tool("donor")
    does(qtbot, context, lambda: viewer.drag((18, 8), (29, 18)))
    first = by_hand(context)[0]
    does(qtbot, context, lambda: QTest.keyClick(viewer, Qt.Key.Key_Period))
    assert context.desk.playhead == BLOT + 1
    frame = context.bridge.film.frame(BLOT + 1)
    (again,) = context.bridge.project.repairs_of(context.bridge.snapshot, frame.reel, frame.index)
    assert (again.x0, again.y0, again.x1, again.y1) == (first.x0, first.y0, first.x1, first.y1)
    assert handwork_of(context.bridge.snapshot, again.pass_id) == Handwork("donor", (1,))


def test_a_fix_is_pending_until_enter_and_escape_drops_it(qtbot, context, dock, viewer) -> None:
    pending = dock.room.masks.pending
    before = picture(context).planes[1].copy()
    context.desk.set_tool("heal")
    said = does(qtbot, context, lambda: viewer.drag((21, 13), (26, 13)))
    qtbot.waitUntil(lambda: pending.open_on(viewer.frame) is not None)
    told = does(qtbot, context, lambda: QTest.keyClick(viewer, Qt.Key.Key_Escape))
    assert told == f"Undid: {said}" and np.array_equal(picture(context).planes[1], before)
    does(qtbot, context, lambda: viewer.drag((21, 13), (26, 13)))
    qtbot.waitUntil(lambda: pending.open_on(viewer.frame) is not None)
    QTest.keyClick(viewer, Qt.Key.Key_Return)
    assert pending.open_on(viewer.frame) is None
    rows = context.bridge.snapshot.seq
    QTest.keyClick(viewer, Qt.Key.Key_Escape)
    qtbot.wait(50)
    assert context.bridge.snapshot.seq == rows, "what was kept is not dropped"


def test_going_on_to_another_frame_keeps_a_fix(qtbot, context, dock, viewer) -> None:
    context.desk.set_tool("heal")
    does(qtbot, context, lambda: viewer.drag((21, 13), (26, 13)))
    qtbot.waitUntil(lambda: dock.room.masks.pending.open_on(viewer.frame) is not None)
    context.desk.set_playhead(BLOT + 1)
    context.desk.set_playhead(BLOT)
    assert dock.room.masks.pending.open_on(viewer.frame) is None and len(by_hand(context)) == 1


def test_strokes_land_on_the_film_where_the_picture_is_moved(qtbot, context, dock, viewer, monkeypatch) -> None:
    from app.document.commands import SetStack
    from app.document.model import StackEntry
    from app.engine.look import Look
    from operators.contract import registry
    from tests.jobs.fixes.film import Slide

    installed = {**registry.all_operators(), "slide": Slide()}
    monkeypatch.setattr(registry, "all_operators", lambda: installed)
    shots = tuple(shot.id for shot in context.bridge.snapshot.shots)
    stack = (StackEntry("slide", 1, {"x": 10.0, "y": 5.0}),)
    does(qtbot, context, lambda: context.bridge.dispatch(SetStack(shots, "clean", stack)))
    context.desk.set_compare(a=Look(Stage.CLEAN), b=Look(Stage.CLEAN))
    frame = context.bridge.film.frame(BLOT)
    shown = as_native(context.bridge.session.engine.picture(frame, Stage.CLEAN)).picture.planes[1]
    assert shown[17, 33] == 60, "the blot is seen where it was moved to"
    drags = {
        "donor": ((28, 13), (39, 23)),
        "heal": ((31, 18), (36, 18)),
        "lasso": ((28, 13), (39, 13), (39, 23), (28, 23)),
    }
    for tool, drag in drags.items():
        context.desk.set_tool(tool)
        does(qtbot, context, lambda drag=drag: viewer.drag(*drag))
        (made,) = by_hand(context)
        assert made.x0 < 22 < made.x1 and made.y0 < 13 < made.y1 and made.x1 <= 30, tool
        does(qtbot, context, context.bridge.undo)


def test_a_frame_is_replaced_by_one_key(qtbot, context, dock, viewer) -> None:
    said = does(qtbot, context, lambda: QTest.keyClick(viewer, Qt.Key.Key_I, SHIFT))
    assert said.startswith("Replaced 1 frame by interpolation; motion failed on")
    made = picture(context).planes[1].astype(int)
    assert np.abs(made - clean())[4:-4, 4:-4].mean() < 6
    assert does(qtbot, context, context.bridge.undo).startswith("Undid: Replaced")


def test_a_mask_is_tracked_over_the_shot_from_its_keys(qtbot, context, dock, viewer) -> None:
    table = context.commands
    assert not table.trigger("fixes.track") and "No key" in table.reason("fixes.track")
    context.desk.set_tool("heal")
    does(qtbot, context, lambda: viewer.drag((21, 13), (26, 13)))
    qtbot.waitUntil(lambda: dock.room.masks.repairs.focused is not None)
    QTest.keyClick(viewer, Qt.Key.Key_T, SHIFT)
    said = does(qtbot, context, lambda: QTest.keyClick(viewer, Qt.Key.Key_T, CTRL))
    assert said == "Mended a tracked mask on 11 frames."
    frame = context.bridge.film.frame(0)
    (first,) = context.bridge.project.repairs_of(context.bridge.snapshot, frame.reel, 0)
    assert first.track and not table.trigger("fixes.track"), "the keys are used up"
    assert does(qtbot, context, context.bridge.undo) == f"Undid: {said}"


def test_a_splice_is_not_steadied_where_nothing_jumps_or_too_little_follows(
    qtbot, context, dock, viewer, monkeypatch
) -> None:
    rows = context.bridge.snapshot.seq
    with qtbot.waitSignal(context.bridge.jobs.finished) as told:
        QTest.keyClick(viewer, Qt.Key.Key_X, SHIFT)
    assert "follow the splice" in told.args[0].error
    monkeypatch.setattr("widgets.fixes.frames.steadied", lambda *_: [])
    with qtbot.waitSignal(context.bridge.failed) as told:
        QTest.keyClick(viewer, Qt.Key.Key_X, SHIFT)
    assert "are steady" in told.args[1] and context.bridge.snapshot.seq == rows
