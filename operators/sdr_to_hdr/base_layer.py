"""The base of a picture: what is left when grain and fine texture are taken away, with edges where they were.

Source: K. He, J. Sun, X. Tang, "Guided Image Filtering", PAMI 2013, with the picture as its own guide, and its
subsampled form (K. He, J. Sun, "Fast Guided Filter", 2015): the coefficients are found on a small picture and
enlarged, so that the cost hardly depends on the radius, and the grain is averaged away before it is looked at.
"""

from __future__ import annotations

import cv2
import numpy as np
import torch
import torch.nn.functional as F

ROWS = 270
"""The small picture has about so many rows: a quarter of HD."""
RADIUS = 6
"""Of the window, in pixels of the small picture: 52 lines of HD together, a dozen grains across."""


def base_layer(picture: torch.Tensor, contrast: float) -> torch.Tensor:
    """The base of `picture` `(H, W)`; what changes by less than `contrast` counts as texture and goes."""
    step = step_of(picture.shape[0])
    small = reduced(picture, step)
    mean = _box(small)
    variance = (_box(small * small) - mean * mean).clamp_min(0.0)
    # Squares make the passage from texture to edge steeper than the paper's, so that strong grain is still texture.
    slope = variance.square() / (variance.square() + contrast**4)
    slope, offset = _box(slope), _box(mean - slope * mean)
    rows, columns = picture.shape
    return enlarged(slope, step, rows, columns) * picture + enlarged(offset, step, rows, columns)


def step_of(rows: int) -> int:
    """Pixels that become one in the small picture, each way."""
    return max(1, round(rows / ROWS))


def reduced(picture: torch.Tensor, step: int) -> torch.Tensor:
    """Means over squares of `step` pixels of `(H, W)` or `(C, H, W)`; the last row and column may stand for fewer."""
    if step == 1:
        return picture
    stack = picture.reshape(1, -1, *picture.shape[-2:])
    small = F.avg_pool2d(stack, step, ceil_mode=True, count_include_pad=False)
    return small.reshape(*picture.shape[:-2], *small.shape[-2:])


def enlarged(small: torch.Tensor, step: int, rows: int, columns: int) -> torch.Tensor:
    """The way back of `(h, w)`, linearly."""
    if step == 1:
        return small
    wide = F.interpolate(small[None, None], scale_factor=float(step), mode="bilinear", align_corners=False)
    return wide[0, 0, :rows, :columns]


def _box(small: torch.Tensor) -> torch.Tensor:
    return box_means(small[None], RADIUS)[0]


def box_means(planes: torch.Tensor, radius: int) -> torch.Tensor:
    """Means over squares of 2 `radius` + 1 pixels round each pixel of `(C, H, W)`; edges go on as they are."""
    side = 2 * radius + 1
    if planes.device.type == "cpu":  # where OpenCV's running sums take a tenth of the time
        made = [cv2.blur(plane, (side, side), borderType=cv2.BORDER_REPLICATE) for plane in planes.numpy()]
        return torch.from_numpy(np.stack(made))
    wide = F.pad(planes[None], (radius,) * 4, mode="replicate")
    across = F.avg_pool2d(wide, (1, side), stride=1)
    return F.avg_pool2d(across, (side, 1), stride=1)[0]
