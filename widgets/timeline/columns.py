"""Many frames in one pixel: what a column of pixels shows of them. NumPy only.

A column shows the strongest of its frames, never their mean: one touched frame among ten thousand is seen.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil
from typing import Any

import numpy as np

from widgets.timeline.scale import Scale

Array = np.ndarray[Any, np.dtype[Any]]


def frames_of_columns(scale: Scale, dots: float = 1.0) -> tuple[Array, Array]:
    """First frame and one past the last of each column, `(columns,)` int64 each.

    `dots` is how many columns a logical pixel has. A frame that lies in two columns belongs to both; columns
    beyond the film get an empty range.
    """
    count = max(ceil(scale.width * dots - 1e-9), 1)
    edges = scale.first + np.arange(count + 1) / (scale.pixels * dots)
    # An edge that is a whole number but for rounding belongs to the frame it means.
    near = np.rint(edges)
    edges = np.where(np.abs(edges - near) < 1e-6, near, edges)
    starts = np.floor(edges[:-1]).astype(np.int64)
    ends = np.maximum(np.ceil(edges[1:]).astype(np.int64), starts + 1)
    return np.clip(starts, 0, scale.length), np.clip(ends, 0, scale.length)


def strongest(values: Array, starts: Array, ends: Array, *, least: bool = False) -> Array:
    """The greatest value of each range of frames (the least with `least`), 0 for an empty one.

    Args:
        values: One value a frame, shape (frames,).
        starts, ends: Ranges as `frames_of_columns` gives them, inside `values`.
    """
    empty = starts >= ends
    if values.size == 0 or bool(empty.all()):
        return np.zeros(starts.shape, values.dtype)
    low, high = int(starts[~empty].min()), int(ends[~empty].max())
    window = np.append(values[low:high], values.dtype.type(0))
    pairs = np.empty(2 * starts.size, np.int64)
    pairs[0::2], pairs[1::2] = starts - low, ends - low
    np.clip(pairs, 0, high - low, out=pairs)
    reduce = np.minimum.reduceat if least else np.maximum.reduceat
    found: Array = reduce(window, pairs)[0::2]
    found[empty] = 0
    return found


def cover(spans: Iterable[tuple[int, int]], starts: Array, ends: Array) -> Array:
    """True for the columns in which a frame of a span lies; `spans` are (first, one past the last)."""
    table = np.array(sorted(spans), np.int64).reshape(-1, 2)
    covered = np.zeros(starts.shape, bool)
    if table.size == 0:
        return covered
    # The furthest end so far makes overlapping spans searchable as if they were disjoint.
    beyond = np.maximum.accumulate(table[:, 1])
    index = np.searchsorted(table[:, 0], ends, side="left") - 1
    some = (index >= 0) & (starts < ends)
    covered[some] = beyond[index[some]] > starts[some]
    return covered
