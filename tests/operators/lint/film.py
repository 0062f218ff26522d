"""Film made up for the linter: a picture that drifts, with grain, and a patch on its middle frame."""

from __future__ import annotations

from dataclasses import dataclass, field

import cv2
import numpy as np

from operators.contract import FloatArray, MaskArray, luma
from operators.lint import Check, Finding, lint
from operators.lint.around import Around

SIDE = 200
DRIFT = (2, 1)
STEP = 1 / 1023


@dataclass
class View:
    picture: FloatArray
    mask: MaskArray
    size: tuple[int, int] = field(init=False)

    def __post_init__(self) -> None:
        self.size = self.picture.shape[2], self.picture.shape[1]

    def cut(self, x0: int, y0: int, x1: int, y1: int) -> FloatArray:
        return self.picture[:, y0:y1, x0:x1]

    def mended(self, x0: int, y0: int, x1: int, y1: int) -> MaskArray:
        return self.mask[y0:y1, x0:x1]

    def sketch(self, width: int, height: int) -> FloatArray:
        return cv2.resize(luma(self.picture), (width, height), interpolation=cv2.INTER_AREA)


class Film:
    """Five frames, offsets -2 to 2: `clean`, and `grain` of deviation `amount`."""

    def __init__(self, seed: int = 1, amount: float = 0.02) -> None:
        dice = np.random.default_rng(seed)
        scene = cv2.GaussianBlur(dice.standard_normal((SIDE + 40, SIDE + 40)).astype(np.float32), (0, 0), 7)
        scene = 0.45 + 0.12 * scene / scene.std()
        self.clean = {o: self._seen(scene, o) for o in range(-2, 3)}
        self.grain = {o: self._grain(dice, amount) for o in (*self.clean, 9)}
        self.shown = {o: self.clean[o] + self.grain[o] for o in self.clean}

    def _seen(self, scene: FloatArray, offset: int) -> FloatArray:
        x, y = 20 + DRIFT[0] * offset, 20 + DRIFT[1] * offset
        return np.repeat(scene[None, y : y + SIDE, x : x + SIDE], 3, axis=0).astype(np.float32)

    def _grain(self, dice: np.random.Generator, amount: float) -> FloatArray:
        noise = cv2.GaussianBlur(dice.standard_normal((SIDE, SIDE)).astype(np.float32), (0, 0), 0.6)
        return np.repeat((amount * noise / noise.std())[None], 3, axis=0).astype(np.float32)

    def moved(self, planes: FloatArray, offset: int) -> FloatArray:
        """What a frame at an offset shows, brought to where it lies on the middle one."""
        return np.roll(planes, (DRIFT[1] * offset, DRIFT[0] * offset), (1, 2))


def spot(x: int, y: int, radius: float) -> MaskArray:
    rows, columns = np.mgrid[:SIDE, :SIDE]
    return np.hypot(columns - x, rows - y) <= radius


def asked(film: Film, mask: MaskArray, patch: FloatArray | float | None = None) -> dict[Check, Finding]:
    """What the linter says where `patch` (a picture, or an offset in level) lies under the mask."""
    frames = dict(film.shown)
    if patch is not None:
        laid = frames[0] + np.float32(patch) if isinstance(patch, float) else patch
        frames[0] = np.where(mask, laid, frames[0]).astype(np.float32)
    nothing = np.zeros_like(mask)
    views = {o: View(picture, nothing if o else mask) for o, picture in frames.items()}
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    x, y = int(columns[0]), int(rows[0])
    scene, _ = Around(views, STEP).scene(x, y, mask[y : int(rows[-1]) + 1, x : int(columns[-1]) + 1])
    return {finding.check: finding for finding in lint(scene)}


def told(found: dict[Check, Finding]) -> set[Check]:
    return {check for check, finding in found.items() if finding.severity}
