"""Damaged and wrong files: a sentence that says what is wrong, and nothing half-written."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from app.errors import MediaError, NotSupportedError, UsageError
from app.hdr.stream.carrier import Carrier
from app.hdr.stream.embedding import embed
from app.hdr.stream.extraction import payloads as payloads_in
from app.hdr.stream.metadata_files import ENDINGS, Metadata, read_metadata, written_metadata
from app.hdr.stream.sei import Kind
from app.hdr.stream.source import open_hevc
from app.hdr.stream.static_hdr import NO_STATIC
from tests.hdr.stream.film import FRAMES, have


def made(path: Path, *options: str, source: str = "testsrc2=s=96x64:r=24:d=0.5") -> Path:
    have("ffmpeg")
    subprocess.run(["ffmpeg", "-v", "error", "-f", "lavfi", "-i", source, *options, str(path)], check=True)
    return path


X265 = ("-c:v", "libx265", "-preset", "ultrafast", "-x265-params", "log-level=none")


def test_no_such_file(tmp_path: Path) -> None:
    with pytest.raises(MediaError, match="does not exist"):
        open_hevc(tmp_path / "none.mp4")


def test_no_movie(tmp_path: Path) -> None:
    path = tmp_path / "text.mp4"
    path.write_text("not a movie")
    with pytest.raises(MediaError, match="no movie that can be read"):
        open_hevc(path)
    path.write_bytes(b"")
    with pytest.raises(MediaError, match="empty"):
        open_hevc(path)


def test_a_cut_off_mp4(exports, tmp_path: Path) -> None:
    data = exports(".mp4", True).read_bytes()
    path = tmp_path / "cut.mp4"
    path.write_bytes(data[: len(data) // 2])
    with pytest.raises(MediaError, match="cut off"):
        open_hevc(path)


def test_an_mp4_cut_off_behind_its_index(exports, tmp_path: Path) -> None:
    have("ffmpeg")
    front = tmp_path / "front.mp4"
    command = ["ffmpeg", "-v", "error", "-i", exports(".mp4", True), "-c", "copy", "-movflags", "+faststart", front]
    subprocess.run(list(map(str, command)), check=True)
    data = front.read_bytes()
    front.write_bytes(data[:-900])
    with pytest.raises(MediaError, match="cut off: its index tells of 27 pictures"):
        open_hevc(front)


def test_sound_only(tmp_path: Path) -> None:
    path = made(tmp_path / "s.mp4", "-c:a", "aac", source="sine=d=0.3")
    with pytest.raises(MediaError, match="no video stream: it holds sound only"):
        open_hevc(path)


def test_another_codec(tmp_path: Path) -> None:
    path = made(tmp_path / "h.mp4", "-c:v", "libx264", "-pix_fmt", "yuv420p")
    with pytest.raises(MediaError, match="has h264 pictures"):
        open_hevc(path)


def test_eight_bits_and_sdr(payloads, tmp_path: Path) -> None:
    carrier = Carrier(Kind.VIVID, payloads[:12], NO_STATIC, "film.hex")
    eight = made(tmp_path / "8.mp4", *X265, "-pix_fmt", "yuv420p")
    with pytest.raises(MediaError, match=r"8-bit HEVC.*encode it again as Main10"):
        embed(open_hevc(eight), tmp_path / "o.mp4", carrier)
    tags = ("-color_primaries", "bt709", "-color_trc", "bt709", "-colorspace", "bt709")
    sdr = made(tmp_path / "sdr.mp4", *X265, "-pix_fmt", "yuv420p10le", *tags)
    with pytest.raises(MediaError, match="neither PQ nor HLG"):
        embed(open_hevc(sdr), tmp_path / "o.mp4", carrier)
    assert not (tmp_path / "o.mp4").exists()


def test_another_number_of_entries(exports, payloads, tmp_path: Path) -> None:
    source = open_hevc(exports(".mp4", False))
    for entries in (payloads[:-1], [*payloads, payloads[0]], []):
        with pytest.raises(
            MediaError, match=rf"film.hex has HDR Vivid metadata for {len(entries)} frames and .* {FRAMES}"
        ):
            embed(source, tmp_path / "o.mp4", Carrier(Kind.VIVID, entries, NO_STATIC, "film.hex"))
    assert list(tmp_path.iterdir()) == []


def test_payloads_of_another_kind_or_damaged(payloads) -> None:
    with pytest.raises(MediaError, match=r"film.hex, frame 1: this is no HDR Vivid payload"):
        Carrier(Kind.VIVID, [payloads[0], b"\xb5\0\x3c\0\1\4\1"], NO_STATIC, "film.hex")
    with pytest.raises(MediaError, match=r"film.hex, frame 0: .*cut short"):
        Carrier(Kind.HDR10PLUS, [b"\xb5\0\x3c\0\1\4\1"], NO_STATIC, "film.hex")
    with pytest.raises(MediaError, match=r"frame 0: .*(cut short|damaged|too long)"):
        Carrier(Kind.VIVID, [payloads[0][:20]], NO_STATIC, "film.hex")


def test_a_stream_damaged_in_the_middle(exports, tmp_path: Path) -> None:
    path = tmp_path / "d.hevc"
    data = bytearray(exports(".hevc", True).read_bytes())
    place = data.index(b"\x4e\x01\x04", len(data) // 2)
    data[place + 3] = 0xFE  # the message's size
    path.write_bytes(data)
    with pytest.raises(MediaError, match=r"d.hevc, picture \d+ of the stream: an SEI message .* says 254 bytes"):
        payloads_in(open_hevc(path), Kind.VIVID)


def test_pictures_hidden_by_an_edit_list(exports, tmp_path: Path) -> None:
    have("ffmpeg")
    path = tmp_path / "late.mp4"
    command = ["ffmpeg", "-v", "error", "-ss", "0.2", "-i", exports(".mp4", True), "-c", "copy", path]
    subprocess.run(list(map(str, command)), check=True)
    with pytest.raises(NotSupportedError, match=r"hides \d+ of its"):
        open_hevc(path)


def test_metadata_files_come_back(payloads, tmp_path: Path) -> None:
    order = [1, 0, 2]
    for ending in (".hex", ".bin"):
        path = tmp_path / f"m{ending}"
        path.write_bytes(written_metadata(path, Metadata(Kind.VIVID, payloads[:3]), order))
        assert read_metadata(path, order) == Metadata(Kind.VIVID, payloads[:3])
    assert (tmp_path / "m.bin").read_bytes()[2:].startswith(payloads[1])  # coded order


def test_metadata_files_that_are_none(payloads, tmp_path: Path) -> None:
    def refused(name: str, content: bytes, match: str) -> None:
        path = tmp_path / name
        path.write_bytes(content)
        with pytest.raises(MediaError, match=match):
            read_metadata(path, [0, 1])

    refused("a.hex", b"# nothing\n", "no HDR Vivid or HDR10. payloads")
    refused("b.hex", b"26zz\n", "b.hex, line 1: .*hexadecimal")
    refused("c.hex", payloads[0].hex().encode() + b"\nb5003c000104\n", "frame 1: this is no HDR Vivid")
    refused("d.bin", b"\0\x0d" + payloads[0][:5], "cut short or damaged")
    refused("e.bin", len(payloads[0]).to_bytes(2, "big") + payloads[0], "for 1 frames and the film has 2")
    refused("f.hex", b"\xff\xfe\x00", "no text")
    with pytest.raises(UsageError, match="metadata is read from"):
        (tmp_path / "g.xml").write_text("<a/>")
        read_metadata(tmp_path / "g.xml", [0])
    with pytest.raises(MediaError, match="does not exist"):
        read_metadata(tmp_path / "none.hex", [0])
    assert ".json" in ENDINGS[Kind.HDR10PLUS]
