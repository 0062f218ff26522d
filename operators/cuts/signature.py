"""A frame boiled down to 144 bytes, enough to tell whether two frames show the same picture.

Signatures of a 200,000 frame reel take 29 MB, so that a whole reel's evidence can be judged at its end.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import cv2
import numpy as np

ByteImage = np.ndarray[tuple[int, int, int], np.dtype[np.uint8]]
Signature = np.ndarray[tuple[int], np.dtype[np.uint8]]
Signatures = np.ndarray[tuple[int, int], np.dtype[np.uint8]]
Floats = np.ndarray[Any, np.dtype[np.float32]]

SIZE = (16, 9)
REACH = 3
"""Frames on either side that are compared: a flash of up to two frames leaves one that is well."""

FLAT = 6
"""Code values between the darkest and brightest tenth of a picture that shows nothing: black, white or fogged
film. The extremes are left out because dirt lies on black frames too."""

STILL = 0.005
"""Difference of frames that are as good as equal; keeps the contrast of still pictures finite."""

BLOCK = 2048


class Change(NamedTuple):
    """How much the picture after a place differs from that before it.

    `difference` is 1 - correlation of the two most alike frames across the place, `contrast` is that divided
    by the difference of the most alike frames on the less steady side: damage, movement and flashes raise
    both, so the ratio stays low where nothing was cut. Measured on 22 cuts among 23 clips, half of them of
    very similar framing, with 10 % flicker, flashes and large blotches: cuts have a contrast of 5 and more and
    a difference of 0.09 and more; other frames reach 1.9 there, and 3.6 in a second
    edit with dissolves.
    """

    difference: Floats
    contrast: Floats


def signature(thumbnail: ByteImage) -> Signature:
    """The luma of an RGB picture in 16 x 9 cells, row by row."""
    small = cv2.resize(thumbnail, SIZE, interpolation=cv2.INTER_AREA)
    return np.asarray(cv2.cvtColor(small, cv2.COLOR_RGB2GRAY), dtype=np.uint8).reshape(-1)


def is_flat(signatures: np.ndarray[Any, np.dtype[np.uint8]]) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """Which of the signatures `(..., 144)` show nothing, `(...)`."""
    tenth = signatures.shape[-1] // 10
    ordered = np.partition(signatures, (tenth, -1 - tenth), axis=-1).astype(np.int16)
    flat: np.ndarray[Any, np.dtype[np.bool_]] = ordered[..., -1 - tenth] - ordered[..., tenth] < FLAT
    return flat


def change_at(signatures: Signatures, start: int, end: int) -> tuple[float, float]:
    """(difference, contrast) of the picture before frame `start` and from frame `end` on."""
    before, after = signatures[max(start - REACH, 0) : start], signatures[end : end + REACH]
    if len(before) < REACH or len(after) < REACH:
        return 0.0, 0.0
    change = _change(_unit(np.concatenate((before, after)))[np.newaxis])
    return float(change.difference[0]), float(change.contrast[0])


def changes(signatures: Signatures) -> Change:
    """The change at every frame against the frames before it; 0 for the first and last few frames."""
    count = len(signatures)
    difference, contrast = np.zeros(count, np.float32), np.zeros(count, np.float32)
    places = count - 2 * REACH + 1
    for first in range(0, max(places, 0), BLOCK):
        last = min(first + BLOCK, places)
        units = _unit(signatures[first : last + 2 * REACH - 1])
        windows = np.lib.stride_tricks.sliding_window_view(units, 2 * REACH, axis=0).swapaxes(1, 2)
        found = _change(windows)
        difference[first + REACH : last + REACH] = found.difference
        contrast[first + REACH : last + REACH] = found.contrast
    return Change(difference, contrast)


def _change(windows: Floats) -> Change:
    """The change in the middle of windows of unit signatures `(N, 2 * REACH, cells)`."""
    apart = 1.0 - windows @ windows.swapaxes(1, 2)
    across = apart[:, :REACH, REACH:].min(axis=(1, 2))
    pairs = np.triu_indices(REACH, 1)
    before = apart[:, :REACH, :REACH][:, *pairs].min(axis=1)
    after = apart[:, REACH:, REACH:][:, *pairs].min(axis=1)
    steady = np.maximum(np.maximum(before, after), 0.0) + STILL
    return Change(np.maximum(across, 0.0), np.maximum(across, 0.0) / steady)


def _unit(signatures: Signatures) -> Floats:
    """Unit vectors whose product is the correlation coefficient, which neither gain nor offset changes.

    A further component stands for flat pictures: they equal each other and nothing else.
    """
    values = signatures.astype(np.float32)
    values -= values.mean(axis=1, keepdims=True)
    flat = is_flat(signatures)
    values[flat] = 0.0
    length = np.sqrt((values * values).sum(axis=1, keepdims=True))
    values /= np.maximum(length, 1e-6)
    return np.concatenate((values, flat[:, np.newaxis].astype(np.float32)), axis=1)
