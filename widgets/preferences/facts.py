"""What the machine has, what the cache holds, what a colour configuration is. Slow: not on the UI thread."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import torch

from app.errors import ReelmendError
from app.media.colour.config import load_config


@dataclass(frozen=True, slots=True)
class Device:
    """Where pictures can be computed. `name` is what its maker calls it; '' where it is not there."""

    id: str
    name: str


def devices() -> list[Device]:
    """CPU, CUDA and MPS, there or not."""
    cuda = torch.cuda.get_device_name(0) if torch.cuda.is_available() else ""
    mps = "Apple" if torch.backends.mps.is_available() else ""
    return [Device("cpu", str(os.cpu_count() or 1)), Device("cuda", cuda), Device("mps", mps)]


def folder_bytes(folder: Path) -> int:
    """Bytes of all files below a folder; what cannot be read counts nothing."""
    total = 0
    for place, _, names in os.walk(folder, onerror=None):
        for name in names:
            try:
                total += os.lstat(os.path.join(place, name)).st_size  # noqa: PTH118 - a million paths are slow
            except OSError:
                continue
    return total


def clear(folder: Path) -> int:
    """Empty a cache folder; returns the bytes still in it (a file in use stays on some systems)."""
    if folder.is_dir() and not folder.is_symlink():
        for entry in folder.iterdir():
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry, ignore_errors=True)
            else:
                entry.unlink(missing_ok=True)
    return folder_bytes(folder)


@dataclass(frozen=True, slots=True)
class Colour:
    """What was found in a colour configuration; `fault` is the sentence where it cannot be used."""

    path: Path | None
    encodings: int = 0
    displays: tuple[str, ...] = ()
    fault: str = ""


def colour(path: Path | None) -> Colour:
    """Read a colour configuration, ours for None."""
    try:
        config = load_config(path)
    except ReelmendError as error:
        return Colour(path, fault=str(error))
    return Colour(path, len(config.encodings()), config.displays())
