"""`reelmend masks`: mattes of repairs out, and mattes of other programs in."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.cli.console import Console
from app.cli.infrared import OWN, WHERE, measured, told

HELP = "Write the masks of repairs as mattes, mend what a folder of mattes marks, or measure an infrared channel."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("project", type=Path)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--write", type=Path, metavar="FOLDER", help="mattes of repairs in force, white where one lies")
    what.add_argument("--read", type=Path, metavar="FOLDER", help="mend by hand what is white; grey fades")
    what.add_argument(
        "--infrared", nargs="?", const=OWN, type=Path, metavar="FOLDER",
        help=f"say whether `reelmend run --infrared` can rely on {WHERE}",
    )  # fmt: skip
    parser.add_argument("--infrared-channel", default="", metavar="NAME", help="infrared: the channel's name")
    parser.add_argument("--format", choices=("png", "tiff", "exr"), default="png", help="of what is written")
    parser.add_argument("--where", help="write: only these repairs, as for accept and reject")
    parser.add_argument("--shots", help="write, infrared: only these shots, as in 3-7,9")
    parser.add_argument("--version", metavar="NAME", help="write: as they were in this version")
    parser.add_argument("--class", dest="defect", default="dirt", help="read: the class of the repairs")
    parser.add_argument("--reel", help="read: the reel, by its path in the project, where there are several")


def run(options: argparse.Namespace, console: Console) -> int | None:
    """Write, read or measure."""
    from app.cli.protect import reel_named
    from app.document.named_versions import snapshot_named
    from app.jobs.mattes import read_mattes, write_mattes
    from app.session import Session

    with Session.open(options.project, write=options.read is not None) as session:
        if options.infrared is not None:
            console.result(*told(measured(session, options, console)))
            return None
        if options.read is not None:
            reel = reel_named(session, options.reel)
            command, frames = read_mattes(
                session.engine, reel, options.read, options.defect, console.progress, session.token
            )
            change = session.project.dispatch(command)
            change.wait()
            data = {"repairs": len(command.repairs), "frames": frames, "edit": change.seq}
            console.result(data, f"{change.summary} {frames} frames were mended.")
            return None
        snapshot = snapshot_named(session.project, options.version)
        wanted = None if options.where is None else set(session.project.select(snapshot, options.where))
        ranges = session.ranges(options.shots, snapshot)
        touched = write_mattes(
            session.engine, snapshot, ranges, options.write, options.format, wanted, console.progress, session.token
        )
    total = sum(item.end - item.start for item in ranges)
    written = {"folder": str(options.write), "frames": total, "frames_with_repairs": touched}
    console.result(written, f"{total} mattes written to {options.write}, {touched} with repairs")
    return None
