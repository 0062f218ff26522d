"""HLG, BT.1886 and the EETF: beside colour-science, by published values, there and back."""

from __future__ import annotations

import warnings

import numpy as np
import pytest
import torch

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import colour

from operators.colour.bt1886 import bt1886_eotf, bt1886_inverse_eotf
from operators.colour.eetf import bt2390_eetf
from operators.colour.hlg import (
    hlg_inverse_oetf,
    hlg_inverse_ootf,
    hlg_oetf,
    hlg_ootf,
    hlg_to_nits,
    nits_to_hlg,
    system_gamma,
)
from operators.colour.pq import pq_eotf, pq_inverse_eotf

SIGNAL = np.linspace(0, 1, 1001)
PICTURE = np.random.default_rng(3).uniform(0, 1, (3, 17, 19))


def test_hlg_curve_equals_colour_science() -> None:
    with np.errstate(invalid="ignore"):  # theirs takes the logarithm everywhere and then chooses
        theirs = colour.models.oetf_BT2100_HLG(SIGNAL)
    np.testing.assert_allclose(hlg_oetf(SIGNAL), theirs, atol=1e-7)
    np.testing.assert_allclose(hlg_inverse_oetf(SIGNAL), colour.models.oetf_inverse_BT2100_HLG(SIGNAL), atol=1e-7)


@pytest.mark.parametrize("peak", [400.0, 1000.0, 2000.0])
def test_hlg_display_light_equals_colour_science(peak: float) -> None:
    ours = hlg_to_nits(PICTURE, peak)
    gamma = system_gamma(peak)
    theirs = colour.models.eotf_BT2100_HLG(np.moveaxis(PICTURE, 0, -1), L_W=peak, gamma=gamma)
    np.testing.assert_allclose(ours, np.moveaxis(theirs, -1, 0), rtol=1e-5, atol=1e-5)
    np.testing.assert_allclose(nits_to_hlg(ours, peak), PICTURE, atol=1e-6)


def test_reference_white_is_three_quarters_of_hlg_and_58_percent_of_pq() -> None:
    white = np.full((3, 1), 203.0)
    assert nits_to_hlg(white).ravel() == pytest.approx([0.74988] * 3, abs=1e-5)
    assert pq_inverse_eotf(203.0) == pytest.approx(0.58069, abs=1e-5)


def test_hlg_keeps_what_lies_outside() -> None:
    outside = np.array([-0.3, -0.01, 1.2, 3.0])
    np.testing.assert_allclose(hlg_inverse_oetf(hlg_oetf(outside)), outside, atol=1e-12)


def test_ootf_there_and_back_in_tensors() -> None:
    scene = torch.from_numpy(PICTURE.astype(np.float32))
    torch.testing.assert_close(hlg_inverse_ootf(hlg_ootf(scene)), scene, rtol=1e-5, atol=1e-6)
    assert torch.count_nonzero(hlg_inverse_ootf(torch.zeros(3, 4))) == 0


@pytest.mark.parametrize("black", [0.0, 0.01, 0.1])
def test_bt1886_equals_colour_science(black: float) -> None:
    theirs = colour.models.eotf_BT1886(SIGNAL, L_B=black, L_W=100)
    np.testing.assert_allclose(bt1886_eotf(SIGNAL, 100.0, black), theirs, rtol=1e-9, atol=1e-9)
    np.testing.assert_allclose(bt1886_inverse_eotf(theirs, 100.0, black), SIGNAL, atol=1e-9)


def test_bt1886_carries_colours_outside_the_display() -> None:
    outside = torch.tensor([-0.2, 1.3])
    torch.testing.assert_close(bt1886_inverse_eotf(bt1886_eotf(outside)), outside)


@pytest.mark.parametrize("function", [hlg_oetf, hlg_inverse_oetf, bt1886_eotf])
def test_arrays_and_tensors_agree_and_keep_their_type(function) -> None:  # type: ignore[no-untyped-def]
    values = SIGNAL.astype(np.float32)
    array, tensor = function(values), function(torch.from_numpy(values))
    assert array.dtype == np.float32 and tensor.dtype == torch.float32
    np.testing.assert_allclose(array, tensor.numpy(), rtol=2e-6, atol=2e-6)
    np.testing.assert_allclose(array, function(SIGNAL), rtol=2e-5, atol=2e-6)


def test_eetf_of_a_bright_enough_display_changes_nothing() -> None:
    signal = np.linspace(0, pq_inverse_eotf(1000.0), 200)
    np.testing.assert_allclose(bt2390_eetf(signal, 1000.0, 1000.0), signal, atol=1e-12)
    np.testing.assert_allclose(bt2390_eetf(signal, 1000.0, 4000.0), signal, atol=1e-12)


@pytest.mark.parametrize(("master", "target"), [(1000.0, 100.0), (4000.0, 600.0), (10000.0, 203.0)])
def test_eetf_ends_at_the_display_and_never_falls_or_lifts(master: float, target: float) -> None:
    signal = np.linspace(0, pq_inverse_eotf(master), 2001)
    shown = bt2390_eetf(signal, master, target)
    assert pq_eotf(float(shown[-1])) == pytest.approx(target, rel=1e-6)
    assert np.all(np.diff(shown) >= -1e-12) and np.all(shown <= signal + 1e-12)
    low, high = 0.0, pq_inverse_eotf(master)
    knee = (1.5 * pq_inverse_eotf(target) / high - 0.5) * high + low
    below = signal < max(knee, 0.0)
    np.testing.assert_allclose(shown[below], signal[below], atol=1e-12)


def test_eetf_lifts_to_the_displays_black() -> None:
    black = float(bt2390_eetf(np.array([0.0]), 1000.0, 1000.0, 0.0, 0.1)[0])
    assert pq_eotf(black) == pytest.approx(0.1, rel=1e-6)
