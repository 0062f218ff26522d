"""The table on pictures beside the curve in double precision, pixel by pixel."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch

from app.hdr.vivid.adaptation import Display
from app.hdr.vivid.display_curve import DisplayCurve
from app.hdr.vivid.fields import Spline, VividMetadata
from app.hdr.vivid.payload import unpack
from app.hdr.vivid.picture import LUMA_2020, STEPS, PictureCurve
from operators.colour.pq import pq_eotf, pq_inverse_eotf
from tests.hdr.vivid.making import SAMPLE, one_set

ALMOST_A_16_BIT_CODE = 2.5e-5
"""float32 carries PQ to about 2e-5 near its top; a 12-bit code is 2.4e-4."""

SATURATED = replace(one_set(Spline(1, None, 2200, 500, 500, 150)), saturation=(64, 45))
CASES = [(unpack(SAMPLE), 500, 4000), (SATURATED, 1000, 1000), (SATURATED, 300, 1000), (one_set(mode=3), 100, 1000)]


def slow(curve: DisplayCurve, picture: np.ndarray) -> np.ndarray:
    """The pipeline step by step, as its description has it."""
    picture = picture.astype(np.float64)
    v = picture.max(axis=0)
    gain = np.ones_like(v)
    gain[v > 0] = pq_eotf(curve(v))[v > 0] / pq_eotf(v)[v > 0]
    shown = pq_inverse_eotf(pq_eotf(picture) * gain)
    if curve.metadata.saturation is not None:
        y = sum(weight * channel for weight, channel in zip(LUMA_2020, shown, strict=True))
        factor = curve.saturation(v)
        cb, cr = (shown[2] - y) / 1.8814 * factor, (shown[0] - y) / 1.4746 * factor
        red, blue = y + 1.4746 * cr, y + 1.8814 * cb
        green = (y - LUMA_2020[0] * red - LUMA_2020[2] * blue) / LUMA_2020[1]
        shown = np.clip(np.stack([red, green, blue]), 0, 1)
    return np.clip(shown, 0, curve.adapted.peak.d)


@pytest.mark.parametrize(("metadata", "display", "mastering"), CASES)
def test_the_picture_is_the_curves(metadata: VividMetadata, display: float, mastering: float):
    picture = np.random.default_rng(7).random((3, 120, 160), dtype=np.float32)
    picture[:, :4] *= 0.01
    picture[:, 4] = 0
    curve = DisplayCurve.of(metadata, Display(display, mastering))
    before = picture.copy()
    shown = PictureCurve.of(curve).apply(torch.from_numpy(picture))
    assert shown.dtype == torch.float32
    assert (picture == before).all()
    assert np.abs(shown.numpy() - slow(curve, picture)).max() < ALMOST_A_16_BIT_CODE
    assert (shown[:, 4] == 0).all()


@pytest.mark.parametrize(("metadata", "display", "mastering"), CASES)
def test_the_table_is_fine_enough(metadata, display, mastering):
    curve = DisplayCurve.of(metadata, Display(display, mastering))
    x = np.linspace(0, 1, 7 * STEPS + 3)
    table = PictureCurve.of(curve).signal.numpy()
    assert np.abs(np.interp(x, np.linspace(0, 1, STEPS + 1), table) - curve(x)).max() < 1e-7


def test_what_the_display_cuts_off_can_be_seen():
    curve = DisplayCurve.of(one_set(m_a=1000, mode=3), Display(500, 1000))
    white = torch.ones(3, 2, 2)
    held = PictureCurve.of(curve).apply(white)
    free = PictureCurve.of(curve).apply(white, hold_to_display=False)
    assert held.max() == pytest.approx(curve.adapted.peak.d, abs=1e-6)
    assert free.max() == pytest.approx(1000 / 1023, abs=1e-5)


def test_hue_is_kept_in_light():
    curve = DisplayCurve.of(one_set(), Display(300, 1000))
    picture = torch.tensor([0.7, 0.5, 0.3]).reshape(3, 1, 1)
    before, after = pq_eotf(picture), pq_eotf(PictureCurve.of(curve).apply(picture))
    np.testing.assert_allclose((after / after[0]).numpy(), (before / before[0]).numpy(), rtol=1e-3)


def test_other_shapes_are_refused():
    curve = PictureCurve.of(DisplayCurve.of(one_set(), Display(300, 1000)))
    with pytest.raises(ValueError, match=r"\(3, H, W\)"):
        curve.apply(torch.zeros(2, 4, 4))
