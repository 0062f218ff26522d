"""Dolby Vision RPUs, read only: their checksum, and levels 1, 2, 5 and 6 of the display management metadata.

The reshaping and residual parts are walked over, not kept. Nothing here writes an RPU: that needs certified tools.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from app.errors import MediaError, NotSupportedError
from app.hdr.stream.bits import BitReader
from app.hdr.stream.crc import crc32_mpeg2
from app.hdr.stream.nal import RPU, Nal, unescape

_WHAT = "the Dolby Vision RPU"
_PREFIX = 0x19


class Level1(NamedTuple):
    """Light of the picture in PQ codes of 4095."""

    minimum: int
    maximum: int
    average: int


class Level2(NamedTuple):
    """Trims for a display of so much PQ code; 2048 is neutral, `ms_weight` -1 is none."""

    target_maximum: int
    slope: int
    offset: int
    power: int
    chroma_weight: int
    saturation_gain: int
    ms_weight: int


class Level5(NamedTuple):
    """Bars around the active picture in pixels."""

    left: int
    right: int
    top: int
    bottom: int


class Level6(NamedTuple):
    """HDR10's values: cd/m2, the minimum in units of 0.0001."""

    maximum: int
    minimum: int
    max_cll: int
    max_fall: int


@dataclass(frozen=True, slots=True)
class DolbyRpu:
    """What is read of one picture's RPU. `source_minimum`, `source_maximum` are PQ codes of the mastering screen."""

    profile_number: int
    scene_refresh: bool = False
    source_minimum: int = 0
    source_maximum: int = 0
    level1: Level1 | None = None
    level2: tuple[Level2, ...] = ()
    level5: Level5 | None = None
    level6: Level6 | None = None


class _Header(NamedTuple):
    profile: int
    fixed_point: bool
    log2_denominator: int
    base_bits: int
    enhancement_bits: int
    residual: bool


def rpu_of(unit: Iterable[Nal]) -> bytes | None:
    """The RPU of an access unit, from its first byte (19) on; None where there is none."""
    nal = next((nal for nal in unit if nal.type == RPU), None)
    return None if nal is None else unescape(nal.data[2:])


def parse(rpu: bytes) -> DolbyRpu:
    """Read an RPU without emulation prevention bytes, from its prefix byte on.

    Raises:
        MediaError: it is damaged: cut short, a wrong checksum, or a value that cannot be.
        NotSupportedError: it uses a part of the syntax of which nothing is published.
    """
    body = rpu.rstrip(b"\0")
    if len(body) < 7 or body[0] != _PREFIX or body[-1] != 0x80:
        raise MediaError(f"{_WHAT} does not begin with 19 and end with 80: the stream is damaged there")
    checked = body[1:-1]
    if crc32_mpeg2(checked):
        raise MediaError(f"{_WHAT} fails its checksum: the stream is damaged there")
    bits = BitReader(checked[:-4], _WHAT)
    header, has_levels = _header(bits)
    if not bits.flag():  # use_prev_vdr_rpu_flag
        bits.ue()
        _walk_mapping(bits, header)
    else:
        bits.ue()
    return _levels(bits, header.profile) if has_levels else DolbyRpu(header.profile)


def _header(bits: BitReader) -> tuple[_Header, bool]:
    """rpu_data_header up to vdr_dm_metadata_present_flag."""
    if bits.u(6) != 2:
        raise NotSupportedError(f"{_WHAT} is of a type that is not known here")
    format, profile = bits.u(11), bits.u(4)
    bits.u(4)
    if not bits.flag():
        raise NotSupportedError(
            f"{_WHAT} refers to the sequence information of an earlier one, which is not read here"
        )
    bits.u(1)
    coefficients = bits.u(2)
    if coefficients > 1:
        raise MediaError(f"{_WHAT} has coefficients of type {coefficients}, which there is not")
    denominator = 32 if coefficients else bits.ue()
    bits.u(3)
    depths, residual = (8, 8), False
    if format & 0x700 == 0:
        base, enhancement, display = bits.ue(), bits.ue(), bits.ue()
        if max(base, enhancement & 0xFF, display) > 8 or denominator > 32:
            raise MediaError(f"{_WHAT} has bit depths that cannot be")
        depths = (base + 8, (enhancement & 0xFF) + 8)
        bits.u(5)
        residual = not bits.flag()
    return _Header(profile, not coefficients, denominator, *depths, residual), bits.flag()


