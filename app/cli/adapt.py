"""`reelmend adapt`: let the detector learn from the corrections of a project."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.cli.console import Console

HELP = (
    "Adapt the detector to this film: it learns from the frames on which you corrected masks or decided on repairs."
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("project", type=Path)
    parser.add_argument("--minutes", type=float, help="of learning at most; a few unless given")
    parser.add_argument("--device", help="cpu, cuda or mps; the best there is unless given")
    either = parser.add_mutually_exclusive_group()
    either.add_argument(
        "--use-anyway", action="store_true", help="take the weights into use even if they are no better"
    )
    either.add_argument(
        "--try", dest="only_try", action="store_true", help="say what it would gain and change nothing"
    )
    either.add_argument(
        "--discard", action="store_true", help="throw the film's own weights away; undo brings them back"
    )


def run(options: argparse.Namespace, console: Console) -> int | None:
    """Learn, say what is gained, and take it into use where it is better."""
    from app.document.commands import RetireModel
    from app.errors import UsageError
    from app.jobs.adapt import MINUTES, TASK, adapt
    from app.session import Session

    if options.minutes is not None and not options.minutes > 0:
        raise UsageError("--minutes must be more than 0")
    with Session.open(options.project, device=options.device) as session:
        if options.discard:
            change = session.project.dispatch(RetireModel(TASK))
            change.wait()
            console.result({"seq": change.seq, "summary": change.summary}, change.summary)
            return None
        with session.engine.aside() as engine:
            minutes = options.minutes or MINUTES
            made = adapt(engine, session.snapshot, console.progress, session.token, minutes=minutes)
        used = not options.only_try and (made.better or options.use_anyway)
        if used:
            session.project.dispatch(made.command()).wait()
    figures = dict(made.command().figures)
    lines = [
        f"F1 of dirt on corrections that were not shown: {made.before:.3f} before, {made.after:.3f} after "
        f"(threshold {made.threshold:g}, {made.frames} corrected frames)",
        f"each at its best threshold: {made.best_before:.3f} before, {made.best_after:.3f} after",
        _verdict(used, made.better, options.only_try),
    ]
    data = {"used": used, "better": made.better, "weights": made.weights, "base": made.base, "frames": made.frames}
    console.result({**data, "figures": figures}, "\n".join(lines))
    return None


def _verdict(used: bool, better: bool, only_try: bool) -> str:
    if used:
        return "the film's own weights are in use from the next pass on; `reelmend adapt PROJECT --discard` ends that"
    if only_try:
        return "nothing was changed"
    return "that is no better, and nothing was changed; --use-anyway takes them into use all the same"
