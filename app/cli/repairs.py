"""`reelmend repairs`: the ledger in the open, as a table, CSV or JSON. To revert what it lists: `reelmend reject`."""

from __future__ import annotations

import argparse
import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.cli.console import Console, table

if TYPE_CHECKING:
    from app.document.listing import Listed
    from app.document.project import Project

HELP = "List repairs: who or what made each, where, how sure, the verdict; `reelmend reject --where` reverts them."

PAGE = 2000
SHOWN = 50
COLUMNS = (
    *("id", "reel", "frame", "shot", "class", "state", "by", "recipe", "made", "fill"),
    *("verdict", "judged_by", "judged", "probability", "threshold", "area", "x0", "y0", "x1", "y1"),
    *("track", "risk", "edit", "pass", "mask"),
)
"""Columns of a CSV file, and keys of the JSON. `mask` is where the mask lies: pack:offset:length of the artefact."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("project", type=Path)
    parser.add_argument("--where", default="", help="which ones, as for accept and reject; all unless given")
    parser.add_argument("--version", metavar="NAME", help="as they were in this version")
    parser.add_argument(
        "--csv", type=Path, metavar="FILE", help="write all of them as comma-separated values (UTF-8)"
    )
    parser.add_argument(
        "--limit", type=int, metavar="N", help=f"no more than these; {SHOWN} on the screen unless given"
    )


def run(options: argparse.Namespace, console: Console) -> int | None:
    """List."""
    from app.document.files import write_pieces
    from app.document.named_versions import snapshot_named
    from app.document.project import Project
    from app.session import author_name

    with Project.open(options.project, author_name(), write=False) as project:
        snapshot = snapshot_named(project, options.version)
        found = (plain(project, item) for item in _every(project, snapshot, options.where, options.limit))
        if options.csv is not None:
            count = [0]
            write_pieces(options.csv, _csv(found, count))
            console.result({"csv": str(options.csv), "repairs": count[0]}, f"{count[0]} repairs in {options.csv}")
            return None
        if console.as_json:
            console.result({"repairs": list(found)}, "")
            return None
        shown = [row for row, _ in zip(found, range(options.limit or SHOWN), strict=False)]
        counts = project.count(snapshot, options.where).values()
        total = sum(item.accepted + item.rejected + item.proposed for item in counts)
    names = ("id", "frame", "shot", "class", "state", "by", "verdict", "judged_by", "probability", "area", "made")
    rows = [
        tuple(f"{row[name]:.2f}" if name == "probability" else str(row[name])[:19] for name in names) for row in shown
    ]
    console.result({}, table([(r[0][:8], *r[1:]) for r in rows], names) + f"\n{len(shown)} of {total} repairs")
    return None


def _every(project: Project, snapshot: Any, where: str, limit: int | None) -> Iterator[Listed]:
    place, left = None, 2**62 if limit is None else limit
    while left > 0:
        page = project.page(snapshot, where, place, min(PAGE, left))
        yield from page.rows
        place, left = page.following, left - len(page.rows)
        if place is None:
            return


def plain(project: Project, item: Listed) -> dict[str, Any]:
    """A repair as plain values, by `COLUMNS`."""
    from app.document.risks import names_of

    r = item.repair
    reel = project.snapshot.reels.get(r.reel)
    return dict(
        zip(
            COLUMNS,
            (
                *(r.id, r.reel if reel is None else reel.path, r.frame, item.shot, r.defect, item.state, item.by),
                *(item.recipe, item.made, item.fill, r.verdict, item.judged_by, item.judged, r.probability),
                *(r.threshold, r.area, r.x0, r.y0, r.x1, r.y1, r.track, " ".join(names_of(r.risk)), r.seq, r.pass_id),
                f"{r.pack}:{r.offset}:{r.length}" if r.length else "",
            ),
            strict=True,
        )
    )


def _csv(rows: Iterator[dict[str, Any]], count: list[int]) -> Iterator[bytes]:
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS)
    writer.writeheader()
    for row in rows:
        writer.writerow(row)
        count[0] += 1
        if text.tell() > 1 << 16:
            yield text.getvalue().encode()
            text.seek(0)
            text.truncate()
    yield text.getvalue().encode()
