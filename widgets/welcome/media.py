"""What of chosen or dropped paths is meant. Looks at names only: the disk may be slow."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from app.media.sequence.naming import PICTURE_SUFFIXES, is_picture
from app.session import SUFFIX
from widgets.text import translate

MOVIE_SUFFIXES = (".mov", ".mp4", ".m4v", ".mkv", ".mxf", ".avi", ".mts", ".m2ts", ".mpg", ".webm")
"""Endings of movies that the dialogs offer first. Any file can be chosen: what it is shows when it is opened."""


def media_kinds() -> str:
    """The kinds of files that a dialog for media offers: films and frames (Qt takes either case), then all."""
    endings = " ".join(f"*{ending}" for ending in (*PICTURE_SUFFIXES, *MOVIE_SUFFIXES))
    return f"{translate('Welcome', 'Films and frames')} ({endings});;{translate('Welcome', 'All files')} (*)"


def project_in(paths: Iterable[Path]) -> Path | None:
    """The first project among them."""
    return next((path for path in paths if path.suffix.lower() == SUFFIX), None)


def media_of(paths: Iterable[Path]) -> list[Path]:
    """The media among them: of the frames of one folder only the first, for it stands for its sequence."""
    chosen: list[Path] = []
    folders: set[Path] = set()
    for path in sorted(paths):
        if path.suffix.lower() == SUFFIX:
            continue
        if is_picture(path.name):
            if path.parent in folders:
                continue
            folders.add(path.parent)
        chosen.append(path)
    return chosen
