"""The linter asked about seeded patches: precision and recall per check, alarms on good ones, time."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import torch

from app.benches.lint.film import CODE_STEP, MIDDLE, Film, as_it_is, blob, clip_film, demo_film, line
from app.benches.lint.seeds import KINDS, Frames, seeded
from app.jobs.clips import CLIPS
from app.jobs.progress import Progress, Reporter
from operators.contract import Context, FloatArray, FrameInfo, MaskArray, Window, luma
from operators.fill.operator import OPERATOR, FillParams
from operators.lint import CHECKS, LIMITS, Finding, Severity, lint
from operators.lint.around import Around

CHOSEN_ON = (0, 1)
"""Shots of the demo that the limits were chosen on (cars, gesture_again); the others are scored."""
SCORED_ON = tuple(shot for shot in range(len(CLIPS)) if CLIPS[shot][0] not in {CLIPS[n][0] for n in CHOSEN_ON})
GRAINS = (0.012, 0.025)
RADII = (2.0, 3.5, 5.0, 8.0, 12.0, 20.0)
LINES = 0.15
"""Share of masks that are line scratches."""
SMALL = 60
SEED = 41


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """One patch and what was said of it."""

    kind: str
    film: str
    area: int
    findings: tuple[Finding, ...]
    seconds: float

    def told(self, check: str, least: Severity = Severity.FYI) -> bool:
        """Whether a check raised its voice."""
        return any(found.check == check and found.severity >= least for found in self.findings)


@dataclass(slots=True)
class _Picture:
    """An `operators.lint.around.View` of a whole picture."""

    picture: FloatArray
    mask: MaskArray
    _sketches: dict[tuple[int, int], FloatArray] = field(default_factory=dict)

    @property
    def size(self) -> tuple[int, int]:
        return self.picture.shape[2], self.picture.shape[1]

    def cut(self, x0: int, y0: int, x1: int, y1: int) -> FloatArray:
        return self.picture[:, y0:y1, x0:x1]

    def mended(self, x0: int, y0: int, x1: int, y1: int) -> MaskArray:
        return self.mask[y0:y1, x0:x1]

    def sketch(self, width: int, height: int) -> FloatArray:
        return np.asarray(cv2.resize(luma(self.picture), (width, height), interpolation=cv2.INTER_AREA), np.float32)


def measure_lint(sets: Sequence[Path], patches: int, reporter: Reporter, *, tuning: bool = False) -> dict[str, Any]:
    """Figures over `patches` of each kind per film: shots of the demo that no limit was chosen on, and clips or
    folders of pictures in `sets`; `tuning` takes the shots that the limits were chosen on instead."""
    films = list(_films(sets, tuning))
    progress = Progress("asking the linter", len(films) * len(KINDS), reporter)
    asked, ours = [], []
    for number, film in enumerate(films):
        rng = np.random.default_rng((SEED, number))
        for kind in KINDS:
            asked += [one for _ in range(patches) if (one := _one(kind, film, rng)) is not None]
            progress.advance()
        ours += list(_house(film, patches, np.random.default_rng((SEED, number, 1))))
    return {
        "films": [film.name for film in films],
        "limits": {check.value: f"FYI {at.fyi:g}, Issue {at.issue:g} {at.unit}" for check, at in LIMITS.items()},
        "per check": {check.value: _row(asked, check) for check in CHECKS},
        "found by kind, %": {kind: _by_kind(asked, kind) for kind, k in KINDS.items() if k.must},
        "alarms on good patches, %": {
            kind: _alarms([a for a in asked if a.kind == kind]) for kind, k in KINDS.items() if not k.must
        }
        | {"the house's own fills": _alarms(ours)},
        "alarms on untouched patches of the folders as they are, %": measure_quiet(
            [path for path in sets if path.is_dir()], 4 * patches
        ),
        "milliseconds a patch, motion known": round(1e3 * float(np.median([a.seconds for a in asked])), 1),
    }


def measure_quiet(folders: Sequence[Path], patches: int) -> dict[str, Any]:
    """Alarms on untouched patches of real film, with the grain and the damage it has."""
    found: dict[str, Any] = {}
    for folder in folders:
        frames = as_it_is(folder)
        rng = np.random.default_rng(SEED)
        asked = []
        for _ in range(patches):
            mask = _laid(_mask(rng, 2), frames[0].shape[1:], rng)
            asked.append(_ask("truth", folder.name, {t - MIDDLE: f for t, f in enumerate(frames)}, mask, 1 / 255))
        found[folder.name] = _alarms(asked)
    return found


def _films(sets: Sequence[Path], tuning: bool) -> Iterator[Film]:
    for amount in GRAINS:
        for shot in CHOSEN_ON if tuning else SCORED_ON:
            yield demo_film(shot, SEED + shot, amount)
        for number, path in enumerate(sets):
            yield clip_film(path, SEED + 100 + number, amount)


def _one(kind: str, film: Film, rng: np.random.Generator) -> Asked | None:
    for _ in range(12):
        mask = _laid(_mask(rng, KINDS[kind].least), film.shown[0].shape[1:], rng)
        frames = seeded(kind, film, mask, rng)
        if frames is not None:
            held = kind == "held outline"
            return _ask(kind, film.name, frames, mask, CODE_STEP, held=held)
    return None


def _mask(rng: np.random.Generator, least: float) -> MaskArray:
    if least < 8 and rng.random() < LINES:
        return line(rng)
    return blob(rng, float(rng.choice([radius for radius in RADII if radius >= least])))


def _laid(mask: MaskArray, shape: tuple[int, ...], rng: np.random.Generator) -> MaskArray:
    mask = mask[: shape[0] - 16, : shape[1] - 16]
    height, width = mask.shape
    y, x = int(rng.integers(4, shape[0] - height - 4)), int(rng.integers(4, shape[1] - width - 4))
    whole: MaskArray = np.zeros((shape[0], shape[1]), bool)
    whole[y : y + height, x : x + width] = mask
    return whole


def _ask(kind: str, name: str, frames: Frames, mask: MaskArray, step: float, *, held: bool = False) -> Asked:
    nothing = np.zeros_like(mask)
    views = {o: _Picture(picture, mask if held or not o else nothing) for o, picture in frames.items()}
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    x, y = int(columns[0]), int(rows[0])
    scene, _ = Around(views, step).scene(x, y, mask[y : int(rows[-1]) + 1, x : int(columns[-1]) + 1])
    begun = time.perf_counter()
    findings = lint(scene)
    return Asked(kind, name, int(mask.sum()), findings, time.perf_counter() - begun)


def _house(film: Film, patches: int, rng: np.random.Generator) -> Iterator[Asked]:
    """Fills of the shipped operator, of damage of which the mask is known."""
    frames = {t - len(film.shown) // 2: torch.from_numpy(picture) for t, picture in enumerate(film.shown)}
    _, height, width = film.shown[0].shape
    for _ in range(max(patches // 4, 1)):
        masks = [_laid(_mask(rng, 2), (height, width), rng) for _ in range(4)]
        whole = np.logical_or.reduce(masks)
        hurt = torch.from_numpy(np.where(whole, np.float32(0.95), film.shown[2]))
        window = Window({**frames, 0: hurt}, FrameInfo(width, height, 3, bit_depth=10), {0: whole})
        mended = OPERATOR.run(window, FillParams(), Context(seed=int(rng.integers(1 << 30)))).numpy()
        for mask in masks:
            shown = {o: (mended if not o else frame.numpy()) for o, frame in frames.items()}
            yield _ask("house", film.name, shown, mask, CODE_STEP)


def _row(asked: Sequence[Asked], check: str) -> dict[str, Any]:
    """Precision over all seeds but those that may raise it besides; recall over those that must."""
    must = [a for a in asked if check in KINDS[a.kind].must]
    others = [a for a in asked if check not in KINDS[a.kind].must | KINDS[a.kind].may]
    hit, false = sum(a.told(check) for a in must), sum(a.told(check) for a in others)
    large = [a for a in must if a.area >= SMALL]
    return {
        "precision": round(hit / max(hit + false, 1), 3),
        "recall": round(hit / max(len(must), 1), 3),
        f"recall from {SMALL} px on": round(sum(a.told(check) for a in large) / max(len(large), 1), 3),
        "seeded": len(must),
        "false": false,
        "of": len(others),
    }


def _by_kind(asked: Sequence[Asked], kind: str) -> dict[str, float]:
    mine = [a for a in asked if a.kind == kind]
    return {check: round(100 * sum(a.told(check) for a in mine) / max(len(mine), 1), 1) for check in KINDS[kind].must}


def _alarms(asked: Sequence[Asked]) -> dict[str, Any]:
    count = max(len(asked), 1)

    def share(told: int) -> float:
        return round(100 * told / count, 1)

    return {
        "any": share(sum(any(a.told(c) for c in CHECKS) for a in asked)),
        "Issue": share(sum(any(a.told(c, Severity.ISSUE) for c in CHECKS) for a in asked)),
        **{c.value: share(sum(a.told(c) for a in asked)) for c in CHECKS if any(a.told(c) for a in asked)},
        "nothing can be said": share(sum(not a.findings for a in asked)),
        "patches": len(asked),
    }
