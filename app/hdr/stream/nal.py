"""NAL units of HEVC: split out of byte streams and of length-prefixed samples, and joined again byte for byte.

ITU-T H.265 Annex B (start codes), ISO/IEC 14496-15 (lengths), H.265 clause 7.3.1.1 (emulation prevention).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO, NamedTuple

from app.errors import MediaError

ANNEX_B = 0
"""The framing of byte streams; any other framing is the number of bytes (1, 2 or 4) of a length before each unit."""

IRAP = range(16, 24)
IDR = (19, 20)
VPS, SPS, PPS, AUD, PREFIX_SEI, SUFFIX_SEI, RPU = 32, 33, 34, 35, 39, 40, 62
PARAMETER_SETS = (VPS, SPS, PPS)
"""nal_unit_type, H.265 table 7-1; 62 is Dolby Vision's use of an unspecified one."""

_CODE = b"\0\0\1"
_CHUNK = 1 << 20
_EMULATION = re.compile(rb"\0\0(?=[\0-\3])")


class Nal(NamedTuple):
    """One unit: `data` with its two-byte header, `prefix` what stood before it (start code with leading zeros)."""

    prefix: bytes
    data: bytes

    @property
    def type(self) -> int:
        """nal_unit_type."""
        return self.data[0] >> 1 & 0x3F

    @property
    def layer(self) -> int:
        """nuh_layer_id."""
        return (self.data[0] & 1) << 5 | self.data[1] >> 3

    @property
    def is_slice(self) -> bool:
        """True for a VCL unit."""
        return self.type < 32

    @property
    def starts_picture(self) -> bool:
        """True for the first slice segment of a picture of the base layer."""
        return self.is_slice and self.layer == 0 and len(self.data) > 2 and bool(self.data[2] & 0x80)


def new_nal(data: bytes) -> Nal:
    """A unit of our own; its start code has four bytes, so that it may stand first in an access unit."""
    return Nal(b"\0" + _CODE, data)


def split(data: bytes, framing: int = ANNEX_B) -> list[Nal]:
    """The units of one packet or sample. MediaError where it is not framed so."""
    return _split_sized(data, framing) if framing else list(_split_annex_b(data))


def join(nals: Iterable[Nal], framing: int = ANNEX_B) -> bytes:
    """The packet again. `join(split(x)) == x` for every x that `split` takes."""
    if framing:
        return b"".join(len(nal.data).to_bytes(framing, "big") + nal.data for nal in nals)
    return b"".join(nal.prefix + nal.data for nal in nals)


def read_annex_b(file: BinaryIO) -> Iterator[Nal]:
    """The units of a byte stream of any length, read piece by piece."""
    held = b""
    while chunk := file.read(_CHUNK):
        held += chunk
        last = held.rfind(_CODE)
        if last <= 0:
            continue
        while last > 0 and held[last - 1] == 0:
            last -= 1
        if last:
            yield from _split_annex_b(held[:last])
            held = held[last:]
    if held:
        yield from _split_annex_b(held)


def _split_annex_b(data: bytes) -> Iterator[Nal]:
    mark = data.find(_CODE)
    if mark < 0 or data[:mark].strip(b"\0"):
        raise MediaError("this is no HEVC byte stream: it does not begin with a start code")
    begin = 0
    while mark >= 0:
        body = mark + 3
        following = data.find(_CODE, body)
        end = len(data) if following < 0 else following
        while following >= 0 and end > body and data[end - 1] == 0:
            end -= 1
        if end - body < 2:
            raise MediaError("a NAL unit of less than two bytes: the stream is damaged or cut off there")
        yield Nal(data[begin:body], data[body:end])
        begin, mark = end, following


def _split_sized(data: bytes, size: int) -> list[Nal]:
    nals, position = [], 0
    while position < len(data):
        body = position + size
        length = int.from_bytes(data[position:body], "big")
        if length < 2 or body + length > len(data):
            raise MediaError("a sample whose NAL unit lengths do not add up: the file is damaged or cut off there")
        nals.append(Nal(data[position:body], data[body : body + length]))
        position = body + length
    return nals


def escape(rbsp: bytes) -> bytes:
    """Put emulation prevention bytes in: 00 00 0x becomes 00 00 03 0x; a last 00 gets one behind it."""
    out, begin, zeros = bytearray(), 0, 0
    if not _EMULATION.search(rbsp) and not rbsp.endswith(b"\0"):
        return rbsp
    for place, byte in enumerate(rbsp):
        if zeros >= 2 and byte <= 3:
            out += rbsp[begin:place] + b"\3"
            begin, zeros = place, 0
        zeros = zeros + 1 if byte == 0 else 0
    out += rbsp[begin:]
    return bytes(out + b"\3" if rbsp.endswith(b"\0") else out)


def unescape(data: bytes) -> bytes:
    """Take emulation prevention bytes out."""
    return data.replace(b"\0\0\3", b"\0\0")


def configuration_units(configuration: bytes) -> list[Nal]:
    """Parameter sets and SEI of a decoder configuration: an hvcC record (ISO/IEC 14496-15 8.3.2.1) or Annex B."""
    if not is_record(configuration):
        return split(configuration) if configuration else []
    units, place = [], 23
    for _ in range(configuration[22]):
        count = int.from_bytes(configuration[place + 1 : place + 3], "big")
        place += 3
        for _ in range(count):
            length = int.from_bytes(configuration[place : place + 2], "big")
            data = configuration[place + 2 : place + 2 + length]
            if length < 2 or len(data) < length:
                raise MediaError("the decoder configuration (hvcC) is cut short: the file is damaged")
            units.append(new_nal(data))
            place += 2 + length
    return units


def framing_of(configuration: bytes) -> int:
    """The framing that a decoder configuration says: an hvcC record means lengths, start codes otherwise."""
    return (configuration[21] & 3) + 1 if is_record(configuration) else ANNEX_B


def is_record(configuration: bytes) -> bool:
    """True for an hvcC record."""
    return len(configuration) >= 23 and configuration[0] == 1


def byte_stream(nals: Sequence[Nal], configuration: Sequence[Nal]) -> list[Nal]:
    """A sample's units with start codes; an entry picture gets what only the configuration held, behind its AUD."""
    made = [new_nal(nal.data) for nal in nals]
    if any(nal.type in IRAP for nal in nals):
        there = {nal.data for nal in nals}
        place = 1 if made[0].type == AUD else 0
        made[place:place] = [nal for nal in configuration if nal.data not in there]
    return made
