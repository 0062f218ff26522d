"""Colour tags of movies: ITU-T H.273 code points to native formats, and back for writing.

Guessing the encoding itself is `app.media.encoding`; here are matrix, range, field order and the names.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from app.media.picture import PictureFormat
from app.media.reel import Reel

Matrix = Literal["bt601", "bt709", "bt2020"]
FieldOrder = Literal["progressive", "tff", "bff", "unknown"]

UNSPECIFIED = 2
LIMITED, FULL = 1, 2
"""AVColorRange: MPEG (limited, "tv") and JPEG (full, "pc")."""

_PRIMARIES = {
    1: "bt709",
    4: "bt470m",
    5: "bt470bg",
    6: "smpte170m",
    7: "smpte240m",
    8: "film",
    9: "bt2020",
    10: "smpte428",
    11: "smpte431",
    12: "smpte432",
    22: "ebu3213",
}
_TRANSFERS = {
    1: "bt709",
    4: "gamma22",
    5: "gamma28",
    6: "smpte170m",
    7: "smpte240m",
    8: "linear",
    9: "log100",
    10: "log316",
    11: "iec61966-2-4",
    12: "bt1361e",
    13: "iec61966-2-1",
    14: "bt2020-10",
    15: "bt2020-12",
    16: "smpte2084",
    17: "smpte428",
    18: "arib-std-b67",
}
_MATRICES = {
    0: "gbr",
    1: "bt709",
    4: "fcc",
    5: "bt470bg",
    6: "smpte170m",
    7: "smpte240m",
    8: "ycgco",
    9: "bt2020nc",
    10: "bt2020c",
    14: "ictcp",
}
_MATRIX_OF: dict[int, Matrix] = {
    1: "bt709",
    4: "bt601",
    5: "bt601",
    6: "bt601",
    7: "bt709",
    9: "bt2020",
    10: "bt2020",
}

# AVFieldOrder is (coded first, displayed first): TT, BB, TB, BT. What counts for a picture is the display.
_FIELD_ORDERS: dict[int, FieldOrder] = {1: "progressive", 2: "tff", 3: "bff", 4: "bff", 5: "tff"}
_FIELD_CODES = {"progressive": 1, "tff": 2, "bff": 3}


class ColourCodes(NamedTuple):
    """H.273 code points of one picture, and FFmpeg's number for its range."""

    primaries: int
    transfer: int
    matrix: int
    range: int

    def named(self) -> tuple[tuple[str, str], ...]:
        """As ffprobe names them; what is unspecified is left out."""
        pairs = (
            ("color_primaries", _PRIMARIES.get(self.primaries, "")),
            ("color_transfer", _TRANSFERS.get(self.transfer, "")),
            ("color_space", _MATRICES.get(self.matrix, "")),
            ("color_range", {LIMITED: "tv", FULL: "pc"}.get(self.range, "")),
        )
        return tuple((key, value) for key, value in pairs if value)


def matrix_of(code: int, height: int) -> tuple[Matrix, str]:
    """The Y'CbCr matrix of an H.273 code point, and what it was taken from, in words.

    Untagged video of 576 lines or fewer is BT.601, taller is BT.709, as players assume.
    """
    if code in _MATRIX_OF:
        return _MATRIX_OF[code], f"matrix {_MATRICES[code]} as tagged"
    told = f"matrix {_MATRICES[code]} is not handled" if code in _MATRICES and code else "the matrix is not tagged"
    guess: Matrix = "bt601" if height <= 576 else "bt709"
    return guess, f"{told}, {guess} is assumed for {height} lines"


def field_order_of(code: int) -> FieldOrder:
    """FFmpeg's AVFieldOrder as the order in which the fields are shown."""
    return _FIELD_ORDERS.get(code, "unknown")


def field_code(order: FieldOrder) -> int:
    """AVFieldOrder of a field order; 0 (unknown) where it is not known."""
    return _FIELD_CODES.get(order, 0)


_ENCODING_CODES = {
    "rec709": (1, 1),
    "srgb": (1, 13),
    "linear_rec709": (1, 8),
    "bt601": (6, 6),
    "bt2020": (9, 14),
    "pq_bt2020": (9, 16),
    "hlg_bt2020": (9, 18),
    "linear_ap0": (UNSPECIFIED, 8),
}
_MATRIX_CODES = {"bt709": 1, "bt2020": 9}


def codes_for(format: PictureFormat, source: Reel | None = None) -> ColourCodes:
    """The code points to write for pictures of `format`.

    H.273 has none for film density (cineon_log) or raw values: those are left unspecified rather than wrong.
    BT.601 is 525 or 625 lines by the picture's height (H.273 codes 6 and 5). Where the pictures keep the
    encoding of a `source` movie, its own, finer tags are carried on (Display P3 primaries, say).
    """
    primaries, transfer = _ENCODING_CODES.get(format.encoding, (UNSPECIFIED, UNSPECIFIED))
    pal = format.height in (288, 576)
    if format.encoding == "bt601" and pal:
        primaries = 5
    if format.encoding == "bt2020" and format.bit_depth > 10:
        transfer = 15
    if format.model == "rgb":
        matrix = 0
    elif format.model == "grey":
        matrix = UNSPECIFIED
    else:
        matrix = _MATRIX_CODES.get(format.matrix, 5 if pal else 6)
    if source is not None and source.kind == "movie" and source.format.encoding == format.encoding:
        tags = dict(source.tags)
        primaries = _code(_PRIMARIES, tags.get("color_primaries"), primaries)
        transfer = _code(_TRANSFERS, tags.get("color_transfer"), transfer)
        if format.model == source.format.model == "ycbcr" and format.matrix == source.format.matrix:
            matrix = _code(_MATRICES, tags.get("color_space"), matrix)
    return ColourCodes(primaries, transfer, matrix, FULL if format.full_range else LIMITED)


def _code(names: Mapping[int, str], name: str | None, otherwise: int) -> int:
    return next((code for code, known in names.items() if known == name), otherwise)
