"""Probability maps: what a detector thought of every pixel, 8 bits each, a chunk of frames in one artefact."""

from __future__ import annotations

import struct
from typing import Any

import numpy as np

from app.document.artefacts import ArtefactStore
from app.document.packs import PackWriter, read_index, read_record
from app.errors import ProjectError

MAGIC = b"RMMAPS_1"
_SIZE = struct.Struct("<2i")

Map = np.ndarray[tuple[int, int], np.dtype[np.uint8]]


def quantised(probability: np.ndarray[tuple[int, int], np.dtype[Any]]) -> Map:
    """Probabilities 0..1 as 0..255, rounded to nearest; a map is evidence, not picture, so 8 bits do."""
    values: Map = np.rint(np.clip(probability, 0.0, 1.0) * 255.0).astype(np.uint8)
    return values


class MapPack:
    """The maps of a chunk of frames, on their way into one artefact."""

    def __init__(self) -> None:
        self._pack = PackWriter(MAGIC)

    def __len__(self) -> int:
        return self._pack.records

    def add(self, frame: int, defect: str, values: Map) -> None:
        """Append the map `(h, w)` uint8 of one class on one frame."""
        if values.dtype != np.uint8 or values.ndim != 2:
            raise ValueError(f"a map is uint8 (h, w), not {values.dtype}{values.shape}")
        self._pack.add(frame, defect, _SIZE.pack(*values.shape) + np.ascontiguousarray(values).tobytes())

    def put(self, store: ArtefactStore) -> str:
        """Write the pack into the store, durably, and return its hash."""
        return store.put(self._pack.pieces(), "probability maps")


class Maps:
    """The maps of one artefact, read frame by frame."""

    def __init__(self, store: ArtefactStore, pack: str) -> None:
        self._store = store
        self._pack = pack
        self._places = {(frame, defect): (at, length) for frame, defect, at, length in read_index(store, pack, MAGIC)}

    @property
    def keys(self) -> tuple[tuple[int, str], ...]:
        """Every (frame, class) there is a map of."""
        return tuple(self._places)

    def get(self, frame: int, defect: str) -> Map | None:
        """The map `(h, w)` uint8 of a class on a frame, or None where there is none."""
        place = self._places.get((frame, defect))
        if place is None:
            return None
        data = read_record(self._store, self._pack, *place)
        height, width = _SIZE.unpack_from(data)
        if len(data) != _SIZE.size + height * width:
            raise ProjectError(f"the map of {defect} on frame {frame} does not have the size it says")
        return np.frombuffer(data, np.uint8, offset=_SIZE.size).reshape(height, width)
