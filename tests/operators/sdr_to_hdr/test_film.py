"""Film mode: highlights grow, grain does not, hue and memory colours stay."""

from __future__ import annotations

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from operators.colour.ictcp import nits_to_ictcp
from operators.colour.pq import pq_eotf, pq_inverse_eotf
from operators.sdr_to_hdr.base_layer import base_layer, enlarged, reduced
from operators.sdr_to_hdr.film import Expansion
from operators.sdr_to_hdr.operator import SdrToHdrParams, to_nits

DIRECT = SdrToHdrParams()
FILM = SdrToHdrParams(method="film")


def grain(rows: int = 540, columns: int = 640, seed: int = 1) -> torch.Tensor:
    """Film grain of a few pixels' size, standard deviation 1."""
    generator = torch.Generator().manual_seed(seed)
    noise = torch.randn((1, 1, rows + 2, columns + 2), generator=generator)
    soft = torch.nn.functional.avg_pool2d(noise, 3, stride=1)[0, 0]
    return soft / soft.std()


def flat(signal: float, rows: int = 540, columns: int = 640) -> torch.Tensor:
    return torch.full((3, rows, columns), signal)


def spread(signal: torch.Tensor, params: SdrToHdrParams) -> float:
    """Standard deviation of the PQ signal of green, away from the edges."""
    return float(pq_inverse_eotf(to_nits(signal, params)[1, 40:-40, 40:-40]).std())


@pytest.mark.parametrize("level", [0.8, 0.87, 0.93])
@pytest.mark.parametrize("size", [0.008, 0.02])
def test_grain_in_highlights_does_not_grow(level: float, size: float) -> None:
    scan = flat(level) + size * grain()
    before, calm = spread(scan, DIRECT), spread(scan, FILM)
    wild = spread(scan, SdrToHdrParams(method="film", texture=0.0))
    assert calm < 1.06 * before
    assert wild > 1.4 * before, "without the base layer it does grow: the comparison means something"


def test_highlights_grow_to_the_peak_and_nothing_below_the_knee_changes() -> None:
    for level in (0.05, 0.3, 0.6, 0.64):
        torch.testing.assert_close(to_nits(flat(level), FILM), to_nits(flat(level), DIRECT))
    for peak in (300.0, 600.0, 1000.0):
        made = to_nits(flat(1.0), SdrToHdrParams(method="film", peak=peak))
        assert 0.9 * peak < float(made.min()) and float(made.max()) <= peak


@st.composite
def pictures(draw: st.DrawFn) -> torch.Tensor:
    """Signals from below black to far beyond white: noise, flats and hard edges of any colour, one over the other."""
    generator = torch.Generator().manual_seed(draw(st.integers(0, 1 << 31)))
    rows, columns = draw(st.sampled_from([(48, 64), (300, 40), (541, 33)]))
    low, high = draw(st.floats(-0.1, 1.0)), draw(st.floats(0.0, 4.0))
    frame = low + (high - low) * torch.rand((3, rows, columns), generator=generator)
    for _ in range(draw(st.integers(0, 4))):
        top, left = draw(st.integers(0, rows - 1)), draw(st.integers(0, columns - 1))
        colour = torch.tensor([draw(st.floats(-0.1, 4.0)) for _ in range(3)]).reshape(3, 1, 1)
        frame[:, top : top + draw(st.integers(1, rows)), left : left + draw(st.integers(1, columns))] = colour
    return frame


@given(pictures(), st.floats(100, 4000), st.floats(0.3, 0.98), st.floats(100, 400), st.floats(0, 1), st.floats(0, 1))
@settings(deadline=None, max_examples=60)
def test_nothing_goes_beyond_the_peak(
    frame: torch.Tensor, peak: float, knee: float, white: float, texture: float, steady: float
) -> None:
    params = SdrToHdrParams("film", peak=peak, knee=knee, white=white, texture=texture, steady=steady)
    made = to_nits(frame, params)
    assert torch.isfinite(made).all()
    assert float(made.max()) <= peak * (1 + 1e-6)


