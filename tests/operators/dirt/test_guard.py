"""The guard: a size cap that proposes instead of dropping, and marks where dirt is easily mistaken."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
import torch

from operators.contract import Context, FrameInfo, Risk, Window
from operators.dirt import guard
from operators.dirt.operator import OPERATOR, DirtParams
from operators.masks import Component, components, risks

HEIGHT, WIDTH = 192, 256


def scene(shift: float = 0.0, seed: int = 3) -> np.ndarray:
    """A textured picture `(H, W)`, panned by `shift` pixels, with the grain of its own frame."""
    rng = np.random.default_rng(7)
    wide = cv2.GaussianBlur(rng.random((HEIGHT, WIDTH + 200), np.float32), (0, 0), 4.0)
    wide = 0.35 + 1.2 * (wide - wide.mean())
    moved = cv2.warpAffine(wide, np.float32([[1, 0, -shift - 50], [0, 1, 0]]), (WIDTH, HEIGHT))
    return moved + np.random.default_rng(seed).normal(0, 0.006, moved.shape).astype(np.float32)


def look(pictures: dict[int, np.ndarray], **params: object) -> tuple[np.ndarray, np.ndarray]:
    frames = {offset: torch.from_numpy(np.ascontiguousarray(p[None])) for offset, p in pictures.items()}
    window = Window(frames, FrameInfo(WIDTH, HEIGHT, 1))
    found = OPERATOR.look(window, DirtParams.from_mapping({"method": "classical"} | params), Context())
    assert found.risk is not None and found.risk.dtype == np.uint8
    return found.probability, found.risk


def still() -> dict[int, np.ndarray]:
    return {offset: scene(0.0, 10 + offset) for offset in range(-3, 4)}


def test_a_piece_above_the_cap_is_only_proposed_and_no_other_is_changed() -> None:
    pictures = still()
    pictures[0][20:90, 30:110] = 0.02  # 114 per mille of the frame
    pictures[0][150:156, 200:206] = 0.02
    free, _ = look(pictures, largest=0.0)
    held, risk = look(pictures)
    big, small = (slice(30, 80), slice(40, 100)), (slice(151, 155), slice(201, 205))
    assert free[big].min() > 0.5 and free[small].min() > 0.5
    assert held[big].max() == pytest.approx(guard.PROPOSED) and (held[big] >= OPERATOR.base_threshold).all()
    assert np.array_equal(held[small], free[small])
    assert (risk[big] & Risk.LARGE).all() and not (risk[small] & Risk.LARGE).any()
    assert np.array_equal(held >= OPERATOR.base_threshold, free >= OPERATOR.base_threshold), "nothing is dropped"
    higher, _ = look(pictures, largest=200.0)
    assert np.array_equal(higher, free)


def test_a_blot_on_something_that_moves_otherwise_is_marked_and_one_on_a_still_ground_is_not() -> None:
    rng = np.random.default_rng(2)
    body = cv2.GaussianBlur(rng.random((90, 70), np.float32), (0, 0), 2.0)
    pictures = still()
    for offset, picture in pictures.items():
        left = 100 + 12 * offset
        picture[50:140, left : left + 70] = 0.1 + 1.2 * body
    pictures[0][90:96, 130:136] = 0.98
    pictures[0][20:26, 20:26] = 0.98
    probability, risk = look(pictures)
    assert probability[20:26, 20:26].max() > 0.5
    assert (risk[88:98, 128:138] & Risk.MOTION).all() and not (risk[16:30, 16:30] & Risk.MOTION).any()


def test_a_pan_of_the_whole_picture_is_no_risk() -> None:
    pictures = {offset: scene(3.0 * offset, 10 + offset) for offset in range(-3, 4)}
    pictures[0][90:96, 130:136] = 0.98
    _, risk = look(pictures)
    inner = risk[30:-30, 30:-30]
    assert np.mean((inner & Risk.MOTION) > 0) < 0.02


def test_dirt_beside_a_small_light_is_marked_but_light_dirt_alone_is_not() -> None:
    pictures = still()
    for picture in pictures.values():
        picture[60:64, 60:64] = 1.0
    pictures[0][60:65, 66:71] = 0.02
    pictures[0][140:146, 180:186] = 1.0
    probability, risk = look(pictures)
    assert probability[140:146, 180:186].max() > 0.5
    assert (risk[60:64, 60:64] & Risk.LIGHT).all() and (risk[61:64, 66:68] & Risk.LIGHT).all()
    assert not (risk[135:150, 175:190] & Risk.LIGHT).any()


def test_a_frame_with_nothing_on_it_is_not_looked_at_further(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "risks", lambda *_: pytest.fail("there was nothing to be marked"))
    _, risk = look({offset: np.full((HEIGHT, WIDTH), 0.4, np.float32) for offset in range(-3, 4)})
    assert not risk.any()


def test_a_component_takes_the_marks_under_a_quarter_of_it_and_those_of_its_place() -> None:
    probability = np.zeros((100, 200), np.float32)
    probability[40:50, 60:100] = 0.9
    probability[0:4, 20:30] = 0.9
    probability[0:100, 150:152] = 0.9
    marked = np.zeros(probability.shape, np.uint8)
    marked[:, 60:69] = Risk.MOTION
    marked[:, 60:72] |= np.uint8(Risk.LIGHT)
    found = {piece.x0: risks(piece, marked, (100, 200)) for piece in components(probability, 0.2)}
    assert found == {60: Risk.LIGHT, 20: Risk.EDGE, 150: Risk(0)}
    corner = Component(198, 90, np.ones((3, 2), np.bool_), 6, 0.5)
    assert risks(corner, None, (100, 200)) == Risk.EDGE


def test_what_stands_on_fast_motion_must_be_surer_and_is_still_proposed() -> None:
    probability = np.zeros((40, 60), np.float32)
    probability[4:8, 4:8], probability[20:24, 4:8], probability[20:24, 40:44], probability[30:34, 40:44] = (
        0.55,
        0.9,
        0.55,
        0.22,
    )
    risk = np.zeros(probability.shape, np.uint8)
    risk[:26, :20], risk[28:, 42:] = Risk.MOTION, Risk.MOTION
    held = guard.less_sure(probability, risk, 0.2)
    assert np.allclose(held[4:8, 4:8], 0.55 / (0.55 + 1.5 * 0.45))
    assert held[5, 5] < 0.5 < held[21, 5] < 0.9
    assert np.array_equal(held[20:24, 40:44], probability[20:24, 40:44]), "on still ground nothing changes"
    assert (held[30:34, 40:44] == np.float32(guard.PROPOSED)).all(), "the whole piece, and it stays listed"
    assert not held[probability == 0].any()
