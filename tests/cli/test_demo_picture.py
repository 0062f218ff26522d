"""The demo's picture: a frame that was mended well, and captions that lie outside the pictures."""

from __future__ import annotations

import numpy as np
import pytest

from app.cli.demo_picture import CLOSE_UP, GAP, STRIP, Pick, before_after, outlined
from app.document.patches import Patch, make_patch

HEIGHT, WIDTH = 120, 160


def frame(box: tuple[int, int, int, int], left: float) -> tuple[np.ndarray, np.ndarray, np.ndarray, list[Patch]]:
    """A grey film with a black spot in a box, mended except for a part of its darkness."""
    base = np.full((HEIGHT, WIDTH, 3), 0.5)
    before, after = base.copy(), base.copy()
    x0, y0, x1, y1 = box
    before[y0:y1, x0:x1] = 0
    after[y0:y1, x0:x1] = 0.5 - 0.5 * left
    plane = np.zeros((HEIGHT, WIDTH), np.uint16)
    mask = np.ones((y1 - y0, x1 - x0), bool)
    patch = make_patch((plane,), (plane,), mask, origin=(x0, y0))
    return before, after, base, [patch]


def test_the_largest_well_mended_repair_wins() -> None:
    pick = Pick()
    frames = [((5, 5, 9, 9), 0.0), ((40, 30, 60, 50), 0.1), ((10, 10, 70, 70), 0.9), ((40, 30, 61, 51), 0.6)]
    for index, (box, left) in enumerate(frames):
        pick.see(index, *frame(box, left))
    x0, y0, x1, y1 = pick.box
    assert pick.index == 1 and (x1 - x0, y1 - y0) == (WIDTH // CLOSE_UP, HEIGHT // CLOSE_UP)
    assert x0 < 40 and y0 < 30 and x1 > 60 and y1 > 50, "what was mended is inside the close-up"


def test_a_frame_of_nothing_mended_is_not_taken() -> None:
    pick = Pick()
    pick.see(3, *frame((5, 5, 9, 9), 0.2))
    picture = np.zeros((HEIGHT, WIDTH, 3))
    pick.see(4, picture, picture, picture, [])
    assert pick.index == 3


@pytest.mark.parametrize("box", [(40, 30, 60, 50), (0, 0, 4, 4), (150, 118, 160, 120), (0, 0, WIDTH, HEIGHT)])
def test_captions_touch_no_picture(box: tuple[int, int, int, int]) -> None:
    dice = np.random.default_rng(1)
    before, after = (dice.integers(0, 256, (HEIGHT, WIDTH, 3), np.uint8) for _ in range(2))
    mask = np.zeros((HEIGHT, WIDTH), bool)
    mask[box[1] : box[3], box[0] : box[2]] = True
    said, silent = (
        before_after(before, after, mask, box, texts) for texts in (("Before: x", "y", "After: z"), ("",) * 3)
    )
    assert said.shape == (2 * (STRIP + HEIGHT), 3 * (WIDTH + GAP), 3)
    for column, picture in enumerate((before, outlined(before, mask), after)):
        left = column * (WIDTH + GAP)
        assert np.array_equal(said[STRIP : STRIP + HEIGHT, left : left + WIDTH], picture)
    assert (said[:STRIP] != silent[:STRIP]).any() and np.array_equal(said[STRIP:], silent[STRIP:])
