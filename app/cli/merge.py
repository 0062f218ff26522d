"""`reelmend merge`: the work of two people in two copies of one project, joined."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.cli.console import Console

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


def run(options: argparse.Namespace, console: Console) -> int | None:
    """Merge, or say what a merge would do."""
    from app.cli.conflicts import listed, rows_of
    from app.cli.console import table
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
        console.progress(Report(f"merging: {what}", done, of, 0.0, None))

    with Project.open(options.b, who, write=False) as b:
        if options.dry_run:
            with Project.open(options.a, who, write=False) as a:
                plan = merging.plan(a, b, prefer, told)
                conflicts = listed(a.snapshot, plan.conflicts)
                data = {"rows": plan.rows, "nothing": plan.nothing, "conflicts": conflicts}
                text = [f"{plan.rows} edits would be taken over, {len(plan.conflicts)} conflicts"]
                console.result(data, "\n".join([*text, table(rows_of(conflicts))]))
            return None
        target = options.a if options.into is None else merging.copy_to(options.a, b, options.into, who)
        with Project.open(target, who) as a:
            made = merging.merge(a, b, prefer, told)
            conflicts = listed(a.snapshot, made.conflicts)
            data = {
                "edit": made.seq,
                "rows": made.rows,
                "artefacts": made.artefacts,
                "conflicts": conflicts,
                "open": len(a.snapshot.conflicts),
            }
            text = [made.summary]
            if made.conflicts and not prefer:
                text.append("`reelmend conflicts` lists and settles them; meanwhile the newer work is in force")
            console.result(data, "\n".join([*text, table(rows_of(conflicts))]))
    return None
