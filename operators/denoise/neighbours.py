"""The frames round the one to be denoised, and the motion to them."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from operators.contract import Context, FloatArray, Window, as_array, luma
from operators.motion import estimate, matched, search_picture, to_full_size, warp

_REACH = 12.0
"""Deviation (pixels, at the scale of the search) over which motion is evened out."""

_PATIENCE = 1.8
"""How much worse the evened motion may fit, in square error, and still be taken for the truth."""

_SMOOTHING = 1.2
"""Noise is not to be matched: pictures are blurred by this deviation before."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another frame's opponent channels `(C, H, W)` as they are, and the way there from the centre `(H, W, 2)`."""

    channels: FloatArray
    flow: FloatArray

    def moved(self, centre: FloatArray) -> FloatArray:
        """The channels sampled along the motion, brought to the local brightness of `centre`."""
        return self._sampled(self.flow, centre, cv2.INTER_CUBIC)

    def moved_whole(self, centre: FloatArray) -> FloatArray:
        """The same by whole pixels: sampling between pixels would smooth the very noise one wants to measure."""
        return self._sampled(np.rint(self.flow), centre, cv2.INTER_NEAREST)

    def _sampled(self, flow: FloatArray, centre: FloatArray, interpolation: int) -> FloatArray:
        pairs = zip(self.channels, centre, strict=True)
        return np.stack([matched(warp(channel, flow, interpolation), target) for channel, target in pairs])


def neighbours(window: Window, colours: int, radius: int, context: Context) -> list[Neighbour]:
    """The frames of `window` up to `radius` away, the nearest first."""
    offsets = sorted((offset for offset in window.frames if 0 < abs(offset) <= radius), key=abs)
    if not offsets:
        return []
    here = _smoothed(as_array(window.centre))
    search = search_picture(here)
    found = []
    for offset in offsets:
        context.check()
        frame = as_array(window.frames[offset])
        there = _smoothed(frame)
        flow = to_full_size(estimate(search, search_picture(there)), here.shape)
        found.append(Neighbour(opponent(frame[:colours]), _calm(flow, here, there)))
    return found


def _smoothed(frame: FloatArray) -> FloatArray:
    return np.asarray(cv2.GaussianBlur(luma(frame), (0, 0), _SMOOTHING), dtype=np.float32)


def _calm(flow: FloatArray, here: FloatArray, there: FloatArray) -> FloatArray:
    """`flow` evened out wherever that hardly fits worse.

    Dense motion follows the noise where the picture is flat: it finds noise that happens to look alike, which then
    no longer averages out, and hides a part of the noise from the measurement.
    """
    height, width = here.shape
    small = (max(width // 4, 1), max(height // 4, 1))
    scale = max(1.0, max(height, width) / 1024)
    coarse = cv2.GaussianBlur(cv2.resize(flow, small, interpolation=cv2.INTER_AREA), (0, 0), scale * _REACH / 4)
    even = np.asarray(cv2.resize(coarse, (width, height), interpolation=cv2.INTER_LINEAR), dtype=np.float32)
    fits = _misfit(even, here, there) < _PATIENCE * _misfit(flow, here, there)
    return np.where(fits[..., None], even, flow).astype(np.float32)


def _misfit(flow: FloatArray, here: FloatArray, there: FloatArray) -> FloatArray:
    difference = np.square(warp(there, flow, cv2.INTER_LINEAR) - here)
    return np.asarray(cv2.GaussianBlur(difference, (0, 0), 5.0), dtype=np.float32)


OPPONENT = np.array(
    [
        [1 / np.sqrt(3), 1 / np.sqrt(3), 1 / np.sqrt(3)],
        [1 / np.sqrt(2), 0.0, -1 / np.sqrt(2)],
        [1 / np.sqrt(6), -2 / np.sqrt(6), 1 / np.sqrt(6)],
    ],
    np.float32,
)
"""Orthonormal brightness and two colour differences: white noise stays white, and the inverse is the transpose."""


def opponent(rgb: FloatArray) -> FloatArray:
    """Three colour channels `(3, H, W)` as brightness and colour differences; a grey one `(1, H, W)` as it is."""
    return np.einsum("ij,jhw->ihw", OPPONENT, rgb) if rgb.shape[0] == 3 else rgb.copy()


def opponent_back(channels: FloatArray) -> FloatArray:
    """The inverse of `opponent`."""
    return np.einsum("ji,jhw->ihw", OPPONENT, channels) if channels.shape[0] == 3 else channels
