"""Packs: many compressed records in one artefact, each found by (offset, length).

Layout: an 8-byte magic, the records one after another (each a zstd frame with its own checksum), the index
(zstd-compressed JSON: a list of [frame, label, offset, length]), then the index's length as 8 bytes,
little-endian. A reader that knows a record's place needs no index.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field

import zstandard

from app.document.artefacts import ArtefactStore
from app.document.codec import dumps
from app.errors import ProjectError

_LENGTH_BYTES = 8
_LEVEL = 3
"""zstd's default: higher levels gain a few percent on picture data and cost several times as long."""


@dataclass
class PackWriter:
    """Collects records in memory; `pieces` gives the artefact's bytes to put into the store.

    A pack is meant to hold a chunk of frames (tens of them), so that memory stays small.
    """

    magic: bytes
    _records: list[bytes] = field(default_factory=list)
    _index: list[tuple[int, str, int, int]] = field(default_factory=list)
    _end: int = 0

    def __post_init__(self) -> None:
        if len(self.magic) != _LENGTH_BYTES:
            raise ValueError("a pack's magic has 8 bytes")
        self._end = len(self.magic)

    def add(self, frame: int, label: str, data: bytes) -> tuple[int, int]:
        """Append a record and return its (offset, length) in the artefact."""
        record = zstandard.ZstdCompressor(level=_LEVEL, write_checksum=True).compress(data)
        place = (self._end, len(record))
        self._records.append(record)
        self._index.append((frame, label, *place))
        self._end += len(record)
        return place

    @property
    def records(self) -> int:
        """How many records were added."""
        return len(self._records)

    def pieces(self) -> Iterator[bytes]:
        """The artefact, piece by piece."""
        yield self.magic
        yield from self._records
        index = zstandard.ZstdCompressor(level=_LEVEL, write_checksum=True).compress(dumps(self._index).encode())
        yield index
        yield len(index).to_bytes(_LENGTH_BYTES, "little")


def read_record(store: ArtefactStore, pack: str, offset: int, length: int) -> bytes:
    """One record's data; ProjectError where the pack is missing or the record damaged."""
    return _decompressed(store, pack, store.read(pack, offset, length))


def read_index(store: ArtefactStore, pack: str, magic: bytes) -> list[tuple[int, str, int, int]]:
    """Every record's (frame, label, offset, length), in the order in which they were added."""
    if store.read(pack, 0, len(magic)) != magic:
        raise ProjectError(f"the artefact {store.path(pack)} is not of the kind that was expected")
    size = store.path(pack).stat().st_size
    length = int.from_bytes(store.read(pack, size - _LENGTH_BYTES, _LENGTH_BYTES), "little")
    if not 0 < length <= size - _LENGTH_BYTES - len(magic):
        raise ProjectError(f"the artefact {store.path(pack)} is damaged: it has no index")
    data = _decompressed(store, pack, store.read(pack, size - _LENGTH_BYTES - length, length))
    return [(frame, label, offset, length) for frame, label, offset, length in json.loads(data)]


def _decompressed(store: ArtefactStore, pack: str, record: bytes) -> bytes:
    try:
        return zstandard.ZstdDecompressor().decompress(record)
    except zstandard.ZstdError as error:
        raise ProjectError(f"the artefact {store.path(pack)} is damaged: bring it back from your backup") from error
