"""The frozen question: which frame, how far along the way from the scan to the screen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.media.reel import FrameId
from operators.contract import Region


class Stage(StrEnum):
    """How far a picture has come. `SOURCE` is the scan itself; the others are the house's four stages."""

    SOURCE = "source"
    REPAIR = "repair"
    CLEAN = "clean"
    GRADE = "grade"
    DELIVER = "deliver"

    @property
    def filter_stages(self) -> tuple[Stage, ...]:
        """The full-frame stages a picture has passed when it leaves this one, in order."""
        order = (Stage.CLEAN, Stage.GRADE, Stage.DELIVER)
        return order[: order.index(self) + 1] if self in order else ()


@dataclass(frozen=True, slots=True)
class FrameRequest:
    """One question to the engine. `region` None means the whole frame.

    `generation` rises with every change of mind of the asker: an answer of an older generation may be dropped.
    It is no part of the pixels and so of no cache key.
    """

    frame: FrameId
    stage: Stage
    region: Region | None = None
    generation: int = 0
