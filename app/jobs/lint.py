"""The fix linter over a project: what of its repairs shows, repair by repair, with numbers and severities."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from app.document.ids import sha256
from app.document.linted import Answer, LintStore
from app.document.model import ProgrammeItem
from app.document.query import Repair
from app.document.snapshot import Snapshot
from app.engine.engine import Engine
from app.engine.worker import Token
from app.errors import NoRoomError, ProjectError
from app.jobs.lint_views import ShownFrame, shown_frame
from app.jobs.progress import Progress, Reporter
from app.media.reel import FrameId
from operators.lint import LIMITS, LINTER, Check, Finding, lint
from operators.lint.around import Around

REACH = 2
"""Frames to either side that a repair is held against, of its own shot."""


@dataclass(frozen=True, slots=True)
class Linted:
    """What was said of one repair; no answers where too little film is round it to say anything."""

    repair: Repair
    answers: tuple[Answer, ...]

    @property
    def severity(self) -> int:
        """The worst: 0 none, 1 FYI, 2 Issue."""
        return max((answer.severity for answer in self.answers), default=0)


@dataclass(slots=True)
class LintReport:
    """What a run over repairs said. `frames` were looked at; `unread` could not be."""

    linted: list[Linted] = field(default_factory=list)
    frames: int = 0
    unread: list[FrameId] = field(default_factory=list)

    @property
    def findings(self) -> list[tuple[Repair, Answer]]:
        """Everything told, by frame, the worst of a frame first."""
        told = [(item.repair, answer) for item in self.linted for answer in item.answers if answer.severity]
        return sorted(told, key=lambda one: (one[0].reel, one[0].frame, -one[1].severity, one[0].id, one[1].kind))


class Linter:
    """Lints repairs of one state of a project, and keeps what it says. One thread at a time may use it."""

    def __init__(self, engine: Engine, snapshot: Snapshot) -> None:
        self._engine = engine
        self._snapshot = snapshot
        self._store = lint_store(engine)
        self._frames: OrderedDict[FrameId, ShownFrame | None] = OrderedDict()

    def repair(self, repair: Repair) -> Linted:
        """One repair, just made: asked anew and kept."""
        frame = FrameId(repair.reel, repair.frame)
        around = self._around(frame)
        linted = Linted(repair, () if around is None else self._asked(around, repair))
        self._keep(frame, [linted])
        return linted

    def frame(self, frame: FrameId, repairs: Sequence[Repair], *, again: bool = False) -> list[Linted] | None:
        """The repairs of one frame; what was said of them before and still holds is not asked `again`.

        None where the frame cannot be read.
        """
        stamp = self._stamp(frame)
        known = {} if again else self._store.get(frame.reel, frame.index, stamp)
        missing = [repair for repair in repairs if repair.id not in known]
        found = dict(known)
        if missing:
            around = self._around(frame)
            if around is None:
                return None
            new = [Linted(repair, self._asked(around, repair)) for repair in missing]
            self._keep(frame, new)
            found |= {item.repair.id: item.answers for item in new}
        return [Linted(repair, found[repair.id]) for repair in repairs]

    def _asked(self, around: Around, repair: Repair) -> tuple[Answer, ...]:
        patch = self._engine.patch(repair)
        if patch is None:
            return ()
        scene, corner = around.scene(patch.x0, patch.y0, patch.mask)
        return tuple(_answer(finding, corner) for finding in lint(scene))

    def _around(self, frame: FrameId) -> Around | None:
        """The frame and its neighbours; None where the frame itself cannot be read."""
        views = {offset: shown for offset, at in self._near(frame) if (shown := self._shown(at)) is not None}
        if 0 not in views:
            return None
        fmt = self._engine.reels[frame.reel].format
        step = 2.0**-11 if fmt.is_float else 1.0 / (2**fmt.bit_depth - 1)
        return Around(views, step)

    def _near(self, frame: FrameId) -> Iterator[tuple[int, FrameId]]:
        shot = self._snapshot.shot_at(frame.reel, frame.index)
        for offset in range(-REACH, REACH + 1):
            if shot.start <= frame.index + offset < shot.end:
                yield offset, FrameId(frame.reel, frame.index + offset)

    def _shown(self, frame: FrameId) -> ShownFrame | None:
        if frame not in self._frames:
            self._frames[frame] = shown_frame(self._engine, self._snapshot, frame)
            while len(self._frames) > 2 * REACH + 2:
                self._frames.popitem(last=False)
        return self._frames[frame]

    def _stamp(self, frame: FrameId) -> str:
        """Another one whenever anything that is looked at has changed."""
        project, snapshot = self._engine.project, self._snapshot
        parts = [f"{o} {project.repair_digest(snapshot, f.reel, f.index)}" for o, f in self._near(frame)]
        return sha256(f"{LINTER} {self._engine.reels[frame.reel].fingerprint}".encode(), *map(str.encode, parts))

    def known(self, frame: FrameId) -> list[Linted]:
        """What was said of the accepted repairs of a frame and still holds."""
        answers = self._store.get(frame.reel, frame.index, self._stamp(frame))
        repairs = self._engine.project.repairs_of(self._snapshot, frame.reel, frame.index) if answers else ()
        return [Linted(repair, answers[repair.id]) for repair in repairs if repair.id in answers]

    def _keep(self, frame: FrameId, linted: Iterable[Linted]) -> None:
        said = [(item.repair.id, item.answers) for item in linted]
        try:
            self._store.put(frame.reel, frame.index, self._stamp(frame), said)
        except (NoRoomError, ProjectError):
            if not self._engine.project.readonly:  # else it may lie where nothing can be written
                raise


def lint_store(engine: Engine) -> LintStore:
    """Where what is said of a project's repairs is kept."""
    return LintStore(engine.project.artefacts.root)


