"""Measuring a scanner's infrared channel before a pass relies on it: where it lies, and whether it tells of dirt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from app.document.model import Shot
from app.engine.decoders import Decoders
from app.engine.engine import Engine
from app.engine.recipe import Recipe, RecipeStep
from app.engine.tensors import to_tensor
from app.engine.worker import Token
from app.errors import MediaError, UsageError
from app.jobs.companion import INFRARED, Companion, companion, must_cover, stored_folder
from app.jobs.progress import Progress, Reporter
from app.media.reel import FrameId, OnBadFrame
from operators.contract import FloatArray, as_array, luma
from operators.infrared.measure import REACH, Measured, Nature, Sample, measured, odd

SAMPLES = 12
"""Frames looked at, spread over the shots."""
DIRT = "dirt"
FILL = "fill"


@dataclass(frozen=True, slots=True)
class InfraredReport:
    """What was measured, and what a recipe needs to know of it.

    `folder` and `channel` name the pictures as a project keeps them; `missing` are frames of the shots without one.
    """

    measured: Measured
    folder: str
    channel: str
    fingerprint: str
    missing: int

    @property
    def objection(self) -> str:
        """Why no pass should rely on the channel; '' where one can."""
        contrast = f"{100 * self.measured.contrast:.0f} %"
        if self.measured.nature is Nature.SILVER:
            return (
                f"the infrared channel shows the picture itself, at {contrast} of its contrast, as on "
                "black-and-white film, whose silver stops infrared as dirt does: it cannot tell dirt from picture "
                "here"
            )
        if self.measured.nature is Nature.STRANGE:
            return (
                f"the infrared channel shows something else than the picture, at {contrast} of its contrast: it "
                "belongs to other frames or another reel"
            )
        if self.measured.unseen:
            return (
                f"the picture shows nothing of the dirt in the infrared channel, within {REACH} pixels of where it "
                "lies: the channel belongs to other frames or another reel"
            )
        if self.measured.at_edge:
            return (
                f"the infrared channel lies {REACH} pixels or more beside the picture: it belongs to another scan, "
                "or must be brought onto the picture first"
            )
        return ""


def measure_infrared(
    engine: Engine,
    reel: str,
    shots: Sequence[Shot],
    folder: Path | None,
    channel: str,
    reporter: Reporter,
    token: Token,
) -> InfraredReport:
    """Look at a few frames of the shots and their infrared pictures.

    Args:
        engine: The project's, or one aside of it.
        reel: The reel.
        shots: Shots of it.
        folder: The folder or movie of the pictures; None where they are a channel of the scan itself.
        channel: Its name, '' for the only one.
        reporter: Progress.
        token: To stop by.

    Raises:
        UsageError: shots of another reel, pictures of another size, no such channel, frames without a picture.
        MediaError: the pictures cannot be read.
    """
    chosen = tuple(shots)
    if not chosen or any(shot.reel != reel for shot in chosen):
        raise UsageError("infrared pictures belong to one reel: choose shots of that reel")
    source = engine.reels[reel]
    found = companion(source, folder, channel)
    must_cover(found, source, chosen)
    frames = _spread(chosen)
    progress = Progress("measuring the infrared channel", len(frames), reporter)
    decoders = Decoders({reel: (source, OnBadFrame.HOLD), **found.decoders()})
    samples = []
    try:
        for shot, index in frames:
            token.wait_while_paused()
            sample = _sample(decoders, found, shot, index)
            samples += [sample] if sample is not None else []
            progress.advance()
    finally:
        decoders.close()
    if not samples:
        raise MediaError("none of the infrared pictures that were looked at can be read")
    fmt = source.format if found.reel is None else found.reel.format
    return InfraredReport(
        measured(samples),
        "" if folder is None else stored_folder(folder, engine.project.path),
        fmt.channels[found.channel],
        "" if found.reel is None else found.reel.fingerprint,
        _missing(found, chosen),
    )


def with_infrared(recipe: Recipe, report: InfraredReport, *, instead: bool = False, trusted: bool = False) -> Recipe:
    """A recipe that looks at the infrared channel too, or `instead` of looking for dirt in the picture.

    UsageError where the channel should not be relied on and is not `trusted` all the same.
    """
    if report.objection and not trusted:
        raise UsageError(report.objection)
    x, y = report.measured.shift
    step = RecipeStep(
        INFRARED,
        {
            "shift_x": round(x, 2), "shift_y": round(y, 2), "folder": report.folder, "channel": report.channel,
            "fingerprint": report.fingerprint,
        },
    )  # fmt: skip
    own = next((one for one in recipe.detect if one.operator == INFRARED), None)
    if own is not None:
        step = replace(own, params={**own.params, **step.params})
    others = tuple(
        one for one in recipe.detect if one.operator != INFRARED and not (instead and one.operator == DIRT)
    )
    return replace(recipe, detect=(*others, step), fill=recipe.fill or RecipeStep(FILL))


def _spread(shots: Sequence[Shot]) -> list[tuple[Shot, int]]:
    """Frames spread evenly over shots, with the shot each lies in."""
    total = sum(shot.end - shot.start for shot in shots)
    wanted = {int((number + 0.5) * total / SAMPLES) for number in range(min(SAMPLES, total))}
    found, passed = [], 0
    for shot in shots:
        length = shot.end - shot.start
        found += [
            (shot, shot.start + place - passed) for place in sorted(wanted) if passed <= place < passed + length
        ]
        passed += length
    return found


def _sample(decoders: Decoders, found: Companion, shot: Shot, index: int) -> Sample | None:
    native = decoders.read(FrameId(shot.reel, index))
    channel = found.read(decoders, index, native)
    if channel is None or decoders.is_bad(FrameId(shot.reel, index)):
        return None
    picture = as_array(to_tensor(native))
    beside = [
        _luma(decoders, shot.reel, near) if shot.start <= near < shot.end else None for near in (index - 1, index + 1)
    ]
    return Sample(channel, picture, odd(beside[0], np.nan_to_num(luma(picture)), beside[1]))


def _luma(decoders: Decoders, reel: str, index: int) -> FloatArray:
    return np.nan_to_num(luma(as_array(to_tensor(decoders.read(FrameId(reel, index))))))


def _missing(found: Companion, shots: Sequence[Shot]) -> int:
    """Frames of the shots whose picture opening found missing or broken; others show when they are read."""
    if found.reel is None:
        return 0
    bad = {frame - found.ahead for finding in found.reel.findings for frame in finding.frames}
    return sum(shot.start <= frame < shot.end for frame in bad for shot in shots)