def _walk_mapping(bits: BitReader, header: _Header) -> None:
    """Pivots, partitions, reshaping curves and the residual's quantisation."""
    bits.ue()
    bits.ue()
    pieces = []
    for _ in range(3):
        pivots = bits.ue() + 2
        if pivots > 9:
            raise MediaError(f"{_WHAT} has {pivots} pivots, where 9 are the most")
        bits.u(pivots * header.base_bits)
        pieces.append(pivots - 1)
    if header.residual:
        if bits.u(3):
            raise NotSupportedError(f"{_WHAT} quantises its residual in a way that is not published")
        bits.u(2 * header.base_bits)
    bits.ue()
    bits.ue()
    for count in pieces:
        for _ in range(count):
            _walk_curve(bits, header)
    if header.residual:
        for _ in range(3):
            bits.u(header.enhancement_bits)
            for _ in range(3):
                _walk_coefficient(bits, header, signed=False)


def _walk_curve(bits: BitReader, header: _Header) -> None:
    method = bits.ue()
    if method == 0:  # polynomial of first or second order
        order = bits.ue() + 1
        if order > 2:
            raise MediaError(f"{_WHAT} has a polynomial of order {order}, where 2 is the most")
        if order == 1 and bits.flag():
            raise NotSupportedError(f"{_WHAT} interpolates linearly in a way that is not published")
        count = order + 1
    elif method == 1:  # multivariate multiple regression
        count = 1 + 7 * (bits.u(2) + 1)
    else:
        raise MediaError(f"{_WHAT} has a reshaping method {method}, which there is not")
    for _ in range(count):
        _walk_coefficient(bits, header, signed=True)


def _walk_coefficient(bits: BitReader, header: _Header, *, signed: bool) -> None:
    if header.fixed_point:
        _ = bits.se() if signed else bits.ue()
        bits.u(header.log2_denominator)
    else:
        bits.u(32)


def _levels(bits: BitReader, profile: int) -> DolbyRpu:
    """vdr_dm_data_payload: colour matrices walked over, then the extension blocks of both versions."""
    bits.ue()
    bits.ue()
    refresh = bits.ue()
    bits.u(9 * 16 + 3 * 32 + 9 * 16)  # Y'CbCr to RGB with offsets, RGB to LMS
    bits.u(16 + 16 + 16 + 32 + 5 + 2 + 2 + 2)  # the signal's EOTF, depth, colour space, chroma format, range
    minimum, maximum = bits.u(12), bits.u(12)
    bits.u(10)
    blocks = _blocks(bits)
    if bits.left > 16:
        blocks += _blocks(bits)
    one = next((Level1(b.u(12), b.u(12), b.u(12)) for level, b in blocks if level == 1), None)
    trims = tuple(Level2._make([*(b.u(12) for _ in range(6)), b.s(13)]) for level, b in blocks if level == 2)
    five = next((Level5(*(b.u(13) for _ in range(4))) for level, b in blocks if level == 5), None)
    six = next((Level6(*(b.u(16) for _ in range(4))) for level, b in blocks if level == 6), None)
    return DolbyRpu(profile, bool(refresh), minimum, maximum, one, trims, five, six)


def _blocks(bits: BitReader) -> list[tuple[int, BitReader]]:
    """The extension blocks as (level, content)."""
    count = bits.ue()
    bits.align()
    found = []
    for _ in range(count):
        length, level = bits.ue(), bits.u(8)
        content = bits.u(8 * length).to_bytes(length, "big")
        found.append((level, BitReader(content, f"level {level} of {_WHAT}")))
    return found
