"""SDR to HDR against known answers, grain, round trips; and how quickly light is measured and pictures converted.

The answers are made, because no HDR film ships: frames of the shipped clips are what surfaces reflect, lit by a made
field of light (a dim room, windows, lamps), up to thousands of cd/m2. That is no method's own curve. Each scene is
taken to SDR by several tone curves, of which one at most is the one that a method inverts, to 8 bits; each method has
to find the way back from those.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import torch

from app.jobs.clips import CLIPS, Clips
from app.jobs.progress import Progress, Reporter
from operators.colour.bt1886 import bt1886_eotf, bt1886_inverse_eotf
from operators.colour.bt2446 import method_c_to_sdr
from operators.colour.eetf import bt2390_eetf
from operators.colour.ictcp import delta_e_itp, nits_to_ictcp
from operators.colour.pq import pq_eotf, pq_inverse_eotf
from operators.colour.primaries import bt709_to_bt2020, bt2020_to_bt709, luminance
from operators.colour.pu21 import pu21_psnr
from operators.contract import Context, FrameInfo, Window
from operators.hdr_to_sdr.operator import OPERATOR as DOWN
from operators.hdr_to_sdr.operator import HdrToSdrParams
from operators.sdr_to_hdr.operator import OPERATOR as UP
from operators.sdr_to_hdr.operator import SdrToHdrParams

SIZE = (480, 270)
WHITE = 203.0
METHODS: Mapping[str, SdrToHdrParams] = {
    "direct": SdrToHdrParams(),
    "bt2446a": SdrToHdrParams(method="bt2446a"),
    "bt2446c": SdrToHdrParams(method="bt2446c"),
    "film 600": SdrToHdrParams(method="film"),
    "film 1000": SdrToHdrParams(method="film", peak=1000.0),
}
INVERSES: Mapping[str, HdrToSdrParams] = {
    "direct": HdrToSdrParams(method="direct"),
    "BT.2446 C": HdrToSdrParams(),
    "BT.2390 from 1000": HdrToSdrParams(method="bt2390"),
}
GRAIN_LEVELS = (0.5, 0.8, 0.9, 0.95)


def measure_hdr_quality(scenes: int, reporter: Reporter) -> dict[str, Any]:
    """Differences from the answer, round trips, and grain, by method and tone curve."""
    made = list(_scenes(scenes))
    progress = Progress("methods beside answers", len(made) * len(TONE_CURVES), reporter)
    errors: dict[str, dict[str, dict[str, list[float]]]] = {}
    trips: dict[str, dict[str, list[float]]] = {inverse: {name: [] for name in METHODS} for inverse in INVERSES}
    for answer in made:
        for curve, to_sdr in TONE_CURVES.items():
            signal = _eight_bits(bt1886_inverse_eotf(bt2020_to_bt709(to_sdr(answer)).clamp(0, 100)))
            for name, params in METHODS.items():
                entry = errors.setdefault(curve, {}).setdefault(name, {measure: [] for measure in MEASURES})
                for measure, value in _differences(pq_eotf(_run(UP, signal, params)), answer).items():
                    entry[measure].append(value)
                if curve == "filmic":
                    for inverse, back in INVERSES.items():
                        trips[inverse][name].append(_round_trip(signal, params, back))
            progress.advance()
    means = {
        curve: {
            name: {measure: round(float(np.mean(values)), 2) for measure, values in both.items()}
            for name, both in names.items()
        }
        for curve, names in errors.items()
    }
    return {
        "scenes": len(made),
        "peaks_nits": [round(float(answer.max())) for answer in made],
        "by_curve": means,
        "kept_out": list(KEPT_OUT),
        "round_trip_psnr_db": {
            inverse: {name: round(float(np.mean(values)), 2) for name, values in names.items()}
            for inverse, names in trips.items()
        },
        "grain": {name: _grain(params) for name, params in METHODS.items()},
    }


def _differences(found: torch.Tensor, answer: torch.Tensor) -> dict[str, float]:
    """`MEASURES` of two pictures `(3, H, W)` in cd/m2."""
    step = delta_e_itp(nits_to_ictcp(found), nits_to_ictcp(answer))
    return {
        "itp": float(step.mean()),
        "itp_highlights": float(step[answer.amax(dim=0) > WHITE].mean()),
        "pu21_psnr": pu21_psnr(found, answer),
    }


def _scenes(count: int) -> Iterator[torch.Tensor]:
    """HDR answers `(3, H, W)` in cd/m2, linear BT.2020."""
    clips = Clips(*SIZE, shot_frames=1)
    for number in range(count):
        surfaces = torch.from_numpy(clips.frame(number % len(CLIPS)))
        reflected = bt709_to_bt2020(bt1886_eotf(surfaces, 1.0))
        light = reflected * _illumination(number)
        middle = float(luminance(light).quantile(0.9))
        yield (light * (WHITE / middle)).clamp(0.0, 4000.0)


def _illumination(seed: int) -> torch.Tensor:
    """Light on the scene `(1, H, W)`: a slow slope of two stops, a window of three more, lamps of up to five."""
    rng = np.random.default_rng(seed)
    columns, rows = SIZE
    x, y = np.meshgrid(np.linspace(0, 1, columns), np.linspace(0, 1, rows))
    angle = rng.uniform(0, 2 * np.pi)
    stops = 2 * (np.cos(angle) * (x - 0.5) + np.sin(angle) * (y - 0.5))
    left, top = rng.uniform(0.05, 0.6, 2)
    inside = np.minimum.reduce(
        [(x - left) / 0.01, (left + 0.3 - x) / 0.01, (y - top) / 0.01, (top + 0.35 - y) / 0.01]
    )
    stops = stops + 3 * np.clip(inside, 0, 1)
    for _ in range(6):
        cx, cy, size = *rng.uniform(0.05, 0.95, 2), rng.uniform(0.005, 0.03)
        stops += rng.uniform(2, 5) * np.exp(-((x - cx) ** 2 + (y - cy) ** 2) / (2 * size**2))
    return torch.from_numpy((2.0**stops).astype(np.float32))[None]


def _filmic(nits: torch.Tensor) -> torch.Tensor:
    """Channel by channel, a rational curve with toe and shoulder (as games use after J. Hable, 2010)."""
    a, b, c, d, e, f, white = 0.22, 0.30, 0.10, 0.20, 0.01, 0.30, 11.2

    def curve(value: Any) -> Any:
        return (value * (a * value + c * b) + d * e) / (value * (a * value + b) + d * f) - e / f

    shown: torch.Tensor = curve(nits.clamp_min(0) / WHITE * 2.0)
    top: float = curve(white)
    return shown * (100 / top)


def _extended_reinhard(nits: torch.Tensor) -> torch.Tensor:
    """Luminance over one plus luminance, so that 2000 cd/m2 reach white (E. Reinhard et al., 2002)."""
    total = luminance(nits).clamp_min(1e-6) / WHITE
    white = 2000.0 / WHITE
    return nits / WHITE * (100 * (1 + total / white**2) / (1 + total))


def _rolled_off(nits: torch.Tensor) -> torch.Tensor:
    brightest = nits.amax(dim=0).clamp_min(1e-6)
    return nits * (pq_eotf(bt2390_eetf(pq_inverse_eotf(brightest), 4000.0, WHITE)) / brightest) * (100.0 / WHITE)


def _aces_fit(nits: torch.Tensor) -> torch.Tensor:
    """Channel by channel, the fit of ACES' SDR output that games use (K. Narkowicz, 2015)."""
    x = nits.clamp_min(0) / WHITE * 0.8
    return 100 * (x * (2.51 * x + 0.03)) / (x * (2.43 * x + 0.59) + 0.14)


