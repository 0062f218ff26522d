"""Frames after a join: jump and flash of our own damage are taken out again; steady film is left as it is."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from app.errors import UsageError
from app.jobs.fixes import fixed_over
from app.jobs.splice import steadied
from app.session import Session
from operators.damage.splices import Splice, flash_at, jump_at
from tests.jobs.fixes.film import HEIGHT, WIDTH, decibels, frame_of, picture, write_film
from tests.operators.film import film

JOIN, FRAMES = 2, 12
SPLICES = (Splice(JOIN, 0, 0.03, 1.3, 0.01, 0.03, 7),)


@pytest.fixture(scope="module")
def truth() -> list[np.ndarray]:
    return [np.rint(one[0].numpy() * 700).astype(np.uint16) for one in film(FRAMES, HEIGHT, WIDTH, 1.5, seed=11)]


@pytest.fixture
def spliced(tmp_path: Path, truth):
    frames = []
    for t, clean in enumerate(truth):
        moved = np.float32([[1, 0, 0], [0, 1, jump_at(SPLICES, t) * HEIGHT]])
        one = cv2.warpAffine(clean.astype(np.float32), moved, (WIDTH, HEIGHT), borderMode=cv2.BORDER_REPLICATE)
        frames.append(np.rint(one * flash_at(SPLICES, t)).astype(np.uint16))
    with Session.create(tmp_path / "f.reelmend", [write_film(tmp_path / "scan", frames)], device="cpu") as session:
        yield session


def test_jump_and_flash_are_taken_out(spliced: Session, truth) -> None:
    inside = np.zeros((HEIGHT, WIDTH), bool)
    inside[10:-10, 10:-10] = True
    before = [decibels(picture(spliced, index=JOIN + k), truth[JOIN + k], inside) for k in range(4)]
    command = fixed_over(spliced.engine, steadied(spliced.engine, frame_of(spliced, JOIN)))
    assert spliced.project.dispatch(command).summary == "Steadied the splice on 4 frames."
    after = [decibels(picture(spliced, index=JOIN + k), truth[JOIN + k], inside) for k in range(4)]
    assert all(a > 33 for a in after) and after[0] > before[0] + 12, (before, after)


def test_steady_film_is_left_as_it_is_and_short_shots_are_refused(spliced: Session) -> None:
    assert steadied(spliced.engine, frame_of(spliced, JOIN + 2)) != []
    with pytest.raises(UsageError, match="follow the splice"):
        steadied(spliced.engine, frame_of(spliced, FRAMES - 4))


def test_nothing_is_touched_where_nothing_jumps(session: Session) -> None:
    assert steadied(session.engine, frame_of(session, 0)) == []
