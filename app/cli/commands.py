"""The list of commands, and how one is run: arguments in, exit code out."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from app import __version__
from app.cli.console import Console
from app.cli.door import Door
from app.cli.voice import VOICE, add_voice
from app.errors import ExitCode, ReelmendError

COMMANDS = (
    "open",
    "new",
    "info",
    "shots",
    "run",
    "accept",
    "reject",
    "repairs",
    "masks",
    "set",
    "protect",
    "undo",
    "redo",
    "export",
    "verify",
    "lint",
    "log",
    "merge",
    "conflicts",
    "check",
    "gc",
    "version",
    "recipes",
    "restore",
    "demo",
    "demo-reel",
    "adapt",
    "train",
    "hdr",
    "bench",
)
"""One module of this folder each (`-` is `_` there). Add one more here."""


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    top = argparse.ArgumentParser(
        prog="reelmend",
        description="Restore films: the machine makes the coarse pass, you make the fine one.",
    )
    for flag, told in VOICE.items():
        top.add_argument(flag, action="store_true", help=told)
    top.add_argument("--version", action="version", version=f"reelmend {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name in COMMANDS:
        module = import_module(f"app.cli.{name.replace('-', '_')}")
        sub = commands.add_parser(name, help=module.HELP, description=module.HELP)
        add_voice(sub)
        module.arguments(sub)
        sub.set_defaults(run=module.run)
    return top


def run(arguments: Sequence[str], door: Door) -> int:
    """Parse and carry out one command; none at all opens the window where there is a screen for it."""
    if not arguments and not door.can_open():
        arguments = ("open",)
    first = next((one for one in arguments if one not in VOICE), "")
    if first and first not in COMMANDS and Path(first).exists():
        arguments = ("open", *arguments)  # `reelmend film.reelmend`, and what a desktop does with a file put on it
    if not arguments:
        parser().print_help(sys.stderr)
        return ExitCode.USAGE
    try:
        options = parser().parse_args(arguments)
    except SystemExit as leave:
        return int(leave.code or 0)
    options.door = door
    console = Console(as_json=options.json, quiet=options.quiet)
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        return int(options.run(options, console) or ExitCode.DONE)
    except ReelmendError as error:
        console.error(str(error), error.code)
        return error.code
    except KeyboardInterrupt:
        console.error("interrupted; what was finished is kept, the same command goes on from there", 130)
        return ExitCode.INTERRUPTED
    except MemoryError:
        console.error("the memory is full; close other programs, or run with fewer --workers", ExitCode.NO_ROOM)
        return ExitCode.NO_ROOM
    except BrokenPipeError:
        # Whoever read our output has gone (`| head`): not an error, but Python would complain at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.DONE


def _interrupt(number: int, frame: object) -> None:
    raise KeyboardInterrupt
