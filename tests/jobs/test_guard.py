"""The guard round a pass: what no pass may touch stays as it was, and risky detections say why they are."""

from __future__ import annotations

import numpy as np
import pytest

from app.document import new_id
from app.document.check import check
from app.document.commands import LiftProtection, Protect, SetCuts
from app.document.model import Protection
from app.document.risks import RISKS, STORED
from app.engine.recipe import find_recipe
from app.errors import UsageError
from app.jobs.progress import silent
from app.session import Session
from operators.contract import Risk
from tests.document.making import no_media

BLOT = (20, 10, 27, 16)
"""Where the scan's blots are, on frames 2, 7, 12..."""


@pytest.fixture
def film(session: Session) -> str:
    """The reel's id; three shots: frames 0-9, 10-19, 20-39."""
    (reel,) = session.snapshot.reels
    session.project.dispatch(SetCuts(reel, (10, 20)))
    return reel


def run(session: Session, shots: str | None = None) -> int:
    """Frames looked at."""
    return session.run(
        find_recipe("standard").with_settings(["dirt.method=classical"]), shots, silent, workers=0
    ).frames


def mended(session: Session, reel: str) -> set[int]:
    """The frames on which the blot is found."""
    now = session.snapshot
    x0, y0, x1, y1 = BLOT
    return {
        frame
        for frame in range(40)
        for item in session.project.detections_of(now, reel, frame)
        if item.x0 < x1 and item.x1 > x0 and item.y0 < y1 and item.y1 > y0
    }


def test_the_flags_of_operators_are_those_of_projects() -> None:
    assert {flag.name.lower(): flag.value for flag in Risk if flag.name} == {
        name: flag for name, flag in RISKS.items() if flag & STORED
    }


def test_a_protected_shot_is_not_even_looked_at(session: Session, film: str) -> None:
    session.project.dispatch(Protect((Protection(new_id(), film, 10, 20), Protection(new_id(), film, 30, 34))))
    assert run(session) == 30
    assert mended(session, film) == {2, 7, 22, 27, 37}
    (made,) = session.snapshot.passes.values()
    assert made.ranges == ((film, 0, 10), (film, 20, 30), (film, 34, 40))
    assert session.project.read(
        lambda c: c.execute(
            "SELECT count(*) FROM detection WHERE frame BETWEEN 10 AND 19 OR frame BETWEEN 30 AND 33"
        ).fetchone()
    ) == (0,)
    with pytest.raises(UsageError, match="the shots are protected: lift"):
        run(session, "2")
    session.project.dispatch(LiftProtection(tuple(session.snapshot.protections)))
    assert run(session, "2") == 10
    assert mended(session, film) == {2, 7, 12, 17, 22, 27, 37}
    assert [problem for problem in check(session.project.path, no_media) if not problem.harmless] == []


def test_what_was_found_before_comes_back_when_a_shot_is_protected_rerun_and_lifted(
    session: Session, film: str
) -> None:
    run(session)
    everywhere = mended(session, film)
    assert everywhere == set(range(2, 40, 5))
    session.project.dispatch(Protect((Protection(new_id(), film, 10, 20),)))
    assert mended(session, film) == everywhere - {12, 17}
    run(session)
    assert mended(session, film) == everywhere - {12, 17}
    session.project.dispatch(LiftProtection(tuple(session.snapshot.protections)))
    assert mended(session, film) == everywhere, "the second pass says nothing of frames it never saw"


def test_a_pass_finds_nothing_in_a_protected_region_and_all_beside_it(session: Session, film: str) -> None:
    x0, _, x1, _ = BLOT
    session.project.dispatch(Protect((Protection(new_id(), film, 0, 10, (0, 0, x0 + 3, 48)),)))
    run(session)
    now = session.snapshot
    found = [item for frame in (2, 7) for item in session.project.detections_of(now, film, frame)]
    assert found and all(item.x0 >= x0 + 3 for item in found), "the part beside the region is mended"
    for frame in (2, 7):
        patches = [session.engine.patch(item) for item in session.project.detections_of(now, film, frame)]
        assert patches and all(patch is not None and patch.x0 >= x0 + 3 for patch in patches)
    widest = max(item.x1 - item.x0 for item in session.project.detections_of(now, film, 12))
    assert widest >= x1 - x0, "where nothing is protected the whole blot is"


def test_detections_at_the_edge_say_so(session: Session, film: str) -> None:
    run(session)
    risky = set(session.project.select(session.snapshot, "risk=edge"))
    for frame in range(40):
        for item in session.project.detections_of(session.snapshot, film, frame):
            assert (item.id in risky) == (item.x0 < 1 or item.y0 < 1 or item.x1 > 63 or item.y1 > 47)
    assert np.isin(list(session.project.count(session.snapshot)), ["dirt", "scratch"]).all()
