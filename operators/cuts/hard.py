"""Hard cuts: PySceneDetect's adaptive detector, fed frame by frame, and taught black-and-white film."""

from __future__ import annotations

from fractions import Fraction

import cv2
import numpy as np
from scenedetect.common import FrameTimecode
from scenedetect.detectors import AdaptiveDetector, ContentDetector

from operators.cuts.signature import ByteImage

MONOCHROME = 4.0
"""Colour left once the tone is taken out, in code values, under which a picture counts as monochrome."""


class HardCuts:
    """Collects the frames at which the picture jumps. Feed every frame in order.

    The score of a frame is its mean change against the frame before, in HSV for colour pictures and in luma
    for monochrome and toned ones: there hue is noise, and would both hide real cuts and raise the level they
    are compared with. A jump is a frame whose score is at least `threshold` times the mean of the two frames
    before and after it (B. Castellano, PySceneDetect, AdaptiveDetector).
    """

    def __init__(self, rate: Fraction, threshold: float, least_change: float) -> None:
        self._rate = rate
        self._detector = _Detector(
            adaptive_threshold=threshold, min_content_val=least_change, min_scene_len=0, window_width=2
        )
        self.count = 0
        self.jumps: list[int] = []

    def add(self, frame: ByteImage, thumbnail: ByteImage) -> None:
        """Judge the next frame; `thumbnail` is the same picture, smaller, on which colour is measured."""
        self._detector.choose_weights(is_monochrome(thumbnail))
        timecode = FrameTimecode(self.count, self._rate)
        bgr = cv2.cvtColor(frame, cv2.COLOR_RGB2BGR)
        self.jumps.extend(found.frame_num for found in self._detector.process_frame(timecode, bgr))
        self.count += 1


class _Detector(AdaptiveDetector):  # type: ignore[misc]  # the package is not typed
    """The adaptive detector with its weights chosen per frame."""

    def choose_weights(self, monochrome: bool) -> None:
        colour = ContentDetector.DEFAULT_COMPONENT_WEIGHTS
        self._weights = ContentDetector.LUMA_ONLY_WEIGHTS if monochrome else colour


def is_monochrome(picture: ByteImage) -> bool:
    """Whether the colours are one function of brightness: grey, sepia, tinted or toned film.

    Red minus green and blue minus green are predicted from luma by a parabola, as a toning curve bends; what is
    left over is colour.
    """
    red, green, blue = (picture[..., i].astype(np.float32).reshape(-1) for i in range(3))
    luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    unit = luma / 255.0
    basis = np.stack((np.ones_like(unit), unit, unit * unit), axis=1)
    chroma = np.stack((red - green, blue - green), axis=1)
    fitted, *_ = np.linalg.lstsq(basis, chroma, rcond=None)
    return bool((chroma - basis @ fitted).std() < MONOCHROME)
