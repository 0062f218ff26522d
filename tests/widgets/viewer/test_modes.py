"""What is painted where in each way to compare, grabbed from the widget."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from PySide6.QtCore import QRect

from app.engine.request import Stage
from tests.widgets.viewer.conftest import colour_at
from tests.widgets.viewer.fakes import BLUE, GREEN, GREY, RED, repair
from widgets.viewer.difference import difference
from widgets.viewer.geometry import Framing


def test_single_shows_b(stand):
    it = stand()
    assert colour_at(it.surface, 320, 200) == GREEN


def test_looks_are_followed(stand):
    it = stand()
    it.commands.trigger("viewer.b_clean")
    assert colour_at(it.surface, 320, 200) == BLUE


def test_wipe_has_a_left_and_b_right(stand):
    it = stand()
    it.desk.set_compare(mode="wipe")
    assert colour_at(it.surface, 160, 240) == RED
    assert colour_at(it.surface, 480, 240) == GREEN


@pytest.mark.parametrize(
    ("angle", "a", "b"),
    [
        (90, (320, 100), (320, 400)),
        (-90, (320, 400), (320, 100)),
        (180, (480, 300), (160, 300)),
        (45, (200, 100), (400, 400)),
    ],
)
def test_wipe_at_an_angle(stand, angle, a, b):
    it = stand()
    it.desk.set_compare(mode="wipe", angle=float(angle))
    assert colour_at(it.surface, *a) == RED
    assert colour_at(it.surface, *b) == GREEN


def test_side_by_side(stand):
    it = stand(size=(800, 300))
    it.desk.set_compare(mode="side")
    assert colour_at(it.surface, 200, 150) == RED
    assert colour_at(it.surface, 600, 150) == GREEN


def test_one_above_the_other_where_that_is_larger(stand):
    it = stand(size=(400, 900))
    it.desk.set_compare(mode="side")
    assert colour_at(it.surface, 200, 225) == RED
    assert colour_at(it.surface, 200, 675) == GREEN


def test_toggle_swaps_in_place_without_asking_again(stand):
    it = stand()
    it.desk.set_compare(mode="toggle")
    assert colour_at(it.surface, 320, 240) == RED
    it.bridge.pictures.ready = False
    it.desk.set_compare(swapped=True)
    assert colour_at(it.surface, 320, 240) == GREEN


def test_difference_with_gain(stand):
    it = stand()
    it.chooser.change(gain=2)
    it.desk.set_compare(mode="difference", b=it.desk.compare.b, a=it.desk.compare.a)
    expected = tuple(min(abs(one - other) * 2, 255) for one, other in zip(RED, GREEN, strict=True))
    assert colour_at(it.surface, 320, 240) == expected


def test_difference_of_the_same_is_black(stand):
    it = stand()
    it.desk.set_compare(mode="difference", a=it.desk.compare.b)
    assert colour_at(it.surface, 320, 240) == (0, 0, 0)


def test_difference_waits_for_one_frame(stand):
    """While A has come for the new frame and B has not, no difference of two frames is shown."""
    it = stand()
    it.bridge.pictures.paint = lambda stage, index, w, h: np.full(
        (h, w, 4), 10 * index if stage is Stage.SOURCE else 0, np.uint8
    )
    it.chooser.change(gain=1)
    it.desk.set_compare(mode="difference")
    it.desk.set_playhead(2)
    assert colour_at(it.surface, 320, 240) == (20, 20, 20)
    it.bridge.pictures.ready = False
    it.bridge.pictures.wishes.clear()
    it.desk.set_playhead(5)
    wishes = it.bridge.pictures.wishes
    it.bridge.pictures.wishes = [wish for wish in wishes if wish[0].endswith(".a")]
    it.bridge.pictures.deliver()
    assert colour_at(it.surface, 320, 240) == (20, 20, 20)
    it.bridge.pictures.wishes = [wish for wish in wishes if wish[0].endswith(".b")]
    it.bridge.pictures.deliver()
    assert colour_at(it.surface, 320, 240) == (50, 50, 50)


def test_difference_saturates_and_is_opaque():
    a, b = np.zeros((3, 4, 4), np.uint8), np.full((3, 4, 4), 40, np.uint8)
    made = difference(a, b, 8)
    assert (made == 255).all()
    assert (difference(a, b, 2)[..., :3] == 80).all()


def test_masks_in_black_white_and_grey(stand):
    it = stand()
    it.bridge.project.add(repair(1, (0, 0, 16, 48)))
    it.bridge.project.add(repair(2, (16, 0, 32, 48), probability=0.3, accepted=False))
    it.bridge.project.add(repair(3, (32, 0, 48, 48), verdict="reject", accepted=False))
    it.bridge.edit()
    it.desk.set_compare(mode="mask")
    assert colour_at(it.surface, 80, 240) == (255, 255, 255)
    assert colour_at(it.surface, 240, 240) == (128, 128, 128)
    assert colour_at(it.surface, 400, 240) == (0, 0, 0)
    assert colour_at(it.surface, 560, 240) == (0, 0, 0)


def test_surround_is_neutral(stand):
    it = stand(size=(1000, 480))
    red, green, blue = colour_at(it.surface, 30, 240)
    assert red == green == blue
    assert (red, green, blue) != GREY


def test_part_repainted_equals_whole(stand):
    """Painting only what is damaged leaves no seam, smoothed or not."""
    rng = np.random.default_rng(5)
    noise = rng.integers(0, 255, (300, 400, 4), np.uint8)
    it = stand(width=400, height=300, size=(640, 480))
    it.bridge.pictures.paint = lambda stage, index, w, h: noise
    it.surface.clearFocus()
    it.desk.set_playhead(1)
    for zoom in (0.7, 1.0, 1.9):
        it.surface.frame_as(Framing(zoom, (0.4, 0.6)))
        whole = it.surface.grab().toImage()

        part = QRect(201, 133, 57, 41)
        piece = it.surface.grab(part).toImage()
        assert piece == whole.copy(part), zoom


def test_full_frame_of_other_size_fills_the_same_place(stand):
    it = stand()
    it.desk.set_compare(mode="wipe")
    shown = it.surface.feed.shown["a"]
    it.surface.feed.shown["a"] = replace(
        shown, pixels=np.ascontiguousarray(shown.pixels[:24, :32]), width=32, height=24
    )
    it.surface.refresh()
    assert colour_at(it.surface, 20, 460) == RED


@pytest.mark.parametrize(("lines", "expected"), [("even", 10), ("odd", 200)])
def test_field_view_shows_every_other_line(stand, lines, expected):
    def striped(stage, index, w, h):
        pixels = np.full((h, w, 4), 10, np.uint8)
        pixels[1::2] = 200
        return pixels

    it = stand(frames=3)
    it.bridge.pictures.paint = striped
    it.desk.set_playhead(1)
    it.chooser.change(lines=lines)
    image = it.surface.grab().toImage()
    assert {image.pixelColor(320, y).red() for y in range(20, 460)} == {expected}


def test_pixel_aspect(stand):
    it = stand(aspect=Fraction(2), size=(640, 480))
    assert it.surface.view().target.width() == pytest.approx(640, abs=1)
    assert it.surface.view().target.height() == pytest.approx(240, abs=1)
    it.commands.trigger("viewer.aspect")
    assert it.surface.view().target.height() == pytest.approx(480, abs=1)
