"""Carrying out a plan: find the deepest thing already made, decode what is missing, compute the rest."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np
import torch

from app.document.patches import Patch, apply_patch
from app.engine.cache import Cache
from app.engine.decoders import Decoders
from app.engine.plan import DecodeStep, FilterStep, Plan, RepairStep, Step
from app.engine.tensors import to_planes, to_tensor
from app.media.colour import convert
from app.media.picture import NativePicture, PictureFormat, Plane
from app.media.reel import FrameId
from operators.contract import Context, Region, Window
from operators.contract.registry import filter_operator

Patches = Callable[[FrameId], tuple[Patch, ...]]
"""The accepted patches of a frame, in the order in which they are laid on."""


@dataclass(frozen=True, slots=True)
class FloatPicture:
    """What a filter made: `(C, H, W)` float32 on the CPU, and the native picture it stems from.

    `base` supplies what operators do not see: further channels and header fields. `encoding` is that of the values
    where a filter changed it; empty, it is the base's.
    """

    tensor: torch.Tensor
    base: NativePicture
    encoding: str = ""

    @property
    def nbytes(self) -> int:
        """Bytes held by the tensor (the base counts where it is cached itself)."""
        return self.tensor.nbytes


Rendered = NativePicture | FloatPicture

MATRIX_OF: Mapping[str, Literal["bt601", "bt709", "bt2020"]] = {
    "rec709": "bt709",
    "bt601": "bt601",
    "bt2020": "bt2020",
    "pq_bt2020": "bt2020",
    "hlg_bt2020": "bt2020",
}
"""The Y'CbCr matrix that goes with an encoding (ITU-R BT.601, BT.709, BT.2020, BT.2100)."""

Check = Callable[[], None]
"""Called between steps, tiles and operators; raises where the work was cancelled."""


def go_on() -> None:
    """The check of work that nobody cancels."""


@dataclass(frozen=True, slots=True)
class NativeResult:
    """A rendered frame in native code values; `clipped` samples did not fit the integer range."""

    picture: NativePicture
    clipped: int


def as_tensor(rendered: Rendered) -> torch.Tensor:
    """The picture as operators take it, `(C, H, W)` float32."""
    return rendered.tensor if isinstance(rendered, FloatPicture) else to_tensor(rendered)


def as_native(rendered: Rendered, fmt: PictureFormat | None = None) -> NativeResult:
    """The picture in code values: its own format, or `fmt` (another depth, model or subsampling, the same size).

    A picture that no filter touched and that stays in its format is handed on as it is, bit for bit. Further
    channels are carried along where the target names them.
    """
    base = rendered.base if isinstance(rendered, FloatPicture) else rendered
    if fmt is None:
        fmt = as_made(rendered)
    if isinstance(rendered, NativePicture) and fmt == base.format:
        return NativeResult(rendered, 0)
    tensor = as_tensor(rendered)
    if tensor.shape[0] == 1 and fmt.colour_planes == 3:
        tensor = tensor.expand(3, -1, -1)
    quantised = to_planes(tensor, fmt)
    further = [_further_channel(base, name, fmt) for name in fmt.channels[fmt.colour_planes :]]
    return NativeResult(NativePicture(fmt, (*quantised.planes, *further), base.metadata), quantised.clipped)


def as_made(rendered: Rendered) -> PictureFormat:
    """The format a picture stands in: its base's, in the encoding that a filter gave it."""
    if isinstance(rendered, NativePicture):
        return rendered.format
    fmt = rendered.base.format
    return encoded_as(fmt, rendered.encoding) if rendered.encoding else fmt


def encoded_as(fmt: PictureFormat, encoding: str) -> PictureFormat:
    """`fmt` for pictures in `encoding`, with the Y'CbCr matrix that goes with it where it is another one."""
    if encoding == fmt.encoding:
        return fmt
    matrix = MATRIX_OF.get(encoding, fmt.matrix)
    return replace(fmt, encoding=encoding, matrix=matrix)


def _converted(tensor: torch.Tensor, made_in: str, wanted: str) -> torch.Tensor:
    """Colour in another encoding, by the shipped configuration; grey stays grey, further channels as they are."""
    if made_in == wanted:
        return tensor
    colours = tensor[:1].expand(3, -1, -1) if tensor.shape[0] < 3 else tensor[:3]
    pixels = np.ascontiguousarray(colours.permute(1, 2, 0).numpy())
    changed = torch.from_numpy(convert(made_in, wanted)(pixels)).permute(2, 0, 1)
    # Green of a neutral picture: the matrices' rounding is smallest there.
    kept = changed[1:2] if tensor.shape[0] < 3 else changed
    return torch.cat([kept, tensor[kept.shape[0] :]])


