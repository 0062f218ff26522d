"""`reelmend open`: the window."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.cli.console import Console

HELP = "Open the window, on a project or on a new one made of media; `reelmend` alone does so too."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "what", type=Path, nargs="*", help="a project (.reelmend), or a movie, folder or frame of a sequence"
    )


def run(options: argparse.Namespace, console: Console) -> int | None:
    """Show the window until it is closed."""
    from app.errors import NotSupportedError, UsageError
    from app.session import SUFFIX

    missing = options.door.can_open()
    if missing:
        raise NotSupportedError(missing)
    projects = [path for path in options.what if path.suffix == SUFFIX]
    media = [path for path in options.what if path.suffix != SUFFIX]
    if len(projects) > 1 or (projects and media):
        raise UsageError("open one project at a time, or media alone for a new one")
    for path in options.what:
        if not path.exists():
            raise UsageError(f"there is no {path}")
    return int(options.door.open(projects[0] if projects else None, media))
