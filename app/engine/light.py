"""maxRGB of a rendered picture in PQ, as `app.hdr.statistics` counts it.

Native pictures take tables over their code values, as `app.engine.screen` does; pictures of filters and of encodings
that are no HDR go through float pictures.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache, reduce
from typing import Any

import cv2
import numpy as np
import torch

from app.engine.render import Rendered, as_tensor
from app.engine.screen import code_indices
from app.hdr.statistics.light import BINS, MaxRgb, indices
from app.hdr.statistics.picture_area import Area
from app.media.colour import convert
from app.media.colour.baked import Levels, looked_up
from app.media.picture import NativePicture
from operators.colour.hlg import NOMINAL_PEAK, hlg_inverse_oetf, hlg_to_nits, system_gamma
from operators.colour.pq import pq_inverse_eotf
from operators.colour.primaries import LUMINANCE

Channels = tuple[float, float, float]
"""The PQ signals of the brightest red, green and blue."""


def max_rgb(rendered: Rendered, encoding: str) -> MaxRgb:
    """maxRGB `(H, W)` of a picture in `encoding`, as a display shows it (HLG: at 1000 cd/m2; SDR: at 100).

    UsageError where the encoding is none of the shipped colour configuration.
    """
    return max_rgb_and_channels(rendered, encoding)[0]


def max_rgb_and_channels(rendered: Rendered, encoding: str, area: Area | None = None) -> tuple[MaxRgb, Channels]:
    """`max_rgb`, and beside it how bright each channel gets within `area` (None: everywhere)."""
    if isinstance(rendered, NativePicture) and not rendered.format.is_float:
        if encoding == "pq_bt2020":
            index, levels = code_indices(rendered)
            planes, table = _planes(index), _pq_table(levels)
            found = np.asarray(looked_up(_brightest(planes), table), np.uint16)
            return found, _tops([table[plane.max()] / (BINS - 1) for plane in _inside(planes, area)])
        if encoding == "hlg_bt2020" and rendered.format.colour_planes == 3:
            index, levels = code_indices(rendered)
            return _of_light(_hlg_by_tables(index, levels), area)
    if encoding == "hlg_bt2020":
        return _of_light(list(hlg_to_nits(_colours(as_tensor(rendered)).clamp(0, 1)).numpy()), area)
    return _of_signals(_signals(as_tensor(rendered), encoding), area)


def _planes(picture: Any) -> Sequence[Any]:
    return [picture] if picture.ndim == 2 else list(cv2.split(picture))


def _brightest(planes: Sequence[Any]) -> Any:
    return reduce(cv2.max, planes)


def _inside(planes: Sequence[Any], area: Area | None) -> Sequence[Any]:
    return planes if area is None else [area.of(plane) for plane in planes]


def _tops(found: Sequence[float]) -> Channels:
    red, green, blue = found if len(found) == 3 else (found[0],) * 3
    return float(red), float(green), float(blue)


def _of_light(planes: Sequence[Any], area: Area | None) -> tuple[MaxRgb, Channels]:
    """Of planes of light in cd/m2."""
    tops = [pq_inverse_eotf(float(plane.max())) for plane in _inside(planes, area)]
    return indices(pq_inverse_eotf(_brightest(planes))), _tops(tops)


def _of_signals(planes: Any, area: Area | None) -> tuple[MaxRgb, Channels]:
    """Of PQ signals `(3, H, W)`; beyond 0..1 they count as the ends."""
    tops = [float(np.clip(plane.max(), 0, 1)) for plane in _inside(planes, area)]
    return indices(planes.max(axis=0)), _tops(tops)


@lru_cache(maxsize=16)
def _pq_table(levels: Levels) -> MaxRgb:
    return indices(levels.values())


def _hlg_by_tables(index: Any, levels: Levels) -> Sequence[Any]:
    """Light in cd/m2 of the channels."""
    scene = looked_up(index, _scene_table(levels))
    total = np.asarray(cv2.transform(scene, np.array([LUMINANCE], np.float32)))
    gain = NOMINAL_PEAK * total ** np.float32(system_gamma() - 1)
    return [plane * gain for plane in cv2.split(scene)]


@lru_cache(maxsize=16)
def _scene_table(levels: Levels) -> Any:
    return hlg_inverse_oetf(levels.values().clip(0, 1)).astype(np.float32)


def _colours(tensor: torch.Tensor) -> torch.Tensor:
    return tensor[:1].expand(3, -1, -1) if tensor.shape[0] < 3 else tensor[:3]


def _signals(tensor: torch.Tensor, encoding: str) -> Any:
    colours = _colours(tensor)
    if encoding == "pq_bt2020":
        return colours.numpy()
    pixels = np.ascontiguousarray(colours.permute(1, 2, 0).numpy())
    return np.moveaxis(convert(encoding, "pq_bt2020")(pixels), 2, 0)
