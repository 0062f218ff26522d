"""The whole curve that a display applies: dark section, base curve, bright section, and the saturation beside it.

Source: T/UWA 005.1 as public implementations have it, formula (107) for the saturation. The standard's own text
was not at hand: equality with it is inferred from their agreement.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.hdr.vivid.adaptation import Adapted, Display, adapted
from app.hdr.vivid.base_curve import Array, BaseCurve
from app.hdr.vivid.errors import CurveError
from app.hdr.vivid.fields import VividMetadata
from app.hdr.vivid.sections import Bright, Dark, bright_section, dark_section

SATURATION_RANGE = (0.8, 1.0)
SATURATION_LOSS = 0.4


@dataclass(frozen=True, slots=True)
class SaturationLoss:
    """Above the display's peak `d` saturation goes from `at_peak` down by `share`, all of it lost from `r` on."""

    at_peak: float
    share: float
    exponent: float
    d: float
    r: float


@dataclass(frozen=True, slots=True)
class DisplayCurve:
    """maxRGB of the picture (PQ signal) to maxRGB on the display, and the factor for Cb and Cr."""

    metadata: VividMetadata
    display: Display
    adapted: Adapted
    dark: Dark
    bright: Bright | None

    @classmethod
    def of(cls, metadata: VividMetadata, display: Display) -> DisplayCurve:
        """The curve of one frame on one display. CurveError where the codes make no finite curve."""
        base = adapted(metadata, display)
        dark = dark_section(base, metadata.statistics, sdr=display.sdr)
        curve = cls(metadata, display, base, dark, bright_section(base, dark))
        ends = curve(np.array([0.0, 0.5, 1.0], dtype=np.float64))
        if not np.isfinite(ends).all():
            raise CurveError("the metadata make a curve that is not finite everywhere")
        return curve

    @property
    def base(self) -> BaseCurve:
        """The base curve, as the dark section has left it."""
        return self.dark.curve

    def __call__(self, signal: NDArray[np.floating[Any]]) -> Array:
        """PQ signals 0..1 (any shape) to PQ signals. Not held to the display's peak: that is the display's doing."""
        x: Array = np.asarray(signal, dtype=np.float64)
        y = self.base(x)
        if self.bright is not None:
            y = self._with_bright(x, y, self.bright)
        low, _, high = self.dark.cubics.x
        inside = (x > low) & (x <= high)
        y[inside] = self.dark.cubics(x[inside])
        line = x <= low
        y[line] = self.dark.slope * x[line] + self.dark.offset
        return y

    def saturation(self, signal: NDArray[np.floating[Any]]) -> Array:
        """The factor for Cb and Cr at PQ signals 0..1 (any shape); at 0 there is no colour, and it is 1."""
        x: Array = np.asarray(signal, dtype=np.float64)
        if self.metadata.saturation is None:
            return np.ones_like(x)
        follows = self.following_saturation(x)
        loss = self.saturation_loss
        if loss is None:
            return follows
        span = loss.r - loss.d
        way = np.clip((x - loss.d) / span, 0.0, 1.0) ** loss.exponent if span > 0 else np.ones_like(x)
        return np.where(x < loss.d, follows, np.maximum(0.0, loss.at_peak - loss.share * way))

    def following_saturation(self, x: Array) -> Array:
        """The part that falls where the curve darkens: (y/x)^C0, held to 0.8..1."""
        ratio = np.divide(self(x), x, out=np.ones_like(x), where=x > 0)
        powered: Array = np.clip(np.maximum(ratio, 0.0) ** self.metadata.c0, *SATURATION_RANGE)
        return powered

    @property
    def saturation_loss(self) -> SaturationLoss | None:
        """The part that falls above the display's peak; None where the metadata ask for none."""
        if self.metadata.saturation is None or self.metadata.c1 == 0:
            return None
        d = self.adapted.peak.d
        at_peak = float(self.following_saturation(np.array([d], dtype=np.float64))[0])
        share = SATURATION_LOSS * self.metadata.c1
        return SaturationLoss(at_peak, share, self.metadata.c2, d, max(self.display.mastering, d))

    def _with_bright(self, x: Array, y: Array, bright: Bright) -> Array:
        low, _, high = bright.cubics.x
        inside = (x > low) & (x <= high)
        y[inside] = bright.cubics(x[inside])
        if bright.mode != 3:
            above = x > high
            y[above] = bright.cubics.y[2] + bright.cubics.s3 * (x[above] - high)
        return y
