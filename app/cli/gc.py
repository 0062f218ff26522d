"""`reelmend gc`: free what nothing names."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.cli.console import Console, byte_size

HELP = "Free artefacts and staged detections that no row of the history names."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("project", type=Path)
    parser.add_argument("--dry-run", action="store_true", help="only say what would be freed")


def run(options: argparse.Namespace, console: Console) -> int | None:
    """Free it and say how much."""
    from app.document.gc import collect
    from app.document.project import Project
    from app.session import author_name

    with Project.open(options.project, author_name()) as project:
        freed = collect(project, dry_run=options.dry_run)
    verb = "would free" if options.dry_run else "freed"
    data = {
        "dry_run": options.dry_run,
        "artefacts": freed.artefacts,
        "detections": freed.detections,
        "bytes": freed.bytes,
    }
    text = f"{verb} {byte_size(freed.bytes)}: {freed.artefacts} artefacts, {freed.detections} staged detections"
    console.result(data, text)
    return None
