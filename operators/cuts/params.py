"""The parameters of shot finding."""

from __future__ import annotations

from dataclasses import dataclass

from operators.contract.params import Params, param


@dataclass(frozen=True)
class CutParams(Params):
    """How willing the detectors are to see a cut."""

    threshold: float = param(
        3.0,
        "Cut threshold",
        "A cut changes the picture this many times more than its neighbouring frames do.",
        low=1.5,
        high=20.0,
        step=0.1,
    )
    least_change: float = param(
        15.0,
        "Least change",
        "Mean change of a pixel below which nothing is a cut, in 8-bit code values of the display picture.",
        low=1.0,
        high=100.0,
        step=0.5,
    )
    shortest_shot: int = param(
        8,
        "Shortest shot",
        "Of two cuts nearer to each other than this, only the clearer one counts.",
        low=1,
        high=250,
        step=1,
        unit="frames",
    )
    use_network: bool = param(
        True,
        "Dissolves and fades",
        "Find gradual transitions, and let the network judge doubtful cuts. Without it, shot finding is faster.",
    )
    network_threshold: float = param(
        0.5,
        "Network threshold",
        "Probability from which the network's opinion counts.",
        low=0.05,
        high=0.95,
        step=0.05,
    )
