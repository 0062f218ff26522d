"""MP4 and QuickTime boxes (ISO/IEC 14496-12): what the sample entry of an HEVC track says of HDR, read and written.

`cuvv` is the configuration box of HDR Vivid (registered at MP4RA; T/UWA 005.2-1), `mdcv` and `clli` hold the
values of ST 2086 and CTA-861.3.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple

from app.errors import MediaError, NotSupportedError

CUVV = bytes.fromhex("000100040005") + bytes(16)
"""Content of `cuvv`: version map with bit 0 (version 1), provider 4, highest version 5 (1.0), reserved zeros."""

_PARENTS = (b"moov", b"trak", b"mdia", b"minf", b"stbl", b"stsd")
_ENTRIES = (b"hvc1", b"hev1", b"dvh1", b"dvhe")
_ENTRY_HEADER = 86
"""Bytes of a visual sample entry before its child boxes, its own header among them."""
_CHUNK = 1 << 20


class Box(NamedTuple):
    """A box: type, and where it, its content and its end lie."""

    type: bytes
    start: int
    body: int
    end: int


def boxes(data: bytes, start: int, end: int) -> Iterator[Box]:
    """The boxes side by side in a stretch of bytes. MediaError where sizes do not fit."""
    while end - start >= 8:
        size, body = int.from_bytes(data[start : start + 4], "big"), start + 8
        if size == 1:
            size, body = int.from_bytes(data[start + 8 : start + 16], "big"), start + 16
        elif size == 0:
            if data[start + 4 : start + 8] == b"\0\0\0\0":
                return  # QuickTime's terminator
            size = end - start
        if size < body - start or start + size > end:
            raise MediaError("a box of the MP4 file says a size that cannot be: the file is damaged or cut off")
        yield Box(data[start + 4 : start + 8], start, body, start + size)
        start += size


def top_level(file: BinaryIO) -> list[Box]:
    """The boxes of a whole file; contents are not read."""
    length = file.seek(0, os.SEEK_END)
    found, start = [], 0
    while length - start >= 8:
        file.seek(start)
        head = file.read(16)
        size = int.from_bytes(head[:4], "big")
        body = start + (16 if size == 1 else 8)
        size = int.from_bytes(head[8:16], "big") if size == 1 else size or length - start
        if size < body - start or start + size > length:
            raise MediaError("the MP4 file is cut off, or a box of it says a size that cannot be; copy it again")
        found.append(Box(head[4:8], start, body, start + size))
        start += size
    return found


def hdr_boxes(path: Path) -> list[tuple[str, bytes]]:
    """Type and content of every child box of the HEVC sample entries, in their order.

    Raises:
        MediaError: the file is cut off, damaged, or holds no HEVC track.
    """
    with path.open("rb") as file:
        _, moov = _movie(file)
    entries = _sample_entries(moov)
    return [
        (child.type.decode("latin-1"), moov[child.body : child.end])
        for chain in entries
        for child in boxes(moov, chain[-1].start + _ENTRY_HEADER, chain[-1].end)
    ]


def write_boxes(file: BinaryIO, wanted: Mapping[str, bytes]) -> None:
    """Put child boxes into the HEVC sample entries of a finished file, in place of any of the same types.

    The sizes of all parents follow, and where media lies behind `moov` the chunk offsets do too. `file` is open
    for reading and writing, and is left unsynced.

    Raises:
        NotSupportedError: a fragmented file, whose offsets are not followed here.
        MediaError: see `hdr_boxes`.
    """
    box, moov = _movie(file)
    if any(other.type == b"moof" for other in top_level(file)):
        raise NotSupportedError("the MP4 file is fragmented; remux it to a plain one first")
    made = _with_children(moov, {name.encode("latin-1"): content for name, content in wanted.items()})
    grown = len(made) - len(moov)
    length = file.seek(0, os.SEEK_END)
    if box.end != length and grown:
        made = _shifted(made, box.end, grown)
        _move_tail(file, box.end, grown, length)
    file.seek(box.start)
    file.write(made)
    file.truncate(length + grown)
    file.flush()


def _movie(file: BinaryIO) -> tuple[Box, bytes]:
    box = next((box for box in top_level(file) if box.type == b"moov"), None)
    if box is None:
        raise MediaError("the MP4 file has no index (moov): the recording or copy was cut off; copy it again")
    file.seek(box.start)
    return box, file.read(box.end - box.start)


def _sample_entries(moov: bytes) -> list[list[Box]]:
    """The chain of boxes from `moov` down to each HEVC sample entry."""
    found: list[list[Box]] = []

    def descend(chain: list[Box], begin: int) -> None:
        for box in boxes(moov, begin, chain[-1].end if chain else len(moov)):
            inner = [*chain, box]
            if len(chain) == len(_PARENTS) and box.type in _ENTRIES:
                found.append(inner)
            elif len(chain) < len(_PARENTS) and box.type == _PARENTS[len(chain)]:
                descend(inner, box.body + (8 if box.type == b"stsd" else 0))

    descend([], 0)
    if not found:
        raise MediaError("the MP4 file has no HEVC track (hvc1 or hev1)")
    return found


def _with_children(moov: bytes, wanted: Mapping[bytes, bytes]) -> bytes:
    """`moov` with these children in every HEVC sample entry."""
    for chain in reversed(_sample_entries(moov)):
        entry = chain[-1]
        first = entry.start + _ENTRY_HEADER
        children = list(boxes(moov, first, entry.end))
        rest = moov[children[-1].end if children else first : entry.end]
        kept = b"".join(moov[child.start : child.end] for child in children if child.type not in wanted)
        added = b"".join((len(c) + 8).to_bytes(4, "big") + name + c for name, c in wanted.items())
        grown = len(kept) + len(added) + len(rest) - (entry.end - first)
        moov = moov[:first] + kept + added + rest + moov[entry.end :]
        for box in chain:
            moov = _resized(moov, box, grown)
    return moov


def _resized(moov: bytes, box: Box, grown: int) -> bytes:
    size = box.end - box.start + grown
    if box.body - box.start == 16:
        return moov[: box.start + 8] + size.to_bytes(8, "big") + moov[box.body :]
    return moov[: box.start] + size.to_bytes(4, "big") + moov[box.start + 4 :]


def _shifted(moov: bytes, behind: int, grown: int) -> bytes:
    """`moov` whose chunk offsets at or behind a place of the file are moved on (`stco`, `co64`)."""
    out = bytearray(moov)
    for table, width in ((b"stco", 4), (b"co64", 8)):
        for box in _tables(moov, table):
            count = int.from_bytes(moov[box.body + 4 : box.body + 8], "big")
            if box.body + 8 + count * width > box.end:
                raise MediaError("a table of chunk offsets is cut short: the MP4 file is damaged")
            for place in range(box.body + 8, box.body + 8 + count * width, width):
                offset = int.from_bytes(moov[place : place + width], "big")
                if offset >= behind:
                    if (offset + grown) >> (8 * width):
                        raise NotSupportedError("the MP4 file is too long for its 32-bit offsets; remux it first")
                    out[place : place + width] = (offset + grown).to_bytes(width, "big")
    return bytes(out)


def _tables(moov: bytes, type: bytes) -> Iterator[Box]:
    def descend(begin: int, end: int, parents: Sequence[bytes]) -> Iterator[Box]:
        for box in boxes(moov, begin, end):
            if parents and box.type == parents[0]:
                yield from descend(box.body, box.end, parents[1:])
            elif not parents and box.type == type:
                yield box

    return descend(0, len(moov), _PARENTS[:-1])


def _move_tail(file: BinaryIO, begin: int, by: int, length: int) -> None:
    """Move everything from `begin` to the end of the file by some bytes, last piece first (or first, to shrink)."""
    starts = range(begin, length, _CHUNK)
    for start in reversed(starts) if by > 0 else starts:
        file.seek(start)
        piece = file.read(min(_CHUNK, length - start))
        file.seek(start + by)
        file.write(piece)
