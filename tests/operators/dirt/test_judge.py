"""Candidates judged as wholes: one value a piece, and each fact counts the way it should."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from operators.dirt.judge import judged
from operators.dirt.kernels import Comparison
from operators.motion import Neighbour

SIZE = (96, 96)
SPOT = np.s_[40:48, 40:48]


def textured(seed: int, grain: float = 0.01) -> np.ndarray:
    field = cv2.GaussianBlur(np.random.default_rng(3).normal(0, 1, SIZE).astype(np.float32), (0, 0), 12)
    noise = np.random.default_rng(seed).normal(0, grain, SIZE).astype(np.float32)
    return (0.5 + 0.5 * field + noise).astype(np.float32)


def neighbour(picture: np.ndarray) -> Neighbour:
    return Neighbour(picture, np.zeros(SIZE, np.float32), np.zeros((*SIZE, 2), np.float32))


@pytest.fixture
def scene() -> tuple[np.ndarray, list[np.ndarray], np.ndarray]:
    """A frame with a dark spot, its two neighbours without, and the suspicion of it."""
    centre = textured(0)
    centre[SPOT] -= 0.2
    suspects = np.zeros(SIZE, bool)
    suspects[SPOT] = True
    return centre, [textured(1), textured(2)], suspects


def at_spot(centre: np.ndarray, others: list[np.ndarray], suspects: np.ndarray, sensitivity: float = 1.0) -> float:
    return float(
        judged(Comparison(centre, [neighbour(other) for other in others], []), suspects, sensitivity)[44, 44]
    )


def test_a_piece_has_one_value_and_all_else_none(scene: tuple) -> None:
    centre, others, suspects = scene
    suspects[10:14, 70:80] = True
    found = judged(Comparison(centre, [neighbour(other) for other in others], []), suspects, 1.0)
    assert np.unique(found[SPOT]).size == 1
    assert np.unique(found[10:14, 70:80]).size == 1
    assert not found[~suspects].any()
    assert found[44, 44] > 0.9 > 0.5 > found[12, 75]


def test_what_is_found_again_nearby_is_no_dirt(scene: tuple) -> None:
    centre, others, suspects = scene
    alone = at_spot(centre, others, suspects)
    twin = others[0].copy()
    twin[46:54, 44:52] -= 0.2
    assert at_spot(centre, [twin, others[1]], suspects) < 0.5 < alone


def test_a_mess_all_round_speaks_against_dirt(scene: tuple) -> None:
    centre, others, suspects = scene
    rough = np.random.default_rng(9).normal(0, 0.15, SIZE).astype(np.float32)
    mess = np.zeros(SIZE, np.float32)
    mess[30:58, 30:58] = cv2.GaussianBlur(rough, (0, 0), 1.5)[30:58, 30:58] * 3
    mess[SPOT] = 0
    assert at_spot(centre + mess, others, suspects) < at_spot(centre, others, suspects) - 0.2


def test_sensitivity_raises_faint_pieces(scene: tuple) -> None:
    centre, others, suspects = scene
    centre[SPOT] += 0.17
    values = [at_spot(centre, others, suspects, sensitivity) for sensitivity in (0.5, 1.0, 4.0)]
    assert values == sorted(values)
    assert values[2] > values[0]


def test_single_pixels_are_grain(scene: tuple) -> None:
    centre, others, suspects = scene
    suspects[:] = False
    suspects[44, 44:46] = True
    assert at_spot(centre, others, suspects) == 0.0
