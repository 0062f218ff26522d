"""What an export would write, said before it begins: frames, bytes, sound, what is lost, what stands in the way."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as field_of
from pathlib import Path
from typing import Any, Literal

from app.document.snapshot import Snapshot
from app.engine.engine import Engine
from app.errors import NotSupportedError, ReelmendError
from app.jobs.export import ExportSpec, writer_spec
from app.media.movie.presets import PRESETS, preset_of
from app.media.picture import PictureFormat
from app.media.sequence.writer import frame_pattern, taken_name
from app.media.writing import SEQUENCE_KINDS, WriterSpec

Field = Literal["part", "format", "sound", "target"]

BITS_A_PIXEL: Mapping[str, float] = {
    "prores-hq": 3.6,
    "prores-4444": 5.4,
    "dnxhr-hqx": 3.6,
    "dnxhr-444": 7.2,
    "h264": 0.9,
    "h264-10": 0.9,
    "hevc": 0.6,
    "hevc10": 0.6,
}
"""What movies come to. The first four follow the makers' data rates at 1080p; the others are rough guesses."""

PACKED: Mapping[str, float] = {"ffv1": 0.55, "png": 0.7, "exr": 0.7, "tiff": 0.8}
"""Share of the plain size that lossless packing leaves: rough guesses for grainy film."""


@dataclass(frozen=True, slots=True)
class Issue:
    """Something in the way (`blocking`) or to be known. `code` says what; a window puts it in words.

    Codes in the way: empty, mixed, joined-sound, no-target, ending, exists, taken, is-file, no-folder, no-right,
    no-room, unfit, hdr-stage. To be known: fewer-bits, to-integers, lossy, coarser-chroma, other-model,
    fewer-channels, little-room, no-sound.
    """

    field: Field
    code: str
    values: Mapping[str, Any] = field_of(default_factory=dict)
    blocking: bool = True


@dataclass(frozen=True, slots=True)
class ExportCheck:
    """What would be written. `written` is None where that cannot be told yet.

    Attributes:
        bytes: Estimated size; `exact` where nothing is packed.
        free: Bytes free where the target lies; None where unknown.
        sound: "" for none, "inside" the movie, or a "wav" beside the frames.
    """

    frames: int
    written: WriterSpec | None
    bytes: int
    exact: bool
    free: int | None
    sound: Literal["", "inside", "wav"]
    issues: tuple[Issue, ...]

    @property
    def possible(self) -> bool:
        """True where nothing stands in the way."""
        return not any(issue.blocking for issue in self.issues)


def check_export(engine: Engine, snapshot: Snapshot, spec: ExportSpec, *, chosen: bool = True) -> ExportCheck:
    """Look at everything that can be looked at beforehand. `chosen` False: no target was named yet."""
    frames = sum(item.end - item.start for item in spec.ranges)
    free = _free(spec.target) if chosen else None
    try:
        written = writer_spec(engine, snapshot, spec)
        if written.kind in PRESETS:
            preset_of(written.kind)
    except ReelmendError as error:
        issues = (_refused(engine, spec, error), *(() if chosen else (Issue("target", "no-target"),)))
        return ExportCheck(frames, None, 0, False, free, "", issues)
    source = engine.reels[spec.ranges[0].reel]
    size, exact = _bytes(written, frames)
    issues = (
        *(_target(spec.target, written) if chosen else (Issue("target", "no-target"),)),
        *_losses(source.format, written),
        *_room(size, exact, free),
    )
    if source.sound and not spec.sound:
        issues += (Issue("sound", "no-sound", blocking=False),)
    sound: Literal["", "inside", "wav"] = ""
    if source.sound and spec.sound:
        sound = "wav" if written.kind in SEQUENCE_KINDS else "inside"
    return ExportCheck(frames, written, size, exact, free, sound, issues)


def _refused(engine: Engine, spec: ExportSpec, error: ReelmendError) -> Issue:
    if not spec.ranges:
        return Issue("part", "empty")
    formats = {(engine.reels[item.reel].format, engine.reels[item.reel].rate) for item in spec.ranges}
    if len(formats) > 1:
        return Issue("part", "mixed")
    if isinstance(error, NotSupportedError) and spec.sound and len(spec.ranges) > 1:
        return Issue("sound", "joined-sound")
    return Issue("format", "unfit", {"why": str(error)})


