"""A frame between its neighbours: near the truth where things move steadily, and told where they do not."""

from __future__ import annotations

import re

import numpy as np
import pytest

from app.document.commands import SetCuts
from app.engine.request import Stage
from app.errors import UsageError
from app.jobs.fixes import fixed
from app.jobs.whole_frame import interpolated
from app.session import Session
from operators.motion.between import between
from tests.jobs.fixes.film import MIDDLE, TOP, clean_frames, decibels, frame_of, picture

ALL = np.s_[8:-8, 12:-12]


def inner(shape: tuple[int, int]) -> np.ndarray:
    mask = np.zeros(shape, bool)
    mask[ALL] = True
    return mask


def test_the_middle_of_a_pan_is_nearer_to_the_truth_than_the_mean_or_a_neighbour(session: Session) -> None:
    truth = clean_frames()
    frame = frame_of(session)
    change = session.project.dispatch(fixed(session.engine, frame, interpolated(session.engine, frame)))
    made = picture(session)
    where = inner(made.shape)
    mean = (truth[MIDDLE - 1].astype(int) + truth[MIDDLE + 1]) // 2
    ours, meant, held = (decibels(one, truth[MIDDLE], where) for one in (made, mean, truth[MIDDLE - 1].astype(int)))
    assert ours > meant + 4 and ours > held + 10, (ours, meant, held)
    assert re.fullmatch(r"Replaced 1 frame by interpolation; motion failed on [01] % of it\.", change.summary)
    session.project.undo().wait()
    assert np.array_equal(picture(session), picture(session, Stage.SOURCE))


def test_its_grain_is_as_strong_as_the_films_and_neither_neighbours(session: Session) -> None:
    truth = clean_frames()
    frame = frame_of(session)
    session.project.dispatch(fixed(session.engine, frame, interpolated(session.engine, frame)))
    fine = [np.diff(one.astype(int), n=2, axis=1)[ALL].std() for one in (picture(session), truth[MIDDLE])]
    assert 0.8 < fine[0] / fine[1] < 1.2, fine


def test_where_the_neighbours_show_different_things_it_says_so() -> None:
    frames = [frame.astype(np.float32)[None] / TOP for frame in clean_frames()]
    sound = between(frames[3], frames[5])
    other = frames[5].copy()
    other[:, 60:180, 80:240] = np.random.default_rng(1).uniform(0.2, 0.8, (1, 120, 160)).astype(np.float32)
    strange = between(frames[3], other)
    assert sound.doubtful < 0.02
    assert strange.doubt[70:170, 90:230].mean() > 0.5 and strange.doubtful < 0.5


def test_the_first_and_last_frame_of_a_shot_have_no_middle(session: Session) -> None:
    reel = next(iter(session.snapshot.reels))
    session.project.dispatch(SetCuts(reel, (MIDDLE,))).wait()
    for index in (0, MIDDLE - 1, MIDDLE, 8):
        with pytest.raises(UsageError, match="neighbour on both sides"):
            interpolated(session.engine, frame_of(session, index))
