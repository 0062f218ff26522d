"""A finished HDR movie of a graded programme: measured first, then encoded with what was measured.

Two rounds over the film: MaxCLL stands in the stream's first headers, and a shot's dynamic metadata are of all its
frames.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from app.document.model import ProgrammeItem
from app.document.snapshot import Snapshot
from app.engine.engine import Engine
from app.engine.render import FloatPicture, Rendered, as_tensor
from app.engine.request import FrameRequest, Stage
from app.engine.worker import Token
from app.errors import NotSupportedError, UsageError
from app.hdr.statistics.film import FilmLight
from app.hdr.statistics.light import DEFAULT_RULE, Rule
from app.hdr.stream.hdr10plus_light import hdr10plus_of
from app.hdr.stream.sei import Kind
from app.hdr.stream.static_hdr import NO_STATIC, ContentLight, MasteringDisplay
from app.hdr.stream.target import Companions, HevcTarget
from app.hdr.stream.verification import Check, Expected, all_hold
from app.hdr.vivid.fields import VividMetadata
from app.hdr.vivid.generation import Plan, generated_sequence
from app.hdr.vivid.payload import pack
from app.hdr.vivid.smoothing import running_mean
from app.jobs.analyse_light import LightSpec, analyse_light
from app.jobs.export import common_encoding, common_reel, frames_of
from app.jobs.export_hdr import Delivered, HdrExport, export_hdr, read_back
from app.jobs.progress import Reporter
from app.media.picture import PictureFormat
from app.media.reel import Reel
from operators.colour.hlg import nits_to_hlg
from operators.colour.pq import pq_eotf

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
        hdr10plus: HDR10+ metadata (profile A) in place of Vivid's; PQ only.
        by_shot: one set of values a shot; else each frame's (Vivid: as a running mean within the shot).
        transfer: the movie's signal; None takes the stage's. A PQ stage may become HLG, for its nominal display.
        mastering: the screen that is named; None names P3-D65 of the least usual peak that holds the film. PQ only.
        crf, preset: x265's quality and speed.
        area, rule, kept: see `LightSpec`.
    """

    target: Path
    ranges: tuple[ProgrammeItem, ...]
    stage: Stage = Stage.GRADE
    vivid: Plan | None = None
    hdr10plus: bool = False
    by_shot: bool = True
    transfer: Literal["pq", "hlg"] | None = None
    mastering: MasteringDisplay | None = None
    crf: float = 16
    preset: str = "medium"
    sound: bool = True
    area: str = "auto"
    rule: Rule = DEFAULT_RULE
    kept: Path | None = None


@dataclass(frozen=True, slots=True)
class HdrDelivered:
    """What was written, and what reading it back has shown. `vivid` has one entry a frame, or none at all."""

    frames: int
    clipped: int
    transfer: Literal["pq", "hlg"]
    light: FilmLight
    mastering: MasteringDisplay | None
    vivid: tuple[VividMetadata, ...]
    kind: Kind | None
    checks: tuple[Check, ...]

    @property
    def proved(self) -> bool:
        """Whether every check holds."""
        return all_hold(self.checks)


def deliver_hdr(
    engine: Engine, snapshot: Snapshot, spec: HdrDelivery, reporter: Reporter, token: Token
) -> HdrDelivered:
    """Measure, generate, encode; the target appears whole or not at all.

    Raises:
        UsageError: the stage is no HDR, or see `export`.
        MediaError, NoRoomError: see the readers and writers.
        Cancelled: nothing half-written stays; finished shots' light stays in `spec.kept`.
    """
    planned = plan_hdr(engine, snapshot, spec)
    reel, plain, fmt = planned.reel, planned.movie, planned.measured
    light = analyse_light(
        engine,
        snapshot,
        LightSpec(spec.stage, spec.ranges, fmt, spec.area, spec.rule, spec.kept),
        reporter,
        token,
    )
    target = _with_static(plain, spec, light)
    vivid = _generated(spec, light, target.mastering)
    kind, payloads = _dynamic(spec, light, vivid)
    span = (spec.ranges[0].start, spec.ranges[0].end)
    wanted = frames_of(spec.ranges)
    movie = HdrExport(
        spec.target,
        target,
        len(wanted),
        snapshot.programme.projection_rate or reel.rate,
        kind,
        payloads,
        Companions(reel, reel if reel.sound and spec.sound else None, span),
    )
    pictures: Iterable[Rendered] = (engine.render(FrameRequest(frame, spec.stage), snapshot) for frame in wanted)
    if planned.stage != target.transfer:
        pictures = map(in_hlg, pictures)
    made = export_hdr(movie, pictures, reporter, token)
    expected = Expected(payloads if kind else None, target.static if target.transfer == "pq" else NO_STATIC)
    checks = read_back(spec.target, kind, expected, reporter, token)
    return HdrDelivered(made.frames, made.clipped, target.transfer, light, target.mastering, vivid, kind, checks)


