"""States before there is work: the welcome page; projects that are empty, new, or read only."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial

from app.document.project import Project
from app.engine.recipe import find_recipe
from app.jobs.run_pass import PassResult
from tests.end_to_end.window.slow_jobs import running_pass
from tests.end_to_end.window.studio import Studio
from widgets.jobs.passes import found, pass_title, shown


def welcome_empty(studio: Studio) -> Iterator[None]:
    """The first start."""
    yield


def welcome_recents(studio: Studio) -> Iterator[None]:
    """Projects there were, one of them gone."""
    studio.open()
    studio.rest()
    studio.close()  # which gives it its picture
    studio.until(lambda: studio.shell.settings.recent[0].picture)
    studio.welcome()
    now = datetime.now()
    studio.shell.settings.remember(studio.film.with_name("gone.reelmend"), now - timedelta(days=40))
    studio.shell.settings.remember(studio.film, now - timedelta(hours=2))
    yield


def welcome_locked(studio: Studio) -> Iterator[None]:
    """A project that somebody else works on."""
    window = studio.welcome()
    with Project.open(studio.film, "Zhang Min"):
        error = studio.failure_of(lambda: Project.open(studio.film, "Li Wei"))
    window.page.show_trouble(studio.film, error)
    yield


def welcome_broken(studio: Studio) -> Iterator[None]:
    """A project that is none."""
    window = studio.welcome()
    broken = studio.folder / "broken.reelmend"
    broken.write_bytes(b"no project")
    window.page.show_trouble(broken, studio.failure_of(lambda: Project.open(broken, "Li Wei")))
    yield


def welcome_crash(studio: Studio) -> Iterator[None]:
    """The last run ended without closing its project."""
    studio.welcome().page.show_crash(studio.film)
    yield


def as_it_is(studio: Studio) -> Iterator[None]:
    """The window as it opens."""
    yield


def pass_running(studio: Studio) -> Iterator[None]:
    """The pass works on the shots."""
    with running_pass(studio):
        studio.window.show_panel("jobs")
        yield
    studio.context.bridge.jobs.clear()
    studio.window.show_panel("repairs")


def pass_in_panel(id: str, studio: Studio) -> Iterator[None]:
    """What a panel that waits for what the pass finds says meanwhile."""
    with running_pass(studio):
        studio.window.show_panel(id)
        yield
    studio.context.bridge.jobs.clear()
    studio.window.show_panel("repairs")


def pass_ended(studio: Studio) -> Iterator[None]:
    """What the pass came to, told over the picture."""
    bridge = studio.context.bridge
    result = PassResult("", 60, 0, {"dirt": 1204, "scratch": 3}, 0)
    job = bridge.jobs.submit(
        partial(pass_title, find_recipe("standard"), [1, 2, 3], 3), "pass", lambda report, token: result,
        lambda made: bridge.jobs.annotate(job, partial(found, made), [shown(studio.context)]),
    )  # fmt: skip
    studio.until(lambda: job.ended)
    yield
    studio.window.banners.clear()
    bridge.jobs.clear()


def ask_pass(studio: Studio) -> Iterator[None]:
    """Which pass?"""
    studio.run("pass.run")
    yield
    studio.tops()[-1].close()


def history_of_one_row(studio: Studio) -> Iterator[None]:
    """A short history."""
    studio.window.show_panel("history")
    yield


WELCOME = {
    "welcome_empty": welcome_empty,
    "welcome_recents": welcome_recents,
    "welcome_locked": welcome_locked,
    "welcome_broken": welcome_broken,
    "welcome_crash": welcome_crash,
}
EMPTY = {"empty_project": as_it_is}
NEW = {
    "new_project": as_it_is,
    "ask_pass": ask_pass,
    "pass_running": pass_running,
    **{f"pass_in_{id}": partial(pass_in_panel, id) for id in ("repairs", "triage", "inspector")},
    "pass_ended": pass_ended,
    "new_history": history_of_one_row,
}
READ_ONLY = {"read_only": as_it_is}
