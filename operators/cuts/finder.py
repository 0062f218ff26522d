"""Shot finding from end to end: frames in, cut list out, in one go and in bounded memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Any

import cv2
import numpy as np
import torch

from operators.cuts.cut_list import CutList
from operators.cuts.hard import HardCuts
from operators.cuts.judge import Evidence, judge
from operators.cuts.network import FRAME, TransitionNetwork
from operators.cuts.params import CutParams
from operators.cuts.signature import ByteImage, signature

Picture = np.ndarray[Any, np.dtype[Any]]


class CutError(ValueError):
    """A frame is not what shot finding takes; the text says which frame and why."""


def find_cuts(
    frames: Iterable[Picture],
    rate: float | Fraction,
    *,
    params: CutParams | None = None,
    progress: Callable[[int], None] | None = None,
    device: torch.device | None = None,
) -> CutList:
    """Find the shots in a stream of frames.

    Args:
        frames: pictures as an eye would see them, RGB `(H, W, 3)`: uint8, or float 0..1 (values beyond are
            taken as 0 and 1). About 160 pixels wide is right; all of one size.
        rate: frames a second.
        params: thresholds; the defaults where None.
        progress: told the number of frames seen so far, after each frame.
        device: where the network runs; the CPU where None.

    Returns:
        Cuts, transitions and doubtful places. Held meanwhile per frame: 144 bytes and a few numbers.

    Raises:
        CutError: a frame has another shape or type, or changes size in mid-stream.
    """
    params = params or CutParams()
    rate = Fraction(rate).limit_denominator(1001 * 1000)
    if rate <= 0:
        raise CutError(f"the frame rate is {float(rate):g}; it must be above 0")
    hard = HardCuts(rate, params.threshold, params.least_change)
    network = TransitionNetwork(device) if params.use_network else None
    signatures = bytearray()
    shape: tuple[int, ...] | None = None
    for index, frame in enumerate(frames):
        picture = _as_bytes(frame, index)
        shape = shape or picture.shape
        if picture.shape != shape:
            raise CutError(f"frame {index} is {_size(picture.shape)}, the frames before are {_size(shape)}")
        thumbnail = np.asarray(cv2.resize(picture, FRAME, interpolation=cv2.INTER_AREA), dtype=np.uint8)
        hard.add(picture, thumbnail)
        signatures += signature(thumbnail).tobytes()
        if network:
            network.add(thumbnail)
        if progress:
            progress(index + 1)
    if network:
        network.finish()
    return judge(_evidence(hard, signatures, network), rate, params)


def _evidence(hard: HardCuts, signatures: bytearray, network: TransitionNetwork | None) -> Evidence:
    count = hard.count
    return Evidence(
        jumps=tuple(hard.jumps),
        signatures=np.frombuffer(signatures, dtype=np.uint8).reshape(count, -1 if count else 0),
        cut=np.asarray(network.cut) if network else None,
        any=np.asarray(network.any) if network else None,
    )


def _as_bytes(frame: Picture, index: int) -> ByteImage:
    if frame.ndim != 3 or frame.shape[2] != 3 or 0 in frame.shape:
        raise CutError(f"frame {index} has the shape {frame.shape}; shot finding takes (height, width, 3)")
    if frame.dtype == np.uint8:
        return np.ascontiguousarray(frame, dtype=np.uint8)
    if np.issubdtype(frame.dtype, np.floating):
        # Only what the detectors look at is limited to 8 bits; nothing of this reaches a picture.
        finite = np.nan_to_num(frame, nan=0.0, posinf=1.0, neginf=0.0)
        return np.asarray(np.rint(np.clip(finite, 0.0, 1.0) * 255.0), dtype=np.uint8)
    raise CutError(f"frame {index} holds {frame.dtype}; shot finding takes uint8, or float from 0 to 1")


def _size(shape: tuple[int, ...]) -> str:
    return f"{shape[1]}x{shape[0]}"
