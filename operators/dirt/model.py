"""The trained network: its weights from a file, and its answer for a frame of any size."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from importlib import resources
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

from operators.contract import Context, FloatArray
from operators.dirt.features import CHANNELS
from operators.dirt.network import CLASSES, MULTIPLE, DirtNet

TILE = 1024
"""Pixels a side that the network sees at a time: what it needs of memory does not grow with the frame."""

_MARGIN = 48
"""Pixels round a tile that are looked at and not answered for; the network looks about 40 pixels far."""


class ModelError(ValueError):
    """A file is no model of this kind; the text says why."""


def shipped() -> Path:
    """The weights that come with the program."""
    return Path(str(resources.files("resources").joinpath("models", "dirt.safetensors")))


@lru_cache(maxsize=2)
def digest(path: Path) -> str:
    """The SHA-256 of a file of weights as hex; '' where there is none."""
    return sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def found(weights: str, context: Context) -> DirtNet:
    """The network with the weights of this SHA-256; '' and 'shipped' mean those of the program.

    ModelError where they are not there, or are others than their name says.
    """
    ours = shipped()
    if weights in ("", "shipped") or weights == digest(ours):
        return load(ours, context.device)
    try:
        path = context.weights(weights)
    except LookupError as error:
        raise ModelError(str(error)) from error
    return load(path, context.device, weights)


@lru_cache(maxsize=4)
def load(path: Path, device: torch.device, expected: str = "") -> DirtNet:
    """The network with the weights of a file; ModelError where they are none of it.

    `expected` is the SHA-256 they must have, where one is known.
    """
    from safetensors.torch import load as parsed

    network = DirtNet()
    try:
        content = path.read_bytes()
        if expected and sha256(content).hexdigest() != expected:
            raise ValueError("the file is damaged: its content does not match its name")
        network.load_state_dict(parsed(content))
    except Exception as error:
        raise ModelError(f"{path} holds no weights of the dirt detector: {error}") from error
    network.requires_grad_(False)
    return network.eval().to(device, memory_format=torch.channels_last)  # type: ignore[call-overload, no-any-return]


def answer(network: DirtNet, planes: FloatArray, device: torch.device) -> FloatArray:
    """How sure the network is `(len(CLASSES), H, W)`, 0..1, of each class at each pixel of `planes` `(C, H, W)`."""
    if planes.shape[0] != len(CHANNELS):
        raise ValueError(f"{planes.shape[0]} planes were given to a network of {len(CHANNELS)}")
    height, width = planes.shape[1:]
    found = np.empty((len(CLASSES), height, width), np.float32)
    for top in range(0, height, TILE):
        for left in range(0, width, TILE):
            bottom, right = min(top + TILE, height), min(left + TILE, width)
            y, x = max(top - _MARGIN, 0), max(left - _MARGIN, 0)
            part = planes[:, y : bottom + _MARGIN, x : right + _MARGIN]
            sure = _whole(network, part, device)
            found[:, top:bottom, left:right] = sure[:, top - y : bottom - y, left - x : right - x]
    return found


def _whole(network: DirtNet, planes: FloatArray, device: torch.device) -> FloatArray:
    height, width = planes.shape[1:]
    with torch.inference_mode():
        given = torch.from_numpy(np.ascontiguousarray(planes))[None].to(device)
        room = (0, -width % MULTIPLE, 0, -height % MULTIPLE)
        given = functional.pad(given, room, mode="replicate").contiguous(memory_format=torch.channels_last)
        sure: FloatArray = torch.sigmoid(network(given))[0, :, :height, :width].float().cpu().numpy()
    return sure
