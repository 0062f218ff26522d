"""HDR Vivid's descriptor in the programme map of a transport stream (ISO/IEC 13818-1 clause 2.4.4.8).

The descriptor (tag F3 under the private data specifier `cuvv`) is written as two independent readers, TSDuck and
DVB Inspector, expect it; the text of T/UWA 005.2-1 itself was not at hand. FFmpeg and MediaInfo ignore it: they find
the metadata in the pictures.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from app.errors import MediaError, NotSupportedError
from app.hdr.stream.crc import crc32_mpeg2

PACKET = 188
HEVC = 0x24
"""stream_type of HEVC."""
_SYNC = 0x47
_SPECIFIER = b"\x5f\x04cuvv"
DESCRIPTORS = _SPECIFIER + b"\xf3\x0acuvv" + bytes.fromhex("000100040005")
"""private_data_specifier_descriptor, then the CUVV video stream descriptor of version 1.0."""
_ROOM = PACKET - 5
"""Bytes of a section that fit into one packet (header, pointer field)."""


def describe_vivid(file: BinaryIO) -> int:
    """Put the descriptors at every HEVC stream of every programme map; returns how many maps were written.

    `file` is a finished transport stream of 188-byte packets, open for reading and writing; sizes do not change.

    Raises:
        NotSupportedError: a map goes over several packets or has no room left.
        MediaError: it is no such stream.
    """
    file.seek(0)
    maps: set[int] = set()
    changed = position = 0
    while packet := file.read(PACKET):
        if len(packet) < PACKET or packet[0] != _SYNC:
            raise MediaError("this is no transport stream of 188-byte packets, or it is cut off")
        pid = int.from_bytes(packet[1:3], "big") & 0x1FFF
        begins = packet[1] & 0x40
        if pid == 0 and begins:
            maps |= _map_pids(_section(packet)[1])
        elif pid in maps and begins:
            start, section = _section(packet)
            made = _with_descriptors(section)
            if made is not None:
                file.seek(position + start)
                file.write(made + b"\xff" * (PACKET - start - len(made)))
                file.seek(position + PACKET)
                changed += 1
        position += PACKET
    file.flush()
    return changed


def vivid_descriptors(file: BinaryIO) -> int:
    """How many programme maps carry HDR Vivid's descriptor."""
    file.seek(0)
    maps: set[int] = set()
    found = 0
    while len(packet := file.read(PACKET)) == PACKET:
        pid = int.from_bytes(packet[1:3], "big") & 0x1FFF
        if pid == 0 and packet[1] & 0x40:
            maps |= _map_pids(_section(packet)[1])
        elif pid in maps and packet[1] & 0x40:
            found += DESCRIPTORS in _section(packet)[1]
    return found


def _section(packet: bytes) -> tuple[int, bytes]:
    """Where the section that begins in a packet lies, and the section; it must end there too."""
    body = 4
    if packet[3] & 0x20:
        body += 1 + packet[4]
    start = body + 1 + packet[body] if body < PACKET else PACKET
    length = 3 + (int.from_bytes(packet[start + 1 : start + 3], "big") & 0xFFF)
    section = packet[start : start + length]
    if len(section) < length or length < 12:
        raise NotSupportedError("a programme table goes over several transport packets, which is not written here")
    if crc32_mpeg2(section):
        raise MediaError("a programme table fails its checksum: the transport stream is damaged")
    return start, section


def _map_pids(section: bytes) -> set[int]:
    entries = (section[i : i + 4] for i in range(8, len(section) - 4, 4))
    return {int.from_bytes(e[2:4], "big") & 0x1FFF for e in entries if e[:2] != b"\0\0"}


def _with_descriptors(section: bytes) -> bytes | None:
    """The map with the descriptors at its HEVC streams; None where there is nothing to do."""
    if section[0] != 2:
        return None
    head = 12 + (int.from_bytes(section[10:12], "big") & 0xFFF)
    out = section[:head]
    for type, pid, information in _streams(section, head):
        if type == HEVC and DESCRIPTORS not in information:
            information += DESCRIPTORS
        out += bytes((type,)) + pid + (0xF000 | len(information)).to_bytes(2, "big") + information
    length = len(out) + 4 - 3
    out = out[:1] + (int.from_bytes(section[1:3], "big") & 0xF000 | length).to_bytes(2, "big") + out[3:]
    out += crc32_mpeg2(out).to_bytes(4, "big")
    if out == section:
        return None
    if len(out) > _ROOM:
        raise NotSupportedError("the programme map has no room for HDR Vivid's descriptor in its transport packet")
    return out


def _streams(section: bytes, place: int) -> Iterator[tuple[int, bytes, bytes]]:
    while place < len(section) - 4:
        length = int.from_bytes(section[place + 3 : place + 5], "big") & 0xFFF
        yield section[place], section[place + 1 : place + 3], section[place + 5 : place + 5 + length]
        place += 5 + length
