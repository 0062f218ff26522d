"""Measuring the light of shots as a job in a process of its own."""

from __future__ import annotations

from functools import partial

from app.engine.worker import Token
from app.jobs.apart import run_apart
from app.jobs.measure_shots import MeasuredShots, MeasureSpec, measure_apart, note_shots
from app.jobs.progress import Reporter
from widgets.context import Context
from widgets.jobs import Job
from widgets.text import translate


def submit_measuring(context: Context, shots: tuple[str, ...]) -> Job:
    """Pin it to the board: of the film as it is when its turn comes. Cancelled, finished shots are kept."""
    bridge = context.bridge
    engine = bridge.session.engine

    def run(reporter: Reporter, token: Token) -> MeasuredShots:
        snapshot = bridge.project.snapshot
        there = tuple(id for id in shots if id in snapshot.shots_by_id)
        made = run_apart(engine, snapshot, partial(measure_apart, MeasureSpec(there)), reporter, token)
        note_shots(bridge.project, made)
        return made

    def done(made: MeasuredShots) -> None:
        bridge.jobs.annotate(job, lambda: translate("Hdr", "%n shot(s) measured.", n=len(made.items)))

    job = bridge.jobs.submit(lambda: translate("Hdr", "Light of %n shot(s)", n=len(shots)), "light", run, done, shots)
    return job
