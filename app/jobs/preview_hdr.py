"""Pictures of what target displays show of an HDR film by its HDR Vivid metadata: files to look at, or to measure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Literal

import numpy as np

from app.document.snapshot import Snapshot
from app.engine.engine import Engine
from app.engine.hdr_look import PQ, SDR_NITS, display_for, false_colours, in_pq, previewed, view_name
from app.engine.look import HdrLook
from app.engine.render import FloatPicture, Rendered, as_native
from app.engine.request import FrameRequest, Stage
from app.engine.screen import screen_pixels
from app.engine.worker import Token
from app.errors import UsageError
from app.hdr.vivid.fields import VividMetadata
from app.jobs.progress import Progress, Reporter
from app.media.colour import View
from app.media.opening import open_writer
from app.media.picture import NativePicture, PictureFormat
from app.media.reel import FrameId, FrameWriter
from app.media.writing import WriterSpec

Kind = Literal["png", "tiff"]


@dataclass(frozen=True, slots=True)
class PreviewSpec:
    """What to write.

    Attributes:
        target: a folder that gets one folder a display, named by its peak ("300", "sdr-100", "master").
        frames: which, in order; `numbers` are their places in the film, and name the files where they follow on.
        displays: peaks in cd/m2; 0 is the master.
        kind: "png" is 8-bit sRGB as an SDR screen simulates it, "tiff" 16-bit PQ (BT.2020) of the display's light.
        stage: how far along the pictures are.
        metadata: a frame's own metadata, by its number, where they come with the film; else they are the project's.
        mastering_nits: for those.
        false_colour: write light as colours instead (8-bit PNG).
    """

    target: Path
    frames: Sequence[FrameId]
    numbers: Sequence[int]
    displays: Sequence[float]
    kind: Kind = "png"
    stage: Stage = Stage.GRADE
    metadata: Mapping[int, VividMetadata] | None = None
    mastering_nits: float = 1000.0
    false_colour: bool = False


def preview_hdr(
    engine: Engine, snapshot: Snapshot, spec: PreviewSpec, reporter: Reporter, token: Token
) -> tuple[Path, ...]:
    """Write the pictures; the folders that were made.

    Raises:
        UsageError: no frames or displays, a folder that holds something, false colour as TIFF, pictures that are no
            HDR, a shot whose light was not measured, a display that cannot be.
        MediaError, NoRoomError: see readers and writers.
        Cancelled: likewise; no folder is left half-written.
    """
    if not spec.frames or not spec.displays:
        raise UsageError("there is nothing to preview: name at least one frame and one display")
    if spec.false_colour and spec.kind != "png":
        raise UsageError("false colour is for eyes and is written as PNG: leave --as tiff out")
    folders = {nits: spec.target / folder_name(nits) for nits in dict.fromkeys(spec.displays)}
    taken = next((path for path in folders.values() if path.exists()), None)
    if taken is not None:
        raise UsageError(f"{taken} is there already: name another folder")
    in_a_row = all(number == spec.numbers[0] + place for place, number in enumerate(spec.numbers))
    first = spec.numbers[0] if in_a_row else 0
    progress = Progress("previewing HDR", len(spec.frames) * len(folders), reporter)
    for nits, folder in folders.items():
        writer: FrameWriter | None = None
        try:
            for frame, number in zip(spec.frames, spec.numbers, strict=True):
                token.wait_while_paused()
                shown = _shown(engine, snapshot, spec, frame, number, nits)
                picture = _native(shown, nits, spec)
                if writer is None:
                    told = WriterSpec(picture.format, Fraction(24), spec.kind, first_number=first, pattern="%06d")
                    writer = open_writer(folder, told)
                writer.write(picture)
                progress.advance()
            if writer is not None:
                writer.finish()
        except BaseException:
            if writer is not None:
                writer.abort()
            raise
    return tuple(folders.values())


def folder_name(nits: float) -> str:
    """The folder of a display's pictures."""
    return "master" if not nits else f"sdr-{nits:g}" if nits == SDR_NITS else f"{nits:g}"


def _shown(
    engine: Engine, snapshot: Snapshot, spec: PreviewSpec, frame: FrameId, number: int, nits: float
) -> FloatPicture:
    rendered: Rendered = engine.render(FrameRequest(frame, spec.stage), snapshot)
    encoding = engine.meaning(frame, spec.stage, snapshot).encoding
    if not nits:
        return in_pq(rendered, encoding)
    if spec.metadata is not None:
        return previewed(rendered, encoding, spec.metadata[number], display_for(nits, spec.mastering_nits))
    outline = engine.outline(snapshot)
    display = display_for(nits, outline.mastering_nits(frame))
    return previewed(rendered, encoding, outline.vivid(frame).metadata, display)


def _native(shown: FloatPicture, nits: float, spec: PreviewSpec) -> NativePicture:
    height, width = shown.tensor.shape[1:]
    if spec.kind == "tiff":
        fmt = PictureFormat(width, height, ("R", "G", "B"), "rgb", "uint16", 16, PQ)
        return as_native(shown, fmt).picture
    look = HdrLook(nits)
    pixels = false_colours(shown) if spec.false_colour else screen_pixels(shown, View.of(PQ, view_name(look, None)))
    fmt = PictureFormat(width, height, ("R", "G", "B"), "rgb", "uint8", 8, "srgb")
    return NativePicture(fmt, tuple(np.ascontiguousarray(pixels[..., channel]) for channel in (2, 1, 0)))
