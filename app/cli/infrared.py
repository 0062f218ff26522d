"""What commands say and ask of a scanner's infrared channel."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.cli.console import Console

if TYPE_CHECKING:
    from app.engine.recipe import Recipe
    from app.jobs.infrared import InfraredReport
    from app.session import Session

OWN = Path()
"""What `--infrared` without a folder stands for: the scan itself."""

WHERE = "the scanner's infrared pictures; without a folder: a channel of the scan's own frames"


def add_infrared_options(parser: argparse.ArgumentParser) -> None:
    """The options of a pass that looks at the infrared channel."""
    parser.add_argument("--infrared", nargs="?", const=OWN, type=Path, metavar="FOLDER", help=f"find dirt by {WHERE}")
    parser.add_argument(
        "--infrared-channel", default="", metavar="NAME", help="the channel's name, where there are several"
    )
    parser.add_argument("--infrared-only", action="store_true", help="and do not look for dirt in the picture")
    parser.add_argument(
        "--infrared-anyway",
        action="store_true",
        help="also where the channel shows the picture itself, or another one",
    )


def measured(session: Session, options: argparse.Namespace, console: Console) -> InfraredReport:
    """Measure the channel that the options name, on the shots they name."""
    folder = None if options.infrared == OWN else options.infrared
    shots = getattr(options, "shots", None)
    return session.measure_infrared(folder, options.infrared_channel, shots, console.progress)


def recipe_with_infrared(recipe: Recipe, report: InfraredReport, options: argparse.Namespace) -> Recipe:
    """The recipe as the options want it. UsageError, with the way out, where the channel should not be relied on."""
    from app.errors import UsageError
    from app.jobs.infrared import with_infrared

    if report.objection and not options.infrared_anyway:
        raise UsageError(f"{report.objection}. Run the pass without --infrared, or add --infrared-anyway")
    return with_infrared(recipe, report, instead=options.infrared_only, trusted=options.infrared_anyway)


def told(report: InfraredReport) -> tuple[dict[str, Any], str]:
    """A report as plain values, and as sentences."""
    found = report.measured
    data = {
        "channel": report.channel,
        "shift": [round(one, 2) for one in found.shift],
        "shift_known": found.known,
        "contrast": round(found.contrast, 3),
        "likeness": round(found.likeness, 3),
        "leak": round(found.leak, 3),
        "nature": found.nature.value,
        "missing": report.missing,
        "objection": report.objection,
    }
    x, y = found.shift
    if found.known:
        lies = f"lies {x:+.1f}, {y:+.1f} pixels beside the picture"
    else:
        lies = "is taken to lie on the picture: there is too little dirt to tell"
    text = (
        f"infrared channel {report.channel} {lies}; it has {100 * found.contrast:.0f} % of the picture's contrast "
        f"({found.frames} frames looked at)"
    )
    if report.missing:
        text += f"\n{report.missing} frames have no infrared picture: on them it finds nothing"
    if report.objection:
        text += f"\n{report.objection}"
    return data, text
