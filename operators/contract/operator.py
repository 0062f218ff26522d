"""The two kinds of operator: filters, which make pictures, and analyses, which make findings."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, Literal, TypeVar

import torch

from operators.contract.frames import Context, FloatArray, FrameInfo, Region, Window
from operators.contract.params import Params
from operators.contract.risk import RiskArray

P = TypeVar("P", bound=Params)
Stage = Literal["repair", "clean", "grade", "deliver"]
Tiling = Literal["any", "none"]


class Operator(ABC, Generic[P]):
    """A piece of picture processing with declared parameters.

    `id` never changes once published; `version` goes up whenever the same input would give another output,
    and `upgrade` turns stored parameters of an older version into this one's.
    """

    id: ClassVar[str]
    version: ClassVar[int] = 1
    label: ClassVar[str]
    summary: ClassVar[str]
    stage: ClassVar[Stage]
    encoding: ClassVar[str] = "source"
    """The encoding it wants: 'source' (as scanned), or a colour space of the OCIO config; the engine converts."""
    takes: ClassVar[tuple[str, ...]] = ()
    """Encodings of pictures that it makes sense on; empty: all. The engine refuses it on any other."""
    tiling: ClassVar[Tiling] = "any"
    uses_device: ClassVar[bool] = False
    """True where `run` computes on `context.device`; otherwise it gets CPU tensors on every machine."""
    network: ClassVar[str] = ""
    """The task of the trained network it may ask, as the shipped weights are called ('dirt'). Its `Params` then have
    a text `model`: the weights' SHA-256, 'shipped', or '' for the project's own where it has some."""
    Params: ClassVar[type[Params]]

    def window(self, params: P) -> tuple[int, int]:
        """How many frames before and after the current one `run` wants."""
        return 0, 0

    def asks_network(self, params: P) -> bool:
        """True where, with these parameters, the weights decide what comes out."""
        return bool(self.network)

    def upgrade(self, version: int, values: Mapping[str, Any]) -> dict[str, Any]:
        """Parameters stored by `version` of this operator, as this version names them."""
        return dict(values)


class Filter(Operator[P]):
    """Random access: the frames round one frame go in, that frame comes out. Deterministic."""

    def region_in(self, params: P, region: Region, info: FrameInfo) -> Region:
        """What part of each input frame is needed to compute `region` of the output."""
        return region

    def output_info(self, info: FrameInfo, params: P) -> FrameInfo:
        """What comes out for frames such as `info`."""
        return info

    def map_points(self, points: FloatArray, info: FrameInfo, params: P) -> FloatArray:
        """Where points `(N, 2)` (x, y; pixel centres at half-integers) of the input land in the output."""
        return points

    def map_points_back(self, points: FloatArray, info: FrameInfo, params: P) -> FloatArray:
        """The inverse of `map_points`."""
        return points

    @abstractmethod
    def run(self, window: Window, params: P, context: Context) -> torch.Tensor:
        """The processed centre frame, `(C, H, W)` float32. Inputs are read-only."""


@dataclass(frozen=True, slots=True)
class FrameEvidence:
    """What an analysis saw on one frame: `probability` `(H, W)` float32, 0..1, that a pixel is damaged.

    `marks` are small facts a later `link` over the whole shot needs (line candidates, say): plain values
    that JSON can carry. `risk` `(H, W)` says where a detection may be a false alarm, and why: it is told to a person
    and decides nothing.
    """

    probability: FloatArray
    marks: tuple[Mapping[str, Any], ...] = ()
    risk: RiskArray | None = None


@dataclass(frozen=True, slots=True)
class Track:
    """One thing that lives on many frames: a line scratch. `frames` maps frame offset in the shot to its mark."""

    id: int
    probability: float
    frames: Mapping[int, Mapping[str, Any]]


class Analysis(Operator[P]):
    """Looks at every frame of a shot and says where it thinks a defect is, with a probability.

    An analysis runs frame by frame (`look`), so that a crash loses one frame's work and a tiny machine needs
    little memory; what only the whole shot can tell is decided afterwards in `link`, from the marks alone,
    and drawn by `draw`.
    """

    defect: ClassVar[str]
    """The class written on its detections: 'dirt', 'scratch'..."""

    base_threshold: ClassVar[float] = 0.1
    """Detections are the connected components of probability at or above this; the threshold only filters them."""

    @abstractmethod
    def look(self, window: Window, params: P, context: Context) -> FrameEvidence:
        """Judge the centre frame."""

    def link(
        self, marks: Mapping[int, tuple[Mapping[str, Any], ...]], info: FrameInfo, params: P
    ) -> tuple[Track, ...]:
        """Join the marks of a shot's frames (by frame offset in the shot) into tracks. None by default."""
        return ()

    def draw(
        self, evidence: FloatArray, tracks: tuple[Track, ...], frame: int, info: FrameInfo, params: P
    ) -> FloatArray:
        """The final probability of one frame, once the shot's tracks are known. By default the evidence."""
        return evidence
