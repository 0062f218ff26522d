"""`reelmend repairs`: the ledger in the open, as a table, CSV or JSON. To revert what it lists: `reelmend reject`."""

from __future__ import annotations

import argparse
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
SCREEN = (
    *("id", "frame", "shot", "class", "state", "by", "verdict", "judged_by", "probability", "area", "risk", "made"),
)
"""Columns on the screen; `risk`: why it may be a false alarm, as `--where risk=...` asks for it."""


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
    from app.jobs.write_repairs import csv_pieces, plain
    from app.session import author_name

    with Project.open(options.project, author_name(), write=False) as project:
        snapshot = snapshot_named(project, options.version)
        found = (plain(project.snapshot, item) for item in _every(project, snapshot, options.where, options.limit))
        if options.csv is not None:
            count = [0]
            write_pieces(options.csv, csv_pieces(_counted(found, count)))
            console.result({"csv": str(options.csv), "repairs": count[0]}, f"{count[0]} repairs in {options.csv}")
            return None
        if console.as_json:
            console.result({"repairs": list(found)}, "")
            return None
        shown = [row for row, _ in zip(found, range(options.limit or SHOWN), strict=False)]
        counts = project.count(snapshot, options.where).values()
        total = sum(item.accepted + item.rejected + item.proposed for item in counts)
    rows = [tuple(_cell(name, row[name]) for name in SCREEN) for row in shown]
    console.result({}, table(rows, SCREEN) + f"\n{len(shown)} of {total} repairs")
    return None


def _cell(name: str, value: Any) -> str:
    """A value as the table on the screen has it: ids by their beginning, times to the second; nothing else is cut."""
    if name == "probability":
        return f"{value:.2f}"
    text = str(value)
    return {"id": text[:8], "made": text[:19]}.get(name, text)


def _every(project: Project, snapshot: Any, where: str, limit: int | None) -> Iterator[Listed]:
    place, left = None, 2**62 if limit is None else limit
    while left > 0:
        page = project.page(snapshot, where, place, min(PAGE, left))
        yield from page.rows
        place, left = page.following, left - len(page.rows)
        if place is None:
            return


def _counted(rows: Iterator[dict[str, Any]], count: list[int]) -> Iterator[dict[str, Any]]:
    for row in rows:
        count[0] += 1
        yield row
