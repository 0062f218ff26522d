"""The banding guard smooths quantised slopes, dithers them, and leaves everything else alone."""

from __future__ import annotations

import pytest
import torch

from operators.contract import Context, FrameInfo, Window
from operators.sdr_to_hdr.banding import dither, without_bands
from operators.sdr_to_hdr.operator import OPERATOR, SdrToHdrParams

CODE = 1 / 255


def quantised(signal: torch.Tensor) -> torch.Tensor:
    return (signal / CODE).round() * CODE


def sky() -> torch.Tensor:
    """A slope of ten codes over the picture: steps of 32 columns."""
    return torch.linspace(0.80, 0.80 + 10 * CODE, 320).expand(3, 120, 320).contiguous()


def test_the_steps_of_a_slope_are_smoothed() -> None:
    true = sky()
    made, share = without_bands(quantised(true), CODE)
    inner = (..., slice(20, -20))
    assert float((made - true)[inner].abs().mean()) < 0.75 * float((quantised(true) - true)[inner].abs().mean())
    # The largest step from pixel to pixel is what the eye sees as a band.
    assert float(made.diff(dim=-1)[inner].abs().max()) < 0.2 * CODE
    assert float(share[inner].min()) > 0.8


def test_grain_edges_and_spots_stay_to_the_bit() -> None:
    noisy = quantised(sky() + 2 * CODE * torch.randn((3, 120, 320), generator=torch.Generator().manual_seed(3)))
    assert torch.equal(without_bands(noisy, CODE)[0], noisy)
    edged = quantised(sky())
    edged[..., 160:] -= 0.3
    made, _ = without_bands(edged, CODE)
    assert torch.equal(made[..., 153:167], edged[..., 153:167])
    spotted = quantised(sky())
    spotted[:, 60, 100] += 0.05
    assert torch.equal(without_bands(spotted, CODE)[0][:, 60, 100], spotted[:, 60, 100])


def test_the_dither_is_of_its_size_without_offset_and_always_the_same() -> None:
    share = torch.ones(300, 300)
    noise = dither(share, 0.01, 5)
    assert float(noise.abs().max()) <= 0.01 and abs(float(noise.mean())) < 1e-4
    assert float(noise.std()) == pytest.approx(0.01 / 6**0.5, rel=0.02)
    assert torch.equal(noise, dither(share, 0.01, 5)) and not torch.equal(noise, dither(share, 0.01, 6))
    assert torch.count_nonzero(dither(torch.zeros(20, 20), 0.01, 5)) == 0


def run(frame: torch.Tensor, bit_depth: int, **values: object) -> torch.Tensor:
    info = FrameInfo(frame.shape[2], frame.shape[1], 3, "rec709", bit_depth)
    return OPERATOR.run(Window({0: frame}, info), SdrToHdrParams(**values), Context(seed=1))  # type: ignore[arg-type]


def test_automatic_is_for_eight_bits_only() -> None:
    frame = quantised(sky())
    off = run(frame, 8, banding="off")
    assert torch.equal(run(frame, 10), off)
    assert not torch.equal(run(frame, 8), off)
    assert not torch.equal(run(frame, 10, banding="on"), off)


def test_ten_bit_deliverables_of_a_sky_have_finer_steps_with_the_guard() -> None:
    frame = quantised(sky())
    plain, guarded = (run(frame, 8, method="film", banding=b).mul(1023).round() for b in ("off", "auto"))
    # Means over columns: what the eye sees of a dithered slope.
    jumps = [float(made[1].mean(dim=0)[20:-20].diff().abs().max()) for made in (plain, guarded)]
    assert jumps[1] < 0.4 * jumps[0]
