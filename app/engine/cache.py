"""One byte budget for everything that is kept to be quick again."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Protocol


class Sized(Protocol):
    """Something that knows how many bytes it holds."""

    @property
    def nbytes(self) -> int:
        """Bytes held."""
        ...


@dataclass(frozen=True, slots=True)
class CacheStatistics:
    """What the cache did so far; `bytes` and `entries` are what it holds now."""

    hits: int
    misses: int
    evictions: int
    entries: int
    bytes: int
    budget: int


class Cache:
    """Least recently used goes first. Safe to use from any thread. Values must not be changed once put in."""

    def __init__(self, budget: int) -> None:
        self._budget = budget
        self._items: OrderedDict[str, Any] = OrderedDict()
        self._bytes = self._hits = self._misses = self._evictions = 0
        self._lock = threading.Lock()

    def get(self, key: str) -> Any | None:
        """The value under `key`, or None; either is counted."""
        with self._lock:
            value = self._items.get(key)
            if value is None:
                self._misses += 1
            else:
                self._hits += 1
                self._items.move_to_end(key)
            return value

    def __contains__(self, key: str) -> bool:
        """True where `key` is held; not counted, and its age does not change."""
        with self._lock:
            return key in self._items

    def put(self, key: str, value: Sized) -> None:
        """Keep `value`; what is larger than the whole budget is not kept at all."""
        size = value.nbytes
        with self._lock:
            if key in self._items or size > self._budget:
                return
            self._items[key] = value
            self._bytes += size
            while self._bytes > self._budget:
                _, oldest = self._items.popitem(last=False)
                self._bytes -= oldest.nbytes
                self._evictions += 1

    def discard(self, keys: Iterable[str]) -> None:
        """Forget these, where they are held: nobody will ask for them again."""
        with self._lock:
            for key in keys:
                if (value := self._items.pop(key, None)) is not None:
                    self._bytes -= value.nbytes

    def set_budget(self, budget: int) -> None:
        """Change the budget; what no longer fits goes at once."""
        with self._lock:
            self._budget = budget
            while self._bytes > budget:
                _, oldest = self._items.popitem(last=False)
                self._bytes -= oldest.nbytes
                self._evictions += 1

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._items.clear()
            self._bytes = 0

    def statistics(self) -> CacheStatistics:
        """Counters and fill, at this moment."""
        with self._lock:
            return CacheStatistics(
                self._hits, self._misses, self._evictions, len(self._items), self._bytes, self._budget
            )
