"""`reelmend demo-reel`: a damaged reel with its truth beside it."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.cli.console import Console

HELP = "Make a damaged reel from photographed movement: 10-bit DPX, a ProRes movie with sound, and the truth."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("out", type=Path, help="folder to make")
    parser.add_argument("--seconds", type=float, default=6.0)
    parser.add_argument("--size", default="720x540", metavar="WxH")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--kinds", default="all", help="as in dirt,hair,scratch,flicker,weave,grain; all unless given"
    )
    parser.add_argument("--grey", action="store_true", help="black-and-white film")


def run(options: argparse.Namespace, console: Console) -> int | None:
    """Make it and say what lies where."""
    from app.engine.worker import Token
    from app.jobs.demo_reel import DemoSpec, make_demo_reel

    width, height = size_of(options.size)
    spec = DemoSpec(
        seconds=options.seconds,
        width=width,
        height=height,
        seed=options.seed,
        kinds=tuple(kind.strip() for kind in options.kinds.split(",")),
        grey=options.grey,
    )
    made = make_demo_reel(options.out, spec, console.progress, Token())
    lines = [f"{made.frames} frames made in {options.out}"]
    lines += [f"  {name}: {path}" for name, path in made.places.items()]
    data = {"out": str(options.out), "frames": made.frames, "cuts": list(made.cuts)}
    console.result({**data, "places": {name: str(path) for name, path in made.places.items()}}, "\n".join(lines))
    return None


def size_of(text: str) -> tuple[int, int]:
    """(width, height) of `720x540`."""
    from app.errors import UsageError

    width, cross, height = text.partition("x")
    if not (cross and width.isdigit() and height.isdigit() and int(width) and int(height)):
        raise UsageError(f"'{text}' is no size; write it as in 720x540")
    return int(width), int(height)
