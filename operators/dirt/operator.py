"""Dirt, dust and hairs: spots that are on one frame only."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from operators.contract import Analysis, Context, FloatArray, FrameEvidence, Params, Window, param
from operators.dirt import guard, judge, kernels, learned, rounds
from operators.dirt.pieces import pieces
from operators.motion import finite_luma, warp_mask


@dataclass(frozen=True)
class DirtParams(Params):
    """How readily a difference in time is taken for dirt, and who judges it."""

    sensitivity: float = param(
        1.0,
        "Sensitivity",
        "Higher finds fainter dirt, and takes more of the film's own movement for dirt.",
        low=0.25,
        high=4.0,
        step=0.05,
    )
    method: str = param(
        "classical",
        "Method",
        "The classical method weighs facts of each spot; a trained network judges each pixel in its surroundings; "
        "both together find more small spots, and take longer.",
        choices=("classical", "both", "network"),
        choice_labels=("Classical", "Both", "Network"),
    )
    largest: float = param(
        guard.USUAL_CAP,
        "Largest",
        "Larger spots, in thousandths of the frame's area, are only proposed; 0 sets no limit.",
        low=0.0,
        high=200.0,
        step=1.0,
        unit="‰",
    )
    model: str = param(
        "",
        "Model",
        "The network's weights by SHA-256, 'shipped' for the program's; empty: the film's own where it has some.",
    )


class Dirt(Analysis[DirtParams]):
    """Compares a frame with those beside it, moved onto it. A shot of one frame has nothing to compare: no dirt."""

    id = "dirt"
    version = 5
    label = "Dirt"
    summary = "Finds dust, dirt and hairs: spots that are on one frame and on none beside it."
    stage = "repair"
    tiling = "none"
    uses_device = True
    defect = "dirt"
    base_threshold = 0.2
    network = "dirt"
    Params = DirtParams

    def window(self, params: DirtParams) -> tuple[int, int]:
        """Two frames to either side are compared, and each of them with its own neighbours."""
        return rounds.REACH, rounds.REACH

    def asks_network(self, params: DirtParams) -> bool:
        """The classical method has no weights of this kind."""
        return params.method != "classical"

    def look(self, window: Window, params: DirtParams, context: Context) -> FrameEvidence:
        """Judge the centre frame; `FrameEvidence.probability` is 0.5 where dirt is as likely as not."""
        found = (
            _classical(window, params, context) if params.method == "classical" else _learned(window, params, context)
        )
        found, risk = guard.sized(found, self.base_threshold, params.largest)
        if (found >= self.base_threshold).any():
            context.check()
            risk |= guard.risks(window.frames, rounds.Rounds(window.frames, quick=params.method != "classical"))
            found = guard.less_sure(found, risk, self.base_threshold)
        return FrameEvidence(found, risk=risk)


def _learned(window: Window, params: DirtParams, context: Context) -> FloatArray:
    sure = learned.sure(window, context, params.model)
    if sure is None:
        return np.zeros_like(finite_luma(window.centre))
    opinion = 0.5 * (sure[0] + sure[-1]) if params.method == "both" else sure[0]
    return pieces(_moved(opinion, params.sensitivity))


def _moved(sure: FloatArray, sensitivity: float) -> FloatArray:
    """Probabilities with the odds multiplied by the square of the sensitivity."""
    if sensitivity == 1.0:
        return sure
    gain = np.float32(sensitivity**2)
    return np.asarray(gain * sure / (1.0 - sure + gain * sure), np.float32)


def _classical(window: Window, params: DirtParams, context: Context) -> FloatArray:
    centre = finite_luma(window.centre)
    found = rounds.Rounds(window.frames)
    near = found.neighbours()
    context.check()
    if not near:
        return np.zeros_like(centre)
    near = kernels.originals(centre, near)
    offsets = sorted(near, key=abs)
    hurt = [warp_mask(found.rough(offset), near[offset].flow) for offset in offsets]
    context.check()
    compared = kernels.Comparison(centre, [near[offset] for offset in offsets], hurt)
    return judge.judged(compared, compared.suspects(params.sensitivity), params.sensitivity)


OPERATOR = Dirt()
