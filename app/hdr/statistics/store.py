"""Finished shots of an analysis on disk, so that an interrupted one goes on where it stopped."""

from __future__ import annotations

from pathlib import Path

from app.errors import MediaError
from app.hdr.statistics.film import ShotLight
from app.hdr.statistics.light import Rule
from app.hdr.statistics.packing import packed, unpacked


class ShotStore:
    """One file a shot in `folder`, named by what decides its light: `key` and the shot's frames."""

    def __init__(self, folder: Path, key: str) -> None:
        self._folder = folder
        self._key = key
        folder.mkdir(parents=True, exist_ok=True)

    def find(self, start: int, end: int, rule: Rule) -> ShotLight | None:
        """The shot as an earlier run measured it; None where there is none, or it cannot be read."""
        try:
            shot, kept_rule, _ = unpacked(self._path(start, end).read_bytes())
        except (OSError, MediaError):
            return None
        return shot if (shot.start, shot.end, kept_rule) == (start, end, rule) else None

    def keep(self, shot: ShotLight, rule: Rule) -> None:
        """Write a finished shot: whole or not at all."""
        path = self._path(shot.start, shot.end)
        part = path.with_suffix(".part")
        part.write_bytes(packed(shot, rule))
        part.replace(path)

    def _path(self, start: int, end: int) -> Path:
        return self._folder / f"{self._key}-{start}-{end}.light"
