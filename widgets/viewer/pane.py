"""Painting a picture from its memory: no copy is made, and only what is seen is scaled."""

from __future__ import annotations

from math import ceil, floor
from typing import Any

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from app.engine.look import Shown
from widgets.viewer.geometry import ViewGeometry

Bytes = np.ndarray[Any, np.dtype[np.uint8]]

SPARE = 2
"""Pixels painted beyond what is seen, so that smoothing meets the same neighbours there as elsewhere."""


def image_over(pixels: Bytes, lines: str = "frame") -> QImage:
    """A QImage over the memory of `(h, w, 4)` BGRX or `(h, w)` grey pixels, which must outlive it.

    `lines` "even" or "odd" takes only lines 0, 2, ... or 1, 3, ...: the memory is then stepped over by twos.
    """
    height, width = pixels.shape[:2]
    grey = pixels.ndim == 2
    kind = QImage.Format.Format_Grayscale8 if grey else QImage.Format.Format_RGB32
    if lines == "frame" or height < 2:
        return QImage(pixels.data, width, height, pixels.strides[0], kind)
    first = 1 if lines == "odd" else 0
    rows = pixels[first::2]
    memory = pixels.reshape(-1).data[first * pixels.strides[0] :]
    return QImage(memory, width, len(rows), pixels.strides[0] * 2, kind)


def paint_pixels(painter: QPainter, pixels: Bytes, view: ViewGeometry, lines: str = "frame") -> None:
    """Paint pixels that stand for the whole frame of `view`, at whatever reduction; only what is seen is scaled.

    Nearest neighbour from 100 % on, so that what is judged are pixels; bilinear below.
    """
    image = image_over(pixels, lines)
    seen = view.visible
    if image.isNull() or not seen.intersects(view.rect_to_picture(painter.clipBoundingRect())):
        return
    # What is seen, not what is damaged: Qt rounds by the rectangle's corner, and parts must meet.
    across, down = view.width / image.width(), view.height / image.height()
    left, top = max(floor(seen.left() / across) - SPARE, 0), max(floor(seen.top() / down) - SPARE, 0)
    right = min(ceil(seen.right() / across) + SPARE, image.width())
    bottom = min(ceil(seen.bottom() / down) + SPARE, image.height())
    source = QRectF(left, top, right - left, bottom - top)
    corners = QPointF(left * across, top * down), QPointF(right * across, bottom * down)
    target = QRectF(view.to_widget(corners[0]), view.to_widget(corners[1]))
    # Reduced pictures are stand-ins: smoothing them hides no pixel of the film.
    enlarged = view.zoom >= 1.0 and across <= 1.0
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not enlarged)
    painter.drawImage(target, image, source)


def paint_picture(painter: QPainter, shown: Shown, view: ViewGeometry, lines: str = "frame") -> None:
    """Paint a picture where `view` says. Even or odd lines need the full picture."""
    paint_pixels(painter, shown.pixels, view, lines if shown.scale == 1 else "frame")