def lint_repair(engine: Engine, snapshot: Snapshot, repair: Repair) -> Linted:
    """What shows of one repair, right after it was made. See `lint_repairs`."""
    return Linter(engine, snapshot).repair(repair)


def known_findings(engine: Engine, snapshot: Snapshot) -> LintReport | None:
    """What was told of the project's repairs before and still holds; None where nothing was looked at yet."""
    store, linter = lint_store(engine), Linter(engine, snapshot)
    if store.empty:
        return None
    report = LintReport()
    for reel, index in store.frames():
        if reel in snapshot.reels:
            report.linted += linter.known(FrameId(reel, index))
            report.frames += 1
    return report


def lint_repairs(
    engine: Engine,
    snapshot: Snapshot,
    ranges: Sequence[ProgrammeItem],
    reporter: Reporter,
    token: Token,
    *,
    where: str = "",
    again: bool = False,
) -> LintReport:
    """Lint the accepted repairs of frame ranges, frame by frame; what is finished is kept when it is cancelled.

    Args:
        engine: An engine of this job's own (`Engine.aside`).
        snapshot: The state.
        ranges: Frames of reels.
        reporter: Told after each frame.
        token: Asked before each frame.
        where: Only repairs that this expression selects.
        again: Ask also what was answered before.

    Raises:
        Cancelled: the token was cancelled.
        UsageError: the expression cannot be read.
        NoRoomError, ProjectError: what is found cannot be kept.
    """
    project = engine.project
    chosen = frozenset(project.select(snapshot, where)) if where else None
    wanted = f"state=accepted and ({where})" if where else "state=accepted"
    touched = {reel: project.frames(snapshot, reel, wanted) for reel in {item.reel for item in ranges}}
    spans = dict.fromkeys(
        FrameId(item.reel, index) for item in ranges for index in touched[item.reel] if item.start <= index < item.end
    )
    report, linter = LintReport(), Linter(engine, snapshot)
    progress = Progress("looking over repairs", len(spans), reporter)
    for frame in spans:
        token.wait_while_paused()
        repairs = project.repairs_of(snapshot, frame.reel, frame.index)
        found = linter.frame(frame, [r for r in repairs if chosen is None or r.id in chosen], again=again)
        if found is None:
            report.unread.append(frame)
        else:
            report.linted += found
            report.frames += 1
        progress.advance()
    return report


def limits_of(kind: str) -> tuple[float, float, str]:
    """From which value a check tells an FYI and an Issue, and its unit."""
    limits = LIMITS[Check(kind)]
    return limits.fyi, limits.issue, limits.unit


def _answer(finding: Finding, corner: tuple[int, int]) -> Answer:
    x, y = finding.x + corner[0], finding.y + corner[1]
    return Answer(finding.check.value, finding.value, finding.sure, int(finding.severity), x, y, about=finding.offset)
