"""From a DPX header to the places of its samples: which channels, where, and how packed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.media import failures
from app.media.picture import ColourModel
from app.media.sequence.dpx.header import MAX_ELEMENTS, UNDEFINED, DpxHeader
from app.media.sequence.dpx.packing import FILLED_A, FILLED_B, PACKED, Layout, line_bytes, tight_bytes

# ST 268:2003 table 4: image element descriptor, and the channels it holds in file order.
CHANNELS: dict[int, tuple[str, ...]] = {
    1: ("R",),
    2: ("G",),
    3: ("B",),
    4: ("A",),
    6: ("Y",),
    8: ("Z",),
    50: ("R", "G", "B"),
    51: ("R", "G", "B", "A"),
    52: ("A", "B", "G", "R"),
    100: ("Cb", "Y", "Cr", "Y"),
    101: ("Cb", "Y", "A", "Cr", "Y", "A"),
    102: ("Cb", "Y", "Cr"),
    103: ("Cb", "Y", "Cr", "A"),
}
SUBSAMPLED = (100, 101)
"""Descriptors of 4:2:2 pictures: their channels are those of two neighbouring pixels."""

_BITS = (8, 10, 12, 16, 32)
_ORDER = ("R", "G", "B", "Y", "Cb", "Cr", "A", "Z")
PACKING_NAMES = {PACKED: "packed", FILLED_A: "filled, method A", FILLED_B: "filled, method B"}


@dataclass(frozen=True, slots=True)
class Element:
    """One image element: where it begins in the file, how its samples lie, and what they are."""

    offset: int
    layout: Layout
    descriptor: int

    @property
    def end(self) -> int:
        """The first byte after it."""
        return self.offset + self.layout.nbytes


@dataclass(frozen=True, slots=True)
class DpxLayout:
    """Everything needed to find the samples. `channels` are in native order: colour planes, then the rest."""

    width: int
    height: int
    channels: tuple[str, ...]
    model: ColourModel
    subsampling: tuple[int, int]
    bits: int
    elements: tuple[Element, ...]

    @property
    def end(self) -> int:
        """The size a whole file has at least."""
        return max(element.end for element in self.elements)


def layout_of(path: Path, header: DpxHeader, file_size: int) -> DpxLayout:
    """Read the places of the samples out of a header.

    Raises:
        FrameError: the header contradicts itself or the file's size, or holds what is not supported.
    """
    width, height = header.get("width") or 0, header.get("height") or 0
    count = header.get("element_count") or 0
    if not (0 < width <= 1 << 20 and 0 < height <= 1 << 20):
        raise failures.unreadable(path, f"its header says the picture is {width} x {height} pixels")
    if not 0 < count <= MAX_ELEMENTS:
        raise failures.unreadable(path, f"its header says it has {count} image elements; there can be 1 to 8")
    elements: list[Element] = []
    for index in range(count):
        start = elements[-1].end if elements else header.get("image_offset") or 0
        elements.append(_element(path, header, index, start, file_size))
    needs = max(element.end for element in elements)
    if needs > file_size:
        raise failures.truncated(path, file_size, needs)
    return _combined(path, width, height, elements)


def _element(path: Path, header: DpxHeader, index: int, start: int, file_size: int) -> Element:
    descriptor = header.get_element(index, "descriptor") or 0
    bits = header.get_element(index, "bit_size") or 0
    packing = header.get_element(index, "packing")
    if descriptor not in CHANNELS:
        raise failures.unreadable(path, f"image elements of descriptor {descriptor} are not supported")
    if bits not in _BITS:
        raise failures.unreadable(path, f"its samples have {bits} bits; 8, 10, 12, 16 and 32 (float) are supported")
    if header.get_element(index, "encoding") not in (0, None):
        raise failures.unreadable(path, "it is run-length encoded, which is not supported; write it uncompressed")
    if header.get_element(index, "data_sign") == 1:
        raise failures.unreadable(path, "its samples are signed, which is not supported")
    if packing not in PACKING_NAMES:
        packing = PACKED if bits in (8, 16, 32) else FILLED_A
    offset = header.get_element(index, "data_offset") or start
    names = CHANNELS[descriptor]
    pixels = 2 if descriptor in SUBSAMPLED else 1
    samples = -(-header.get("width") // pixels) * len(names)
    padding = header.get_element(index, "line_padding") or 0
    stride = _stride(samples, bits, packing, padding, header.get("height"), file_size - offset)
    channels = len(names)
    return Element(
        offset, Layout(header.get("height"), samples, channels, bits, packing, header.order, stride), descriptor
    )


def _stride(samples: int, bits: int, packing: int, padding: int, height: int, room: int) -> int:
    """Bytes from line to line. Writers that leave lines unaligned are told by the file's size."""
    aligned, tight = line_bytes(samples, bits, packing), tight_bytes(samples, bits, packing)
    if 0 < padding < UNDEFINED and (tight + padding) * height <= room:
        return tight + padding
    if aligned * height > room >= tight * height:
        return tight
    return aligned


def _combined(path: Path, width: int, height: int, elements: list[Element]) -> DpxLayout:
    """One picture out of all elements, which must agree in bits and not repeat a channel."""
    names = [name for e in elements for name in dict.fromkeys(CHANNELS[e.descriptor])]
    kinds = {e.layout.bits for e in elements}
    if len(kinds) > 1 or len(set(names)) != len(names):
        raise failures.unreadable(path, f"its image elements do not fit together ({', '.join(names)})")
    channels = tuple(sorted(names, key=_ORDER.index))
    subsampled = any(e.descriptor in SUBSAMPLED for e in elements)
    model: ColourModel
    if {"R", "G", "B"} <= set(names):
        model = "rgb"
    elif {"Y", "Cb", "Cr"} <= set(names):
        model = "ycbcr"
    else:
        model = "grey"
    if model == "grey" and len([n for n in names if n not in ("A", "Z")]) != 1:
        raise failures.unreadable(path, f"its channels {', '.join(names)} make no picture")
    return DpxLayout(width, height, channels, model, (2, 1) if subsampled else (1, 1), kinds.pop(), tuple(elements))
