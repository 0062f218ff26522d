"""Random films to learn from: how dirty, how big a millimetre is, how old, how stored; and a scene worn that way."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import torch

from operators.contract.frames import FloatArray, MaskArray
from operators.damage import carrier as carriers
from operators.damage.carrier import Carrier
from operators.damage.damager import Damager
from operators.damage.randomness import generator
from operators.damage.recipe import DamageRecipe

AREAS_MM2 = {
    "dust": 0.0031,
    "dirt": 0.0075,
    "hair": 0.0228,
    "abrasion": 0.12,
    "smut": 0.45,
    "mould": 0.22,
    "stain": 0.125,
}
"""Mean area of one: the first three as measured (see `particles`), the others of what `growths` draws."""
AREA_SHARES = {"dust": 0.24, "dirt": 0.21, "hair": 0.41, "abrasion": 0.14}
"""Shares of the damaged area on ten measured 35 mm scans."""
COVERED = (0.0002, 0.025)
"""Least and greatest part of the picture that particles cover on an average frame of a dirty scene."""
PIXELS_PER_MM = (18.0, 260.0)
"""From a 35 mm frame 400 pixels wide to an 8 mm frame 1200 pixels wide."""
CLEAN_SHARE = 0.08
"""Scenes without any damage."""
SEEN_FROM = 4.0
"""Damage with less energy than so many grain deviations is asked of nobody."""


@dataclass(frozen=True, slots=True)
class Film:
    """One random film: what it suffers from and how it is stored."""

    recipe: DamageRecipe
    carrier: Carrier


@dataclass(frozen=True, slots=True)
class Worn:
    """A worn scene and the truth for each of its frames; N frames, float32 pictures `(N, H, W, C)` 0..1.

    `frames` is what a scanner delivers, `base` the same without the damage: the best a repair can reach. Masks are
    `(N, H, W)` bool: `dirt` (whatever lies on one frame), `scratch` (line scratches, tramlines), `other` (cue marks,
    and damage that drowns in the grain: neither to be found nor to be called a false alarm). `change` `(N, H, W)` is
    the greatest channel's absolute difference of `frames` and `base`, compression included.
    """

    frames: FloatArray
    base: FloatArray
    dirt: MaskArray
    scratch: MaskArray
    other: MaskArray
    change: FloatArray
    film: Film


def random_film(seed: int, size: tuple[int, int]) -> Film:
    """A film for pictures of `size` (width, height), from nearly clean to very dirty."""
    rng = generator(seed, "film")
    width, height = size
    scale = float(np.exp(rng.uniform(*np.log(PIXELS_PER_MM))))
    carrier = _carrier(rng)
    amounts = {} if rng.random() < CLEAN_SHARE else _dirt(rng, width * height, scale)
    recipe = DamageRecipe(
        **dict.fromkeys(("dirt", "dust", "hair", "scratch", "splice"), 0.0) | amounts | _ageing(rng),
        light_share=float(rng.choice([0.05, 0.95, rng.uniform(0.1, 0.9)], p=[0.25, 0.2, 0.55])),
        clustering=float(rng.uniform(0.0, 2.0)),
        opacity_low=float(rng.uniform(0.25, 0.7)),
        soft_share=float(rng.choice([0.0, rng.uniform(0.0, 0.8)])),
        rim_share=float(rng.choice([0.0, rng.uniform(0.0, 0.6)], p=[0.6, 0.4])),
        thin_share=float(rng.choice([0.0, rng.uniform(0.0, 0.5)])),
        swell=float(rng.choice([0.0, rng.uniform(0.2, 1.0)])),
        picture_width=width / scale,
        black=carrier.black,
        white=carrier.white,
    )
    return Film(recipe, carrier)


def _dirt(rng: np.random.Generator, pixels: int, scale: float) -> dict[str, float]:
    """Particles a frame, so that they cover a random part of it, in random shares round the measured ones."""
    covered = float(np.exp(rng.uniform(*np.log(COVERED)))) * pixels
    kinds = list(AREA_SHARES)
    shares = rng.dirichlet([8.0 * AREA_SHARES[kind] for kind in kinds])
    amounts = {
        kind: share * covered / max(AREAS_MM2[kind] * scale**2, 1.5)
        for kind, share in zip(kinds, shares, strict=True)
    }
    # Sprinkles are small at any scale; a speck has five pixels, and too many would be noise, not dirt.
    if rng.random() < 0.6:
        amounts["sprinkle"] = min(float(rng.uniform(0.02, 0.4)) * covered / 5.0, 0.004 * pixels)
    for kind, chance in (("stain", 0.4), ("smut", 0.1), ("mould", 0.1)):
        if rng.random() < chance:
            amounts[kind] = float(rng.uniform(0.1, 0.5)) * covered / (AREAS_MM2[kind] * scale**2)
    if rng.random() < 0.03:
        amounts["finger"] = 0.3
    if rng.random() < 0.02:
        amounts["cue"] = 150.0
    if rng.random() < 0.55:
        amounts["scratch"] = float(rng.gamma(1.2, 1.2))
    if rng.random() < 0.12:
        amounts["tramline"] = float(rng.uniform(0.2, 1.2))
    limits = {
        "hair": 100.0,
        "abrasion": 30.0,
        "dirt": 200.0,
        "dust": 300.0,
        "smut": 12.0,
        "mould": 12.0,
        "stain": 6.0,
    }
    return {kind: min(float(amount), limits.get(kind, np.inf)) for kind, amount in amounts.items()}


def _ageing(rng: np.random.Generator) -> dict[str, float]:
    return {
        "flicker": float(rng.choice([0.0, rng.gamma(1.5, 0.02)], p=[0.25, 0.75])),
        "banding": float(rng.choice([0.0, rng.uniform(0.005, 0.06)], p=[0.8, 0.2])),
        # In thousandths of the width, which here is a part of the film frame: up to about a pixel and a half.
        "weave": float(rng.choice([0.0, rng.gamma(1.5, 1.2)], p=[0.3, 0.7])),
        "grain": float(rng.choice([0.0, np.exp(rng.uniform(np.log(0.004), np.log(0.05)))], p=[0.08, 0.92])),
        "softness": float(rng.choice([0.0, rng.uniform(0.3, 1.2)], p=[0.5, 0.5])),
        "fade": float(rng.choice([0.0, rng.uniform(0.05, 0.7)], p=[0.75, 0.25])),
    }


def _carrier(rng: np.random.Generator) -> Carrier:
    compressed = rng.random() < 0.4
    return Carrier(
        curve=str(rng.choice(["video", "flat", "cineon"], p=[0.72, 0.14, 0.14])),
        bits=int(rng.choice([8, 10, 12, 16], p=[0.6, 0.2, 0.1, 0.1])),
        jpeg=int(rng.integers(55, 98)) if compressed else 0,
        predicted=bool(rng.random() < 0.5),
    )


def worn(frames: FloatArray, seed: int, film: Film | None = None) -> Worn:
    """A scene's clean frames `(N, H, W, C)`, 0..1, C 1 or 3, worn as `film` says, or as a random one of this seed.

    ValueError for other shapes or types.
    """
    if frames.ndim != 4 or frames.shape[3] not in (1, 3) or frames.dtype != np.float32:
        raise ValueError(f"a scene is float32 (N, H, W, 1 or 3), not {frames.dtype}{frames.shape}")
    count, height, width, _ = frames.shape
    film = film or random_film(seed, (width, height))
    damager = Damager(film.recipe, seed, (width, height), count)
    coded = carriers.encoded(frames, film.carrier)
    # A splice would need frames that a scene does not have; `random_film` asks for none.
    made = [
        damager.frame(t, torch.from_numpy(np.ascontiguousarray(frame.transpose(2, 0, 1))))
        for t, frame in enumerate(coded)
    ]
    faint = np.stack([_faint(f.damaged, f.base, film) for f in made])
    dirt, scratch = np.stack([f.mask_dirt for f in made]), np.stack([f.mask_scratch for f in made])
    damaged = carriers.kept(np.stack([f.damaged.numpy().transpose(1, 2, 0) for f in made]), film.carrier)
    base = carriers.kept(np.stack([f.base.numpy().transpose(1, 2, 0) for f in made]), film.carrier)
    return Worn(
        frames=damaged,
        base=base,
        dirt=dirt & ~faint,
        scratch=scratch & ~faint,
        other=np.stack([f.mask_cue | f.mask_splice for f in made]) | ((dirt | scratch) & faint),
        change=np.abs(damaged - base).max(axis=3),
        film=film,
    )


def _faint(damaged: torch.Tensor, base: torch.Tensor, film: Film) -> MaskArray:
    """Where damage drowns in the grain: its energy over 5 x 5 pixels is below `SEEN_FROM` grain deviations."""
    change = np.abs(damaged.numpy() - base.numpy()).max(axis=0)
    energy = cv2.boxFilter(change * change, -1, (5, 5), normalize=False, borderType=cv2.BORDER_REFLECT)
    grain = SEEN_FROM * film.recipe.grain * (film.recipe.white - film.recipe.black)
    return np.asarray(energy < grain * grain, dtype=bool)
