"""All checks of one repair."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import cv2
import numpy as np

from operators.contract import FloatArray, luma
from operators.lint.findings import CHECKS, LIMITS, Check, Finding
from operators.lint.frozen import Likeness, fine
from operators.lint.grain import deadness, octaves
from operators.lint.moving import jump, moved, strangeness, usual_strangeness
from operators.lint.outline import Border, border_of, signed_distance
from operators.lint.pieces import Piece, pieces, sureness
from operators.lint.scene import PAD, Beside, Scene

WORST = 0.1
"""A repair of many pieces is as bad as the worst of them but for this share: one in ten must agree."""

_FEWEST_GRAINS = 40
"""Pixels of a patch from which on it can be told whose grain it has."""
_INNER, _FEWEST = 2.0, 24
"""A ghost is told from so many pixels inside the border, where a patch has so many there."""
_ALONE = 0.8
"""A step that only the frame itself tells of is by so much less sure: edges of the picture are steps too."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A value and its sureness; `offset` is the neighbour meant, 0 for none."""

    value: float = 0.0
    sure: float = 0.0
    offset: int = 0


def lint(scene: Scene) -> tuple[Finding, ...]:
    """One finding per check, whatever its severity; none at all where too little sound film is round the repair."""
    bench = _Bench(scene)
    found: dict[Check, list[Finding]] = {check: [] for check in CHECKS}
    for piece in pieces(scene.mask, scene.sound):
        for check, answer in bench.asked(piece).items():
            severity = LIMITS[check].severity(answer.value, answer.sure)
            found[check].append(Finding(check, answer.value, answer.sure, severity, *piece.centre, answer.offset))
    return tuple(_told(answers) for answers in found.values() if answers)


def _told(answers: list[Finding]) -> Finding:
    ordered = sorted(answers, key=lambda one: (one.severity, one.value if one.sure > 0 else 0.0), reverse=True)
    return ordered[int(WORST * len(ordered))]


def _strength(answer: Answer) -> float:
    """How near an outline comes to being told, by value and by sureness."""
    limits = LIMITS[Check.OUTLINE]
    return min(answer.value / limits.fyi, answer.sure / limits.sure)


def _step(border: Border, plane: FloatArray, piece: Piece) -> Answer:
    common = np.abs(border.steps(plane, piece) @ border.share)
    # Of a normal distribution both are its deviation; where edges make it broader the second is the larger one.
    spread = max(1.4826 * float(np.median(common[1:])), float(np.quantile(common[1:], 0.9)) / 1.645, 1e-6)
    return Answer(100 * float(common[0]), float(common[0]) / spread)


