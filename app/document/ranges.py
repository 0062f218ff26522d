"""Frame ranges (start, end exclusive) as sorted, disjoint lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Range = tuple[int, int]
FrameRanges = Sequence[tuple[str, int, int]]
"""Ranges of frames by reel: (reel, start, end)."""


def merged(ranges: Iterable[Range]) -> list[Range]:
    """The same frames as sorted ranges that neither touch nor overlap; empty ones are dropped."""
    result: list[Range] = []
    for start, end in sorted(item for item in ranges if item[0] < item[1]):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(result[-1][1], end))
        else:
            result.append((start, end))
    return result


def without(whole: Range, covered: Iterable[Range]) -> list[Range]:
    """What is left of `whole` when the sorted, disjoint `covered` ranges are taken away."""
    left: list[Range] = []
    position, last = whole
    for start, end in covered:
        if end <= position:
            continue
        if start >= last:
            break
        if start > position:
            left.append((position, start))
        position = max(position, end)
    if position < last:
        left.append((position, last))
    return left
