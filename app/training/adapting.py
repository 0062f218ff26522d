"""Fine-tuning the detector on one film: what it is shown, what keeps it from forgetting, and how it is judged.

Half of what it sees are the corrected frames as they are, half the same frames mended and worn anew by our
generator: so it learns what on this film is no damage without losing what damage can look like. The weights are
held near those they began with (L2-SP: Li, Grandvalet and Davoine, ICML 2018).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import cv2
import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from app.training.corrections import Corrected
from app.training.detection import CROP, Detection
from app.training.shards import STEP, UNASKED, ByteArray, SmallArray, as_codes
from operators.contract import FloatArray, MaskArray
from operators.damage.carrier import Carrier
from operators.damage.sampler import SEEN_FROM, Film, random_film, worn
from operators.dirt.features import CHANNELS, stack
from operators.dirt.network import DirtNet
from operators.dirt.pieces import pieces

TILE = 192
"""Pixels a side of what is kept of a frame for training; a step is shown `CROP` of it."""

HOLD = 0.02
"""How strongly weights are held near those they began with."""

MADE_SHARE = 0.5
"""Of the samples of a step: made damage on mended frames."""

_BATCH = 12
_NO_LIVES = dict.fromkeys(
    ("scratch", "tramline", "cue", "splice", "flicker", "banding", "weave", "grain", "softness", "fade"), 0.0
)
"""What lives for many frames cannot be pressed onto one; what ageing does, this film has of its own."""


@dataclass(frozen=True, slots=True)
class Planes:
    """A frame as the network sees it, `(C, H, W)` in units of `STEP`, and its truth `(K, H, W)`."""

    planes: SmallArray
    truth: ByteArray


def seen(frame: Corrected) -> Planes | None:
    """A corrected frame as it came; None where there is no neighbour to compare with."""
    planes = stack(frame.window)
    return None if planes is None else Planes(as_codes(planes), frame.truth)


def worn_anew(frame: Corrected, seed: int) -> Planes | None:
    """A corrected frame, mended, with made damage of this seed; its neighbours are as they came."""
    picture = np.ascontiguousarray(frame.mended.numpy().transpose(1, 2, 0))[None]
    low, high = (float(value) for value in np.percentile(picture, (0.5, 99.5)))
    if high - low < 0.02:
        return None
    height, width = picture.shape[1:3]
    drawn = random_film(seed, (width, height)).recipe
    recipe = replace(drawn, **_NO_LIVES, black=max(low, 0.0), white=min(high, 1.0))
    made = worn(np.clip(picture, 0.0, 1.0), seed, Film(recipe, Carrier()))
    worn_frame = torch.from_numpy(np.ascontiguousarray(made.frames[0].transpose(2, 0, 1)))
    planes = stack({**frame.window, 0: worn_frame})
    if planes is None:
        return None
    noise = float(np.exp(planes[CHANNELS.index("noise")].mean() - 4.0))
    truth = np.zeros_like(frame.truth)
    truth[:, frame.patched] = UNASKED
    truth[0][made.dirt[0]] = 1
    truth[:, (made.other[0] | _faint(made.change[0], noise)) & (made.change[0] > 0)] = UNASKED
    return Planes(as_codes(planes), truth)


def _faint(change: FloatArray, noise: float) -> MaskArray:
    """Where made damage drowns in the film's own noise, as the generator itself judges it by the grain it makes."""
    energy = cv2.boxFilter(change * change, -1, (5, 5), normalize=False, borderType=cv2.BORDER_REFLECT)
    return np.asarray(energy < (SEEN_FROM * noise) ** 2, bool)


