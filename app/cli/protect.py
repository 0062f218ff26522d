"""`reelmend protect`: shots, frames and regions that no pass may touch."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.console import Console, table

if TYPE_CHECKING:
    from app.document.model import Protection
    from app.document.snapshot import Snapshot
    from app.session import Session

HELP = "Keep every pass off shots, frames or a region of the picture; list what is protected, and lift it."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("project", type=Path)
    parser.add_argument("--shots", help="these shots, as in 3-4,9")
    parser.add_argument("--frames", metavar="A-B", help="frames of the reel, the last one included")
    parser.add_argument("--region", metavar="X0,Y0,X1,Y1", help="only this rectangle, in pixels of the source")
    parser.add_argument("--reel", help="the reel, by its path in the project, where there are several")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--list", action="store_true", help="only say what is protected")
    what.add_argument(
        "--lift", action="store_true", help="lift what lies in what is named, or all where nothing is named"
    )


def run(options: argparse.Namespace, console: Console) -> int | None:
    """Protect or lift, in one edit; then say what is protected."""
    from app.document.commands import LiftProtection, Protect
    from app.session import Session

    with Session.open(options.project, write=not options.list) as session:
        said = ""
        if options.lift:
            lifted = LiftProtection(tuple(item.id for item in _chosen(session, options)))
            change = session.project.dispatch(lifted)
            change.wait()
            said = change.summary
        elif not options.list:
            change = session.project.dispatch(Protect(_places(session, options)))
            change.wait()
            said = change.summary
        _say(session.snapshot, said, console)
    return None


def _places(session: Session, options: argparse.Namespace) -> tuple[Protection, ...]:
    """What the options name, as protections to be."""
    from app.document.ids import new_id
    from app.document.model import Protection
    from app.errors import UsageError

    box = None if options.region is None else _box(options.region)
    if options.shots is not None and options.frames is not None:
        raise UsageError("name either --shots or --frames")
    if options.shots is not None:
        shots = session.shots_numbered(options.shots)
        return tuple(Protection(new_id(), shot.reel, shot.start, shot.end, box) for shot in shots)
    if options.frames is None:
        raise UsageError("name what to protect: --shots 3-4, or --frames A-B, with --region X0,Y0,X1,Y1 for a part")
    first, dash, last = options.frames.partition("-")
    if not first.isdigit() or (dash and not last.isdigit()):
        raise UsageError(f"'{options.frames}' names no frames; write A-B, as in 120-180")
    return (Protection(new_id(), reel_named(session, options.reel), int(first), int(last or first) + 1, box),)


def _chosen(session: Session, options: argparse.Namespace) -> list[Protection]:
    """The protections that lie wholly in what the options name."""
    there = session.snapshot.protections.values()
    if options.shots is None and options.frames is None:
        box = None if options.region is None else _box(options.region)
        return [item for item in there if box in (None, item.box)]
    places = _places(session, options)
    return [
        item
        for item in there
        if any(
            (place.reel == item.reel and place.start <= item.start and item.end <= place.end)
            and place.box in (None, item.box)
            for place in places
        )
    ]


def _box(text: str) -> tuple[int, int, int, int]:
    from app.errors import UsageError

    numbers = text.split(",")
    if len(numbers) != 4 or not all(number.strip().isdigit() for number in numbers):
        raise UsageError(f"'{text}' is no region; write X0,Y0,X1,Y1, as in 100,40,260,180")
    x0, y0, x1, y1 = map(int, numbers)
    return x0, y0, x1, y1


def reel_named(session: Session, path: str | None) -> str:
    """The id of a reel by its path in the project; the only one where no path is given."""
    from app.errors import UsageError

    reels = session.snapshot.reels
    if path is None and len(reels) == 1:
        return next(iter(reels))
    for id, ref in reels.items():
        if ref.path == path:
            return id
    raise UsageError(f"name one of the project's reels by --reel: {', '.join(ref.path for ref in reels.values())}")


def _say(snapshot: Snapshot, said: str, console: Console) -> None:
    items = [
        {
            "reel": snapshot.reel(item.reel).path,
            "start": item.start,
            "end": item.end,
            "region": None if item.box is None else list(item.box),
            "id": item.id,
        }
        for item in sorted(snapshot.protections.values(), key=lambda item: (item.reel, item.start, item.end))
    ]
    rows = [
        (
            f"{item['start']}-{int(str(item['end'])) - 1}",
            "whole frame" if item["region"] is None else str(item["region"]).strip("[]").replace(" ", ""),
            str(item["reel"]),
        )
        for item in items
    ]
    text = table(rows, ("frames", "region", "reel")) if rows else "nothing is protected"
    console.result({"summary": said, "protected": items}, f"{said}\n{text}" if said else text)
