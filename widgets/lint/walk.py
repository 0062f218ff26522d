"""The findings, the one a person stands at, and looking for them in the background."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from app.document.change import Change
from app.document.linted import Answer
from app.document.model import HAND, Shot
from app.document.query import Repair
from app.document.snapshot import Snapshot
from app.engine.engine import Engine
from app.engine.worker import Token
from app.jobs.lint import Linter, LintReport, known_findings, lint_store
from app.jobs.progress import Reporter
from app.media.reel import FrameId
from operators.contract import Region
from widgets.context import Context
from widgets.jobs.job import Job
from widgets.jobs.passes import where_words
from widgets.lint.words import found_words
from widgets.text import translate

KIND = "lint"
BY_HAND = frozenset({"AddRepairs", "ReviseRepairs"})
"""Edits after which the new repairs are looked at by themselves."""

RESTS_MS = 1500
"""So long a hand has not mended anything when what it mended is looked at: that takes the machine for a third of a
second, and the next stroke must not wait for it."""

Row = tuple[Repair, Answer]


class Walk(QObject):
    """What the linter tells of the project's present state. It follows every edit: what is rejected or made anew is
    off the list at once, and repairs by hand are looked at as soon as the hand rests."""

    changed = Signal()
    """Other findings, or another state of the search."""
    wanted = Signal()
    """The person asks for the list: it comes to the front."""
    moved = Signal()
    """The person stands at another finding."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._bridge, self._desk = context.bridge, context.desk
        self.rows: list[Row] = []
        self.looked = False
        """Whether anything was looked at yet."""
        self.linted = self.mended = 0
        """Repairs that were looked at, and how many there are in force."""
        self.issues_only = False
        self._all: list[Row] = []
        self._at: tuple[str, str] | None = None
        self._job: Job | None = None
        self._new: dict[FrameId, set[int]] = {}
        self._looking = Token()
        self._rest = QTimer(self, singleShot=True, interval=RESTS_MS)
        self._rest.timeout.connect(self._look_at_new)
        self._bridge.changed.connect(self._on_change)
        self._bridge.reloaded.connect(self.ask)
        self._bridge.jobs.finished.connect(self._on_finished)
        self.ask()

    # --- the list ------------------------------------------------------------------------------------------

    def ask(self) -> None:
        """Read what is known of the present state."""
        engine, snapshot = self._bridge.session.engine, self._bridge.snapshot
        self._bridge.ask(self, "known", lambda: _known(engine, snapshot), self._take, long=True)

    def show_issues_only(self, on: bool) -> None:
        """List Issues alone, or FYIs too."""
        self.issues_only = on
        self._list()

    def counts(self) -> tuple[int, int]:
        """Issues and FYIs, listed or not."""
        issues = sum(answer.severity > 1 for _, answer in self._all)
        return issues, len(self._all) - issues

    def _take(self, known: tuple[LintReport | None, int, int]) -> None:
        report, self.linted, self.mended = known
        self.looked = report is not None
        self._all = report.findings if report is not None else []
        self._list()

    def _list(self) -> None:
        film = self._bridge.film
        listed = [row for row in self._all if row[1].severity > 1 or not self.issues_only]
        here = [(film.position(FrameId(row[0].reel, row[0].frame)), row) for row in listed]
        placed = [(position, row) for position, row in here if position is not None]
        self.rows = [row for _, row in sorted(placed, key=lambda one: one[0])]
        self.changed.emit()

    # --- walking -------------------------------------------------------------------------------------------

    @property
    def row(self) -> int | None:
        """The row of the finding the person stands at, where it is still listed."""
        return next((n for n, row in enumerate(self.rows) if _name(row) == self._at), None)

    def go_to(self, number: int) -> None:
        """Stand at a finding: its frame, its repair in focus and in sight."""
        if not 0 <= number < len(self.rows):
            return
        repair, _ = self.rows[number]
        self._at = _name(self.rows[number])
        position = self._bridge.film.position(FrameId(repair.reel, repair.frame))
        if position is not None:
            self._desk.set_playhead(position)
        self._desk.focus_repair(repair.id)
        self._desk.reveal.emit(Region(repair.x0, repair.y0, repair.x1, repair.y1))
        self.moved.emit()

    def step(self, by: int) -> None:
        """To the next finding (1) or the one before (-1); from the playhead where the person stands at none."""
        if not self.rows:
            return
        at = self.row
        if at is not None:
            self.go_to((at + by) % len(self.rows))
            return
        film, playhead = self._bridge.film, self._desk.playhead
        places = [film.position(FrameId(repair.reel, repair.frame)) or 0 for repair, _ in self.rows]
        if by > 0:
            self.go_to(next((n for n, place in enumerate(places) if place >= playhead), 0))
        else:
            self.go_to(next((n for n in reversed(range(len(places))) if places[n] <= playhead), len(places) - 1))

    # --- looking -------------------------------------------------------------------------------------------

    @property
    def job(self) -> Job | None:
        """The search that runs or waits."""
        return self._job

    def look(self, *, again: bool = False) -> None:
        """Look over the repairs of the selected shots, or of the whole film, in the background."""
        if self._job is not None:
            return
        snapshot, session = self._bridge.snapshot, self._bridge.session
        chosen = self._chosen()
        numbers = sorted(snapshot.shot_number(shot.id) for shot in chosen)

        def run(reporter: Reporter, token: Token) -> LintReport:
            return session.lint(chosen, reporter, token, again=again)

        title = partial(_title, numbers, len(snapshot.shots))
        board = self._bridge.jobs
        self._job = board.submit(title, KIND, run, self._done, [shot.id for shot in chosen], light=True)
        self.changed.emit()

    def stop(self) -> None:
        """Stop looking; what was found is kept."""
        if self._job is not None:
            self._bridge.jobs.cancel(self._job)

    def _chosen(self) -> Sequence[Shot]:
        snapshot, selected = self._bridge.snapshot, self._desk.selected_shots
        known = [snapshot.shots_by_id[id] for id in selected if id in snapshot.shots_by_id]
        return tuple(known) or snapshot.shots

    def _done(self, report: LintReport) -> None:
        if self._job is not None:
            self._bridge.jobs.annotate(self._job, partial(found_words, report), good=True)

    def _on_finished(self, job: Job) -> None:
        if job is self._job:
            self._job = None
            self.ask()

    def _on_change(self, change: Change) -> None:
        if not (change.repairs or change.slots):
            return
        if change.kind not in BY_HAND or change.row.kind != change.kind:
            self.ask()
            return
        film = self._bridge.film
        frame = film.frame(film.clamped(self._desk.playhead))
        self._new.setdefault(frame, set()).add(change.seq)
        self._looking.cancel()
        self._rest.start()
        self.ask()

    def _look_at_new(self) -> None:
        """Look at what was mended by hand since last; the next stroke stops it, and it comes round again."""
        engine, snapshot, new = self._bridge.session.engine, self._bridge.snapshot, dict(self._new)
        token = self._looking = Token()

        def question() -> tuple[LintReport | None, int, int]:
            linter = Linter(engine, snapshot)
            for frame, rows in new.items():
                for repair in engine.project.repairs_of(snapshot, frame.reel, frame.index):
                    if token.cancelled:
                        break
                    if repair.seq in rows and repair.detector == HAND:
                        linter.repair(repair)
            return _known(engine, snapshot)

        def answer(known: tuple[LintReport | None, int, int]) -> None:
            if not token.cancelled:
                self._new.clear()
            self._take(known)

        self._bridge.ask(self, "known", question, answer, long=True)


def _known(engine: Engine, snapshot: Snapshot) -> tuple[LintReport | None, int, int]:
    """What is known, how many repairs were looked at for it, and how many there are."""
    mended = engine.project.accepted(snapshot)
    return known_findings(engine, snapshot), min(lint_store(engine).asked, mended), mended


def _name(row: Row) -> tuple[str, str]:
    return row[0].id, row[1].kind


def _title(numbers: Sequence[int], of: int) -> str:
    return translate("Lint", "Looking over the repairs: {where}").format(where=where_words(numbers, of))
