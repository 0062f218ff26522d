"""The damage generator: a recipe, a seed and clean frames give worn frames and the truth about them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import torch

from operators.contract.frames import FloatArray, MaskArray, as_array
from operators.damage import ageing, growths, particles, scratches, specks, splices
from operators.damage.randomness import Floats, generator
from operators.damage.recipe import DamageRecipe
from operators.damage.splices import Splice

VISIBLE = 0.02
"""Damage that changes no channel by more than this part of white is left out, so masks hold no invisible rims."""

_DRAWN: dict[str, Callable[[np.random.Generator, Floats, float], particles.Stamp]] = {
    "dust": lambda rng, centre, scale: particles.blotch(rng, particles.DUST, centre, scale),
    "dirt": lambda rng, centre, scale: particles.blotch(rng, particles.DIRT, centre, scale),
    "hair": particles.fibre,
    "abrasion": growths.abrasion,
    "smut": growths.smut,
    "mould": growths.mould,
    "stain": growths.stain,
    "finger": growths.finger,
}
"""Particles drawn one by one, in this order: how each makes its stamp at a place, at so many pixels a millimetre."""


@dataclass(frozen=True, slots=True)
class DamagedFrame:
    """One worn frame and the truth about it.

    `base` `(C, H, W)` has what a repair cannot undo (fade, flicker, weave, a splice's jump and flash, grain): the
    best a repair can reach. `damaged` differs from it exactly where one of the masks `(H, W)` is True: `mask_dirt`
    holds whatever lies on one frame (dirt, hairs, mould, abrasions...), `mask_scratch` line scratches, `mask_splice`
    cement lines, `mask_cue` cue marks. `splice` is the join before this frame, if there is one. Nothing is clipped.
    """

    base: torch.Tensor
    damaged: torch.Tensor
    mask_dirt: MaskArray
    mask_scratch: MaskArray
    mask_splice: MaskArray
    splice: Splice | None
    mask_cue: MaskArray


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
        lines = scratches.scratches(seed, recipe.scratch, self.width, frames, self.pixels_per_mm)
        bundles = scratches.tramlines(seed, recipe.tramline, self.width, frames, self.pixels_per_mm)
        self.scratches = tuple(replace(line, swell=recipe.swell) for line in lines) + bundles
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
        raw = self._aged(t, as_array(clean))
        base = ageing.softened(raw, self.recipe.softness)
        masks: list[MaskArray] = []
        damaged = base
        for step in (self._with_particles, self._with_scratches, self._with_cement, self._with_cue):
            # A soft scanner sees picture and damage alike; without one the step goes on from what is visible.
            raw = step(t, raw if self.recipe.softness else damaged)
            damaged, mask = self._visible(damaged, ageing.softened(raw, self.recipe.softness))
            masks.append(mask)
        dirt, scratch, cement, cue = masks
        splice = next((splice for splice in self.splices if splice.frame == t), None)
        return DamagedFrame(torch.from_numpy(base), torch.from_numpy(damaged), dirt, scratch, cement, splice, cue)

    def _aged(self, t: int, clean: FloatArray) -> FloatArray:
        recipe = self.recipe
        x, y, turn = self._transport.position[t]
        y += splices.jump_at(self.splices, t) * self.height
        gain = float(self._transport.gain[t]) * splices.flash_at(self.splices, t)
        frame = ageing.faded(clean, recipe.fade, recipe.black, recipe.white)
        frame = ageing.moved(frame, float(x), float(y), float(turn))
        frame = ageing.flickered(frame, gain, generator(self.seed, "flicker", t), recipe.flicker, recipe.black)
        frame = ageing.banded(frame, t, self.seed, recipe.banding, recipe.black)
        if recipe.grain > 0.0:
            rng = generator(self.seed, "grain", t)
            frame = frame + ageing.grain(frame, rng, recipe.grain, self.pixels_per_mm, recipe.black, recipe.white)
        return np.array(frame, dtype=np.float32, order="C")

    def _with_particles(self, t: int, base: FloatArray) -> FloatArray:
        out = base.copy()
        recipe, scale = self.recipe, self.pixels_per_mm
        for kind, mean in ((kind, getattr(recipe, kind)) for kind in _DRAWN):
            rng, looks = generator(self.seed, kind, t), generator(self.seed, kind, t, "looks")
            for centre in particles.places(
                rng, particles.count(rng, mean), self.width, self.height, recipe.clustering
            ):
                stamp = _DRAWN[kind](rng, centre, scale)
                light = rng.random() < recipe.light_share
                tone = float(rng.uniform(0.82, 1.0) if light else rng.uniform(0.0, 0.15))
                opacity = float(recipe.opacity_low + (1.0 - recipe.opacity_low) * rng.beta(2.0, 1.2))
                if kind == "stain":
                    tone, opacity = float(rng.uniform(0.0, 1.0)), float(rng.uniform(0.5 * recipe.opacity_low, 1.0))
                self._lay(out, stamp, opacity, tone, looks, kind in ("dust", "dirt", "stain"))
        if recipe.sprinkle > 0.0:
            rng = generator(self.seed, "sprinkle", t)
            centres = particles.places(
                rng, particles.count(rng, recipe.sprinkle), self.width, self.height, recipe.clustering
            )
            fields = specks.sprinkled(rng, centres, recipe.opacity_low, recipe.light_share, self.width, self.height)
            for alpha, tone in zip(fields, (0.07, 0.92), strict=True):
                out += alpha * (self._level(tone) - out)
        return out

    def _lay(
        self,
        out: FloatArray,
        stamp: particles.Stamp,
        opacity: float,
        tone: float,
        looks: np.random.Generator,
        compact: bool,
    ) -> None:
        """One particle with its look: sharp or not, with or without a rim, covering or only dimming."""
        recipe = self.recipe
        if compact and looks.random() < recipe.soft_share:
            stamp = growths.softened(stamp, float(looks.uniform(0.7, 0.7 + 0.02 * self.pixels_per_mm)))
        if looks.random() < recipe.thin_share:
            # Thin matter takes or gives a part of the light that is there.
            self._press(out, stamp, opacity, tone, gain=float(looks.uniform(0.35, 0.8) if tone < 0.5 else 1.5))
        else:
            self._press(out, stamp, opacity, tone)
        if compact and looks.random() < recipe.rim_share:
            edge = growths.rim(stamp, max(0.008 * self.pixels_per_mm, 1.0))
            self._press(out, edge, 0.9 * opacity, float(looks.choice([1.0 - tone, 0.95])))

    def _press(
        self, out: FloatArray, stamp: particles.Stamp, opacity: float, tone: float, gain: float | None = None
    ) -> None:
        height, width = stamp.alpha.shape
        x0, y0 = max(stamp.x, 0), max(stamp.y, 0)
        x1, y1 = min(stamp.x + width, self.width), min(stamp.y + height, self.height)
        if x0 >= x1 or y0 >= y1:
            return
        alpha = np.float32(opacity) * stamp.alpha[y0 - stamp.y : y1 - stamp.y, x0 - stamp.x : x1 - stamp.x]
        part = out[:, y0:y1, x0:x1]
        if gain is None:
            part += alpha * (self._level(tone) - part)
        else:
            part += alpha * np.float32(gain - 1.0) * (part - np.float32(self.recipe.black))

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

    def _with_cue(self, t: int, frame: FloatArray) -> FloatArray:
        mark = growths.cue_mark(self.seed, self.recipe.cue, t, self.width, self.height) if self.recipe.cue else None
        if mark is None:
            return frame
        out = frame.copy()
        self._press(out, mark[0], 0.95, mark[1])
        return out

    def _level(self, tone: float) -> np.float32:
        return np.float32(self.recipe.black + tone * (self.recipe.white - self.recipe.black))

    def _visible(self, before: FloatArray, after: FloatArray) -> tuple[FloatArray, MaskArray]:
        """`after` where it differs visibly from `before`, which it is elsewhere; and where that is."""
        threshold = VISIBLE * (self.recipe.white - self.recipe.black)
        mask = np.abs(after - before).max(axis=0) > threshold
        return np.where(mask, after, before), mask
