"""Lines that stand in one column over a still scene: no neighbour shows what is under them."""

from __future__ import annotations

import numpy as np
import torch

from app.jobs.clips import Clips
from operators.baselines import telea
from operators.contract import Context, FloatArray, FrameInfo, MaskArray, Window
from operators.fill.across import mended_across, thin
from operators.fill.operator import OPERATOR, FillParams
from operators.motion import noise_of


def scene(grain: float) -> tuple[FloatArray, FloatArray]:
    """A textured frame `(H, W, 3)` with film grain of a strength, and what is under the grain."""
    clean = np.ascontiguousarray(np.asarray(Clips(360, 288, None).frame(12), np.float32).transpose(1, 2, 0))
    grained = clean + np.float32(grain) * np.random.default_rng(5).standard_normal(clean.shape).astype(np.float32)
    return grained, clean


def tramlines(height: int, width: int) -> MaskArray:
    """Pairs of lines three or four pixels wide that wander a little."""
    mask, rng = np.zeros((height, width), bool), np.random.default_rng(1)
    for x in range(30, width - 40, 60):
        for beside in (0, 12):
            places = x + beside + np.cumsum(rng.normal(0, 0.15, height))
            for y, place in enumerate(np.rint(places).astype(int)):
                mask[y, place : place + 3 + rng.integers(2)] = True
    return mask


def straight(picture: FloatArray, mask: MaskArray) -> FloatArray:
    """Left and right joined by a straight line of values, row by row."""
    joined, x = picture.copy(), np.arange(mask.shape[1])
    for y, row in enumerate(mask):
        for c in range(picture.shape[2]):
            joined[y, row, c] = np.interp(x[row], x[~row], picture[y, ~row, c])
    return joined


def psnr(a: FloatArray, b: FloatArray, where: MaskArray) -> float:
    return float(-10 * np.log10(np.square(a - b)[where].mean()))


def test_grain_is_not_drawn_across_a_line_as_streaks() -> None:
    film, clean = scene(0.02)
    mask = tramlines(*film.shape[:2])
    hurt = np.where(mask[..., None], np.float32(1), film)
    ours, done = mended_across(hurt, mask, noise_of(film.mean(axis=2)))
    assert (done == mask).all()
    assert psnr(ours, clean, mask) > psnr(straight(hurt, mask), clean, mask) + 0.5
    assert np.array_equal(ours[~mask], hurt[~mask])


def test_a_still_tramline_is_mended_better_than_by_telea() -> None:
    film, clean = scene(0.0)
    mask = tramlines(*film.shape[:2])
    hurt = np.where(mask[..., None], np.float32(1), film)
    frame = torch.from_numpy(np.ascontiguousarray(hurt.transpose(2, 0, 1)))
    window = Window(
        {offset: frame.clone() for offset in range(-2, 3)},
        FrameInfo(hurt.shape[1], hurt.shape[0], 3),
        dict.fromkeys(range(-2, 3), mask),
    )
    ours = OPERATOR.run(window, FillParams(regrain=0.0), Context()).permute(1, 2, 0).numpy()
    theirs = np.stack([telea(np.ascontiguousarray(hurt[..., c]), mask) for c in range(3)], axis=2)
    assert psnr(ours, clean, mask) > psnr(theirs, clean, mask) + 0.5


def test_an_edge_that_crosses_a_line_aslant_goes_on_under_it() -> None:
    y, x = np.mgrid[:96, :96]
    picture = np.repeat((1 / (1 + np.exp(-(y - 48 - 0.8 * (x - 48)))))[..., None], 3, axis=2).astype(np.float32)
    mask = np.zeros((96, 96), bool)
    mask[:, 45:52] = True
    hurt = np.where(mask[..., None], np.float32(1), picture)
    ours, _ = mended_across(hurt, mask, 1e-3)
    before, after = psnr(straight(hurt, mask), picture, mask), psnr(ours, picture, mask)
    assert after > before + 1.0


def test_blots_and_lines_are_told_apart() -> None:
    mask = np.zeros((120, 120), bool)
    mask[5:115, 20:24] = mask[90:93, 40:110] = mask[30:50, 60:80] = True
    upright, level = thin(mask)
    assert upright[5:115, 20:24].all()
    assert level[90:93, 40:110].all()
    assert not (upright | level)[30:50, 60:80].any()


def test_a_line_at_the_edge_has_one_side_only_and_is_left() -> None:
    picture, mask = np.zeros((40, 40, 3), np.float32), np.zeros((40, 40), bool)
    mask[:, :3] = True
    assert not mended_across(picture, mask, 0.01)[1].any()
