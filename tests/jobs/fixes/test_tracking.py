"""A mask carried along: it stays on what it marks, and corrections hold to both sides without a jump."""

from __future__ import annotations

import numpy as np
import pytest

from app.document.commands import SetCuts
from app.engine.worker import Cancelled, Token
from app.errors import UsageError
from app.jobs.tracking import tracked
from app.session import Session
from tests.jobs.fixes.film import FRAMES, HEIGHT, MIDDLE, WIDTH, dab

SPEED = (-2.0, -0.4)
"""Pixels that the scene moves from frame to frame: the camera pans the other way."""


def centre(soft) -> np.ndarray:
    rows, columns = np.nonzero(soft.core)
    return np.array([columns.mean() + soft.x0 + 0.5, rows.mean() + soft.y0 + 0.5])


def key(x: float, y: float, radius: float = 14):
    soft = dab(x, y, radius).drawn(WIDTH, HEIGHT)
    assert soft is not None
    return soft


def reel_of(session: Session) -> str:
    return next(iter(session.snapshot.reels))


def test_a_mask_goes_along_with_the_picture_both_ways(session: Session) -> None:
    found = tracked(session.engine, session.snapshot, reel_of(session), {MIDDLE: key(200, 60)})
    assert sorted(found) == [index for index in range(FRAMES) if index != MIDDLE]
    for index, soft in found.items():
        expected = np.array([200, 60]) + (index - MIDDLE) * np.array(SPEED)
        assert np.hypot(*(centre(soft) - expected)) < 1.0, index
        assert 0.85 < soft.core.sum() / key(200, 60).core.sum() < 1.15


def test_corrections_hold_and_what_lies_between_neither_jumps_nor_drifts(session: Session) -> None:
    """The second key lies three pixels from where the motion alone would bring the mask."""
    last = FRAMES - 1
    end = np.array([200, 60]) + last * np.array(SPEED) + (0, 3)
    found = tracked(session.engine, session.snapshot, reel_of(session), {0: key(200, 60), last: key(*end)})
    assert sorted(found) == list(range(1, last))
    path = np.array([[200, 60], *(centre(found[index]) for index in range(1, last)), end])
    off = path - (np.array([200, 60]) + np.arange(FRAMES)[:, None] * np.array(SPEED))
    steps = np.diff(off[:, 1])
    assert (steps > -0.35).all() and steps.max() < 1.2, "the correction is spread over all frames"
    assert abs(off[last // 2, 1] - 1.5) < 0.8


def test_what_leaves_the_frame_is_lost_there(session: Session) -> None:
    found = tracked(session.engine, session.snapshot, reel_of(session), {0: key(6, 60, 5)})
    assert FRAMES - 1 not in found or found[FRAMES - 1].core.sum() < 30


def test_keys_of_two_shots_are_refused_and_no_mask_crosses_a_cut(session: Session) -> None:
    session.project.dispatch(SetCuts(reel_of(session), (MIDDLE,))).wait()
    with pytest.raises(UsageError, match="one shot"):
        tracked(session.engine, session.snapshot, reel_of(session), {0: key(200, 60), 8: key(200, 60)})
    found = tracked(session.engine, session.snapshot, reel_of(session), {1: key(200, 60)})
    assert sorted(found) == [0, 2, 3]


def test_it_can_be_cancelled(session: Session) -> None:
    token = Token()
    token.cancel()
    with pytest.raises(Cancelled):
        tracked(session.engine, session.snapshot, reel_of(session), {0: key(200, 60)}, token=token)
