"""Screen pixels beside the exact way."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import cv2
import numpy as np
import pytest
import torch

from app.engine import screen
from app.engine.display import displayed
from app.engine.render import FloatPicture, Rendered
from app.engine.screen import cut_out, picture_size, sampled, screen_pixels
from app.engine.tensors import to_tensor
from app.media.colour import View
from app.media.picture import NativePicture, PictureFormat

CHANNELS = {"grey": ("Y",), "rgb": ("R", "G", "B"), "ycbcr": ("Y", "Cb", "Cr")}


def form(model: Any, bits: int, encoding: str, width: int = 96, height: int = 64, **more: Any) -> PictureFormat:
    dtype: Any = "uint8" if bits == 8 else "uint16"
    return PictureFormat(width, height, CHANNELS[model], model, dtype, bits, encoding, **more)


def noise(fmt: PictureFormat) -> NativePicture:
    """Every code value there is, whether a camera would make it or not."""
    rng = np.random.default_rng(5)
    planes = [
        rng.integers(0, 2**fmt.bit_depth, fmt.plane_shape(i)).astype(fmt.dtype) for i in range(len(fmt.channels))
    ]
    return NativePicture(fmt, tuple(planes))


def missed(picture: Rendered, encoding: str, scale: int = 1, exact_of: Rendered | None = None) -> int:
    painted = screen_pixels(picture, View.of(encoding), scale)
    return int(np.abs(painted[..., 2::-1] - displayed(exact_of or picture, encoding).astype(int)).max())


NARROW: dict[str, Any] = {"full_range": False}
FORMATS = [
    form("grey", 10, "cineon_log"),
    form("rgb", 10, "cineon_log"),
    form("rgb", 8, "srgb"),
    form("rgb", 16, "bt601"),
    replace(form("rgb", 16, "rec709"), channels=("R", "G", "B", "A")),
    form("rgb", 10, "rec709", **NARROW),
    form("ycbcr", 8, "rec709", subsampling=(2, 2), **NARROW),
    form("ycbcr", 8, "bt601", subsampling=(2, 2), matrix="bt601", **NARROW),
    form("ycbcr", 10, "rec709", subsampling=(2, 1), **NARROW),
    form("ycbcr", 10, "bt2020", subsampling=(2, 2), matrix="bt2020", **NARROW),
    form("ycbcr", 10, "pq_bt2020", subsampling=(2, 2), matrix="bt2020", **NARROW),
    form("ycbcr", 8, "rec709", subsampling=(4, 1), matrix="bt601"),
    form("ycbcr", 12, "cineon_log"),
    form("ycbcr", 16, "rec709", subsampling=(2, 1)),
    form("ycbcr", 8, "rec709", 95, 63, subsampling=(2, 2), **NARROW),
    form("ycbcr", 8, "rec709", 1, 1, subsampling=(2, 2), **NARROW),
]


@pytest.mark.parametrize("fmt", FORMATS, ids=lambda f: f"{f.model}{f.bit_depth}{f.encoding}{f.subsampling}{f.width}")
def test_the_quick_way_misses_the_exact_one_by_one_at_most(fmt: PictureFormat) -> None:
    assert missed(noise(fmt), fmt.encoding) <= 1


@pytest.mark.parametrize("dtype", ["float16", "float32"])
def test_float_pictures_likewise(dtype: Any) -> None:
    fmt = replace(form("rgb", 16 if dtype == "float16" else 32, "linear_rec709"), dtype=dtype)
    planes = np.random.default_rng(2).uniform(-0.2, 14, (3, fmt.height, fmt.width)).astype(dtype)
    picture = NativePicture(fmt, tuple(planes))
    assert missed(picture, fmt.encoding) <= 1
    assert missed(FloatPicture(to_tensor(picture), picture), fmt.encoding) <= 1


def test_a_red_of_the_standard_is_red() -> None:
    """100 % red, ITU-R BT.709 in 8 bits, narrow: Y 63, Cb 102, Cr 240; BT.601's matrix makes it another colour."""
    fmt = form("ycbcr", 8, "srgb", subsampling=(2, 2), **NARROW)

    def flat(fmt: PictureFormat) -> Any:
        planes = [np.full(fmt.plane_shape(i), code, np.uint8) for i, code in enumerate((63, 102, 240))]
        return screen_pixels(NativePicture(fmt, tuple(planes)), View.of("srgb"))[10, 10].tolist()

    blue, green, red, _ = flat(fmt)
    assert red >= 254 and green <= 1 and blue <= 1
    assert flat(replace(fmt, matrix="bt601"))[:3] != [blue, green, red]
    assert flat(replace(fmt, full_range=True))[:3] != [blue, green, red]


