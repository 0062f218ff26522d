"""The light of a deliverable, frame by frame and shot by shot: from the pictures as they are written, quantised."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from app.document.model import ProgrammeItem
from app.document.snapshot import Snapshot
from app.engine.engine import Engine
from app.engine.keys import key_of
from app.engine.light import max_rgb, max_rgb_and_channels
from app.engine.render import Rendered, as_native
from app.engine.request import FrameRequest, Stage
from app.engine.worker import Token
from app.errors import UsageError
from app.hdr.statistics.film import FilmLight, ShotLight, shot_light
from app.hdr.statistics.light import BINS, DEFAULT_RULE, MaxRgb, Rule, counted, light_of
from app.hdr.statistics.picture_area import Area, find_area
from app.hdr.statistics.store import ShotStore
from app.jobs.export import common_encoding, frames_of
from app.jobs.progress import Progress, Reporter
from app.media.picture import PictureFormat

LOOKED_AT = 48
"""Frames, spread over the film, in which the picture's area is sought."""


@dataclass(frozen=True, slots=True)
class LightSpec:
    """What to measure.

    Attributes:
        stage, ranges: Which pictures, in programme order.
        format: What they are quantised to before they are measured; None leaves them as the stage has them.
        area: "auto", "full", or `WxH+X+Y` (see `Area.parsed`).
        rule: Which reading of average and spread.
        kept: A folder for finished shots; a run with the same settings takes them from there.
    """

    stage: Stage
    ranges: tuple[ProgrammeItem, ...]
    format: PictureFormat | None = None
    area: str = "auto"
    rule: Rule = DEFAULT_RULE
    kept: Path | None = None


def analyse_light(engine: Engine, snapshot: Snapshot, spec: LightSpec, reporter: Reporter, token: Token) -> FilmLight:
    """Measure every frame.

    Raises:
        UsageError: there are no frames, or the shots leave the stage in different encodings.
        MediaError: a frame cannot be read.
        Cancelled: the token said so; finished shots stay in `spec.kept`.
    """
    pictures = _Pictures(engine, snapshot, spec)
    area = pictures.area(reporter, token)
    shots = pictures.shots()
    store = None if spec.kept is None else ShotStore(spec.kept, pictures.key(area))
    found = {span: store.find(*span, spec.rule) for span in shots} if store else {}
    done = sum(end - start for (start, end), shot in found.items() if shot is not None)
    progress = Progress("measuring light", len(pictures.frames), reporter, done)
    measured: list[ShotLight] = []
    for start, end in shots:
        shot = found.get((start, end)) or _measured(pictures, area, (start, end), progress, token)
        if store is not None and found.get((start, end)) is None:
            store.keep(shot, spec.rule)
        measured.append(shot)
    return FilmLight(pictures.encoding, area, spec.rule, tuple(measured))


def picture_area(engine: Engine, snapshot: Snapshot, spec: LightSpec, reporter: Reporter, token: Token) -> Area:
    """Where the picture is inside the frames that would be measured."""
    return _Pictures(engine, snapshot, spec).area(reporter, token)


def _measured(pictures: _Pictures, area: Area, span: tuple[int, int], progress: Progress, token: Token) -> ShotLight:
    frames, total = [], np.zeros(BINS, np.int64)
    for place in range(*span):
        token.wait_while_paused()
        brightest, channels = max_rgb_and_channels(pictures.picture(place), pictures.encoding, area)
        counts = counted(area.of(brightest))
        frames.append(light_of(counts, pictures.spec.rule, channels))
        total += counts
        progress.advance()
    return shot_light(span[0], frames, total, pictures.spec.rule)


class _Pictures:
    """The deliverable's frames by their place in it."""

    def __init__(self, engine: Engine, snapshot: Snapshot, spec: LightSpec) -> None:
        if not spec.ranges:
            raise UsageError("there is nothing to measure: the selection is empty")
        self.spec = spec
        self._engine = engine
        self._snapshot = snapshot
        self.frames = frames_of(spec.ranges)
        self.encoding = common_encoding(engine, snapshot, spec.stage, spec.ranges)

    def picture(self, place: int) -> Rendered:
        """The frame, after quantisation."""
        request = FrameRequest(self.frames[place], self.spec.stage)
        rendered = self._engine.render(request, self._snapshot)
        if self.spec.format is not None:
            return as_native(rendered, self.spec.format).picture
        return rendered

    def area(self, reporter: Reporter, token: Token) -> Area:
        """The area that was asked for, or found."""
        info = self._engine.meaning(self.frames[0], self.spec.stage, self._snapshot)
        if self.spec.area == "full":
            return Area.whole(info.width, info.height)
        if self.spec.area != "auto":
            return Area.parsed(self.spec.area, info.width, info.height)
        places = np.unique(np.linspace(0, len(self.frames) - 1, LOOKED_AT).round().astype(int)).tolist()
        progress = Progress("finding the picture's area", len(places), reporter)

        def looked_at() -> Iterator[MaxRgb]:
            for place in places:
                token.wait_while_paused()
                yield max_rgb(self.picture(place), self.encoding)
                progress.advance()

        return find_area(looked_at(), info.width, info.height)

    def shots(self) -> Sequence[tuple[int, int]]:
        """The shots as spans of places; a cut of the programme is a cut too."""
        starts = [0]
        for place in range(1, len(self.frames)):
            before, now = self.frames[place - 1], self.frames[place]
            follows = (before.reel, before.index + 1) == (now.reel, now.index)
            if not follows or self._snapshot.shot_at(now.reel, now.index).start == now.index:
                starts.append(place)
        return list(zip(starts, [*starts[1:], len(self.frames)], strict=True))

    def key(self, area: Area) -> str:
        """All that decides the light of its frames."""
        outline = self._engine.outline(self._snapshot)
        steps = [
            self._engine.plan(outline, FrameRequest(self.frames[start], self.spec.stage)).result
            for start, _ in self.shots()
        ]
        return key_of(steps, str(self.spec.format), area.text, len(self.frames))
