"""`reelmend train`: make a network's weights from listed material, repeatably."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from app.cli.console import Console

HELP = "Train a network of the machine's passes from clean material and our own damage; goes on where it stopped."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("what", choices=("dirt",), help="dirt: the detector of dirt and line scratches")
    parser.add_argument("folder", type=Path, help="for samples, checkpoint, curve.svg and the finished model")
    parser.add_argument(
        "--material", type=Path, nargs="*", default=[], metavar="FOLDER",
        help="clean clips and photographs (how to get them: resources/training/TRAINING_DATA.md)",
    )  # fmt: skip
    parser.add_argument("--minutes", type=float, default=60.0, help="of training, after the samples are made")
    parser.add_argument("--steps", type=int, default=0, help="stop after so many steps")
    parser.add_argument("--scenes", type=int, default=1500, help="how many scenes to make samples from")
    parser.add_argument("--seed", type=int, default=1, help="of weights and samples")
    parser.add_argument("--device", default="auto", help="auto, cpu, cuda or mps")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, help="processes that make samples")


def run(options: argparse.Namespace, console: Console) -> int | None:
    """Make samples, train, write the model and its card."""
    from app.engine.engine import pick_device
    from app.jobs.train import Bench, train_detector
    from app.training.trainer import Schedule

    bench = Bench(options.folder, options.material, options.scenes, options.seed, options.workers)
    schedule = Schedule(options.minutes, seed=options.seed, steps=options.steps)
    made = train_detector(bench, schedule, pick_device(options.device), console.progress)
    lines = [str(made.path), str(made.curve), *(f"{name}: {value}" for name, value in made.figures.items())]
    data = {"model": str(made.path), "sha256": made.sha256, "curve": str(made.curve)}
    console.result({**data, "figures": dict(made.figures)}, "\n".join(lines))
    return None
