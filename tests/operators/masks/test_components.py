from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import ndimage

from operators.masks import components


def painted(found: tuple, shape: tuple[int, int]) -> np.ndarray:
    canvas = np.zeros(shape, bool)
    for component in found:
        component.paint(canvas)
    return canvas


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 24), st.integers(1, 24), st.integers(0, 2**32 - 1), st.floats(0.05, 0.95))
def test_pieces_are_disjoint_and_together_the_map_at_the_threshold(h: int, w: int, seed: int, base: float) -> None:
    probability = np.random.default_rng(seed).random((h, w), np.float32)
    found = components(probability, base)
    marked = probability >= np.float32(base)
    assert np.array_equal(painted(found, (h, w)), marked)
    assert sum(piece.area for piece in found) == int(marked.sum())
    assert len(found) == ndimage.label(marked, np.ones((3, 3)))[1]


def test_a_piece_carries_its_place_and_its_highest_value() -> None:
    probability = np.zeros((9, 11), np.float32)
    probability[2:4, 5:8] = 0.4
    probability[3, 6] = 0.9
    (piece,) = components(probability, 0.25)
    assert (piece.x0, piece.y0, piece.area) == (5, 2, 6)
    assert piece.probability == np.float32(0.9)


def test_the_threshold_chooses_pieces_and_never_changes_them() -> None:
    probability = np.zeros((8, 16), np.float32)
    probability[1:6, 1:6] = 0.3
    probability[2, 2] = 0.95
    probability[2:4, 10:14] = 0.4
    shapes = [piece for piece in components(probability, 0.25) if piece.probability >= 0.5]
    assert [piece.area for piece in shapes] == [25]


def test_nothing_marked_gives_nothing() -> None:
    assert components(np.zeros((4, 4), np.float32), 0.25) == ()
