"""What a PNG's own chunks say about colour (PNG third edition, clauses 11.3.2 and 4.3).

OpenImageIO names a colour space for every PNG, said or assumed; a person should be told which of the two.
"""

from __future__ import annotations

import os
import struct
from pathlib import Path
from typing import NamedTuple

_SIGNATURE = b"\x89PNG\r\n\x1a\n"


class PngColour(NamedTuple):
    """Primaries, transfer, matrix and range of cICP; whether sRGB is there; gAMA as written (1: linear)."""

    cicp: tuple[int, ...] | None = None
    srgb: bool = False
    gamma: float | None = None


def colour_of(path: Path) -> PngColour:
    """Read the chunks before the pixels; an unreadable file says nothing."""
    found = PngColour()
    try:
        with path.open("rb") as file:
            if file.read(8) != _SIGNATURE:
                return found
            for _ in range(100):
                head = file.read(8)
                if len(head) < 8:
                    break
                size, name = struct.unpack(">I4s", head)
                if name == b"IDAT":
                    break
                if name == b"cICP" and size == 4:
                    found = found._replace(cicp=tuple(file.read(4)))
                elif name == b"gAMA" and size == 4:
                    found = found._replace(gamma=int.from_bytes(file.read(4), "big") / 100000)
                elif name == b"sRGB":
                    found = found._replace(srgb=True)
                    file.seek(size, os.SEEK_CUR)
                else:
                    file.seek(size, os.SEEK_CUR)
                file.seek(4, os.SEEK_CUR)
    except OSError:
        return found
    return found
