"""Planes are the decoder's code values, whatever the layout of its frames."""

from __future__ import annotations

from fractions import Fraction

import av
import numpy as np
import pytest

from app.errors import NotSupportedError
from app.media.movie.layouts import layout_of
from app.media.movie.pixels import pack, unpack
from app.media.movie.probe import probe_movie
from app.media.movie.reader import MovieReader, black_picture
from app.media.picture import NativePicture, PictureFormat

PLANAR = [
    "gray",
    "gray10le",
    "gray12le",
    "gray16le",
    "yuv420p",
    "yuv422p10le",
    "yuv444p12le",
    "yuv444p16le",
    "yuv440p",
    "yuv411p",
    "yuva444p10le",
    "yuvj420p",
    "yuv422p16be",
    "gray16be",
]
OF_RGB = [
    "gbrp",
    "gbrp10le",
    "gbrp12le",
    "gbrp16le",
    "gbrap12le",
    "rgb24",
    "bgr24",
    "rgba",
    "argb",
    "bgr0",
    "0rgb",
    "rgb48le",
    "bgr48be",
    "rgba64le",
]
PACKED = ["nv12", "nv21", "nv16", "nv24", "yuyv422", "uyvy422", "ya8", "ya16be", "p010le"]


def native(name: str, width: int, height: int) -> NativePicture:
    layout = layout_of(name)
    assert layout is not None
    format = PictureFormat(
        width, height, layout.channels, layout.model, layout.dtype, layout.bits, "raw", subsampling=layout.subsampling
    )
    random = np.random.default_rng(1)
    shapes = [format.plane_shape(i) for i in range(len(format.channels))]
    return NativePicture(format, tuple(random.integers(0, 2**layout.bits, s).astype(layout.dtype) for s in shapes))


@pytest.mark.parametrize("name", [*PLANAR, *OF_RGB, *PACKED])
@pytest.mark.parametrize("size", [(50, 34), (33, 17)])
def test_pack_and_unpack_are_inverse(name: str, size: tuple[int, int]) -> None:
    if name in ("yuyv422", "uyvy422") and size[0] % 2:
        pytest.skip("a packed 4:2:2 frame of odd width has no room for its last chroma sample")
    picture = native(name, *size)
    layout = layout_of(name)
    assert layout is not None
    back = unpack(pack(picture, layout))
    for before, after in zip(picture.planes, back, strict=True):
        assert np.array_equal(before, after)
        assert after.flags.c_contiguous


@pytest.mark.parametrize("name", ["nv12", "nv21", "nv16", "nv24", "yuyv422", "uyvy422", "p010le", "bgr48be", "argb"])
def test_layouts_agree_with_ffmpegs_own_reordering(name: str) -> None:
    """FFmpeg shuffles these into planar formats of the same values: an independent view of the same frame."""
    picture = native(name, 48, 32)
    layout = layout_of(name)
    assert layout is not None
    planar = {"nv12": "yuv420p", "nv21": "yuv420p", "nv16": "yuv422p", "nv24": "yuv444p", "yuyv422": "yuv422p"}
    planar |= {"uyvy422": "yuv422p", "p010le": "yuv420p10le", "bgr48be": "gbrp16le", "argb": "gbrap"}
    # One thread: with several, FFmpeg's own conversion of p010 is not the same every time.
    shuffled = pack(picture, layout).reformat(format=planar[name], threads=1)
    for before, after in zip(picture.planes, unpack(shuffled), strict=True):
        assert np.array_equal(before, after)


@pytest.mark.parametrize("name", [*PLANAR, "gbrp10le", "gbrp16le", "gbrap12le"])
def test_raw_video_through_the_reader(name: str, make, raw_frames) -> None:
    """The ffmpeg program's decode beside ours: FFV1 where it takes the format, else uncompressed."""
    if name.endswith("be"):
        path = make("a.nut", "-c:v", "rawvideo", "-pix_fmt", name)
    elif name.startswith("yuvj"):
        path = make("a.mkv", "-c:v", "mjpeg", "-pix_fmt", name)
    else:
        path = make("a.mkv", "-c:v", "ffv1", "-level", "3", "-strict", "experimental", "-pix_fmt", name)
    reel = probe_movie(path)
    layout = layout_of(name)
    assert layout is not None
    assert (reel.format.bit_depth, reel.format.channels) == (layout.bits, layout.channels)
    assert reel.format.full_range == (name.startswith(("yuvj", "g")))
    reader = MovieReader(reel)
    planes = reader.read(30).planes
    if layout.model == "rgb":
        planes = (planes[1], planes[2], planes[0], *planes[3:])  # stored as G, B, R
    if name.endswith("be"):
        planes = tuple(p.byteswap() for p in planes)
    assert b"".join(p.tobytes() for p in planes) == raw_frames(path, reel.format.nbytes)[30]
    reader.close()


def test_bottom_up_pictures_stand_upright(make) -> None:
    path = make(
        "a.avi",
        "-c:v",
        "rawvideo",
        "-pix_fmt",
        "bgr24",
        source="color=red:s=32x16:r=24:d=1,drawbox=0:0:32:4:blue:fill",
    )
    picture = MovieReader(probe_movie(path)).read(0)
    assert picture.planes[2][0].mean() > 200
    assert picture.planes[0][-1].mean() > 200


def test_palette_is_spelled_out(make) -> None:
    path = make("a.gif", source="color=red:s=32x16:r=10:d=1")
    reel = probe_movie(path)
    assert reel.format.channels == ("R", "G", "B", "A") and reel.codec == "gif"
    reader = MovieReader(reel)
    red, green, blue, alpha = (int(p[8, 8]) for p in reader.read(3).planes)
    assert red > 240 and green < 10 and blue < 10 and alpha == 255
    reader.close()


def test_unknown_formats_are_refused(make) -> None:
    path = make("a.nut", "-c:v", "rawvideo", "-pix_fmt", "rgb565le")
    with pytest.raises(NotSupportedError, match="rgb565le"):
        probe_movie(path)
    assert layout_of("monow") is None and layout_of("xyz12le") is None and layout_of("bayer_rggb8") is None


def test_black_is_black_to_ffmpeg() -> None:
    format = PictureFormat(32, 16, ("Y", "Cb", "Cr"), "ycbcr", "uint16", 10, "rec709", full_range=False)
    layout = layout_of("yuv444p10le")
    assert layout is not None
    frame = pack(black_picture(format), layout)
    assert isinstance(frame, av.VideoFrame)
    assert int(frame.to_ndarray(format="rgb24").max()) == 0
    assert Fraction(format.pixel_aspect) == 1
