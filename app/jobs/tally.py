"""How many frames are done and what was found on them, counted by those who do them while they are at a chunk."""

from __future__ import annotations

from collections.abc import Callable, MutableSequence, Sequence
from contextlib import AbstractContextManager, nullcontext
from multiprocessing.context import BaseContext
from typing import Any

from app.jobs.progress import Progress


def _unheard() -> None:
    """Nobody wants to know of each frame."""


class Tally:
    """Numbers that only grow: frames, then detections by class. Those who count call `frame` and `found`.

    `shared` makes one that child processes count in and their parent reads; it can be handed to a process that is
    begun, not sent later. Otherwise `counted` is called after each frame.
    """

    def __init__(self, classes: Sequence[str] = (), counted: Callable[[], None] = _unheard) -> None:
        self._classes = tuple(dict.fromkeys(classes))
        self._numbers: MutableSequence[int] = [0] * (1 + len(self._classes))
        self._lock: AbstractContextManager[Any] = nullcontext()
        self._counted = counted

    @classmethod
    def shared(cls, classes: Sequence[str], context: BaseContext) -> Tally:
        """One for the processes of a `multiprocessing` context."""
        made = cls(classes)
        array: Any = context.Array("q", len(made._numbers))
        # Reading takes no lock: a child that is killed while it counts must not hold its parent up.
        made._numbers, made._lock = array.get_obj(), array.get_lock()
        return made

    def frame(self) -> None:
        """One more frame is done."""
        with self._lock:
            self._numbers[0] += 1
        self._counted()

    def found(self, defect: str) -> None:
        """One more detection of a class was made."""
        with self._lock:
            self._numbers[1 + self._classes.index(defect)] += 1

    @property
    def frames(self) -> int:
        """Frames done."""
        return self._numbers[0]

    @property
    def detections(self) -> dict[str, int]:
        """Detections made, by class; classes without one are left out."""
        return {name: count for name, count in zip(self._classes, self._numbers[1:], strict=True) if count}


class Meter:
    """Tells a `Progress` of a tally, frame by frame, and of chunks as they are handed in.

    The last frame of `frames` counts once its chunk is in: not all is done before it is kept. `before` was found by
    an earlier run.
    """

    def __init__(self, progress: Progress, tally: Tally, frames: int, before: dict[str, int]) -> None:
        self._progress, self._tally = progress, tally
        self._begun = tally.frames
        self._frames, self._missing = frames, frames
        self._told = 0
        self._before = before

    def read(self) -> None:
        """Tell of the frames done since the last time, if there are any."""
        if self._done() > self._told:
            self._tell(None)

    def hand_in(self, frames: int, span: tuple[str, int, int] | None = None) -> None:
        """A chunk of so many frames is kept; `span` as `Progress.advance` has it."""
        self._missing -= frames
        self._tell(span)

    def _done(self) -> int:
        return min(self._tally.frames - self._begun, self._frames - (self._missing > 0))

    def _tell(self, span: tuple[str, int, int] | None) -> None:
        done, made = self._done(), self._tally.detections
        both = {name: self._before.get(name, 0) + made.get(name, 0) for name in sorted({*self._before, *made})}
        self._progress.advance(done - self._told, span, both)
        self._told = done
