"""Boxes of MP4 files: put in, sizes and offsets corrected, wherever the index lies."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import av
import pytest

from app.errors import MediaError, NotSupportedError
from app.hdr.stream.isobmff import CUVV, boxes, hdr_boxes, top_level, write_boxes
from tests.hdr.stream.film import have

MEDIA = bytes(range(1, 41))


def box(name: str, *content: bytes) -> bytes:
    body = b"".join(content)
    return (len(body) + 8).to_bytes(4, "big") + name.encode() + body


def movie(table: str, offset: int, *, terminator: bytes = b"") -> bytes:
    """`moov` with one HEVC track of one chunk."""
    width = 4 if table == "stco" else 8
    entry = box("hvc1", bytes(78), box("hvcC", bytes(30)), terminator)
    sample_table = box(
        "stbl",
        box("stsd", bytes(4), (1).to_bytes(4, "big"), entry),
        box(table, bytes(4), (1).to_bytes(4, "big"), offset.to_bytes(width, "big")),
    )
    return box("moov", box("trak", box("mdia", box("minf", sample_table))))


def offset_in(data: bytes, table: str) -> int:
    place = data.index(table.encode()) + 12
    return int.from_bytes(data[place : place + (4 if table == "stco" else 8)], "big")


@pytest.mark.parametrize("table", ["stco", "co64"])
@pytest.mark.parametrize("in_front", [True, False])
@pytest.mark.parametrize("terminator", [b"", bytes(4)])
def test_offsets_still_point_to_the_media(table: str, in_front: bool, terminator: bytes) -> None:
    head = box("ftyp", b"isom")
    length = len(movie(table, 0, terminator=terminator))
    if in_front:
        data = head + movie(table, len(head) + length + 8, terminator=terminator) + box("mdat", MEDIA) + box("free")
    else:
        data = head + box("mdat", MEDIA) + movie(table, len(head) + 8, terminator=terminator)
    file = io.BytesIO(data)
    write_boxes(file, {"clli": b"abcd", "cuvv": CUVV})
    made = file.getvalue()
    assert len(made) == len(data) + 42
    begin = offset_in(made, table)
    assert made[begin : begin + len(MEDIA)] == MEDIA
    assert made.count(b"cuvv") == 1 and CUVV + terminator in made
    assert [b.type for b in top_level(file)] == [b.type for b in top_level(io.BytesIO(data))]
    write_boxes(file, {"clli": b"efgh", "cuvv": CUVV})
    assert file.getvalue() == made.replace(b"abcd", b"efgh")


def test_boxes_are_read_from_the_file(tmp_path: Path) -> None:
    path = tmp_path / "m.mp4"
    path.write_bytes(box("ftyp", b"isom") + box("mdat", MEDIA) + movie("stco", 20))
    with path.open("r+b") as file:
        write_boxes(file, {"cuvv": CUVV})
    assert hdr_boxes(path) == [("hvcC", bytes(30)), ("cuvv", CUVV)]


def test_an_index_in_front_of_real_media(exports, tmp_path: Path) -> None:
    have("ffmpeg")
    front = tmp_path / "front.mp4"
    command = ["ffmpeg", "-v", "error", "-i", exports(".mp4", False), "-c", "copy", "-movflags", "+faststart", front]
    subprocess.run(list(map(str, command)), check=True)
    with front.open("rb") as file:
        names = [b.type for b in top_level(file)]
    assert names.index(b"moov") < names.index(b"mdat")
    patched = shutil.copy(front, tmp_path / "patched.mp4")
    with patched.open("r+b") as file:
        write_boxes(file, {"cuvv": CUVV})
    assert patched.stat().st_size == front.stat().st_size + 30
    assert packets(patched) == packets(front)


def packets(path: Path) -> list[tuple[int | None, bytes]]:
    with av.open(str(path)) as container:
        return [(packet.pts, bytes(packet)) for packet in container.demux(video=0) if packet.size]


def test_damage_says_what_is_wrong() -> None:
    with pytest.raises(MediaError, match="no index"):
        write_boxes(io.BytesIO(box("ftyp", b"isom") + box("mdat", MEDIA)), {"cuvv": CUVV})
    with pytest.raises(MediaError, match="cut off"):
        write_boxes(io.BytesIO((box("ftyp", b"isom") + movie("stco", 0))[:-5]), {"cuvv": CUVV})
    with pytest.raises(MediaError, match="no HEVC track"):
        write_boxes(io.BytesIO(movie("stco", 0).replace(b"hvc1", b"avc1")), {"cuvv": CUVV})
    with pytest.raises(NotSupportedError, match="fragmented"):
        write_boxes(io.BytesIO(movie("stco", 0) + box("moof")), {"cuvv": CUVV})
    with pytest.raises(MediaError, match="cannot be"):
        list(boxes(b"\0\0\0\x40abcd", 0, 8))
