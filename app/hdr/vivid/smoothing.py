"""Statistics that do not flicker: a running mean within a shot, or one set of values for the whole shot.

Source: T/UWA 005.1 Annex A.9 (mean over 32 frames of the metadata elements, as a public implementation has it);
it allows one set of values a scene too, which suits restored films best.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.document.ranges import Range
from app.errors import UsageError
from app.hdr.vivid.fields import Statistics

WINDOW = 32


def running_mean(
    frames: Sequence[Statistics], shots: Iterable[Range], window: int = WINDOW
) -> tuple[Statistics, ...]:
    """Each frame's mean with those before it in its shot, `window` at most. `shots` must cover the frames."""
    result: list[Statistics] = []
    for start, end in _covering(shots, len(frames)):
        result += [mean(frames[max(start, at + 1 - window) : at + 1]) for at in range(start, end)]
    return tuple(result)


def per_shot(
    frames: Sequence[Statistics], shots: Iterable[Range], *, soft: Iterable[int] = (), blend: int = 6
) -> tuple[Statistics, ...]:
    """One set of values a shot: its darkest, its brightest, the means of average and spread.

    `soft` are first frames of shots that begin without a hard cut: there the values pass over from one shot to the
    next within `blend` frames, half of them on either side.
    """
    result: list[Statistics] = []
    spans = _covering(shots, len(frames))
    for start, end in spans:
        result += [_whole(frames[start:end])] * (end - start)
    held = list(result)
    for at in soft:
        if at not in {start for start, _ in spans[1:]}:
            raise UsageError(f"frame {at} begins no shot, so nothing can be blended there")
        before, after = held[at - 1], held[at]
        half = max(1, blend // 2)
        for frame in range(max(0, at - half), min(len(frames), at + half)):
            if held[frame] in (before, after):
                result[frame] = _between(before, after, (frame - at + half + 0.5) / (2 * half))
    return tuple(result)


def mean(frames: Sequence[Statistics]) -> Statistics:
    """The arithmetic mean of each element."""
    count = len(frames)
    return Statistics(**{name: round(sum(getattr(f, name) for f in frames) / count) for name in Statistics.bits()})


def _whole(frames: Sequence[Statistics]) -> Statistics:
    middle = mean(frames)
    return Statistics(
        min(f.minimum_maxrgb_pq for f in frames),
        middle.average_maxrgb_pq,
        middle.variance_maxrgb_pq,
        max(f.maximum_maxrgb_pq for f in frames),
    )


def _between(one: Statistics, other: Statistics, share: float) -> Statistics:
    names = Statistics.bits()
    return Statistics(**{n: round((1 - share) * getattr(one, n) + share * getattr(other, n)) for n in names})


def _covering(shots: Iterable[Range], count: int) -> list[Range]:
    spans = sorted(shots)
    position = 0
    for start, end in spans:
        if start != position or end <= start:
            raise UsageError(
                f"the shots do not cover frame {min(position, start)}: each frame must lie in exactly one"
            )
        position = end
    if position != count:
        raise UsageError(f"the shots end at frame {position}, the statistics at frame {count}")
    return spans