class _Bench:
    """A scene with what several checks share worked out once."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._grey: FloatArray = np.nan_to_num(luma(scene.shown))
        self._distance = signed_distance(scene.mask)

    def asked(self, piece: Piece) -> dict[Check, Answer]:
        outline, ragged = self._outline(piece)
        return {
            Check.OUTLINE: outline,
            Check.DEAD_GRAIN: self._dead(piece),
            Check.FROZEN_GRAIN: self._frozen(piece),
            Check.GHOST: self._ghost(piece, ragged),
            Check.FLICKER: self._flicker(piece),
        }

    def _outline(self, piece: Piece) -> tuple[Answer, float]:
        """The common step along the border; and how sure it is that steps vary along it as they do not elsewhere.

        The step is told from how the frame differs from its neighbours, where structure that lies along the border
        cancels: of the one before and the one after, the one that shows less is believed. Where both were mended at
        the same place it is told from the frame alone, and that is less sure.
        """
        border = border_of(piece, self._distance)
        if border is None:
            return Answer(), 0.0
        against, ragged = [], []
        for offset, off in self._off.items():
            against.append(_step(border, off, piece))
            uneven = np.sqrt(np.square(border.steps(self._soft - self._moved_soft[offset], piece)) @ border.share)
            ragged.append(sureness(np.log(np.maximum(uneven, 1e-6))))
        if against:
            return min(against, key=_strength), min(ragged)
        alone = max((_step(border, plane, piece) for plane in self._scene.shown), key=_strength)
        return replace(alone, sure=_ALONE * alone.sure), 0.0

    def _dead(self, piece: Piece) -> Answer:
        beside = []
        for item, squares in self._neighbour_octaves:
            way = [round(float(np.median(item.flow[piece.rows, piece.columns, a]))) - item.shift[a] for a in (0, 1)]
            if max(map(abs, way)) > PAD:
                continue
            y, x = piece.rows + way[1] + PAD, piece.columns + way[0] + PAD
            if item.sound[y, x].mean() > 0.9:
                beside.append([band[y, x] for band in squares])
        return Answer(*deadness(piece, self._octaves, self._distance, self._level, beside, self._scene.code_step))

    def _frozen(self, piece: Piece) -> Answer:
        beside = self._scene.beside
        if len(beside) < 2 or len(piece.rows) < _FEWEST_GRAINS:
            return Answer()
        fine = {o: (beside[o], self._neighbour_fine[o]) for o in beside}
        likeness = Likeness(piece, self._fine, fine, self._moved_fine)
        pairs = [(a, b) for a, b in ((-1, -2), (1, 2), (-1, 1)) if a in beside and b in beside and len(beside) > 2]
        usual = max((likeness.between(a, b) for a, b in pairs), default=0.0)
        best = Answer()
        for offset in beside:
            still = likeness.unmoved(offset)
            ways = [likeness.with_neighbour(offset), likeness.anywhere(offset)]
            for found in ways if still is None else [*ways, still]:
                expected = max(usual, float(np.median(found[1:])), 0.0)
                z = np.arctanh(np.clip(found, -0.999, 0.999))
                spread = max(1.4826 * float(np.median(np.abs(z[1:] - np.median(z[1:])))), 0.02)
                sure = (float(z[0]) - float(np.arctanh(min(expected, 0.999)))) / spread
                value = float(found[0]) - expected
                if min(value, sure / 20) > min(best.value, best.sure / 20):
                    best = Answer(value, sure, offset)
        return best

    def _ghost(self, piece: Piece, ragged: float) -> Answer:
        if len(self._moved_soft) < 2:
            return Answer()
        deep = self._distance[piece.rows, piece.columns] < -_INNER
        # The blur brings what lies outside the border into the patch: a rim of damage is no ghost.
        inner = Piece(piece.rows[deep], piece.columns[deep], piece.places) if deep.sum() >= _FEWEST else piece
        strange = strangeness(inner, self._soft, self._moved_soft)
        usual = usual_strangeness(inner, self._moved_soft)
        sure = sureness(np.log(np.maximum(strange, 1e-4)))
        more = float(np.sqrt(max(float(strange[0]) ** 2 - usual**2, 0.0)))
        return Answer(100 * more, min(sure, ragged))

    def _flicker(self, piece: Piece) -> Answer:
        value, sure = jump(piece, self._grey, self._moved)
        return Answer(100 * value, sure)

    @cached_property
    def _octaves(self) -> list[FloatArray]:
        return octaves(self._grey)

    @cached_property
    def _fine(self) -> FloatArray:
        return fine(self._grey)

    @cached_property
    def _soft(self) -> FloatArray:
        return np.asarray(cv2.GaussianBlur(self._grey, (0, 0), 1.0), np.float32)

    @cached_property
    def _level(self) -> FloatArray:
        return np.asarray(cv2.GaussianBlur(self._grey, (0, 0), 4.0), np.float32)

    @cached_property
    def _off(self) -> dict[int, FloatArray]:
        """How the frame differs from the nearest neighbour on each side that is sound film under the repair."""
        found: dict[int, FloatArray] = {}
        for side in (-1, 1):
            for offset in (side, 2 * side):
                item = self._scene.beside.get(offset)
                if item is not None and moved(item, item.sound.astype(np.float32))[self._scene.mask].mean() > 0.9:
                    found[offset] = np.asarray(self._grey - self._moved[offset], np.float32)
                    break
        return found

    @cached_property
    def _moved_fine(self) -> dict[int, FloatArray]:
        return {o: moved(item, self._neighbour_fine[o]) for o, item in self._scene.beside.items()}

    @cached_property
    def _neighbour_octaves(self) -> list[tuple[Beside, list[FloatArray]]]:
        return [(item, [np.square(b) for b in octaves(item.picture)]) for item in self._scene.beside.values()]

    @cached_property
    def _neighbour_fine(self) -> dict[int, FloatArray]:
        return {o: fine(item.picture) for o, item in self._scene.beside.items()}

    @cached_property
    def _moved(self) -> dict[int, FloatArray]:
        return {o: moved(item, item.picture) for o, item in self._scene.beside.items()}

    @cached_property
    def _moved_soft(self) -> dict[int, FloatArray]:
        return {
            o: moved(item, np.asarray(cv2.GaussianBlur(item.picture, (0, 0), 1.0), np.float32))
            for o, item in self._scene.beside.items()
        }
