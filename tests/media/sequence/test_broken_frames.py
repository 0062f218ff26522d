"""Broken media: each kind gives a sentence that says what is wrong and where, and nothing else happens."""

import os
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from dpx_by_hand import ten_bit_body, write_dpx
from frame_makers import make_format, make_picture, write_frames

from app.errors import MediaError
from app.media.opening import open_reader, open_reel
from app.media.reel import OnBadFrame


def dpx(path: Path, width: int = 16, height: int = 12) -> bytes:
    codes = np.random.default_rng(0).integers(0, 1024, (height, width, 3))
    return write_dpx(path, ten_bit_body(codes), width=width, height=height)


def one_frame(folder: Path, kind: str, dtype: str = "uint16", bits: int = 16) -> Path:
    write_frames(folder / kind, kind, [make_picture(make_format("RGB", dtype, bits, 200, 150))])
    return next((folder / kind).iterdir())


def empty(folder: Path) -> Path:
    (folder / "a.0001.dpx").write_bytes(b"")
    return folder / "a.0001.dpx"


def text(folder: Path) -> Path:
    (folder / "a.0001.dpx").write_text("these are my notes about the reel" * 100)
    return folder / "a.0001.dpx"


def text_as(ending: str) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        path = folder / f"a.0001.{ending}"
        path.write_text("these are my notes about the reel" * 100)
        return path

    return make


def header_only(folder: Path) -> Path:
    path = folder / "a.0001.dpx"
    path.write_bytes(dpx(path)[:8192])
    return path


def half_header(folder: Path) -> Path:
    path = folder / "a.0001.dpx"
    path.write_bytes(dpx(path)[:900])
    return path


def cut_pixels(folder: Path) -> Path:
    path = folder / "a.0001.dpx"
    path.write_bytes(dpx(path)[:-100])
    return path


def patched(at: int, value: bytes) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        path = folder / "a.0001.dpx"
        data = bytearray(dpx(path))
        data[at : at + len(value)] = value
        path.write_bytes(data)
        return path

    return make


def cut(kind: str, share: float, dtype: str = "uint16", bits: int = 16) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        path = one_frame(folder, kind, dtype, bits)
        data = path.read_bytes()
        path.write_bytes(data[: int(len(data) * share)])
        return path

    return make


def huge_png(folder: Path) -> Path:
    head = struct.pack(">IIBBBBB", 60000, 60000, 16, 2, 0, 0, 0)
    path = folder / "a.0001.png"
    data = b"\x89PNG\r\n\x1a\n"
    for chunk in (b"IHDR" + head, b"IDAT" + zlib.compress(b"\0" * 1000), b"IEND"):
        data += struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk))
    path.write_bytes(data)
    return path


def broken_directory(folder: Path) -> Path:
    path = one_frame(folder, "tiff")
    data = bytearray(path.read_bytes())
    at = struct.unpack_from("<I", data, 4)[0]
    data[at : at + 400] = b"\xa5" * len(data[at : at + 400])
    path.write_bytes(data)
    return path


def directory_past_the_end(folder: Path) -> Path:
    path = one_frame(folder, "tiff")
    data = bytearray(path.read_bytes())
    struct.pack_into("<I", data, 4, len(data) + 1000)
    path.write_bytes(data)
    return path


def nothing(folder: Path) -> Path:
    (folder / "notes.txt").write_text("no frames here")
    return folder


def two_sequences(folder: Path) -> Path:
    for name in ("a.0001.dpx", "a.0002.dpx", "b.0001.dpx", "b.0002.dpx"):
        dpx(folder / name)
    return folder


def stray_number(folder: Path) -> Path:
    for name in ("a.0001.dpx", "a.0002.dpx", "a.999999999999.dpx"):
        dpx(folder / name)
    return folder


def not_there(folder: Path) -> Path:
    return folder / "reel 7"


def folder_as_frame(folder: Path) -> Path:
    (folder / "a.0001.dpx").mkdir()
    return folder / "a.0001.dpx"


def dead_link(folder: Path) -> Path:
    (folder / "a.0001.dpx").symlink_to(folder / "gone.dpx")
    return folder / "a.0001.dpx"


