"""BT.2446 methods A and C by the check values of the fact sheet, and there and back."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from operators.colour.bt1886 import bt1886_eotf
from operators.colour.bt2446 import crosstalk_matrix, method_a, method_c, method_c_to_sdr
from operators.colour.primaries import luminance

PICTURE = np.random.default_rng(11).uniform(0, 1, (3, 9, 14)) ** 2.4 * 100


def grey(nits: float) -> np.ndarray:
    return np.full((3, 1), nits)


@pytest.mark.parametrize(
    ("signal", "nits"),
    [(0.1, 1.101), (0.25, 11.634), (0.4, 41.147), (0.5, 76.28), (0.6, 131.08), (0.7, 217.57), (0.8, 357.7),
     (0.9, 592.3), (1.0, 999.5)],
)  # fmt: skip
def test_method_a_on_greys(signal: float, nits: float) -> None:
    assert method_a(bt1886_eotf(grey(signal))).ravel() == pytest.approx([nits] * 3, rel=2e-4)


@pytest.mark.parametrize(
    ("sdr", "hdr"),
    [(18, 21.5), (58.5, 69.8), (80, 126.4), (90, 196.5), (96, 267), (100, 332), (109, 561), (118.4, 1001)],
)
def test_method_c_on_greys(sdr: float, hdr: float) -> None:
    assert method_c(grey(sdr)).ravel() == pytest.approx([hdr] * 3, rel=2.5e-3)


def test_method_c_of_reference_white() -> None:
    assert float(luminance(method_c_to_sdr(grey(203.0)))[0]) == pytest.approx(90.66, abs=0.01)


@pytest.mark.parametrize("crosstalk", [0.0, 0.04, 0.2])
def test_method_c_there_and_back(crosstalk: float) -> None:
    hdr = method_c(PICTURE, crosstalk)
    np.testing.assert_allclose(method_c_to_sdr(hdr, crosstalk), PICTURE, rtol=1e-5, atol=2e-3)
    tensor = torch.from_numpy(PICTURE.astype(np.float32))
    np.testing.assert_allclose(method_c(tensor, crosstalk).numpy(), hdr, rtol=1e-3, atol=1e-3)


def test_black_stays_black() -> None:
    for method in (method_a, method_c, method_c_to_sdr):
        assert np.count_nonzero(method(grey(0.0))) == 0


def test_crosstalk_keeps_white() -> None:
    np.testing.assert_allclose(crosstalk_matrix(0.1) @ np.ones(3), np.ones(3))
    assert crosstalk_matrix(0.1)[0, 0] == pytest.approx(0.8) and crosstalk_matrix(0.1)[0, 1] == pytest.approx(0.1)


def test_method_a_leaves_greys_grey_and_holds_its_range() -> None:
    hdr = method_a(np.concatenate([PICTURE, PICTURE * 3], axis=1))
    assert hdr.min() >= 0 and hdr.max() <= 1000
    tensor = method_a(torch.from_numpy(PICTURE.astype(np.float32)))
    np.testing.assert_allclose(tensor.numpy(), method_a(PICTURE), rtol=5e-4, atol=5e-3)
