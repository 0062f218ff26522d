"""Masks: their outlines, states, and how they are read."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst
from PySide6.QtCore import QPointF

from app.media.reel import FrameId
from tests.widgets.viewer.fakes import SNAPSHOTS, FakeBridge, repair
from widgets.viewer.marks import BIG, Mark, Marked, State, _traced, outline_of, read_marks, state_of

masks = npst.arrays(bool, npst.array_shapes(min_dims=2, max_dims=2, min_side=1, max_side=9))


@settings(deadline=None)
@given(masks, st.integers(0, 50), st.integers(0, 50))
def test_outline_encloses_exactly_the_pixels(mask, x0, y0):
    path = outline_of(mask, x0, y0)
    for row in range(-1, mask.shape[0] + 1):
        for column in range(-1, mask.shape[1] + 1):
            inside = 0 <= row < mask.shape[0] and 0 <= column < mask.shape[1] and bool(mask[row, column])
            for offset in (0.05, 0.5, 0.95):
                assert path.contains(QPointF(x0 + column + offset, y0 + row + 0.5)) == inside


def test_masks_of_very_many_corners_have_no_outline():
    chequered = np.indices((120, 120)).sum(axis=0) % 2 == 0
    assert outline_of(chequered, 0, 0).elementCount() == 0
    assert chequered.sum() * 4 > BIG
    assert Mark(repair(1, (0, 0, 120, 120)), chequered, outline_of(chequered, 0, 0)).is_big


@pytest.mark.parametrize(
    ("verdict", "probability", "state"),
    [
        ("", 0.6, State.ACCEPTED),
        ("", 0.4, State.PROPOSED),
        ("accept", 0.1, State.ACCEPTED),
        ("reject", 0.9, State.REJECTED),
    ],
)
def test_state_at_a_threshold(verdict, probability, state):
    assert state_of(repair(1, (0, 0, 2, 2), verdict=verdict, probability=probability), 0.5) is state


def test_thresholds_tried_out_move_only_their_own():
    parts = [repair(1, (0, 0, 2, 2), probability=0.6), repair(2, (4, 0, 6, 2), probability=0.6, defect="hair")]
    marks = tuple(Mark(part, np.ones((2, 2), bool), outline_of(np.ones((2, 2), bool), part.x0, 0)) for part in parts)
    assert Marked.at(FrameId("reel", 0), marks, {}).states == (State.ACCEPTED, State.ACCEPTED)
    assert Marked.at(FrameId("reel", 0), marks, {("pass", "hair"): 0.7}).states == (State.ACCEPTED, State.PROPOSED)


def test_masks_come_from_baked_patches_and_else_are_boxes(qapp):
    bridge = FakeBridge()
    mask = np.array([[1, 0], [1, 1]], bool)
    bridge.project.add(repair(1, (5, 6, 7, 8)), mask)
    bridge.project.add(repair(2, (10, 6, 13, 8)))
    baked, boxed = read_marks(bridge.project, SNAPSHOTS[0], FrameId("reel", 0))
    assert (baked.mask == mask).all()
    assert boxed.mask.all()
    assert boxed.mask.shape == (2, 3)
    assert baked.covers(5, 6)
    assert not baked.covers(6, 6)
    assert not baked.covers(4, 6)


def test_a_whole_box_has_the_outline_that_its_pixels_have():
    for height, width in ((1, 1), (7, 9), (40, 3)):
        mask = np.ones((height, width), bool)
        quick, traced = outline_of(mask, 5, 11), _traced(mask, 5, 11)
        assert quick == traced and quick.fillRule() == traced.fillRule()
        assert outline_of(mask, 5, 11) == quick  # what is kept is not moved by what is made of it
