"""From counts to pictures of traces, as plain arrays: made on any thread, drawn by `widgets.scopes.views`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from app.engine.scopes import (
    Counts,
    Scale,
    Signal,
    brightness,
    histogram,
    parade,
    vectorscope,
    waveform,
)
from widgets.theme.palette import BLUE, GREEN, LUMA, RED

Rgba = np.ndarray[Any, np.dtype[np.uint8]]
"""`(h, w, 4)` red, green, blue, alpha; row 0 at the bottom."""

KINDS = ("waveform", "parade", "vectorscope", "histogram")

CHANNELS = (RED, GREEN, BLUE, LUMA)
GAP = 6
"""Empty columns between the channels of a parade."""


@dataclass(frozen=True)
class Trace:
    """A scope ready to be drawn: a picture of light, or curves of heights 0 to 1 (`(4, bins)`: R, G, B, luma)."""

    kind: str
    scale: Scale
    light: Rgba | None = None
    curves: np.ndarray[Any, np.dtype[np.float64]] | None = None


def trace(kind: str, signal: Signal, *, log: bool) -> Trace:
    """Count and paint one scope of a signal."""
    return _MAKERS[kind](signal, log)


def traces(kinds: tuple[str, ...], signal: Signal, *, log: bool) -> Mapping[str, Trace]:
    """Several scopes of one signal."""
    return {kind: trace(kind, signal, log=log) for kind in kinds}


def _waveform(signal: Signal, log: bool) -> Trace:
    counts = waveform(signal.luma, signal.scale)
    return Trace("waveform", signal.scale, lit(counts, LUMA, log=log))


def _parade(signal: Signal, log: bool) -> Trace:
    painted = [lit(counts, hue, log=log) for counts, hue in zip(parade(signal), CHANNELS, strict=False)]
    gap = np.zeros((painted[0].shape[0], GAP, 4), np.uint8)
    return Trace("parade", signal.scale, np.concatenate([painted[0], gap, painted[1], gap, painted[2]], axis=1))


def _vectorscope(signal: Signal, log: bool) -> Trace:
    return Trace("vectorscope", signal.scale, lit(vectorscope(signal), LUMA, log=log))


def _histogram(signal: Signal, log: bool) -> Trace:
    counts = histogram(signal).astype(np.float64)
    heights = np.log1p(counts) if log else counts
    # The ends often hold half the picture (a black surround, clipped light): they must not flatten the rest.
    inner = heights[:, 1:-1]
    top = inner.max() if inner.size and inner.max() > 0 else heights.max()
    return Trace("histogram", signal.scale, curves=np.minimum(heights / max(top, 1e-9), 1.0))


_MAKERS: Mapping[str, Callable[[Signal, bool], Trace]] = {
    "waveform": _waveform,
    "parade": _parade,
    "vectorscope": _vectorscope,
    "histogram": _histogram,
}


def lit(counts: Counts, hue: str, *, log: bool) -> Rgba:
    """Light of one colour: the more samples, the more of it."""
    light = brightness(counts, log=log)
    painted = np.empty((*counts.shape, 4), np.uint8)
    painted[..., :3] = [int(hue[place : place + 2], 16) for place in (1, 3, 5)]
    painted[..., 3] = light
    return painted
