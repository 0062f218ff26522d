"""What "Adapt to this film" gains: a restorer is simulated on ten frames, and the other frames are scored."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from app.benches.quality import TruthSet
from app.document.commands import AddRepairs, SetVerdicts
from app.document.detections import Detection
from app.document.ids import component_key
from app.document.model import HAND
from app.document.patches import PatchPack
from app.engine.models import SHIPPED
from app.engine.recipe import Recipe, find_recipe
from app.jobs.adapt import MINUTES, adapt
from app.jobs.hand_fill import HandFill
from app.jobs.progress import Reporter
from app.jobs.scoring import MaskScore
from app.jobs.strokes import SoftMask
from app.jobs.write_masks import accepted_mask
from app.media.reel import FrameId
from app.session import Session
from operators.contract import MaskArray

CORRECTED = 10
SMALLEST = 4
"""Pixels: what is smaller a restorer does not see."""


def measure_adapting(
    sets: Sequence[Path], minutes: float | None, weights: Path | None, reporter: Reporter
) -> dict[str, Any]:
    """Figures for each truth set: scores of the frames that were not corrected, before and after.

    Args:
        sets: Folders as `TruthSet` reads them.
        minutes: Of training; as shipped for None.
        weights: A safetensors file to begin with, for None the shipped one.
        reporter: Progress.
    """
    found = {}
    for folder in sets:
        with tempfile.TemporaryDirectory(prefix="reelmend-bench-") as temporary:
            found[folder.name] = _measure(TruthSet.load(folder), Path(temporary), minutes, weights, reporter)
    return found


def _measure(
    truth: TruthSet, work: Path, minutes: float | None, weights: Path | None, reporter: Reporter
) -> dict[str, Any]:
    count = len(truth.frames)
    frames = sorted({round((n + 0.5) * count / CORRECTED - 0.5) for n in range(CORRECTED)})
    with Session.create(work / "bench.reelmend", [truth.folder / "damaged"]) as session:
        base = SHIPPED if weights is None else session.project.artefacts.put(weights.read_bytes(), "weights")
        (reel,) = session.engine.reels
        session.find_shots(reporter)
        before = _passed(session, _recipe(base), truth, frames, reporter)
        decisions = [_correct(session, FrameId(reel, index), truth.truth[index]) for index in frames]
        started = time.monotonic()
        with session.engine.aside() as engine:
            made = adapt(engine, session.snapshot, reporter, session.token, minutes=minutes or MINUTES, base=base)
        seconds = time.monotonic() - started
        session.project.dispatch(made.command()).wait()
        after = _passed(session, _recipe(""), truth, frames, reporter)
    return {
        "frames": count,
        "corrected": len(frames),
        "rejected": sum(rejected for rejected, _ in decisions),
        "painted": sum(painted for _, painted in decisions),
        "seconds": round(seconds),
        "corrections not shown": {
            "f1 before": round(made.before, 3),
            "f1 after": round(made.after, 3),
            "best f1 before": round(made.best_before, 3),
            "best f1 after": round(made.best_after, 3),
        },
        "other frames, before": before,
        "other frames, after": after,
    }


def _recipe(model: str) -> Recipe:
    settings = ["dirt.method=network", *([f"dirt.model={model}"] if model else [])]
    return find_recipe("standard").with_settings(settings)


def _passed(
    session: Session, recipe: Recipe, truth: TruthSet, left_out: Sequence[int], reporter: Reporter
) -> dict[str, float]:
    """Run a pass over all; how well the frames that are not left out are marked then."""
    session.run(recipe, None, reporter)
    (reel,) = session.engine.reels
    score = MaskScore()
    for index, real in enumerate(truth.truth):
        if index not in left_out:
            score.add(accepted_mask(session.engine, session.snapshot, reel, index), real)
    return {
        "f1": round(score.f1, 4),
        "precision": round(score.precision, 4),
        "recall": round(score.recall, 4),
        "object_recall": round(score.object_recall, 4),
        "area_ratio": round(score.area_ratio, 3),
    }


def _correct(session: Session, frame: FrameId, truth: MaskArray) -> tuple[int, int]:
    """Do what a restorer does: reject what is mostly no damage, take proposals that are, paint what is still missed.

    Nobody trims outlines: a repair that is mostly right stays as it is. Returns how many were rejected and painted.
    """
    engine, project = session.engine, session.project
    found = project.detections_of(project.snapshot, frame.reel, frame.index)
    wrong: list[str] = []
    right: list[str] = []
    near = cv2.dilate(truth.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    for repair in found:
        patch = engine.patch(repair)
        if patch is None:
            continue
        height, width = patch.mask.shape
        hit = near[patch.y0 : patch.y0 + height, patch.x0 : patch.x0 + width][patch.mask].mean() >= 0.5
        if repair.accepted and not hit:
            wrong.append(repair.id)
        elif not repair.accepted and hit:
            right.append(repair.id)
    for ids, verdict in ((wrong, "reject"), (right, "accept")):
        if ids:
            project.dispatch(SetVerdicts(tuple(ids), verdict)).wait()  # type: ignore[arg-type]
    marked = accepted_mask(engine, project.snapshot, frame.reel, frame.index)
    missed, painted = _missed(truth, marked)
    if painted:
        project.dispatch(AddRepairs((_painted(session, frame, missed),))).wait()
    elif not wrong and not right:
        # A frame on which all is right: one repair is confirmed, which says that it was looked at.
        there = [repair.id for repair in found if repair.accepted][:1]
        if there:
            project.dispatch(SetVerdicts(tuple(there), "accept")).wait()
    return len(wrong), painted


def _missed(truth: MaskArray, marked: MaskArray) -> tuple[MaskArray, int]:
    """The objects of which less than half is marked, and how many they are."""
    total, labels = cv2.connectedComponents(truth.astype(np.uint8))
    sizes = np.bincount(labels.ravel(), minlength=total)
    covered = np.bincount(labels[marked], minlength=total)
    gone = (2 * covered < sizes) & (sizes >= SMALLEST)
    gone[0] = False
    return np.asarray(gone[labels] & ~marked), int(gone.sum())


def _painted(session: Session, frame: FrameId, mask: MaskArray) -> Detection:
    """A hand repair of everything under the mask."""
    soft = SoftMask(0, 0, mask.astype(np.float32))
    patch = HandFill(session.engine, session.snapshot, frame, set()).filled(soft)
    pack = PatchPack()
    offset, length = pack.add(frame.index, patch)
    height, width = patch.mask.shape
    return Detection(
        reel=frame.reel,
        frame=frame.index,
        defect="dirt",
        detector=HAND,
        x0=patch.x0,
        y0=patch.y0,
        x1=patch.x0 + width,
        y1=patch.y0 + height,
        area=int(patch.mask.sum()),
        probability=1.0,
        key=component_key(frame.reel, frame.index, "dirt", patch.x0, patch.y0, patch.mask),
        pack=pack.put(session.project.artefacts),
        offset=offset,
        length=length,
    )