class Tiles:
    """Tiles of frames, for training: of one shape, in memory; those without anything to find are the fewer."""

    def __init__(self) -> None:
        self.planes: list[SmallArray] = []
        self.truth: list[ByteArray] = []

    def add(self, frame: Planes, most: int, seed: int) -> None:
        """At most so many tiles of a frame: those with most to find first, and others drawn from the seed."""
        height, width = frame.truth.shape[1:]
        size = (min(TILE, height) // 8 * 8, min(TILE, width) // 8 * 8)
        places = [(y, x) for y in _starts(height, size[0]) for x in _starts(width, size[1])]
        found = [int((frame.truth[:, y : y + size[0], x : x + size[1]] == 1).sum()) for y, x in places]
        dice = np.random.default_rng(seed)
        order = sorted(range(len(places)), key=lambda place: (-found[place], dice.random()))
        with_some = [place for place in order if found[place]][: most * 2 // 3]
        others = [place for place in order if place not in with_some]
        dice.shuffle(others)
        for place in (*with_some, *others[: most - len(with_some)]):
            y, x = places[place]
            area = (slice(None), slice(y, y + size[0]), slice(x, x + size[1]))
            self.planes.append(frame.planes[area].copy())
            self.truth.append(frame.truth[area].copy())

    def __len__(self) -> int:
        return len(self.planes)


def _starts(length: int, size: int) -> list[int]:
    """Where tiles begin so that they cover all, overlapping evenly."""
    count = -(-length // size)
    return [round(place * (length - size) / max(count - 1, 1)) for place in range(count)]


class Adapting(Detection):
    """The task of fine-tuning: corrected frames and made damage in one batch, weights held near the start."""

    def __init__(self, shown: Tiles, made: Tiles, start: Mapping[str, Tensor], seed: int) -> None:
        self._shown, self._made = shown, made
        self._start = {name: value.clone() for name, value in start.items()}
        self._seed = seed

    def batch(self, step: int) -> tuple[Tensor, ...]:
        """Planes and truth; tiles, places and flips are drawn from the seed and the step."""
        dice = np.random.default_rng((self._seed, step))
        many = round(MADE_SHARE * _BATCH) if len(self._made) else 0
        pairs = [_cropped(self._made, dice) for _ in range(many)]
        pairs += [_cropped(self._shown, dice) for _ in range(_BATCH - many)]
        planes = torch.from_numpy(np.stack([planes for planes, _ in pairs])).float() * STEP
        truth = torch.from_numpy(np.stack([truth for _, truth in pairs]))
        return planes.contiguous(memory_format=torch.channels_last), truth

    def loss(self, network: nn.Module, batch: tuple[Tensor, ...]) -> Tensor:
        """The detector's, and the squared distance of the weights from the start."""
        away = [
            functional.mse_loss(value, self._start[name].to(value.device), reduction="sum")
            for name, value in network.named_parameters()
        ]
        return super().loss(network, batch) + HOLD * torch.stack(away).sum()

    def figures(self, network: nn.Module) -> dict[str, float]:
        """None: what was held out is whole frames, which `Judged` judges."""
        return {}


def _cropped(tiles: Tiles, dice: np.random.Generator) -> tuple[SmallArray, ByteArray]:
    chosen = int(dice.integers(0, len(tiles)))
    planes, truth = tiles.planes[chosen], tiles.truth[chosen]
    height, width = (min(CROP, length) for length in truth.shape[1:])
    y, x = (int(dice.integers(0, free + 1)) for free in (truth.shape[1] - height, truth.shape[2] - width))
    flip = [slice(None, None, -1) if dice.random() < 0.5 else slice(None) for _ in range(2)]
    area = (slice(None), slice(y, y + height), slice(x, x + width))
    return planes[area][:, flip[0], flip[1]].copy(), truth[area][:, flip[0], flip[1]].copy()


THRESHOLDS = np.round(np.arange(0.1, 0.95, 0.05), 2)


class Judged:
    """Counts right and wrong pixels of dirt on whole frames, at every threshold; strict, as `Detection.figures`."""

    def __init__(self) -> None:
        self.right, self.wrong, self.missed = (np.zeros(len(THRESHOLDS), np.int64) for _ in range(3))

    def add(self, sure: FloatArray, truth: ByteArray) -> None:
        """A frame's answer `(K, H, W)`, made pieces of as the operator does, and its truth."""
        box = np.ones((3, 3), np.uint8)
        own = (truth[0] == 1).astype(np.uint8)
        other = ((truth[0] == UNASKED) | (np.delete(truth, 0, axis=0) == 1).any(axis=0)).astype(np.uint8)
        spared = cv2.dilate(other, box) > 0
        thick = cv2.dilate(cv2.morphologyEx(own, cv2.MORPH_OPEN, box), box) > 0
        asked = ((cv2.erode(own, box) > 0) | ((own > 0) & ~thick)) & ~spared
        beyond = (cv2.dilate(own, box) == 0) & ~spared
        found = pieces(np.ascontiguousarray(sure[0]))
        for place, threshold in enumerate(THRESHOLDS):
            marked = found >= threshold
            self.right[place] += int((marked & asked).sum())
            self.missed[place] += int((~marked & asked).sum())
            self.wrong[place] += int((marked & beyond).sum())

    def f1(self, threshold: float) -> float:
        """F1 at the threshold nearest to this one."""
        return float(self._f1()[int(np.abs(THRESHOLDS - threshold).argmin())])

    def best_f1(self) -> float:
        """F1 at the threshold that is best for these very frames."""
        return float(self._f1().max())

    def _f1(self) -> np.ndarray[Any, np.dtype[np.float64]]:
        return np.asarray(2 * self.right / np.maximum(2 * self.right + self.wrong + self.missed, 1), np.float64)


def fresh(weights: Mapping[str, Tensor]) -> DirtNet:
    """A network with these weights, ready to answer."""
    network = DirtNet()
    network.load_state_dict(dict(weights))
    return network.requires_grad_(False).eval()
