"""What movie kinds can be written: codec, containers, pixel formats, encoder settings. Add one more here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

import av.codec

from app.errors import MediaError, NotSupportedError, UsageError
from app.media.movie.layouts import PixelLayout, layout_of
from app.media.picture import PictureFormat

CONTAINERS = {
    ".mov": "mov",
    ".mp4": "mp4",
    ".mkv": "matroska",
    ".mxf": "mxf",
    ".ts": "mpegts",
    ".hevc": "hevc",
}
"""File name ending to FFmpeg's muxer."""


@dataclass(frozen=True, slots=True)
class Preset:
    """One kind of movie.

    Attributes:
        kind: its name on the command line.
        codec: FFmpeg's encoder.
        suffixes: file name endings it may have, the usual one first.
        pixel_formats: what the encoder takes as it is; a picture must fit one of them exactly.
        options: encoder settings.
        lossless: what goes in comes out, code value for code value.
        limited_only: the codec has no full-range Y'CbCr.
        interlaced: the codec can hold woven fields and say so.
        codec_tag: the container's code for the codec, where the usual one will not do.
        delivery: made for players, which take 4:2:0 Y'CbCr: what must be converted is converted to that.
    """

    kind: str
    codec: str
    suffixes: tuple[str, ...]
    pixel_formats: tuple[str, ...]
    options: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    lossless: bool = False
    limited_only: bool = False
    interlaced: bool = False
    codec_tag: str = ""
    delivery: bool = False

    @property
    def layouts(self) -> tuple[PixelLayout, ...]:
        """The layouts of `pixel_formats`."""
        return tuple(layout for layout in map(layout_of, self.pixel_formats) if layout is not None)


def _depths(names: str, *depths: int) -> tuple[str, ...]:
    return tuple(f"{name}{'' if depth == 8 else f'{depth}le'}" for depth in depths for name in names.split())


_FFV1_FORMATS = (
    "gray",
    *_depths("gray", 10, 12, 14, 16),
    "ya8",
    "bgr0",
    "bgra",
    *_depths("gbrp gbrap", 10, 12, 14, 16),
    *_depths("yuv420p yuv422p yuv444p", 8, 9, 10, 12, 14, 16),
    *_depths("yuva420p yuva422p yuva444p", 8, 10, 12, 16),
    *_depths("yuv440p", 8, 10, 12),
    "yuv411p",
    "yuv410p",
)
_X265_QUIET = "log-level=none"

_ALL = (
    Preset(
        "prores-hq",
        "prores_ks",
        (".mov", ".mxf"),
        ("yuv422p10le",),
        {"profile": "hq", "vendor": "apl0"},
        limited_only=True,
        interlaced=True,
    ),
    Preset(
        "prores-4444",
        "prores_ks",
        (".mov",),
        ("yuv444p10le", "yuva444p10le"),
        {"profile": "4444", "vendor": "apl0", "alpha_bits": "16"},
        limited_only=True,
        interlaced=True,
    ),
    Preset("dnxhr-hqx", "dnxhd", (".mov", ".mxf"), ("yuv422p10le",), {"profile": "dnxhr_hqx"}, limited_only=True),
    Preset(
        "dnxhr-444",
        "dnxhd",
        (".mov", ".mxf"),
        ("yuv444p10le", "gbrp10le"),
        {"profile": "dnxhr_444"},
        limited_only=True,
    ),
    # RFC 9043 version 3: every slice with its checksum, every frame on its own.
    Preset(
        "ffv1",
        "ffv1",
        (".mkv",),
        _FFV1_FORMATS,
        {"level": "3", "slicecrc": "1", "g": "1", "slices": "16", "coder": "1", "context": "1"},
        lossless=True,
        interlaced=True,
    ),
    Preset(
        "h264",
        "libx264",
        (".mp4", ".mov", ".mkv"),
        _depths("yuv420p yuv422p yuv444p gray", 8),
        {"crf": "16", "preset": "medium"},
        interlaced=True,
        delivery=True,
    ),
    Preset(
        "h264-10",
        "libx264",
        (".mp4", ".mov", ".mkv"),
        _depths("yuv420p yuv422p yuv444p gray", 10),
        {"crf": "16", "preset": "medium"},
        interlaced=True,
        delivery=True,
    ),
    Preset(
        "hevc",
        "libx265",
        (".mp4", ".mov", ".mkv", ".ts", ".hevc"),
        _depths("yuv420p yuv422p yuv444p gray", 8),
        {"crf": "16", "preset": "medium", "x265-params": _X265_QUIET},
        codec_tag="hvc1",
        delivery=True,
    ),
    Preset(
        "hevc10",
        "libx265",
        (".mp4", ".mov", ".mkv", ".ts", ".hevc"),
        _depths("yuv420p yuv422p yuv444p gray", 10),
        {"crf": "16", "preset": "medium", "x265-params": _X265_QUIET},
        codec_tag="hvc1",
        delivery=True,
    ),
)
PRESETS: Mapping[str, Preset] = MappingProxyType({preset.kind: preset for preset in _ALL})


