"""A finished HDR movie of a graded programme: measured first, then encoded with what was measured.

Two rounds over the film: MaxCLL stands in the stream's first headers, and a shot's dynamic metadata are of all its
frames.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from app.document.model import ProgrammeItem
from app.document.snapshot import Snapshot
from app.engine.engine import Engine
from app.engine.request import FrameRequest, Stage
from app.engine.worker import Token
from app.errors import NotSupportedError, UsageError
from app.hdr.statistics.film import FilmLight
from app.hdr.statistics.light import DEFAULT_RULE, Rule
from app.hdr.stream.sei import Kind
from app.hdr.stream.static_hdr import ContentLight, MasteringDisplay
from app.hdr.stream.target import Companions, HevcTarget
from app.hdr.vivid.fields import VividMetadata
from app.hdr.vivid.generation import Plan, generated_sequence
from app.hdr.vivid.payload import pack
from app.hdr.vivid.smoothing import running_mean
from app.jobs.analyse_light import LightSpec, analyse_light
from app.jobs.export import common_encoding, common_reel, frames_of
from app.jobs.export_hdr import HdrExport, export_hdr
from app.jobs.progress import Reporter

TRANSFER_OF: dict[str, Literal["pq", "hlg"]] = {"pq_bt2020": "pq", "hlg_bt2020": "hlg"}
DISPLAYS = (1000.0, 2000.0, 4000.0, 10000.0)
"""Peaks, cd/m2, of mastering displays that are in use; the least that shows all of a film is named."""
DISPLAY_BLACK = 0.005


@dataclass(frozen=True, slots=True)
class HdrDelivery:
    """What to write.

    Attributes:
        target: .mp4, .mov, .mkv, .ts or .hevc.
        ranges: in programme order.
        stage: how far along; its pictures must be PQ or HLG.
        vivid: how HDR Vivid metadata are made (the mastering display is the one the stream names, where it names
            one); None makes none.
        by_shot: one set of values a shot; else each frame's, smoothed by a running mean within the shot.
        mastering: the screen that is named; None names P3-D65 of the least usual peak that holds the film. PQ only.
        crf, preset: x265's quality and speed.
        area, rule, kept: see `LightSpec`.
    """

    target: Path
    ranges: tuple[ProgrammeItem, ...]
    stage: Stage = Stage.GRADE
    vivid: Plan | None = None
    by_shot: bool = True
    mastering: MasteringDisplay | None = None
    crf: float = 16
    preset: str = "medium"
    sound: bool = True
    area: str = "auto"
    rule: Rule = DEFAULT_RULE
    kept: Path | None = None


@dataclass(frozen=True, slots=True)
class HdrDelivered:
    """What was written. `vivid` has one entry a frame, or none at all."""

    frames: int
    clipped: int
    transfer: Literal["pq", "hlg"]
    light: FilmLight
    mastering: MasteringDisplay | None
    vivid: tuple[VividMetadata, ...]


def deliver_hdr(
    engine: Engine, snapshot: Snapshot, spec: HdrDelivery, reporter: Reporter, token: Token
) -> HdrDelivered:
    """Measure, generate, encode; the target appears whole or not at all.

    Raises:
        UsageError: the stage is no HDR, or see `export`.
        MediaError, NoRoomError: see the readers and writers.
        Cancelled: nothing half-written stays; finished shots' light stays in `spec.kept`.
    """
    reel = common_reel(engine, spec.ranges)
    encoding = common_encoding(engine, snapshot, spec.stage, spec.ranges)
    if encoding not in TRANSFER_OF:
        raise UsageError(
            f"the {spec.stage.value} stage is in {encoding}, which is no HDR: "
            "add SDR to HDR to the grade of all shots first"
        )
    if reel.sound and spec.sound and len(spec.ranges) > 1:
        raise NotSupportedError("sound across several ranges cannot be joined yet: export one range at a time")
    info = engine.meaning(frames_of(spec.ranges)[0], spec.stage, snapshot)
    plain = HevcTarget(TRANSFER_OF[encoding], crf=spec.crf, preset=spec.preset)
    fmt = plain.format(info.width, info.height, info.pixel_aspect)
    light = analyse_light(
        engine,
        snapshot,
        LightSpec(spec.stage, spec.ranges, fmt, spec.area, spec.rule, spec.kept),
        reporter,
        token,
    )
    target = _with_static(plain, spec, light)
    vivid = _generated(spec, light, target.mastering)
    span = (spec.ranges[0].start, spec.ranges[0].end)
    wanted = frames_of(spec.ranges)
    movie = HdrExport(
        spec.target,
        target,
        len(wanted),
        snapshot.programme.projection_rate or reel.rate,
        Kind.VIVID if vivid else None,
        [pack(metadata) for metadata in vivid],
        Companions(reel, reel if reel.sound and spec.sound else None, span),
    )
    pictures = (engine.render(FrameRequest(frame, spec.stage), snapshot) for frame in wanted)
    made = export_hdr(movie, pictures, reporter, token)
    return HdrDelivered(made.frames, made.clipped, target.transfer, light, target.mastering, vivid)


def usual_display(peak: float) -> MasteringDisplay:
    """P3-D65 of the least usual peak that shows `peak` cd/m2: what SDR sources became lies within it."""
    return MasteringDisplay.named("p3-d65", next((d for d in DISPLAYS if d >= peak), DISPLAYS[-1]), DISPLAY_BLACK)


def _with_static(plain: HevcTarget, spec: HdrDelivery, light: FilmLight) -> HevcTarget:
    """PQ carries mastering display and content light; HLG is relative to its display and needs neither."""
    if plain.transfer == "hlg":
        return plain
    mastering = spec.mastering or usual_display(light.max_cll)
    measured = ContentLight(light.max_cll, light.max_fall)
    return HevcTarget(plain.transfer, mastering, measured, spec.crf, spec.preset)


def _generated(spec: HdrDelivery, light: FilmLight, mastering: MasteringDisplay | None) -> tuple[VividMetadata, ...]:
    """One entry a frame, for the display that the stream names."""
    if spec.vivid is None:
        return ()
    plan = spec.vivid if mastering is None else replace(spec.vivid, mastering_nits=mastering.maximum / 10000)
    codes = light.codes(by_shot=spec.by_shot)
    return generated_sequence(codes if spec.by_shot else running_mean(codes, light.spans()), plan)
