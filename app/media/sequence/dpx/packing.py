"""Code values in and out of the words of a DPX image element (SMPTE ST 268:2003 clause 5, annex C).

Samples of a line follow one another, channel by channel, and a line begins on a 32-bit word:

- 8 and 16 bits: one byte or one 16-bit word a sample; 32 bits: one IEEE float.
- 10 bits filled: three samples in a word, the first one highest; method A leaves bits 0 and 1 empty, method B
  bits 30 and 31. Elements of a single channel have the first sample lowest instead: that is how scanners
  and both OpenImageIO and FFmpeg have it.
- 12 bits filled: one 16-bit word a sample, in its high (A) or low (B) twelve bits.
- 10 and 12 bits packed: a stream of bits through 32-bit words, each word filled from its lowest bit.

Work goes by blocks of rows that fit the processor's cache: four times as fast as whole planes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

Array = np.ndarray[Any, np.dtype[Any]]
PACKED, FILLED_A, FILLED_B = 0, 1, 2
_BLOCK_BYTES = 128 * 1024
_PACKED_GROUPS = {10: (16, 5), 12: (8, 3)}
"""Bits: after how many samples, and words, the pattern of a packed line repeats."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How one image element lies in the file.

    `stride` is bytes from line to line, padding included; `order` is '>' or '<'; `samples` a line.
    """

    height: int
    samples: int
    channels: int
    bits: int
    packing: int
    order: str
    stride: int

    @property
    def nbytes(self) -> int:
        """Bytes of the element in the file."""
        return self.height * self.stride

    @property
    def dtype(self) -> str:
        """NumPy's name for the type of a sample in memory."""
        return {8: "uint8", 32: "float32"}.get(self.bits, "uint16")


