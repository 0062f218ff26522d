"""Not doing the same search twice: what was found between two frames, as long as the frames live."""

from __future__ import annotations

import weakref
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Any, TypeVar

T = TypeVar("T")
_SIZE = 96


class MotionMemory:
    """A small store keyed by the identity of pictures: tensors or arrays.

    Windows slide: the pair (t, t + 1) of one frame is the pair (t - 1, t) of the next, and the engine hands
    out the same object for the same frame while it keeps it. A stored value goes when any of its
    pictures dies or when newer ones push it out, so nothing is ever found under a recycled address.
    The values are pure functions of the (read-only) pictures: with or without memory the result is the same.
    """

    def __init__(self, size: int = _SIZE) -> None:
        self._size = size
        self._lock = Lock()
        self._held: OrderedDict[tuple[Any, ...], tuple[tuple[weakref.ref[Any], ...], Any]] = OrderedDict()

    def recall(self, what: str, pictures: tuple[Any, ...], make: Callable[[], T]) -> T:
        """The value called `what` of these pictures, made by `make` where it is not known."""
        key = (what, *(id(picture) for picture in pictures))
        with self._lock:
            held = self._held.get(key)
            if held is not None and all(ref() is p for ref, p in zip(held[0], pictures, strict=True)):
                self._held.move_to_end(key)
                known: T = held[1]
                return known
        value = make()
        with self._lock:
            self._held[key] = (tuple(weakref.ref(picture) for picture in pictures), value)
            self._held.move_to_end(key)
            stale = [k for k, (refs, _) in self._held.items() if any(ref() is None for ref in refs)]
            for k in stale:
                del self._held[k]
            while len(self._held) > self._size:
                self._held.popitem(last=False)
        return value
