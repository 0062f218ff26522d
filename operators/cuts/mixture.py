"""Whether a stretch of frames is a dissolve or a fade: each of its frames a mixture of what is on either side.

In a dissolve from A to B every frame is (1 - a) A + a B, and `a` grows evenly from 0 to 1; in a fade A or B is
an even tone. Something that moves through the picture does neither: no mixture of the road without the car and
the road with it shows the car half way.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from operators.cuts.signature import REACH, Signatures, is_flat

Values = np.ndarray[Any, np.dtype[np.float64]]

MOST_MISFIT = 0.77
BEND_WEIGHT = 5.0
"""The most of residual + 5 * bend. The residual is how much of the difference between A and B a mixture leaves
unexplained on average (A and B move too, so it is not 0), the bend is how far, root mean square, `a` is from
growing evenly. Measured with 12 pairs of clips, 8 to 24 frames, clean and worn: of 56 dissolves 50 have up to
0.73; the other six, between two shots of one road or out of a racing camera in 8 frames, 0.92 and more. Twenty
stretches of movement that the network took for a dissolve have 0.82 (one of 4 frames), 0.94 and more."""

MOST_FADE_RESIDUAL = 0.4
"""Of the picture that fades, how much may remain unexplained on average. Measured as above: up to 0.28."""

MOST_RETREAT = 0.2
"""How far `a` may fall back in all; damage and flicker disturb it a little."""

LEAST_GAIN = 0.05
"""Gain under which a frame is taken to show neither A nor B."""

REFITS = 5
NOISE = 1.0


class Mixture(NamedTuple):
    """The frames of a stretch as mixtures of A and B: the share `a` of B in each, and what remains, relative."""

    share: Values
    residual: float


def is_mixture(signatures: Signatures, start: int, end: int) -> bool:
    """Whether frames `start` to `end` (exclusive) turn gradually from the picture before into the one after."""
    if start < 1 or end >= len(signatures) or end <= start:
        return False
    flat = np.flatnonzero(is_flat(signatures[start - 1 : end + 1]))
    if len(flat):
        first, last = start - 1 + int(flat[0]), start - 1 + int(flat[-1])
        # To the even tone and back from it; the way back is a way there, seen from its end.
        return _sinks(signatures, start, first) and _sinks(signatures[::-1], *_mirrored(signatures, last + 1, end))
    found = mixture(signatures, start, end)
    even = np.arange(1, end - start + 1) / (end - start + 1)
    bend = float(np.sqrt(np.mean((found.share - even) ** 2)))
    return found.residual + BEND_WEIGHT * bend <= MOST_MISFIT and _retreat(found.share) <= MOST_RETREAT


def mixture(signatures: Signatures, start: int, end: int) -> Mixture:
    """Frames `start` to `end` as mixtures p A + q B of the pictures before and after; p + q is the frame's gain."""
    before = _middle(signatures[max(start - REACH, 0) : start])
    after = _middle(signatures[end : end + REACH])
    apart = max(_rms(_rest(before, after)), _rms(_rest(after, before)), NOISE)
    share, left = np.empty(end - start), np.empty(end - start)
    basis = np.stack((before, after), axis=1)
    for place, frame in enumerate(signatures[start:end].astype(np.float64)):
        p, q = _fit(basis, frame)
        share[place] = q / max(p + q, LEAST_GAIN)
        left[place] = _rms(frame - basis @ np.linalg.lstsq(basis, frame, rcond=None)[0])
    return Mixture(share, float(left.mean()) / apart)


def _sinks(signatures: Signatures, start: int, flat: int) -> bool:
    """Whether frames `start` to `flat` are the picture before them, losing its contrast; true where none are."""
    if flat <= start:
        return True
    picture = _centred(_middle(signatures[max(start - REACH, 0) : start]))
    frames = _centred(signatures[start:flat].astype(np.float64))
    strength = frames @ picture / max(float(picture @ picture), NOISE)
    left = np.sqrt(np.mean((frames - strength[:, np.newaxis] * picture) ** 2, axis=1))
    return float(left.mean()) <= MOST_FADE_RESIDUAL * _rms(picture) and _retreat(1.0 - strength) <= MOST_RETREAT


def _mirrored(signatures: Signatures, start: int, end: int) -> tuple[int, int]:
    return len(signatures) - end, len(signatures) - start


def _fit(basis: Values, frame: Values) -> Values:
    """Least squares with Huber's weights: what moves or is dirt within the frame does not bend the shares."""
    weight = np.ones(len(frame))
    found: Values = np.zeros(2)
    for _ in range(1 + REFITS):
        root = np.sqrt(weight)
        found = np.asarray(np.linalg.lstsq(basis * root[:, np.newaxis], frame * root, rcond=None)[0], np.float64)
        left = np.abs(frame - basis @ found)
        limit = 1.5 * float(np.median(left)) + NOISE
        weight = np.minimum(1.0, limit / np.maximum(left, 1e-6))
    return found


def _rest(picture: Values, other: Values) -> Values:
    """What of `picture` is not `other` at some gain."""
    return picture - float(picture @ other) / max(float(other @ other), NOISE) * other


def _retreat(share: Values) -> float:
    steps = np.diff(share, prepend=0.0, append=1.0)
    return -float(np.minimum(steps, 0.0).sum())


def _middle(signatures: Signatures) -> Values:
    return np.asarray(np.median(signatures, axis=0), dtype=np.float64)


def _centred(pictures: Values) -> Values:
    centred: Values = pictures - pictures.mean(axis=-1, keepdims=True)
    return centred


def _rms(values: Values) -> float:
    return float(np.sqrt(np.mean(values * values)))