@pytest.mark.parametrize("scale", [2, 4, 8])
@pytest.mark.parametrize("fmt", [FORMATS[1], FORMATS[4]], ids=["log", "rgba"])
def test_smaller_pictures_are_shrunk_in_code_values(fmt: PictureFormat, scale: int) -> None:
    picture = noise(fmt)
    size = (fmt.width // scale, fmt.height // scale)
    planes = tuple(cv2.resize(plane, size, interpolation=cv2.INTER_AREA) for plane in picture.planes)
    assert missed(picture, fmt.encoding, scale, NativePicture(fmt.with_size(*size), planes)) <= 1


@pytest.mark.parametrize("scale", [2, 4, 8])
@pytest.mark.parametrize("subsampling", [(2, 2), (2, 1), (4, 1), (1, 1)])
def test_shrunk_chroma_lies_where_it_lay(subsampling: tuple[int, int], scale: int) -> None:
    """A slow ramp of colour: shrinking before or after the chroma is interpolated gives the same picture."""
    fmt = form("ycbcr", 10, "rec709", subsampling=subsampling, **NARROW)
    ramps = [
        np.linspace(*ends, fmt.plane_shape(i)[1])[None].repeat(fmt.plane_shape(i)[0], axis=0)
        for i, ends in enumerate([(300, 700), (200, 800), (800, 200)])
    ]
    picture = NativePicture(fmt, tuple(ramp.round().astype(np.uint16) for ramp in ramps))
    whole = to_tensor(picture).numpy()
    size = (fmt.width // scale, fmt.height // scale)
    small = np.stack([cv2.resize(plane, size, interpolation=cv2.INTER_AREA) for plane in whole])
    assert missed(picture, "rec709", scale, FloatPicture(torch.from_numpy(small), picture)) <= 1


@pytest.mark.parametrize("fmt", FORMATS[-4:], ids=lambda f: f"{f.width}x{f.height}{f.subsampling}")
@pytest.mark.parametrize("scale", [1, 2, 4, 8])
def test_a_part_of_a_pixel_counts_as_one(fmt: PictureFormat, scale: int) -> None:
    pixels = screen_pixels(noise(fmt), View.of(fmt.encoding), scale)
    assert pixels.shape == (-(-fmt.height // scale), -(-fmt.width // scale), 4)
    assert pixels.flags.c_contiguous and pixels.dtype == np.uint8 and (pixels[..., 3] == 255).all()


@pytest.mark.parametrize("fmt", FORMATS, ids=lambda f: f"{f.model}{f.bit_depth}{f.encoding}{f.subsampling}{f.width}")
def test_a_piece_looks_like_its_place_in_the_whole(fmt: PictureFormat) -> None:
    picture, view = noise(fmt), View.of(fmt.encoding)
    whole = screen_pixels(picture, view)
    right, bottom = fmt.width - 1, fmt.height - 1
    for x, y in {(0, 0), (right, bottom), (right, 0), (right // 2, bottom // 2), (right // 3, bottom // 3)}:
        piece, column, row = cut_out(picture, x, y)
        assert max(picture_size(piece)) <= 8
        assert screen_pixels(piece, view)[row, column].tolist() == whole[y, x].tolist()


def test_a_sample_is_in_the_pictures_own_numbers() -> None:
    picture = noise(form("ycbcr", 10, "rec709", subsampling=(2, 1), **NARROW))
    values, bits = sampled(picture, 11, 6)
    expected = [picture.planes[0][6, 11], picture.planes[1][6, 5], picture.planes[2][6, 5]]
    assert values == tuple(zip(("Y", "Cb", "Cr"), map(int, expected), strict=True)) and bits == 10
    tensor = to_tensor(picture)
    values, bits = sampled(FloatPicture(tensor, picture), 11, 6)
    assert values == tuple(zip("RGB", tensor[:, 6, 11].tolist(), strict=True)) and bits is None


@pytest.mark.parametrize("fmt", FORMATS, ids=lambda f: f"{f.model}{f.bit_depth}{f.encoding}{f.subsampling}{f.width}")
def test_bands_leave_no_seams(monkeypatch: pytest.MonkeyPatch, fmt: PictureFormat) -> None:
    picture, view = noise(fmt), View.of(fmt.encoding)
    floats = FloatPicture(to_tensor(picture), picture)
    whole = [screen_pixels(one, view) for one in (picture, floats)]
    monkeypatch.setattr(screen, "BAND_PIXELS", 4 * fmt.width)
    bands = [screen_pixels(one, view) for one in (picture, floats)]
    assert np.array_equal(whole[0], bands[0])
    # A band with nothing far beyond white may take a table where the whole picture did not.
    assert np.abs(whole[1].astype(int) - bands[1]).max() <= 1
