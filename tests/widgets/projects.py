"""Real projects behind a real bridge, over a tiny scan."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.session import Session
from tests.jobs.making import write_scan
from widgets.bridge.bridge import Bridge
from widgets.commands import CommandTable
from widgets.context import Context
from widgets.desk import Desk
from widgets.settings import Settings


@contextmanager
def open_context(folder: Path, settings: Settings, commands: CommandTable, frames: int = 40) -> Iterator[Context]:
    """Everything a panel is made from, over a new project of a 64x48 scan; closed at the end."""
    session = Session.create(folder / "film.reelmend", [write_scan(folder / "scan", frames)], device="cpu")
    bridge, desk = Bridge(session), Desk()
    desk.set_length(bridge.film.length)
    try:
        yield Context(bridge, desk, commands, settings)
    finally:
        bridge.close()
