"""Training samples on the disk: made once, in parallel, each from its number alone; an interrupted making goes on."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np

from app.errors import ProjectError, UsageError
from operators.dirt.network import CLASSES

ByteArray = np.ndarray[Any, np.dtype[np.uint8]]
SmallArray = np.ndarray[Any, np.dtype[np.int8]]

STEP = 1.0 / 32.0
"""What one code of the stored planes stands for: they hold -4 to 4."""


UNASKED = 2
"""In a truth: neither answer is wrong."""


@dataclass(frozen=True, slots=True)
class Sample:
    """What the network sees of one frame, and the truth about it.

    Attributes:
        planes: `(C, H, W)` int8, in units of `STEP`.
        truth: `(K, H, W)` uint8: per class and pixel 0 (no), 1 (yes) or `UNASKED`.
        kind: What the scene was, for figures by kind.
    """

    planes: SmallArray
    truth: ByteArray
    kind: str


Maker = Callable[[int], Sequence[Sample]]
"""The samples of one number; a pure function of it. All have one shape."""


def as_codes(planes: np.ndarray[Any, np.dtype[np.float32]]) -> SmallArray:
    """Float planes as they are stored; what goes beyond is held at the ends."""
    codes: SmallArray = np.clip(np.rint(planes / STEP), -127, 127).astype(np.int8)
    return codes


def make_shards(folder: Path, count: int, make: Maker, workers: int, told: Callable[[int, int], None]) -> None:
    """Make shards 0 to `count` - 1 where they are not there yet.

    Args:
        folder: Gets `shard_00000.npz` and so on, each whole or not there at all.
        count: How many.
        make: Must be importable by child processes when `workers` is above 1.
        workers: Processes; 1 works in this one.
        told: Called with how many are ready and how many there will be.
    """
    folder.mkdir(parents=True, exist_ok=True)
    missing = [number for number in range(count) if not _path(folder, number).exists()]
    ready = count - len(missing)
    told(ready, count)
    for _ in _made(folder, missing, make, workers):
        ready += 1
        told(ready, count)


def _made(folder: Path, missing: Sequence[int], make: Maker, workers: int) -> Iterator[None]:
    jobs = [(folder, number, make) for number in missing]
    if workers <= 1 or len(jobs) <= 1:
        yield from map(_make_one, jobs)
        return
    # Spawned children: forked ones inherit OpenCV's and torch's threads in the middle of whatever they do.
    with multiprocessing.get_context("spawn").Pool(min(workers, len(jobs)), initializer=_quietly) as pool:
        yield from pool.imap_unordered(_make_one, jobs)


def _quietly() -> None:
    import cv2
    import torch

    cv2.setNumThreads(1)
    torch.set_num_threads(1)


def _make_one(job: tuple[Path, int, Maker]) -> None:
    folder, number, make = job
    samples = make(number)
    path = _path(folder, number)
    temporary = path.with_suffix(f".{os.getpid()}.part")
    with temporary.open("wb") as file:
        np.savez(
            file,
            planes=np.stack([sample.planes for sample in samples]),
            truth=np.stack([sample.truth for sample in samples]),
            kind=np.array([sample.kind for sample in samples]),
        )
    temporary.replace(path)


def _path(folder: Path, number: int) -> Path:
    return folder / f"shard_{number:05d}.npz"


class Shards:
    """All samples of some shards, in memory."""

    def __init__(self, folder: Path, numbers: Sequence[int]) -> None:
        """ProjectError where a shard is broken, UsageError where there is none."""
        if not numbers:
            raise UsageError(f"no training samples were asked for from {folder}")
        kinds = [_read(folder, number, "kind") for number in numbers]
        shape = _read(folder, numbers[0], "planes").shape[1:]
        self.kinds = tuple(str(kind) for part in kinds for kind in part)
        # Filled part by part: joining lists of arrays would hold gigabytes twice.
        self.planes: SmallArray = np.empty((len(self.kinds), *shape), np.int8)
        self.truth: ByteArray = np.empty((len(self.kinds), len(CLASSES), *shape[1:]), np.uint8)
        start = 0
        for number, part in zip(numbers, kinds, strict=True):
            place = slice(start, start + len(part))
            self.planes[place], self.truth[place] = _read(folder, number, "planes"), _read(folder, number, "truth")
            start += len(part)

    def __len__(self) -> int:
        return len(self.planes)


def _read(folder: Path, number: int, name: str) -> np.ndarray[Any, Any]:
    path = _path(folder, number)
    try:
        with path.open("rb") as file, np.load(file) as shard:
            found: np.ndarray[Any, Any] = shard[name]
            return found
    except (OSError, ValueError, KeyError, BadZipFile) as error:
        raise ProjectError(f"{path} cannot be read; delete it to have it made anew") from error