BROKEN: dict[str, tuple[Callable[[Path], Path], str]] = {
    "empty file": (empty, "is empty"),
    "text named dpx": (text, "does not begin with SDPX"),
    "text named tif": (text_as("tif"), "cannot be read as a picture"),
    "text named exr": (text_as("exr"), "cannot be read as a picture"),
    "text named png": (text_as("png"), "cannot be read as a picture"),
    "header only": (header_only, "is cut short"),
    "half a header": (half_header, "is cut short"),
    "pixels cut off": (cut_pixels, "is cut short: it has .* bytes where"),
    "wrong magic": (patched(0, b"SDPY"), "does not begin with SDPX"),
    "absurd width": (patched(772, b"\x7f\xff\xff\xff"), "its header says the picture is 2147483647 x 12"),
    "large width": (patched(772, b"\x00\x01\x00\x10"), "is cut short"),
    "no height": (patched(776, bytes(4)), "16 x 0"),
    "elements": (patched(770, b"\x00\x63"), "99 image elements"),
    "odd depth": (patched(803, b"\x07"), "7 bits"),
    "unknown descriptor": (patched(800, b"\xc8"), "descriptor 200"),
    "run-length": (patched(806, b"\x00\x01"), "run-length"),
    "offset past the end": (patched(808, b"\x40\x00\x00\x00"), "is cut short"),
    "png cut": (cut("png", 0.6), "cannot be read whole"),
    "png head cut": (cut("png", 0.0001), "cannot be read as a picture"),
    "png of 60000 pixels": (huge_png, "corrupt|damaged"),
    "exr cut": (cut("exr", 0.6, "float16"), "cannot be read"),
    "exr head cut": (cut("exr", 0.0005, "float16"), "cannot be read as a picture"),
    "tiff cut": (cut("tiff", 0.6), "cut short|cannot be read"),
    "tiff directory broken": (broken_directory, "cannot be read"),
    "tiff directory past the end": (directory_past_the_end, "cannot be read as a picture"),
    "no frames": (nothing, "holds no frames"),
    "two sequences": (two_sequences, r"holds 2 sequences: a.%04d.dpx \(1-2\); b"),
    "stray number": (stray_number, "take the stray file away"),
    "not there": (not_there, "does not exist"),
    "folder named like a frame": (folder_as_frame, "holds no frames"),
    "dead link": (dead_link, "does not exist"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_thing_gives_a_sentence(tmp_path: Path, name: str) -> None:
    make, says = BROKEN[name]
    path = make(tmp_path)
    with pytest.raises(MediaError, match=says) as caught:
        reel = open_reel(path)
        open_reader(reel, OnBadFrame.STOP).read(0)
    told = str(caught.value)
    assert str(tmp_path) in told, "the sentence must say where"
    assert len(told) < 600 and "\n" not in told and "Traceback" not in told


@pytest.mark.skipif(os.geteuid() == 0 if hasattr(os, "geteuid") else True, reason="root may read everything")
def test_a_file_without_rights(tmp_path: Path) -> None:
    dpx(tmp_path / "a.0001.dpx")
    (tmp_path / "a.0001.dpx").chmod(0)
    with pytest.raises(MediaError, match="permission denied"):
        open_reel(tmp_path / "a.0001.dpx")


@pytest.mark.parametrize(
    ("kind", "dtype", "bits"),
    [("dpx", "uint16", 10), ("exr", "float16", 16), ("png", "uint8", 8), ("tiff", "uint16", 16)],
)
def test_no_flipped_byte_of_a_header_crashes_or_eats_the_memory(
    tmp_path: Path, kind: str, dtype: str, bits: int
) -> None:
    path = one_frame(tmp_path, kind, dtype, bits)
    source = path.read_bytes()
    rng = np.random.default_rng(0)
    for _ in range(150):
        data = bytearray(source)
        for at in rng.integers(0, min(len(data), 2048), rng.integers(1, 5)):
            data[at] = rng.integers(0, 256)
        path.write_bytes(data)
        try:
            open_reader(open_reel(path), OnBadFrame.STOP).read(0)
        except MediaError as error:
            assert str(path) in str(error)
