"""`reelmend lint`: what shows of the repairs, with numbers, limits and severities."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.cli.console import Console, table

if TYPE_CHECKING:
    from app.document.linted import Answer
    from app.document.query import Repair
    from app.jobs.lint import LintReport
    from app.session import Session

HELP = "Look over the accepted repairs: outlines, dead or frozen grain, ghosts, flicker; exit code 6 at an Issue."

_SEVERITIES = ("none", "FYI", "Issue")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("project", type=Path)
    parser.add_argument("--shots", help="only these shots, as in 3-7,9")
    parser.add_argument("--where", default="", help="only repairs that this selects, as in `reelmend reject --help`")
    parser.add_argument("--issues", action="store_true", help="list Issues only")
    parser.add_argument("--again", action="store_true", help="look again at what was looked at before")


def run(options: argparse.Namespace, console: Console) -> int | None:
    """List what shows; exit code 6 where there is an Issue."""
    from app.errors import ExitCode
    from app.session import Session

    with Session.open(options.project, write=False) as session:
        report = session.lint(options.shots, console.progress, where=options.where, again=options.again)
        rows = [_row(session, *one) for one in report.findings]
        data = _data(rows, report, session)
    if options.issues:
        rows = [row for row in rows if row["severity"] == _SEVERITIES[2]]
        data["findings"] = rows
    console.result(data, _text(rows, data))
    return ExitCode.NOT_PROVED if data["issues"] else ExitCode.DONE


def _data(rows: list[dict[str, Any]], report: LintReport, session: Session) -> dict[str, Any]:
    counted = [row["severity"] for row in rows]
    return {
        "findings": rows,
        "issues": counted.count(_SEVERITIES[2]),
        "fyis": counted.count(_SEVERITIES[1]),
        "repairs": len(report.linted),
        "repairs_untold": sum(not item.answers for item in report.linted),
        "frames": report.frames,
        "unread_frames": [{"reel": session.snapshot.reel(f.reel).path, "frame": f.index} for f in report.unread],
    }


def _row(session: Session, repair: Repair, answer: Answer) -> dict[str, Any]:
    from app.jobs.lint import limits_of

    fyi, issue, unit = limits_of(answer.kind)
    shot = session.snapshot.shot_at(repair.reel, repair.frame)
    return {
        "reel": session.snapshot.reel(repair.reel).path,
        "shot": session.snapshot.shot_number(shot.id),
        "frame": repair.frame,
        "x": round(answer.x),
        "y": round(answer.y),
        "repair": repair.id,
        "class": repair.defect,
        "check": answer.kind,
        "value": round(answer.value, 3),
        "unit": unit,
        "fyi_from": fyi,
        "issue_from": issue,
        "sureness": round(min(answer.sure, 99.0), 1),
        "severity": _SEVERITIES[answer.severity],
        "about_frame": repair.frame + answer.about if answer.about else None,
    }


def _text(rows: list[dict[str, Any]], data: dict[str, Any]) -> str:
    cells = [
        (
            row["severity"],
            str(row["shot"]),
            str(row["frame"]),
            f"{row['x']},{row['y']}",
            row["repair"][:8],
            row["class"],
            row["check"] + ("" if row["about_frame"] is None else f" (frame {row['about_frame']})"),
            f"{row['value']:.2f} {row['unit']}",
            f"{row['fyi_from']:g} / {row['issue_from']:g}",
        )
        for row in rows
    ]
    head = ("severity", "shot", "frame", "place", "repair", "class", "check", "value", "FYI / Issue from")
    lines = [table(cells, head)] if cells else []
    lines.append(
        f"{data['issues']} Issues and {data['fyis']} FYIs in {data['repairs']} repairs on {data['frames']} frames"
    )
    if data["repairs_untold"]:
        lines.append(
            f"{data['repairs_untold']} repairs have too little undamaged film round them, or no fill, to be judged"
        )
    if data["unread_frames"]:
        lines.append(f"{len(data['unread_frames'])} frames cannot be read and were not looked at")
    return "\n".join(lines)
