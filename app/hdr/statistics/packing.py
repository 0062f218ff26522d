"""A shot's light as bytes: what was measured on each frame, the histogram, and how it was measured."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

import numpy as np

from app.errors import MediaError
from app.hdr.statistics.film import ShotLight, brightest_of
from app.hdr.statistics.light import BINS, Light, Rule, light_of


def packed(shot: ShotLight, rule: Rule, more: Mapping[str, Any] | None = None) -> bytes:
    """One line of JSON, then the histogram, deflated. `more` are plain values to be kept beside."""
    told = {
        "start": shot.start,
        "end": shot.end,
        "rule": asdict(rule),
        "frames": [asdict(frame) for frame in shot.frames],
        "more": dict(more or {}),
    }
    return json.dumps(told).encode() + b"\n" + zlib.compress(shot.counts.tobytes())


def unpacked(data: bytes) -> tuple[ShotLight, Rule, Mapping[str, Any]]:
    """The inverse of `packed`; MediaError where the bytes are none of it."""
    head, _, deflated = data.partition(b"\n")
    try:
        told = json.loads(head)
        counts = np.frombuffer(zlib.decompress(deflated), np.int64)
        frames = tuple(_light(item) for item in told["frames"])
        start, end, rule, more = int(told["start"]), int(told["end"]), Rule(**told["rule"]), told["more"]
    except (ValueError, KeyError, TypeError, zlib.error) as error:
        raise MediaError(f"the statistics of a shot cannot be read: {error}") from error
    if len(frames) != end - start or not frames or counts.size != BINS or counts.sum() <= 0:
        raise MediaError(f"the statistics of a shot are not whole: {len(frames)} frames for {start} to {end - 1}")
    return ShotLight(start, end, frames, counts, light_of(counts, rule, brightest_of(frames))), rule, more


def _light(item: Mapping[str, Any]) -> Light:
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in item.items()
    }
    return Light(**values)