def _drago(nits: torch.Tensor) -> torch.Tensor:
    """Logarithms of luminance, of another base for each (F. Drago et al., 2003), with a bias of 0.85."""
    total = luminance(nits).clamp_min(1e-6) / WHITE
    most = 4000.0 / WHITE
    base = 2 + 8 * (total / most) ** (math.log(0.85) / math.log(0.5))
    return nits / WHITE * (100 * torch.log(1 + total) / (math.log10(1 + most) * torch.log(base)) / total)


TONE_CURVES: Mapping[str, Callable[[torch.Tensor], torch.Tensor]] = {
    "clip at 203": lambda nits: nits.clamp(0, WHITE) * (100.0 / WHITE),
    "BT.2446 C": method_c_to_sdr,
    "BT.2390": _rolled_off,
    "filmic": _filmic,
    "Reinhard": _extended_reinhard,
    "gamma": lambda nits: 100 * (nits.clamp(0, 1000) / 1000) ** (1 / 1.5),
    "ACES fit": _aces_fit,
    "Drago": _drago,
}
"""From HDR to SDR light, linear BT.2020 in cd/m2."""

KEPT_OUT = ("BT.2446 C", "Reinhard", "gamma", "ACES fit", "Drago")
"""Tone curves that film mode's knee and roll-off were not chosen on."""

MEASURES = ("itp", "itp_highlights", "pu21_psnr")
"""deltaE ITP of all pixels, and of those whose answer is brighter than reference white; PU21-PSNR, dB."""


def _eight_bits(signal: torch.Tensor) -> torch.Tensor:
    codes: torch.Tensor = (signal.clamp(0, 1) * 255).round()
    return codes / 255


def _run(operator: Any, frame: torch.Tensor, params: Any) -> torch.Tensor:
    info = FrameInfo(frame.shape[2], frame.shape[1], 3, "rec709", 8)
    made: torch.Tensor = operator.run(Window({0: frame}, info), params, Context())
    return made


def _round_trip(signal: torch.Tensor, params: SdrToHdrParams, inverse: HdrToSdrParams) -> float:
    """PSNR, dB, of the SDR source and what an SDR version of the 10-bit HDR shows, both in 8 bits."""
    deliverable = (_run(UP, signal, replace(params, banding="off")) * 1023).round() / 1023
    back = _eight_bits(_run(DOWN, deliverable, inverse))
    return float(-10 * torch.log10((back - signal).square().mean().clamp_min(1e-10)))


def _grain(params: SdrToHdrParams) -> dict[str, float]:
    """How much larger the grain of a flat patch is than after direct mapping."""
    noise = torch.randn((1, 3, 1082, 242), generator=torch.Generator().manual_seed(1))
    soft = torch.nn.functional.avg_pool2d(noise, 3, stride=1)[0]
    ratios = {}
    for level in GRAIN_LEVELS:
        signal = level + 0.015 * soft / soft.std()
        plain, made = (_run(UP, signal, replace(p, banding="off"))[1] for p in (METHODS["direct"], params))
        ratios[str(level)] = round(float(made.std() / plain.std()), 3)
    return ratios
