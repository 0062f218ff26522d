"""Our JSON of a sequence: raw codes under the names of the syntax, frames in a row with the same values once.

    {"format": "reelmend-hdr-vivid", "version": 1, "frames": 48, "runs": [
      {"first": 0, "count": 48, "metadata": {"system_start_code": 1, "statistics": {...}, "sets": [...],
                                             "saturation": [38, 25]}}]}

Strict both ways: a key that is missing, unknown or there twice is refused, and so is a run that leaves a gap.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields
from itertools import groupby
from typing import Any, TypeVar

from app.hdr.vivid.errors import FieldError, MetadataTextError
from app.hdr.vivid.fields import BaseParameters, Codes, Spline, Statistics, ToneMapping, VividMetadata

FORMAT = "reelmend-hdr-vivid"
VERSION = 1
MOST_FRAMES = 20_000_000
"""More than a week of film; a count beyond is damage, and is not given memory."""

Group = TypeVar("Group", bound=Codes)


def to_json(frames: Sequence[VividMetadata]) -> str:
    """A sequence as JSON text."""
    runs, position = [], 0
    for metadata, run in groupby(frames):
        count = sum(1 for _ in run)
        runs.append({"first": position, "count": count, "metadata": to_mapping(metadata)})
        position += count
    document = {"format": FORMAT, "version": VERSION, "frames": position, "runs": runs}
    return json.dumps(document, indent=1) + "\n"


def from_json(text: str, name: str = "the metadata") -> tuple[VividMetadata, ...]:
    """The metadata of each frame. MetadataTextError says where the text is not what it must be."""
    try:
        document = json.loads(text, object_pairs_hook=_without_doubles)
    except (ValueError, RecursionError) as error:
        raise MetadataTextError(f"{name} is no JSON: {error}") from error
    try:
        top = _keys(document, ("format", "version", "frames", "runs"), "the top level")
        if top["format"] != FORMAT or top["version"] != VERSION:
            raise FieldError(f"it must say format '{FORMAT}' and version {VERSION}")
        return _frames(top)
    except FieldError as error:
        raise MetadataTextError(f"{name} is not as it must be: {error}") from error


def to_mapping(metadata: VividMetadata) -> dict[str, Any]:
    """One frame as plain values."""
    return {
        "system_start_code": metadata.system_start_code,
        "statistics": _plain(metadata.statistics),
        "sets": [
            {
                "targeted_system_display_maximum_luminance_pq": item.target_code,
                "base": None if item.base is None else _plain(item.base),
                "splines": [_plain(spline) for spline in item.splines],
            }
            for item in metadata.sets
        ],
        "saturation": None if metadata.saturation is None else list(metadata.saturation),
    }


def from_mapping(value: Any, place: str = "metadata") -> VividMetadata:
    """One frame of plain values; FieldError says what does not fit."""
    top = _keys(value, ("system_start_code", "statistics", "sets", "saturation"), place)
    sets = []
    for number, item in enumerate(_list(top["sets"], f"{place}.sets"), 1):
        here = f"{place}, set {number}"
        given = _keys(item, ("targeted_system_display_maximum_luminance_pq", "base", "splines"), here)
        base = None if given["base"] is None else _group(BaseParameters, given["base"], here)
        splines = [_group(Spline, spline, here) for spline in _list(given["splines"], f"{here}, splines")]
        sets.append(ToneMapping(given["targeted_system_display_maximum_luminance_pq"], base, tuple(splines)))
    gains = top["saturation"]
    saturation = None if gains is None else tuple(_list(gains, f"{place}.saturation"))
    statistics = _group(Statistics, top["statistics"], place)
    return VividMetadata(statistics, tuple(sets), saturation, top["system_start_code"])


def _frames(top: dict[str, Any]) -> tuple[VividMetadata, ...]:
    total = top["frames"]
    if isinstance(total, bool) or not isinstance(total, int) or not 0 < total <= MOST_FRAMES:
        raise FieldError(f"it must announce 1 to {MOST_FRAMES} frames")
    frames: list[VividMetadata] = []
    for number, item in enumerate(_list(top["runs"], "runs"), 1):
        run = _keys(item, ("first", "count", "metadata"), f"run {number}")
        first, count = run["first"], run["count"]
        if first != len(frames) or isinstance(count, bool) or not isinstance(count, int) or count < 1:
            raise FieldError(f"run {number} must begin at frame {len(frames)} and have one frame or more")
        if first + count > total:
            raise FieldError(f"it announces {total} frames and has {first + count} or more")
        frames += [from_mapping(run["metadata"], f"run {number}")] * count
    if len(frames) != total:
        raise FieldError(f"it announces {total} frames and has {len(frames)}")
    return tuple(frames)


def _plain(group: Codes) -> dict[str, int | None]:
    return {f.name: getattr(group, f.name) for f in fields(group)}


def _group(kind: type[Group], value: Any, place: str) -> Group:
    return kind(**_keys(value, tuple(kind.bits()), f"{place}, {kind.__name__}"))


def _keys(value: Any, names: tuple[str, ...], place: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise FieldError(f"{place} must be an object with {', '.join(names)}")
    missing, unknown = [n for n in names if n not in value], [n for n in value if n not in names]
    if missing:
        raise FieldError(f"{place} lacks {', '.join(missing)}")
    if unknown:
        raise FieldError(f"{place} has the unknown {', '.join(unknown)}")
    return value


def _list(value: Any, place: str) -> list[Any]:
    if not isinstance(value, list):
        raise FieldError(f"{place} must be a list")
    return value


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) != len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(f"'{next(name for name in names if names.count(name) > 1)}' is there twice")
    return result
