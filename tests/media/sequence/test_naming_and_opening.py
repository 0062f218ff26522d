"""Which files belong together, what a reel is called, its fingerprint, its sound, and its size."""

import time
import wave
from pathlib import Path

import numpy as np
import OpenImageIO as oiio
import pytest
from dpx_by_hand import ten_bit_body, write_dpx
from frame_makers import copy_reel, make_format, make_picture, write_frames

from app.errors import MediaError, UsageError
from app.media.opening import open_reader, open_reel
from app.media.sequence.naming import frame_name, group_names, list_folder
from app.media.sequence.probing import ranges


def groups(*names: str) -> dict[str, list[int]]:
    return {s.pattern: sorted(s.names) for s in group_names(Path(), dict.fromkeys(names, 1))}


def test_names_are_sorted_into_sequences() -> None:
    assert groups("a.0001.dpx", "a.0002.dpx", "a.0010.DPX") == {"a.%04d.dpx": [1, 2, 10]}
    assert groups("1.png", "2.png", "10.png") == {"%d.png": [1, 2, 10]}
    assert groups("f9999.tif", "f10000.tif", "f0001.tif") == {"f%04d.tif": [1, 9999, 10000]}
    assert groups("s1_t2.0001.exr", "s1_t2.0002.exr") == {"s1_t2.%04d.exr": [1, 2]}
    assert groups("0001_v2.dpx", "0002_v2.dpx") == {"%04d_v2.dpx": [1, 2]}
    assert groups("a1.01.png", "a1.02.png", "a2.01.png") == {"a1.%02d.png": [1, 2], "a2.%02d.png": [1]}
    assert groups("a.-0002.dpx", "a.-0001.dpx", "a.0000.dpx", "a.0001.dpx") == {"a.%04d.dpx": [-2, -1, 0, 1]}
    assert groups("shot-0001.dpx", "shot-0002.dpx") == {"shot-%04d.dpx": [1, 2]}
    assert groups("poster.png") == {"poster.png": [0]}
    assert groups("100%_7.png", "100%_8.png") == {"100%%_%d.png": [7, 8]}
    assert groups("été 一.001.png", "été 一.002.png") == {"été 一.%03d.png": [1, 2]}


def test_patterns_are_filled_in() -> None:
    assert frame_name("100%%_%04d.png", 7) == "100%_0007.png"
    assert frame_name("100%%.png", 7) == "100%.png"
    assert ranges([1, 2, 3, 7, 9, 10]) == "000001-000003, 000007, 000009-000010"


def test_hidden_files_and_folders_are_no_frames(tmp_path: Path) -> None:
    for name in ("a.0001.png", ".a.0002.png", "._a.0001.png"):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "a.0003.png").mkdir()
    (only,) = list_folder(tmp_path)
    assert only.names == {1: "a.0001.png"}


@pytest.mark.parametrize(
    "names",
    [
        ("a.0008.png", "a.0009.PNG", "a.00010.png"),
        ("8.png", "9.png", "10.png"),
        ("ä 一 %d.008.png", "ä 一 %d.009.png", "ä 一 %d.010.png"),
        ("a.-0001.png", "a.0000.png", "a.0001.png"),
    ],
)
def test_odd_names_are_read_and_written(tmp_path: Path, names: tuple[str, ...]) -> None:
    pictures = [make_picture(make_format("Y", "uint8", 8), seed) for seed in range(3)]
    write_frames(tmp_path / "plain", "png", pictures)
    (tmp_path / "scan").mkdir()
    for number, name in enumerate(names):
        (tmp_path / "plain" / f"{number:06d}.png").rename(tmp_path / "scan" / name)
    reel = open_reel(tmp_path / "scan")
    again = copy_reel(reel, tmp_path / "again")
    for opened in (reel, again):
        assert not opened.findings and opened.frame_count == 3
        reader = open_reader(opened)
        assert all(np.array_equal(reader.read(i).planes[0], pictures[i].planes[0]) for i in range(3))
        assert not any(reader.is_bad(i) for i in range(3))


