"""What a hand drew: a stroke as points, and as a mask with soft edges over a region of the frame."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor

import numpy as np

from operators.contract import FloatArray, MaskArray

SMALLEST_RADIUS = 0.71
"""Half the diagonal of a pixel: wherever in a pixel the pen comes down, it marks at least that one."""

FAINTEST = 1 / 32
"""Where a stroke covers less, it does not count."""

_SPACING = 0.08
"""Points closer together than this share of the radius draw the same."""


@dataclass(frozen=True, slots=True)
class Dab:
    """Where the pen was, in picture coordinates of the full frame (pixel centres at half-integers)."""

    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True, eq=False)
class SoftMask:
    """How much each pixel of a region is covered: `alpha` `(h, w)` 0..1, with its corner at (x0, y0) of the frame."""

    x0: int
    y0: int
    alpha: FloatArray

    @property
    def box(self) -> tuple[int, int, int, int]:
        """x0, y0, x1, y1; the ends exclusive."""
        height, width = self.alpha.shape
        return self.x0, self.y0, self.x0 + width, self.y0 + height

    @property
    def mask(self) -> MaskArray:
        """The pixels that are marked at all."""
        marked: MaskArray = self.alpha >= FAINTEST
        return marked

    @property
    def core(self) -> MaskArray:
        """The pixels that are covered by half or more: what an eraser takes."""
        covered: MaskArray = self.alpha >= 0.5
        return covered


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line drawn with a round brush. `hardness` is the share of the radius that covers wholly, 0 to 1."""

    dabs: tuple[Dab, ...]
    hardness: float = 1.0

    def drawn(self, width: int, height: int) -> SoftMask | None:
        """The stroke on a frame of this size; None where it marks nothing of it."""
        dabs = _thinned(self.dabs)
        if not dabs:
            return None
        box = _box(dabs, width, height)
        if box is None:
            return None
        x0, y0, x1, y1 = box
        alpha = np.zeros((y1 - y0, x1 - x0), np.float32)
        for a, b in zip(dabs, (*dabs[1:], dabs[-1]), strict=True):
            part = _box((a, b), width, height)
            if part is not None:
                left, top, right, bottom = part
                seen = alpha[top - y0 : bottom - y0, left - x0 : right - x0]
                np.maximum(seen, _capsule(a, b, part, self.hardness), out=seen)
        return trimmed(SoftMask(x0, y0, alpha))


def _thinned(dabs: tuple[Dab, ...]) -> tuple[Dab, ...]:
    """The same line with fewer points; first and last stay."""
    kept: list[Dab] = []
    for dab in dabs:
        dab = Dab(dab.x, dab.y, max(dab.radius, SMALLEST_RADIUS))
        if kept:
            before, step = kept[-1], max(_SPACING * dab.radius, 0.25)
            near = (dab.x - before.x) ** 2 + (dab.y - before.y) ** 2 < step * step
            if near and abs(dab.radius - before.radius) < step:
                continue
        kept.append(dab)
    if dabs and (kept[-1].x, kept[-1].y) != (dabs[-1].x, dabs[-1].y):
        kept.append(Dab(dabs[-1].x, dabs[-1].y, max(dabs[-1].radius, SMALLEST_RADIUS)))
    return tuple(kept)


def _box(dabs: tuple[Dab, ...], width: int, height: int) -> tuple[int, int, int, int] | None:
    """The pixels of the frame that dabs can touch; None where there are none."""
    x0 = max(floor(min(dab.x - dab.radius for dab in dabs)), 0)
    y0 = max(floor(min(dab.y - dab.radius for dab in dabs)), 0)
    x1 = min(ceil(max(dab.x + dab.radius for dab in dabs)), width)
    y1 = min(ceil(max(dab.y + dab.radius for dab in dabs)), height)
    return (x0, y0, x1, y1) if x0 < x1 and y0 < y1 else None


def _capsule(a: Dab, b: Dab, box: tuple[int, int, int, int], hardness: float) -> FloatArray:
    """How much the line from `a` to `b` covers each pixel of a box."""
    x0, y0, x1, y1 = box
    x = np.arange(x0, x1, dtype=np.float32)[None, :] + np.float32(0.5 - a.x)
    y = np.arange(y0, y1, dtype=np.float32)[:, None] + np.float32(0.5 - a.y)
    along_x, along_y = b.x - a.x, b.y - a.y
    length = along_x * along_x + along_y * along_y
    share = np.clip((x * along_x + y * along_y) / length, 0.0, 1.0) if length > 1e-6 else np.zeros_like(x * y)
    radius = a.radius + share * (b.radius - a.radius)
    inside = radius - np.hypot(x - share * along_x, y - share * along_y)
    if a.radius != b.radius:
        # Where the pen lifts quickly, one end may reach beyond the other.
        inside = np.maximum(inside, a.radius - np.hypot(x, y))
        inside = np.maximum(inside, b.radius - np.hypot(x - along_x, y - along_y))
    rim = np.maximum(radius * (1.0 - hardness), 1e-3)
    covered = np.clip(inside / rim, 0.0, 1.0)
    soft: FloatArray = (covered * covered * (3.0 - 2.0 * covered)).astype(np.float32)
    return soft


def trimmed(found: SoftMask) -> SoftMask | None:
    """Without the rows and columns round it that mark nothing."""
    marked = found.mask
    rows, columns = np.flatnonzero(marked.any(axis=1)), np.flatnonzero(marked.any(axis=0))
    if rows.size == 0:
        return None
    top, left = int(rows[0]), int(columns[0])
    alpha = found.alpha[top : int(rows[-1]) + 1, left : int(columns[-1]) + 1]
    return SoftMask(found.x0 + left, found.y0 + top, np.where(alpha >= FAINTEST, alpha, np.float32(0.0)))
