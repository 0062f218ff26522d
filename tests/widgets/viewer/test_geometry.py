"""Where a picture lies: properties that hold at any zoom, pan, aspect and screen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, QSizeF

from widgets.viewer.geometry import (
    MAX_ZOOM,
    MIN_ZOOM,
    Framing,
    centred,
    fit_zoom,
    geometry,
    panned,
    scale_for,
    stepped,
    zoomed_at,
)

sizes = st.integers(1, 8192)
zooms = st.floats(MIN_ZOOM, MAX_ZOOM)
shares = st.floats(0, 1)


@st.composite
def views(draw):
    area = QRectF(draw(st.integers(0, 500)), draw(st.integers(0, 500)), draw(sizes), draw(sizes))
    framing = Framing(draw(st.none() | zooms), (draw(shares), draw(shares)))
    aspect, ratio = draw(st.sampled_from([1.0, 0.5, 2.0, 1.0925])), draw(st.sampled_from([1.0, 1.25, 2.0]))
    return geometry("b", draw(sizes), draw(sizes), area, framing, aspect=aspect, ratio=ratio)


points = st.builds(QPointF, st.floats(-1e4, 1e4), st.floats(-1e4, 1e4))


def near(one: QPointF, other: QPointF, tolerance: float) -> bool:
    away = one - other
    return abs(away.x()) <= tolerance and abs(away.y()) <= tolerance


@given(views(), points)
def test_there_and_back(view, point):
    assert near(view.to_widget(view.to_picture(point)), point, 1e-6 * (1 + view.width * view.zoom))


@given(views(), points)
def test_transform_is_to_widget(view, point):
    assert near(view.transform().map(point), view.to_widget(point), 1e-6 * (1 + abs(point.x()) * view.zoom))


@given(views(), points)
def test_pixel_at_is_inside_picture_and_pane(view, point):
    pixel = view.pixel_at(point)
    if pixel is not None:
        assert 0 <= pixel[0] < view.width
        assert 0 <= pixel[1] < view.height
        assert view.area.contains(point)


@given(views(), zooms, shares, shares)
def test_zoom_keeps_the_point_under_the_pointer(view, zoom, x, y):
    """To within the device pixel that the origin is rounded to, and where the picture is not held back."""
    anchor = QPointF(view.area.left() + x * view.area.width(), view.area.top() + y * view.area.height())
    framing = zoomed_at(view, zoom, anchor)
    after = geometry("b", view.width, view.height, view.area, framing, aspect=view.aspect, ratio=view.ratio)
    assert after.zoom == pytest.approx(zoom)
    if 0 < framing.centre[0] < 1 and 0 < framing.centre[1] < 1:
        assert near(after.to_widget(view.to_picture(anchor)), anchor, 1.0)


@given(views(), st.floats(-3e4, 3e4), st.floats(-3e4, 3e4))
def test_pan_never_loses_the_picture(view, x, y):
    framing = panned(view, QPointF(x, y))
    after = geometry("b", view.width, view.height, view.area, framing, aspect=view.aspect, ratio=view.ratio)
    assert after.target.adjusted(-1, -1, 1, 1).contains(view.area.center())


@given(views())
def test_visible_lies_in_picture_and_pane(view):
    seen = view.visible
    assert view.frame.adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(seen) or seen.isEmpty()
    if not seen.isEmpty():
        assert view.area.adjusted(-0.01, -0.01, 0.01, 0.01).contains(view.rect_to_widget(seen))


@given(sizes, sizes, sizes, sizes, st.sampled_from([1.0, 2.0, 1.0925]), st.sampled_from([1.0, 2.0]))
def test_fit_fits(width, height, across, down, aspect, ratio):
    zoom = fit_zoom(width, height, QSizeF(across, down), aspect, ratio)
    if MIN_ZOOM < zoom < MAX_ZOOM:
        assert width * aspect * zoom <= across * ratio * (1 + 1e-9)
        assert height * zoom <= down * ratio * (1 + 1e-9)
        assert width * aspect * zoom >= across * ratio * (1 - 1e-9) or height * zoom >= down * ratio * (1 - 1e-9)


@given(zooms, st.sampled_from([1.0, 2.0, 0.5]))
def test_reduction_leaves_a_pixel_for_every_pixel_of_the_screen(zoom, aspect):
    scale = scale_for(zoom, aspect)
    assert scale == 1 or zoom * max(aspect, 1.0) * scale <= 1.0
    assert scale == 8 or zoom * max(aspect, 1.0) * scale * 2 > 1.0


def test_hundred_per_cent_is_one_device_pixel():
    view = geometry("b", 100, 100, QRectF(0, 0, 500, 500), Framing(1.0), ratio=2.0)
    assert view.target.width() * view.ratio == 100


def test_origin_lies_on_a_device_pixel():
    view = geometry("b", 101, 33, QRectF(0, 0, 500, 333), Framing(3.3, (0.31, 0.77)), ratio=2.0)
    for value in view.origin:
        assert value * view.ratio == pytest.approx(round(value * view.ratio))


def test_steps_of_zoom_pass_through_powers_of_two():
    assert stepped(1.0, 2) == pytest.approx(2.0)
    assert stepped(1.0, -2) == pytest.approx(0.5)
    assert stepped(0.47, 1) == pytest.approx(0.5)
    assert stepped(0.47, -1) == pytest.approx(0.3535533)
    assert stepped(MAX_ZOOM, 5) == MAX_ZOOM


def test_centred():
    view = geometry("b", 200, 100, QRectF(0, 0, 500, 500), Framing(4.0))
    after = geometry("b", 200, 100, view.area, centred(view, QPointF(20, 30)))
    assert near(after.to_widget(QPointF(20, 30)), view.area.center(), 1.0)


def test_pixel_aspect_widens():
    view = geometry("b", 100, 100, QRectF(0, 0, 500, 500), Framing(2.0), aspect=2.0)
    assert (view.target.width(), view.target.height()) == (400, 200)
