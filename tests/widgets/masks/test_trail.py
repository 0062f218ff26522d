"""What is seen of a stroke is what it marks."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from widgets.masks.trail import Trail


def seen(trail: Trail) -> np.ndarray:
    image = QImage(80, 60, QImage.Format.Format_Grayscale8)
    image.fill(0)
    painter = QPainter(image)
    painter.fillPath(trail.path, QColor("white"))
    painter.end()
    return np.frombuffer(image.constBits(), np.uint8).reshape(60, image.bytesPerLine())[:, :80] > 0


def test_the_path_covers_what_the_mask_covers(qapp) -> None:
    rng = np.random.default_rng(3)
    for _ in range(20):
        trail = Trail(hardness=1.0)
        for x, y, radius in rng.uniform((5, 5, 2), (75, 55, 9), (6, 3)):
            trail.add(QPointF(x, y), radius)
        soft = trail.finished().drawn(80, 60)
        assert soft is not None
        mask = np.zeros((60, 80), bool)
        x0, y0, x1, y1 = soft.box
        mask[y0:y1, x0:x1] = soft.core
        # The two draw a rim differently where the pressure changes fast; holes would show here.
        assert (seen(trail) ^ mask).sum() < 0.06 * mask.sum()


def test_a_hand_that_rests_adds_nothing(qapp) -> None:
    trail = Trail(hardness=1.0)
    assert not trail.add(QPointF(10, 10), 5).isEmpty()
    assert trail.add(QPointF(10.1, 10.1), 5).isEmpty()
    assert len(trail.finished().dabs) == 1
