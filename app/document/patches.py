"""Patches: baked fills. Native code values under one mask on one frame, as they will be for ever.

A patch is made once, when a pass fills what it found. From then on only the patch counts: another device, another
library or a changed donor frame does not alter it. Compositing several in ledger order gives the mended
frame; leaving one out gives what there would be without it.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from app.document.artefacts import ArtefactStore
from app.document.packs import PackWriter, read_index, read_record
from app.errors import ProjectError

Mask = np.ndarray[tuple[int, int], np.dtype[np.bool_]]
Plane = np.ndarray[tuple[int, int], np.dtype[Any]]
Values = np.ndarray[tuple[int], np.dtype[Any]]

MAGIC = b"RMPATCH1"
_DTYPES = ("uint8", "uint16", "float16", "float32")
_HEAD = struct.Struct("<4iBBBB")
"""x0, y0, width, height, dtype, number of planes, horizontal and vertical subsampling."""


@dataclass(frozen=True, slots=True, eq=False)
class Patch:
    """What one repair writes into one frame.

    Attributes:
        x0, y0: Corner of the mask in full-resolution (luma) pixels.
        mask: Boolean `(h, w)`: which full-resolution pixels are mended.
        values: Per colour plane, the native values of the sites under the mask, 1-D in row order.
        subsampling: (horizontal, vertical) of the second and third plane.
    """

    x0: int
    y0: int
    mask: Mask
    values: tuple[Values, ...]
    subsampling: tuple[int, int] = (1, 1)

    @property
    def nbytes(self) -> int:
        """Bytes held in memory."""
        return self.mask.nbytes + sum(part.nbytes for part in self.values)

    def to_bytes(self) -> bytes:
        """The patch as a record: header, mask bits, values (little-endian)."""
        height, width = self.mask.shape
        kind = _DTYPES.index(self.values[0].dtype.name)
        head = _HEAD.pack(self.x0, self.y0, width, height, kind, len(self.values), *self.subsampling)
        values = (part.astype(part.dtype.newbyteorder("<")).tobytes() for part in self.values)
        return b"".join((head, np.packbits(self.mask).tobytes(), *values))

    @classmethod
    def from_bytes(cls, data: bytes) -> Patch:
        """The inverse of `to_bytes`; ProjectError where the bytes are no patch."""
        try:
            x0, y0, width, height, kind, planes, horizontal, vertical = _HEAD.unpack_from(data)
            position, bits = _HEAD.size, -(-width * height // 8)
            packed = np.frombuffer(data, np.uint8, bits, position)
            mask = np.unpackbits(packed, count=width * height).reshape(height, width).astype(bool)
            position += bits
            dtype = np.dtype(_DTYPES[kind]).newbyteorder("<")
            values = []
            for region in plane_masks(mask, (x0, y0), None, (horizontal, vertical), planes=planes):
                count = int(region.mask.sum())
                part = np.frombuffer(data, dtype, count, position)
                values.append(part.astype(dtype.newbyteorder("=")))
                position += part.nbytes
        except (struct.error, ValueError, IndexError) as error:
            raise ProjectError(f"a stored patch cannot be understood: {error}") from error
        if position != len(data):
            raise ProjectError("a stored patch is longer than what it says it holds")
        return cls(x0, y0, mask, tuple(values), (horizontal, vertical))


@dataclass(frozen=True, slots=True, eq=False)
class PlaneMask:
    """Where a mask lies on one plane: corner and boolean `(h, w)` in that plane's own sites."""

    x0: int
    y0: int
    mask: Mask

    @property
    def slices(self) -> tuple[slice, slice]:
        """The rows and columns of the plane that the mask covers."""
        height, width = self.mask.shape
        return slice(self.y0, self.y0 + height), slice(self.x0, self.x0 + width)


def plane_masks(
    mask: Mask,
    origin: tuple[int, int],
    frame_size: tuple[int, int] | None,
    subsampling: tuple[int, int] = (1, 1),
    *,
    planes: int = 3,
) -> tuple[PlaneMask, ...]:
    """A full-resolution mask as it falls on each plane.

    A subsampled chroma site is inside when the mask touches any of the luma pixels it stands for: site
    (i, j) stands for rows i*v to (i+1)*v and columns j*h to (j+1)*h.

    Args:
        mask: Boolean `(h, w)`.
        origin: (x0, y0) of its corner in the frame.
        frame_size: (width, height) of the frame, which the mask must lie in; None where that is known.
        subsampling: (horizontal, vertical) of planes 1 and 2; (2, 1) for 4:2:2, (2, 2) for 4:2:0.
        planes: 1 (grey) or 3.

    Raises:
        ValueError: The mask does not lie in the frame.
    """
    x0, y0 = origin
    height, width = mask.shape
    if frame_size is not None and (min(x0, y0) < 0 or x0 + width > frame_size[0] or y0 + height > frame_size[1]):
        raise ValueError(f"a {width}x{height} mask at ({x0}, {y0}) does not lie in a {frame_size} frame")
    full = PlaneMask(x0, y0, mask)
    if planes == 1:
        return (full,)
    chroma = full if subsampling == (1, 1) else _subsampled(full, subsampling)
    return (full, chroma, chroma)


