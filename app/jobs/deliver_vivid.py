"""A project's HDR grade as a movie with the HDR Vivid that its shots were given, and the proof that it is there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from app.document.commands.vivid import vivid_of
from app.document.model import ProgrammeItem, Shot
from app.document.snapshot import Snapshot
from app.engine.engine import Engine
from app.engine.request import FrameRequest
from app.engine.vivid import MeasuredShot, measured_shot, shot_metadata
from app.engine.worker import Token
from app.errors import NotSupportedError, UsageError
from app.hdr.statistics.light import Light, max_cll, max_fall
from app.hdr.stream.sei import Kind
from app.hdr.stream.static_hdr import NO_STATIC, ContentLight, MasteringDisplay
from app.hdr.stream.target import Companions, HevcTarget
from app.hdr.stream.verification import Expected
from app.hdr.vivid.checks import check
from app.hdr.vivid.payload import pack
from app.jobs.deliver_hdr import DISPLAY_BLACK, TRANSFER_OF
from app.jobs.export import common_encoding, common_reel, frames_of
from app.jobs.export_hdr import Delivered, HdrExport, export_hdr, read_back
from app.jobs.measure_shots import STAGE, picture_key
from app.jobs.progress import Reporter
from app.media.reel import FrameId, Reel


@dataclass(frozen=True, slots=True)
class VividDelivery:
    """What to write: .mp4, .mov, .mkv, .ts or .hevc; `crf` and `preset` are x265's quality and speed."""

    target: Path
    ranges: tuple[ProgrammeItem, ...]
    sound: bool = True
    crf: float = 16
    preset: str = "medium"


@dataclass(frozen=True, slots=True)
class VividPlan:
    """All that is known before a picture is made: one payload a frame, and what the stream says once."""

    reel: Reel
    frames: tuple[FrameId, ...]
    transfer: Literal["pq", "hlg"]
    payloads: tuple[bytes, ...]
    mastering_nits: float
    light: ContentLight

    @property
    def target(self) -> HevcTarget:
        """PQ names mastering display and content light; HLG is relative to its display and needs neither."""
        if self.transfer == "hlg":
            return HevcTarget("hlg")
        return HevcTarget("pq", MasteringDisplay.named("p3-d65", self.mastering_nits, DISPLAY_BLACK), self.light)


def plan_vivid(
    engine: Engine, snapshot: Snapshot, ranges: Sequence[ProgrammeItem], *, sound: bool = True
) -> VividPlan:
    """What a delivery of these ranges would carry.

    UsageError says what stands in the way: pictures that are no HDR, shots whose light was not measured or has
    changed since, mastering displays that differ, metadata that make no usable curve.
    """
    reel = common_reel(engine, ranges)
    if reel.sound and sound and len(ranges) > 1:
        raise NotSupportedError("sound across several ranges cannot be joined yet: export one range at a time")
    encoding = common_encoding(engine, snapshot, STAGE, ranges)
    if encoding not in TRANSFER_OF:
        raise UsageError(
            f"the grade is in {encoding}, which is no HDR: add SDR to HDR to the grade of all shots first"
        )
    frames = tuple(frames_of(ranges))
    shots = list(dict.fromkeys(snapshot.shot_at(frame.reel, frame.index) for frame in frames))
    measured = _measured(engine, snapshot, shots)
    masters = {vivid_of(snapshot, shot.id).grade.mastering_nits for shot in shots}
    if len(masters) > 1:
        told = " and ".join(f"{nits:g}" for nits in sorted(masters))
        raise UsageError(
            f"the shots are mastered on displays of {told} cd/m2; a stream names one: set it for all shots"
        )
    nits = masters.pop()
    packed = {shot.id: _packed(engine, snapshot, shot) for shot in shots}
    lights = [_light(measured, snapshot, frame) for frame in frames]
    payloads = tuple(packed[snapshot.shot_at(frame.reel, frame.index).id] for frame in frames)
    content = ContentLight(max_cll(lights), max_fall(lights))
    return VividPlan(reel, frames, TRANSFER_OF[encoding], payloads, nits, content)


def deliver_vivid(
    engine: Engine, snapshot: Snapshot, spec: VividDelivery, reporter: Reporter, token: Token
) -> Delivered:
    """Encode, then read back what was written.

    Raises:
        UsageError: see `plan_vivid`, `export_hdr`.
        MediaError, NoRoomError: see readers and writers.
        Cancelled: nothing half-written stays; a movie that is whole but not yet verified does.
    """
    plan = plan_vivid(engine, snapshot, spec.ranges, sound=spec.sound)
    plain = plan.target
    target = HevcTarget(plain.transfer, plain.mastering, plain.light, spec.crf, spec.preset)
    with_sound = plan.reel if plan.reel.sound and spec.sound else None
    span = (spec.ranges[0].start, spec.ranges[0].end)
    movie = HdrExport(
        spec.target,
        target,
        len(plan.frames),
        snapshot.programme.projection_rate or plan.reel.rate,
        Kind.VIVID,
        plan.payloads,
        Companions(plan.reel, with_sound, span),
    )
    pictures = (engine.render(FrameRequest(frame, STAGE), snapshot) for frame in plan.frames)
    made = export_hdr(movie, pictures, reporter, token)
    expected = Expected(plan.payloads, target.static if plan.transfer == "pq" else NO_STATIC)
    return Delivered(made.frames, made.clipped, read_back(spec.target, Kind.VIVID, expected, reporter, token))


def deliver_vivid_apart(
    spec: VividDelivery, engine: Engine, snapshot: Snapshot, reporter: Reporter, token: Token
) -> Delivered:
    """`deliver_vivid` as `app.jobs.apart` calls it."""
    return deliver_vivid(engine, snapshot, spec, reporter, token)


def _measured(engine: Engine, snapshot: Snapshot, shots: Sequence[Shot]) -> dict[str, MeasuredShot]:
    """The light of each shot, as it is now; UsageError names those that have none, or an old one."""
    found: dict[str, MeasuredShot] = {}
    missing, stale = list[int](), list[int]()
    for shot in shots:
        number, light = snapshot.shot_number(shot.id), vivid_of(snapshot, shot.id).light
        if not light:
            missing.append(number)
            continue
        found[shot.id] = measured_shot(engine.project.artefacts, light)
        if not found[shot.id].covers(shot) or found[shot.id].key != picture_key(engine, snapshot, shot):
            stale.append(number)
    if missing:
        raise UsageError(f"shots without HDR Vivid metadata: {_named(missing)}; analyse their light first")
    if stale:
        raise UsageError(
            f"shots that have changed since their light was measured: {_named(stale)}; analyse them again"
        )
    return found


def _named(numbers: Sequence[int]) -> str:
    shown = ", ".join(str(number) for number in numbers[:8])
    return f"{shown}, ..." if len(numbers) > 8 else shown


def _packed(engine: Engine, snapshot: Snapshot, shot: Shot) -> bytes:
    number, vivid = snapshot.shot_number(shot.id), vivid_of(snapshot, shot.id)
    metadata = shot_metadata(engine.project.artefacts, number, vivid).metadata
    wrong = next((one for one in check(metadata, vivid.grade.mastering_nits) if one.severity == "error"), None)
    if wrong is not None:
        raise UsageError(f"the HDR Vivid metadata of shot {number} cannot be delivered: {wrong.sentence}")
    return pack(metadata)


def _light(measured: dict[str, MeasuredShot], snapshot: Snapshot, frame: FrameId) -> Light:
    shot = snapshot.shot_at(frame.reel, frame.index)
    return measured[shot.id].light.frames[frame.index - shot.start]
