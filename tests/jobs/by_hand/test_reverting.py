"""Repair 17 of 40 thrown out under a later denoise: the very picture that would be there had it never been made.

Fills are baked: what was mended later in the same frame was worked out with the repair there, for damage lends no picture,
and keeps its values. So the forty lie on forty frames for the whole film to be the same; where four share a frame, all but
the places mended later is.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from app.document.commands import SetStack, SetVerdicts
from app.document.model import StackEntry
from app.engine.render import as_native
from app.engine.request import Stage
from app.jobs.hand_repair import paint
from app.jobs.strokes import Dab, Stroke
from app.media.reel import FrameId
from app.session import Session
from tests.jobs.making import FRAMES, write_scan

COUNT, REVERTED = 40, 17


def stroke(number: int, together: bool) -> tuple[int, Stroke]:
    """The frame and stroke of a repair: one a frame, in no order, so that neighbours are mended before and after it; or
    four a frame, apart from each other."""
    frame, corner = number // 4 * 4 if together else number * 7 % FRAMES, number % 4
    x, y = 12.5 + 40 * (corner % 2), 10.5 + 26 * (corner // 2)
    return frame, Stroke((Dab(x, y, 3.5), Dab(x + 4, y + 2, 2.5)), hardness=0.6)


def mended(folder: Path, scan: Path, left_out: int | None, together: bool = False) -> tuple[Session, list[str]]:
    """A project with the repairs, made one after another as a restorer makes them, then denoised."""
    folder.mkdir()
    session = Session.create(folder / "film.reelmend", [scan], device="cpu")
    (reel,) = session.snapshot.reels
    made = []
    for number in range(COUNT):
        if number != left_out:
            frame, drawn = stroke(number, together)
            before = {r.id for r in session.project.repairs_of(session.snapshot, reel, frame)}
            session.project.dispatch(paint(session.engine, FrameId(reel, frame), drawn)).wait()
            made += sorted({r.id for r in session.project.repairs_of(session.snapshot, reel, frame)} - before)
    shots = tuple(shot.id for shot in session.snapshot.shots)
    session.project.dispatch(SetStack(shots, "clean", (StackEntry("denoise", 1, {"strength": 1.5}),))).wait()
    return session, made


def pictures(session: Session, stage: Stage) -> np.ndarray:
    """All planes of all frames of a stage, as code values."""
    (reel,) = session.snapshot.reels
    frames = (as_native(session.engine.picture(FrameId(reel, index), stage)).picture for index in range(FRAMES))
    return np.stack([np.stack(frame.planes) for frame in frames])


@pytest.mark.parametrize("stage", [Stage.REPAIR, Stage.CLEAN])
def test_reverting_repair_17_of_40_is_never_having_made_it(tmp_path: Path, stage: Stage) -> None:
    scan = write_scan(tmp_path / "scan")
    session, made = mended(tmp_path / "with", scan, None)
    with session:
        whole = pictures(session, stage)
        session.project.dispatch(SetVerdicts((made[REVERTED],), "reject")).wait()
        reverted = pictures(session, stage)
        session.project.dispatch(SetVerdicts((made[REVERTED],), "clear")).wait()
        assert np.array_equal(pictures(session, stage), whole), "and it can be had back"
    session, _ = mended(tmp_path / "without", scan, REVERTED)
    with session:
        never = pictures(session, stage)
    assert np.array_equal(reverted, never) and not np.array_equal(reverted, whole)


def test_on_one_frame_only_what_was_mended_later_may_be_another(tmp_path: Path) -> None:
    scan = write_scan(tmp_path / "scan")
    session, made = mended(tmp_path / "with", scan, None, together=True)
    with session:
        session.project.dispatch(SetVerdicts((made[REVERTED],), "reject")).wait()
        reverted = pictures(session, Stage.REPAIR)
        (reel,) = session.snapshot.reels
        later = np.zeros((FRAMES, *reverted.shape[2:]), bool)
        for number in range(REVERTED + 1, COUNT):
            frame = stroke(number, True)[0]
            if frame == stroke(REVERTED, True)[0]:
                (repair,) = (
                    r for r in session.project.repairs_of(session.snapshot, reel, frame) if r.id == made[number]
                )
                later[frame, repair.y0 : repair.y1, repair.x0 : repair.x1] = True
    session, _ = mended(tmp_path / "without", scan, REVERTED, together=True)
    with session:
        never = pictures(session, Stage.REPAIR)
    assert later.any() and not (reverted != never).any(axis=1)[~later].any()
