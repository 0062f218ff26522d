"""TIFF, EXR and PNG: native numbers, attributes and channels come back as they went in."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import cv2
import numpy as np
import OpenImageIO as oiio
import pytest
import tifffile
from frame_makers import copy_reel, make_format, make_picture, write_frames

from app.errors import MediaError
from app.media.opening import open_reader, open_reel, open_writer
from app.media.picture import NativePicture
from app.media.reel import Reel
from app.media.writing import WriterSpec

ADDED_BY_THE_FILE = ("oiio:RowsPerChunk",)


def same_planes(a: NativePicture, b: NativePicture) -> bool:
    """Equal bits, NaN included."""
    return all(x.tobytes() == y.tobytes() and x.dtype == y.dtype for x, y in zip(a.planes, b.planes, strict=True))


def attributes(path: Path) -> dict[str, str]:
    spec = oiio.ImageInput.open(str(path)).spec()
    return {a.name: f"{a.type} {a.value!r}" for a in spec.extra_attribs if a.name not in ADDED_BY_THE_FILE}


@pytest.mark.parametrize(
    ("kind", "channels", "dtype", "bits"),
    [
        ("tiff", "RGB", "uint8", 8),
        ("tiff", "Y", "uint16", 16),
        ("tiff", "RGBA", "uint16", 16),
        ("tiff", "YA", "uint8", 8),
        ("tiff", "RGB", "uint16", 10),
        ("tiff", "RGB", "uint16", 12),
        ("tiff", "RGB", "float32", 32),
        ("tiff", ("R", "G", "B", "A", "ir"), "uint16", 16),
        ("exr", "RGB", "float16", 16),
        ("exr", "RGBAZ", "float32", 32),
        ("exr", "Y", "float32", 32),
        ("exr", ("R", "G", "B", "depth.Z", "ir.mask"), "float16", 16),
        ("png", "RGB", "uint16", 16),
        ("png", "RGBA", "uint8", 8),
        ("png", "Y", "uint16", 16),
        ("png", "YA", "uint16", 16),
    ],
)
def test_planes_come_back_bit_for_bit(tmp_path: Path, kind: str, channels: str, dtype: str, bits: int) -> None:
    pictures = [make_picture(make_format(channels, dtype, bits, 37, 21), seed) for seed in range(3)]
    reel = open_reel(write_frames(tmp_path / "scan", kind, pictures, first_number=12))
    again = copy_reel(reel, tmp_path / "again")
    assert again.format == reel.format
    assert (reel.frame_count, reel.first_number, reel.container) == (3, 12, kind)
    assert (reel.format.bit_depth, len(reel.format.channels)) == (bits, len(channels))
    for opened in (reel, again):
        reader = open_reader(opened)
        assert all(same_planes(reader.read(i), pictures[i]) for i in range(3))
    for path in (tmp_path / "scan").iterdir():
        before, after = oiio.ImageBuf(str(path)), oiio.ImageBuf(str(tmp_path / "again" / path.name))
        assert oiio.ImageBufAlgo.compare(before, after, 0, 0).maxerror == 0


@pytest.mark.parametrize("compression", ["none", "zip"])
@pytest.mark.parametrize("planar", [True, False])
def test_a_tiff_of_tifffile_keeps_pixels_and_tags(tmp_path: Path, compression: str, planar: bool) -> None:
    pixels = np.random.default_rng(0).integers(0, 65536, (20, 36, 3)).astype(np.uint16)
    tifffile.imwrite(
        tmp_path / "scan.0001.tif",
        np.moveaxis(pixels, -1, 0) if planar else pixels,
        photometric="rgb",
        planarconfig="separate" if planar else "contig",
        compression={"zip": "zlib"}.get(compression, compression),
        resolution=(300.0, 300.0),
        resolutionunit="INCH",
        description="reel 4, negative",
        datetime="1999:12:31 23:59:58",
        software="scanner 1.0",
        metadata=None,
        extratags=[(269, "s", 0, "element 7", True), (315, "s", 0, "the operator", True)],
    )
    reel = open_reel(tmp_path / "scan.0001.tif")
    assert np.array_equal(np.stack(open_reader(reel).read(0).planes, -1), pixels)
    copy_reel(reel, tmp_path / "out")
    with (
        tifffile.TiffFile(tmp_path / "scan.0001.tif") as before,
        tifffile.TiffFile(tmp_path / "out/scan.0001.tif") as after,
    ):
        assert np.array_equal(before.asarray(), after.asarray())
        for name in (
            "Compression", "PlanarConfiguration", "XResolution", "YResolution", "ResolutionUnit", "ImageDescription",
            "DateTime", "Software", "DocumentName", "Artist", "BitsPerSample", "PhotometricInterpretation",
        ):  # fmt: skip
            assert after.pages[0].tags[name].value == before.pages[0].tags[name].value, name


@pytest.mark.parametrize("compression", ["none", "lzw", "zip"])
def test_a_tiled_tiff_with_icc_and_unassociated_alpha(tmp_path: Path, compression: str) -> None:
    profile = _icc("Some scanner RGB")
    spec = oiio.ImageSpec(40, 40, 4, "uint16")
    spec.tile_width = spec.tile_height = 16
    spec.tile_depth = 1
    spec.attribute("oiio:UnassociatedAlpha", 1)
    spec.attribute("compression", compression)
    spec.attribute("ICCProfile", oiio.TypeDesc(f"uint8[{len(profile)}]"), np.frombuffer(profile, np.uint8))
    pixels = np.random.default_rng(0).integers(0, 65536, (40, 40, 4)).astype(np.uint16)
    target = oiio.ImageOutput.create("tiff")
    assert target.open(str(tmp_path / "a.tif"), spec) and target.write_image(pixels) and target.close()
    reel = open_reel(tmp_path / "a.tif")
    assert "Some scanner RGB" in reel.encoding_reason
    assert np.array_equal(np.stack(open_reader(reel).read(0).planes, -1), pixels)
    again = copy_reel(reel, tmp_path / "out")
    assert np.array_equal(np.stack(open_reader(again).read(0).planes, -1), pixels)
    written = next((tmp_path / "out").iterdir())
    assert attributes(written) == attributes(tmp_path / "a.tif")
    assert oiio.ImageInput.open(str(written)).spec().tile_width == 16


def _icc(name: str) -> bytes:
    text = b"desc" + bytes(4) + (len(name) + 1).to_bytes(4, "big") + name.encode() + bytes(80)
    table = (1).to_bytes(4, "big") + b"desc" + (144).to_bytes(4, "big") + len(text).to_bytes(4, "big")
    size = 128 + len(table) + len(text)
    head = size.to_bytes(4, "big") + bytes(4) + b"\x04\x20\0\0mntrRGB XYZ " + bytes(12) + b"acsp" + bytes(88)
    return head + table + text


def mixed_exr(path: Path, seed: int = 0) -> None:
    """Half colour and alpha, float depth, windows that differ, and attributes of many types."""
    rng = np.random.default_rng(seed)
    spec = oiio.ImageSpec(40, 30, 5, "float")
    spec.channelnames = ("R", "G", "B", "A", "Z")
    spec.channelformats = tuple(oiio.TypeDesc(t) for t in ("half", "half", "half", "half", "float"))
    spec.x, spec.y, spec.full_x, spec.full_y, spec.full_width, spec.full_height = -2, 3, 0, 0, 36, 40
    for name, type, value in (
        ("smpte:TimeCode", "timecode", (0x01020304 + seed, 5)),
        ("smpte:KeyCode", "keycode", (1, 2, 3, 4, 5, 4, 64)),
        ("chromaticities", "float[8]", (0.7347, 0.2653, 0.0, 1.0, 0.0001, -0.077, 0.32168, 0.33767)),
        ("framesPerSecond", "rational", (24000, 1001)),
        ("compression", "string", "piz"),
        ("DateTime", "string", "1999:12:31 23:59:58"),
        ("house.note", "string", "reel 4"),
        ("m", "matrix", tuple(float(i) for i in range(16))),
        ("dust", "double", 1.25),
    ):
        spec.attribute(name, oiio.TypeDesc(type), value)
    pixels = rng.normal(0, 1, (30, 40, 5)).astype(np.float32)
    pixels[..., :4] = pixels[..., :4].astype(np.float16)
    pixels[0, 0] = (np.inf, -np.inf, 65504, 0, 1e30)
    target = oiio.ImageOutput.create("openexr")
    assert target.open(str(path), spec) and target.write_image(pixels) and target.close()


def test_an_exr_of_mixed_types_comes_back_channel_by_channel(tmp_path: Path) -> None:
    folder = tmp_path / "scan"
    folder.mkdir()
    for number in range(3):
        mixed_exr(folder / f"a.{number:04d}.exr", number)
    reel = open_reel(folder)
    assert (reel.format.dtype, reel.format.channels) == ("float32", ("R", "G", "B", "A", "Z"))
    assert (reel.rate, reel.start_timecode, reel.format.encoding) == (
        Fraction(24000, 1001),
        "01:02:03:04",
        "linear_ap0",
    )
    assert any("display window" in f.text for f in reel.findings)
    copy_reel(reel, tmp_path / "out")
    for path in folder.iterdir():
        after = tmp_path / "out" / path.name
        a, b = oiio.ImageInput.open(str(path)), oiio.ImageInput.open(str(after))
        assert a.read_image("float").tobytes() == b.read_image("float").tobytes()
        assert [str(t) for t in a.spec().channelformats] == [str(t) for t in b.spec().channelformats]
        assert a.spec().roi == b.spec().roi and a.spec().roi_full == b.spec().roi_full
        assert attributes(path) == attributes(after)


def test_a_half_channel_that_no_longer_fits_is_widened_not_rounded(tmp_path: Path) -> None:
    mixed_exr(tmp_path / "a.exr")
    reel = open_reel(tmp_path / "a.exr")
    picture = open_reader(reel).read(0)
    finer = picture.planes[1] + np.float32(1e-6)
    mended = replace(picture, planes=(picture.planes[0], finer, *picture.planes[2:]))
    writer = open_writer(tmp_path / "out", WriterSpec(reel.format, reel.rate, "exr", source=reel))
    writer.write(mended)
    (path,) = writer.finish()
    types = [str(t) for t in oiio.ImageInput.open(str(path)).spec().channelformats]
    assert types == ["half", "float", "half", "half", "float"]
    assert same_planes(open_reader(open_reel(path)).read(0), mended)


def test_lossy_exr_is_written_lossless(tmp_path: Path) -> None:
    spec = oiio.ImageSpec(64, 64, 3, "half")
    spec.attribute("compression", "dwaa")
    pixels = np.random.default_rng(0).normal(0, 1, (64, 64, 3)).astype(np.float16)
    target = oiio.ImageOutput.create("openexr")
    assert target.open(str(tmp_path / "a.exr"), spec) and target.write_image(pixels) and target.close()
    reel = open_reel(tmp_path / "a.exr")
    again = copy_reel(reel, tmp_path / "out")
    assert same_planes(open_reader(reel).read(0), open_reader(again).read(0))
    assert again.codec.endswith("zip")


def test_timecode_and_keycode_cross_from_dpx_to_exr_and_back(tmp_path: Path) -> None:
    metadata = {"smpte:TimeCode": (0x10203004, 7), "smpte:KeyCode": (2, 31, 123456, 7890, 7, 4, 64)}
    film = make_picture(make_format("RGB", "float32", 32), metadata=metadata)
    exr = open_reel(write_frames(tmp_path / "exr", "exr", [film]))
    dpx = open_reel(write_frames(tmp_path / "dpx", "dpx", [open_reader(exr).read(0)]))
    assert exr.start_timecode == dpx.start_timecode == "10:20:30:04"
    read = open_reader(dpx).read(0).metadata
    assert {k: tuple(read[k]) for k in metadata} == metadata


@pytest.mark.parametrize(
    ("kind", "channels", "dtype", "bits", "says"),
    [
        ("png", "RGB", "uint16", 10, "16-bit integer"),
        ("png", "RGBAZ", "uint16", 16, "grey or RGB"),
        ("png", "RGB", "float16", 16, "integer"),
        ("exr", "RGB", "uint16", 16, "32-bit float"),
        ("tiff", "RGB", "float16", 16, "32-bit float"),
        ("dpx", "RGB", "float16", 16, "half-float"),
        ("dpx", "RGB", "uint16", 14, "8, 10, 12 or 16"),
        ("dpx", ("R", "G", "B", "ir"), "uint16", 16, "no room"),
        ("tiff", ("Y", "Cb", "Cr"), "uint8", 8, "Y'CbCr"),
    ],
)
def test_what_a_kind_cannot_carry_is_refused_at_once(
    tmp_path: Path, kind: str, channels: str, dtype: str, bits: int, says: str
) -> None:
    format = make_format(channels, dtype, bits)
    with pytest.raises(MediaError, match=says):
        open_writer(tmp_path / "out", WriterSpec(format, Fraction(24), kind))
    assert not (tmp_path / "out").exists()


def test_another_depth_is_the_engines_business(tmp_path: Path) -> None:
    spec = WriterSpec(make_format("RGB", "uint16", 10), Fraction(24), "dpx", bit_depth=16)
    with pytest.raises(MediaError, match="convert them before"):
        open_writer(tmp_path / "out", spec)


def test_jpeg_frames_are_read_and_go_out_as_png(tmp_path: Path) -> None:
    spec = oiio.ImageSpec(32, 16, 3, "uint8")
    target = oiio.ImageOutput.create("jpeg")
    pixels = np.full((16, 32, 3), 90, np.uint8)
    assert target.open(str(tmp_path / "00000.jpg"), spec) and target.write_image(pixels) and target.close()
    reel: Reel = open_reel(tmp_path)
    assert (reel.container, reel.frame_count, reel.format.encoding) == ("jpeg", 1, "srgb")
    again = copy_reel(reel, tmp_path / "out")
    assert again.path.name == "%05d.png"
    assert same_planes(open_reader(reel).read(0), open_reader(again).read(0))


def test_a_png_that_says_nothing_of_colour_goes_on_saying_nothing(tmp_path: Path) -> None:
    cv2.imwrite(str(tmp_path / "000000.png"), np.full((8, 9, 3), 7, np.uint16))
    copy_reel(open_reel(tmp_path), tmp_path / "out")
    written = (tmp_path / "out" / "000000.png").read_bytes()
    assert not any(chunk in written for chunk in (b"sRGB", b"gAMA", b"cHRM", b"iCCP", b"cICP"))
