"""`reelmend conflicts`: what a merge left open, and whose work counts."""

from __future__ import annotations

import argparse
import shlex
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.cli.console import Console, table

if TYPE_CHECKING:
    from app.document.merging import Group
    from app.document.model import Conflict
    from app.document.snapshot import Snapshot

HELP = "List the conflicts that a merge left open, by shot, class and kind, or settle them."

EACH = 3
"""Conflicts of a group that are shown unless all are asked for."""
KINDS = {
    "pixels": "both touched the same pixels of a frame",
    "verdict": "two verdicts on one repair",
    "pass": "two passes looked for the same on the same frames",
    "shot": "cuts of one reel that do not go together",
}
"""What a kind of conflict is; any other is a setting that both changed."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("project", type=Path)
    parser.add_argument("--shots", help="only those in these shots, as in 3-7,9")
    parser.add_argument("--class", dest="defect", metavar="CLASS", help="only those over repairs of this class")
    parser.add_argument("--kind", help="only those of this kind, as the list names it: pixels, verdict, pass...")
    parser.add_argument("--all", action="store_true", help=f"show every conflict, not {EACH} of each group")
    parser.add_argument(
        "--settle", nargs="+", metavar="ID", help="these, by the beginning of their id; or 'all' that are listed"
    )
    parser.add_argument("--take", choices=("a", "b"), help="a: the copy that was merged into; b: the other")


def run(options: argparse.Namespace, console: Console) -> int | None:
    """List, or settle."""
    from app.document.commands import SettleConflicts
    from app.document.merging import grouped
    from app.document.project import Project
    from app.errors import UsageError
    from app.session import author_name

    if (options.settle is None) != (options.take is None):
        raise UsageError("say which conflicts to settle and with which side: --settle ID... --take a")
    with Project.open(options.project, author_name(), write=options.settle is not None) as project:
        said = ""
        groups = _wanted(grouped(project.snapshot, project.snapshot.conflicts.values(), [project]), options)
        if options.settle is not None:
            ids = _chosen(groups, options.settle)
            change = project.dispatch(SettleConflicts(ids, options.take))
            change.wait()
            said = change.summary
            groups = _wanted(grouped(project.snapshot, project.snapshot.conflicts.values(), [project]), options)
        found = listed(project.snapshot, groups)
        left = len(project.snapshot.conflicts)
    lines = [said] if said else []
    if groups:
        lines += told(groups, found, options.all)
        lines += _next(options, groups)
    else:
        lines.append("no conflict is open" if not left else f"none of the {left} open conflicts fits")
    console.result({"summary": said, "conflicts": found}, "\n".join(lines))
    return None


def _wanted(groups: Iterable[Group], options: argparse.Namespace) -> list[Group]:
    from app.session import numbers_in

    shots = None if options.shots is None else set(numbers_in(options.shots))
    return [
        group
        for group in groups
        if (shots is None or any(group.shots[0] <= number <= group.shots[1] for number in shots))
        and options.defect in (None, group.defect)
        and options.kind in (None, group.kind)
    ]


def _chosen(groups: Sequence[Group], wanted: Sequence[str]) -> tuple[str, ...]:
    from app.errors import UsageError

    ids = [item.id for group in groups for item in group.conflicts]
    if list(wanted) == ["all"]:
        return tuple(ids)
    found: list[str] = []
    for start in wanted:
        fitting = [id for id in ids if id.startswith(start)]
        if len(fitting) != 1:
            raise UsageError(f"'{start}' is the beginning of {len(fitting)} open conflicts; write more of the id")
        found += fitting
    return tuple(found)


def _next(options: argparse.Namespace, groups: Sequence[Group]) -> list[str]:
    """What to type now."""
    command = f"reelmend conflicts {shlex.quote(str(options.project))}"
    group = groups[0]
    shots = "" if not group.shots[0] else f" --shots {shots_text(group)}"
    defect = f" --class {group.defect}" if group.defect else ""
    lines = [
        "",
        "next: settle one by the beginning of its id, a group, or all; what was not in force comes in force:",
        f"  {command} --settle {group.conflicts[0].id[:8]} --take a",
    ]
    if len(groups) > 1:
        lines.append(f"  {command}{shots}{defect} --kind {group.kind} --settle all --take b")
    return [*lines, f"  {command} --settle all --take b"]


def listed(snapshot: Snapshot, groups: Iterable[Group]) -> list[dict[str, Any]]:
    """Conflicts as plain values, in the order of their groups."""
    return [_plain(snapshot, group, item) for group in groups for item in group.conflicts]


def _plain(snapshot: Snapshot, group: Group, item: Conflict) -> dict[str, Any]:
    reel = snapshot.reels.get(item.reel)
    return {
        "id": item.id,
        "kind": item.kind,
        "class": group.defect,
        "shots": list(group.shots) if group.shots[0] else [],
        "reel": item.reel if reel is None else reel.path,
        "frames": [item.start, item.end],
        "box": item.box,
        "in_force": item.chosen,
        **{
            name: {"who": side.who, "when": side.when, "what": side.what, "repairs": len(side.verdicts)}
            for name, side in (("a", item.a), ("b", item.b))
        },
    }


def told(groups: Sequence[Group], found: Sequence[dict[str, Any]], every: bool) -> list[str]:
    """Lines for people: counts, what the marks mean, then group by group. `found` as `listed` makes it."""
    rows = dict(zip((item["id"] for item in found), rows_of(found), strict=True))
    lines = [
        *_summary(groups),
        "",
        "a: the copy that is merged into; b: the other; *: the work that counts meanwhile",
    ]
    for group in groups:
        lines += ["", f"{_title(group)}: {_counted(group)}"]
        shown = group.conflicts if every else group.conflicts[:EACH]
        lines += [f"  {line}" for line in table([rows[item.id] for item in shown]).splitlines()]
        if len(shown) < len(group.conflicts):
            lines.append(f"  and {len(group.conflicts) - len(shown)} more; --all shows them")
    return lines


def _summary(groups: Sequence[Group]) -> list[str]:
    kinds: Counter[str] = Counter()
    for group in groups:
        kinds[group.kind] += len(group.conflicts)
    total = kinds.total()
    shots = {number for group in groups for number in range(group.shots[0], group.shots[1] + 1) if number}
    where = f" in {_many(len(shots), 'shot')}" if shots else ""
    rows = [(str(count), kind, KINDS.get(kind, "a setting that both changed")) for kind, count in kinds.most_common()]
    counts = {side: sum(group.in_force(side) for group in groups) for side in ("a", "b")}
    return [
        f"{_many(total, 'conflict')}{where}; a counts in {counts['a']}, b in {counts['b']}",
        *(f"  {line}" for line in table(rows).splitlines()),
    ]


def _many(count: int, name: str) -> str:
    return f"{count} {name}" + ("" if count == 1 else "s")


def shots_text(group: Group) -> str:
    """`3`, or `3-7`."""
    first, last = group.shots
    return str(first) if first == last else f"{first}-{last}"


def _title(group: Group) -> str:
    first, last = group.shots
    where = "the whole project" if not first else f"shot{'' if first == last else 's'} {shots_text(group)}"
    return ", ".join(part for part in (where, group.defect, group.kind) if part)


def _counted(group: Group) -> str:
    on = f" on {_many(group.frames, 'frame')}" if group.kind in ("pixels", "verdict") and group.frames else ""
    return _many(len(group.conflicts), "conflict") + on


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
        rows.append((item["id"][:8], where, box, *sides))
    return rows
