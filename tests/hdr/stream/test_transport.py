"""The descriptor in the programme map of a transport stream: there, checksummed, and harmless to other readers."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from app.errors import MediaError
from app.hdr.stream.crc import crc32_mpeg2
from app.hdr.stream.transport import DESCRIPTORS, PACKET, describe_vivid, vivid_descriptors
from tests.hdr.stream.film import FRAMES, ffprobe


def maps(path: Path) -> list[bytes]:
    """The sections of every packet that begins one with table_id 2."""
    data = path.read_bytes()
    found = []
    for start in range(0, len(data), PACKET):
        packet = data[start : start + PACKET]
        if packet[1] & 0x40 and packet[4:6] == b"\0\2" and not packet[3] & 0x20:
            length = 3 + (int.from_bytes(packet[6:8], "big") & 0xFFF)
            found.append(packet[5 : 5 + length])
    return found


def test_the_descriptor_is_in_every_map(exports) -> None:
    sections = maps(exports(".ts", True))
    assert sections and all(section.count(DESCRIPTORS) == 1 for section in sections)
    assert all(crc32_mpeg2(section) == 0 for section in sections)
    assert DESCRIPTORS.hex() == "5f0463757676" + "f30a63757676" + "000100040005"
    plain = maps(exports(".ts", False))
    assert plain and not any(DESCRIPTORS in section for section in plain)


def test_writing_it_twice_changes_nothing(exports) -> None:
    data = exports(".ts", True).read_bytes()
    file = io.BytesIO(data)
    assert describe_vivid(file) == 0 and file.getvalue() == data
    assert vivid_descriptors(file) == len(maps(exports(".ts", True)))


def test_other_readers_still_find_all(exports) -> None:
    (stream,) = ffprobe(exports(".ts", True), "-show_streams", "-count_frames")["streams"]
    assert (stream["codec_name"], stream["nb_read_frames"]) == ("hevc", str(FRAMES))


def test_something_else_is_refused() -> None:
    with pytest.raises(MediaError, match="no transport stream"):
        describe_vivid(io.BytesIO(bytes(PACKET)))
