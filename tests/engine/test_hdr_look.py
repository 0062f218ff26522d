"""Target displays for the eye: the quick way beside the exact one, and false colour."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from app.engine.hdr_look import BANDS, PQ, Seen, display_for, false_colours, previewed, shown_pixels, view_name
from app.engine.look import HdrLook
from app.engine.render import FloatPicture
from app.engine.screen import screen_pixels
from app.errors import UsageError
from app.hdr.vivid.controls import Controls
from app.hdr.vivid.fields import Statistics
from app.hdr.vivid.generation import Plan, generated
from app.hdr.vivid.grading import graded
from app.media.colour import View
from app.media.picture import NativePicture, PictureFormat
from operators.colour.bt1886 import bt1886_eotf
from operators.colour.pq import pq_inverse_eotf
from operators.colour.primaries import bt709_to_bt2020

WIDTH, HEIGHT = 640, 400
METADATA = graded(
    generated(Statistics.from_pq(0.0, 0.35, 0.3, 0.75), Plan(1000.0)),
    Controls(mid_light=-0.2, dark_light=-0.3, whole_sat=0.3),
    1000.0,
).metadata


@pytest.fixture(scope="module")
def picture() -> FloatPicture:
    """Soft colours of BT.709 up to 300 cd/m2, with grain: what film looks like to a cube of colours."""
    random = torch.Generator().manual_seed(1)
    coarse = torch.rand((1, 3, 8, 12), generator=random)
    soft = torch.nn.functional.interpolate(coarse, (HEIGHT, WIDTH), mode="bicubic", align_corners=False)[0]
    soft = 0.35 * soft + 0.65 * soft.mean(dim=0, keepdim=True)
    signal = (soft + 0.02 * torch.randn(soft.shape, generator=random)).clamp(0.02, 1)
    light = bt709_to_bt2020(bt1886_eotf(signal.double())) * 3
    fmt = PictureFormat(WIDTH, HEIGHT, ("R", "G", "B"), "rgb", "uint16", 10, PQ)
    base = NativePicture(fmt, tuple(np.zeros((HEIGHT, WIDTH), np.uint16) for _ in range(3)))
    return FloatPicture(pq_inverse_eotf(light.clamp(0)).float(), base, PQ)


@pytest.mark.parametrize("nits", [100.0, 300.0, 800.0])
def test_the_quick_way_keeps_close_to_the_exact_one(picture: FloatPicture, nits: float) -> None:
    display, look = display_for(nits, 1000.0), HdrLook(nits)
    view = View.of(PQ, view_name(look, None))
    quick = shown_pixels(picture, PQ, Seen(look, METADATA, display), view)
    exact = screen_pixels(previewed(picture, PQ, METADATA, display), view)
    assert quick.shape == exact.shape == (HEIGHT, WIDTH, 4) and quick.flags.c_contiguous
    apart = np.abs(quick.astype(int) - exact.astype(int))
    assert np.percentile(apart, 99.9) <= 4 and apart.mean() < 0.5 and not apart[..., 3].any()


def test_displays_differ_as_they_should(picture: FloatPicture) -> None:
    view = View.of(PQ)
    means = [
        shown_pixels(picture, PQ, Seen(HdrLook(nits), METADATA, display_for(nits, 1000.0)), view).mean()
        for nits in (150.0, 300.0, 1000.0)
    ]
    assert means == sorted(means) and means[0] < means[-1] - 3


def test_an_sdr_display_is_shown_by_its_own_white() -> None:
    assert view_name(HdrLook(100.0), None) == "Video" and view_name(HdrLook(300.0), None) is None
    assert view_name(None, "Film") == "Film" and display_for(100.0, 1000.0).sdr and not display_for(101.0, 1000.0).sdr


def test_false_colour_steps_where_the_bands_end(picture: FloatPicture) -> None:
    tops = [top for top, _ in BANDS]
    light = np.array([[top * share for top in tops[:-1] for share in (0.98, 1.02)]])
    signal = torch.from_numpy(pq_inverse_eotf(light)).float().expand(3, -1, -1)
    pixels = false_colours(FloatPicture(signal, picture.base, PQ))[0, :, 2::-1].tolist()
    expected = [list(BANDS[place + above][1]) for place in range(len(tops) - 1) for above in (0, 1)]
    assert pixels == expected


def test_pictures_that_are_no_hdr_are_refused(picture: FloatPicture) -> None:
    with pytest.raises(UsageError, match="rec709, which is no HDR"):
        shown_pixels(picture, "rec709", Seen(HdrLook(300.0), METADATA, display_for(300.0, 1000.0)), View.of(PQ))
