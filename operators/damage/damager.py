"""The damage generator: a recipe, a seed and clean frames give worn frames and the truth about them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch

from operators.contract.frames import FloatArray, MaskArray, as_array
from operators.damage import ageing, particles, scratches, splices
from operators.damage.randomness import generator
from operators.damage.recipe import DamageRecipe
from operators.damage.splices import Splice

VISIBLE = 0.02
"""Damage that changes no channel by more than this part of white is left out, so masks hold no invisible rims."""


@dataclass(frozen=True, slots=True)
class DamagedFrame:
    """One worn frame and the truth about it.

    `base` `(C, H, W)` has what a repair cannot undo (fade, flicker, weave, a splice's jump and flash, grain): the
    best a repair can reach. `damaged` differs from it exactly where one of the masks `(H, W)` is True: `mask_dirt`
    holds dirt, dust and hairs, `mask_scratch` line scratches, `mask_splice` cement lines. `splice` is the join before
    this frame, if there is one. Nothing is clipped.
    """

    base: torch.Tensor
    damaged: torch.Tensor
    mask_dirt: MaskArray
    mask_scratch: MaskArray
    mask_splice: MaskArray
    splice: Splice | None


class Damager:
    """Wears a reel out, a frame at a time and in any order.

    The same recipe, seed, size and length give the same bytes, with the same versions of NumPy and OpenCV.
    Splices lose frames: show it clean frame `source_frame(t)` for frame `t`; it needs `source_frames` of them.
    """

    def __init__(self, recipe: DamageRecipe, seed: int, size: tuple[int, int], frames: int) -> None:
        """`size` is (width, height). ValueError for an empty picture or reel, or white not above black."""
        self.width, self.height = size
        if min(size) < 1 or frames < 1:
            raise ValueError(
                f"{frames} frames of {size[0]}x{size[1]} pixels cannot be damaged; give at least one of each"
            )
        if recipe.white <= recipe.black:
            raise ValueError(f"white is {recipe.white}, black is {recipe.black}; white must lie above black")
        self.recipe, self.seed, self.frames = recipe, seed, frames
        self.pixels_per_mm = self.width / recipe.picture_width
        self.splices = splices.splices(seed, recipe.splice, frames)
        self.scratches = scratches.scratches(seed, recipe.scratch, self.width, frames, self.pixels_per_mm)
        self._transport = ageing.transport(seed, recipe.flicker, recipe.weave, self.width, frames)

    @property
    def source_frames(self) -> int:
        """How many clean frames there must be."""
        return self.source_frame(self.frames - 1) + 1

    def source_frame(self, t: int) -> int:
        """The clean frame that is seen at `t`."""
        return t + sum(splice.lost for splice in self.splices if splice.frame <= t)

    def frame(self, t: int, clean: torch.Tensor) -> DamagedFrame:
        """Frame `t`, made from `clean` `(C, H, W)` float32. IndexError, ValueError where they do not fit the reel."""
        if not 0 <= t < self.frames:
            raise IndexError(f"frame {t} is not in the reel; it has frames 0 to {self.frames - 1}")
        if clean.ndim != 3 or clean.shape[1:] != (self.height, self.width) or clean.dtype != torch.float32:
            raise ValueError(
                f"the clean frame is {clean.dtype}{tuple(clean.shape)}, "
                f"not float32 with {self.width}x{self.height} pixels"
            )
        base = self._aged(t, as_array(clean))
        dirty, mask_dirt = self._visible(base, self._with_particles(t, base))
        scored, mask_scratch = self._visible(dirty, self._with_scratches(t, dirty))
        damaged, mask_splice = self._visible(scored, self._with_cement(t, scored))
        splice = next((splice for splice in self.splices if splice.frame == t), None)
        return DamagedFrame(
            torch.from_numpy(base), torch.from_numpy(damaged), mask_dirt, mask_scratch, mask_splice, splice
        )

    def _aged(self, t: int, clean: FloatArray) -> FloatArray:
        recipe = self.recipe
        x, y, turn = self._transport.position[t]
        y += splices.jump_at(self.splices, t) * self.height
        gain = float(self._transport.gain[t]) * splices.flash_at(self.splices, t)
        frame = ageing.faded(clean, recipe.fade, recipe.black, recipe.white)
        frame = ageing.moved(frame, float(x), float(y), float(turn))
        frame = ageing.flickered(frame, gain, generator(self.seed, "flicker", t), recipe.flicker, recipe.black)
        if recipe.grain > 0.0:
            rng = generator(self.seed, "grain", t)
            frame = frame + ageing.grain(frame, rng, recipe.grain, self.pixels_per_mm, recipe.black, recipe.white)
        return np.array(frame, dtype=np.float32, order="C")

    def _with_particles(self, t: int, base: FloatArray) -> FloatArray:
        out = base.copy()
        for kind, mean in (("dust", self.recipe.dust), ("dirt", self.recipe.dirt), ("hair", self.recipe.hair)):
            rng = generator(self.seed, kind, t)
            number = particles.count(rng, mean)
            for centre in particles.places(rng, number, self.width, self.height, self.recipe.clustering):
                if kind == "hair":
                    stamp = particles.fibre(rng, centre, self.pixels_per_mm)
                else:
                    size = particles.DUST if kind == "dust" else particles.DIRT
                    stamp = particles.blotch(rng, size, centre, self.pixels_per_mm)
                light = rng.random() < self.recipe.light_share
                tone = float(rng.uniform(0.82, 1.0) if light else rng.uniform(0.0, 0.15))
                self._press(out, stamp, float(0.45 + 0.55 * rng.beta(2.0, 1.2)), tone)
        return out

    def _press(self, out: FloatArray, stamp: particles.Stamp, opacity: float, tone: float) -> None:
        height, width = stamp.alpha.shape
        x0, y0 = max(stamp.x, 0), max(stamp.y, 0)
        x1, y1 = min(stamp.x + width, self.width), min(stamp.y + height, self.height)
        if x0 >= x1 or y0 >= y1:
            return
        alpha = np.float32(opacity) * stamp.alpha[y0 - stamp.y : y1 - stamp.y, x0 - stamp.x : x1 - stamp.x]
        part = out[:, y0:y1, x0:x1]
        part += alpha * (self._level(tone) - part)

    def _with_scratches(self, t: int, dirty: FloatArray) -> FloatArray:
        out = dirty.copy()
        for scratch, columns, alpha in scratches.opacities(self.scratches, t, self.width, self.height):
            for channel, plane in enumerate(out):
                # A grey picture, or a channel beyond the colours, sees the scratch's green.
                tone = scratch.tone[channel] if len(out) >= 3 and channel < 3 else scratch.tone[1]
                plane[:, columns] += alpha * (self._level(tone) - plane[:, columns])
        return out

    def _with_cement(self, t: int, frame: FloatArray) -> FloatArray:
        out = frame.copy()
        for splice in self.splices:
            alpha = splices.cement(splice, t, self.width, self.height)
            if alpha is not None:
                out += alpha * (self._level(splice.tone) - out)
        return out

    def _level(self, tone: float) -> np.float32:
        return np.float32(self.recipe.black + tone * (self.recipe.white - self.recipe.black))

    def _visible(self, before: FloatArray, after: FloatArray) -> tuple[FloatArray, MaskArray]:
        """`after` where it differs visibly from `before`, which it is elsewhere; and where that is."""
        threshold = VISIBLE * (self.recipe.white - self.recipe.black)
        mask = np.abs(after - before).max(axis=0) > threshold
        return np.where(mask, after, before), mask
