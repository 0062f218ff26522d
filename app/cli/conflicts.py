"""`reelmend conflicts`: what a merge left open, and whose work counts."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.cli.console import Console, table

if TYPE_CHECKING:
    from app.document.model import Conflict
    from app.document.snapshot import Snapshot

HELP = "List the conflicts that a merge left open, or settle them."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("project", type=Path)
    parser.add_argument("--settle", nargs="+", metavar="ID", help="these, by the beginning of their id; or 'all'")
    parser.add_argument("--take", choices=("a", "b"), help="a: the copy that was merged into; b: the other")


def run(options: argparse.Namespace, console: Console) -> int | None:
    """List, or settle."""
    from app.document.commands import SettleConflicts
    from app.document.project import Project
    from app.errors import UsageError
    from app.session import author_name

    if (options.settle is None) != (options.take is None):
        raise UsageError("say which conflicts to settle and with which side: --settle ID... --take a")
    with Project.open(options.project, author_name(), write=options.settle is not None) as project:
        said = ""
        if options.settle is not None:
            ids = _chosen(project.snapshot, options.settle)
            change = project.dispatch(SettleConflicts(ids, options.take))
            change.wait()
            said = change.summary
        found = listed(project.snapshot, project.snapshot.conflicts.values())
    text = table(rows_of(found)) or "no conflict is open"
    console.result({"summary": said, "conflicts": found}, f"{said}\n{text}" if said else text)
    return None


def _chosen(snapshot: Snapshot, wanted: Sequence[str]) -> tuple[str, ...]:
    from app.errors import UsageError

    if list(wanted) == ["all"]:
        return tuple(snapshot.conflicts)
    found: list[str] = []
    for start in wanted:
        fitting = [id for id in snapshot.conflicts if id.startswith(start)]
        if len(fitting) != 1:
            raise UsageError(f"'{start}' is the beginning of {len(fitting)} open conflicts; write more of the id")
        found += fitting
    return tuple(found)


def listed(snapshot: Snapshot, conflicts: Iterable[Conflict]) -> list[dict[str, Any]]:
    """Conflicts as plain values."""
    return [
        {
            "id": item.id,
            "kind": item.kind,
            "reel": snapshot.reel(item.reel).path if item.reel else "",
            "frames": [item.start, item.end],
            "box": item.box,
            "in_force": item.chosen,
            **{
                name: {"who": side.who, "when": side.when, "what": side.what, "repairs": len(side.verdicts)}
                for name, side in (("a", item.a), ("b", item.b))
            },
        }
        for item in conflicts
    ]


def rows_of(found: Iterable[dict[str, Any]]) -> list[tuple[str, ...]]:
    """Rows of a table for people; the side in force is marked."""
    rows = []
    for item in found:
        start, end = item["frames"]
        where = "" if not item["reel"] else f"frame {start}" if end - start == 1 else f"frames {start}-{end - 1}"
        box = ",".join(map(str, item["box"])) if item["box"] else ""
        sides = [
            f"{name}{'*' if name == item['in_force'] else ''} {side['who']} {side['when'][:16]} {side['what']}"
            for name in ("a", "b")
            for side in (item[name],)
        ]
        rows.append((item["id"][:8], item["kind"], where, box, *sides))
    return rows
