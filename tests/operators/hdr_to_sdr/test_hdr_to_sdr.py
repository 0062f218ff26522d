"""HDR to SDR by its levels, and the round trip."""

from __future__ import annotations

import pytest
import torch

from operators.colour.pq import pq_inverse_eotf
from operators.contract import Context, FrameInfo, Window
from operators.hdr_to_sdr.operator import METHODS, OPERATOR, HdrToSdrParams
from operators.sdr_to_hdr.operator import OPERATOR as UP
from operators.sdr_to_hdr.operator import SdrToHdrParams


def down(frame: torch.Tensor, **values: object) -> torch.Tensor:
    info = FrameInfo(frame.shape[2], frame.shape[1], frame.shape[0], "pq_bt2020", 10)
    return OPERATOR.run(Window({0: frame}, info), HdrToSdrParams(**values), Context())  # type: ignore[arg-type]


def up(frame: torch.Tensor, **values: object) -> torch.Tensor:
    info = FrameInfo(frame.shape[2], frame.shape[1], frame.shape[0], "rec709", 10)
    return UP.run(Window({0: frame}, info), SdrToHdrParams(**values), Context())  # type: ignore[arg-type]


def colours() -> torch.Tensor:
    return torch.rand((3, 40, 50), generator=torch.Generator().manual_seed(4))


def grey(nits: float, channels: int = 3) -> torch.Tensor:
    return torch.full((channels, 4, 4), pq_inverse_eotf(nits))


@pytest.mark.parametrize("method", ["direct", "bt2446c"])
def test_what_came_up_by_a_method_goes_down_by_it(method: str) -> None:
    frame = colours()
    back = down(up(frame, method=method), method=method)
    assert float((back - frame).abs().median()) < 2e-4
    # In light, because near black a signal of 24-bit floats is that of next to no light.
    torch.testing.assert_close(back.clamp_min(0) ** 2.4, frame**2.4, rtol=0, atol=5e-4)


def test_method_c_of_reference_white() -> None:
    assert down(grey(203.0))[1, 0, 0].item() == pytest.approx((90.66 / 100) ** (1 / 2.4), abs=1e-4)


def test_the_roll_off_brings_the_masters_peak_to_white() -> None:
    assert down(grey(1000.0), method="bt2390")[1, 0, 0].item() == pytest.approx(1.0, abs=1e-3)
    assert down(grey(4000.0), method="bt2390", master=4000.0)[1, 0, 0].item() == pytest.approx(1.0, abs=1e-3)
    slope = torch.linspace(0, 0.75, 60).expand(3, 2, 60)
    assert torch.all(down(slope, method="bt2390")[1, 0].diff() >= 0)


@pytest.mark.parametrize("method", METHODS)
def test_greys_stay_grey_and_black_stays_black(method: str) -> None:
    made = down(grey(150.0), method=method)
    torch.testing.assert_close(made[0], made[1], rtol=0, atol=1e-4)
    torch.testing.assert_close(down(grey(150.0, 1), method=method)[0], made[1])
    assert torch.count_nonzero(down(torch.zeros(3, 4, 4), method=method)) == 0


def test_light_above_white_and_colours_outside_are_not_clipped() -> None:
    assert down(grey(1000.0))[1, 0, 0] > 1.05
    green = torch.zeros(3, 4, 4)
    green[1] = pq_inverse_eotf(100.0)
    made = down(green, method="direct")
    assert made[0, 0, 0] < 0 < made[1, 0, 0]


def test_the_encoding_that_comes_out_is_told() -> None:
    info = FrameInfo(8, 8, 3, "pq_bt2020", 10)
    assert OPERATOR.output_info(info, HdrToSdrParams()).encoding == "rec709"
