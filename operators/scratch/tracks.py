"""Joining the lines of a shot's frames into scratches, and telling scratches from lines of the scene."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

import numpy as np

from operators.contract import Track

Mark = Mapping[str, Any]

_REACH = 3.0
"""Pixels a scratch may move from one frame to the next."""

_LEAST = 0.2
"""Tracks less probable than this are not worth a person's look."""

_GAP = 4
"""Frames it may be missing."""


def joined(marks: Mapping[int, tuple[Mark, ...]]) -> list[dict[int, Mark]]:
    """Marks of one line by frame: each track takes the nearest mark of its own sign, the strongest tracks first."""
    tracks: list[dict[int, Mark]] = []
    for frame in sorted(marks):
        free = list(marks[frame])
        open_tracks = [track for track in tracks if frame - max(track) <= _GAP]
        open_tracks.sort(key=lambda track: -sum(float(mark["score"]) for mark in track.values()))
        for track in open_tracks:
            last = track[max(track)]
            reach = _REACH + 0.5 * (frame - max(track) - 1)
            near = [m for m in free if abs(m["x"] - last["x"]) <= reach and m["contrast"] * last["contrast"] > 0]
            if near:
                best = min(near, key=lambda mark: abs(mark["x"] - last["x"]) - float(mark["score"]))
                track[frame] = best
                free.remove(best)
        tracks += [{frame: mark} for mark in free]
    return tracks


def moves_with_scene(track: Mapping[int, Mark]) -> bool:
    """True where the scene moves sideways and the line moves with it."""
    frames = sorted(track)
    scene = sum(float(track[a]["motion"]) * (b - a) for a, b in pairwise(frames))
    line = float(track[frames[-1]]["x"]) - float(track[frames[0]]["x"])
    return abs(scene) > 4.0 and abs(line - scene) < 0.35 * abs(scene)


def scratch_tracks(
    marks: Mapping[int, tuple[Mark, ...]], frames: int, persistence: int, typical: float
) -> tuple[Track, ...]:
    """The tracks that last `persistence` frames (or the shot), with gaps filled and a probability each."""
    wanted = max(min(persistence, frames), 1)
    found = []
    for track in joined(marks):
        seen = len(track)
        if seen < min(wanted, 2) or moves_with_scene(track):
            continue
        score = float(np.mean(sorted((float(m["score"]) for m in track.values()), reverse=True)[:wanted]))
        lasting = min(seen / wanted, 1.0)
        steady = seen / (max(track) - min(track) + 1)
        evidence = score / typical * lasting * steady
        probability = float(1.0 / (1.0 + np.exp(-4.0 * (evidence - 1.0))))
        if probability >= _LEAST:
            found.append((probability, _filled(track)))
    found.sort(key=lambda item: (min(item[1]), float(item[1][min(item[1])]["x"])))
    return tuple(Track(number, probability, track) for number, (probability, track) in enumerate(found))


def _filled(track: Mapping[int, Mark]) -> dict[int, Mark]:
    """The track with a mark between for each frame it was not seen on, and widths evened out over its life."""
    frames = sorted(track)
    width = float(np.median([float(track[f]["width"]) for f in frames]))
    contrast = float(np.median([float(track[f]["contrast"]) for f in frames]))
    whole: dict[int, Mark] = {}
    for frame in range(frames[0], frames[-1] + 1):
        mark = track.get(frame)
        if mark is None:
            x = float(np.interp(frame, frames, [float(track[f]["x"]) for f in frames]))
            mark = {**track[min(frames, key=lambda f: abs(f - frame))], "x": x}
        whole[frame] = {**mark, "width": width, "contrast": contrast}
    return whole
