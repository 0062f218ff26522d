"""Finished shots of an analysis on disk, so that an interrupted one goes on where it stopped."""

from __future__ import annotations

import json
import zlib
from dataclasses import asdict
from pathlib import Path

import numpy as np

from app.hdr.statistics.film import ShotLight
from app.hdr.statistics.light import BINS, Light, Rule, light_of


class ShotStore:
    """One file a shot in `folder`, named by what decides its light: `key` and the shot's frames."""

    def __init__(self, folder: Path, key: str) -> None:
        self._folder = folder
        self._key = key
        folder.mkdir(parents=True, exist_ok=True)

    def find(self, start: int, end: int, rule: Rule) -> ShotLight | None:
        """The shot as an earlier run measured it; None where there is none, or it cannot be read."""
        try:
            head, _, packed = self._path(start, end).read_bytes().partition(b"\n")
            told = json.loads(head)
            counts = np.frombuffer(zlib.decompress(packed), np.int64)
            frames = tuple(Light(**{**item, "percentiles": tuple(item["percentiles"])}) for item in told["frames"])
        except (OSError, ValueError, KeyError, TypeError, zlib.error):
            return None
        if told["rule"] != asdict(rule) or len(frames) != end - start or counts.size != BINS:
            return None
        return ShotLight(start, end, frames, counts, light_of(counts, rule))

    def keep(self, shot: ShotLight, rule: Rule) -> None:
        """Write a finished shot: whole or not at all."""
        path = self._path(shot.start, shot.end)
        told = json.dumps({"rule": asdict(rule), "frames": [asdict(frame) for frame in shot.frames]})
        part = path.with_suffix(".part")
        part.write_bytes(told.encode() + b"\n" + zlib.compress(shot.counts.tobytes()))
        part.replace(path)

    def _path(self, start: int, end: int) -> Path:
        return self._folder / f"{self._key}-{start}-{end}.light"
