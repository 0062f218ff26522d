"""What TIFF, PNG, EXR and the read-only formats share: frames through OpenImageIO, in native numbers."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import OpenImageIO as oiio

from app.media import failures
from app.media.encoding import EncodingGuess
from app.media.picture import ColourModel, NativePicture, PictureFormat
from app.media.rates import exact_rate
from app.media.reel import Finding
from app.media.sequence import oiio_files
from app.media.sequence.codecs import FrameFacts, FrameJob
from app.media.sequence.oiio_files import Array, Attributes
from app.media.timecode import Timecode

ATTRIBUTES = "oiio:attributes"
"""Metadata key of a picture: every attribute of its file, typed (see `oiio_files.Attributes`)."""
MADE_BY = "oiio:format"
"""Metadata key: OpenImageIO's name of the file format the attributes come from."""
SHAPE = "oiio:shape"
"""Metadata key: what a spec says outside its attributes (see `_shape`)."""

_GREY_NAMES = ("Y", "L", "I", "luminance", "gray", "grey")
_SHOWN = ("Software", "DateTime", "ImageDescription", "DocumentName", "Artist", "Copyright", "owner", "comments")
_FOR_EVERY_FORMAT = ("smpte:TimeCode", "smpte:KeyCode", "DateTime", "ImageDescription", "Artist", "Copyright")