def deliver_hdr_apart(
    spec: HdrDelivery, engine: Engine, snapshot: Snapshot, reporter: Reporter, token: Token
) -> Delivered:
    """`deliver_hdr` as `app.jobs.apart` calls it."""
    made = deliver_hdr(engine, snapshot, spec, reporter, token)
    return Delivered(made.frames, made.clipped, made.checks)


@dataclass(frozen=True, slots=True)
class HdrPlan:
    """What is known before a picture is made: the reel, the stage's signal, the movie, and what is measured."""

    reel: Reel
    stage: Literal["pq", "hlg"]
    movie: HevcTarget
    measured: PictureFormat


def plan_hdr(engine: Engine, snapshot: Snapshot, spec: HdrDelivery) -> HdrPlan:
    """What a delivery would be; UsageError or NotSupportedError says what stands in the way."""
    reel = common_reel(engine, spec.ranges)
    encoding = common_encoding(engine, snapshot, spec.stage, spec.ranges)
    if encoding not in TRANSFER_OF:
        raise UsageError(
            f"the {spec.stage.value} stage is in {encoding}, which is no HDR: "
            "add SDR to HDR to the grade of all shots first"
        )
    if reel.sound and spec.sound and len(spec.ranges) > 1:
        raise NotSupportedError("sound across several ranges cannot be joined yet: export one range at a time")
    stage = TRANSFER_OF[encoding]
    transfer = spec.transfer or stage
    if transfer == "pq" and stage == "hlg":
        raise UsageError("the grade is HLG, and HDR10 is PQ: choose PQ as the transfer function of SDR to HDR")
    if spec.hdr10plus and (transfer == "hlg" or spec.vivid is not None):
        raise UsageError("HDR10+ metadata belongs to PQ pictures, and not beside HDR Vivid: choose one of them")
    info = engine.meaning(frames_of(spec.ranges)[0], spec.stage, snapshot)
    measured = HevcTarget(stage).format(info.width, info.height, info.pixel_aspect)
    return HdrPlan(reel, stage, HevcTarget(transfer, crf=spec.crf, preset=spec.preset), measured)


def in_hlg(rendered: Rendered) -> FloatPicture:
    """A PQ picture as HLG for its nominal display of 1000 cd/m2: the same light (BT.2100-2, Table 5)."""
    base = rendered.base if isinstance(rendered, FloatPicture) else rendered
    light = pq_eotf(as_tensor(rendered))
    light = light[:1].expand(3, -1, -1) if light.shape[0] < 3 else light[:3]
    return FloatPicture(nits_to_hlg(light), base, "hlg_bt2020")


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


def _dynamic(
    spec: HdrDelivery, light: FilmLight, vivid: tuple[VividMetadata, ...]
) -> tuple[Kind | None, list[bytes]]:
    """The kind of metadata and its payloads, one a frame."""
    if vivid:
        return Kind.VIVID, [pack(metadata) for metadata in vivid]
    if not spec.hdr10plus:
        return None, []
    frames = [shot.light if spec.by_shot else frame for shot in light.shots for frame in shot.frames]
    return Kind.HDR10PLUS, [hdr10plus_of(each).payload for each in frames]


def _generated(spec: HdrDelivery, light: FilmLight, mastering: MasteringDisplay | None) -> tuple[VividMetadata, ...]:
    """One entry a frame, for the display that the stream names."""
    if spec.vivid is None:
        return ()
    plan = spec.vivid if mastering is None else replace(spec.vivid, mastering_nits=mastering.maximum / 10000)
    codes = light.codes(by_shot=spec.by_shot)
    return generated_sequence(codes if spec.by_shot else running_mean(codes, light.spans()), plan)
