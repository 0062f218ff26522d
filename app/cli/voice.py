"""How a command speaks: options that every command has, before its name or behind it."""

from __future__ import annotations

import argparse

VOICE = {"--json": "answer with one JSON object on stdout", "--quiet": "no progress on stderr"}


def add_voice(parser: argparse.ArgumentParser) -> None:
    """Let a command, or a word of one, be told how to speak; what was said before its name holds unless it is."""
    for flag, told in VOICE.items():
        parser.add_argument(flag, action="store_true", default=argparse.SUPPRESS, help=told)