class OiioCodec:
    """Single frames of one file format through OpenImageIO; subclasses say what is particular to theirs."""

    container: ClassVar[str]
    writer: ClassVar[str] = ""
    """OpenImageIO's name of the writer; empty where we only read."""
    never_carried: ClassVar[frozenset[str]] = frozenset({"oiio:subimages", "oiio:BitsPerSample", "oiio:RowsPerChunk"})

    def probe(self, path: Path) -> FrameFacts:
        """Read the header only. FrameError says what is wrong with the file."""
        source = oiio_files.open_input(path)
        try:
            spec, findings = source.spec(), self.findings(source, path)
        finally:
            source.close()
        guess = self.guess(spec, path)
        format = self.format_of(spec, path, guess.encoding)
        return FrameFacts(
            format=format,
            guess=guess,
            container=self.container,
            codec=self.description(spec, format),
            rate=_rate(spec),
            timecode=_timecode(spec),
            least_bytes=self.least_bytes(spec),
            findings=findings,
            tags=tuple((n, str(v)) for n, _, v in oiio_files.attributes_of(spec) if n in _SHOWN),
        )

    def read(self, path: Path, encoding: str) -> NativePicture:
        """The picture, with all attributes as metadata. FrameError where it cannot be had whole."""
        source = oiio_files.open_input(path)
        try:
            spec = source.spec()
            format = self.format_of(spec, path, encoding)
            planes, extra = self.read_planes(source, spec, format, path)
        finally:
            source.close()
        metadata = {**self.metadata_of(spec), **extra}
        return NativePicture(format, tuple(planes), metadata)

    def write(self, path: Path, picture: NativePicture, job: FrameJob) -> None:
        """Write one frame, with the attributes the picture brought where it comes from the same format."""
        spec = self.spec_for(picture, job)
        pixels = oiio_files.merge([np.asarray(plane) for plane in self.planes_for(picture, spec)])
        oiio_files.write_pixels(path, self.writer, spec, pixels)

    def objection(self, format: PictureFormat, options: Mapping[str, str]) -> str | None:
        """Why pictures of this format cannot be written exactly, or None where they can."""
        return f"{self.container} files are read, not written; choose dpx, tiff, exr or png"

    # What subclasses may say of their own format.

    def guess(self, spec: Any, path: Path) -> EncodingGuess:
        """The colour encoding, from attributes."""
        raise NotImplementedError

    def findings(self, source: Any, path: Path) -> tuple[Finding, ...]:
        """What of the file is left aside: further pages and parts."""
        more = source.seek_subimage(1, 0)
        oiio_files.fault_of(source)
        source.seek_subimage(0, 0)
        if not more:
            return ()
        return (Finding("format", f"{path.name} holds several pictures; the first one is used"),)

    def description(self, spec: Any, format: PictureFormat) -> str:
        """The inside of the file in words."""
        kind = "float" if format.is_float else "bit"
        packing = spec.get_string_attribute("compression")
        return f"{self.container.upper()} {format.bit_depth}-{kind}{', ' + packing if packing else ''}"

    def least_bytes(self, spec: Any) -> int:
        """The size below which the file must be cut short; 0 where it is compressed."""
        return 0

    def depth(self, spec: Any) -> int:
        """Bits of a sample as stored, before OpenImageIO widened it to whole bytes."""
        return int(8 * np.dtype(_dtype(spec)).itemsize)

    def metadata_of(self, spec: Any) -> dict[str, Any]:
        """Attributes by their names, and everything needed to write the same file again."""
        attributes = oiio_files.attributes_of(spec)
        found: dict[str, Any] = {name: value for name, _, value in attributes}
        found[ATTRIBUTES] = attributes
        found[MADE_BY] = self.container
        found[SHAPE] = _shape(spec)
        return found

    def format_of(self, spec: Any, path: Path, encoding: str) -> PictureFormat:
        """The native format of a file. FrameError where it holds what a native picture cannot."""
        dtype = _dtype(spec)
        if dtype not in ("uint8", "uint16", "float16", "float32"):
            raise failures.unreadable(
                path, f"its samples are {spec.format}; 8 and 16-bit integers, half and float are supported"
            )
        channels, model = _channels(spec, path)
        return PictureFormat(
            width=spec.width,
            height=spec.height,
            channels=channels,
            model=model,
            dtype=dtype,
            bit_depth=self.depth(spec),
            encoding=encoding,
            pixel_aspect=_aspect(spec),
        )

    def read_planes(
        self, source: Any, spec: Any, format: PictureFormat, path: Path
    ) -> tuple[list[Array], dict[str, Any]]:
        """Planes in the format's order, and further metadata."""
        pixels = oiio_files.read_pixels(source, path, format.dtype)
        planes = _ordered(oiio_files.split(pixels), spec, format)
        shift = 8 * np.dtype(format.dtype).itemsize - format.bit_depth
        if shift > 0 and not format.is_float:
            planes = [plane >> shift for plane in planes]
        return planes, {}

    def spec_for(self, picture: NativePicture, job: FrameJob) -> Any:
        """The spec to write a picture with: its own file's attributes, or those that suit every format."""
        format = picture.format
        spec = oiio.ImageSpec(format.width, format.height, len(format.channels), _TYPE[format.dtype])
        spec.channelnames = self.names_for(format)
        if "A" in format.channels:
            spec.alpha_channel = format.channels.index("A")
        same = picture.metadata.get(MADE_BY) == self.container
        attributes: Attributes = picture.metadata.get(ATTRIBUTES, ()) if same else _foreign(picture)
        oiio_files.set_attributes(spec, attributes, self.never_carried)
        spec.attribute("oiio:UnassociatedAlpha", 1)
        if format.pixel_aspect != 1:
            spec.attribute("PixelAspectRatio", float(format.pixel_aspect))
        if not format.is_float:
            spec.attribute("oiio:BitsPerSample", format.bit_depth)
        if same:
            _restore_shape(spec, picture)
        if "compression" in job.spec.options:
            spec.attribute("compression", job.spec.options["compression"])
        return spec

    def names_for(self, format: PictureFormat) -> tuple[str, ...]:
        """Channel names as the file format wants them."""
        return format.channels

    def planes_for(self, picture: NativePicture, spec: Any) -> list[Array]:
        """Planes in the order and width the writer wants: samples of odd depths widened as it narrows them."""
        depth, item = picture.format.bit_depth, 8 * picture.planes[0].itemsize
        if picture.format.is_float or depth == item:
            return list(picture.planes)
        up, down = item - depth, 2 * depth - item
        return [(p << up) | (p >> down if down >= 0 else p << -down) for p in picture.planes]


_TYPE = {"uint8": "uint8", "uint16": "uint16", "float16": "half", "float32": "float"}


def _dtype(spec: Any) -> Any:
    return {"half": "float16", "float": "float32"}.get(str(spec.format), str(spec.format))


