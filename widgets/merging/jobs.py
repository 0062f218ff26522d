"""Looking at a copy, and merging it, in the background."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.document import merging
from app.document.merging import Group, Prefer
from app.document.project import Project
from app.engine.worker import Token
from app.errors import NotSupportedError
from app.jobs.progress import Report, Reporter
from widgets.context import Context
from widgets.jobs.job import Job, JobAction
from widgets.merging.words import counts
from widgets.text import filled, listed, translate

LOOK, MERGE = "merge-look", "merge"
"""Kinds of job."""
Submit = Callable[[Context, Path, Prefer], Job]


@dataclass(frozen=True)
class Looked:
    """What a merge would do, or has done: edits taken over, by whom, what both did. `done`: it was done."""

    path: Path
    rows: int
    people: tuple[str, ...]
    groups: tuple[Group, ...]
    nothing: bool
    done: bool = False


def looked_words(looked: Looked) -> str:
    """One or two sentences."""
    if looked.nothing:
        return filled(translate("Merging", "Everything done in {name} is here already."), name=looked.path.name)
    if looked.done:
        said = translate("Merging", "%n edit(s) by {people} taken over.", n=looked.rows)
    else:
        said = translate("Merging", "%n edit(s) by {people} would be taken over.", n=looked.rows)
    return f"{filled(said, people=listed(looked.people))} {counts(looked.groups)}"


def submit_look(context: Context, path: Path, prefer: Prefer) -> Job:
    """Pin a dry run to the board: nothing is written."""
    bridge = context.bridge

    def run(reporter: Reporter, token: Token) -> Looked:
        with Project.open(path, bridge.project.author, write=False) as other:
            plan = merging.plan(bridge.project, other, prefer, _told(reporter, token))
            groups = merging.grouped(bridge.project.snapshot, plan.conflicts, [bridge.project, other])
            return Looked(path, plan.rows, plan.people, groups, plan.nothing)

    return _pinned(context, LOOK, lambda: translate("Merging", "A look at {name}"), path, run)


def submit_merge(context: Context, path: Path, prefer: Prefer) -> Job:
    """Pin a merge to the board. Edits made meanwhile wait, and are made on what comes out."""
    bridge = context.bridge

    def run(reporter: Reporter, token: Token) -> Looked:
        with Project.open(path, bridge.project.author, write=False) as other:
            _must_have_our_reels(bridge.project, other)

            def merge(project: Project) -> Looked:
                token.check()
                told = _told(reporter, token)
                made = merging.merge(project, other, prefer, told)
                groups = merging.grouped(project.snapshot, made.conflicts, [project])
                return Looked(path, made.rows, made.people, groups, not made.seq, done=True)

            return bridge.rewrite(merge)

    return _pinned(context, MERGE, lambda: translate("Merging", "Merging {name}"), path, run)


def _pinned(
    context: Context, kind: str, title: Callable[[], str], path: Path, run: Callable[[Reporter, Token], Looked]
) -> Job:
    board = context.bridge.jobs

    def done(looked: Looked) -> None:
        actions: tuple[JobAction, ...] = ()
        if looked.done and context.bridge.snapshot.conflicts:
            settle = JobAction(
                lambda: translate("Merging", "Settle"), "git-branch", lambda: context.commands.trigger("file.settle")
            )
            actions = (settle,)
        board.annotate(job, lambda: looked_words(looked), actions)

    job = board.submit(lambda: filled(title(), name=path.name), kind, run, done, light=True)
    return job


def _told(reporter: Reporter, token: Token) -> merging.Told:
    def told(what: str, done: int, of: int) -> None:
        token.check()
        reporter(Report(what, done, of, 0.0, None, unit=what.rpartition(" ")[2]))

    return told


def _must_have_our_reels(ours: Project, theirs: Project) -> None:
    """The window has its reels open: it takes no others in while it stands."""
    known = {id: reel.fingerprint for id, reel in ours.snapshot.reels.items()}
    for id, reel in theirs.snapshot.reels.items():
        if known.get(id) != reel.fingerprint:
            raise NotSupportedError(
                filled(
                    translate(
                        "Merging",
                        "{copy} has a reel that this project has not, {reel}: close the project, merge with "
                        "`reelmend merge`, and open it again",
                    ),
                    copy=theirs.path.name,
                    reel=reel.path,
                )
            )
