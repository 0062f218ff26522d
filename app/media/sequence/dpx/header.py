"""The DPX header (SMPTE ST 268:2003): a table of fields over the bytes as they were found.

The bytes are the authority: a header that is read, changed in a few fields and written again keeps every
other byte, reserved and user-defined areas included, in its own byte order.
"""

from __future__ import annotations

import math
import struct
from typing import Any, NamedTuple

MAGIC_BIG, MAGIC_LITTLE = b"SDPX", b"XPDS"
GENERIC_SIZE, FULL_SIZE = 1664, 2048
UNDEFINED = 0xFFFFFFFF
"""All ones: the standard's way to say nothing (clause 4); floats too, where it reads as NaN."""

MAX_ELEMENTS = 8
_ELEMENTS_AT, _ELEMENT_SIZE = 780, 72


class Field(NamedTuple):
    """Where a field lies, and its `struct` code: B, H, I unsigned, f float, 'Ns' text of N bytes."""

    offset: int
    code: str


# ST 268:2003 table 1 (file), 2 (image), 3 (orientation), 6 (film), 7 (television).
FIELDS: dict[str, Field] = {
    "image_offset": Field(4, "I"),
    "version": Field(8, "8s"),
    "file_size": Field(16, "I"),
    "ditto_key": Field(20, "I"),
    "generic_size": Field(24, "I"),
    "industry_size": Field(28, "I"),
    "user_size": Field(32, "I"),
    "file_name": Field(36, "100s"),
    "creation_time": Field(136, "24s"),
    "creator": Field(160, "100s"),
    "project": Field(260, "200s"),
    "copyright": Field(460, "200s"),
    "encryption_key": Field(660, "I"),
    "orientation": Field(768, "H"),
    "element_count": Field(770, "H"),
    "width": Field(772, "I"),
    "height": Field(776, "I"),
    "x_offset": Field(1408, "I"),
    "y_offset": Field(1412, "I"),
    "x_centre": Field(1416, "f"),
    "y_centre": Field(1420, "f"),
    "x_original_size": Field(1424, "I"),
    "y_original_size": Field(1428, "I"),
    "source_file_name": Field(1432, "100s"),
    "source_time": Field(1532, "24s"),
    "input_device": Field(1556, "32s"),
    "input_serial": Field(1588, "32s"),
    "border_left": Field(1620, "H"),
    "border_right": Field(1622, "H"),
    "border_top": Field(1624, "H"),
    "border_bottom": Field(1626, "H"),
    "aspect_horizontal": Field(1628, "I"),
    "aspect_vertical": Field(1632, "I"),
    "film_maker": Field(1664, "2s"),
    "film_type": Field(1666, "2s"),
    "film_perforation": Field(1668, "2s"),
    "film_prefix": Field(1670, "6s"),
    "film_count": Field(1676, "4s"),
    "film_format": Field(1680, "32s"),
    "frame_position": Field(1712, "I"),
    "sequence_length": Field(1716, "I"),
    "held_count": Field(1720, "I"),
    "film_rate": Field(1724, "f"),
    "shutter_angle": Field(1728, "f"),
    "frame_id": Field(1732, "32s"),
    "slate": Field(1764, "100s"),
    "timecode": Field(1920, "I"),
    "user_bits": Field(1924, "I"),
    "interlace": Field(1928, "B"),
    "field_number": Field(1929, "B"),
    "video_signal": Field(1930, "B"),
    "horizontal_rate": Field(1932, "f"),
    "vertical_rate": Field(1936, "f"),
    "tv_rate": Field(1940, "f"),
    "time_offset": Field(1944, "f"),
    "gamma": Field(1948, "f"),
    "black_level": Field(1952, "f"),
    "black_gain": Field(1956, "f"),
    "breakpoint": Field(1960, "f"),
    "white_level": Field(1964, "f"),
    "integration_time": Field(1968, "f"),
    "user_id": Field(2048, "32s"),
}

# Clause 4.2, table 2: one image element, 72 bytes.
ELEMENT_FIELDS: dict[str, Field] = {
    "data_sign": Field(0, "I"),
    "low_data": Field(4, "I"),
    "low_quantity": Field(8, "f"),
    "high_data": Field(12, "I"),
    "high_quantity": Field(16, "f"),
    "descriptor": Field(20, "B"),
    "transfer": Field(21, "B"),
    "colorimetric": Field(22, "B"),
    "bit_size": Field(23, "B"),
    "packing": Field(24, "H"),
    "encoding": Field(26, "H"),
    "data_offset": Field(28, "I"),
    "line_padding": Field(32, "I"),
    "image_padding": Field(36, "I"),
    "description": Field(40, "32s"),
}


