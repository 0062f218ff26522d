"""The commands of the jobs. They are about the job of the focused row, or else the one that runs."""

from __future__ import annotations

from collections.abc import Callable

from widgets.commands import Command
from widgets.context import Context
from widgets.jobs.adapt_dialog import AdaptDialog
from widgets.jobs.job import ENDED, Job, JobState
from widgets.jobs.panel import JobsPanel
from widgets.jobs.pass_dialog import PassDialog
from widgets.text import translate


def add_commands(context: Context, panel: JobsPanel) -> None:
    """Add them to the table."""
    jobs, category = context.bridge.jobs, translate("Category", "Jobs")

    def add(
        id: str,
        title: str,
        keys: tuple[str, ...],
        picture: str,
        run: Callable[[Job], object],
        states: frozenset[JobState],
    ) -> None:
        def act() -> None:
            if panel.current is not None:
                run(panel.current)

        def possible() -> bool | str:
            if panel.current is not None and panel.current.state in states:
                return True
            return translate("Jobs", "There is no job this can be done to")

        context.commands.add(Command(f"jobs.{id}", title, category, keys, icon=picture), act, possible)

    active = frozenset(JobState) - ENDED
    again = frozenset({JobState.FAILED, JobState.CANCELLED})
    pause, cancel = translate("Jobs", "Pause or resume the job"), translate("Jobs", "Cancel the job")
    retry, remove = translate("Jobs", "Run the job again"), translate("Jobs", "Take the job off the list")
    up, down = translate("Jobs", "Run the job earlier"), translate("Jobs", "Run the job later")
    add("pause", pause, ("Ctrl+Alt+P",), "pause", lambda job: _toggle(context, job), active)
    add("cancel", cancel, ("Ctrl+Alt+X",), "x", jobs.cancel, active)
    add("retry", retry, ("Ctrl+Alt+Return",), "rotate-ccw", jobs.retry, again)
    add("up", up, ("Ctrl+Alt+Up",), "arrow-up", lambda job: jobs.move(job, -1), active)
    add("down", down, ("Ctrl+Alt+Down",), "arrow-down", lambda job: jobs.move(job, 1), active)
    add("remove", remove, (), "x", jobs.remove, ENDED)
    clear = Command("jobs.clear", translate("Jobs", "Take all ended jobs off the list"), category, (), icon="trash-2")
    context.commands.add(clear, jobs.clear, lambda: any(job.ended for job in jobs.jobs))
    context.commands.add(
        Command(
            "pass.run",
            translate("Jobs", "Run a pass..."),
            translate("Category", "Repair"),
            ("Ctrl+Return",),
            translate("Jobs", "Let the machine look for damage and mend it, in the background"),
            icon="wand-sparkles",
        ),
        lambda: PassDialog.ask(context, panel.window()),
        lambda: _can_run(context),
    )
    context.commands.add(
        Command(
            "pass.adapt",
            translate("Jobs", "Adapt to this film..."),
            translate("Category", "Repair"),
            (),
            translate("Jobs", "Let the detector learn from what you corrected on this film, in the background"),
            icon="wand-sparkles",
        ),
        lambda: AdaptDialog.ask(context, panel.window()),
        lambda: _can_run(context),
    )


def _toggle(context: Context, job: Job) -> None:
    jobs = context.bridge.jobs
    (jobs.resume if job.state is JobState.PAUSED else jobs.pause)(job)


def _can_run(context: Context) -> bool | str:
    if context.bridge.readonly:
        return translate("Jobs", "The project is open for reading only")
    if not context.bridge.snapshot.shots:
        return translate("Jobs", "The project has no film yet")
    return True
