"""DPX: exact codes in every packing, against hand-made files, OpenImageIO and ffmpeg; headers carried whole."""

import itertools
import subprocess
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import OpenImageIO as oiio
import pytest
from dpx_by_hand import CHANGES_WITH_THE_FILE, packed_body, ten_bit_body, write_dpx
from frame_makers import copy_reel, make_format, make_picture, write_frames
from hypothesis import given, settings
from hypothesis import strategies as st

from app.media.opening import open_reader, open_reel, open_writer
from app.media.sequence.dpx.codec import header_fields
from app.media.sequence.dpx.packing import Layout, line_bytes, pack, unpack
from app.media.writing import WriterSpec


def read_codes(path: Path) -> np.ndarray:
    return np.stack(open_reader(open_reel(path)).read(0).planes, axis=-1)


@pytest.mark.parametrize(("order", "method"), [*itertools.product("><", "AB")])
def test_every_ten_bit_code_comes_back_from_a_filled_file(tmp_path: Path, order: str, method: str) -> None:
    codes = np.random.default_rng(0).permuted(np.tile(np.arange(1024), (3, 1)), axis=1).T.reshape(32, 32, 3)
    packing = {"A": 1, "B": 2}[method]
    path = tmp_path / "a.0001.dpx"
    write_dpx(path, ten_bit_body(codes, order, method), width=32, height=32, order=order, packing=packing)
    assert np.array_equal(read_codes(path), codes)


@pytest.mark.parametrize(("order", "bits"), [*itertools.product("><", (10, 12))])
def test_every_code_comes_back_from_a_packed_file(tmp_path: Path, order: str, bits: int) -> None:
    count = 2**bits
    codes = np.random.default_rng(0).permuted(np.tile(np.arange(count), (3, 1)), axis=1).T.reshape(-1, 64, 3)
    body = packed_body(codes.reshape(codes.shape[0], -1), bits, order)
    path = tmp_path / "a.0001.dpx"
    written = write_dpx(path, body, width=64, height=codes.shape[0], order=order, bits=bits, packing=0)
    assert np.array_equal(read_codes(path), codes)
    copy_reel(open_reel(path), tmp_path / "out")
    assert (tmp_path / "out" / path.name).read_bytes() == written


@pytest.mark.parametrize(("order", "packing"), [*itertools.product("><", (1, 2))])
def test_every_twelve_bit_code_comes_back_from_a_filled_file(tmp_path: Path, order: str, packing: int) -> None:
    codes = np.arange(4096).repeat(3).reshape(64, 64, 3)
    body = (codes << 4 if packing == 1 else codes).astype(order + "u2").tobytes()
    path = tmp_path / "a.0001.dpx"
    write_dpx(path, body, width=64, height=64, order=order, bits=12, packing=packing)
    assert np.array_equal(read_codes(path), codes)


def test_an_untouched_ten_bit_scan_comes_back_byte_for_byte(tmp_path: Path) -> None:
    codes = np.random.default_rng(1).integers(0, 1024, (24, 31, 3))
    for order in "><":
        folder = tmp_path / {">": "big", "<": "little"}[order]
        folder.mkdir()
        sources = {}
        for number in range(86400, 86403):
            name = f"neg.{number:07d}.dpx"
            sources[name] = write_dpx(
                folder / name, ten_bit_body((codes + number) % 1024, order), width=31, height=24, order=order
            )
        reel = open_reel(folder)
        assert (reel.rate, reel.start_timecode, reel.format.encoding) == (Fraction(18), "01:02:03:04", "cineon_log")
        copy_reel(reel, tmp_path / f"out{order == '>'}")
        for name, source in sources.items():
            copied = (tmp_path / f"out{order == '>'}" / name).read_bytes()
            assert copied == source
            before, after = (
                oiio.ImageBuf(str(folder / name)),
                oiio.ImageBuf(str(tmp_path / f"out{order == '>'}" / name)),
            )
            assert oiio.ImageBufAlgo.compare(before, after, 0, 0).maxerror == 0
            assert _attributes(before) == _attributes(after)


def _attributes(image: oiio.ImageBuf) -> dict[str, str]:
    return {a.name: repr(a.value) for a in image.spec().extra_attribs if a.name != "oiio:SourcePath"}


def test_a_new_name_changes_only_the_name_in_the_header(tmp_path: Path) -> None:
    path = tmp_path / "a.0001.dpx"
    source = write_dpx(path, ten_bit_body(np.full((8, 8, 3), 445)), width=8, height=8)
    reel = open_reel(path)
    spec = WriterSpec(reel.format, reel.rate, "dpx", source=reel, pattern="other.%04d", first_number=7)
    writer = open_writer(tmp_path / "out", spec)
    writer.write(open_reader(reel).read(0))
    (written,) = writer.finish()
    assert written.name == "other.0007.dpx"
    result = written.read_bytes()
    differ = {i for i, (a, b) in enumerate(zip(source, result, strict=True)) if a != b}
    assert differ and differ <= set(CHANGES_WITH_THE_FILE)


def test_the_header_says_what_changed_and_keeps_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "a.0001.dpx"
    write_dpx(path, ten_bit_body(np.full((8, 8, 3), 445)), width=8, height=8)
    reel = open_reel(path)
    source = open_reader(reel).read(0)
    wide = make_format("RGB", "uint16", 16, 12, 10)
    spec = WriterSpec(wide, Fraction(25), "dpx", source=reel)
    writer = open_writer(tmp_path / "out", spec)
    writer.write(make_picture(wide, metadata=dict(source.metadata)))
    (written,) = writer.finish()
    before, after = header_fields(source), header_fields(open_reader(open_reel(written)).read(0))
    changed = {k for k in before.keys() | after.keys() if before.get(k) != after.get(k)}
    assert changed == {
        "width", "height", "file_size", "file_name", "film_rate", "tv_rate", "element0.bit_size",
        "element0.packing", "element0.high_data", "element0.transfer", "element0.colorimetric",
    }  # fmt: skip
    assert after["element0.high_data"] == 65535 and after["slate"] == "12A take 3" and after["film_rate"] == 25.0
    assert after["element0.transfer"] == 6, "the pictures handed in are rec709 where the source was a log scan"


