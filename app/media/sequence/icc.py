"""The name of an embedded ICC profile (ICC.1:2022, clauses 7.3 and 9.2.41)."""

from __future__ import annotations

import struct
from typing import Any


def description(profile: Any) -> str:
    """The profile's description, or '' where there is none or it is damaged.

    Args:
        profile: the profile's bytes, in whatever form the attribute came (bytes, array, tuple of numbers).
    """
    try:
        data = bytes(profile)
        (count,) = struct.unpack_from(">I", data, 128)
        for index in range(min(count, 100)):
            name, offset, size = struct.unpack_from(">4sII", data, 132 + 12 * index)
            if name == b"desc":
                return _text(data[offset : offset + size])
    except (TypeError, ValueError, struct.error):
        return ""
    return ""


def _text(tag: bytes) -> str:
    if tag[:4] == b"desc":
        (length,) = struct.unpack_from(">I", tag, 8)
        return tag[12 : 12 + length].split(b"\0")[0].decode("ascii", "replace")
    if tag[:4] == b"mluc":
        length, offset = struct.unpack_from(">II", tag, 20)
        return tag[offset : offset + length].decode("utf-16-be", "replace").strip("\0")
    return ""
