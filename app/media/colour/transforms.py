"""Processors from one encoding to another, or to a display: made once, kept, safe to share between threads."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import PyOpenColorIO as ocio

from app.errors import UsageError
from app.media.colour.config import ColourConfig, load_config

Pixels = np.ndarray[tuple[int, ...], np.dtype[np.float32]]
Shown = np.ndarray[tuple[int, ...], np.dtype[np.uint8]]


@dataclass(frozen=True, eq=False)
class Convert:
    """Float pictures of one encoding into another. Nothing is clipped."""

    native: ocio.CPUProcessor

    def __call__(self, pixels: Pixels) -> Pixels:
        """A converted copy of `pixels`, `(H, W, 3)` float32. ValueError for any other array."""
        out = np.array(_checked(pixels), order="C", copy=True)
        self.in_place(out)
        return out

    def in_place(self, pixels: Pixels) -> None:
        """Convert `pixels`, contiguous and writable, where they lie."""
        if not (_checked(pixels).flags.c_contiguous and pixels.flags.writeable):
            raise ValueError("converting in place needs a contiguous, writable array")
        self.native.apply(_described(pixels, ocio.BIT_DEPTH_F32))


@dataclass(frozen=True, eq=False)
class Display:
    """Float pictures of one encoding into display-ready 8-bit ones: rounded, and clipped to the display."""

    native: ocio.CPUProcessor

    def __call__(self, pixels: Pixels) -> Shown:
        """`pixels` `(H, W, 3)` float32, left as they are, as uint8 of the same shape."""
        source = np.ascontiguousarray(_checked(pixels))
        out = np.empty(source.shape, np.uint8)
        self.native.apply(_described(source, ocio.BIT_DEPTH_F32), _described(out, ocio.BIT_DEPTH_UINT8))
        return out


def encodings(config: ColourConfig | None = None) -> tuple[str, ...]:
    """The names a reel's encoding can have."""
    return (config or load_config()).encodings()


def convert(src: str, dst: str, config: ColourConfig | None = None) -> Convert:
    """From encoding `src` to `dst`. UsageError where the configuration lacks one of them."""
    return _convert(config or load_config(), src, dst)


def display_transform(encoding: str, display: str, view: str, config: ColourConfig | None = None) -> Display:
    """From `encoding` to what `display` shows through `view`. UsageError where one of them is missing."""
    return _display(config or load_config(), encoding, display, view)


@lru_cache(maxsize=64)
def _convert(config: ColourConfig, src: str, dst: str) -> Convert:
    for name in (src, dst):
        config.require(name, config.encodings(), "colour space")
    processor = _made(config, lambda: config.native.getProcessor(src, dst))
    # Lossless: the default trades exact powers for fast ones, which costs a 12-bit code in the shadows.
    return Convert(processor.getOptimizedCPUProcessor(ocio.OPTIMIZATION_LOSSLESS))


@lru_cache(maxsize=64)
def _display(config: ColourConfig, encoding: str, display: str, view: str) -> Display:
    config.require(encoding, config.encodings(), "colour space")
    config.require(view, config.views(display), f"view for display '{display}':")
    transform = ocio.DisplayViewTransform(src=encoding, display=display, view=view)
    processor = _made(config, lambda: config.native.getProcessor(transform))
    return Display(
        processor.getOptimizedCPUProcessor(ocio.BIT_DEPTH_F32, ocio.BIT_DEPTH_UINT8, ocio.OPTIMIZATION_VERY_GOOD)
    )


def _made(config: ColourConfig, make: Any) -> Any:
    try:
        return make()
    except (ocio.Exception, ocio.ExceptionMissingFile) as error:
        reason = " ".join(str(error).split())
        raise UsageError(f"the colour configuration {config.source} cannot do this conversion: {reason}") from error


def _checked(pixels: Pixels) -> Pixels:
    if pixels.ndim != 3 or pixels.shape[2] != 3 or pixels.dtype != np.float32:
        raise ValueError(f"colour is converted in float32 (H, W, 3) arrays, not {pixels.dtype}{pixels.shape}")
    return pixels


def _described(array: np.ndarray[Any, Any], depth: Any) -> ocio.PackedImageDesc:
    height, width, channels = array.shape
    item = array.itemsize
    return ocio.PackedImageDesc(array, width, height, channels, depth, item, item * channels, item * channels * width)