class DpxHeader:
    """The bytes before the picture, and the fields in them."""

    def __init__(self, data: bytes | bytearray) -> None:
        """Take at least 1664 bytes that start with a magic number; ValueError where they do not."""
        magic = bytes(data[:4])
        if magic not in (MAGIC_BIG, MAGIC_LITTLE):
            raise ValueError("it does not begin with SDPX or XPDS")
        if len(data) < GENERIC_SIZE:
            raise ValueError(f"its header ends after {len(data)} of at least {GENERIC_SIZE} bytes")
        self.order = ">" if magic == MAGIC_BIG else "<"
        self._data = bytearray(data)

    @classmethod
    def blank(cls) -> DpxHeader:
        """A big-endian header of 2048 bytes in which everything is undefined (texts empty)."""
        data = bytearray(b"\xff" * FULL_SIZE)
        data[:4] = MAGIC_BIG
        header = cls(data)
        for name, field in FIELDS.items():
            if field.code.endswith("s") and field.offset < FULL_SIZE:
                header.set(name, "")
        for start, end in ((664, 768), (1356, 1408), (1644, 1664), (1864, 1920), (1931, 1932), (1972, 2048)):
            header._data[start:end] = bytes(end - start)
        for index in range(MAX_ELEMENTS):
            header.set_element(index, "description", "")
        header.set("version", "V2.0")
        header.set("generic_size", GENERIC_SIZE)
        header.set("industry_size", FULL_SIZE - GENERIC_SIZE)
        header.set("user_size", 0)
        header.set("image_offset", FULL_SIZE)
        header.set("ditto_key", 1)
        return header

    def bytes(self) -> bytes:
        """The header as it goes to the file."""
        return bytes(self._data)

    def get(self, name: str) -> Any:
        """A field's value; None where it is undefined (all ones, NaN) or the header is too short for it.

        Texts end at their first zero byte.
        """
        return self._value(FIELDS[name], 0)

    def get_element(self, index: int, name: str) -> Any:
        """The same for a field of an image element."""
        return self._value(ELEMENT_FIELDS[name], _ELEMENTS_AT + index * _ELEMENT_SIZE)

    def set(self, name: str, value: int | float | str | None) -> None:
        """Change a field; None makes it undefined. A field past the end of a short header is left out."""
        self._store(FIELDS[name], 0, value)

    def set_element(self, index: int, name: str, value: int | float | str | None) -> None:
        """The same for a field of an image element."""
        self._store(ELEMENT_FIELDS[name], _ELEMENTS_AT + index * _ELEMENT_SIZE, value)

    def resize(self, size: int) -> None:
        """Make the header `size` bytes long, cutting it off or filling it with zeros."""
        self._data = self._data[:size].ljust(size, b"\0")

    def _value(self, field: Field, base: int) -> Any:
        at, length = base + field.offset, struct.calcsize(field.code)
        raw = bytes(self._data[at : at + length])
        if len(raw) < length:
            return None
        if field.code.endswith("s"):
            text = raw.split(b"\0", 1)[0].rstrip(b"\xff").decode("utf-8", "replace").strip()
            return text or None
        if raw == b"\xff" * length:
            return None
        (value,) = struct.unpack(self.order + field.code, raw)
        return None if isinstance(value, float) and math.isnan(value) else value

    def _store(self, field: Field, base: int, value: int | float | str | None) -> None:
        at, length = base + field.offset, struct.calcsize(field.code)
        if at + length > len(self._data):
            return
        if value is None:
            raw = b"\xff" * length
        elif isinstance(value, str):
            raw = value.encode("utf-8")[:length].ljust(length, b"\0")
        else:
            raw = struct.pack(self.order + field.code, value)
        self._data[at : at + length] = raw


def fields_of(data: bytes | bytearray) -> dict[str, Any]:
    """Every defined field of a header by name, elements as 'element0.bit_size'. For people and for tests."""
    header = DpxHeader(data)
    found = {name: header.get(name) for name in FIELDS}
    for index in range(min(header.get("element_count") or 0, MAX_ELEMENTS)):
        for name in ELEMENT_FIELDS:
            found[f"element{index}.{name}"] = header.get_element(index, name)
    return {name: value for name, value in found.items() if value is not None}
