"""How well the detectors see made damage, and what of a clean film they take for it, on sources never trained on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch

from app.benches import classical
from app.errors import UsageError
from app.jobs.progress import Progress, Reporter
from app.jobs.scoring import MaskScore
from app.training.scenes.layers import LAYERS
from app.training.scenes.maker import SceneMaker
from app.training.scenes.shelf import Shelf
from app.training.sources import sources
from operators.contract import Context, FloatArray, FrameInfo, MaskArray, Window, luma
from operators.contract.registry import analysis_operator
from operators.damage.sampler import worn
from operators.dirt.rounds import REACH

SEED = 20_260
"""Far from the seeds that trainings use; the sources are held out besides."""

SIZE = (384, 288)
FRAMES = 2 * REACH + 3
ASKED = range(REACH, REACH + 3)
THRESHOLD = 0.5
SROD_LIMITS = (0.02, 0.03, 0.04, 0.06, 0.08, 0.1, 0.12, 0.15)

Frames = Sequence[FloatArray]
"""Pictures `(H, W, C)`."""


def measure_detection(material: Sequence[Path], scenes: int, reporter: Reporter) -> dict[str, Any]:
    """Figures over `scenes` worn scenes, and over as many clean ones for each kind of thing easily taken for damage.

    UsageError where no held-out source is found.
    """
    shelf = [source for source in sources(*material) if source.held_out]
    if not shelf:
        raise UsageError("no held-out clip or photograph was found: name folders with --sets, or install the demo's")
    maker = SceneMaker(Shelf(shelf), SIZE, FRAMES, SEED)
    progress = Progress("Judging scenes", scenes * (1 + len(LAYERS)), reporter)
    report = {"held-out sources": [source.name for source in shelf], **_seen(maker, scenes, progress)}
    return {**report, "falsely hit, % of the frame": _taken(maker, scenes, progress)}


def _seen(maker: SceneMaker, scenes: int, progress: Progress) -> dict[str, Any]:
    ways: dict[str, MaskScore] = {name: MaskScore() for name in (*_WAYS, "scratch: standard")}
    limits = [MaskScore() for _ in SROD_LIMITS]
    for number in range(scenes):
        film = worn(maker.scene(number, "").frames, SEED + number)
        frames = list(film.frames)
        masks = _scratches(frames)
        for t in ASKED:
            spared = film.other[t] | (film.scratch[t] & ~film.dirt[t])
            for name, way in _WAYS.items():
                ways[name].add(way(frames, t), film.dirt[t], spared)
            evidence = _srod(frames, t)
            for score, limit in zip(limits, SROD_LIMITS, strict=True):
                score.add(evidence > limit, film.dirt[t], spared)
            ways["scratch: standard"].add(
                masks[t], film.scratch[t], film.other[t] | (film.dirt[t] & ~film.scratch[t])
            )
        progress.advance()
    best = max(limits, key=lambda score: score.f1)
    rows = {**ways, "dirt: SROD + DIS, best threshold": best}
    return {name: _row(score) for name, score in rows.items()}


def _taken(maker: SceneMaker, scenes: int, progress: Progress) -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = {}
    for layer in LAYERS:
        hit, area = dict.fromkeys((*_WAYS, "scratch: standard"), 0), 0
        for number in range(scenes):
            # Clean, but not sterile: the least grain that any film has.
            clean = maker.scene(number, layer).frames
            dice = np.random.default_rng((SEED, number))
            grain = np.asarray(dice.normal(0.0, 0.008, clean.shape), np.float32)
            frames = list(np.clip(clean + grain, 0.0, 1.0))
            masks = _scratches(frames)
            for t in ASKED:
                area += masks[t].size
                hit["scratch: standard"] += int(masks[t].sum())
                for name, way in _WAYS.items():
                    hit[name] += int(way(frames, t).sum())
            progress.advance()
        found[layer] = {name: round(100.0 * count / area, 4) for name, count in hit.items()}
    return found


def _dirt(method: str) -> Callable[[Frames, int], MaskArray]:
    def judged(frames: Frames, t: int) -> MaskArray:
        operator = analysis_operator("dirt")
        params = operator.Params.from_mapping({"method": method})
        found: MaskArray = operator.look(_window(frames, t, REACH), params, Context()).probability >= THRESHOLD
        return found

    return judged


_WAYS: Mapping[str, Callable[[Frames, int], MaskArray]] = {
    "dirt: network": _dirt("network"),
    "dirt: classical": _dirt("classical"),
}


def _scratches(frames: Frames) -> list[MaskArray]:
    """The masks of the line scratches of a whole scene, as a pass finds them."""
    operator = analysis_operator("scratch")
    params = operator.Params()
    before, after = operator.window(params)
    seen = [operator.look(_window(frames, t, max(before, after)), params, Context()) for t in range(len(frames))]
    info = _info(frames)
    tracks = operator.link({t: evidence.marks for t, evidence in enumerate(seen)}, info, params)
    return [
        operator.draw(evidence.probability, tracks, t, info, params) >= THRESHOLD for t, evidence in enumerate(seen)
    ]


def _srod(frames: Frames, t: int) -> FloatArray:
    lumas = [luma(frame.transpose(2, 0, 1)) for frame in frames[t - 1 : t + 2]]
    return classical.srod(lumas, 1)


def _window(frames: Frames, t: int, reach: int) -> Window:
    tensors = {
        offset: torch.from_numpy(np.ascontiguousarray(frames[t + offset].transpose(2, 0, 1)))
        for offset in range(-reach, reach + 1)
        if 0 <= t + offset < len(frames)
    }
    return Window(tensors, _info(frames))


def _info(frames: Frames) -> FrameInfo:
    height, width, channels = frames[0].shape
    return FrameInfo(width, height, channels)


def _row(score: MaskScore) -> dict[str, float]:
    return {
        "f1": round(score.f1, 3),
        "precision": round(score.precision, 3),
        "recall": round(score.recall, 3),
        "object_recall": round(score.object_recall, 3),
        "area_ratio": round(score.area_ratio, 2),
    }
