"""From media or a project file to an open session: the slow part, free of Qt, run beside the window."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.engine.worker import Token
from app.errors import UsageError
from app.jobs.demo_reel import DemoSpec, make_demo_reel
from app.jobs.progress import Reporter
from app.media.colour import load_config
from app.media.opening import open_reel
from app.media.reel import Reel
from app.media.sequence.naming import is_picture
from app.session import SUFFIX, Session
from widgets.settings import Settings


@dataclass(frozen=True, slots=True)
class Choices:
    """What of the preferences an opening needs, read on the UI thread."""

    device: str | None
    memory: int | None
    colour: Path | None

    @classmethod
    def of(cls, settings: Settings) -> Choices:
        """As the settings have it now."""
        device = None if settings.device == "auto" else settings.device
        return cls(device, settings.memory, settings.ocio_config)


@dataclass(frozen=True, slots=True)
class Opened:
    """An open session, and what could not be had as the preferences want it."""

    session: Session
    notes: tuple[str, ...] = ()


def open_project(path: Path, readonly: bool, choices: Choices) -> Opened:
    """Open a project with its media.

    Raises:
        LockedError: another process writes it.
        ProjectError, MediaError: see `Session.open`.
    """
    return _tuned(Session.open(path, write=not readonly, device=choices.device), choices)


def looked_at(media: Sequence[Path]) -> tuple[Reel, ...]:
    """Open media as reels, so that what cannot be read is met before anything is asked or made; see `open_reel`."""
    return tuple(open_reel(item.absolute()) for item in media)


def new_project(path: Path, media: Sequence[Path | Reel], choices: Choices) -> Opened:
    """Make a project of media and open it; see `Session.create`."""
    return _tuned(Session.create(path, media, device=choices.device), choices)


def proposed_path(media: Path) -> Path:
    """Where a project for these media would lie: beside them, under their name, a number added where it is taken."""
    folder = media.parent
    # A frame's name ends in its number; that of a folder or a movie ends in what it means, a year perhaps.
    stem = media.name if media.is_dir() else media.stem
    if media.is_file() and is_picture(media.name):
        stem = stem.rstrip("0123456789._-") or stem
    candidate = folder / f"{stem}{SUFFIX}"
    number = 2
    while candidate.exists():
        candidate = folder / f"{stem}-{number}{SUFFIX}"
        number += 1
    return candidate


def make_demo(folder: Path | None, reporter: Reporter, token: Token) -> Path:
    """Make a damaged reel with its truth and return the folder of its scan."""
    target = folder or Path(tempfile.mkdtemp(prefix="reelmend-demo-"))
    make_demo_reel(target / "reel", DemoSpec(), reporter, token)
    return target / "reel" / "scan"


def _tuned(session: Session, choices: Choices) -> Opened:
    """Preferences that hold for an open project. A colour file that has become unusable keeps nobody from work."""
    notes = []
    if choices.memory is not None:
        session.engine.cache.set_budget(choices.memory)
    try:
        session.engine.colour = load_config(choices.colour)
    except UsageError as error:
        notes.append(str(error))
    return Opened(session, tuple(notes))
