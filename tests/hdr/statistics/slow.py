"""The statistics once more, slowly: float64 pixels, colour-science, sorted values. Shares no code with ours."""

from __future__ import annotations

import math
import warnings
from dataclasses import dataclass

import numpy as np

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import colour

from app.media.picture import NativePicture


@dataclass(frozen=True)
class SlowLight:
    codes: tuple[int, int, int, int]
    max_cll: int
    max_fall: int


def max_rgb_nits(picture: NativePicture) -> np.ndarray:
    """maxRGB `(H, W)` in cd/m2; see `rgb_nits`."""
    return rgb_nits(picture).max(axis=0)


def rgb_nits(picture: NativePicture) -> np.ndarray:
    """Light `(3, H, W)` in cd/m2 of a PQ or HLG picture, R'G'B' full range or Y'CbCr narrow range of BT.2020."""
    fmt = picture.format
    top = 2**fmt.bit_depth - 1
    if fmt.model == "rgb":
        rgb = np.stack([plane.astype(np.float64) / top for plane in picture.planes], axis=-1)
    else:
        rgb = _from_ycbcr(picture)
    rgb = rgb.clip(0, 1)
    if fmt.encoding == "hlg_bt2020":
        light = colour.models.eotf_BT2100_HLG(rgb, L_W=1000, gamma=1.2)
    else:
        light = colour.models.eotf_ST2084(rgb)
    return np.moveaxis(light, -1, 0)


def _from_ycbcr(picture: NativePicture) -> np.ndarray:
    fmt = picture.format
    unit = 2 ** (fmt.bit_depth - 8)
    y = (picture.planes[0].astype(np.float64) - 16 * unit) / (219 * unit)
    across, down = fmt.subsampling
    chroma = []
    for plane in picture.planes[1:]:
        c = (plane.astype(np.float64) - 128 * unit) / (224 * unit)
        c = np.repeat(c, down, axis=0)[: fmt.height]
        # Left-sited: sample k lies at pixel `across * k`; linear in between, held after the last.
        at = np.arange(fmt.width) / across
        chroma.append(np.stack([np.interp(at, np.arange(row.size), row) for row in c]))
    cb, cr = chroma
    kr, kb = 0.2627, 0.0593
    red, blue = y + 2 * (1 - kr) * cr, y + 2 * (1 - kb) * cb
    green = (y - kr * red - kb * blue) / (1 - kr - kb)
    return np.stack([red, green, blue], axis=-1)


def slow_light(frames: list[np.ndarray], *, average: str = "linear", spread: str = "linear") -> SlowLight:
    """Of the maxRGB light of one or several frames, all pixels together."""
    nits = np.concatenate([frame.ravel() for frame in frames])
    pq = colour.models.eotf_inverse_ST2084(nits)
    in_order = np.sort(nits)
    low, high = (in_order[math.ceil(share * nits.size) - 1] for share in (0.1, 0.9))
    to_pq = colour.models.eotf_inverse_ST2084
    mean = float(to_pq(nits.mean())) if average == "linear" else float(pq.mean())
    span = float(to_pq(high - low)) if spread == "linear" else float(to_pq(high) - to_pq(low))
    codes = tuple(math.floor(4095 * value) for value in (float(pq.min()), mean, span, float(pq.max())))
    fall = max(frame.mean() for frame in frames)
    return SlowLight(codes, math.ceil(round(nits.max(), 2)), math.ceil(round(fall, 2)))