FORMATS = [
    (bits, channels, width)
    for bits, channels, width in itertools.product((8, 10, 12, 16), ("RGB", "RGBA", "Y"), (36, 37))
]


@pytest.mark.parametrize(("bits", "channels", "width"), FORMATS)
def test_ffmpeg_and_openimageio_read_what_we_write(
    tmp_path: Path, ffmpeg: str, bits: int, channels: str, width: int
) -> None:
    picture = make_picture(make_format(channels, "uint8" if bits == 8 else "uint16", bits, width, 9))
    write_frames(tmp_path / "scan", "dpx", [picture])
    path = tmp_path / "scan" / "000000.dpx"
    expected = np.stack(picture.planes, axis=-1)
    assert np.array_equal(_by_ffmpeg(ffmpeg, path, channels, bits, width), expected)
    if bits == 10 and width * len(channels) % 3:
        return  # OpenImageIO misreads the last pixels of such lines; ffmpeg and the standard agree with us
    read = oiio.ImageInput.open(str(path)).read_image("uint8" if bits == 8 else "uint16")
    assert np.array_equal(read >> (16 - bits) if bits > 8 else read, expected)


def _by_ffmpeg(ffmpeg: str, path: Path, channels: str, bits: int, width: int) -> np.ndarray:
    names = {
        "RGB": ("rgb24", "gbrp10le", "gbrp12le", "rgb48le"),
        "RGBA": ("rgba", "gbrap10le", "gbrap12le", "rgba64le"),
        "Y": ("gray", "gray10le", "gray12le", "gray16le"),
    }
    name = names[channels][(8, 10, 12, 16).index(bits)]
    command = [ffmpeg, "-v", "error", "-i", str(path), "-f", "rawvideo", "-pix_fmt", name, "-"]
    data = np.frombuffer(
        subprocess.run(command, capture_output=True, check=True).stdout, "u1" if bits == 8 else "<u2"
    )
    if not name.startswith("gb"):
        return data.reshape(9, width, len(channels))
    order = [2, 0, 1, 3][: len(channels)]
    return data.reshape(len(channels), 9, width)[order].transpose(1, 2, 0)


@pytest.mark.parametrize(("bits", "width"), [*itertools.product((8, 10, 12, 16), (36, 37))])
def test_files_of_openimageio_are_read_exactly(tmp_path: Path, bits: int, width: int) -> None:
    codes = np.random.default_rng(2).integers(0, 2**bits, (9, width, 3)).astype(np.uint8 if bits == 8 else np.uint16)
    spec = oiio.ImageSpec(width, 9, 3, "uint8" if bits == 8 else "uint16")
    spec.attribute("oiio:BitsPerSample", bits)
    wide = codes if bits in (8, 16) else (codes << (16 - bits)) | (codes >> (2 * bits - 16))
    target = oiio.ImageOutput.create("dpx")
    assert target.open(str(tmp_path / "a.dpx"), spec) and target.write_image(wide) and target.close()
    assert np.array_equal(read_codes(tmp_path / "a.dpx"), codes)


@pytest.mark.parametrize(("subsampling", "channels"), [((2, 1), "CbYCrY"), ((1, 1), "CbYCr")])
def test_component_video_keeps_its_planes(tmp_path: Path, subsampling: tuple[int, int], channels: str) -> None:
    format = make_format(("Y", "Cb", "Cr"), "uint16", 10, 34, 6)
    picture = make_picture(replace(format, subsampling=subsampling, full_range=False))
    write_frames(tmp_path / "scan", "dpx", [picture])
    reel = open_reel(tmp_path / "scan")
    assert reel.format == picture.format
    read = open_reader(reel).read(0)
    assert all(np.array_equal(a, b) for a, b in zip(read.planes, picture.planes, strict=True))


def test_alpha_in_an_element_of_its_own(tmp_path: Path) -> None:
    picture = make_picture(make_format("YA", "uint16", 16))
    write_frames(tmp_path / "scan", "dpx", [picture])
    read = open_reader(open_reel(tmp_path / "scan")).read(0)
    assert read.format.channels == ("Y", "A")
    assert all(np.array_equal(a, b) for a, b in zip(read.planes, picture.planes, strict=True))


@settings(max_examples=60, deadline=None)
@given(
    bits=st.sampled_from([(8, 0), (10, 0), (10, 1), (10, 2), (12, 0), (12, 1), (12, 2), (16, 0)]),
    order=st.sampled_from("><"),
    channels=st.integers(1, 6),
    width=st.integers(1, 70),
    height=st.integers(1, 5),
    extra=st.integers(0, 2),
    seed=st.integers(0, 99),
)
def test_unpacking_undoes_packing(
    bits: tuple[int, int], order: str, channels: int, width: int, height: int, extra: int, seed: int
) -> None:
    depth, packing = bits
    samples = width * channels
    layout = Layout(height, samples, channels, depth, packing, order, line_bytes(samples, depth, packing) + 4 * extra)
    rng = np.random.default_rng(seed)
    planes = [rng.integers(0, 2**depth, (height, width)).astype(layout.dtype) for _ in range(channels)]
    data = pack(planes, layout)
    assert data.size == layout.nbytes
    assert all(np.array_equal(a, b) for a, b in zip(unpack(data, layout), planes, strict=True))
