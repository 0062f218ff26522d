"""The header of a DPX frame that is about to be written: the source frame's own one, or a new one.

A carried header keeps everything except what must change: the file's name and size, and, where the picture
is no longer of the same size, depth or channels, the fields that say so.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from app.media.picture import NativePicture, PictureFormat
from app.media.rates import exact_rate
from app.media.sequence.codecs import STAND_IN, FrameJob
from app.media.sequence.dpx.header import FULL_SIZE, UNDEFINED, DpxHeader
from app.media.sequence.dpx.layout import CHANNELS, SUBSAMPLED, DpxLayout, layout_of
from app.media.sequence.dpx.packing import FILLED_A, PACKED, line_bytes, tight_bytes
from app.media.timecode import Timecode

DEPTHS = (8, 10, 12, 16)

_EVERYTHING = 1 << 62
_DESCRIPTORS: dict[tuple[tuple[str, ...], tuple[int, int]], tuple[int, ...]] = {
    (("R", "G", "B"), (1, 1)): (50,),
    (("R", "G", "B", "A"), (1, 1)): (51,),
    (("R", "G", "B", "Z"), (1, 1)): (50, 8),
    (("R", "G", "B", "A", "Z"), (1, 1)): (51, 8),
    (("Y",), (1, 1)): (6,),
    (("Y", "A"), (1, 1)): (6, 4),
    (("R",), (1, 1)): (1,),
    (("G",), (1, 1)): (2,),
    (("B",), (1, 1)): (3,),
    (("Y", "Cb", "Cr"), (1, 1)): (102,),
    (("Y", "Cb", "Cr", "A"), (1, 1)): (103,),
    (("Y", "Cb", "Cr"), (2, 1)): (100,),
    (("Y", "Cb", "Cr", "A"), (2, 1)): (101,),
}
# ST 268:2003 tables 5A and 5B, backwards: transfer and colorimetric of our encodings; 0 is user defined.
_CODES = {
    "cineon_log": (1, 1),
    "linear_rec709": (2, 6),
    "linear_ap0": (2, 0),
    "rec709": (6, 6),
    "bt601": (8, 8),
}


def objection(format: PictureFormat) -> str | None:
    """Why DPX cannot carry such pictures, or None where it can."""
    if format.is_float and format.dtype != "float32":
        return "DPX has no half-float samples; choose exr, or 16-bit integers"
    if not format.is_float and format.bit_depth not in DEPTHS:
        return f"DPX has 8, 10, 12 or 16 bits a sample, not {format.bit_depth}"
    if (format.channels, format.subsampling) not in _DESCRIPTORS:
        return (
            f"DPX has no room for the channels {', '.join(format.channels)} with chroma "
            f"{format.subsampling[0]}x{format.subsampling[1]}; choose exr or a movie"
        )
    return None


def prepare(path: Path, picture: NativePicture, job: FrameJob) -> tuple[DpxHeader, DpxLayout]:
    """The header to write and the places of the samples that it describes."""
    carried = picture.metadata.get("dpx:header")
    header = DpxHeader(carried) if isinstance(carried, bytes) else _new(picture, job)
    layout = layout_of(path, header, _EVERYTHING)
    if not _describes(layout, picture.format):
        _describe(header, layout, picture.format)
        layout = layout_of(path, header, _EVERYTHING)
    elif isinstance(carried, bytes):
        layout = _with_strides(layout, picture.metadata.get("dpx:strides"))
    if isinstance(carried, bytes):
        _update(header, picture, job)
    header.set("file_name", job.name)
    header.set("file_size", layout.end if layout.end < UNDEFINED else None)
    return header, layout


def keycode_of(header: DpxHeader) -> tuple[int, ...] | None:
    """The film edge code as OpenEXR's seven KeyCode members (ISO 4241); None where the header has none."""
    names = ("film_maker", "film_type", "film_prefix", "film_count", "film_perforation")
    texts = [header.get(name) for name in names]
    if any(not isinstance(text, str) or not text.isdigit() for text in texts):
        return None
    return (*(int(text) for text in texts), 4, 64)


def _new(picture: NativePicture, job: FrameJob) -> DpxHeader:
    """A header for a picture that comes from no DPX."""
    header, format, spec = DpxHeader.blank(), picture.format, job.spec
    header.set("creator", "Reelmend")
    header.set("orientation", 0)
    header.set("aspect_horizontal", format.pixel_aspect.numerator)
    header.set("aspect_vertical", format.pixel_aspect.denominator)
    header.set("film_rate", float(spec.rate))
    header.set("tv_rate", float(spec.rate))
    header.set("element_count", 1)
    _place(header, format, FULL_SIZE)
    _set_encoding(header, format)
    if STAND_IN not in picture.metadata:
        _set_timecode(header, picture, job)
        _set_keycode(header, picture.metadata.get("smpte:KeyCode"))
    return header


