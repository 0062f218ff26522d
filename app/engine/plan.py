"""From a request to ordered steps. Pure: the same outline and request always give the same plan.

Windows and regions walk backwards from what was asked to the source frames it needs; pixels then flow forwards
through the steps in the order given here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from app.document.keyframes import resolve
from app.engine.keys import key_of, library_versions, source_digest
from app.engine.request import FrameRequest, Stage
from app.errors import UsageError
from app.media.reel import FrameId
from operators.contract import Filter, FrameInfo, Region
from operators.contract.registry import filter_operator


class StackedOperator(Protocol):
    """An operator in a shot's stack, with its stored parameters."""

    @property
    def operator(self) -> str:
        """Operator id."""
        ...

    @property
    def version(self) -> int:
        """The operator version the parameters were stored by."""
        ...

    @property
    def params(self) -> Mapping[str, Any]:
        """Stored parameter values, plain or keyframed."""
        ...

    @property
    def enabled(self) -> bool:
        """False: passed over."""
        ...


class Outline(Protocol):
    """All the planner may know of a project: one snapshot, seen from a frame."""

    def media_key(self, reel: str) -> str:
        """Identity of the reel's media and of how its bad frames are answered."""
        ...

    def frame_info(self, reel: str) -> FrameInfo:
        """What the reel's tensors mean."""
        ...

    def shot_range(self, frame: FrameId) -> tuple[int, int]:
        """First and one-past-last frame of the shot the frame lies in."""
        ...

    def repair_digest(self, frame: FrameId) -> str:
        """Digest of the frame's accepted repairs; empty where there are none."""
        ...

    def stack(self, frame: FrameId, stage: Stage) -> Sequence[StackedOperator]:
        """The operators of a full-frame stage on the frame's shot, in order."""
        ...


@dataclass(frozen=True, slots=True)
class DecodeStep:
    """Read a native picture from its reel."""

    key: str
    frame: FrameId


@dataclass(frozen=True, slots=True)
class RepairStep:
    """Composite the frame's accepted patches on the native picture made by step `source`."""

    key: str
    frame: FrameId
    source: str


@dataclass(frozen=True, slots=True)
class FilterStep:
    """Run a filter over the window made by `inputs` (offset to key), giving `region` of the frame.

    `needs` is the region of each input the operator asked for; None is the whole frame. `info` is what the operator
    is told of the inputs, which are in `made_in` and are converted to `info.encoding`; `out` is what comes out.
    """

    key: str
    frame: FrameId
    operator: str
    params: tuple[tuple[str, Any], ...]
    inputs: tuple[tuple[int, str], ...]
    made_in: str
    info: FrameInfo
    out: FrameInfo
    region: Region | None
    needs: Region | None


Step = DecodeStep | RepairStep | FilterStep


@dataclass(frozen=True, slots=True)
class Plan:
    """Steps in an order in which each finds its inputs made; the last one's key is `result`.

    `info` is what the result's numbers mean: operators may change size and encoding.
    """

    request: FrameRequest
    steps: tuple[Step, ...]
    result: str
    info: FrameInfo


def plan(outline: Outline, request: FrameRequest, device_class: str = "cpu") -> Plan:
    """The steps that answer `request`; `device_class` is part of the keys of what computes on the device.

    UsageError where an operator cannot take pictures of the encoding that reach it.
    """
    planner = _Planner(outline, device_class)
    stack = [
        entry
        for stage in request.stage.filter_stages
        for entry in outline.stack(request.frame, stage)
        if entry.enabled
    ]
    result, info = planner.filtered(request.frame, request.stage, stack, request.region)
    return Plan(request, tuple(planner.steps.values()), result, info)


class _Planner:
    def __init__(self, outline: Outline, device_class: str) -> None:
        self.outline = outline
        self.device_class = device_class
        self.steps: dict[str, Step] = {}

    def add(self, step: Step) -> str:
        self.steps.setdefault(step.key, step)
        return step.key

    def decoded(self, frame: FrameId) -> str:
        return self.add(DecodeStep(key_of("decode", self.outline.media_key(frame.reel), frame.index), frame))

    def repaired(self, frame: FrameId) -> str:
        source = self.decoded(frame)
        digest = self.outline.repair_digest(frame)
        if not digest:
            return source
        return self.add(RepairStep(key_of("repair", source, digest), frame, source))

    def filtered(
        self, frame: FrameId, stage: Stage, stack: Sequence[StackedOperator], region: Region | None
    ) -> tuple[str, FrameInfo]:
        """The key of the frame with `stack` on it, and what its numbers mean."""
        info = self.outline.frame_info(frame.reel)
        if not stack:
            return (self.decoded(frame) if stage is Stage.SOURCE else self.repaired(frame)), info
        *below, top = stack
        chosen = filter_operator(top.operator)
        params = chosen.Params.from_mapping(chosen.upgrade(top.version, resolve(top.params, frame.index)))
        needs = None
        if region is not None and chosen.tiling == "any":
            needs = chosen.region_in(params, region, info)
        before, after = chosen.window(params)
        start, end = self.outline.shot_range(frame)
        inputs = []
        for index in range(max(frame.index - before, start), min(frame.index + after, end - 1) + 1):
            key, reached = self.filtered(FrameId(frame.reel, index), stage, below, needs)
            inputs.append((index - frame.index, key))
            info = reached if index == frame.index else info
        made_in = info.encoding
        info = replace(info, encoding=_wanted(chosen, made_in))
        key = key_of(
            "filter",
            inputs,
            (made_in, info.encoding),
            chosen.id,
            chosen.version,
            source_digest(type(chosen)),
            params.to_mapping(),
            None if region is None else (region.x0, region.y0, region.x1, region.y1),
            self.device_class if chosen.uses_device else "cpu",
            library_versions(),
        )
        values = tuple(sorted(params.to_mapping().items()))
        out = chosen.output_info(info, params)
        self.add(FilterStep(key, frame, chosen.id, values, tuple(inputs), made_in, info, out, region, needs))
        return key, out


def _wanted(chosen: Filter[Any], made_in: str) -> str:
    """The encoding in which an operator gets pictures made in another."""
    if chosen.takes and made_in not in chosen.takes:
        raise UsageError(
            f"{chosen.label} cannot work on pictures in {made_in}; it takes {', '.join(chosen.takes)}. "
            "Take it off the shot, or say what the reel is in"
        )
    return made_in if chosen.encoding == "source" else chosen.encoding
