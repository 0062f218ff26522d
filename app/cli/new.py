"""`reelmend new`: a project from media."""

from __future__ import annotations

import argparse
from fractions import Fraction
from pathlib import Path

from app.cli.console import Console

HELP = "Make a project from movies, folders of frames or single frames of a sequence."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("project", type=Path, help="project file to make, NAME.reelmend")
    parser.add_argument("media", type=Path, nargs="+", help="a movie, a folder, or one frame of a sequence")
    parser.add_argument(
        "--rate", type=Fraction, help="frames per second, where the media do not say (24, 24000/1001)"
    )
    parser.add_argument("--encoding", help="colour encoding, where the guess is wrong (cineon_log, rec709...)")
    parser.add_argument("--bad-frames", choices=("hold", "black", "stop"), default="hold")
    parser.add_argument("--no-shots", action="store_true", help="do not look for cuts now")


def run(options: argparse.Namespace, console: Console) -> int | None:
    """Make the project and find its shots."""
    from app.cli.describe import project_facts, project_text
    from app.session import Session

    with Session.create(
        options.project,
        options.media,
        rate=options.rate,
        encoding=options.encoding,
        policy=options.bad_frames,
    ) as session:
        if not options.no_shots:
            session.find_shots(console.progress)
        facts = project_facts(session)
        console.result(facts, project_text(facts))
    return None
