"""`reelmend shots`: list the shots; find, split, merge and nudge cuts; cut lists in and out."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from app.cli.console import Console, table
from app.document.snapshot import Snapshot

HELP = "List the shots of a project, find them anew, change cuts, read or write cut lists (OTIO, EDL)."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("project", type=Path)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--find", action="store_true", help="find the cuts of every reel anew")
    what.add_argument(
        "--split", metavar="SHOT:FRAME", help="cut a shot in two; FRAME (of the reel) begins the second"
    )
    what.add_argument("--merge", metavar="SHOTS", help="make one shot of neighbours, as in 3-5")
    what.add_argument("--move", metavar="SHOT:FRAME", help="nudge the cut at the beginning of a shot to FRAME")
    what.add_argument("--read", type=Path, metavar="FILE", help="take the cuts from an .otio or .edl file")
    what.add_argument("--write", type=Path, metavar="FILE", help="write the shots to an .otio or .edl file")


def run(options: argparse.Namespace, console: Console) -> int | None:
    """Change what is asked, then list the shots."""
    from app.document.commands.cuts import MergeShots, MoveCut, SplitShot
    from app.document.interchange import read_cuts, write_cuts
    from app.session import Session

    changes = options.find or options.split or options.merge or options.move or options.read
    with Session.open(options.project, write=bool(changes)) as session:
        if options.find:
            session.find_shots(console.progress)
        elif options.split:
            number, frame = _shot_and_frame(options.split)
            session.project.dispatch(SplitShot(session.shots_numbered(number)[0].id, frame)).wait()
        elif options.merge:
            ids = tuple(shot.id for shot in session.shots_numbered(options.merge))
            session.project.dispatch(MergeShots(ids)).wait()
        elif options.move:
            number, frame = _shot_and_frame(options.move)
            session.project.dispatch(MoveCut(session.shots_numbered(number)[0].id, frame)).wait()
        elif options.read:
            for command in read_cuts(options.read, session.snapshot):
                session.project.dispatch(command).wait()
        elif options.write:
            write_cuts(options.write, session.snapshot)
        _list(session.snapshot, console)
    return None


def _shot_and_frame(text: str) -> tuple[str, int]:
    from app.errors import UsageError

    shot, colon, frame = text.partition(":")
    if not colon or not shot.isdigit() or not frame.isdigit():
        raise UsageError(f"'{text}' names no shot and frame; write SHOT:FRAME, as in 3:1250")
    return shot, int(frame)


def _list(snapshot: Snapshot, console: Console) -> None:
    shots: list[dict[str, Any]] = [
        {"number": n, "reel": snapshot.reel(shot.reel).path, "start": shot.start, "end": shot.end, "id": shot.id}
        for n, shot in enumerate(snapshot.shots, start=1)
    ]
    transitions: list[dict[str, Any]] = [
        {"reel": snapshot.reel(t.reel).path, "start": t.start, "end": t.end, "kind": t.kind}
        for t in snapshot.transitions
    ]
    rows = [
        (str(s["number"]), f"{s['start']}-{s['end'] - 1}", f"{s['end'] - s['start']} frames", str(s["reel"]))
        for s in shots
    ]
    text = table(rows, ("shot", "frames", "length", "reel"))
    for item in transitions:
        text += f"\n{item['kind']} over frames {item['start']}-{item['end'] - 1} of {item['reel']}"
    console.result({"shots": shots, "transitions": transitions}, text)
