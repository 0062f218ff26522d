"""The order of the fields, once, for whatever carries them: bits of a payload, numbers of a text line.

`codes` lists a frame's fields from `system_start_code` on; `read` asks for them one by one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeVar

from app.hdr.vivid.fields import (
    BaseParameters,
    Codes,
    Spline,
    Statistics,
    ToneMapping,
    VividMetadata,
    has_mb,
)


class Code(NamedTuple):
    """One field: its name, its raw value, its length in bits."""

    name: str
    value: int
    bits: int


Take = Callable[[str, int], int]
"""Gives the next raw value; it is told the field's name and its number of bits."""

Group = TypeVar("Group", bound=Codes)


def codes(metadata: VividMetadata) -> Iterator[Code]:
    """All fields of a frame in the order of the syntax."""
    yield Code("system_start_code", metadata.system_start_code, 8)
    yield from _group(metadata.statistics)
    yield Code("tone_mapping_enable_mode_flag", int(bool(metadata.sets)), 1)
    if metadata.sets:
        yield Code("tone_mapping_param_enable_num", len(metadata.sets) - 1, 1)
    for item in metadata.sets:
        yield Code("targeted_system_display_maximum_luminance_pq", item.target_code, 12)
        yield Code("base_enable_flag", int(item.base is not None), 1)
        if item.base is not None:
            yield from _group(item.base)
        yield Code("3Spline_enable_flag", int(bool(item.splines)), 1)
        if item.splines:
            yield Code("3Spline_enable_num", len(item.splines) - 1, 1)
        for spline in item.splines:
            yield from _group(spline)
    yield Code("color_saturation_mapping_enable_flag", int(metadata.saturation is not None), 1)
    if metadata.saturation is not None:
        yield Code("color_saturation_enable_num", len(metadata.saturation), 3)
        for gain in metadata.saturation:
            yield Code("color_saturation_enable_gain", gain, 8)


def read(take: Take) -> VividMetadata:
    """Build a frame from fields that `take` gives one by one."""
    start = take("system_start_code", 8)
    statistics = _taken(Statistics, take)
    sets: list[ToneMapping] = []
    if take("tone_mapping_enable_mode_flag", 1):
        count = take("tone_mapping_param_enable_num", 1) + 1
        sets += [_set(take) for _ in range(count)]
    saturation: tuple[int, ...] | None = None
    if take("color_saturation_mapping_enable_flag", 1):
        gains = take("color_saturation_enable_num", 3)
        saturation = tuple(take("color_saturation_enable_gain", 8) for _ in range(gains))
    return VividMetadata(statistics, tuple(sets), saturation, start)


def _set(take: Take) -> ToneMapping:
    target = take("targeted_system_display_maximum_luminance_pq", 12)
    base = _taken(BaseParameters, take) if take("base_enable_flag", 1) else None
    splines: list[Spline] = []
    if take("3Spline_enable_flag", 1):
        count = take("3Spline_enable_num", 1) + 1
        splines += [_spline(take) for _ in range(count)]
    return ToneMapping(target, base, tuple(splines))


def _spline(take: Take) -> Spline:
    values: dict[str, int | None] = {}
    for name, bits in Spline.bits().items():
        mode = values.get("TH_enable_mode")
        absent = name == "TH_enable_MB" and mode is not None and not has_mb(mode)
        values[name] = None if absent else take(name, bits)
    return Spline(**values)  # type: ignore[arg-type]  # only TH_enable_MB can be None


def _taken(kind: type[Group], take: Take) -> Group:
    return kind(**{name: take(name, bits) for name, bits in kind.bits().items()})


def _group(group: Codes) -> Iterator[Code]:
    for name, bits in type(group).bits().items():
        value = getattr(group, name)
        if value is not None:
            yield Code(name, value, bits)