def preset_of(kind: str) -> Preset:
    """The preset of a kind. UsageError where there is none, NotSupportedError where FFmpeg lacks the encoder."""
    preset = PRESETS.get(kind)
    if preset is None:
        raise UsageError(f"there is no movie kind '{kind}'; choose one of: {', '.join(PRESETS)}")
    try:
        av.codec.Codec(preset.codec, "w")
    except ValueError:
        raise NotSupportedError(
            f"this build of FFmpeg has no encoder {preset.codec}, which {kind} needs; choose ffv1 or prores-hq"
        ) from None
    return preset


def layout_for(preset: Preset, format: PictureFormat) -> PixelLayout:
    """The pixel format that holds pictures of `format` as they are; MediaError says what would fit."""
    if format.model == "ycbcr" and format.full_range and preset.limited_only:
        raise MediaError(f"{preset.kind} holds limited-range Y'CbCr only, and the pictures are full range")
    for layout in preset.layouts:
        if _holds(layout, format):
            return layout
    fitting = _described(format_for(preset.kind, format))
    raise MediaError(f"{preset.kind} cannot hold {_described(format)} as it is; it would hold {fitting}")


def format_for(kind: str, format: PictureFormat, bit_depth: int | None = None) -> PictureFormat:
    """The format nearest to `format` that `kind` can hold: what pictures must be converted to beforehand.

    Pictures that fit as they are stay so. Otherwise prefers, in this order: the same colour model, enough
    bits (`bit_depth`, or those of the pictures), the alpha channel, enough chroma, and then no more of
    either than is needed. Delivery kinds get 4:2:0.
    """
    preset = preset_of(kind)
    wanted_bits = bit_depth or format.bit_depth
    has_alpha = "A" in format.channels[format.colour_planes :]

    def distance(layout: PixelLayout) -> tuple[object, ...]:
        if preset.delivery:
            return not _holds(layout, format), layout.model != "ycbcr", layout.subsampling != (2, 2)
        coarser = [a > b for a, b in zip(layout.subsampling, format.subsampling, strict=True)]
        sampling = layout.subsampling[0] * layout.subsampling[1]
        return (
            _model_distance(layout, format),
            max(wanted_bits - layout.bits, 0),
            has_alpha and "A" not in layout.channels,
            any(coarser),
            sampling if any(coarser) else -sampling,
            layout.bits,
            len(layout.channels),
        )

    best = min(preset.layouts, key=distance)
    full_range = format.full_range if best.model == format.model else best.model != "ycbcr"
    return replace(
        format,
        channels=best.channels,
        model=best.model,
        dtype=best.dtype,
        bit_depth=best.bits,
        subsampling=best.subsampling,
        full_range=full_range and not (best.model == "ycbcr" and preset.limited_only),
    )


def _model_distance(layout: PixelLayout, format: PictureFormat) -> int:
    if layout.model == format.model:
        return 0
    return 2 if layout.model == "grey" else 1


def _holds(layout: PixelLayout, format: PictureFormat) -> bool:
    return (
        layout.model == format.model
        and layout.channels == format.channels
        and layout.dtype == format.dtype
        and layout.bits == format.bit_depth
        and (format.model != "ycbcr" or layout.subsampling == format.subsampling)
    )


def _described(format: PictureFormat) -> str:
    model = {"rgb": "RGB", "ycbcr": "Y'CbCr", "grey": "grey"}[format.model]
    if format.model == "ycbcr":
        names = {(1, 1): "4:4:4", (2, 1): "4:2:2", (2, 2): "4:2:0", (1, 2): "4:4:0", (4, 1): "4:1:1", (4, 4): "4:1:0"}
        model += f" {names.get(format.subsampling, format.subsampling)}"
    further = format.channels[format.colour_planes :]
    extra = f" with {', '.join(further)}" if further else ""
    number = "float" if format.is_float else "bit"
    return f"{format.bit_depth}-{number} {model}{extra}"
