"""What format pictures must be in for a kind of export: the source's own wherever the kind can hold it."""

from __future__ import annotations

from dataclasses import replace

from app.errors import NotSupportedError
from app.media.movie.presets import format_for
from app.media.picture import ColourModel, PictureFormat
from app.media.writing import SEQUENCE_KINDS

DEPTHS = {"dpx": (8, 10, 12, 16), "tiff": (8, 16), "png": (8, 16), "exr": (16, 32)}
"""Bits a sequence kind can hold; those of EXR are floats. TIFF holds float pictures too, at 32 bits."""


def target_format(source: PictureFormat, kind: str, bit_depth: int | None = None) -> PictureFormat:
    """The format nearest to `source` that `kind` holds, at `bit_depth` where one is asked for.

    Raises:
        NotSupportedError: the kind has no such bit depth.
    """
    if kind not in SEQUENCE_KINDS:
        return format_for(kind, source, bit_depth)
    depths = DEPTHS[kind]
    if bit_depth is not None and bit_depth not in depths and not (kind == "tiff" and bit_depth == 32):
        names = ", ".join(map(str, depths))
        raise NotSupportedError(f"{kind} holds {names} bits a sample, not {bit_depth}")
    rgb = _as_rgb(source, kind)
    if kind == "exr" or (kind == "tiff" and (bit_depth == 32 or (bit_depth is None and source.is_float))):
        bits = bit_depth or (source.bit_depth if source.is_float else 32)
        return replace(rgb, dtype="float16" if bits == 16 else "float32", bit_depth=bits, full_range=True)
    if bit_depth is None and not source.is_float and source.bit_depth in depths and rgb is source:
        return source
    wanted = bit_depth or (16 if source.is_float else source.bit_depth)
    bits = next((depth for depth in depths if depth >= wanted), depths[-1])
    return replace(rgb, dtype="uint8" if bits == 8 else "uint16", bit_depth=bits, full_range=True)


def _as_rgb(source: PictureFormat, kind: str) -> PictureFormat:
    """Y'CbCr becomes R'G'B'; channels that the kind has no place for are left out."""
    channels = source.channels
    if source.model == "ycbcr":
        channels = ("R", "G", "B", *channels[3:])
    colour = 1 if source.model == "grey" else 3
    if kind in ("dpx", "png"):
        channels = (*channels[:colour], *(name for name in channels[colour:] if name == "A"))
    if source.model != "ycbcr" and channels == source.channels:
        return source
    model: ColourModel = "grey" if source.model == "grey" else "rgb"
    return replace(source, channels=channels, model=model, subsampling=(1, 1), full_range=True)
