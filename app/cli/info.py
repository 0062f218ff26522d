"""`reelmend info`: what a project or a medium is."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.cli.console import Console

HELP = "Say what a project, a movie or a sequence holds."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("path", type=Path, help="a project, a movie, a folder, or one frame of a sequence")


def run(options: argparse.Namespace, console: Console) -> int | None:
    """Describe it."""
    from app.cli.describe import project_facts, project_text, reel_facts, reel_text
    from app.media.opening import open_reel
    from app.session import SUFFIX, Session

    if options.path.suffix == SUFFIX:
        with Session.open(options.path, write=False) as session:
            facts = project_facts(session)
            console.result(facts, project_text(facts))
        return None
    facts = reel_facts(open_reel(options.path))
    console.result(facts, reel_text(facts))
    return None
