"""Baked views beside OpenColorIO itself."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import PyOpenColorIO as ocio
import pytest

from app.errors import UsageError
from app.media.colour import View, baked, load_config
from app.media.colour.baked import HALF, NEAR, Levels, paint, paint_floats, suits

SEPARABLE = [("cineon_log", "Film"), ("cineon_log", "Video"), ("rec709", "Video"), ("srgb", "Film"), ("raw", "Raw")]
MATRIXED = [("bt601", "Video"), ("bt2020", "Film"), ("pq_bt2020", "Film"), ("linear_ap0", "Film")]
MIXED = [("hlg_bt2020", "Film")]
CODES_16 = Levels(step=1 / 65535)


def colours(high: float = 1.0, low: float = 0.0, size: int = 96) -> np.ndarray:
    """Random colours and greys, float32 `(size, size, 3)`."""
    rng = np.random.default_rng(7)
    picture = rng.uniform(low, high, (size, size, 3))
    picture[:8] = picture[:8, :, :1]
    return picture.astype(np.float32)


def missed(painted: np.ndarray, view: View, pixels: np.ndarray) -> int:
    """The largest difference to OpenColorIO, in code values of 8 bits."""
    exact = view.exact(np.ascontiguousarray(pixels)).astype(int)
    assert painted.shape == (*pixels.shape[:2], 4) and painted.dtype == np.uint8 and painted.flags.c_contiguous
    assert (painted[..., 3] == 255).all()
    return int(np.abs(painted[..., 2::-1] - exact).max())


@pytest.mark.parametrize(("encoding", "name"), SEPARABLE)
def test_code_values_through_a_separable_view_are_those_of_opencolorio(encoding: str, name: str) -> None:
    view = View.of(encoding, name)
    index = np.round(colours() * 65535).astype(np.uint16)
    assert missed(paint(view, index, CODES_16), view, CODES_16.values()[index]) == 0


@pytest.mark.parametrize(("encoding", "name"), MATRIXED + MIXED)
def test_code_values_through_any_other_view_miss_by_one_at_most(encoding: str, name: str) -> None:
    view = View.of(encoding, name)
    index = np.round(colours() * 65535).astype(np.uint16)
    assert missed(paint(view, index, CODES_16), view, CODES_16.values()[index]) <= 1


@pytest.mark.parametrize(("encoding", "name"), SEPARABLE + MATRIXED + MIXED)
@pytest.mark.parametrize(("low", "high"), [(0.0, 1.0), (-0.4, 1.4), (-2.0, 40.0)])
def test_floats_miss_by_one_at_most_far_beyond_white_too(encoding: str, name: str, low: float, high: float) -> None:
    view, pixels = View.of(encoding, name), colours(high, low)
    assert missed(paint_floats(view, pixels), view, pixels) <= 1


def test_halves_are_painted_as_they_are() -> None:
    view, halves = View.of("linear_rec709"), colours(12.0, -0.5).astype(np.float16)
    halves.flags.writeable = False
    assert missed(paint_floats(view, halves), view, halves.astype(np.float32)) == 0
    matrixed = View.of("linear_ap0")
    assert missed(paint_floats(matrixed, halves), matrixed, halves.astype(np.float32)) <= 1


@pytest.mark.parametrize(("encoding", "name"), SEPARABLE + MATRIXED + MIXED)
def test_grey_takes_a_table_through_any_view(encoding: str, name: str) -> None:
    view = View.of(encoding, name)
    index = np.arange(65536, dtype=np.uint16).reshape(256, 256)
    grey = np.repeat(CODES_16.values()[index][..., None], 3, axis=2)
    assert missed(paint(view, index, CODES_16), view, grey) == 0


def test_bytes_index_a_table_as_well() -> None:
    view, levels = View.of("bt601"), Levels(step=1 / 255)
    index = np.random.default_rng(1).integers(0, 256, (64, 64, 3)).astype(np.uint8)
    assert missed(paint(view, index, levels), view, levels.values()[index]) <= 1


def test_what_is_no_number_and_what_is_endless_has_a_place() -> None:
    pixels = np.array([[[np.nan] * 3, [np.inf] * 3, [-np.inf] * 3]], np.float32)
    assert paint_floats(View.of("rec709"), pixels)[0, :, 0].tolist() == [0, 255, 0]


def test_a_view_is_used_only_where_it_was_seen_to_fit() -> None:
    assert suits(View.of("bt601"), NEAR) and suits(View.of("cineon_log"), HALF)
    # PQ is too steep for indices that values were rounded to, and HLG mixes the channels.
    assert not suits(View.of("pq_bt2020"), NEAR) and not suits(View.of("hlg_bt2020"), NEAR)


def test_numpy_looks_up_where_opencv_cannot(monkeypatch: pytest.MonkeyPatch) -> None:
    index = np.round(colours() * 65535).astype(np.uint16)
    for encoding in ("rec709", "bt601"):
        view = View.of(encoding)
        quick = [paint(view, index, CODES_16), paint(view, index[..., 0], CODES_16)]
        with monkeypatch.context() as patched:
            patched.setattr(baked, "_WIDE_TABLES", False)
            slow = [paint(view, index, CODES_16), paint(view, index[..., 0], CODES_16)]
        assert all(np.array_equal(one, other) for one, other in zip(quick, slow, strict=True))


def test_the_usual_view_shows_what_lies_beyond_white() -> None:
    assert View.of("cineon_log").name == "Film" and View.of("linear_rec709").name == "Film"
    assert View.of("rec709").name == "Video" and View.of("raw").name == "Raw"


def test_a_view_there_is_not_is_named() -> None:
    with pytest.raises(UsageError, match="no view for display 'sRGB': 'Sepia'"):
        View.of("rec709", "Sepia")


def test_a_house_with_other_names_gets_its_own_first_view(tmp_path: Path) -> None:
    own = ocio.Config.CreateFromStream(load_config().native.serialize())
    own.clearDisplays()
    own.addDisplayView("Projector", "House", "srgb")
    own.setActiveDisplays("")
    own.setActiveViews("")
    path = tmp_path / "house.ocio"
    path.write_text(own.serialize(), encoding="utf-8")
    view = View.of("rec709", config=load_config(path))
    assert (view.display, view.name) == ("Projector", "House")
    pixels = colours()
    assert missed(paint_floats(view, pixels), view, pixels) <= 1
