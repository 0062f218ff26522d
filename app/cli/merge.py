"""`reelmend merge`: the work of two people in two copies of one project, joined."""

from __future__ import annotations

import argparse
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

from app.cli.conflicts import EACH
from app.cli.console import Console

if TYPE_CHECKING:
    from app.document.merging import Merged, Plan
    from app.document.project import Project

HELP = "Bring the work done in another copy of a project into this one, repair by repair; conflicts are listed."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("a", type=Path, help="the project that takes the work in")
    parser.add_argument("b", type=Path, help="the other copy; it stays as it is")
    parser.add_argument("--into", type=Path, metavar="OUT", help="leave both as they are and make a new project")
    parser.add_argument("--dry-run", action="store_true", help="only say what would be joined and what conflicts")
    parser.add_argument(
        "--prefer",
        choices=("a", "b", "newer"),
        help="whose work counts where both touched the same; otherwise the newer is shown and the conflicts stay "
        "open, for `reelmend conflicts`",
    )
    parser.add_argument("--all", action="store_true", help=f"show every conflict, not {EACH} of each group")


def run(options: argparse.Namespace, console: Console) -> int | None:
    """Merge, or say what a merge would do."""
    from app.document import merging
    from app.document.project import Project
    from app.errors import UsageError
    from app.jobs.progress import Report
    from app.session import author_name

    if options.dry_run and options.into is not None:
        raise UsageError("a dry run makes no project: leave --into out")
    who = author_name()
    prefer: merging.Prefer = options.prefer or ""

    def told(what: str, done: int, of: int) -> None:
        doing, _, unit = what.rpartition(" ")
        console.progress(Report(f"merging, {doing}", done, of, 0.0, None, unit=unit))

    with Project.open(options.b, who, write=False) as b:
        if options.dry_run:
            with Project.open(options.a, who, write=False) as a:
                _say_plan(options, console, a, b, merging.plan(a, b, prefer, told))
            return None
        target = options.a if options.into is None else merging.copy_to(options.a, b, options.into, who)
        with Project.open(target, who) as a:
            _say_merged(options, console, a, target, merging.merge(a, b, prefer, told))
    return None


def _say_plan(options: argparse.Namespace, console: Console, a: Project, b: Project, plan: Plan) -> None:
    from app.cli.conflicts import listed, told
    from app.document.merging import grouped

    groups = grouped(a.snapshot, plan.conflicts, [a, b])
    found = listed(a.snapshot, groups)
    data = {"rows": plan.rows, "nothing": plan.nothing, "conflicts": found}
    command = f"reelmend merge {quote(str(options.a))} {quote(str(options.b))}"
    if plan.nothing:
        console.result(data, f"{a.path.name} has everything that was done in {b.path.name} already: nothing to merge")
        return
    people = ", ".join(plan.people)
    edits = "1 edit" if plan.rows == 1 else f"{plan.rows} edits"
    lines = [f"{edits} by {people} would be taken over, {len(plan.conflicts)} conflicts; nothing was written"]
    if not groups:
        console.result(data, "\n".join([*lines, "", "next: " + command]))
        return
    lines += told(groups, found, options.all)
    lines += ["", "next: merge; the work marked * is in force"]
    if options.prefer:
        lines.append(f"  {command} --prefer {options.prefer}")
    else:
        lines[-1] += ", and the conflicts stay open for `reelmend conflicts`; or decide all of them at once"
        lines += [f"  {command}", f"  {command} --prefer a   (or b, or newer)"]
    console.result(data, "\n".join(lines))


def _say_merged(options: argparse.Namespace, console: Console, a: Project, target: Path, made: Merged) -> None:
    from app.cli.conflicts import listed, told
    from app.document.merging import grouped

    groups = grouped(a.snapshot, made.conflicts, [a])
    found = listed(a.snapshot, groups)
    data = {
        "edit": made.seq,
        "rows": made.rows,
        "artefacts": made.artefacts,
        "conflicts": found,
        "open": len(a.snapshot.conflicts),
    }
    lines = [made.summary]
    if groups:
        lines += told(groups, found, options.all)
    if groups and not options.prefer:
        lines += [
            "",
            "next: list and settle the conflicts; meanwhile the newer work is in force",
            f"  reelmend conflicts {quote(str(target))}",
        ]
    console.result(data, "\n".join(lines))
