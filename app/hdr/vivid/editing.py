"""Edits of a sequence of metadata: which frames, and what becomes of them. Pure functions; frames in, frames out.

A grade is all that hands change: the parameter sets and the saturation. Statistics belong to the picture, so a
copied grade leaves each frame its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from app.errors import UsageError
from app.hdr.vivid.fields import BaseParameters, Spline, Statistics, ToneMapping, VividMetadata
from app.hdr.vivid.grading import WHICH

Frames = tuple[VividMetadata, ...]
Group = TypeVar("Group", Statistics, ToneMapping, BaseParameters, Spline)

_SETTING = re.compile(r"([A-Za-z0-9_.\[\]]+?)(\+=|-=|=)(-?\d+)")
_GAIN = re.compile(r"gain\[([0-6])\]")
SECTIONS = ("dark", "bright")


@dataclass(frozen=True, slots=True)
class Setting:
    """One field to set, or to move by a number of codes, as in `base_param_m_a=600` or `dark.TH_enable+=20`.

    Fields go by their names in the syntax; those of a section with `dark.` or `bright.` before, saturation gains
    as `gain[0]`.
    """

    name: str
    value: int
    relative: bool

    @classmethod
    def parse(cls, text: str) -> Setting:
        """Of `NAME=CODE`, `NAME+=CODES`, `NAME-=CODES`; UsageError where it is none."""
        found = _SETTING.fullmatch(text)
        if found is None:
            raise UsageError(f"'{text}' sets no field; write NAME=CODE, NAME+=CODES or NAME-=CODES")
        name, operator, number = found.groups()
        _check_name(name)
        return cls(name, -int(number) if operator == "-=" else int(number), operator != "=")

    def apply(self, metadata: VividMetadata, which: str = "all") -> VividMetadata:
        """The metadata with the field set in every set meant; UsageError where no frame or set has it."""
        if self.name in Statistics.bits():
            return replace(metadata, statistics=self._in(metadata.statistics))
        gain = _GAIN.fullmatch(self.name)
        if gain:
            return replace(metadata, saturation=self._gain(metadata.saturation, int(gain[1])))
        sets = tuple(self._set(item) if WHICH[which](item) else item for item in metadata.sets)
        if not any(WHICH[which](item) for item in metadata.sets):
            raise UsageError(f"there is no parameter set in which {self.name} could be set")
        return replace(metadata, sets=sets)

    def _set(self, item: ToneMapping) -> ToneMapping:
        section, dot, name = self.name.rpartition(".")
        if not dot:
            if self.name in ToneMapping.bits():
                return self._in(item)
            if item.base is None:
                raise UsageError(f"{self.name} cannot be set: the set has no base curve")
            return replace(item, base=self._in(item.base))
        meant = [spline for spline in item.splines if (spline.TH_enable_mode == 0) == (section == "dark")]
        if not meant:
            raise UsageError(f"{self.name} cannot be set: the set has no {section} section")
        splines = tuple(self._in(spline, name) if spline in meant else spline for spline in item.splines)
        return replace(item, splines=splines)

    def _in(self, group: Group, name: str | None = None) -> Group:
        name = name or self.name
        held = getattr(group, name)
        if self.relative and held is None:
            raise UsageError(f"{self.name} cannot be moved: it is not sent in this mode")
        changed: dict[str, Any] = {name: held + self.value if self.relative else self.value}
        return replace(group, **changed)

    def _gain(self, gains: tuple[int, ...] | None, index: int) -> tuple[int, ...]:
        held = list(gains or ())
        if index > len(held) or (self.relative and index == len(held)):
            raise UsageError(f"{self.name} cannot be set: there are {len(held)} gains")
        held[index : index + 1] = [held[index] + self.value if self.relative else self.value]
        return tuple(held)


def edited(frames: Frames, chosen: Iterable[int], change: Callable[[VividMetadata], VividMetadata]) -> Frames:
    """The sequence with a change made to the chosen frames; equal frames are worked out once."""
    result = list(frames)
    made: dict[VividMetadata, VividMetadata] = {}
    for index in _within(chosen, len(frames)):
        metadata = frames[index]
        if metadata not in made:
            made[metadata] = change(metadata)
        result[index] = made[metadata]
    return tuple(result)


def copied(frames: Frames, source: int, chosen: Iterable[int]) -> Frames:
    """The sequence with one frame's grade given to the chosen ones."""
    (source,) = _within((source,), len(frames))
    given = frames[source]
    return edited(frames, chosen, lambda m: replace(m, sets=given.sets, saturation=given.saturation))


def linked(frames: Frames, chosen: Iterable[int]) -> tuple[int, ...]:
    """The chosen frames and all that carry the same grade as one of them."""
    grades = {(frames[i].sets, frames[i].saturation) for i in _within(chosen, len(frames))}
    return tuple(i for i, metadata in enumerate(frames) if (metadata.sets, metadata.saturation) in grades)


def rippled(frames: Sequence[VividMetadata], chosen: Iterable[int]) -> tuple[int, ...]:
    """The chosen frames and all that follow the first of them."""
    return tuple(range(min(_within(chosen, len(frames))), len(frames)))


def frames_in(text: str, count: int) -> tuple[int, ...]:
    """The frames that `0-47,96` means, of a sequence of `count`; UsageError where it means none of them."""
    chosen: dict[int, None] = {}
    for part in text.split(","):
        first, dash, last = part.strip().partition("-")
        if not (first.isascii() and first.isdecimal()) or (dash and not (last.isascii() and last.isdecimal())):
            raise UsageError(f"'{text}' names no frames; write them as in 0-47,96")
        start, end = int(first), int(last or first)
        if end < start or end >= count:
            raise UsageError(f"'{part}' names no frames of 0 to {count - 1}, which the metadata have")
        chosen.update(dict.fromkeys(range(start, end + 1)))
    return tuple(chosen)


def _within(chosen: Iterable[int], count: int) -> list[int]:
    indices = sorted(set(chosen))
    outside = [index for index in indices if not 0 <= index < count]
    if outside:
        raise UsageError(f"there is no frame {outside[0]}; the metadata have frames 0 to {count - 1}")
    if not indices:
        raise UsageError("no frame is chosen")
    return indices


def _check_name(name: str) -> None:
    section, dot, field = name.rpartition(".")
    sets = (*ToneMapping.bits(), *BaseParameters.bits())
    known = field in Spline.bits() and section in SECTIONS if dot else name in (*Statistics.bits(), *sets)
    if not known and not _GAIN.fullmatch(name):
        splines = ", ".join(f"dark.{n}" for n in Spline.bits())
        names = ", ".join((*Statistics.bits(), *sets))
        raise UsageError(f"'{name}' is no field; there are: {names}, {splines} (or bright.), gain[0] to gain[6]")