def _subsampled(full: PlaneMask, subsampling: tuple[int, int]) -> PlaneMask:
    horizontal, vertical = subsampling
    height, width = full.mask.shape
    left, top = full.x0 % horizontal, full.y0 % vertical
    right, bottom = -(left + width) % horizontal, -(top + height) % vertical
    whole = np.pad(full.mask, ((top, bottom), (left, right)))
    sites = whole.reshape(whole.shape[0] // vertical, vertical, whole.shape[1] // horizontal, horizontal)
    touched: Mask = np.asarray(np.any(sites, axis=(1, 3)))
    return PlaneMask(full.x0 // horizontal, full.y0 // vertical, touched)


def make_patch(
    original: Sequence[Plane],
    filled: Sequence[Plane],
    mask: Mask,
    *,
    origin: tuple[int, int] = (0, 0),
    subsampling: tuple[int, int] = (1, 1),
) -> Patch:
    """Bake a fill: take the filled values under the mask.

    Args:
        original: The frame's colour planes as they were read (1 or 3).
        filled: The mended ones, of the same shapes and type.
        mask: Boolean `(h, w)` in full resolution, with its corner at `origin`; cut to what is True.
        origin: (x0, y0).
        subsampling: (horizontal, vertical) of the chroma planes.

    Raises:
        ValueError: The planes do not go together, or the mask is empty or lies outside the frame.
    """
    if len(original) != len(filled) or len(original) not in (1, 3):
        raise ValueError(f"{len(filled)} filled planes for {len(original)} colour planes")
    for before, after in zip(original, filled, strict=True):
        if before.shape != after.shape or before.dtype != after.dtype or before.dtype != original[0].dtype:
            raise ValueError(f"a filled plane is {after.dtype}{after.shape}, not {before.dtype}{before.shape}")
    if original[0].dtype.name not in _DTYPES:
        raise ValueError(f"patches hold {', '.join(_DTYPES)}, not {original[0].dtype}")
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if rows.size == 0:
        raise ValueError("a patch must have at least one pixel")
    tight = mask[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1].copy()
    x0, y0 = origin[0] + int(columns[0]), origin[1] + int(rows[0])
    height, width = original[0].shape
    regions = plane_masks(tight, (x0, y0), (width, height), subsampling, planes=len(original))
    values = tuple(
        np.ascontiguousarray(plane[region.slices][region.mask]) for plane, region in zip(filled, regions, strict=True)
    )
    return Patch(x0, y0, tight, values, subsampling)


def apply_patch(planes: Sequence[Plane], subsampling: tuple[int, int], patch: Patch) -> None:
    """Write a patch into a frame's colour planes, in place; nothing outside its mask is touched.

    Raises:
        ValueError: The planes are not of the kind the patch was made for. Nothing is written then.
    """
    count = len(patch.values)
    if len(planes) < count or subsampling != patch.subsampling:
        raise ValueError(
            f"a patch of {count} planes, subsampled {patch.subsampling}, does not fit {len(planes)} planes "
            f"subsampled {subsampling}"
        )
    height, width = planes[0].shape
    regions = plane_masks(patch.mask, (patch.x0, patch.y0), (width, height), subsampling, planes=count)
    for plane, values in zip(planes, patch.values, strict=False):
        if plane.dtype != values.dtype:
            raise ValueError(f"a patch of {values.dtype} values does not fit a {plane.dtype} plane")
    for plane, region, values in zip(planes, regions, patch.values, strict=False):
        plane[region.slices][region.mask] = values


class PatchPack:
    """The patches of a chunk of frames, on their way into one artefact."""

    def __init__(self) -> None:
        self._pack = PackWriter(MAGIC)

    def __len__(self) -> int:
        return self._pack.records

    def add(self, frame: int, patch: Patch) -> tuple[int, int]:
        """Append a patch; returns the (offset, length) that its detection row names."""
        return self._pack.add(frame, "", patch.to_bytes())

    def put(self, store: ArtefactStore) -> str:
        """Write the pack into the store, durably, and return its hash."""
        return store.put(self._pack.pieces(), "patches")


def read_patch(store: ArtefactStore, pack: str, offset: int, length: int) -> Patch:
    """One patch of a pack; ProjectError where it is missing or damaged."""
    return Patch.from_bytes(read_record(store, pack, offset, length))


def read_patches(store: ArtefactStore, pack: str) -> Iterable[tuple[int, Patch]]:
    """Every (frame, patch) of a pack."""
    for frame, _, offset, length in read_index(store, pack, MAGIC):
        yield frame, read_patch(store, pack, offset, length)
