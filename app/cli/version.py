"""`reelmend version`: give the present state a name."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.cli.console import Console, table

HELP = "List the named versions of a project, or name the present state."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("project", type=Path)
    parser.add_argument("name", nargs="?", help="name for the present state")


def run(options: argparse.Namespace, console: Console) -> int | None:
    """Name the state, or list the names."""
    from app.document.commands.versions import NameVersion
    from app.document.project import Project
    from app.session import author_name

    with Project.open(options.project, author_name(), write=options.name is not None) as project:
        if options.name is not None:
            project.dispatch(NameVersion(options.name)).wait()
        versions = project.snapshot.versions.values()
        data = {"versions": [{"name": v.name, "edit": v.seq, "approved_by": v.approved_by} for v in versions]}
        rows = [(v.name, f"edit {v.seq}", f"approved by {v.approved_by}" * bool(v.approved_by)) for v in versions]
        console.result(data, table(rows) or "no version was named yet")
    return None
