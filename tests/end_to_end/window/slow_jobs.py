"""Jobs that stand still while they are looked at."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from app.engine.worker import Token
from app.errors import MediaError
from app.jobs.progress import Report, Reporter
from tests.end_to_end.window.studio import Studio
from widgets.jobs.job import JobState
from widgets.text import operator_text, translate


@contextmanager
def running_pass(studio: Studio) -> Iterator[None]:
    """A pass over the film that has mended a third, until the block ends; no sentence of its end stays behind."""
    bridge = studio.context.bridge
    go_on = threading.Event()
    shots = bridge.snapshot.shots

    def run(report: Reporter, token: Token) -> None:
        total = sum(shot.end - shot.start for shot in shots)
        done = ((shots[0].reel, shots[0].start, shots[0].start + total // 3),)
        report(Report("mend", total // 3, total, 3.2, 41.0, 2, 2, done, (("dirt", 1204), ("scratch", 3))))
        go_on.wait(60)

    job = bridge.jobs.submit(_title(studio), "pass", run, shots=[shot.id for shot in shots])
    studio.until(lambda: job.report is not None)
    try:
        yield
    finally:
        go_on.set()
        studio.until(lambda: job.ended)
        studio.window.banners.clear()


@contextmanager
def every_kind(studio: Studio) -> Iterator[None]:
    """Jobs that are done, failed, paused, running and waiting."""
    board = studio.context.bridge.jobs

    def fail(report: Reporter, token: Token) -> None:
        raise MediaError("/film/scan/reel.000031.dpx does not exist; check the name and whether the disk is mounted")

    failed = board.submit(_title(studio), "pass", fail)
    studio.until(lambda: failed.state is JobState.FAILED)
    found = board.submit(translate("Window", "Finding shots"), "shots", lambda report, token: None)
    studio.until(lambda: found.ended)
    with running_pass(studio):
        paused = board.submit(_title(studio), "export", _held)
        board.pause(paused)
        waiting = board.submit(_title(studio), "verify", _held)
        yield
        board.cancel(waiting)
        board.cancel(paused)
    studio.until(lambda: not board.active)
    board.clear()


def _held(report: Reporter, token: Token) -> None:
    token.check()


def _title(studio: Studio) -> str:
    return operator_text("standard")
