"""`reelmend accept`: a verdict over a selection."""

from __future__ import annotations

import argparse

from app.cli import verdicts
from app.cli.console import Console

HELP = "Accept repairs, whatever the threshold says."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    verdicts.arguments(parser)


def run(options: argparse.Namespace, console: Console) -> int | None:
    """Give the verdict."""
    verdicts.give("accept", options, console)
    return None
