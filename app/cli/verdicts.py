"""What `accept` and `reject` share: a selection, frozen, and one row for the verdict on it."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Literal

from app.cli.console import Console


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("project", type=Path)
    parser.add_argument(
        "--where",
        required=True,
        help='which ones, as in "class=dirt and probability<0.4" or "shot in 3-7 and area>200"; fields: class, '
        "probability, frame, shot, area, x, y, width, height, track, verdict, state, pass, id, detector, "
        "risk (motion, light, large, edge, margin); 'risky' alone for any of these",
    )


def give(verdict: Literal["accept", "reject"], options: argparse.Namespace, console: Console) -> None:
    """Select, freeze, and write one verdict row."""
    from app.document.commands.verdicts import SetVerdicts
    from app.document.project import Project
    from app.session import author_name

    with Project.open(options.project, author_name()) as project:
        ids = project.select(project.snapshot, options.where)
        change = project.dispatch(SetVerdicts(ids, verdict, where=options.where))
        change.wait()
        console.result({"verdict": verdict, "repairs": len(ids), "edit": change.seq}, change.summary)
