"""`reelmend undo`."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.cli.console import Console

HELP = "Take the last edit back."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("project", type=Path)


def run(options: argparse.Namespace, console: Console) -> int | None:
    """Move the cursor by one edit."""
    from app.document.project import Project
    from app.session import author_name

    with Project.open(options.project, author_name()) as project:
        change = project.undo()
        change.wait()
        console.result({"edit": change.seq, "summary": change.summary}, change.summary)
    return None
