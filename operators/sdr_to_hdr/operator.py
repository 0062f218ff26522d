"""SDR to HDR: BT.2408 direct mapping, BT.2446 A and C, and film mode, as PQ or HLG of BT.2100."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import torch

from operators.colour.bands import in_bands
from operators.colour.bt1886 import bt1886_eotf
from operators.colour.bt2446 import method_a, method_c
from operators.colour.hlg import nits_to_hlg
from operators.colour.pq import pq_eotf, pq_inverse_eotf
from operators.colour.primaries import bt709_to_bt2020
from operators.contract import Context, Filter, FrameInfo, Params, Window, param
from operators.sdr_to_hdr.banding import dither, without_bands
from operators.sdr_to_hdr.film import Expansion, expanded

SDR_ENCODINGS = ("rec709", "bt601", "srgb", "bt2020", "cineon_log", "linear_rec709", "linear_ap0")
"""What can be brought up. Film density and linear scans come with what they hold beyond white."""

ENCODING_OF = {"pq": "pq_bt2020", "hlg": "hlg_bt2020"}
"""Transfer function to the name of what comes out."""

TEN_BITS = 1.0 / 1023


@dataclass(frozen=True)
class SdrToHdrParams(Params):
    """Method, levels, and what is kept steady."""

    method: str = param(
        "direct",
        "Method",
        "Direct mapping changes no contrast: SDR white becomes reference white. A and C are the ITU's expansions. "
        "Film is direct mapping with highlights that grow and grain that does not.",
        choices=("direct", "bt2446a", "bt2446c", "film"),
        choice_labels=("Direct, BT.2408", "BT.2446 method A", "BT.2446 method C", "Film"),
    )
    transfer: str = param(
        "pq",
        "Transfer function",
        "What the HDR picture is written in.",
        choices=("pq", "hlg"),
        choice_labels=("PQ", "HLG"),
    )
    white: float = param(
        203.0,
        "Reference white",
        "Light of SDR white: direct mapping and film. BT.2408 has 203.",
        low=100.0,
        high=400.0,
        step=1.0,
        unit="cd/m²",
    )
    peak: float = param(
        600.0,
        "Peak",
        "Film: no light goes beyond it. SDR white comes within a tenth of it, what the source holds beyond white "
        "closer.",
        low=100.0,
        high=4000.0,
        step=10.0,
        unit="cd/m²",
    )
    knee: float = param(
        0.65,
        "Knee",
        "Film: SDR signal above which highlights grow; all below is direct mapping.",
        low=0.3,
        high=0.98,
        step=0.01,
    )
    texture: float = param(
        1.0,
        "Calm grain",
        "Film: 1 keeps grain and texture in highlights at their size, 0 lets them grow with the light.",
        low=0.0,
        high=1.0,
        step=0.05,
    )
    steady: float = param(
        0.7,
        "Steady colours",
        "Film: how far skin, sky and foliage are kept from growing with the highlights.",
        low=0.0,
        high=1.0,
        step=0.05,
    )
    crosstalk: float = param(
        0.04,
        "Crosstalk",
        "BT.2446 method C: how much the channels are mixed while luminance is mapped.",
        low=0.0,
        high=0.3,
        step=0.01,
    )
    banding: str = param(
        "auto",
        "Banding guard",
        "Smooths and dithers the steps of flat slopes, and only those. Automatic: where the source has 8 bits.",
        choices=("auto", "on", "off"),
        choice_labels=("Automatic", "On", "Off"),
    )


class SdrToHdr(Filter[SdrToHdrParams]):
    """From BT.1886 video to BT.2100. Grey pictures stay grey; channels after the third pass untouched."""

    id = "sdr_to_hdr"
    label = "SDR to HDR"
    summary = "Brings a standard picture to high dynamic range, PQ or HLG with BT.2020 primaries (BT.2408, BT.2446)."
    stage = "grade"
    encoding = "rec709"
    takes = SDR_ENCODINGS
    tiling = "none"
    uses_device = True
    Params = SdrToHdrParams

    def output_info(self, info: FrameInfo, params: SdrToHdrParams) -> FrameInfo:
        """The same picture in PQ or HLG of BT.2020."""
        return replace(info, encoding=ENCODING_OF[params.transfer])

    def run(self, window: Window, params: SdrToHdrParams, context: Context) -> torch.Tensor:
        """The centre frame as an HDR signal, nominal 0..1 of PQ's 10000 or HLG's 1000 cd/m2."""
        frame = window.centre
        grey = frame.shape[0] < 3
        signal = frame[:1].expand(3, -1, -1) if grey else frame[:3]
        guarded = params.banding == "on" or (params.banding == "auto" and _eight_bits(window.info))
        share = None
        if guarded:
            signal, share = without_bands(signal, window.info.code_step)
        context.check()
        nits = to_nits(signal, params)
        made = in_bands(lambda light: encoded(light, params.transfer), nits)
        if share is not None:
            noise = dither(share, TEN_BITS, context.seed)
            made = made + (noise if params.method != "film" else _below(nits, params.peak, noise))
        return torch.cat([made[1:2] if grey else made, frame[1 if grey else 3 :]])


def to_nits(signal: torch.Tensor, params: SdrToHdrParams) -> torch.Tensor:
    """HDR light `(3, H, W)`, linear BT.2020 in cd/m2, of a BT.1886 signal with BT.709 primaries."""
    method = METHODS[params.method]
    if params.method in WHOLE:
        return method(in_bands(lambda part: bt709_to_bt2020(bt1886_eotf(part)), signal), params)
    return in_bands(lambda part: method(bt709_to_bt2020(bt1886_eotf(part)), params), signal)


def encoded(nits: torch.Tensor, transfer: str) -> torch.Tensor:
    """Light `(3, H, W)` as a signal. PQ has no light below none; HLG keeps it mirrored."""
    return pq_inverse_eotf(nits) if transfer == "pq" else nits_to_hlg(nits)


def _direct(sdr: torch.Tensor, params: SdrToHdrParams) -> torch.Tensor:
    return sdr * (params.white / 100.0)


def _film(sdr: torch.Tensor, params: SdrToHdrParams) -> torch.Tensor:
    expansion = Expansion(params.knee, params.white, params.peak)
    return expanded(_direct(sdr, params), expansion, params.texture, params.steady)


def _below(nits: torch.Tensor, peak: float, noise: torch.Tensor) -> torch.Tensor:
    """`noise` `(H, W)`, of a code of 10 bits, where it lifts nothing beyond `peak`: close to it, it only lowers."""
    close = pq_eotf(pq_inverse_eotf(peak) - TEN_BITS)
    return torch.where(nits.amax(dim=0) > close, noise.clamp_max(0.0), noise)


METHODS: Mapping[str, Callable[[torch.Tensor, Any], torch.Tensor]] = {
    "direct": _direct,
    "bt2446a": lambda sdr, params: method_a(sdr),
    "bt2446c": lambda sdr, params: method_c(sdr, params.crosstalk),
    "film": _film,
}
"""From SDR light, linear BT.2020 in cd/m2 with white at 100, to HDR light."""

WHOLE = ("film",)
"""Those that look round a pixel, and so need the picture as a whole."""


def _eight_bits(info: FrameInfo) -> bool:
    return not info.is_float and info.bit_depth <= 8


OPERATOR = SdrToHdr()
