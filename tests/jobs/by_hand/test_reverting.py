"""Repair 17 of 40 thrown out under a later denoise: the very picture that would be there had it never been made.

Fills are baked. What was mended later close by was worked out while the repair was there, for damage lends no
picture, and keeps its values when the repair goes: so "never having made it" is the same ledger without that row.
Mended anew without it, the places mended later, and nothing else, may come out a little differently.
"""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import numpy as np
import pytest

from app.document.commands import AddRepairs, SetStack, SetVerdicts
from app.document.detections import stored
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
    """The frame and stroke of a repair: one a frame, in no order; or four a frame, apart from each other."""
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
    denoise(session)
    return session, made


def denoise(session: Session) -> None:
    """A full-frame pass over everything, after the repairs."""
    shots = tuple(shot.id for shot in session.snapshot.shots)
    session.project.dispatch(SetStack(shots, "clean", (StackEntry("denoise", 1, {"strength": 1.5}),))).wait()


def pictures(session: Session, stage: Stage) -> np.ndarray:
    """All planes of all frames of a stage, as code values."""
    (reel,) = session.snapshot.reels
    frames = (as_native(session.engine.picture(FrameId(reel, index), stage)).picture for index in range(FRAMES))
    return np.stack([np.stack(frame.planes) for frame in frames])


@pytest.mark.parametrize("together", [False, True])
def test_reverting_repair_17_of_40_is_never_having_made_it(tmp_path: Path, together: bool) -> None:
    scan = write_scan(tmp_path / "scan")
    session, made = mended(tmp_path / "with", scan, None, together)
    with session:
        whole = pictures(session, Stage.CLEAN)
        session.project.dispatch(SetVerdicts((made[REVERTED],), "reject")).wait()
        reverted = [pictures(session, stage) for stage in (Stage.REPAIR, Stage.CLEAN)]
        session.project.dispatch(SetVerdicts((made[REVERTED],), "clear")).wait()
        assert np.array_equal(pictures(session, Stage.CLEAN), whole), "and it can be had back"
        rows = session.project.read(lambda c: [row for n in jobs_by_edit(c) for row in stored(c, *n)])
    (tmp_path / "without").mkdir()
    shutil.copytree(tmp_path / "with" / "film.artefacts", tmp_path / "kept")
    with Session.create(tmp_path / "without" / "film.reelmend", [scan], device="cpu") as session:
        (reel,) = session.snapshot.reels
        shutil.copytree(tmp_path / "kept", session.project.artefacts.root, dirs_exist_ok=True)
        for number, row in enumerate(rows):
            if number != REVERTED:
                session.project.dispatch(AddRepairs((row._replace(reel=reel),)))
        denoise(session)
        never = [pictures(session, stage) for stage in (Stage.REPAIR, Stage.CLEAN)]
    assert all(np.array_equal(*pair) for pair in zip(reverted, never, strict=True))
    assert not np.array_equal(reverted[1], whole)


def jobs_by_edit(connection: sqlite3.Connection) -> list[tuple[int, int]]:
    """(chunk, job) of every repair by hand, in the order in which they were made."""
    return connection.execute(
        "SELECT c.number, j.number FROM job j JOIN job_chunk c ON c.job = j.number ORDER BY j.edit"
    ).fetchall()


def test_mended_anew_without_it_only_what_was_mended_later_may_be_another(tmp_path: Path) -> None:
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
