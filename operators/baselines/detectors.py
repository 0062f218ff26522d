"""Blotch detectors on a frame and its two motion-compensated neighbours; all luma `(H, W)`, nominal 0..1.

Each gives evidence `(H, W)`; a threshold turns it into a mask. Feed `operators.motion.moved_neighbours` pictures
(DIS flow, gain-matched) for "SROD + DIS".
"""

from __future__ import annotations

import numpy as np

from operators.contract import FloatArray


def sdi(centre: FloatArray, before: FloatArray, after: FloatArray) -> FloatArray:
    """Spike detection index (Kokaram 1998), with the sign test of SDIp: the lesser of two like-signed differences."""
    first, second = centre - before, centre - after
    evidence = np.where(first * second > 0, np.minimum(np.abs(first), np.abs(second)), 0)
    return np.asarray(evidence, np.float32)


def rod(centre: FloatArray, before: FloatArray, after: FloatArray) -> FloatArray:
    """Rank-ordered differences (Nadenau and Mitra 1997), with thresholds in the usual proportion 8 : 14 : 24.

    The evidence is in units of the first threshold.
    """
    ranks = np.sort(_three_rows(before, after), axis=0)
    middle = 0.5 * (ranks[2] + ranks[3])
    above = [centre - ranks[5], centre - ranks[4], centre - ranks[3]]
    below = [ranks[0] - centre, ranks[1] - centre, ranks[2] - centre]
    sides = [np.where(centre > middle, a, b) for a, b in zip(above, below, strict=True)]
    scaled = [side * (8.0 / threshold) for side, threshold in zip(sides, (8.0, 14.0, 24.0), strict=True)]
    return np.asarray(np.maximum(np.maximum.reduce(scaled), 0), np.float32)


def srod(centre: FloatArray, before: FloatArray, after: FloatArray) -> FloatArray:
    """Simplified ROD (Biemond, van Roosmalen and Lagendijk 1999): distance beyond the range of six neighbours."""
    six = _three_rows(before, after)
    return np.asarray(np.maximum(np.maximum(six.min(axis=0) - centre, centre - six.max(axis=0)), 0), np.float32)


def _three_rows(before: FloatArray, after: FloatArray) -> FloatArray:
    """Each neighbour's pixel and those above and below it, `(6, H, W)`."""
    rows = []
    for picture in (before, after):
        padded = np.pad(picture, ((1, 1), (0, 0)), mode="edge")
        rows += [padded[:-2], picture, padded[2:]]
    return np.stack(rows)
