"""The task of the detector: what it is shown, what counts as wrong, and how good it is on what was held out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from app.training.shards import STEP, UNASKED, Shards
from operators.dirt.network import CLASSES, DirtNet

CROP = 160
"""Pixels a side that a step is shown of a sample."""

EDGE_WEIGHT = 0.4
"""Nobody can say to which side a pixel of an outline belongs."""

OTHER_WEIGHT = 0.2
"""What is dirt on a scratch, and the other way round, is a matter of taste."""

SMALL_GAIN, SMALL_SHARE = 4.0, 0.08
"""Specks have few pixels, and a restorer counts objects: those that fill little of their surroundings count more."""

THRESHOLDS = tuple(round(0.05 * n, 2) for n in range(2, 19))


class Detection:
    """Trains a `DirtNet` on shards of samples; `held_out` are others, of other sources."""

    def __init__(self, shards: Shards, held_out: Shards, seed: int, batch: int = 12) -> None:
        self._shards = shards
        self._held_out = held_out
        self._seed = seed
        self._batch = batch

    def network(self) -> nn.Module:
        """The plain network."""
        return DirtNet().to(memory_format=torch.channels_last)  # type: ignore[call-overload, no-any-return]

    def batch(self, step: int) -> tuple[Tensor, ...]:
        """Planes and truth; samples, places and flips are drawn from the seed and the step."""
        dice = np.random.default_rng((self._seed, step))
        chosen = dice.integers(0, len(self._shards), self._batch)
        pairs = [_cropped(self._shards.planes[i], self._shards.truth[i], dice) for i in chosen]
        planes = torch.from_numpy(np.stack([planes for planes, _ in pairs])).float() * STEP
        truth = torch.from_numpy(np.stack([truth for _, truth in pairs]))
        return planes.contiguous(memory_format=torch.channels_last), truth

    def loss(self, network: nn.Module, batch: tuple[Tensor, ...]) -> Tensor:
        """Cross entropy weighed by `weights`, and Dice (Milletari, Navab and Ahmadi, 3DV 2016) over the batch."""
        planes, marks = batch
        asked = (marks != UNASKED).float()
        truth = (marks == 1).float()
        logits = network(planes)
        weight = weights(truth) * asked
        entropy = functional.binary_cross_entropy_with_logits(logits, truth, weight, reduction="sum")
        entropy = entropy / (weight * truth).sum().clamp(min=200.0)
        sure = torch.sigmoid(logits)
        both = (weight * sure * truth).sum(dim=(0, 2, 3))
        dice = 1.0 - (2.0 * both + 50.0) / ((weight * (sure + truth)).sum(dim=(0, 2, 3)) + 50.0)
        return entropy + dice.mean()

    def figures(self, network: nn.Module) -> dict[str, float]:
        """F1 of each class at its best threshold, object recall of dirt there, and false area per mille by kind."""
        network.eval()
        device = next(network.parameters()).device
        tally = Tally(self._held_out.kinds)
        with torch.inference_mode():
            for place in range(len(self._held_out)):
                planes = torch.from_numpy(self._held_out.planes[place][None]).to(device).float() * STEP
                sure = torch.sigmoid(network(planes))[0].cpu().numpy()
                tally.add(sure, self._held_out.truth[place], self._held_out.kinds[place])
        network.train()
        return tally.figures()


def weights(truth: Tensor) -> Tensor:
    """How much each pixel of `truth` `(N, K, H, W)` counts."""
    pool = functional.max_pool2d
    rim = pool(truth, 3, 1, 1) + pool(-truth, 3, 1, 1)
    thick = pool(-pool(-truth, 3, 1, 1), 3, 1, 1)
    near_thick = pool(thick, 3, 1, 1)
    weight = 1.0 - (1.0 - EDGE_WEIGHT) * rim * near_thick
    filled = functional.avg_pool2d(truth, 15, 1, 7, count_include_pad=False)
    weight = weight * (1.0 + SMALL_GAIN * truth * torch.exp(-filled / SMALL_SHARE))
    other = truth.sum(dim=1, keepdim=True) - truth
    return torch.where((other > 0) & (truth == 0), OTHER_WEIGHT, weight)


class Tally:
    """Counts right and wrong pixels as the strict score does: a band of a pixel at outlines counts for nothing."""

    def __init__(self, kinds: Sequence[str]) -> None:
        shape = (len(CLASSES), len(THRESHOLDS))
        self._right, self._wrong, self._missed = np.zeros(shape), np.zeros(shape), np.zeros(shape)
        self._objects, self._found = 0, np.zeros(len(THRESHOLDS))
        self._area = dict.fromkeys(sorted(set(kinds)), 0)
        self._false = {kind: np.zeros(len(THRESHOLDS)) for kind in self._area}

    def add(self, sure: np.ndarray[Any, Any], truth: np.ndarray[Any, Any], kind: str) -> None:
        """One frame's answer `(K, H, W)` and its truth."""
        import cv2

        box = np.ones((3, 3), np.uint8)
        spared = cv2.dilate((truth == UNASKED).max(axis=0).astype(np.uint8), box) > 0
        truth = (truth == 1).astype(np.uint8)
        any_truth = (cv2.dilate(truth.max(axis=0), box) > 0) | spared
        self._area[kind] += int((~any_truth).sum())
        count, labels = cv2.connectedComponents(truth[0])
        sizes = np.bincount(labels.ravel(), minlength=count)[1:]
        big = sizes >= 4
        self._objects += int(big.sum())
        for place in range(len(CLASSES)):
            own = truth[place]
            other = spared | (cv2.dilate(np.delete(truth, place, axis=0).max(axis=0), box) > 0)
            thick = cv2.dilate(cv2.morphologyEx(own, cv2.MORPH_OPEN, box), box) > 0
            asked = ((cv2.erode(own, box) > 0) | ((own > 0) & ~thick)) & ~other
            beyond = (cv2.dilate(own, box) == 0) & ~other
            for number, threshold in enumerate(THRESHOLDS):
                marked = sure[place] >= threshold
                self._right[place, number] += int((marked & asked).sum())
                self._missed[place, number] += int((~marked & asked).sum())
                self._wrong[place, number] += int((marked & beyond).sum())
                if place == 0:
                    self._false[kind][number] += int((marked & ~any_truth).sum())
                    hits = np.bincount(labels[marked], minlength=count)[1:]
                    self._found[number] += int((2 * hits[big] >= sizes[big]).sum())

    def figures(self) -> dict[str, float]:
        """See `Detection.figures`."""
        f1 = 2 * self._right / np.maximum(2 * self._right + self._wrong + self._missed, 1)
        best = int(f1[0].argmax())
        found = {f"{name} F1": round(float(f1[place].max()), 4) for place, name in enumerate(CLASSES)}
        found["dirt threshold"] = THRESHOLDS[best]
        found["dirt objects"] = round(float(self._found[best] / max(self._objects, 1)), 4)
        for kind, area in self._area.items():
            found[f"false per mille, {kind}"] = round(1000.0 * float(self._false[kind][best]) / max(area, 1), 4)
        return found


def _cropped(
    planes: np.ndarray[Any, Any], truth: np.ndarray[Any, Any], dice: np.random.Generator
) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    side = min(CROP, *planes.shape[1:]) // 8 * 8
    y, x = (int(dice.integers(0, length - side + 1)) for length in planes.shape[1:])
    flip = [slice(None, None, -1) if dice.random() < 0.5 else slice(None) for _ in range(2)]
    return tuple(  # type: ignore[return-value]
        np.ascontiguousarray(part[:, y : y + side, x : x + side][:, flip[0], flip[1]]) for part in (planes, truth)
    )
