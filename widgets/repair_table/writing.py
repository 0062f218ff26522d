"""Writing the list as a file, in the background."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from app.document.candidates import Wanted
from app.engine.worker import Token
from app.jobs.progress import Reporter
from app.jobs.write_repairs import WRITERS, write_repairs
from widgets.context import Context
from widgets.export.jobs import show_folder
from widgets.jobs.job import Job, JobAction, JobState
from widgets.repair_table.panel import TablePanel
from widgets.text import filled, translate

KIND = "list"
FOLDER = "repair_table/folder"
"""Where the last list was written."""


def can_write(panel: TablePanel) -> bool | str:
    """Whether there is something to write, or why not."""
    if panel.wanted() is None:
        return translate("RepairTable", "The filter cannot be read.")
    if not panel.context.bridge.film.length:
        return translate("RepairTable", "The project has no film yet.")
    return True


def ask_and_write(panel: TablePanel) -> None:
    """Ask for a name; then the rows selected, or all that are listed where fewer than two are, go into that file."""
    context, chosen = panel.context, panel.table.selected
    several = len(chosen) > 1
    what: Wanted | Sequence[int] | None = panel.wanted()
    if several:
        what = panel.listed.listing.candidates.numbers[chosen].tolist()
    if what is None:
        return
    title = (
        translate("RepairTable", "Write %n selected repair(s) to", n=len(chosen))
        if several
        else translate("RepairTable", "Write the listed repairs to")
    )
    path = _asked(context, panel, title)
    if path is not None:
        submit(context, what, path)


def _asked(context: Context, panel: TablePanel, title: str) -> Path | None:
    project = context.bridge.project.path
    folder = context.settings.value(FOLDER) or str(project.absolute().parent)
    kinds = {
        translate("RepairTable", "Comma-separated values (*.csv)"): ".csv",
        translate("RepairTable", "JSON (*.json)"): ".json",
    }
    proposed = str(Path(folder) / f"{project.stem}-repairs.csv")
    name, kind = QFileDialog.getSaveFileName(panel, title, proposed, ";;".join(kinds))
    if not name:
        return None
    path = Path(name)
    if path.suffix.lower() not in WRITERS:
        path = path.with_name(path.name + kinds.get(kind, ".csv"))
    context.settings.set_value(FOLDER, str(path.absolute().parent))
    return path


def submit(context: Context, what: Wanted | Sequence[int], path: Path) -> Job:
    """Pin the writing to the board: of the state of now, whatever is edited meanwhile."""
    bridge = context.bridge
    project, snapshot, board = bridge.project, bridge.snapshot, bridge.jobs

    def run(reporter: Reporter, token: Token) -> int:
        return write_repairs(project, snapshot, what, path, reporter, token)

    def done(count: int) -> None:
        def words() -> str:
            return filled(translate("RepairTable", "%n repair(s) written to {name}.", n=count), name=path.name)

        show = JobAction(lambda: translate("RepairTable", "Show"), "folder-open", lambda: show_folder(path))
        board.annotate(job, words, (show,))

    def ended(one: Job) -> None:
        if one is job:
            board.finished.disconnect(ended)
            if one.state is JobState.FAILED:  # nobody tells of light jobs
                bridge.tell(one.title, one.error)

    def title() -> str:
        return filled(translate("RepairTable", "List of repairs: {name}"), name=path.name)

    board.finished.connect(ended)
    job = board.submit(title, KIND, run, done, light=True)
    return job
