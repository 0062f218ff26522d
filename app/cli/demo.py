"""`reelmend demo`: the main job once, on a film one can see."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.cli.console import Console
from app.document.commands.base import number

HELP = "Make a damaged demo reel, run the coarse pass on it, write the restored reel, and open the window on it."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "folder", type=Path, nargs="?", default=Path("reelmend-demo"), help="where to (must not exist)"
    )
    parser.add_argument("--headless", action="store_true", help="open no window")
    parser.add_argument("--seconds", type=float, default=4.0)
    parser.add_argument("--size", default="720x540", metavar="WxH")
    parser.add_argument("--seed", type=int, default=1)


def run(options: argparse.Namespace, console: Console) -> int | None:
    """Make, restore, prove, and say where everything lies."""
    from app.cli.demo_reel import size_of
    from app.cli.demo_run import run_demo
    from app.engine.worker import Token
    from app.errors import MediaError
    from app.jobs.demo_reel import DemoSpec

    if options.folder.exists():
        raise MediaError(f"{options.folder} exists already: name another folder, or remove it first")
    width, height = size_of(options.size)
    spec = DemoSpec(seconds=options.seconds, width=width, height=height, seed=options.seed)
    made = run_demo(options.folder, spec, console.progress, Token())
    mended = ", ".join(f"{count} {defect}" for defect, count in made["repairs"].items()) or "nothing"
    proved = "Proved: outside the accepted masks every code value equals the scan's."
    lines = [
        f"{made['frames']} frames in {number(made['shots'], 'shot')} damaged, searched and mended "
        f"in {made['seconds']:.0f} s.",
        f"Mended: {mended}; {made['truth_found']:.0%} of the damaged pixels found, "
        f"{made['wrongly_touched']:.3%} of the sound ones touched.",
        f"PSNR against the undamaged film: {made['psnr_damaged']:.1f} dB before, "
        f"{made['psnr_restored']:.1f} dB after.",
        proved if made["proved"] else "NOT PROVED: code values changed outside the accepted masks.",
        f"See {made['before_after']} (scan, what was mended, result), the movie {made['movie']},",
        f"the restored DPX frames in {made['restored']} and the project {made['project']}.",
    ]
    missing = "" if options.headless else options.door.can_open()
    if missing:
        lines.append(f"No window is shown: {missing}.")
    console.result(made, "\n".join(lines))
    if options.headless or missing:
        return None
    return int(options.door.open(Path(made["project"]), ()))