def _target(target: Path, written: WriterSpec) -> tuple[Issue, ...]:
    if written.kind in SEQUENCE_KINDS:
        found = _folder_issue(target, written)
    else:
        found = _file_issue(target, PRESETS[written.kind].suffixes)
    if found is None and not os.access(_nearest(target), os.W_OK):
        found = Issue("target", "no-right", {"path": str(_nearest(target))})
    return () if found is None else (found,)


def _folder_issue(target: Path, written: WriterSpec) -> Issue | None:
    if target.exists() and not target.is_dir():
        return Issue("target", "is-file", {"path": str(target)})
    if not target.exists():
        return None if _nearest(target).is_dir() else Issue("target", "is-file", {"path": str(_nearest(target))})
    try:
        taken = taken_name((path.name for path in target.iterdir()), frame_pattern(written))
    except OSError:
        return Issue("target", "no-right", {"path": str(target)})
    return None if taken is None else Issue("target", "taken", {"path": str(target), "name": taken})


def _file_issue(target: Path, suffixes: tuple[str, ...]) -> Issue | None:
    if target.suffix.lower() not in suffixes:
        return Issue("target", "ending", {"endings": ", ".join(suffixes)})
    if target.exists():
        return Issue("target", "exists", {"path": str(target)})
    return None if target.parent.is_dir() else Issue("target", "no-folder", {"path": str(target.parent)})


def _nearest(target: Path) -> Path:
    """The target, or the nearest folder above it that is there."""
    return next((path for path in (target, *target.parents) if path.exists()), Path(target.anchor or "."))


def _free(target: Path) -> int | None:
    try:
        return shutil.disk_usage(_nearest(target)).free
    except OSError:
        return None


def _losses(source: PictureFormat, written: WriterSpec) -> tuple[Issue, ...]:
    """What the format cannot carry of the source."""
    made, found = written.format, list[tuple[str, dict[str, Any]]]()
    if source.is_float and not made.is_float:
        found.append(("to-integers", {"bits": made.bit_depth}))
    elif made.bit_depth < source.bit_depth:
        found.append(("fewer-bits", {"source": source.bit_depth, "bits": made.bit_depth}))
    if made.model != source.model:
        found.append(("other-model", {"source": source.model, "made": made.model}))
    if made.model == "ycbcr" and any(a > b for a, b in zip(made.subsampling, source.subsampling, strict=True)):
        found.append(("coarser-chroma", {"chroma": "4:2:0" if made.subsampling == (2, 2) else "4:2:2"}))
    left_out = source.channels[source.colour_planes :]
    left_out = tuple(name for name in left_out if name not in made.channels)
    if left_out:
        found.append(("fewer-channels", {"names": ", ".join(left_out)}))
    preset = PRESETS.get(written.kind)
    if preset is not None and not preset.lossless:
        found.append(("lossy", {"kind": written.kind}))
    return tuple(Issue("format", code, values, blocking=False) for code, values in found)


def _room(size: int, exact: bool, free: int | None) -> tuple[Issue, ...]:
    if free is None or size < free * 0.95:
        return ()
    if exact and size > free:
        return (Issue("target", "no-room", {"bytes": size, "free": free}),)
    return (Issue("target", "little-room", {"bytes": size, "free": free}, blocking=False),)


def _bytes(written: WriterSpec, frames: int) -> tuple[int, bool]:
    """The estimated size, and whether nothing is packed. Headers and sound are not counted."""
    made, kind = written.format, written.kind
    pixels = made.width * made.height
    if kind in BITS_A_PIXEL:
        return round(pixels * frames * BITS_A_PIXEL[kind] / 8), False
    if kind == "dpx" and made.bit_depth == 10 and made.model == "rgb" and len(made.channels) == 3:
        return pixels * frames * 4, True
    samples = sum(h * w for h, w in (made.plane_shape(place) for place in range(len(made.channels))))
    plain = samples * frames * (1 if made.bit_depth <= 8 else 4 if made.bit_depth == 32 else 2)
    return round(plain * PACKED.get(kind, 1.0)), kind not in PACKED