def test_a_frame_chooses_among_several_sequences(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write_frames(
            tmp_path / "scan", "png", [make_picture(make_format("Y", "uint8", 8))] * 2, pattern=f"{name}.%04d"
        )
    with pytest.raises(MediaError, match="holds 2 sequences"):
        open_reel(tmp_path / "scan")
    assert open_reel(tmp_path / "scan" / "b.0001.png").path.name == "b.%04d.png"


def test_two_files_of_one_number_are_named(tmp_path: Path) -> None:
    picture = make_picture(make_format("Y", "uint8", 8))
    write_frames(tmp_path / "scan", "png", [picture] * 2, pattern="a.%04d")
    (tmp_path / "scan" / "a.1.png").write_bytes((tmp_path / "scan" / "a.0001.png").read_bytes())
    assert "a.1.png" in open_reel(tmp_path / "scan").findings[0].text


def test_the_fingerprint_survives_a_move_and_tells_reels_apart(tmp_path: Path) -> None:
    pictures = [make_picture(make_format("Y", "uint8", 8), seed) for seed in range(8)]
    first = open_reel(write_frames(tmp_path / "scan", "png", pictures)).fingerprint
    (tmp_path / "scan").rename(tmp_path / "moved")
    assert open_reel(tmp_path / "moved").fingerprint == first
    other = open_reel(write_frames(tmp_path / "other", "png", pictures[1:])).fingerprint
    assert other != first


def test_an_encoding_can_be_chosen(tmp_path: Path) -> None:
    write_frames(tmp_path / "scan", "png", [make_picture(make_format("RGB", "uint16", 16))])
    assert open_reel(tmp_path / "scan").format.encoding == "srgb"
    reel = open_reel(tmp_path / "scan", encoding="cineon_log")
    assert (reel.format.encoding, reel.encoding_reason) == ("cineon_log", "chosen by the user")
    assert open_reader(reel).read(0).format.encoding == "cineon_log"
    with pytest.raises(UsageError, match="no encoding 'log'"):
        open_reel(tmp_path / "scan", encoding="log")


@pytest.mark.parametrize("place", ["scan/scan.wav", "scan.WAV", "scan/reel4.wav"])
def test_the_sound_beside_the_frames(tmp_path: Path, place: str) -> None:
    write_frames(tmp_path / "scan", "png", [make_picture(make_format("Y", "uint8", 8))] * 2, pattern="reel4_%04d")
    with wave.open(str(tmp_path / place), "wb") as sound:
        sound.setnchannels(2)
        sound.setsampwidth(3)
        sound.setframerate(48000)
        sound.writeframes(bytes(6 * 4800))
    (track,) = open_reel(tmp_path / "scan").sound
    assert track.path == tmp_path / place
    assert (track.codec, track.sample_rate, track.channels, track.layout) == ("pcm_s24le", 48000, 2, "stereo")


def test_a_broken_wav_is_no_sound(tmp_path: Path) -> None:
    write_frames(tmp_path / "scan", "png", [make_picture(make_format("Y", "uint8", 8))])
    for data in (
        b"",
        b"RIFF",
        b"RIFF\xff\xff\xff\xffWAVEfmt \xff\xff\xff\xff",
        b"RIFF1234WAVEfmt \x10\0\0\0" + bytes(16),
    ):
        (tmp_path / "scan" / "scan.wav").write_bytes(data)
        assert open_reel(tmp_path / "scan").sound == ()


def test_further_pages_are_named(tmp_path: Path) -> None:
    target, spec = oiio.ImageOutput.create("tiff"), oiio.ImageSpec(8, 8, 1, "uint8")
    assert target.open(str(tmp_path / "a.tif"), (spec, spec))
    for mode in ("", "AppendSubimage"):
        assert not mode or target.open(str(tmp_path / "a.tif"), spec, mode)
        assert target.write_image(np.zeros((8, 8, 1), np.uint8))
    assert target.close()
    assert any("holds several pictures" in f.text for f in open_reel(tmp_path / "a.tif").findings)


@pytest.mark.slow
def test_a_very_long_reel_opens_in_seconds(tmp_path: Path) -> None:
    """60,000 hard links to one frame, a twentieth of a feature's cost in disk; the cost is linear in the names."""
    first = tmp_path / "a.0000000.dpx"
    write_dpx(first, ten_bit_body(np.zeros((4, 4, 3))), width=4, height=4)
    for number in range(1, 60_000):
        (tmp_path / f"a.{number:07d}.dpx").hardlink_to(first)
    start = time.perf_counter()
    reel = open_reel(tmp_path)
    assert reel.frame_count == 60_000 and not reel.findings
    assert time.perf_counter() - start < 10
