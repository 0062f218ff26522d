"""How well masks and restored pictures match a truth: the figures that benches and the demo print.

Pixel figures are strict: a truth pixel counts as found only if it is itself marked. A band of one pixel on both
sides of truth edges counts for nothing, but truth thinner than three pixels keeps its core.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np

Mask = np.ndarray[Any, np.dtype[np.bool_]]
Picture = np.ndarray[Any, np.dtype[Any]]

_SQUARE = np.ones((3, 3), np.uint8)


@dataclass(slots=True)
class MaskScore:
    """Counts over all frames so far. `neg` are the pixels surely outside damage."""

    tp: int = 0
    fn: int = 0
    fp: int = 0
    neg: int = 0
    marked: int = 0
    area: int = 0
    objects: int = 0
    objects_found: int = 0

    def add(self, marked: Mask, truth: Mask, spared: Mask | None = None) -> None:
        """Score one frame's mask `(H, W)` against its truth; what is `spared`, and a pixel round it, is not asked."""
        t = truth.astype(np.uint8)
        core = cv2.erode(t, _SQUARE)
        thin = (t > 0) & (cv2.dilate(cv2.morphologyEx(t, cv2.MORPH_OPEN, _SQUARE), _SQUARE) == 0)
        positive, far = (core > 0) | thin, cv2.dilate(t, _SQUARE) == 0
        if spared is not None:
            asked = cv2.dilate(spared.astype(np.uint8), _SQUARE) == 0
            positive, far, marked = positive & asked, far & asked, marked & (asked | truth)
        self.tp += int((marked & positive).sum())
        self.fn += int((~marked & positive).sum())
        self.fp += int((marked & far).sum())
        self.neg += int(far.sum())
        self.marked += int(marked.sum())
        self.area += int(truth.sum())
        count, labels = cv2.connectedComponents(t)
        sizes = np.bincount(labels.ravel(), minlength=count)[1:]
        found = np.bincount(labels[marked].ravel(), minlength=count)[1:]
        whole = sizes >= 4
        self.objects += int(whole.sum())
        self.objects_found += int((found[whole] * 2 >= sizes[whole]).sum())

    @property
    def precision(self) -> float:
        """Share of marked pixels that are damage."""
        return self.tp / max(self.tp + self.fp, 1)

    @property
    def recall(self) -> float:
        """Share of damaged pixels that are marked."""
        return self.tp / max(self.tp + self.fn, 1)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def object_recall(self) -> float:
        """Share of damaged objects of which at least half the pixels are marked."""
        return self.objects_found / max(self.objects, 1)

    @property
    def area_ratio(self) -> float:
        """Marked area over true area."""
        return self.marked / max(self.area, 1)

    @property
    def false_area(self) -> float:
        """Share of sound pixels that are marked."""
        return self.fp / max(self.neg, 1)


@dataclass(slots=True)
class PictureScore:
    """Mean squared error (peak 1) over all frames so far: in all, and inside the damage."""

    squared: float = 0.0
    samples: int = 0
    squared_inside: float = 0.0
    samples_inside: int = 0

    def add(self, picture: Picture, truth: Picture, damage: Mask) -> None:
        """Score one frame, both `(H, W, C)` in 0..1; `damage` `(H, W)`."""
        error = (picture.astype(np.float64) - truth) ** 2
        self.squared += float(error.sum())
        self.samples += error.size
        inside = error[damage]
        self.squared_inside += float(inside.sum())
        self.samples_inside += inside.size

    @property
    def psnr(self) -> float:
        """PSNR over all samples, dB."""
        return _psnr(self.squared, self.samples)

    @property
    def psnr_inside(self) -> float:
        """PSNR inside the damage, dB."""
        return _psnr(self.squared_inside, self.samples_inside)


def _psnr(squared: float, samples: int) -> float:
    return float(-10 * np.log10(max(squared / max(samples, 1), 1e-12)))


def union(masks: Iterable[Mask]) -> Mask:
    """All masks together; at least one must be given."""
    first, *others = masks
    joined = first.copy()
    for mask in others:
        joined |= mask
    return joined
