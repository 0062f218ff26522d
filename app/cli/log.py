"""`reelmend log`: the history of a project."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.cli.console import Console, table

HELP = "Print the history: every edit, when, by whom, and whether it is in force."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("project", type=Path)
    parser.add_argument("--last", type=int, metavar="N", help="only the last N rows")


def run(options: argparse.Namespace, console: Console) -> int | None:
    """List the ledger."""
    from app.document.project import Project
    from app.session import author_name

    with Project.open(options.project, author_name(), write=False) as project:
        first = 1 if options.last is None else max(project.snapshot.seq - options.last + 1, 1)
        entries = list(project.entries(first))
    names = ("seq", "id", "parents", "kind", "author", "time", "summary", "undone", "acknowledged")
    data = {"entries": [{name: getattr(entry, name) for name in names} for entry in entries]}
    rows = [
        (str(entry.seq), entry.time[:19].replace("T", " "), entry.author, entry.summary + " (undone)" * entry.undone)
        for entry in entries
    ]
    console.result(data, table(rows) or "nothing was done yet")
    return None
