"""A pass that was stopped is found again, says how far it was, and goes on."""

from __future__ import annotations

import pytest

from app.document.commands import SplitShot
from app.engine.recipe import Recipe, find_recipe
from app.engine.worker import Cancelled, Token
from app.jobs.progress import Report
from app.jobs.unfinished import give_up, unfinished_passes
from app.session import Session


@pytest.fixture
def recipe() -> Recipe:
    return find_recipe("standard")


def stop_in_round_two(session: Session, recipe: Recipe) -> list[Report]:
    """Run until sixteen frames are mended, then cancel."""
    token, told = Token(), []

    def report(reading: Report) -> None:
        told.append(reading)
        if reading.round == 2 and reading.ranges:
            token.cancel()

    with pytest.raises(Cancelled):
        session.run(recipe, None, report, token, workers=0)
    return told


def test_a_stopped_pass_is_found_with_what_it_has_done_and_goes_on(session: Session, recipe: Recipe) -> None:
    told = stop_in_round_two(session, recipe)
    (reel,) = session.snapshot.reels
    assert told[-1].ranges == ((reel, 0, 16),)
    assert {(reading.round, reading.rounds) for reading in told} == {(1, 2), (2, 2)}
    (left,) = unfinished_passes(session.project)
    assert (left.recipe, left.shots) == (recipe, session.snapshot.shots)
    assert (left.frames_done, left.frames, left.fresh) == (16, 40, False)
    assert session.run(left.recipe, left.shots, workers=0).resumed_frames == 16
    assert unfinished_passes(session.project) == ()


def test_a_stopped_pass_over_another_film_would_begin_anew(session: Session, recipe: Recipe) -> None:
    stop_in_round_two(session, recipe)
    (shot,) = session.snapshot.shots
    session.project.dispatch(SplitShot(shot.id, 20)).wait()
    (left,) = unfinished_passes(session.project)
    assert (left.fresh, left.frames_done) == (True, 0)


def test_what_was_given_up_is_not_offered_again(session: Session, recipe: Recipe) -> None:
    stop_in_round_two(session, recipe)
    give_up(session.project, [left.job for left in unfinished_passes(session.project)])
    assert unfinished_passes(session.project) == ()


def test_a_cancelled_pass_in_the_background_ends_its_children(session: Session, recipe: Recipe) -> None:
    token = Token()

    def report(reading: Report) -> None:
        if reading.done:
            token.cancel()

    with pytest.raises(Cancelled):
        session.run(recipe, None, report, token, workers=1, background=True)
    (left,) = unfinished_passes(session.project)
    assert left.frames_done == 0 and not left.fresh
