"""Hand repairs on real frames: what changes, what must not, and what one row holds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

from app.document import new_id
from app.document.commands import LiftProtection, Protect, RecordPass, ReviseRepairs, SetPassActive, SetVerdicts
from app.document.model import Pass, PassStep, Protection
from app.document.patches import plane_masks
from app.engine.request import Stage
from app.errors import LockedError, UsageError
from app.jobs.hand_repair import erase, paint
from app.media.picture import NativePicture
from app.session import Session
from tests.jobs.by_hand.conftest import CUT
from tests.jobs.by_hand.painters import (
    FRAME,
    by_hand,
    erased,
    frame_of,
    painted,
    picture,
    repairs,
    stroke,
    whole_mask,
)


def rows(session: Session) -> int:
    return len(list(session.project.entries()))


def touched_planes(session: Session, mask: np.ndarray) -> list[np.ndarray]:
    """A full-resolution mask as it falls on each plane of the reel."""
    fmt = session.engine.reels[frame_of(session).reel].format
    found = []
    for index, part in enumerate(plane_masks(mask, (0, 0), (fmt.width, fmt.height), fmt.subsampling)):
        canvas = np.zeros(fmt.plane_shape(index), bool)
        canvas[part.slices] = part.mask
        found.append(canvas)
    return found


def same_outside(session: Session, before: NativePicture, after: NativePicture, mask: np.ndarray) -> None:
    for plane, other, inside in zip(before.planes, after.planes, touched_planes(session, mask), strict=True):
        assert plane[~inside].tobytes() == other[~inside].tobytes()


def equal(a: NativePicture, b: NativePicture) -> bool:
    return all(x.tobytes() == y.tobytes() for x, y in zip(a.planes, b.planes, strict=True))


def a_blot(demo: Path) -> tuple[int, np.ndarray]:
    """A frame and the biggest blot of dirt on it."""
    for index in range(CUT + 2, 16):
        dirt = cv2.imread(str(demo / f"truth/mask_dirt/{index:06d}.png"), -1)
        count, labels, stats, _ = cv2.connectedComponentsWithStats(dirt)
        biggest = max(range(1, count), key=lambda label: stats[label][4], default=0)
        if biggest and stats[biggest][4] > 25:
            return index, labels == biggest
    pytest.fail("the demo reel has no dirt there: take another seed")


def over(mask: np.ndarray) -> Any:
    """A stroke that covers a mask."""
    ys, xs = np.nonzero(mask)
    return stroke(*((float(x) + 0.5, float(y) + 0.5) for x, y in zip(xs, ys, strict=True)), size=5)


@pytest.mark.parametrize("which", ["session", "movie"])
@pytest.mark.parametrize("hardness", [1.0, 0.3])
def test_a_stroke_is_one_row_and_changes_only_what_lies_under_its_mask(
    which: str, hardness: float, request: pytest.FixtureRequest
) -> None:
    session: Session = request.getfixturevalue(which)
    before, count, known = picture(session), rows(session), set(repairs(session))
    change = painted(session, stroke((101, 77), (131, 84), size=11, hardness=hardness))
    assert change.summary == "Added 1 repair by hand." and rows(session) == count + 1
    (made,) = by_hand(session)
    assert set(repairs(session)) == known | {made.id} and made.defect == "dirt" and made.probability == 1.0
    after = picture(session)
    assert not equal(before, after)
    same_outside(session, before, after, whole_mask(session, made))
    session.project.undo().wait()
    assert equal(before, picture(session)) and set(repairs(session)) == known
    session.project.redo().wait()
    assert equal(after, picture(session))


def test_what_lay_under_dirt_comes_back(session: Session, demo: Path) -> None:
    for item in session.snapshot.passes:
        session.project.dispatch(SetPassActive(item, False))
    index, dirt = a_blot(demo)
    base = cv2.imread(str(demo / f"truth/base/{index:06d}.png"), -1)[..., ::-1].astype(float) / 65535
    before = picture(session, index=index)
    painted(session, over(dirt), index)
    after = picture(session, index=index)
    errors = [np.square(np.stack(p.planes, axis=2)[dirt] / 1023 - base[dirt]).mean() for p in (before, after)]
    assert errors[1] < errors[0] / 10, errors


def test_a_soft_edge_fades_into_what_is_seen_there(session: Session) -> None:
    painted(session, stroke((160, 60), size=40))
    hard, before = picture(session), picture(session, Stage.SOURCE)
    session.project.undo()
    painted(session, stroke((160, 60), size=40, hardness=0.0))
    (made,) = by_hand(session)
    soft = picture(session)
    inside = whole_mask(session, made)
    rim = inside & ~cv2.erode(inside.astype(np.uint8), np.ones((7, 7), np.uint8)).astype(bool)
    moved = [np.abs(p.planes[1][rim].astype(int) - before.planes[1][rim]).mean() for p in (hard, soft)]
    assert moved[1] < 0.5 * moved[0]


def test_strokes_that_touch_become_one_repair_and_undo_parts_them(session: Session) -> None:
    painted(session, stroke((100, 100)))
    (first,) = by_hand(session)
    painted(session, stroke((150, 100)))
    apart = {item.id for item in by_hand(session)}
    assert len(apart) == 2
    before, count = picture(session), rows(session)
    change = painted(session, stroke((100, 100), (150, 100), size=6))
    assert change.kind == "ReviseRepairs" and rows(session) == count + 1
    (joined,) = by_hand(session)
    everything = whole_mask(session, joined)
    assert joined.id not in apart and (everything & whole_mask(session, first) == whole_mask(session, first)).all()
    assert set(repairs(session)) & apart == set(), "what was replaced is not left lying about"
    session.project.undo().wait()
    assert {item.id for item in by_hand(session)} == apart and equal(before, picture(session))


def machine(session: Session, *, track: bool, area: int = 30) -> Any:
    """The biggest accepted detection of the pass, on the first frame that has one big enough to work on."""
    for index in range(CUT, 18):
        found = [item for item in repairs(session, index).values() if item.accepted and bool(item.track) == track]
        biggest = max(found, key=lambda item: (item.area, item.x0, item.y0), default=None)
        if biggest is not None and biggest.area >= area:
            return biggest
    pytest.fail("the pass found nothing of the kind: take another seed")


@pytest.mark.parametrize("track", [False, True])
def test_erasing_from_what_a_machine_found_leaves_a_smaller_hand_repair_of_the_same_values(
    session: Session, track: bool
) -> None:
    found = machine(session, track=track)
    mask, old = whole_mask(session, found), picture(session, index=found.frame)
    source, count = picture(session, Stage.SOURCE, found.frame), rows(session)
    ys, xs = np.nonzero(mask)
    at = len(ys) // 2
    spot = (float(xs[at]) + 0.5, float(ys[at]) + 0.5)
    change = erased(session, stroke(spot, size=3), found.frame)
    assert change is not None and change.kind == "ReviseRepairs" and rows(session) == count + 1
    now = repairs(session, found.frame)
    assert now[found.id].verdict == "reject" and not now[found.id].accepted
    (made,) = (item for item in by_hand(session, found.frame) if item.defect == found.defect)
    assert made.track == found.track and made.area < found.area
    left = whole_mask(session, made)
    assert not (left & ~mask).any()
    new = picture(session, index=found.frame)
    others = mask & False
    for item in now.values():
        if item.accepted and item.id != made.id:
            others |= whole_mask(session, item)
    wiped = mask & ~left & ~others
    for plane, before, scan in zip(new.planes, old.planes, source.planes, strict=True):
        assert np.array_equal(plane[~wiped], before[~wiped]) and np.array_equal(plane[wiped], scan[wiped])
    session.project.undo().wait()
    assert equal(old, picture(session, index=found.frame)) and repairs(session, found.frame)[found.id].accepted


def test_a_stroke_grows_the_repair_in_focus_and_leaves_other_machines_alone(session: Session) -> None:
    found = machine(session, track=False)
    reach = (stroke((found.x0 + 1, found.y0 + 1), (found.x0 - 6, found.y0 - 6)), found.frame)
    painted(session, *reach)
    assert repairs(session, found.frame)[found.id].accepted
    session.project.undo().wait()
    painted(session, *reach, focus=found.id)
    assert not repairs(session, found.frame)[found.id].accepted
    (made,) = by_hand(session, found.frame)
    assert not (whole_mask(session, found) & ~whole_mask(session, made)).any() and made.defect == found.defect


def test_erased_wholly_is_rejected_and_nothing_under_the_eraser_is_no_row(session: Session) -> None:
    painted(session, stroke((100, 100)))
    (made,) = by_hand(session)
    count = rows(session)
    assert erased(session, stroke((250, 20), size=2)) is None or repairs(session)[made.id].accepted
    command = erase(session.engine, frame_of(session), stroke((100, 100), size=20))
    assert command == SetVerdicts.on((made,), "reject")
    session.project.dispatch(command).wait()
    assert by_hand(session) == [] and rows(session) >= count + 1
    session.project.undo().wait()
    assert [item.id for item in by_hand(session)] == [made.id]


def test_several_repairs_under_one_eraser_are_one_row_and_each_can_be_changed_again(session: Session) -> None:
    for x in (80, 110, 140):
        painted(session, stroke((x, 100)))
    count = rows(session)
    assert erased(session, stroke((80, 100), (140, 100), size=4)) is not None
    assert rows(session) == count + 1 and len(by_hand(session)) == 3
    command = erase(session.engine, frame_of(session), stroke((80, 95), size=4))
    assert isinstance(command, ReviseRepairs) and len(command.retire) == 1 and command.reject == ()
    session.project.dispatch(command).wait()
    assert len(by_hand(session)) == 3


def test_a_mask_drawn_twice_is_another_repair(session: Session) -> None:
    painted(session, stroke((100, 100)))
    (first,) = by_hand(session)
    session.project.dispatch(SetVerdicts((first.id,), "reject"))
    painted(session, stroke((100, 100)))
    (second,) = by_hand(session)
    assert second.id != first.id and (second.x0, second.area) == (first.x0, first.area)


def test_the_fill_never_looks_across_a_cut(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    from operators.fill.operator import Fill

    seen: list[list[int]] = []
    run = Fill.run
    monkeypatch.setattr(
        Fill, "run", lambda self, window, *more: (seen.append(sorted(window.frames)), run(self, window, *more))[1]
    )
    for index in (CUT, CUT - 1, CUT + 3):
        painted(session, stroke((100, 100)), index)
    assert seen == [[0, 1, 2], [-2, -1, 0], [-1, 0, 1]]


def test_the_region_mends_as_well_as_the_whole_frame_would(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    from app.jobs.hand_fill import HandFill
    from operators.contract import Region

    spots = [(60, 60), (160, 120), (250, 180), (90, 190)]
    results = []
    for whole in (False, True):
        if whole:
            monkeypatch.setattr(HandFill, "_region_round", lambda self, box: Region(0, 0, 320, 240))
        values = []
        for spot in spots:
            painted(session, stroke(spot, size=14))
            (made,) = by_hand(session)
            mask = whole_mask(session, made)
            got, clean = picture(session), picture(session, Stage.SOURCE)
            values.append(np.square((got.planes[1][mask].astype(float) - clean.planes[1][mask]) / 1023).mean())
            session.project.undo().wait()
        results.append(float(np.mean(values)))
    assert results[0] < 1.5 * results[1] + 1e-6, results


def test_an_export_differs_from_the_scan_only_under_the_masks(session: Session, tmp_path: Path) -> None:
    from app.jobs.export import ExportSpec

    painted(session, stroke((101, 77), (131, 84), size=11, hardness=0.4)).wait()
    session.export(ExportSpec(tmp_path / "out", Stage.REPAIR, session.ranges(None)))
    proof = session.verify(tmp_path / "out")
    assert proof.holds and proof.changed_inside > 0 and not proof.unproved


def test_what_cannot_be_is_a_sentence_and_nothing_is_half_done(session: Session, copy: Path) -> None:
    before, count = session.snapshot, rows(session)
    artefacts = set(session.project.artefacts.hashes())
    with pytest.raises(UsageError, match="outside the picture"):
        paint(session.engine, frame_of(session), stroke((-80, -80)))
    with Session.open(copy, write=False) as reading:
        for tool in (paint, erase):
            with pytest.raises(LockedError, match="open for reading only"):
                tool(reading.engine, frame_of(reading), stroke((100, 100)))
    assert session.snapshot is before and rows(session) == count
    assert set(session.project.artefacts.hashes()) == artefacts


def test_a_full_disk_leaves_the_project_as_it_was(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    import errno
    import os

    from app.errors import NoRoomError

    before = session.snapshot
    files = set(session.project.artefacts.root.rglob("*"))

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(NoRoomError, match="no room left"):
            paint(session.engine, frame_of(session), stroke((100, 100)))
    assert session.snapshot is before
    assert {file for file in session.project.artefacts.root.rglob("*") if file.is_file()} <= files


def test_a_frame_that_stands_for_a_missing_one_is_not_painted_on_and_lends_nothing(
    copy: Path, demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import shutil

    from operators.fill.operator import Fill

    scan = tmp_path / "scan"
    shutil.copytree(demo / "scan", scan)
    (scan / "reel.000012.dpx").unlink()
    with Session.create(tmp_path / "hole.reelmend", [scan]) as session:
        with pytest.raises(UsageError, match=r"frame 12 of .* cannot be read"):
            paint(session.engine, frame_of(session, 12), stroke((100, 100)))
        seen: list[list[int]] = []
        run = Fill.run
        monkeypatch.setattr(
            Fill, "run", lambda self, window, *more: (seen.append(sorted(window.frames)), run(self, window, *more))[1]
        )
        painted(session, stroke((100, 100)), FRAME + 1)
        assert seen == [[-2, 0, 1]]


@pytest.mark.parametrize("speed", [0.0, 37.0])
def test_what_moves_far_is_found_in_the_neighbours(tmp_path: Path, speed: float) -> None:
    """A pan of so many pixels a frame, and a mask in it: the region must be looked for where it has gone."""
    from fractions import Fraction

    from app.media.opening import open_writer
    from app.media.picture import PictureFormat
    from app.media.writing import WriterSpec
    from tests.operators.film import scene

    fmt = PictureFormat(480, 320, ("R", "G", "B"), "rgb", "uint16", 16, "rec709")
    picture = scene(320, 900, seed=2)
    writer = open_writer(tmp_path / "scan", WriterSpec(fmt, Fraction(24), "tiff", pattern="pan.%06d"))
    for t in range(5):
        shift = np.array([[1, 0, 10 + speed * t], [0, 1, 10]], np.float32)
        frame = cv2.warpAffine(picture, shift, (480, 320), flags=cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP)
        plane = np.rint(frame * 65535).astype(np.uint16)
        writer.write(NativePicture(fmt, (plane, plane.copy(), plane.copy())))
    writer.finish()
    with Session.create(tmp_path / "pan.reelmend", [tmp_path / "scan"]) as session:
        # A pass that asked for no grain: this film has none, and hand work takes over how the pass fills.
        steps = (PassStep("fill", 1, {"reach": 2, "regrain": 0.0}),)
        session.project.dispatch(RecordPass(Pass(new_id(), "smooth", (session.snapshot.shots[0].id,), steps)))
        before = picture_at(session, 2)
        painted(session, stroke((240, 160), size=24), 2)
        (made,) = by_hand(session, 2)
        mask = whole_mask(session, made)
        off = (picture_at(session, 2)[mask] - before[mask]) / 65535
        assert np.sqrt(np.square(off).mean()) < 0.004


def picture_at(session: Session, index: int) -> np.ndarray:
    return picture(session, index=index).planes[1].astype(float)


def test_what_is_protected_cannot_be_painted_on_until_it_is_lifted(session: Session) -> None:
    x, y = 60, 60
    made = Protection(new_id(), frame_of(session).reel, FRAME, FRAME + 1, (x - 2, y - 2, x + 40, y + 40))
    session.project.dispatch(Protect((made,)))
    before = rows(session)
    with pytest.raises(UsageError, match="this region is protected: lift"):
        paint(session.engine, frame_of(session), stroke((x, y), (x + 10, y)))
    with pytest.raises(UsageError, match="this region is protected: lift"):
        erase(session.engine, frame_of(session), stroke((x, y), (x + 10, y)))
    assert rows(session) == before
    paint(session.engine, frame_of(session), stroke((20, 20), (30, 20)))
    session.project.dispatch(LiftProtection((made.id,)))
    paint(session.engine, frame_of(session), stroke((x, y), (x + 10, y)))
    session.project.dispatch(Protect((Protection(new_id(), frame_of(session).reel, 0, FRAME + 1),)))
    with pytest.raises(UsageError, match="this shot is protected: lift"):
        paint(session.engine, frame_of(session), stroke((20, 20), (30, 20)))
