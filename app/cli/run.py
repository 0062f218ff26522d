"""`reelmend run`: a pass over shots."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from app.cli.console import Console
from app.cli.infrared import add_infrared_options, measured, recipe_with_infrared, told
from app.document.commands.base import number

HELP = "Run a recipe over shots: find defects, mend them, set the full-frame stages. Interrupted, it resumes."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("project", type=Path)
    parser.add_argument(
        "--recipe", default="standard", help="a shipped recipe (see `reelmend recipes`) or a .toml file"
    )
    parser.add_argument("--shots", help="only these, as in 3-7,9")
    add_pass_options(parser)
    add_infrared_options(parser)


def add_pass_options(parser: argparse.ArgumentParser) -> None:
    """The options that every command has that runs a pass."""
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="OPERATOR.PARAMETER=VALUE",
        help="change the recipe for this run, as in dirt.threshold=0.6 (may be given several times)",
    )
    parser.add_argument("--device", help="cpu, cuda or mps; the best there is unless given")
    parser.add_argument(
        "--workers", type=int, help="child processes; by default one a core, fewer where memory is short; 0 for none"
    )


def run(options: argparse.Namespace, console: Console) -> int | None:
    """Run the pass and count what it found."""
    from app.engine.recipe import find_recipe
    from app.session import Session

    recipe = find_recipe(options.recipe)
    infrared: dict[str, Any] = {}
    text = ""
    with Session.open(options.project, device=options.device) as session:
        if options.infrared is not None:
            report = measured(session, options, console)
            infrared, said = told(report)
            recipe, text = recipe_with_infrared(recipe, report, options), f"{said}\n"
        recipe = recipe.with_settings(options.set)
        done = session.run(recipe, options.shots, console.progress, workers=options.workers)
        counts = session.project.count(session.snapshot)
        accepted = {defect: count.accepted for defect, count in counts.items()}
    data = {
        "recipe": recipe.name,
        "frames": done.frames,
        "resumed_frames": done.resumed_frames,
        "detections": dict(done.detections),
        "accepted": accepted,
        "bad_frames": done.bad_frames,
        "left_alone": done.left_alone,
        **({"infrared": infrared} if infrared else {}),
    }
    found = ", ".join(f"{count} {defect}" for defect, count in done.detections.items()) or "nothing"
    text += f"{recipe.name} over {done.frames} frames found {found}"
    if accepted:
        text += "; accepted now: " + ", ".join(f"{count} {defect}" for defect, count in accepted.items())
    if done.resumed_frames:
        text += f" ({done.resumed_frames} frames were finished by an earlier, interrupted run)"
    if done.left_alone:
        text += f"\n{number(done.left_alone, 'frame')} of protected shots left alone"
    if done.bad_frames:
        text += f"\n{done.bad_frames} frames were missing or broken and shown as the reel's policy says"
    console.result(data, text)
    return None
