"""Frames of a reel that are missing, cut short or different: named, and answered as the policy says."""

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from dpx_by_hand import ten_bit_body, write_dpx
from frame_makers import make_format, make_picture, write_frames

from app.errors import MediaError
from app.media.failures import FrameError
from app.media.opening import open_reader, open_reel, open_writer
from app.media.reel import OnBadFrame
from app.media.sequence.codecs import STAND_IN
from app.media.sequence.dpx.codec import header_fields
from app.media.writing import WriterSpec


def scan(folder: Path, numbers: range, width: int = 16) -> None:
    folder.mkdir(exist_ok=True)
    for number in numbers:
        codes = np.full((12, width, 3), number % 1024)
        write_dpx(folder / f"a.{number:06d}.dpx", ten_bit_body(codes), width=width, height=12)


def test_holes_keep_their_numbers_and_are_named(tmp_path: Path) -> None:
    scan(tmp_path / "scan", range(120, 131))
    for number in (123, 124, 125, 128):
        (tmp_path / "scan" / f"a.{number:06d}.dpx").unlink()
    reel = open_reel(tmp_path / "scan")
    (hole,) = reel.findings
    assert (reel.frame_count, reel.first_number, hole.kind, hole.frames) == (11, 120, "hole", (3, 4, 5, 8))
    assert "frames 000123-000125, 000128 are missing" in hole.text and "(4 of 11)" in hole.text
    reader = open_reader(reel, OnBadFrame.HOLD)
    assert [int(reader.read(i).planes[0][0, 0]) for i in range(11)] == [
        120,
        121,
        122,
        122,
        122,
        122,
        126,
        127,
        127,
        129,
        130,
    ]
    assert [i for i in range(11) if reader.is_bad(i)] == [3, 4, 5, 8]
    assert "frame 2 is held" in reader.read(5).metadata[STAND_IN]
    black = open_reader(reel, OnBadFrame.BLACK).read(4)
    assert {int(plane.max()) for plane in black.planes} == {95}, "black of a log scan is code 95"
    with pytest.raises(FrameError, match=r"a\.000123\.dpx is missing") as caught:
        open_reader(reel, OnBadFrame.STOP).read(3)
    assert caught.value.kind == "hole"
    with pytest.raises(IndexError):
        reader.read(11)


def test_a_held_frame_claims_no_timecode_of_its_own(tmp_path: Path) -> None:
    scan(tmp_path / "scan", range(1, 4))
    (tmp_path / "scan" / "a.000002.dpx").unlink()
    reel = open_reel(tmp_path / "scan")
    reader = open_reader(reel)
    writer = open_writer(tmp_path / "out", WriterSpec(reel.format, reel.rate, "dpx", source=reel, first_number=1))
    for index in range(3):
        writer.write(reader.read(index))
    writer.finish()
    again = open_reader(open_reel(tmp_path / "out"))
    fields = [header_fields(again.read(i)) for i in range(3)]
    assert ["timecode" in f and "film_count" in f for f in fields] == [True, False, True]
    assert all(f["slate"] == "12A take 3" for f in fields)


def test_the_first_frame_missing_later_is_held_from_the_next(tmp_path: Path) -> None:
    scan(tmp_path / "scan", range(5, 9))
    reel = open_reel(tmp_path / "scan")
    (tmp_path / "scan" / "a.000005.dpx").unlink()
    reader = open_reader(reel)
    assert int(reader.read(0).planes[0][0, 0]) == 6 and reader.is_bad(0)


def test_a_truncated_last_frame_is_found_by_its_size(tmp_path: Path) -> None:
    scan(tmp_path / "scan", range(1, 41))
    last = tmp_path / "scan" / "a.000040.dpx"
    last.write_bytes(last.read_bytes()[:-300])
    (tmp_path / "scan" / "a.000017.dpx").write_bytes(b"")
    reel = open_reel(tmp_path / "scan")
    assert {(f.kind, f.frames) for f in reel.findings} == {("truncated", (39,)), ("truncated", (16,))}
    reader = open_reader(reel)
    assert (int(reader.read(39).planes[0][0, 0]), int(reader.read(16).planes[0][0, 0])) == (39, 16)


def test_many_cut_frames_are_named_together(tmp_path: Path) -> None:
    scan(tmp_path / "scan", range(1, 61))
    for number in range(20, 51):
        (tmp_path / "scan" / f"a.{number:06d}.dpx").write_bytes(b"")
    reel = open_reel(tmp_path / "scan")
    assert {i for f in reel.findings for i in f.frames} == set(range(19, 50))


@pytest.mark.parametrize("place", [0, 1, 20])
def test_another_size_in_the_middle(tmp_path: Path, place: int) -> None:
    scan(tmp_path / "scan", range(41))
    scan(tmp_path / "scan", range(place, place + 1), width=20)
    reel = open_reel(tmp_path / "scan")
    assert (reel.format.width, reel.frame_count) == (16, 41)
    reader = open_reader(reel, OnBadFrame.BLACK)
    assert reader.read(place).format == reel.format and reader.is_bad(place)
    with pytest.raises(FrameError, match=r"is 20 x 12 pixels where the reel has 16 x 12") as caught:
        open_reader(reel, OnBadFrame.STOP).read(place)
    assert caught.value.kind == "size"


def test_another_depth_in_the_middle(tmp_path: Path) -> None:
    pictures = [make_picture(make_format("RGB", "uint16", 16))] * 5
    folder = write_frames(tmp_path / "scan", "dpx", pictures)
    write_frames(tmp_path / "other", "dpx", [make_picture(make_format("RGB", "uint16", 10))])
    (tmp_path / "other" / "000000.dpx").rename(folder / "000002.dpx")
    reel = open_reel(folder)
    (found,) = reel.findings
    assert (found.kind, found.frames) == ("format", (2,)) and "10-bit integer" in found.text
    with pytest.raises(FrameError, match=r"holds 10-bit integer R, G, B where the reel has 16-bit"):
        open_reader(reel, OnBadFrame.STOP).read(2)


def test_a_reel_that_vanishes_is_an_error_even_when_holding(tmp_path: Path) -> None:
    scan(tmp_path / "scan", range(3))
    reel = open_reel(tmp_path / "scan")
    for path in (tmp_path / "scan").iterdir():
        path.unlink()
    with pytest.raises(MediaError, match=r"no frame of .* can be read"):
        open_reader(reel).read(1)


def test_the_rate_of_the_caller_wins(tmp_path: Path) -> None:
    scan(tmp_path / "scan", range(2))
    assert open_reel(tmp_path / "scan").rate == 18
    assert open_reel(tmp_path / "scan", rate=Fraction(16)).rate == 16
