"""The scan brought back: equal code values at the repair stage and behind what cleans pixels where they are."""

from __future__ import annotations

import numpy as np
import pytest

from app.document import new_id
from app.document.commands import RecordPass, SetStack
from app.document.detections import Detection
from app.document.model import Pass, PassStep, StackEntry
from app.document.patches import PatchPack, make_patch
from app.engine.request import Stage
from app.jobs.fixes import Fix, fixed
from app.jobs.hand_repair import paint
from app.jobs.ways import Donors, Original
from app.session import Session
from tests.jobs.fixes.film import BLOT, MIDDLE, blot, dab, frame_of, picture

X, Y, RADIUS = BLOT
DENOISE = StackEntry("denoise", 1, {"strength": 1.0})
BACK = blot(X, Y, 6)


def do(session: Session, way, radius: float, hardness: float = 1.0):
    return session.project.dispatch(fixed(session.engine, frame_of(session), Fix(dab(X, Y, radius, hardness), way)))


def stack(session: Session, *entries: StackEntry, stage: str = "clean") -> None:
    session.project.dispatch(SetStack(tuple(shot.id for shot in session.snapshot.shots), stage, entries)).wait()


@pytest.mark.parametrize("hardness", [1.0, 0.0])
def test_code_values_are_the_scans_at_the_repair_stage(session: Session, hardness: float) -> None:
    scan = picture(session, Stage.SOURCE)
    do(session, Donors((1,)), 14)
    mended = picture(session)
    do(session, Original(), 6, hardness)
    after = picture(session)
    core = BACK if hardness else blot(X, Y, 3)
    assert np.array_equal(after[core], scan[core]) and not np.array_equal(mended[core], scan[core])
    assert np.array_equal(after[~BACK], mended[~BACK]), "what it did not cover stays mended"
    session.project.undo().wait()
    assert np.array_equal(picture(session), mended), "nothing was lost"


def test_code_values_are_the_scans_behind_what_cleans_pixels_where_they_are(session: Session) -> None:
    scan = picture(session, Stage.SOURCE)
    stack(session, DENOISE)
    before = picture(session, Stage.CLEAN)
    assert np.mean(before[BACK] == scan[BACK]) < 0.5
    do(session, Original(), 6)
    after = picture(session, Stage.CLEAN)
    assert np.array_equal(after[BACK], scan[BACK])
    assert np.array_equal(after[~BACK], before[~BACK])


def test_a_grade_is_for_all_pixels_alike(session: Session) -> None:
    stack(session, StackEntry("cdl", 1, {"slope_g": 1.2}), stage="grade")
    before = picture(session, Stage.GRADE)
    do(session, Original(), 6)
    assert np.array_equal(picture(session, Stage.GRADE), before)


def test_a_stabiliser_carries_the_scan_along_and_what_follows_passes_it_by(session: Session, slide: None) -> None:
    moved = StackEntry("slide", 1, {"x": 20.0, "y": -7.0})
    scan = picture(session, Stage.SOURCE)
    do(session, Donors((1,)), 14)
    stack(session, moved, DENOISE)
    do(session, Original(), 6)
    after = picture(session, Stage.CLEAN)
    rows, columns = np.nonzero(BACK)
    assert np.array_equal(after[rows - 7, columns + 20], scan[rows, columns]), "equal to the stabilised scan"
    beside = blot(X, Y, 11) & ~blot(X, Y, 8)
    rows, columns = np.nonzero(beside)
    assert np.mean(after[rows - 7, columns + 20] == scan[rows, columns]) < 0.5


def test_a_pass_that_comes_later_lies_below_and_a_stroke_that_comes_later_above(session: Session) -> None:
    scan, frame = picture(session, Stage.SOURCE), frame_of(session)
    do(session, Original(), 6)
    plane = np.full(scan.shape, 512, np.uint16)
    pack = PatchPack()
    offset, length = pack.add(MIDDLE, make_patch([plane] * 3, [plane] * 3, blot(X, Y, 10)))
    row = Detection(
        frame.reel, MIDDLE, "dirt", "dirt", X - 10, Y - 10, X + 10, Y + 10, 300, 0.9, "ab" * 16,
        pack=pack.put(session.project.artefacts), offset=offset, length=length,
    )  # fmt: skip
    job = session.project.job_begin("pass", "k", {})
    job.chunk_done("1", {}, [row])
    steps = (PassStep("dirt", 1, defect="dirt", threshold=0.5),)
    shots = tuple(shot.id for shot in session.snapshot.shots)
    session.project.dispatch(RecordPass(Pass(new_id(), "coarse", shots, steps), job.id)).wait()
    after = picture(session)
    assert np.array_equal(after[BACK], scan[BACK])
    assert (after[blot(X, Y, 9) & ~blot(X, Y, 7)] == 512).all()
    session.project.dispatch(paint(session.engine, frame, dab(X, Y, 4)))
    stack(session, DENOISE)
    inner = blot(X, Y, 3)
    assert not np.array_equal(picture(session)[inner], scan[inner])
    assert np.mean(picture(session, Stage.CLEAN)[inner] == picture(session)[inner]) < 0.9, "cleaned with the rest"


def test_where_the_scan_is_back_it_is_no_damage_for_other_fixes(session: Session) -> None:
    from app.jobs.spot import Spot
    from operators.contract import Region

    do(session, Donors((1,)), 14)
    do(session, Original(), 6)
    soft = dab(X + 30, Y, 5).drawn(320, 240)
    assert soft is not None
    region = Region(X - 60, Y - 60, X + 60, Y + 60)
    damage = Spot(session.engine, session.snapshot, frame_of(session), soft, region, set()).damage(MIDDLE, region)
    assert damage.any() and not damage[57:63, 57:63].any()


def test_keys_of_pictures_are_what_they_were_where_nothing_was_brought_back(session: Session) -> None:
    from app.engine.request import FrameRequest

    stack(session, DENOISE)
    outline = session.engine.outline(session.snapshot)
    request = FrameRequest(frame_of(session, MIDDLE + 3), Stage.CLEAN)
    before = session.engine.plan(outline, request).result
    do(session, Original(), 6)
    assert session.engine.plan(session.engine.outline(session.snapshot), request).result == before


def test_a_proof_counts_what_was_brought_back_as_untouched_and_proves_it(session: Session, tmp_path) -> None:
    from app.jobs.export import ExportSpec

    do(session, Donors((1,)), 14)
    do(session, Original(), 6)
    session.export(ExportSpec(tmp_path / "out", Stage.REPAIR, session.ranges(None)))
    proof = session.verify(tmp_path / "out")
    mended = int(blot(X, Y, 14).sum()) - int(BACK.sum())
    assert proof.holds and set(proof.touched) == {"dirt"} and abs(proof.touched["dirt"] - mended) < 20