def _update(header: DpxHeader, picture: NativePicture, job: FrameJob) -> None:
    """Bring a carried header up to date where the job changes what it says."""
    spec = job.spec
    for name in ("film_rate", "tv_rate"):
        said = header.get(name)
        if said is not None and exact_rate(said) not in (None, spec.rate):
            header.set(name, float(spec.rate))
    if spec.source is not None and spec.source.format.encoding != picture.format.encoding:
        _set_encoding(header, picture.format)
    if STAND_IN in picture.metadata:
        header.set("timecode", None)
        header.set("user_bits", None)
        for name in ("film_prefix", "film_count", "film_perforation"):
            header.set(name, "")


def _describes(layout: DpxLayout, format: PictureFormat) -> bool:
    return (
        (layout.width, layout.height, layout.channels) == (format.width, format.height, format.channels)
        and layout.bits == format.bit_depth
        and layout.subsampling == format.subsampling
    )


def _describe(header: DpxHeader, layout: DpxLayout, format: PictureFormat) -> None:
    """Fit a carried header to a picture of another size, depth or channels."""
    same_kind = layout.bits == format.bit_depth and layout.channels == format.channels
    header.set("aspect_horizontal", format.pixel_aspect.numerator)
    header.set("aspect_vertical", format.pixel_aspect.denominator)
    packing = layout.elements[0].layout.packing if same_kind else None
    _place(header, format, header.get("image_offset") or FULL_SIZE, packing)
    if layout.bits != format.bit_depth and not format.is_float:
        for name in ("low_data", "high_data"):
            code = header.get_element(0, name)
            if code is not None:
                top = 2**layout.bits - 1
                header.set_element(0, name, round(code * (2**format.bit_depth - 1) / top))


def _place(header: DpxHeader, format: PictureFormat, offset: int, packing: int | None = None) -> None:
    """Write the size and one element for each group of channels, one after the other from `offset` on."""
    header.set("width", format.width)
    header.set("height", format.height)
    descriptors = _DESCRIPTORS[format.channels, format.subsampling]
    header.set("element_count", len(descriptors))
    header.set("image_offset", offset)
    if packing is None:
        packing = FILLED_A if format.bit_depth in (10, 12) else PACKED
    for index, descriptor in enumerate(descriptors):
        values: dict[str, Any] = {
            "data_sign": 0,
            "descriptor": descriptor,
            "bit_size": format.bit_depth,
            "packing": packing,
            "encoding": 0,
            "data_offset": offset,
            "line_padding": _line_padding(descriptor, format, packing),
            "image_padding": 0,
        }
        for name, value in values.items():
            header.set_element(index, name, value)
        if index + 1 < len(descriptors):
            header.set("element_count", index + 1)
            offset = layout_of(Path(), header, _EVERYTHING).elements[index].end
            header.set("element_count", len(descriptors))


def _line_padding(descriptor: int, format: PictureFormat, packing: int) -> int:
    """Bytes after each line up to the next 32-bit word. Said in the header, since OpenImageIO relies on it."""
    pixels = 2 if descriptor in SUBSAMPLED else 1
    samples = -(-format.width // pixels) * len(CHANNELS[descriptor])
    depth = format.bit_depth
    return line_bytes(samples, depth, packing) - tight_bytes(samples, depth, packing)


def _set_encoding(header: DpxHeader, format: PictureFormat) -> None:
    transfer, colorimetric = _CODES.get(format.encoding, (0, 0))
    if format.encoding == "bt601" and format.height == 576:
        transfer = colorimetric = 7
    header.set_element(0, "transfer", transfer)
    header.set_element(0, "colorimetric", colorimetric)


def _set_timecode(header: DpxHeader, picture: NativePicture, job: FrameJob) -> None:
    """The picture's own timecode, else the source's start counted on."""
    own = picture.metadata.get("smpte:TimeCode")
    if own is not None:
        header.set("timecode", int(own[0]) & UNDEFINED)
        header.set("user_bits", int(own[1]) & UNDEFINED)
        return
    source = job.spec.source
    if source is None or not source.start_timecode:
        return
    start = job.spec.frame_range[0] if job.spec.frame_range else 0
    timecode = Timecode.parse(source.start_timecode).plus(start + job.index, job.spec.rate)
    header.set("timecode", timecode.to_bcd())


def _set_keycode(header: DpxHeader, keycode: Any) -> None:
    if keycode is None or len(keycode) < 5:
        return
    maker, film, prefix, count, perforation = (int(v) for v in keycode[:5])
    header.set("film_maker", f"{maker:02d}")
    header.set("film_type", f"{film:02d}")
    header.set("film_prefix", f"{prefix:06d}")
    header.set("film_count", f"{count:04d}")
    header.set("film_perforation", f"{perforation:02d}")


def _with_strides(layout: DpxLayout, strides: Any) -> DpxLayout:
    """The same lines as in the source file, where its writer left them unaligned."""
    if not isinstance(strides, tuple) or len(strides) != len(layout.elements):
        return layout
    elements = tuple(
        replace(e, layout=replace(e.layout, stride=stride))
        for e, stride in zip(layout.elements, strides, strict=True)
    )
    return replace(layout, elements=elements)
