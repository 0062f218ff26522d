"""maxRGB of a rendered picture in PQ, as `app.hdr.statistics` counts it.

Native pictures take tables over their code values, as `app.engine.screen` does; pictures of filters and of encodings
that are no HDR go through float pictures.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import cv2
import numpy as np
import torch

from app.engine.render import Rendered, as_tensor
from app.engine.screen import code_indices
from app.hdr.statistics.light import MaxRgb, indices
from app.media.colour import convert
from app.media.colour.baked import Levels, looked_up
from app.media.picture import NativePicture
from operators.colour.hlg import NOMINAL_PEAK, hlg_inverse_oetf, hlg_to_nits, system_gamma
from operators.colour.pq import pq_inverse_eotf
from operators.colour.primaries import LUMINANCE


def max_rgb(rendered: Rendered, encoding: str) -> MaxRgb:
    """maxRGB `(H, W)` of a picture in `encoding`, as a display shows it (HLG: at 1000 cd/m2; SDR: at 100).

    UsageError where the encoding is none of the shipped colour configuration.
    """
    if isinstance(rendered, NativePicture) and not rendered.format.is_float:
        if encoding == "pq_bt2020":
            index, levels = code_indices(rendered)
            return np.asarray(looked_up(_brightest(index), _pq_table(levels)), np.uint16)
        if encoding == "hlg_bt2020" and rendered.format.colour_planes == 3:
            index, levels = code_indices(rendered)
            return _hlg_by_tables(index, levels)
    return indices(_brightest_signal(as_tensor(rendered), encoding))


def _brightest(index: Any) -> Any:
    if index.ndim == 2:
        return index
    red, green, blue = cv2.split(index)
    return cv2.max(cv2.max(red, green), blue)


@lru_cache(maxsize=16)
def _pq_table(levels: Levels) -> MaxRgb:
    return indices(levels.values())


def _hlg_by_tables(index: Any, levels: Levels) -> MaxRgb:
    """The gain of the OOTF is the same for all channels of a pixel, so the brightest stays the brightest."""
    scene = looked_up(index, _scene_table(levels))
    total = np.asarray(cv2.transform(scene, np.array([LUMINANCE], np.float32)))
    gain = NOMINAL_PEAK * total ** np.float32(system_gamma() - 1)
    return indices(pq_inverse_eotf(_brightest(scene) * gain))


@lru_cache(maxsize=16)
def _scene_table(levels: Levels) -> Any:
    return hlg_inverse_oetf(levels.values().clip(0, 1)).astype(np.float32)


def _brightest_signal(tensor: torch.Tensor, encoding: str) -> Any:
    colours = tensor[:1].expand(3, -1, -1) if tensor.shape[0] < 3 else tensor[:3]
    if encoding == "pq_bt2020":
        return colours.amax(dim=0).numpy()
    if encoding == "hlg_bt2020":
        return pq_inverse_eotf(hlg_to_nits(colours.clamp(0, 1)).amax(dim=0)).numpy()
    pixels = np.ascontiguousarray(colours.permute(1, 2, 0).numpy())
    return convert(encoding, "pq_bt2020")(pixels).max(axis=2)
