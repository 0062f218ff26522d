"""Code values to tensors and back."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.engine.tensors import to_planes, to_tensor
from app.media.picture import NativePicture, PictureFormat

RGB10 = PictureFormat(8, 6, ("R", "G", "B"), "rgb", "uint16", 10, "rec709")


def random_picture(fmt: PictureFormat, seed: int) -> NativePicture:
    rng = np.random.default_rng(seed)
    planes = []
    for index in range(len(fmt.channels)):
        shape = fmt.plane_shape(index)
        if fmt.is_float:
            planes.append(rng.normal(0.5, 1, shape).astype(fmt.dtype))
        else:
            planes.append(rng.integers(0, 2**fmt.bit_depth, shape, endpoint=False).astype(fmt.dtype))
    return NativePicture(fmt, tuple(planes))


@pytest.mark.parametrize("bits", [8, 10, 12, 16])
@pytest.mark.parametrize("full_range", [True, False])
def test_every_code_value_comes_back(bits: int, full_range: bool) -> None:
    codes = np.arange(2**bits, dtype=np.uint16 if bits > 8 else np.uint8).reshape(2 ** (bits // 2), -1)
    fmt = PictureFormat(
        codes.shape[1], codes.shape[0], ("Y",), "grey", str(codes.dtype), bits, "rec709", full_range=full_range
    )
    back = to_planes(to_tensor(NativePicture(fmt, (codes,))), fmt)
    assert back.clipped == 0
    assert np.array_equal(back.planes[0], codes)


@settings(max_examples=60, deadline=None)
@given(
    width=st.integers(1, 33),
    height=st.integers(1, 33),
    subsampling=st.sampled_from([(1, 1), (2, 1), (2, 2), (4, 1)]),
    bits=st.sampled_from([8, 10, 12]),
    matrix=st.sampled_from(["bt601", "bt709", "bt2020"]),
    seed=st.integers(0, 2**31),
)
def test_ycbcr_survives_the_way_there_and_back(width, height, subsampling, bits, matrix, seed) -> None:
    fmt = PictureFormat(
        width,
        height,
        ("Y", "Cb", "Cr"),
        "ycbcr",
        "uint16" if bits > 8 else "uint8",
        bits,
        "rec709",
        full_range=False,
        matrix=matrix,
        subsampling=subsampling,
    )
    picture = random_picture(fmt, seed)
    back = to_planes(to_tensor(picture), fmt)
    for plane, again in zip(picture.planes, back.planes, strict=True):
        assert np.array_equal(plane, again)


def test_float_pictures_are_not_clipped_either_way() -> None:
    fmt = replace(RGB10, dtype="float32", bit_depth=32)
    picture = random_picture(fmt, 3)
    tensor = to_tensor(picture)
    assert float(tensor.max()) > 1 and float(tensor.min()) < 0
    back = to_planes(tensor, fmt)
    assert back.clipped == 0
    assert all(np.array_equal(a, b) for a, b in zip(picture.planes, back.planes, strict=True))


def test_what_an_integer_cannot_hold_is_counted() -> None:
    tensor = to_tensor(random_picture(RGB10, 4))
    tensor[0, 0, 0] = 1.5
    tensor[2, 1, 1] = -0.25
    made = to_planes(tensor, RGB10)
    assert made.clipped == 2
    assert made.planes[0][0, 0] == 1023 and made.planes[2][1, 1] == 0


def test_bt709_white_and_primaries() -> None:
    # BT.709-6 table: narrow-range 10-bit white is 940/512/512, red is 250/409/960.
    fmt = PictureFormat(2, 1, ("Y", "Cb", "Cr"), "ycbcr", "uint16", 10, "rec709", full_range=False)
    planes = tuple(np.array([codes], np.uint16) for codes in ([940, 250], [512, 409], [512, 960]))
    rgb = to_tensor(NativePicture(fmt, planes)).numpy()
    assert np.allclose(rgb[:, 0, 0], 1, atol=1e-3)
    assert np.allclose(rgb[:, 0, 1], [1, 0, 0], atol=2e-3)
