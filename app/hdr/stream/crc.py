"""CRC-32/MPEG-2 (ISO/IEC 13818-1 Annex A): of transport stream sections and of Dolby Vision RPUs."""

from __future__ import annotations

_POLYNOMIAL = 0x04C11DB7


def _entry(byte: int) -> int:
    value = byte << 24
    for _ in range(8):
        value = (value << 1 ^ (_POLYNOMIAL if value & 0x80000000 else 0)) & 0xFFFFFFFF
    return value


_TABLE = tuple(map(_entry, range(256)))


def crc32_mpeg2(data: bytes) -> int:
    """The checksum; that of data with its checksum behind it is 0."""
    value = 0xFFFFFFFF
    for byte in data:
        value = (value << 8 & 0xFFFFFFFF) ^ _TABLE[value >> 24 ^ byte]
    return value
