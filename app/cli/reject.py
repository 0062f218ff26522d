"""`reelmend reject`: a verdict over a selection."""

from __future__ import annotations

import argparse

from app.cli import verdicts
from app.cli.console import Console

HELP = "Reject (revert) repairs, in any order: the scan's own pixels come back, whatever the threshold says."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    verdicts.arguments(parser)


def run(options: argparse.Namespace, console: Console) -> int | None:
    """Give the verdict."""
    verdicts.give("reject", options, console)
    return None
