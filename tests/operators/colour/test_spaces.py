"""Primaries, ICtCp, the ITP difference and PU21: beside colour-science and published values."""

from __future__ import annotations

import warnings

import numpy as np
import pytest
import torch

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import colour

from operators.colour.ictcp import delta_e_itp, ictcp_to_nits, nits_to_ictcp
from operators.colour.primaries import (
    BT709_TO_BT2020,
    BT2020_TO_BT709,
    BT2020_TO_P3,
    P3_TO_BT2020,
    bt709_to_bt2020,
    bt2020_to_bt709,
    luminance,
)
from operators.colour.pu21 import pu21, pu21_psnr

BT2087 = [[0.6274039, 0.3292830, 0.0433131], [0.0690973, 0.9195404, 0.0113623], [0.0163914, 0.0880133, 0.8955953]]
BACK = [[1.6604910, -0.5876411, -0.0728499], [-0.1245505, 1.1328999, -0.0083494], [-0.0181508, -0.1005789, 1.1187297]]
P3_D65 = [[0.7538330, 0.1985974, 0.0475696], [0.0457438, 0.9417772, 0.0124789], [-0.0012103, 0.0176017, 0.9836086]]
NITS = np.random.default_rng(5).uniform(0, 1, (3, 11, 13)) ** 4 * 4000


@pytest.mark.parametrize(
    ("ours", "published"), [(BT709_TO_BT2020, BT2087), (BT2020_TO_BT709, BACK), (P3_TO_BT2020, P3_D65)]
)
def test_matrices_are_the_published_ones(ours, published) -> None:  # type: ignore[no-untyped-def]
    np.testing.assert_allclose(ours, published, atol=6e-8)


def test_matrices_equal_colour_science() -> None:
    spaces = colour.RGB_COLOURSPACES
    theirs = colour.matrix_RGB_to_RGB(spaces["ITU-R BT.709"], spaces["ITU-R BT.2020"], None)
    np.testing.assert_allclose(BT709_TO_BT2020, theirs, atol=2e-4)  # colour keeps rounded matrices of BT.709
    np.testing.assert_allclose(P3_TO_BT2020 @ BT2020_TO_P3, np.eye(3), atol=1e-12)


def test_white_stays_white_and_colours_come_back() -> None:
    white = torch.full((3, 5), 0.7)
    torch.testing.assert_close(bt709_to_bt2020(white), white)
    colours = torch.from_numpy(NITS.astype(np.float32))
    torch.testing.assert_close(bt2020_to_bt709(bt709_to_bt2020(colours)), colours, rtol=1e-4, atol=1e-2)


def test_luminance_of_white_is_its_light() -> None:
    assert float(luminance(np.full((3, 1), 203.0))[0]) == pytest.approx(203.0)


def test_ictcp_equals_colour_science() -> None:
    theirs = colour.models.RGB_to_ICtCp(np.moveaxis(NITS, 0, -1), method="ITU-R BT.2100-2 PQ")
    np.testing.assert_allclose(nits_to_ictcp(NITS), np.moveaxis(theirs, -1, 0), atol=1e-6)


def test_ictcp_comes_back_and_tensors_agree() -> None:
    np.testing.assert_allclose(ictcp_to_nits(nits_to_ictcp(NITS)), NITS, rtol=1e-6, atol=1e-5)
    tensor = nits_to_ictcp(torch.from_numpy(NITS.astype(np.float32)))
    np.testing.assert_allclose(tensor.numpy(), nits_to_ictcp(NITS), atol=5e-5)  # a power of 78 in 24 bits


def test_delta_e_itp_of_the_sheets_greys_and_of_colour_science() -> None:
    greys = [nits_to_ictcp(np.full((3, 1), nits)) for nits in (101.5, 105.0)]
    assert float(delta_e_itp(*greys)[0]) == pytest.approx(2.455, abs=1e-3)
    one, other = nits_to_ictcp(NITS), nits_to_ictcp(NITS * 1.1)
    theirs = colour.delta_E(np.moveaxis(one, 0, -1), np.moveaxis(other, 0, -1), method="ITP")
    np.testing.assert_allclose(delta_e_itp(one, other), theirs, rtol=1e-9)


def test_pu21_is_as_published() -> None:
    light = np.array([1.0, 100.0, 203.0, 1000.0, 4000.0, 10000.0])
    expected = [36.544, 256.384, 303.80, 420.10, 527.49, 595.39]
    np.testing.assert_allclose(pu21(light), expected, atol=6e-3)
    assert np.all(np.diff(pu21(np.geomspace(0.005, 10000, 400))) > 0)


def test_pu21_psnr() -> None:
    assert pu21_psnr(NITS, NITS) == float("inf")
    near, far = pu21_psnr(NITS, NITS * 1.02), pu21_psnr(NITS, NITS * 1.2)
    assert near > far > 0
    error = np.mean((pu21(NITS) - pu21(NITS * 1.02)) ** 2)
    assert near == pytest.approx(10 * np.log10(256**2 / error))
