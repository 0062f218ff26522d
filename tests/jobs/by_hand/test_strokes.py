"""What a stroke covers, against the definition."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.jobs.strokes import Dab, SoftMask, Stroke

coordinate = st.floats(-20.0, 60.0)


def on_frame(soft: SoftMask | None, width: int, height: int) -> np.ndarray:
    canvas = np.zeros((height, width), np.float32)
    if soft is not None:
        x0, y0, x1, y1 = soft.box
        canvas[y0:y1, x0:x1] = soft.alpha
    return canvas


@given(coordinate, coordinate, coordinate, coordinate, st.floats(1.0, 9.0), st.floats(1.0, 9.0))
def test_a_hard_stroke_covers_the_pixels_whose_centres_it_passes(
    ax: float, ay: float, bx: float, by: float, ar: float, br: float
) -> None:
    drawn = on_frame(Stroke((Dab(ax, ay, ar), Dab(bx, by, br))).drawn(40, 30), 40, 30)
    y, x = np.mgrid[0:30, 0:40] + 0.5
    length = (bx - ax) ** 2 + (by - ay) ** 2
    share = np.clip(((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length, 0, 1) if length else np.zeros_like(x)
    inside = ar + share * (br - ar) - np.hypot(x - ax - share * (bx - ax), y - ay - share * (by - ay))
    inside = np.maximum(inside, np.maximum(ar - np.hypot(x - ax, y - ay), br - np.hypot(x - bx, y - by)))
    # A point that adds nothing to its neighbour is left out, which moves the rim by a small part of the radius.
    slack = 0.1 * max(ar, br) + 0.3
    assert (drawn[inside > slack] == 1.0).all() and (drawn[inside < -slack] == 0.0).all()


@pytest.mark.parametrize("size", [0.1, 1.0, 1.4])
def test_the_smallest_brush_marks_a_pixel_wherever_it_comes_down(size: float) -> None:
    for x in np.linspace(5, 6, 11):
        drawn = on_frame(Stroke((Dab(float(x), 5.99, size / 2),)).drawn(20, 20), 20, 20)
        assert 1 <= (drawn > 0).sum() <= 4 and drawn[5, min(int(x), 5)] > 0


def test_a_soft_stroke_falls_from_its_core_to_its_rim() -> None:
    soft = Stroke((Dab(20.5, 20.5, 10.0),), hardness=0.5).drawn(41, 41)
    assert soft is not None
    line = on_frame(soft, 41, 41)[20, 20:]
    assert (line[:5] == 1.0).all() and (np.diff(line) <= 0).all() and 0.2 < line[8] < 0.5 and (line[10:] == 0).all()
    assert soft.core.sum() < soft.mask.sum()


def test_many_points_draw_what_a_line_draws() -> None:
    points = tuple(Dab(5 + i * 0.1, 10.0, 4.0) for i in range(200))
    a, b = (Stroke(dabs).drawn(60, 20) for dabs in (points, (points[0], points[-1])))
    assert a is not None and b is not None and a.box == b.box
    assert np.abs(a.alpha - b.alpha).max() < 1e-3


def test_outside_the_frame_is_nothing() -> None:
    assert Stroke((Dab(-30.0, 5.0, 6.0), Dab(-10.0, 5.0, 6.0))).drawn(40, 30) is None
    assert Stroke(()).drawn(40, 30) is None
