"""What a scanner's infrared channel would show of a film whose dirt is known."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np

NOISE = 0.006
"""Deviation of the channel's own noise, of its full scale."""


def infrared_of(
    picture: np.ndarray, dirt: np.ndarray, rng: np.random.Generator, shift: tuple[float, float] = (0.0, 0.0)
) -> np.ndarray:
    """The channel `(H, W)` as 16-bit code values.

    `picture` `(3, H, W)` 0..1 without damage: its dyes leak 8 % of the red layer's density. `dirt` `(H, W)` is where
    dirt lies: each piece stops 40 to 100 % of the light. The lamp falls off by a third into the corners. What the
    picture shows at (x, y) the channel shows at (x, y) + shift.
    """
    height, width = dirt.shape
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    far = np.hypot((x - width * 0.55) / width, (y - height * 0.45) / height)
    seen = 0.8 * (1 - 0.6 * far**2) * np.maximum(picture[0], 0.02) ** 0.08
    count, labels = cv2.connectedComponents(dirt.astype(np.uint8), connectivity=8)
    stopped = rng.uniform(0.4, 1.0, count).astype(np.float32)
    stopped[0] = 0
    seen = seen * (1 - cv2.GaussianBlur(stopped[labels], (0, 0), 0.5))
    matrix = np.float32([[1, 0, shift[0]], [0, 1, shift[1]]])
    moved = cv2.warpAffine(seen, matrix, (width, height), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    noisy = moved + rng.normal(0, NOISE, moved.shape)
    return np.rint(np.clip(noisy, 0, 1) * 65535).astype(np.uint16)


def silver_of(picture: np.ndarray, dirt: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """The channel of black-and-white film: silver stops infrared as it stops light."""
    dark = cv2.GaussianBlur(dirt.astype(np.float32), (0, 0), 0.5)
    seen = 0.9 * np.maximum(picture[1], 0.02) ** 0.9 * (1 - dark)
    return np.rint(np.clip(seen + rng.normal(0, NOISE, seen.shape), 0, 1) * 65535).astype(np.uint16)


def of_truth(
    truth: Path, folder: Path, first: int, *, shift: tuple[float, float] = (0.0, 0.0), silver: bool = False
) -> None:
    """The infrared pictures `ir.NUMBER.png` of a demo reel, from what it keeps as truth, from file number `first`
    on."""
    folder.mkdir(parents=True)
    for number, path in enumerate(sorted((truth / "base").glob("*.png"))):
        picture = cv2.imread(str(path), cv2.IMREAD_UNCHANGED)[..., ::-1].transpose(2, 0, 1) / np.float32(65535)
        dirt = cv2.imread(str(truth / "mask_dirt" / path.name), cv2.IMREAD_UNCHANGED) > 0
        rng = np.random.default_rng((3, number))
        made = silver_of(picture, dirt, rng) if silver else infrared_of(picture, dirt, rng, shift)
        cv2.imwrite(str(folder / f"ir.{first + number:06d}.png"), made)


def pieces_scored(masks: list[np.ndarray], truths: list[np.ndarray]) -> tuple[float, float, float]:
    """Precision, recall and F1 of pixels over all frames."""
    hit = sum(int((a & b).sum()) for a, b in zip(masks, truths, strict=True))
    said, there = (sum(int(one.sum()) for one in some) for some in (masks, truths))
    precision, recall = hit / max(said, 1), hit / max(there, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)
