"""What each method makes of greys and colours, in PQ and HLG."""

from __future__ import annotations

import warnings

import numpy as np
import pytest
import torch

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import colour

from operators.colour.hlg import hlg_to_nits
from operators.colour.pq import pq_eotf
from operators.contract import Context, FrameInfo, Window
from operators.contract.registry import filter_operator
from operators.sdr_to_hdr.operator import ENCODING_OF, METHODS, OPERATOR, SdrToHdrParams

LINES, COLUMNS = 48, 64


def run(frame: torch.Tensor, bit_depth: int = 10, seed: int = 0, **values: object) -> torch.Tensor:
    channels, height, width = frame.shape
    info = FrameInfo(width, height, channels, "rec709", bit_depth)
    return OPERATOR.run(Window({0: frame}, info), SdrToHdrParams(**values), Context(seed=seed))  # type: ignore[arg-type]


def patch(*signal: float) -> torch.Tensor:
    channels = signal * 3 if len(signal) == 1 else signal
    return torch.tensor(channels).reshape(3, 1, 1).expand(3, LINES, COLUMNS)


def nits_of(made: torch.Tensor) -> list[float]:
    return pq_eotf(made[:, LINES // 2, COLUMNS // 2].double()).tolist()


def colours() -> torch.Tensor:
    return torch.rand((3, LINES, COLUMNS), generator=torch.Generator().manual_seed(7))


def test_direct_mapping_is_bt2408() -> None:
    assert nits_of(run(patch(1.0))) == pytest.approx([203.0] * 3, rel=1e-4)
    assert nits_of(run(patch(0.5))) == pytest.approx([203.0 * 0.5**2.4] * 3, rel=1e-4)
    assert run(patch(1.0))[0, 0, 0].item() == pytest.approx(0.58069, abs=2e-5)
    assert run(patch(1.0), transfer="hlg")[0, 0, 0].item() == pytest.approx(0.74988, abs=2e-5)


def test_direct_mapping_of_colours_equals_colour_science() -> None:
    frame = colours()
    rgb = np.moveaxis(frame.double().numpy(), 0, -1)
    spaces = colour.RGB_COLOURSPACES
    light = colour.models.eotf_BT1886(rgb, L_B=0, L_W=203)
    wide = colour.RGB_to_RGB(light, spaces["ITU-R BT.709"], spaces["ITU-R BT.2020"], None)
    theirs = colour.models.eotf_inverse_ST2084(wide)
    np.testing.assert_allclose(np.moveaxis(run(frame).numpy(), 0, -1), theirs, atol=2e-4)


@pytest.mark.parametrize(
    ("method", "signal", "nits"),
    [("bt2446a", 0.5, 76.28), ("bt2446a", 0.9, 592.3), ("bt2446a", 1.0, 999.5), ("bt2446c", 1.0, 332.0)],
)
def test_the_itus_methods_meet_their_levels(method: str, signal: float, nits: float) -> None:
    assert nits_of(run(patch(signal), method=method)) == pytest.approx([nits] * 3, rel=2e-3)


@pytest.mark.parametrize("method", METHODS)
def test_black_stays_black_grey_stays_grey_and_brighter_stays_brighter(method: str) -> None:
    slope = torch.linspace(0, 1, COLUMNS).expand(3, LINES, COLUMNS)
    made = run(slope, method=method, texture=0.0)
    assert made[:, :, 0].abs().max() == 0
    torch.testing.assert_close(made[0], made[1], atol=3e-5, rtol=0)
    torch.testing.assert_close(made[2], made[1], atol=3e-5, rtol=0)
    assert torch.all(made[1, 0].diff() > 0)


@pytest.mark.parametrize("method", METHODS)
def test_pq_and_hlg_are_the_same_light(method: str) -> None:
    frame = colours()
    pq = pq_eotf(run(frame, method=method).double())
    hlg = hlg_to_nits(run(frame, method=method, transfer="hlg").double())
    torch.testing.assert_close(hlg, pq, rtol=2e-3, atol=2e-2)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("transfer", ["pq", "hlg"])
def test_grey_film_is_the_neutral_picture_and_further_channels_pass(method: str, transfer: str) -> None:
    grey = colours()[:1]
    alpha = colours()[1:2]
    made = run(torch.cat([grey, alpha]), method=method, transfer=transfer)
    assert made.shape == (2, LINES, COLUMNS)
    assert torch.equal(made[1:], alpha)
    torch.testing.assert_close(made[0], run(grey.expand(3, -1, -1), method=method, transfer=transfer)[1])
    assert torch.equal(run(torch.cat([colours(), alpha]), method=method)[3:], alpha)


@pytest.mark.parametrize("method", ["direct", "bt2446c"])
def test_what_lies_beyond_white_is_not_clipped(method: str) -> None:
    white, beyond = nits_of(run(patch(1.0), method=method))[1], nits_of(run(patch(1.3), method=method))[1]
    assert beyond > 1.2 * white


def test_film_rolls_off_what_lies_beyond_white() -> None:
    made = [nits_of(run(patch(level), method="film"))[1] for level in (1.0, 1.04, 1.09)]
    assert made[0] < made[1] < made[2] <= 600.0


@pytest.mark.parametrize("transfer", ["pq", "hlg"])
def test_the_guards_dither_stays_below_films_peak(transfer: str) -> None:
    """At twelve times white the roll-off is at its end, and half of the noise would lie above."""
    made = run(patch(3.0), 8, method="film", transfer=transfer, banding="on")
    light = pq_eotf(made.double()) if transfer == "pq" else hlg_to_nits(made.double())
    assert light.amax() <= 600.0 * (1 + 1e-4)
    assert light.amin() < 599.0, "and there is noise"


def test_the_encoding_that_comes_out_is_told() -> None:
    info = FrameInfo(8, 8, 3, "rec709")
    for transfer, name in ENCODING_OF.items():
        assert OPERATOR.output_info(info, SdrToHdrParams(transfer=transfer)).encoding == name
    assert filter_operator("sdr_to_hdr") is OPERATOR
    assert OPERATOR.encoding == "rec709" and "pq_bt2020" not in OPERATOR.takes


def test_inputs_are_left_as_they_are() -> None:
    frame = colours()
    kept = frame.clone()
    for method in METHODS:
        run(frame, 8, method=method)
    assert torch.equal(frame, kept)
