"""A repair as it stands in one state of the project."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Repair:
    """A live detection and what is decided on it.

    `id` is its component key. `verdict` is what a person said ('' for nothing), `accepted` what is in force;
    `threshold` the one in force; `seq` the ledger row it came with; `risk` the flags of `app.document.risks`, at this
    threshold. Pixels as in `detections.Detection`.
    """

    id: str
    seq: int
    pass_id: str
    reel: str
    frame: int
    defect: str
    detector: str
    x0: int
    y0: int
    x1: int
    y1: int
    area: int
    probability: float
    track: str
    pack: str
    offset: int
    length: int
    verdict: str
    threshold: float
    accepted: bool
    risk: int = 0
