"""`reelmend hdr`: from SDR to HDR, and the metadata that tells a display what to do with it. One module a word."""

from __future__ import annotations

import argparse
from importlib import import_module

from app.cli.console import Console
from app.cli.voice import add_voice

HELP = "HDR: convert, analyse, see, edit, embed, extract and verify dynamic metadata."

WORDS: tuple[str, ...] = ("analyse", "convert", "curve", "edit", "embed", "extract", "preview", "verify")
"""One module of this folder each. Add one more here."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the words and their arguments."""
    words = parser.add_subparsers(dest="word", metavar="WORD", required=True)
    for name in WORDS:
        module = import_module(f"app.cli.hdr.{name}")
        sub = words.add_parser(name, help=module.HELP, description=module.HELP)
        add_voice(sub)
        module.arguments(sub)
        sub.set_defaults(run_word=module.run)


def run(options: argparse.Namespace, console: Console) -> int | None:
    """Carry out one word."""
    code: int | None = options.run_word(options, console)
    return code