def line_bytes(samples: int, bits: int, packing: int) -> int:
    """Bytes of a line of so many samples, up to the next 32-bit word."""
    return -(-tight_bytes(samples, bits, packing) // 4) * 4


def tight_bytes(samples: int, bits: int, packing: int) -> int:
    """The same without the padding to a whole word, which some writers leave out at 8, 12 and 16 bits."""
    if bits == 10 and packing != PACKED:
        return -(-samples // 3) * 4
    if bits == 12 and packing != PACKED:
        return samples * 2
    if bits in _PACKED_GROUPS:
        return -(-samples * bits // 32) * 4
    return samples * bits // 8


def unpack(data: Array, layout: Layout) -> list[Array]:
    """Right-aligned code values of an element.

    Args:
        data: uint8, `layout.nbytes` long.
        layout: how they lie.

    Returns:
        One contiguous plane `(height, samples / channels)` a channel, in file order.
    """
    width = layout.samples // layout.channels
    planes = [np.empty((layout.height, width), layout.dtype) for _ in range(layout.channels)]
    rows = data[: layout.nbytes].reshape(layout.height, layout.stride)
    for block in _blocks(layout):
        if layout.bits == 10 and layout.packing != PACKED and layout.channels == 3:
            _unpack_pixels(rows[block], layout, [plane[block] for plane in planes])
            continue
        samples = _unpack_samples(rows[block], layout)
        for channel, plane in enumerate(planes):
            plane[block] = samples[:, channel : layout.samples : layout.channels]
    return planes


def pack(planes: list[Array], layout: Layout) -> Array:
    """The inverse of `unpack`: uint8, `layout.nbytes` long; padding is zero. Code values must fit the bits."""
    data = np.zeros((layout.height, layout.stride), np.uint8)
    for block in _blocks(layout):
        parts = [plane[block] for plane in planes]
        if layout.bits == 10 and layout.packing != PACKED and layout.channels == 3:
            _pack_pixels(parts, layout, data[block])
            continue
        samples = np.empty((parts[0].shape[0], layout.samples), layout.dtype)
        for channel, part in enumerate(parts):
            samples[:, channel :: layout.channels] = part
        _pack_samples(samples, layout, data[block])
    return data.reshape(-1)


def _blocks(layout: Layout) -> Iterator[slice]:
    step = max(1, _BLOCK_BYTES // max(layout.stride, 1))
    for start in range(0, layout.height, step):
        yield slice(start, min(start + step, layout.height))


def _shifts(layout: Layout) -> tuple[int, int, int]:
    """Where in a filled 10-bit word its first, second and third sample lie."""
    low = 2 if layout.packing == FILLED_A else 0
    return (low, low + 10, low + 20) if layout.channels == 1 else (low + 20, low + 10, low)


def _unpack_pixels(rows: Array, layout: Layout, planes: list[Array]) -> None:
    """10 bits filled, three channels: one word is one pixel."""
    width = layout.samples // 3
    words = rows[:, : width * 4].view(layout.order + "u4").astype(np.uint32)
    part = np.empty_like(words)
    for plane, shift in zip(planes, _shifts(layout), strict=True):
        np.right_shift(words, shift, out=part)
        np.bitwise_and(part, 1023, out=plane, casting="unsafe")


def _pack_pixels(planes: list[Array], layout: Layout, rows: Array) -> None:
    words = np.zeros(planes[0].shape, np.uint32)
    part = np.empty_like(words)
    for plane, shift in zip(planes, _shifts(layout), strict=True):
        np.left_shift(plane, shift, out=part, dtype=np.uint32, casting="unsafe")
        words |= part
    rows[:, : layout.samples // 3 * 4] = words.astype(layout.order + "u4").view(np.uint8)


def _unpack_samples(rows: Array, layout: Layout) -> Array:
    """Samples `(rows, at least layout.samples)` of a line in any packing."""
    tight = tight_bytes(layout.samples, layout.bits, layout.packing)
    if layout.bits in _PACKED_GROUPS and layout.packing == PACKED:
        return _unpack_stream(rows[:, :tight].view(layout.order + "u4"), layout)
    if layout.bits == 10:
        words = rows[:, :tight].view(layout.order + "u4").astype(np.uint32)
        samples = np.empty((words.shape[0], words.shape[1] * 3), np.uint16)
        for place, shift in enumerate(_shifts(layout)):
            samples[:, place::3] = (words >> shift) & 1023
        return samples
    code = {8: "u1", 12: "u2", 16: "u2", 32: "f4"}[layout.bits]
    samples = rows[:, :tight].view(layout.order + code)
    if layout.bits == 12:
        return samples >> 4 if layout.packing == FILLED_A else samples & 0xFFF
    return samples


def _pack_samples(samples: Array, layout: Layout, rows: Array) -> None:
    tight = tight_bytes(layout.samples, layout.bits, layout.packing)
    if layout.bits in _PACKED_GROUPS and layout.packing == PACKED:
        words = _pack_stream(samples, layout.bits)[:, : tight // 4]
        rows[:, :tight] = words.astype(layout.order + "u4").view(np.uint8)
    elif layout.bits == 10:
        words = np.zeros((samples.shape[0], tight // 4), np.uint32)
        for place, shift in enumerate(_shifts(layout)):
            part = samples[:, place::3].astype(np.uint32) << np.uint32(shift)
            words[:, : part.shape[1]] |= part
        rows[:, :tight] = words.astype(layout.order + "u4").view(np.uint8)
    else:
        code = {8: "u1", 12: "u2", 16: "u2", 32: "f4"}[layout.bits]
        if layout.bits == 12 and layout.packing == FILLED_A:
            samples = samples << 4
        rows[:, :tight] = samples.astype(layout.order + code).view(np.uint8)


def _unpack_stream(words: Array, layout: Layout) -> Array:
    """Packed lines: the pattern of shifts repeats after a group of words."""
    count, group = _PACKED_GROUPS[layout.bits]
    groups = -(-words.shape[1] // group)
    whole = np.zeros((words.shape[0], groups * group + 1), np.uint64)
    whole[:, : words.shape[1]] = words
    samples = np.empty((words.shape[0], groups * count), np.uint16)
    for place in range(count):
        word, shift = divmod(place * layout.bits, 32)
        pair = whole[:, word : word + groups * group : group]
        if shift + layout.bits > 32:
            pair = pair | whole[:, word + 1 : word + 1 + groups * group : group] << np.uint64(32)
        samples[:, place::count] = (pair >> np.uint64(shift)) & np.uint64(2**layout.bits - 1)
    return samples


def _pack_stream(samples: Array, bits: int) -> Array:
    count, group = _PACKED_GROUPS[bits]
    groups = -(-samples.shape[1] // count)
    whole = np.zeros((samples.shape[0], groups * group + 1), np.uint64)
    for place in range(count):
        word, shift = divmod(place * bits, 32)
        part = samples[:, place::count].astype(np.uint64) << np.uint64(shift)
        last = word + part.shape[1] * group
        whole[:, word:last:group] |= part & np.uint64(0xFFFFFFFF)
        if shift + bits > 32:
            whole[:, word + 1 : last + 1 : group] |= part >> np.uint64(32)
    return whole
