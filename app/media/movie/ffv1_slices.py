"""The slice checksums of FFV1, which FFmpeg's decoder looks at, logs and then conceals.

A version 3 slice ends with its size (3 bytes), an error status (1 byte) and a CRC-32 (4 bytes) that makes
the checksum of the whole slice zero (RFC 9043, sections 4.9 and 4.9.3). Without the CRC the footer has the
size alone: such files cannot be checked.
"""

from __future__ import annotations

import zlib

_FOOTER = 8
_REVERSED = bytes(int(f"{value:08b}"[::-1], 2) for value in range(256))
_ONES = 0xFFFFFFFF


def is_intact(packet: bytes) -> bool:
    """True where the packet's slices tile it exactly and every checksum agrees."""
    end = len(packet)
    while end > 0:
        if end < _FOOTER:
            return False
        size = int.from_bytes(packet[end - _FOOTER : end - 5], "big") + _FOOTER
        if size > end or not _checks(packet[end - size : end]):
            return False
        end -= size
    return len(packet) > 0


def _checks(piece: bytes) -> bool:
    # RFC 9043 runs the polynomial from the highest bit with no inversions; zlib runs it from the lowest with
    # both. Reversing the bits of every byte and undoing the inversions turns one into the other.
    return zlib.crc32(piece.translate(_REVERSED), _ONES) == _ONES
