"""The window's worker, a job and curious threads on one engine at the same time."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from app.document.commands import SetStack, SetThreshold
from app.document.model import ProgrammeItem, StackEntry
from app.engine.decoders import Decoders
from app.engine.look import Look
from app.engine.render import as_native
from app.engine.request import Stage
from app.engine.worker import Priority, Token, Worker
from app.errors import MediaError
from app.jobs.export import ExportSpec, export
from app.jobs.progress import silent
from app.media.reel import FrameId, OnBadFrame
from tests.engine.film import FRAMES, Film, picture

DARKER = StackEntry("cdl", 1, {"slope_r": 0.5})
LOOKS = tuple(Look(stage) for stage in (Stage.SOURCE, Stage.REPAIR, Stage.GRADE))


def at_once(*works: Callable[[], object]) -> None:
    """Run each work in a thread of its own, all starting together; raises what one of them raised."""
    gate = threading.Barrier(len(works))
    with ThreadPoolExecutor(len(works)) as pool:
        for future in [pool.submit(lambda w=work: (gate.wait(), w())) for work in works]:
            future.result()


def test_everybody_gets_the_right_picture_whoever_else_asks(film: Film, tmp_path: Path) -> None:
    engine = film.engine
    film.project.dispatch(SetStack((film.shots[0].id,), "grade", (DARKER,))).wait()
    state = film.project.snapshot
    looks = tuple(Look(look.stage, at=state.seq) for look in LOOKS)
    expected = {(i, look): engine.show(film.frame(i), look).pixels for i in range(FRAMES) for look in looks}
    natives = [as_native(engine.picture(film.frame(i), Stage.REPAIR, state)).picture for i in range(FRAMES)]
    engine.cache.clear()
    engine.cache.set_budget(200_000)  # so small that pictures are pushed out all the time

    def shown() -> None:
        worker = Worker()
        try:
            for _ in range(3):
                for (index, look), pixels in expected.items():
                    ask = lambda i=index, k=look: engine.show(film.frame(i), k, check=Token().check)  # noqa: E731
                    assert np.array_equal(worker.submit(Priority.SHOWN, ask).result().pixels, pixels)
        finally:
            worker.close()

    def exported() -> None:
        spec = ExportSpec(tmp_path / "out", Stage.REPAIR, (ProgrammeItem(film.reel, 0, FRAMES),))
        assert export(engine, state, spec, silent, Token()).frames == FRAMES

    def read_backwards() -> None:
        for index in [*reversed(range(FRAMES))] * 3:
            engine.decoders.prefetch(film.frame(index))
            rendered = as_native(engine.picture(film.frame(index), Stage.REPAIR, state)).picture
            pairs = zip(rendered.planes, natives[index].planes, strict=True)
            assert all(np.array_equal(one, other) for one, other in pairs)

    def looked_on() -> None:
        for _ in range(200):
            for (index, look), pixels in expected.items():
                held = engine.at_hand(film.frame(index), look)
                assert held is None or np.array_equal(held.pixels, pixels)

    def edited() -> None:
        for number in range(20):
            film.project.dispatch(SetThreshold(film.pass_id, None, "dirt", number / 20))
            engine.show(film.frame(3), LOOKS[1])

    at_once(shown, exported, read_backwards, looked_on, edited)
    assert engine.cache.statistics().bytes <= 200_000


def test_readers_may_be_asked_from_many_threads(film: Film) -> None:
    decoders = film.engine.decoders

    def read(first: int) -> None:
        for index in [(first + step * 5) % FRAMES for step in range(40)]:
            decoders.prefetch(film.frame((index + 1) % FRAMES))
            planes = decoders.read(film.frame(index)).planes
            assert all(np.array_equal(one, other) for one, other in zip(planes, picture(index).planes, strict=True))
            assert not decoders.is_bad(film.frame(index))
            decoders.forget(decoders.waiting)

    at_once(*(lambda n=number: read(n) for number in range(4)))


def test_what_nobody_wants_any_more_is_not_waiting(film: Film) -> None:
    decoders = film.engine.decoders
    for index in range(6):
        decoders.prefetch(film.frame(index))
    decoders.forget([film.frame(2), film.frame(3), film.frame(11)])
    assert decoders.waiting == {film.frame(index) for index in (0, 1, 4, 5)}
    assert np.array_equal(decoders.read(film.frame(2)).planes[0], picture(2).planes[0])


def test_closed_readers_stay_closed(film: Film) -> None:
    decoders = Decoders({id: (reel, OnBadFrame.HOLD) for id, reel in film.engine.reels.items()})
    decoders.read(film.frame(0))
    decoders.close()
    decoders.close()
    decoders.prefetch(film.frame(1))
    with pytest.raises(MediaError, match="closed"):
        decoders.read(FrameId(film.reel, 1))
