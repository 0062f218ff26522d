"""A job in a process of its own gives what it gives here, listens, and tells what went wrong."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

import pytest

from app.document.commands import NameVersion
from app.document.snapshot import Snapshot
from app.engine.engine import Engine
from app.engine.request import Stage
from app.engine.worker import Cancelled, Token
from app.errors import MediaError, NoRoomError
from app.jobs.apart import run_apart
from app.jobs.export import ExportSpec, export_apart
from app.jobs.progress import Progress, Report, Reporter, silent
from app.session import Session


def where_and_what(engine: Engine, snapshot: Snapshot, reporter: Reporter, token: Token) -> tuple[int, int, int]:
    return os.getpid(), snapshot.seq, len(snapshot.versions)


def count_slowly(engine: Engine, snapshot: Snapshot, reporter: Reporter, token: Token) -> None:
    progress = Progress("counting", 10_000, reporter)
    while True:
        token.wait_while_paused()
        progress.advance()


def fail(error: Exception | None, engine: Engine, snapshot: Snapshot, reporter: Reporter, token: Token) -> None:
    if error is None:
        os._exit(9)
    raise error


def test_an_export_apart_writes_the_same_frames(session: Session, tmp_path: Path) -> None:
    told: list[Report] = []
    spec = ExportSpec(tmp_path / "apart", Stage.REPAIR, session.ranges(None))
    made = run_apart(session.engine, session.snapshot, partial(export_apart, spec), told.append, Token())
    here = session.export(ExportSpec(tmp_path / "here", Stage.REPAIR, session.ranges(None)))
    assert [path.read_bytes() for path in made.files] == [path.read_bytes() for path in here.files]
    assert (told[0].done, told[-1].done) == (0, 40)


def test_the_child_sees_the_state_it_is_told(session: Session) -> None:
    then = session.snapshot
    session.project.dispatch(NameVersion("later"))
    pid, *seen = run_apart(session.engine, then, where_and_what, silent, Token())
    assert pid != os.getpid() and seen == [then.seq, 0]


def test_a_cancelled_token_ends_the_child(session: Session) -> None:
    token = Token()
    with pytest.raises(Cancelled):
        run_apart(session.engine, session.snapshot, count_slowly, lambda reading: token.cancel(), token)


@pytest.mark.parametrize(
    ("error", "kind", "words"),
    [
        (MediaError("frame 3 is broken"), MediaError, "frame 3 is broken"),
        (None, NoRoomError, "was killed"),
    ],
)
def test_what_went_wrong_in_the_child_is_told_here(
    session: Session, error: Exception | None, kind: type[Exception], words: str
) -> None:
    with pytest.raises(kind, match=words):
        run_apart(session.engine, session.snapshot, partial(fail, error), silent, Token())
