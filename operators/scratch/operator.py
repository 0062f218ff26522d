"""Line scratches: scored into the running film, so they stay in place for many frames whatever the scene does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from operators.contract import (
    Analysis,
    Context,
    FloatArray,
    FrameEvidence,
    FrameInfo,
    Params,
    Track,
    Window,
    as_array,
    luma,
    param,
)
from operators.motion import motion_between
from operators.scratch import kernels, tracks

_FULL_SCALE = 6.0
"""Significance that the evidence map holds as 1."""

_TYPICAL = 1.8
"""Mean significance over the height at which a lasting line is as likely a scratch as not. The columns of facades on
film of 1906 reach 0.7 to 1.4, scratches added to test clips 2.5 to 5.4."""

_MOST_LINES = 24

_VISIBLE = 6.0 / 255.0
"""A line is drawn as wide as its profile differs from the picture by this, in tensor units."""


@dataclass(frozen=True)
class ScratchParams(Params):
    """How faint and how short-lived a line may be."""

    sensitivity: float = param(
        1.0,
        "Sensitivity",
        "Higher finds fainter lines, and more that belong to the scene.",
        low=0.25,
        high=4.0,
        step=0.05,
    )
    persistence: int = param(
        5, "Persistence", "A line that lasts at least so long counts in full.", low=1, high=50, unit="frames"
    )


class Scratch(Analysis[ScratchParams]):
    """Finds thin upright lines on each frame and keeps those that persist and do not move with the scene."""

    id = "scratch"
    label = "Line scratches"
    summary = "Finds thin upright lines that stay in place for many frames."
    stage = "repair"
    tiling = "none"
    defect = "scratch"
    base_threshold = 0.1
    Params = ScratchParams

    def window(self, params: ScratchParams) -> tuple[int, int]:
        """The next frame tells whether the scene moves."""
        return 0, 1

    def look(self, window: Window, params: ScratchParams, context: Context) -> FrameEvidence:
        """How strongly each pixel looks like part of a line, and the lines themselves as marks."""
        picture = np.nan_to_num(luma(as_array(window.centre)))
        found = kernels.ridge(picture)
        evidence = kernels.significance(found)
        flow = motion_between(window.centre, window.frames[1]) if 1 in window.frames else None
        marks = []
        for line in kernels.lines(evidence, found, _MOST_LINES, 0.3 / params.sensitivity):
            if not kernels.inside_gate(line.x, picture.shape[1]):
                continue
            motion = 0.0 if flow is None else _beside(flow, line.x / picture.shape[1]) * picture.shape[1]
            marks.append({**asdict(line), "motion": motion})
        return FrameEvidence(np.asarray(np.abs(evidence) / _FULL_SCALE, np.float32), tuple(marks))

    def link(
        self, marks: Mapping[int, tuple[Mapping[str, Any], ...]], info: FrameInfo, params: ScratchParams
    ) -> tuple[Track, ...]:
        """Tracks of lines that persist; lines that move with the scene are left out."""
        last = max(marks, default=-1)
        return tracks.scratch_tracks(marks, last + 1, params.persistence, _TYPICAL / params.sensitivity)

    def draw(
        self, evidence: FloatArray, tracks: tuple[Track, ...], frame: int, info: FrameInfo, params: ScratchParams
    ) -> FloatArray:
        """Each track's probability on the rows where its line is to be seen, as wide as it shows; 0 elsewhere."""
        picture = np.zeros_like(evidence)
        for track in tracks:
            mark = track.frames.get(frame)
            if mark is None:
                continue
            shown = np.sqrt(2.0 * np.log(max(abs(float(mark["contrast"])) / _VISIBLE, 1.2)))
            half_width = max(float(mark["width"]) * float(shown), 0.8)
            line = kernels.drawn(evidence, float(mark["x"]), float(mark["slope"]), half_width, 0.8 / _FULL_SCALE)
            picture[line] = np.maximum(picture[line], np.float32(track.probability))
        return picture


def _beside(flow: FloatArray, place: float) -> float:
    """The sideways motion on both sides of a line at `place` (0..1 of the width), as a share of the width."""
    width = flow.shape[1]
    x, near, far = round(place * width), max(width // 60, 4), max(width // 20, 8)
    sides = np.r_[max(x - far, 0) : max(x - near, 0), min(x + near, width) : min(x + far, width)]
    return float(np.median(flow[:, sides, 0])) / width if sides.size else 0.0


OPERATOR = Scratch()
