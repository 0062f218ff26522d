"""Marks of the frames looked at last, asked through the bridge and kept for a while."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from app.document.change import Change
from app.document.snapshot import Snapshot
from app.media.reel import FrameId
from widgets.bridge.bridge import Bridge
from widgets.viewer.marks import Mark, Marked, read_marks

KEPT = 48
"""Frames."""

KEPT_MARKS = 40_000
"""Marks on all of them together: some 100 MB."""

AHEAD = 8
"""Frames read in one go while the film plays."""

SWEEP_MS, SWEEP_S = 20, 0.002
"""How often, and for how long at a time, marks that nobody looks at are let go: freeing those of a crowded second at
once takes a tenth of one."""


@dataclass(frozen=True, slots=True)
class _Page:
    frame: FrameId
    state: int
    """Ledger row that decided on the repairs last."""


class MarkBook(QObject):
    """What is marked on a frame at a ledger row, in the states in force then. Used on the UI thread; never waits."""

    arrived = Signal()
    """Marks that were asked for are there."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._pages: OrderedDict[_Page, Marked] = OrderedDict()
        self._asked: frozenset[_Page] = frozenset()
        self._old: list[Mark] = []
        self._sweep = QTimer(self, interval=SWEEP_MS)
        self._sweep.timeout.connect(self._let_go)
        bridge.changed.connect(self._on_change)
        bridge.reloaded.connect(self._forget)

    def held(self, frame: FrameId, at: int | None = None) -> Marked | None:
        """The marks where they are at hand; nothing is read."""
        return self._pages.get(self._page(frame, at))

    def get(self, frame: FrameId, at: int | None = None, ahead: int = 0) -> Marked | None:
        """The marks where they are at hand; else None, and `arrived` tells when they have come.

        `at` is the ledger row looked at, None for now; so many frames after this one are read with it. Where they are
        (the film plays), a question on its way is waited for: one a frame would have each given up for the next. One
        that failed is told once, and asked again when the film stands still.
        """
        page = self._page(frame, at)
        held = self._pages.get(page)
        if held is not None:
            self._pages.move_to_end(page)
            return held
        wanted = (
            frozenset(_Page(FrameId(frame.reel, frame.index + step), page.state) for step in range(ahead + 1))
            - self._pages.keys()
        )
        if page not in self._asked and not (ahead and self._asked):
            self._ask(wanted, at)
        return self._pages.get(page)

    def _page(self, frame: FrameId, at: int | None) -> _Page:
        return _Page(frame, self._bridge.snapshot.repair_seq if at is None else at)

    def _ask(self, pages: frozenset[_Page], at: int | None) -> None:
        self._asked = pages
        project, now = self._bridge.session.project, self._bridge.snapshot

        def question() -> dict[_Page, Marked]:
            snapshot: Snapshot = now if at is None else project.snapshot_at(at)
            return {
                page: Marked.at(page.frame, read_marks(project, snapshot, page.frame), {})
                for page in pages
                if page.frame.index < snapshot.reel(page.frame.reel).frame_count
            }

        self._bridge.ask(self, "marks", question, self._keep)

    def _keep(self, found: dict[_Page, Marked]) -> None:
        self._asked = frozenset()
        self._pages.update(found)
        self._trim(len(found))
        self.arrived.emit()

    def _trim(self, newest: int) -> None:
        """Forget what was looked at longest ago; never what has just come."""
        count = sum(len(marked.marks) for marked in self._pages.values())
        while len(self._pages) > newest and (len(self._pages) > KEPT or count > KEPT_MARKS):
            marks = self._pages.popitem(last=False)[1].marks
            count -= len(marks)
            self._put_away(marks)

    def _put_away(self, marks: Iterable[Mark]) -> None:
        self._old.extend(marks)
        if not self._sweep.isActive():  # starting it anew would put it off for as long as the film plays
            self._sweep.start()

    def _let_go(self) -> None:
        until = perf_counter() + SWEEP_S
        while self._old and perf_counter() < until:
            self._old.pop()
        if not self._old:
            self._sweep.stop()

    def _on_change(self, change: Change) -> None:
        """Edits of repairs have their own pages; only what is on its way may belong to an older state."""
        self._asked = frozenset()

    def _forget(self) -> None:
        self._put_away(mark for marked in self._pages.values() for mark in marked.marks)
        self._pages.clear()
        self._asked = frozenset()
