"""What a worn frame is kept on: bits, curves and lossy compression. They wear picture and damage alike."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from operators.contract.frames import FloatArray

CINEON_BLACK, CINEON_WHITE = 95.0 / 1023.0, 685.0 / 1023.0
"""Code values of black and white in Kodak's Cineon film scans."""
_CINEON_GAMMA, _CINEON_STEP = 0.6, 0.002
_MIDDLE = np.float32(128.0 / 255.0)


@dataclass(frozen=True, slots=True)
class Carrier:
    """How frames are stored: `curve` is "video", "flat" (lifted black, lowered white) or "cineon"; `bits` 8 to 16.

    `jpeg` is the quality of each frame's compression, 0 for none; with `predicted`, frames after the first keep
    only what changed coarsely, as inter-frame video codecs do.
    """

    curve: str = "video"
    bits: int = 16
    jpeg: int = 0
    predicted: bool = False

    @property
    def black(self) -> float:
        """Where the curve puts black."""
        return {"cineon": CINEON_BLACK, "flat": 0.09}.get(self.curve, 0.0)

    @property
    def white(self) -> float:
        """Where the curve puts white."""
        return {"cineon": CINEON_WHITE, "flat": 0.86}.get(self.curve, 1.0)


def encoded(frames: FloatArray, carrier: Carrier) -> FloatArray:
    """Video-encoded frames (any shape, 0..1) on the carrier's curve.

    Cineon: density above base in steps of 0.002 at a film gamma of 0.6 (Kodak, "Conversion of 10-bit Log Film Data
    To 8-bit Linear or Video Data", 1995), from video by a gamma of 2.2.
    """
    if carrier.curve == "cineon":
        # White and black as in the standard: 10**((95 - 685) * 0.002 / 0.6) is the light of black.
        least = 10.0 ** ((CINEON_BLACK - CINEON_WHITE) * 1023.0 * _CINEON_STEP / _CINEON_GAMMA)
        light = np.maximum(frames, 0.0) ** 2.2 * (1.0 - least) + least
        code = CINEON_WHITE + np.log10(light) * (_CINEON_GAMMA / _CINEON_STEP / 1023.0)
        return np.asarray(code, dtype=np.float32)
    return np.asarray(carrier.black + frames * (carrier.white - carrier.black), dtype=np.float32)


def kept(frames: FloatArray, carrier: Carrier) -> FloatArray:
    """Frames `(N, H, W, C)` 0..1, clipped, compressed and rounded as the carrier does; C is 1 or 3."""
    out = np.clip(frames, 0.0, 1.0)
    if carrier.jpeg > 0:
        out = _compressed(out, carrier)
    top = np.float32(2**carrier.bits - 1)
    return np.asarray(np.rint(out * top) / top, dtype=np.float32)


def _compressed(frames: FloatArray, carrier: Carrier) -> FloatArray:
    out = np.empty_like(frames)
    for t, frame in enumerate(frames):
        if t == 0 or not carrier.predicted:
            out[t] = _through_jpeg(frame, carrier.jpeg)
        else:
            # What the frame before left over is coded like a picture round mid grey.
            rest = np.clip((frame - out[t - 1]) * np.float32(0.5) + _MIDDLE, 0.0, 1.0)
            out[t] = np.clip(out[t - 1] + (_through_jpeg(rest, carrier.jpeg) - _MIDDLE) * 2.0, 0.0, 1.0)
    return out


def _through_jpeg(frame: FloatArray, quality: int) -> FloatArray:
    picture = np.rint(frame * np.float32(255.0)).astype(np.uint8)
    done, data = cv2.imencode(".jpg", picture, (cv2.IMWRITE_JPEG_QUALITY, quality))
    if not done:
        raise ValueError(f"a picture of shape {frame.shape} cannot be compressed")
    back = np.asarray(cv2.imdecode(data, cv2.IMREAD_UNCHANGED))
    return back.reshape(frame.shape).astype(np.float32) / np.float32(255.0)