def _channels(spec: Any, path: Path) -> tuple[tuple[str, ...], ColourModel]:
    """Native channel names in native order, and the colour model.

    Names are kept as the file has them, except those of a single grey plane, which is `Y`.
    """
    names = list(spec.channelnames)
    if len(set(names)) != len(names):
        raise failures.unreadable(path, f"it has two channels of one name ({', '.join(names)})")
    if {"R", "G", "B"} <= set(names):
        rest = [n for n in names if n not in ("R", "G", "B", "A")]
        return ("R", "G", "B", *(["A"] if "A" in names else []), *rest), "rgb"
    first = next((n for n in _GREY_NAMES if n in names), names[0])
    rest = [n for n in names if n != first and n != "A"]
    return ("Y", *(["A"] if "A" in names else []), *rest), "grey"


def _ordered(planes: list[Array], spec: Any, format: PictureFormat) -> list[Array]:
    by_name = dict(zip(spec.channelnames, planes, strict=True))
    grey = next(iter(n for n in spec.channelnames if n not in format.channels), "Y")
    return [by_name[name if name in by_name else grey] for name in format.channels]


def _aspect(spec: Any) -> Fraction:
    value = spec.get_float_attribute("PixelAspectRatio", 1.0)
    return Fraction(value).limit_denominator(1000) if 1 / 16 <= value <= 16 else Fraction(1)


def _rate(spec: Any) -> Fraction | None:
    value = spec.getattribute("framesPerSecond")
    if isinstance(value, tuple) and len(value) == 2 and value[1]:
        return exact_rate(value[0] / value[1])
    return exact_rate(float(value)) if isinstance(value, int | float) else None


def _timecode(spec: Any) -> str:
    value = spec.getattribute("smpte:TimeCode")
    timecode = Timecode.from_bcd(int(value[0])) if isinstance(value, tuple) else None
    return str(timecode) if timecode else ""


def _shape(spec: Any) -> dict[str, Any]:
    """What a spec says outside its attributes: windows, tiles and the types of its channels."""
    return {
        "window": (spec.x, spec.y),
        "display": (spec.full_x, spec.full_y, spec.full_width, spec.full_height),
        "size": (spec.width, spec.height),
        "tile": (spec.tile_width, spec.tile_height),
        "types": dict(zip(spec.channelnames, map(str, spec.channelformats), strict=False)),
        "names": tuple(spec.channelnames),
    }


def _restore_shape(spec: Any, picture: NativePicture) -> None:
    """Windows and tiles of the source, where the picture still has its size."""
    shape = picture.metadata.get(SHAPE)
    if not shape:
        return
    if shape["size"] == (picture.format.width, picture.format.height):
        spec.x, spec.y = shape["window"]
        spec.full_x, spec.full_y, spec.full_width, spec.full_height = shape["display"]
    spec.tile_width, spec.tile_height = shape["tile"]
    spec.tile_depth = 1 if spec.tile_width else 0


def _foreign(picture: NativePicture) -> Attributes:
    """Attributes of a picture from another format: those that mean the same everywhere."""
    own: Attributes = picture.metadata.get(ATTRIBUTES, ())
    carried = tuple(a for a in own if a[0] in _FOR_EVERY_FORMAT)
    names = {a[0] for a in carried}
    types = (("smpte:TimeCode", "timecode"), ("smpte:KeyCode", "keycode"))
    more = tuple((n, t, picture.metadata[n]) for n, t in types if n in picture.metadata and n not in names)
    return carried + more


def refuse_depth(format: PictureFormat, allowed: Mapping[str, tuple[int, ...]], name: str) -> str | None:
    """The sentence for a sample type that a format lacks; `allowed` maps types to bit depths."""
    if format.bit_depth in allowed.get(format.dtype, ()):
        return None
    told = ", ".join(
        f"{d}-bit {'float' if t.startswith('float') else 'integer'}" for t, ds in allowed.items() for d in ds
    )
    kind = "float" if format.is_float else "integer"
    return f"{name} has {told} samples, not {format.bit_depth}-bit {kind} ones"


def refuse_model(format: PictureFormat, name: str) -> str | None:
    """The sentence for Y'CbCr pictures, which these formats do not hold as they are."""
    if format.model != "ycbcr":
        return None
    return f"{name} frames hold RGB or grey, not Y'CbCr; choose dpx or a movie, or convert the pictures first"
