"""The demo's picture: the frame on which the pass mended most and best, before, marked and after, with captions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np

from app.document.patches import Patch
from app.engine.display import ByteImage
from operators.contract import MaskArray

WELL = 0.5
"""A repair is well mended where it brought the error against the undamaged film down to this part and less."""
STRIP, GAP = 28, 8
"""Pixels: height of a caption, and between pictures."""
BACK, INK, MARK = (24, 24, 24), (224, 224, 224), (255, 64, 32)
CLOSE_UP = 3
"""How many times larger the close-up shows its part of the frame."""

Box = tuple[int, int, int, int]
Picture = np.ndarray[Any, np.dtype[Any]]


@dataclass(slots=True)
class Pick:
    """The best frame seen so far, and the part (x0, y0, x1, y1) of it in which most was mended well."""

    index: int = 0
    points: float = -np.inf
    box: Box = (0, 0, 0, 0)

    def see(self, index: int, before: Picture, after: Picture, base: Picture, patches: Iterable[Patch]) -> None:
        """Look at a frame: pictures `(H, W, 3)`, `base` undamaged, and the patches of its accepted repairs.

        A repair counts by the visible damage it took away: the sum over its mask of the error against `base`. One
        that left more than `WELL` of it counts against the frame.
        """
        was, left = (np.abs(picture - base).mean(axis=2) for picture in (before, after))
        gained = np.zeros(was.shape)
        for patch in patches:
            height, width = patch.mask.shape
            there = np.s_[patch.y0 : patch.y0 + height, patch.x0 : patch.x0 + width]
            well = left[there][patch.mask].sum() <= WELL * was[there][patch.mask].sum()
            gained[there] += np.where(patch.mask, was[there] - left[there] if well else -left[there], 0)
        if gained.sum() > self.points and (gained > 0).any():
            self.index, self.points, self.box = index, float(gained.sum()), _best(gained)


def _best(gained: Picture) -> Box:
    """The part of a frame, a `CLOSE_UP`th of its height and width, in which most was gained."""
    height, width = (max(side // CLOSE_UP, 1) for side in gained.shape)
    sums = cv2.integral(gained)
    inside = sums[height:, width:] - sums[:-height, width:] - sums[height:, :-width] + sums[:-height, :-width]
    y, x = np.unravel_index(int(np.argmax(_centred(inside))), inside.shape)
    return int(x), int(y), int(x) + width, int(y) + height


def _centred(sums: Picture) -> Picture:
    """Of places with the same sum the one in the middle of them, so that what was mended is not at the edge."""
    best = (sums >= sums.max() * (1 - 1e-6)).astype(np.uint8)
    return np.asarray(
        cv2.distanceTransform(cv2.copyMakeBorder(best, 1, 1, 1, 1, cv2.BORDER_CONSTANT), cv2.DIST_L1, 3)
    )[1:-1, 1:-1]


def before_after(before: ByteImage, after: ByteImage, mask: MaskArray, box: Box, texts: Sequence[str]) -> ByteImage:
    """Two rows of three: the whole frame, and what was mended best in close-up; each column before, marked, after.

    Args:
        before, after: The frame `(H, W, 3)`.
        mask: What was mended, `(H, W)`.
        box: What the close-ups show (x0, y0, x1, y1).
        texts: The captions of the three columns, written above the pictures, never into them.
    """
    columns = (before, outlined(before, mask), after)
    rows = [np.concatenate([_strip(text, before.shape[1]) for text in texts], axis=1)]
    rows.append(_side_by_side(columns))
    height, width = before.shape[:2]
    said = f"In close-up: x {box[0]}-{box[2] - 1}, y {box[1]}-{box[3] - 1}"
    rows.append(np.concatenate([_strip(said, width)] + [_strip("", width)] * 2, axis=1))
    y, x = np.s_[box[1] : box[3]], np.s_[box[0] : box[2]]
    enlarged: list[ByteImage] = [
        np.asarray(cv2.resize(one[y, x], (width, height), interpolation=cv2.INTER_NEAREST), np.uint8)
        for one in columns
    ]
    rows.append(_side_by_side(enlarged))
    wide = max(row.shape[1] for row in rows)
    return np.concatenate([_padded(row, wide) for row in rows], axis=0)


def outlined(picture: ByteImage, mask: MaskArray) -> ByteImage:
    """A picture with the masks outlined, one pixel off them."""
    grown = cv2.dilate(mask.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
    edge = grown & ~(cv2.dilate(mask.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0)
    shown = picture.copy()
    shown[edge] = MARK
    return shown


def _side_by_side(pictures: Sequence[ByteImage]) -> ByteImage:
    gap = np.full((pictures[0].shape[0], GAP, 3), BACK, np.uint8)
    parts = [part for picture in pictures for part in (picture, gap)]
    return np.concatenate(parts[:-1], axis=1)


def _strip(text: str, width: int) -> ByteImage:
    """A caption; a text that does not fit is written smaller."""
    strip = np.full((STRIP, width + GAP, 3), BACK, np.uint8)
    size = 0.5
    (wide, _), _ = cv2.getTextSize(text, cv2.FONT_HERSHEY_SIMPLEX, size, 1)
    size *= min(1.0, (width - GAP) / max(wide, 1))
    cv2.putText(strip, text, (GAP, STRIP - 9), cv2.FONT_HERSHEY_SIMPLEX, size, INK, 1, cv2.LINE_AA)
    return strip


def _padded(row: ByteImage, width: int) -> ByteImage:
    return np.concatenate([row, np.full((row.shape[0], width - row.shape[1], 3), BACK, np.uint8)], axis=1)
