"""Which pictures an edit makes stale: a stroke those of its frame, and what is cleaned over several frames."""

from __future__ import annotations

from app.document.commands import AddRepairs
from app.engine.request import Stage
from app.playback.film import Film
from app.playback.staleness import touched_by
from app.session import Session
from tests.document.making import found


def test_a_stroke_makes_the_pictures_of_its_frame_stale_and_leaves_the_others(tmp_path) -> None:
    from tests.jobs.making import write_scan

    with Session.create(tmp_path / "f.reelmend", [write_scan(tmp_path / "scan", 12)], device="cpu") as session:
        film, reel = Film.of(session.snapshot), next(iter(session.snapshot.reels))
        change = session.project.dispatch(AddRepairs((found(reel, 5),)))
        touched = touched_by(change, film)
        assert [p for p in range(12) if touched(p, Stage.REPAIR)] == [5]
        assert not any(touched(p, Stage.SOURCE) for p in range(12))
        assert all(touched(p, Stage.CLEAN) for p in range(12))
        undone = touched_by(session.project.undo(), film)
        assert all(undone(p, Stage.REPAIR) for p in range(12)), "where it lay cannot be told any more"
        redone = touched_by(session.project.redo(), film)
        assert [p for p in range(12) if redone(p, Stage.REPAIR)] == [5]
