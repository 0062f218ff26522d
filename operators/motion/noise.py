"""How grainy a picture is."""

from __future__ import annotations

import cv2
import numpy as np

from operators.contract import FloatArray


def noise_of(picture: FloatArray) -> float:
    """The deviation of grain and noise in `picture` `(H, W)`, from the median of its finest detail.

    The kernel is Immerkaer's (CVIU 64(2), 1996): blind to slopes and curvature.
    """
    kernel = np.array([[1, -2, 1], [-2, 4, -2], [1, -2, 1]], np.float32) / 6.0
    detail = np.abs(cv2.filter2D(picture, -1, kernel)[::2, ::2])
    return 1.4826 * float(np.median(detail)) + 1e-4
