"""Patches made bad in one known way, and good ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import cv2
import numpy as np

from app.benches.lint.film import MIDDLE, Film
from operators.contract import FloatArray, MaskArray, luma
from operators.lint import Check
from operators.lint.frozen import fine
from operators.motion import warp

Frames = dict[int, FloatArray]
"""Pictures `(3, H, W)` as they are shown, by offset."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of patch: which checks must find it, which may (a step of one frame does flicker), how large it is at
    least (grain cannot be told from a few pixels), and a sentence."""

    must: frozenset[Check]
    may: frozenset[Check]
    least: float
    said: str


def _kind(must: set[Check], may: set[Check], least: float, said: str) -> Kind:
    return Kind(frozenset(must), frozenset(may), least, said)


_STEP = (0.03, 0.08)
_O, _D, _F, _G, _L = Check.OUTLINE, Check.DEAD_GRAIN, Check.FROZEN_GRAIN, Check.GHOST, Check.FLICKER

KINDS: Mapping[str, Kind] = {
    "truth": _kind(set(), set(), 2, "the film's own pixels, nothing changed"),
    "other grain": _kind(set(), set(), 2, "the picture that was there under grain of another frame"),
    "outline": _kind({_O, _L}, set(), 3, "3 to 8 % brighter or darker, on this frame alone"),
    "held outline": _kind({_O}, {_L}, 3, "the same on all frames, as a scratch's patches would be"),
    "rim": _kind({_O}, {_L}, 3, "a rim of damage, 4 to 10 %, left round a mask that was too tight"),
    "dead": _kind({_D}, set(), 5, "a quarter of the grain (-12 dB), where no detail of the picture hides grain"),
    "frozen": _kind({_F}, set(), 5, "the neighbouring frame's grain, moved with the picture; likewise"),
    "copied": _kind(
        {_F}, {_G, _O, _L}, 5, "the neighbouring frame itself, moved with the picture, level matched; likewise"
    ),
    "ghost": _kind(
        {_G}, {_O, _L, _F, _D}, 5, "another place of a neighbour, 2 % rms or more beside what belongs there"
    ),
    "double": _kind({_G}, {_O, _L, _F, _D}, 5, "half of it over the picture that belongs there"),
    "flicker": _kind({_L}, {_O}, 8, "3 to 8 % off in level, soft at the border, on this frame alone"),
}
"""Every kind, good ones first. A ghost is another place's picture, with its steps: any check may speak of it."""


def seeded(kind: str, film: Film, mask: MaskArray, rng: np.random.Generator) -> Frames | None:
    """The frames with such a patch under `mask` `(H, W)` of the middle one; None where the place does not serve."""
    frames = {t - MIDDLE: picture for t, picture in enumerate(film.shown)}
    box = _box(mask)
    inside = mask[box]
    clean = film.clean[MIDDLE][:, *box]
    shown = frames[0][:, *box]
    side = float(rng.choice((-1, 1)))
    if kind == "other grain":
        patch = clean + film.more[:, *box]
    elif kind in ("outline", "held outline"):
        patch = shown + side * rng.uniform(*_STEP)
        if kind == "held outline":
            off = float((patch - shown).flat[0])
            lift = np.float32(off) * mask.astype(np.float32)
            frames = {o: np.asarray(picture + lift if o else picture, np.float32) for o, picture in frames.items()}
    elif kind == "rim":
        inside = (cv2.dilate(mask.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0)[box] & ~inside
        patch = shown + side * rng.uniform(0.04, 0.1)
    elif kind in ("dead", "frozen", "copied") and _hidden(film, box, inside):
        return None
    elif kind == "dead":
        patch = clean + 0.25 * film.more[:, *box]
    elif kind in ("frozen", "copied"):
        patch = _lent(kind, film, box, inside, int(side))
    elif kind in ("ghost", "double"):
        strange = _strange(film, box, inside, 1.0 if kind == "ghost" else 0.5, rng)
        if strange is None:
            return None
        patch = strange + film.more[:, *box]
    elif kind == "flicker":
        depth = cv2.distanceTransform(mask[box].astype(np.uint8), cv2.DIST_L2, 5)
        soft = cv2.GaussianBlur((depth > 3).astype(np.float32), (0, 0), 3)
        patch = shown + side * rng.uniform(*_STEP) * soft / max(float(soft.max()), 1e-6)
    else:
        patch = shown
    mended = frames[0].copy()
    mended[:, *box] = np.where(inside, patch, shown)
    return {**frames, 0: mended}


def _box(mask: MaskArray, margin: int = 16) -> tuple[slice, slice]:
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    return (
        slice(max(int(rows[0]) - margin, 0), int(rows[-1]) + 1 + margin),
        slice(max(int(columns[0]) - margin, 0), int(columns[-1]) + 1 + margin),
    )


def _hidden(film: Film, box: tuple[slice, slice], inside: MaskArray) -> bool:
    """Whether the picture's own fine detail under the mask is stronger than the grain: then nobody sees the grain."""
    detail, grain = (fine(luma(planes[MIDDLE][:, *box]))[inside] for planes in (film.clean, film.grain))
    return float(detail.std()) > float(grain.std())


def _lent(kind: str, film: Film, box: tuple[slice, slice], inside: MaskArray, offset: int) -> FloatArray:
    flow = film.flows[offset]
    lent, own = film.grain[MIDDLE + offset], film.clean[MIDDLE][:, *box]
    grain = np.stack([warp(plane, flow)[box] for plane in lent])
    if kind == "frozen":
        return np.asarray(own + grain, np.float32)
    picture = np.stack([warp(plane, flow)[box] for plane in film.clean[MIDDLE + offset]])
    ring = (cv2.dilate(inside.astype(np.uint8), np.ones((13, 13), np.uint8)) > 0) & ~inside
    level = (own - picture)[:, ring].mean(axis=1)
    return np.asarray(picture + level[:, None, None] + grain, np.float32)


def _strange(
    film: Film, box: tuple[slice, slice], inside: MaskArray, share: float, rng: np.random.Generator
) -> FloatArray | None:
    """A neighbour's picture from 3 to 10 pixels beside, over what belongs here; None where it differs too little."""
    own = film.clean[MIDDLE][:, *box]
    rows, columns = (np.arange(part.start, min(part.stop, film.clean[0].shape[1 + n])) for n, part in enumerate(box))
    for _ in range(12):
        angle, far = rng.uniform(0, 6.3), rng.uniform(3, 10)
        there = film.clean[MIDDLE + int(rng.choice((-2, -1, 1, 2)))]
        y = np.clip(rows + round(far * np.sin(angle)), 0, there.shape[1] - 1)
        x = np.clip(columns + round(far * np.cos(angle)), 0, there.shape[2] - 1)
        mixed = own + np.float32(share) * (there[:, y][:, :, x] - own)
        mixed -= (mixed - own)[:, inside].mean(axis=1)[:, None, None]
        off = cv2.GaussianBlur(luma(mixed - own), (0, 0), 1.0)
        if float(np.sqrt(np.square(off[inside]).mean())) > 0.02:
            return np.asarray(mixed, np.float32)
    return None
