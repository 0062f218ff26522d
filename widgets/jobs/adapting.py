"""Adapting the detector to the film as a job, and what can be done with the result."""

from __future__ import annotations

from functools import partial

from app.document.commands import RetireModel
from app.engine.worker import Token
from app.jobs.adapt import TASK, Adapted, adapt
from app.jobs.apart import run_apart
from app.jobs.progress import Reporter
from widgets.context import Context
from widgets.jobs.job import Job, JobAction
from widgets.text import translate

KIND = "adapt"


def submit_adapting(context: Context) -> Job:
    """Pin it to the board, in a process of its own. Stopped, it goes on where it was."""
    board, session = context.bridge.jobs, context.bridge.session

    def run(reporter: Reporter, token: Token) -> Adapted:
        return run_apart(session.engine, session.snapshot, adapt, reporter, token)

    def done(result: Adapted) -> None:
        actions = [
            JobAction(lambda: translate("Jobs", "Use"), "check", lambda: use(context, job)),
            JobAction(lambda: translate("Jobs", "Throw away"), "trash-2", lambda: forget(context, job)),
        ]
        board.annotate(job, partial(outcome, result), actions, good=result.better)

    job = board.submit(lambda: translate("Jobs", "Adapt to this film"), KIND, run, done)
    return job


def use(context: Context, job: Job) -> None:
    """Take the weights that a job learned into use."""
    result: Adapted = job.result
    context.bridge.dispatch(result.command())
    said = partial(outcome, result)
    context.bridge.jobs.annotate(job, lambda: f"{said()} {translate('Jobs', 'In use from the next pass on.')}")


def forget(context: Context, job: Job) -> None:
    """Leave what a job learned; the shipped weights, or those in use, go on being used."""
    said = partial(outcome, job.result)
    context.bridge.jobs.annotate(job, lambda: f"{said()} {translate('Jobs', 'Thrown away.')}")


def retire(context: Context) -> None:
    """Throw the film's own weights away; undo brings them back."""
    context.bridge.dispatch(RetireModel(TASK))


def outcome(result: Adapted) -> str:
    """What it came to, in two or three sentences."""
    said = translate("Jobs", "On corrections that it was not shown: F1 {before} before, {after} after.").format(
        before=f"{result.before:.3f}", after=f"{result.after:.3f}"
    )
    frames = translate("Jobs", "Learned from %n corrected frame(s).", n=result.frames)
    worse = "" if result.better else translate("Jobs", "That is no better.")
    return " ".join(part for part in (frames, said, worse) if part)


def waiting_result(job: Job) -> bool:
    """True for a job whose result was neither taken nor left."""
    return job.kind == KIND and isinstance(job.result, Adapted) and bool(job.actions)
