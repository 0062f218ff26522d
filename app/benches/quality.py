"""How well damage is found and mended, beside the methods of the literature, in one run."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import torch

from app.benches import classical
from app.engine.recipe import find_recipe
from app.engine.render import as_tensor
from app.engine.request import Stage
from app.engine.worker import Token
from app.errors import MediaError
from app.jobs.demo_reel import DemoSpec, make_demo_reel
from app.jobs.progress import Reporter
from app.jobs.scoring import MaskScore, PictureScore
from app.jobs.write_masks import accepted_mask
from app.media.reel import FrameId
from app.session import Session
from operators.contract import Context, FloatArray, FrameInfo, MaskArray, Window
from operators.contract.registry import filter_operator

THRESHOLDS = (0.02, 0.03, 0.04, 0.05, 0.06, 0.08, 0.1, 0.12, 0.15, 0.2)


@dataclass(frozen=True, slots=True)
class TruthSet:
    """A folder with `base`, `damaged`, `mask_dirt` and `mask_scratch`, one PNG a frame in each."""

    name: str
    folder: Path
    frames: list[FloatArray]
    base: list[FloatArray]
    truth: list[MaskArray]

    @classmethod
    def load(cls, folder: Path) -> TruthSet:
        """MediaError where a part is missing."""
        damaged, base, dirt, scratch = (
            _pictures(folder / n) for n in ("damaged", "base", "mask_dirt", "mask_scratch")
        )
        if not damaged or not len(damaged) == len(base) == len(dirt) == len(scratch):
            raise MediaError(f"{folder} is no truth set: it needs base, damaged, mask_dirt and mask_scratch alike")
        masks = [(d + s) > 0 for d, s in zip(dirt, scratch, strict=True)]
        return cls(folder.name, folder, damaged, base, masks)

    @property
    def lumas(self) -> list[FloatArray]:
        """BT.709 luma of the damaged frames (stored blue first), `(H, W)`."""
        weights = np.array([0.0722, 0.7152, 0.2126], np.float32)
        return [np.asarray(frame @ weights, np.float32) for frame in self.frames]


def measure_quality(sets: Sequence[Path], frames: int, reporter: Reporter) -> dict[str, Any]:
    """Figures for each set; without sets, for a demo reel made on the spot (its damage is our own generator's)."""
    with tempfile.TemporaryDirectory(prefix="reelmend-bench-") as temporary:
        folders = list(sets)
        if not folders:
            spec = DemoSpec(seconds=frames / 24, width=640, height=480, seed=99)
            make_demo_reel(Path(temporary) / "demo", spec, reporter, Token())
            folders = [Path(temporary) / "demo" / "truth"]
        return {
            f"{number} {folder.name}": _measure(TruthSet.load(folder), Path(temporary) / f"{number}", reporter)
            for number, folder in enumerate(folders)
        }


def _measure(truth: TruthSet, work: Path, reporter: Reporter) -> dict[str, Any]:
    lumas = truth.lumas
    count = len(lumas)
    evidence = [classical.srod(lumas, t) for t in range(count)]
    trials = [(_masks(truth, [e > limit for e in evidence]), limit) for limit in THRESHOLDS]
    best, limit = max(trials, key=lambda trial: trial[0].f1)
    rows: dict[str, Any] = {
        "damaged": _picture(truth, lambda t: truth.frames[t]),
        "SROD + DIS, gain-matched, best threshold": {**_mask_row(best), "threshold": limit},
        "spike median": _picture(truth, lambda t: classical.median3(truth.frames, lumas, t, compensated=False)),
        "motion-compensated median": _picture(
            truth, lambda t: classical.median3(truth.frames, lumas, t, compensated=True)
        ),
        "Telea with the true mask": _picture(truth, lambda t: classical.telea(truth.frames[t], truth.truth[t])),
        "motion-compensated median with the true mask": _picture(truth, lambda t: _under_mask(truth, lumas, t)),
        "Reelmend fill with the true mask, before regrain": _picture(truth, lambda t: _filled(truth, t)),
    }
    for name, regrain in (("Reelmend, before regrain", 0), ("Reelmend, standard recipe", 1)):
        rows[name] = _ours(truth, work / f"{regrain}", regrain, reporter)
    return rows


def _under_mask(truth: TruthSet, lumas: Sequence[FloatArray], t: int) -> FloatArray:
    """The motion-compensated median, laid on where the frame is damaged and nowhere else."""
    median = classical.median3(truth.frames, lumas, t, compensated=True)
    return np.where(truth.truth[t][..., None], median, truth.frames[t])


def _filled(truth: TruthSet, t: int) -> FloatArray:
    """Frame `t` mended by the fill as it is shipped, without its grain, where every frame's damage is known."""
    fill = filter_operator("fill")
    params = fill.Params.from_mapping({"regrain": 0.0})
    before, after = fill.window(params)
    near = range(max(t - before, 0), min(t + after + 1, len(truth.frames)))
    frames = {
        i - t: torch.from_numpy(np.ascontiguousarray(truth.frames[i][..., ::-1].transpose(2, 0, 1))) for i in near
    }
    height, width = truth.truth[t].shape
    window = Window(frames, FrameInfo(width, height, 3), {i - t: truth.truth[i] for i in near})
    mended: FloatArray = fill.run(window, params, Context()).permute(1, 2, 0).numpy()[..., ::-1]
    return mended


def _ours(truth: TruthSet, work: Path, regrain: int, reporter: Reporter) -> dict[str, Any]:
    recipe = find_recipe("standard").with_settings([f"fill.regrain={regrain}"])
    work.mkdir(parents=True)
    with Session.create(work / "bench.reelmend", [truth.folder / "damaged"]) as session:
        session.find_shots(reporter)
        session.run(recipe, None, reporter)
        (reel,) = session.engine.reels
        masks = [accepted_mask(session.engine, session.snapshot, reel, t) for t in range(len(truth.frames))]

        def restored(t: int) -> FloatArray:
            tensor = as_tensor(session.engine.picture(FrameId(reel, t), Stage.REPAIR))
            picture = tensor.permute(1, 2, 0).numpy()[..., ::-1]
            return np.repeat(picture, 3, axis=2) if picture.shape[2] == 1 else picture

        return {**_mask_row(_masks(truth, masks)), **_picture(truth, restored)}


def _masks(truth: TruthSet, masks: Sequence[MaskArray]) -> MaskScore:
    score = MaskScore()
    for mask, real in zip(masks, truth.truth, strict=True):
        score.add(mask, real)
    return score


def _mask_row(score: MaskScore) -> dict[str, float]:
    return {
        "f1": round(score.f1, 3),
        "precision": round(score.precision, 3),
        "recall": round(score.recall, 3),
        "object_recall": round(score.object_recall, 3),
        "area_ratio": round(score.area_ratio, 2),
    }


def _picture(truth: TruthSet, picture: Callable[[int], FloatArray]) -> dict[str, float]:
    score = PictureScore()
    for t, (base, damage) in enumerate(zip(truth.base, truth.truth, strict=True)):
        score.add(picture(t), base, damage)
    return {"psnr": round(score.psnr, 2), "psnr_inside": round(score.psnr_inside, 2)}


def _pictures(folder: Path) -> list[Any]:
    """Every PNG of a folder in order; pictures as float 0..1 `(H, W, 3)`, masks as uint8 `(H, W)`."""
    found = []
    for path in sorted(folder.glob("*.png")):
        picture = cv2.imread(str(path), cv2.IMREAD_UNCHANGED)
        if picture is None:
            raise MediaError(f"{path} cannot be read as a picture")
        if picture.dtype == np.uint16:
            scaled = picture.astype(np.float32) / np.float32(65535)
            picture = np.repeat(scaled[..., None], 3, axis=2) if scaled.ndim == 2 else scaled[..., :3]
        found.append(picture)
    return found
