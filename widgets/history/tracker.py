"""Where undo and redo stand, followed edit by edit, so that nobody asks the file for it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.document.change import Change
from app.document.entries import Entry, cursor_at, entry_of, page, with_about
from app.document.ledger import REDO, UNDO
from app.document.lineage import Cursor
from widgets.bridge.bridge import Bridge

IN_FORCE, UNDONE, BRANCH, MOVE = "in force", "undone", "branch", "move"
"""States of a row: an edit that counts; one that redo brings back; one on a branch nobody is on; an undo or redo."""


class Tracker(QObject):
    """The cursor of the ledger as the window has heard of it, and the edits on both sides of it."""

    changed = Signal()
    """`next_undo`, `next_redo` or the state of rows is another."""
    rowed = Signal(object)
    """`Entry`: a row was added to the ledger."""
    reset = Signal()
    """Everything may be another: edits were lost, or the cursor has just been read."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.cursor: Cursor | None = None
        self.acknowledged = bridge.snapshot.seq
        self.last = bridge.snapshot.seq
        self.next_undo: Entry | None = None
        self.next_redo: Entry | None = None
        self._live: set[int] = set()
        self._known: dict[int, Entry] = {}
        self._waiting: list[Change] = []
        bridge.changed.connect(self._on_changed)
        bridge.acknowledged.connect(self._on_acknowledged)
        bridge.reloaded.connect(self._load)
        self._load()

    def state(self, entry: Entry) -> str:
        """One of the four states; IN_FORCE while the cursor is still being read."""
        if entry.kind in (UNDO, REDO):
            return MOVE
        if self.cursor is None or entry.seq in self._live:
            return IN_FORCE
        return UNDONE if entry.seq in self.cursor.undone else BRANCH

    def pending(self, seq: int) -> bool:
        """True while a row is not on the disk yet."""
        return seq > self.acknowledged

    def _load(self) -> None:
        seq = self.last = self.acknowledged = self._bridge.snapshot.seq
        self.cursor, self._waiting = None, []
        self._known.clear()
        project = self._bridge.project

        def question() -> tuple[Cursor, set[int]]:
            cursor = project.read(lambda c: cursor_at(c, seq))
            return cursor, set(cursor.path)

        self._bridge.ask(self, "cursor", question, self._on_loaded)

    def _on_loaded(self, answer: tuple[Cursor, set[int]]) -> None:
        self.cursor, self._live = answer
        waiting, self._waiting = self._waiting, []
        for change in waiting:
            self._follow(change)
        self._name_neighbours()
        self.reset.emit()

    def _on_changed(self, change: Change) -> None:
        self.last = max(self.last, change.seq)
        if self.cursor is None:
            self._waiting.append(change)
            return
        entry = self._follow(change)
        self._name_neighbours()
        self.rowed.emit(entry)

    def _follow(self, change: Change) -> Entry:
        """Move the cursor as the row did."""
        assert self.cursor is not None
        entry = entry_of(change.row)
        if entry.kind == UNDO:
            moved = self.cursor.undo()
            self._live.discard(moved)
            entry = with_about(entry, self._known.get(moved))
        elif entry.kind == REDO:
            moved = self.cursor.redo()
            self._live.add(moved)
            entry = with_about(entry, self._known.get(moved))
        else:
            self.cursor.edit(entry.seq)
            self._live.add(entry.seq)
            self._known[entry.seq] = entry
        if entry.about is not None and entry.about.seq in self.cursor.merges:
            self._live = set(self.cursor.path)  # what a merge joined goes and comes with it
        return entry

    def _on_acknowledged(self, seq: int) -> None:
        self.acknowledged = max(self.acknowledged, seq)
        self.changed.emit()

    # --- names of the next undo and redo -----------------------------------------------------------------

    def _name_neighbours(self) -> None:
        """Set `next_undo` and `next_redo`, asking the file for rows that are not known."""
        assert self.cursor is not None
        wanted = [stack[-1] for stack in (self.cursor.path, self.cursor.undone) if stack]
        missing = [seq for seq in wanted if seq not in self._known]
        if missing:
            project = self._bridge.project
            self._bridge.ask(self, "names", lambda: project.read(lambda c: page(c, missing)), self._on_names)
        self.next_undo = self._known.get(self.cursor.path[-1]) if self.cursor.path else None
        self.next_redo = self._known.get(self.cursor.undone[-1]) if self.cursor.undone else None
        self.changed.emit()

    def _on_names(self, entries: tuple[Entry, ...]) -> None:
        self._known |= {entry.seq: entry for entry in entries}
        if self.cursor is not None and entries:
            self._name_neighbours()
