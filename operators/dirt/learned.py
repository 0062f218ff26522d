"""The network's opinion of a window's centre frame, worked out once for all who ask."""

from __future__ import annotations

import numpy as np

from operators.contract import Context, FloatArray, Window
from operators.dirt import model
from operators.dirt.features import classical, stack
from operators.dirt.rounds import REACH
from operators.motion import MotionMemory

_memory = MotionMemory(4)


def sure(window: Window, context: Context, weights: str = "") -> FloatArray | None:
    """How sure the network is of each of `CLASSES`, and last the classical method it builds on: `(3, H, W)`, 0..1.

    None where there is no neighbour to compare with.

    `weights` is their SHA-256; '' and 'shipped' mean those of the program.
    """
    frames = {offset: frame for offset, frame in window.frames.items() if abs(offset) <= REACH}

    def make() -> FloatArray | None:
        planes = stack(frames)
        context.check()
        if planes is None:
            return None
        answered = model.answer(model.found(weights, context), planes, context.device)
        return np.concatenate([answered, classical(planes)[None]])

    offsets = sorted(frames)
    return _memory.recall(f"sure {weights} {offsets} {context.device}", tuple(frames[o] for o in offsets), make)
