"""Samples for the detector: a made scene, worn by made damage, seen through the detector's own planes."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
import torch

from app.training.scenes.maker import SceneMaker
from app.training.scenes.shelf import Shelf
from app.training.shards import UNASKED, Sample, as_codes
from app.training.sources import sources
from operators.damage.randomness import generator
from operators.damage.sampler import worn
from operators.dirt.features import stack
from operators.dirt.rounds import REACH

SIDE = 256
CENTRES = 5
"""Frames of a scene that become samples; the frames round them are shared, and so is the work of moving them."""

END_SHARE = 0.1
"""Of the samples, so many stand at the first or last frame of a shot."""


def film_samples(number: int, *, seed: int, folders: tuple[str, ...], held_out: bool) -> list[Sample]:
    """The samples of scene `number`, from sources that are held out or from those that are not."""
    scene = _maker(folders, held_out, seed).scene(number)
    film = worn(scene.frames, seed * 1_000_003 + 2 * number + held_out)
    frames = [torch.from_numpy(np.ascontiguousarray(frame.transpose(2, 0, 1))) for frame in film.frames]
    dice = generator(seed, "ends", number)
    found = []
    for centre in range(REACH, REACH + CENTRES):
        window = {offset: frames[centre + offset] for offset in range(-REACH, REACH + 1)}
        if dice.random() < END_SHARE:
            side = 1 if dice.random() < 0.5 else -1
            window = {offset: frame for offset, frame in window.items() if offset * side >= 0}
        planes = stack(window)
        if planes is None:
            continue
        truth = np.stack([film.dirt[centre], film.scratch[centre]]).astype(np.uint8)
        truth[:, film.other[centre]] = UNASKED
        found.append(Sample(as_codes(planes), truth, "+".join(scene.tags) or scene.kind))
    return found


@cache
def _maker(folders: tuple[str, ...], held_out: bool, seed: int) -> SceneMaker:
    shelf = Shelf(source for source in sources(*map(Path, folders)) if source.held_out == held_out)
    return SceneMaker(shelf, (SIDE, SIDE), 2 * REACH + CENTRES, seed)