@given(st.floats(100, 4000), st.floats(0.3, 0.98), st.floats(100, 400), st.floats(-0.2, 0.2))
@settings(deadline=None)
def test_the_curve_rises_with_the_base_whatever_the_detail(
    peak: float, knee: float, white: float, detail: float
) -> None:
    expansion = Expansion(knee, white, peak)
    base = torch.linspace(0, 1, 4001, dtype=torch.float64)
    made = expansion.held(base + detail + expansion.gain(base))
    assert bool((made.diff() >= 0).all()) and float(made.max()) <= pq_inverse_eotf(peak)
    well_below = made < pq_inverse_eotf(peak) - 0.002
    assert bool((made.diff()[well_below[1:]] > 0).all()), "and strictly, until a tenth of a per cent below the peak"
    # Smooth: of a curve without corners, steps four times as fine leave a sixteenth of the bend; a corner a quarter.
    fine = torch.linspace(0, 1, 16001, dtype=torch.float64)
    bends = [float(expansion.held(b + detail + expansion.gain(b)).diff().diff().abs().max()) for b in (base, fine)]
    assert bends[1] < 0.13 * bends[0] + 1e-12


def test_edges_stay_sharp_and_keep_clear_of_halos() -> None:
    frame = flat(0.5)
    frame[:, :, 320:] = 0.95
    made, direct = (to_nits(frame, params)[1, 270] for params in (FILM, DIRECT))
    torch.testing.assert_close(made[:318], direct[:318], rtol=2e-3, atol=1e-2)
    far = made[600]
    # The bright side is a little darker close to the edge, and nowhere brighter.
    assert float((1 - made[322:] / far).max()) < 0.13 and float((made / far).max()) < 1.001
    assert made[322] > 1.5 * direct[322]


def hue(nits: torch.Tensor) -> torch.Tensor:
    _, ct, cp = nits_to_ictcp(nits)
    return torch.rad2deg(torch.atan2(cp, 0.5 * ct))


@pytest.mark.parametrize("signal", [(1.0, 0.85, 0.6), (0.95, 0.9, 0.5), (0.8, 0.9, 1.0), (1.0, 0.8, 0.9)])
def test_hue_is_kept_while_light_grows(signal: tuple[float, float, float]) -> None:
    frame = torch.tensor(signal).reshape(3, 1, 1).expand(3, 32, 32)
    params = SdrToHdrParams(method="film", peak=1000.0, steady=0.0)
    before, after = (to_nits(frame, p)[:, 16, 16] for p in (DIRECT, params))
    assert after.max() > 1.2 * before.max()
    assert float((hue(after) - hue(before)).abs()) < 0.2


def test_bright_skin_is_steadier_than_a_lamp_as_bright() -> None:
    steady, free = SdrToHdrParams(method="film", steady=1.0), SdrToHdrParams(method="film", steady=0.0)
    skin = torch.tensor((0.96, 0.84, 0.78)).reshape(3, 1, 1).expand(3, 32, 32)
    lamp = torch.tensor((0.96, 0.90, 0.72)).reshape(3, 1, 1).expand(3, 32, 32)
    torch.testing.assert_close(to_nits(skin, steady), to_nits(skin, DIRECT), rtol=1e-3, atol=1e-2)
    assert to_nits(skin, free).max() > 1.5 * to_nits(skin, DIRECT).max()
    torch.testing.assert_close(to_nits(lamp, steady), to_nits(lamp, free))


def test_the_base_follows_edges_and_not_grain() -> None:
    picture = torch.zeros(540, 640)
    picture[:, 320:] = 0.5
    base = base_layer(picture + 0.008 * grain(), 0.02)
    assert float(base[:, :280].std()) < 0.0016
    assert float(base[270, 322] - base[270, 317]) > 0.45


@pytest.mark.parametrize(("rows", "columns", "step"), [(540, 960, 2), (541, 963, 2), (97, 130, 4), (270, 480, 1)])
def test_what_is_reduced_comes_back_in_its_place(rows: int, columns: int, step: int) -> None:
    slope = torch.arange(rows)[:, None] * 0.01 + torch.arange(columns)[None] * 0.02
    back = enlarged(reduced(slope, step), step, rows, columns)
    assert back.shape == slope.shape
    assert float((back - slope)[step : -2 * step, step : -2 * step].abs().max()) < 1e-3


def test_pq_eotf_of_the_gain_is_what_the_curve_says() -> None:
    """Grain of size zero: film mode is its curve, pixel by pixel, on a slow slope too."""
    slope = torch.linspace(0.7, 1.0, 640).expand(3, 540, 640)
    with_base, without = (
        to_nits(slope, FILM)[1, 270],
        to_nits(slope, SdrToHdrParams(method="film", texture=0.0))[1, 270],
    )
    ratio = pq_inverse_eotf(with_base) - pq_inverse_eotf(without)
    assert float(ratio[20:-20].abs().max()) < 0.004
    assert pq_eotf(0.0) == 0.0
