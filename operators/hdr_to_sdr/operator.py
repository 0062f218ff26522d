"""HDR to SDR: BT.2446 method C, the roll-off of BT.2390, and direct mapping's inverse."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import torch

from operators.colour.bt1886 import bt1886_inverse_eotf
from operators.colour.bt2446 import method_c_to_sdr
from operators.colour.eetf import bt2390_eetf
from operators.colour.pq import pq_eotf, pq_inverse_eotf
from operators.colour.primaries import bt2020_to_bt709
from operators.contract import Context, Filter, FrameInfo, Params, Window, param


@dataclass(frozen=True)
class HdrToSdrParams(Params):
    """Method and levels."""

    method: str = param(
        "bt2446c",
        "Method",
        "C is the ITU's, and undoes SDR to HDR by C. The roll-off of BT.2390 bends highlights to the display's peak. "
        "Direct divides by reference white and undoes direct mapping.",
        choices=("bt2446c", "bt2390", "direct"),
        choice_labels=("BT.2446 method C", "BT.2390 roll-off", "Direct"),
    )
    white: float = param(
        203.0,
        "Reference white",
        "Direct: the HDR light that becomes SDR white.",
        low=100.0,
        high=400.0,
        step=1.0,
        unit="cd/m²",
    )
    master: float = param(
        1000.0,
        "Master's peak",
        "BT.2390: the brightest light of the HDR picture; it becomes SDR white.",
        low=100.0,
        high=10000.0,
        step=10.0,
        unit="cd/m²",
    )
    crosstalk: float = param(
        0.04,
        "Crosstalk",
        "BT.2446 method C: how much the channels are mixed while luminance is mapped.",
        low=0.0,
        high=0.3,
        step=0.01,
    )


class HdrToSdr(Filter[HdrToSdrParams]):
    """From BT.2100 to BT.1886 video with BT.709 primaries.

    Colours outside BT.709 and light above SDR white keep their values, beyond 0..1; an export to integers holds
    them at the ends and counts them. Grey pictures stay grey; channels after the third pass untouched.
    """

    id = "hdr_to_sdr"
    label = "HDR to SDR"
    summary = "Takes a PQ or HLG picture to standard dynamic range, to see what an SDR screen will show of it."
    stage = "grade"
    encoding = "pq_bt2020"
    takes = ("pq_bt2020", "hlg_bt2020")
    uses_device = True
    Params = HdrToSdrParams

    def output_info(self, info: FrameInfo, params: HdrToSdrParams) -> FrameInfo:
        """The same picture as video of BT.709."""
        return replace(info, encoding="rec709")

    def run(self, window: Window, params: HdrToSdrParams, context: Context) -> torch.Tensor:
        """The centre frame as an SDR signal, nominal 0..1."""
        frame = window.centre
        grey = frame.shape[0] < 3
        nits = pq_eotf(frame[:1].expand(3, -1, -1) if grey else frame[:3])
        sdr = bt1886_inverse_eotf(bt2020_to_bt709(to_sdr(nits, params)))
        return torch.cat([sdr[1:2] if grey else sdr, frame[1 if grey else 3 :]])


def to_sdr(nits: torch.Tensor, params: HdrToSdrParams) -> torch.Tensor:
    """SDR light `(3, H, W)`, linear BT.2020 in cd/m2 with white at 100, of HDR light in cd/m2."""
    return METHODS[params.method](nits, params)


def _rolled_off(nits: torch.Tensor, params: HdrToSdrParams) -> torch.Tensor:
    """The brightest channel through the EETF, the others in proportion: the hue of linear light stays."""
    brightest = nits.amax(dim=0).clamp_min(1e-6)
    shown = pq_eotf(bt2390_eetf(pq_inverse_eotf(brightest), params.master, 100.0))
    return nits * (shown / brightest)


METHODS: Mapping[str, Callable[[torch.Tensor, Any], torch.Tensor]] = {
    "bt2446c": lambda nits, params: method_c_to_sdr(nits, params.crosstalk),
    "bt2390": _rolled_off,
    "direct": lambda nits, params: nits * (100.0 / params.white),
}
"""From HDR light to SDR light, both linear BT.2020 in cd/m2."""

OPERATOR = HdrToSdr()
