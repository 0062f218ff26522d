"""What is marked: which pixels lie inside an outline, how its edge fades, and where it lands on a moved picture."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.document.commands import SetStack
from app.document.model import StackEntry
from app.engine.request import Stage
from app.jobs.landing import landed, points_on_scan
from app.jobs.shapes import Drawn, Outline, line
from app.jobs.strokes import SoftMask
from app.session import Session
from tests.jobs.fixes.film import dab, frame_of


def whole(shape, width: int = 40, height: int = 30) -> np.ndarray:
    canvas = np.zeros((height, width), np.float32)
    soft = shape.drawn(width, height)
    if soft is not None:
        x0, y0, x1, y1 = soft.box
        canvas[y0:y1, x0:x1] = soft.alpha
    return canvas


@given(st.integers(0, 39), st.integers(0, 29), st.integers(1, 40), st.integers(1, 30))
def test_a_rectangle_on_pixel_edges_marks_those_pixels_and_no_others(x: int, y: int, wide: int, high: int) -> None:
    expected = np.zeros((30, 40), np.float32)
    expected[y : y + high, x : x + wide] = 1
    assert np.array_equal(whole(Outline.rectangle((x + wide, y), (x, y + high))), expected)


def test_a_triangle_marks_half_of_its_box() -> None:
    found = whole(Outline(((0, 0), (30, 0), (0, 30))))
    assert abs(found.sum() - 450) < 20 and found[0, 0] == 1 and found[29, 29] == 0


def test_feather_fades_inwards_but_not_at_the_frames_edge() -> None:
    soft = whole(Outline.rectangle((0, 0), (20, 30), feather=6))
    assert soft[15, 0] == 1 and soft[15, 10] == 1
    assert (np.diff(soft[15, 12:20]) < 0).any() and 0 < soft[15, 18] < 0.5


@pytest.mark.parametrize("shape", [Outline(((1, 1), (2, 2))), Outline.rectangle((-9, -9), (-2, -2)), Outline(())])
def test_nothing_is_marked_where_there_is_nothing(shape) -> None:
    assert shape.drawn(40, 30) is None


def test_a_mask_that_reaches_beyond_the_frame_is_cut() -> None:
    found = Drawn(SoftMask(-2, 27, np.ones((6, 5), np.float32))).drawn(40, 30)
    assert found is not None and found.box == (0, 27, 3, 30)


def test_a_line_is_as_wide_as_it_is_said() -> None:
    assert set(whole(line((10, -5), (10, 40), 3)).sum(axis=1)) <= {2.0, 3.0, 4.0}


def test_a_shape_drawn_on_a_moved_picture_lands_on_the_film(session: Session, slide: None) -> None:
    frame = frame_of(session)
    drawn = dab(100, 90, 5)
    assert landed(session.engine, frame, Stage.CLEAN, drawn) is drawn, "nothing moves pixels yet"
    shots = tuple(shot.id for shot in session.snapshot.shots)
    session.project.dispatch(SetStack(shots, "clean", (StackEntry("slide", 1, {"x": 20.0, "y": -7.0}),))).wait()
    moved = landed(session.engine, frame, Stage.CLEAN, drawn)
    (one,) = moved.dabs  # type: ignore[attr-defined]
    assert (one.x, one.y, one.radius) == (80.0, 97.0, pytest.approx(5.0))
    assert landed(session.engine, frame, Stage.REPAIR, drawn) is drawn, "at the repair stage nothing has moved"
    outline = landed(session.engine, frame, Stage.GRADE, Outline.rectangle((50, 50), (60, 60)))
    assert outline.points[0] == (30.0, 57.0)  # type: ignore[attr-defined]
    assert points_on_scan(session.engine, frame, Stage.CLEAN, [(20.0, 0.0)]) == [(0.0, 7.0)]
