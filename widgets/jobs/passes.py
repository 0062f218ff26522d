"""Passes as jobs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from app.document.model import Shot
from app.engine.recipe import Recipe
from app.engine.worker import Token
from app.jobs.progress import Reporter
from app.jobs.run_pass import PassResult
from widgets.context import Context
from widgets.jobs.job import Job, JobAction
from widgets.jobs.words import counts_words
from widgets.text import filled, operator_text, translate

SHOW = "triage.all"
"""The command that leads to what passes have found."""


def submit_pass(context: Context, recipe: Recipe, shots: Sequence[Shot]) -> Job:
    """Pin a pass over shots to the board. Stopped, it goes on where it was."""
    session, board = context.bridge.session, context.bridge.jobs
    chosen = tuple(shots)

    def run(reporter: Reporter, token: Token) -> PassResult:
        return session.run(recipe, chosen, reporter, token, background=True)

    def done(result: PassResult) -> None:
        board.annotate(job, partial(found, result), [shown(context)] if result.detections else [])

    snapshot = context.bridge.snapshot
    numbers = sorted(snapshot.shot_number(shot.id) for shot in chosen)
    title = partial(pass_title, recipe, numbers, len(snapshot.shots))
    job = board.submit(title, "pass", run, done, [shot.id for shot in chosen])
    return job


def shown(context: Context) -> JobAction:
    """The way to what passes have found."""
    return JobAction(lambda: translate("Jobs", "Show"), "eye", lambda: context.commands.trigger(SHOW))


def pass_title(recipe: Recipe, numbers: Sequence[int], of: int) -> str:
    """`standard: shot 3`, `standard: shots 3-7`, `standard: whole film`; as `where_words`."""
    where = where_words(numbers, of)
    return translate("Jobs", "{recipe}: {where}").format(recipe=operator_text(recipe.name), where=where)


def where_words(numbers: Sequence[int], of: int) -> str:
    """Shots in words, by their numbers in order; `of` is how many the film has."""
    if len(numbers) == of:
        return translate("Jobs", "whole film")
    if len(numbers) == 1:
        return translate("Jobs", "shot {number}").format(number=numbers[0])
    if numbers[-1] - numbers[0] == len(numbers) - 1:
        return translate("Jobs", "shots {first}-{last}").format(first=numbers[0], last=numbers[-1])
    return translate("Jobs", "%n shot(s)", n=len(numbers))


def found(result: PassResult) -> str:
    """What a pass came to, in one or two sentences."""
    said = [translate("Jobs", "%n frame(s) done.", n=result.frames)]
    if result.detections:
        parts = counts_words(result.detections.items())
        said.append(filled(translate("Jobs", "Found: {parts}."), parts=parts))
    elif result.pass_id:
        said.append(translate("Jobs", "Nothing was found."))
    if result.bad_frames:
        said.append(translate("Jobs", "%n frame(s) are missing or broken.", n=result.bad_frames))
    return " ".join(said)
