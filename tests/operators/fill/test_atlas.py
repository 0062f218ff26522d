"""Holes cut out with their surroundings, and laid back."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from operators.fill.atlas import PAD, Atlas


@settings(max_examples=25, deadline=None)
@given(height=st.integers(1, 130), width=st.integers(1, 130), holes=st.integers(1, 12), seed=st.integers(0, 999))
def test_what_is_cut_comes_back_to_its_place_and_nothing_else_changes(
    height: int, width: int, holes: int, seed: int
) -> None:
    rng = np.random.default_rng(seed)
    frame = rng.random((3, height, width)).astype(np.float32)
    mask = np.zeros((height, width), bool)
    for _ in range(holes):
        y, x = rng.integers(height), rng.integers(width)
        mask[y : y + rng.integers(1, 20), x : x + rng.integers(1, 20)] = True
    atlas = Atlas(mask)
    sheet = np.stack([atlas.cut(plane) for plane in frame], axis=2)
    back = frame.copy()
    atlas.lay_back(sheet + 1, back)
    assert np.array_equal(back, np.where(mask, frame + 1, frame))


def test_the_surroundings_of_a_hole_are_there_and_those_beyond_the_edge_are_mirrored() -> None:
    frame = np.arange(200 * 300, dtype=np.float32).reshape(200, 300)
    mask = np.zeros((200, 300), bool)
    mask[100, 150] = mask[0, 0] = True
    atlas = Atlas(mask)
    sheet = atlas.cut(frame)
    (y,), (x,) = np.nonzero(sheet == frame[100, 150])
    around = sheet[y - PAD : y + PAD + 1, x - PAD : x + PAD + 1]
    assert np.array_equal(around, frame[100 - PAD : 101 + PAD, 150 - PAD : 151 + PAD])
    assert atlas.inside[y - PAD : y + PAD + 1, x - PAD : x + PAD + 1].all()
    corner = np.argwhere((sheet == frame[0, 0]) & atlas.inside)
    assert len(corner) == 4
    assert sheet.size < 0.5 * frame.size
