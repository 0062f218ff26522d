"""The light of a project's shots, as artefacts that their HDR Vivid metadata are made from; one row for all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.document.commands import RecordLight, ShotLightOf
from app.document.model import ProgrammeItem, Shot
from app.document.project import Project
from app.document.snapshot import Snapshot
from app.engine.engine import Engine
from app.engine.keys import key_of
from app.engine.request import FrameRequest, Stage
from app.engine.worker import Cancelled, Token
from app.errors import UsageError
from app.hdr.statistics.light import DEFAULT_RULE, Rule
from app.hdr.statistics.packing import packed
from app.hdr.stream.target import HevcTarget
from app.jobs.analyse_light import LightSpec, analyse_light, picture_area
from app.jobs.deliver_hdr import TRANSFER_OF
from app.jobs.export import common_encoding
from app.jobs.progress import Report, Reporter
from app.media.reel import FrameId

STAGE = Stage.GRADE
"""Metadata are of the grade, before what a deliverable crops and scales."""


@dataclass(frozen=True, slots=True)
class MeasureSpec:
    """Which shots, by id. `area` is "auto" (black bars are looked for in all of them together), "full", or
    `WxH+X+Y`; `rule` which reading of average and spread."""

    shots: tuple[str, ...]
    area: str = "auto"
    rule: Rule = DEFAULT_RULE


@dataclass(frozen=True, slots=True)
class MeasuredShots:
    """What was measured: finished shots with their artefacts. Not `complete` where the work was cancelled."""

    items: tuple[ShotLightOf, ...]
    complete: bool


def measure_shots(
    engine: Engine, snapshot: Snapshot, spec: MeasureSpec, reporter: Reporter, token: Token
) -> MeasuredShots:
    """Measure whole shots at the grade stage, quantised as they are delivered. Cancelled, it gives what is finished.

    Raises:
        UsageError: there are no shots, or their grade is no HDR.
        MediaError: a frame cannot be read.
        NoRoomError: an artefact has no room on the disk.
    """
    shots = [snapshot.shot(id) for id in spec.shots]
    if not shots:
        raise UsageError("there is nothing to measure: no shot is chosen")
    ranges = tuple(ProgrammeItem(shot.reel, shot.start, shot.end) for shot in shots)
    light = _light_spec(engine, snapshot, ranges, spec)
    items: list[ShotLightOf] = []
    total = sum(shot.end - shot.start for shot in shots)
    done = 0
    try:
        area = picture_area(engine, snapshot, light, reporter, token).text
        for shot, item in zip(shots, ranges, strict=True):
            hears = _Whole(reporter, done, total)
            measured = analyse_light(engine, snapshot, replace(light, ranges=(item,), area=area), hears, token)
            (found,) = measured.shots
            told = {
                "reel": shot.reel,
                "key": picture_key(engine, snapshot, shot),
                "encoding": measured.encoding,
                "area": area,
            }
            data = packed(replace(found, start=shot.start, end=shot.end), spec.rule, told)
            items.append(ShotLightOf(shot.id, engine.project.artefacts.put(data, "statistics of light")))
            done += shot.end - shot.start
    except Cancelled:
        return MeasuredShots(tuple(items), False)
    return MeasuredShots(tuple(items), True)


def measure_apart(
    spec: MeasureSpec, engine: Engine, snapshot: Snapshot, reporter: Reporter, token: Token
) -> MeasuredShots:
    """`measure_shots` as `app.jobs.apart` calls it."""
    return measure_shots(engine, snapshot, spec, reporter, token)


def note_shots(project: Project, made: MeasuredShots) -> None:
    """Write what was measured into the project, as one row; shots that have gone meanwhile are left out.

    Cancelled where the work was: what it had finished is kept.
    """
    there = project.snapshot.shots_by_id
    items = tuple(item for item in made.items if item.shot in there)
    if items:
        project.dispatch(RecordLight(items)).wait()
    if not made.complete:
        raise Cancelled


def picture_key(engine: Engine, snapshot: Snapshot, shot: Shot) -> str:
    """What decides a shot's pictures, told from its first, middle and last frame."""
    outline = engine.outline(snapshot)
    frames: Sequence[int] = (shot.start, (shot.start + shot.end - 1) // 2, shot.end - 1)
    return key_of([engine.plan(outline, FrameRequest(FrameId(shot.reel, at), STAGE)).result for at in frames])


def _light_spec(
    engine: Engine, snapshot: Snapshot, ranges: tuple[ProgrammeItem, ...], spec: MeasureSpec
) -> LightSpec:
    encoding = common_encoding(engine, snapshot, STAGE, ranges)
    if encoding not in TRANSFER_OF:
        raise UsageError(
            f"the grade is in {encoding}, which is no HDR: add SDR to HDR to the grade of all shots first"
        )
    info = engine.meaning(FrameId(ranges[0].reel, ranges[0].start), STAGE, snapshot)
    fmt = HevcTarget(TRANSFER_OF[encoding]).format(info.width, info.height, info.pixel_aspect)
    return LightSpec(STAGE, ranges, fmt, spec.area, spec.rule)


@dataclass(frozen=True, slots=True)
class _Whole:
    """Tells readings of one shot as readings of all of them."""

    reporter: Reporter
    before: int
    total: int

    def __call__(self, report: Report) -> None:
        done = self.before + report.done
        left = (self.total - done) / report.rate if report.rate > 0 else None
        self.reporter(replace(report, done=done, total=self.total, seconds_left=left))
