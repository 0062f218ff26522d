"""`reelmend check`: is the project whole?"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.console import Console

if TYPE_CHECKING:
    from app.document.model import ReelRef

HELP = "Check the chain of edits, the artefacts and the media of a project, and say what is wrong."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("project", type=Path)


def run(options: argparse.Namespace, console: Console) -> int | None:
    """Check; exit code 4 where something is wrong."""
    from app.document.check import check
    from app.errors import ExitCode, ReelmendError
    from app.session import open_reference

    folder = options.project.absolute().parent

    def probe(ref: ReelRef) -> str | None:
        try:
            open_reference(ref, folder)
        except ReelmendError as error:
            return str(error)
        return None

    problems = check(options.project, probe)
    wrong = [problem for problem in problems if not problem.harmless]
    data = {
        "sound": not wrong,
        "problems": [{"kind": p.kind, "text": p.text, "harmless": p.harmless} for p in problems],
    }
    lines = [f"{'note' if problem.harmless else 'WRONG'}: {problem.text}" for problem in problems]
    lines.append("the project is whole" if not wrong else f"{len(wrong)} things are wrong")
    console.result(data, "\n".join(lines))
    return ExitCode.BAD_PROJECT if wrong else ExitCode.DONE