def _further_channel(base: NativePicture, name: str, fmt: PictureFormat) -> Plane:
    plane = base.planes[base.format.channels.index(name)]
    if plane.dtype == np.dtype(fmt.dtype) and base.format.bit_depth == fmt.bit_depth:
        return plane
    top_in = 1.0 if base.format.is_float else 2.0**base.format.bit_depth - 1
    top_out = 1.0 if fmt.is_float else 2.0**fmt.bit_depth - 1
    scaled = plane.astype(np.float64) * (top_out / top_in)
    return scaled.astype(fmt.dtype) if fmt.is_float else np.clip(np.rint(scaled), 0, top_out).astype(fmt.dtype)


class Renderer:
    """Carries out plans on the calling thread. One renderer belongs to one worker."""

    def __init__(self, decoders: Decoders, cache: Cache, patches: Patches, device: torch.device) -> None:
        self.decoders = decoders
        self.cache = cache
        self._patches = patches
        self._device = device

    def render(self, plan: Plan, check: Check = go_on) -> Rendered:
        """The plan's picture. `check` is called between steps and raises where the work was cancelled."""
        steps = {step.key: step for step in plan.steps}
        made: dict[str, Rendered] = {}
        missing = self._missing(plan.result, steps, made)
        try:
            for key in missing:
                check()
                result = self._run(steps[key], made, check)
                made[key] = result
                self.cache.put(key, result)
        except BaseException:
            # So that the next picture does not wait for frames that only this one wanted.
            self.decoders.forget(step.frame for key in missing if isinstance(step := steps[key], DecodeStep))
            raise
        return made[plan.result]

    def _missing(self, wanted: str, steps: dict[str, Step], made: dict[str, Rendered]) -> list[str]:
        """Keys that have to be computed, inputs first; what the cache holds is put into `made`."""
        order: list[str] = []
        seen: set[str] = set()

        def visit(key: str) -> None:
            if key in seen:
                return
            seen.add(key)
            held = self.cache.get(key)
            if held is not None:
                made[key] = held
                return
            step = steps[key]
            for needed in _inputs(step):
                visit(needed)
            if isinstance(step, DecodeStep):
                self.decoders.prefetch(step.frame)
            order.append(key)

        visit(wanted)
        return order

    def _run(self, step: Step, made: dict[str, Rendered], check: Check) -> Rendered:
        if isinstance(step, DecodeStep):
            return self.decoders.read(step.frame)
        if isinstance(step, RepairStep):
            source = made[step.source]
            assert isinstance(source, NativePicture)
            return repaired(source, self._patches(step.frame))
        return self._filter(step, made, check)

    def _filter(self, step: FilterStep, made: dict[str, Rendered], check: Check) -> FloatPicture:
        chosen = filter_operator(step.operator)
        device = self._device if chosen.uses_device else torch.device("cpu")
        frames = {}
        for offset, key in step.inputs:
            part = _cropped(as_tensor(made[key]), step.needs)
            frames[offset] = _converted(part, step.made_in, step.info.encoding).to(device)
        params: Any = chosen.Params.from_mapping(dict(step.params))
        context = Context(device=device, seed=seed_of(step.frame), check=check)
        output = chosen.run(Window(frames, step.info), params, context).to("cpu", torch.float32)
        if step.region is not None:
            output = _cropped(output, _relative(step.region, step.needs))
        centre = made[dict(step.inputs)[0]]
        changed = step.out.encoding if step.out.encoding != step.made_in else ""
        if isinstance(centre, FloatPicture):
            return FloatPicture(output, centre.base, changed or centre.encoding)
        return FloatPicture(output, centre, changed)


def repaired(source: NativePicture, patches: tuple[Patch, ...]) -> NativePicture:
    """The picture with the patches laid on in order; planes that no patch touches are shared, not copied."""
    count = source.format.colour_planes
    planes = [plane.copy() for plane in source.planes[:count]]
    for patch in patches:
        apply_patch(planes, source.format.subsampling, patch)
    return NativePicture(source.format, (*planes, *source.planes[count:]), source.metadata)


def seed_of(frame: FrameId) -> int:
    """The random seed of a frame: the same in every run, and for every copy of the project."""
    return frame.index * 2654435761 % 2**31


def _inputs(step: Step) -> tuple[str, ...]:
    if isinstance(step, RepairStep):
        return (step.source,)
    if isinstance(step, FilterStep):
        return tuple(key for _, key in step.inputs)
    return ()


def _cropped(tensor: torch.Tensor, region: Region | None) -> torch.Tensor:
    return tensor if region is None else tensor[:, region.y0 : region.y1, region.x0 : region.x1]


def _relative(region: Region, origin: Region | None) -> Region:
    if origin is None:
        return region
    return Region(region.x0 - origin.x0, region.y0 - origin.y0, region.x1 - origin.x0, region.y1 - origin.y0)
