"""The living history: edits applied at once, rows handed to the writer, and the way back when one is lost."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from app.document import ledger
from app.document.change import Change, Watcher
from app.document.commands import Command
from app.document.database import Readers, explained, sqlite_errors
from app.document.effects import Effect
from app.document.ledger import REDO, UNDO, LedgerEntry, LedgerRow
from app.document.lineage import Cursor, line_to
from app.document.model import Version
from app.document.snapshot import Slots, Snapshot, decode_slots, encode_slots
from app.document.writer import Writer
from app.errors import LockedError, ReelmendError, UsageError

_VERBS = {UNDO: "Undid", REDO: "Redid"}


class History:
    """The state of an open project, and the edits on their way to the disk. Usable from any thread.

    Attributes:
        snapshot: The state with every edit dispatched so far, acknowledged or not.
        cursor: Which edits are in force, and which can be redone.
        writer: None while the project can only be read.
        lost: A failure that nobody was told of yet.
    """

    def __init__(self, path: Path, author: str, readers: Readers, has: Callable[[str], bool]) -> None:
        self.path = path
        self.author = author
        self.snapshot = Snapshot()
        self.cursor = Cursor()
        self.writer: Writer | None = None
        self.lost: ReelmendError | None = None
        self.on_loss: Callable[[], None] = lambda: None
        """Called when the state was taken back to the last acknowledged one."""
        self.watchers: tuple[Watcher, ...] = ()
        self._readers = readers
        self._has = has
        self._lock = threading.RLock()
        self._tip: LedgerRow | None = None
        self._pending: dict[str, Change] = {}
        self._failed: dict[str, ReelmendError] = {}
        self._epoch = 0

    def load(self) -> None:
        """Take the state from the file."""
        with self._lock, sqlite_errors(self.path):
            connection = self._readers.get()
            state = ledger.load(connection)
            self.snapshot, self.cursor = state.snapshot, state.cursor
            self._tip = ledger.row_at(connection, state.snapshot.seq) if state.snapshot.seq else None

    def must_write(self) -> Writer:
        """The writer, or LockedError where the project can only be read."""
        if self.writer is None:
            raise LockedError(f"{self.path} is open for reading only: open it for writing to change it")
        return self.writer

    def dispatch(self, command: Command) -> Change:
        """Apply a command at once; the writer thread commits it. UsageError where it does not fit.

        Dispatched after an undo, the edit branches: what was undone stays in the ledger, and can no longer
        be redone.
        """
        with self._lock, sqlite_errors(self.path):
            self.must_write()
            edit = command.apply(self.snapshot)
            # Through JSON and back, so that the state now is what a replay of the row will give.
            after = decode_slots(encode_slots(edit.slots))
            before = {slot: self.snapshot.slot(slot) for slot in after}
            facts: dict[str, Any] = {}
            for effect in edit.effects:
                facts |= effect.facts(self._readers.get())
            row = ledger.make_row(
                self.snapshot.seq + 1, self._tip, command.kind, self.author, command.summary(self.snapshot),
                command=command.record(), before=before, after=after, facts=facts,
            )  # fmt: skip
            self.cursor.edit(row.seq)
            return self._append(row, after, row, edit.effects)

    def move(self, kind: str) -> Change:
        """Undo or redo, as `kind` says; UsageError where there is nothing to."""
        with self._lock, sqlite_errors(self.path):
            self.must_write()
            stack = self.cursor.path if kind == UNDO else self.cursor.undone
            if not stack:
                raise UsageError(f"there is nothing to {kind.lower()}")
            target = self._row(stack[-1])
            row = ledger.make_row(
                self.snapshot.seq + 1,
                self._tip,
                kind,
                self.author,
                f"{_VERBS[kind]}: {target.summary}",
                target=target.id,
            )
            _ = self.cursor.undo() if kind == UNDO else self.cursor.redo()
            return self._append(row, ledger.effect_of(row, target), target, ())

    def _append(self, row: LedgerRow, slots: Slots, edit: LedgerRow, effects: Sequence[Effect]) -> Change:
        """Make the row's state the current one and hand the row to the writer. `edit`: what it is about."""
        self.snapshot = self.snapshot.with_slots(slots, row.seq, row.id, repairs=ledger.touches_repairs(edit))
        self._tip = row
        change = Change(row, edit.kind, self.snapshot, frozenset(slots), ledger.touches_repairs(edit), self._seen)
        self._pending[row.id] = change
        epoch, target = self._epoch, None if edit is row else edit.seq
        for watcher in self.watchers:
            watcher.changed(change)

        def work(connection: sqlite3.Connection) -> None:
            if epoch != self._epoch:
                raise next(reversed(self._failed.values()))
            ledger.commit_row(connection, row, slots, target)
            for effect in effects:
                effect.commit(connection, row.seq, self._has)

        self.must_write().submit(work).add_done_callback(lambda future: self._done(change, epoch, future.exception()))
        return change

    def _done(self, change: Change, epoch: int, error: BaseException | None) -> None:
        """Runs in the writer thread when a row is on the disk or could not be put there."""
        with self._lock:
            self._pending.pop(change.id, None)
            if error is not None:
                failure = explained(error, self.path)
                self._failed[change.id] = self.lost = failure
                try:
                    self._take_back(epoch)
                finally:
                    change.finish(failure)
        if error is None:
            change.finish(None)
        for watcher in self.watchers:
            watcher.acknowledged(change) if error is None else watcher.lost(failure)

    def _take_back(self, epoch: int) -> None:
        """Go back to the last acknowledged state. What was dispatched on top of the lost row is lost with it:
        the epoch has passed, by which the writer knows those rows."""
        if epoch == self._epoch:
            self._epoch += 1
            self.on_loss()
            self.load()

    def _seen(self, error: ReelmendError) -> None:
        """Somebody was told of a failure, so `close` need not tell."""
        self.lost = None

    def _row(self, seq: int) -> LedgerRow:
        """An edit's row, from memory while it is not committed yet."""
        pending = next((change.row for change in self._pending.values() if change.seq == seq), None)
        return pending or ledger.row_at(self._readers.get(), seq)

    def settle(self, snapshot: Snapshot) -> None:
        """Wait until a snapshot of this project is on the disk; raise where it could not be put there."""
        change = self._pending.get(snapshot.entry)
        if change is not None:
            change.wait()
        elif snapshot.entry in self._failed:
            raise self._failed[snapshot.entry]

    def entries(self, first: int = 1, last: int | None = None) -> Iterator[LedgerEntry]:
        """The history from row `first` to `last`, oldest first, with what is still to be acknowledged."""
        with self._lock, sqlite_errors(self.path):
            live = set(self.cursor.path)
            waiting = [change.row for change in self._pending.values()]
            done = list(ledger.heads(self._readers.get(), first, last))
        known = {row.id for row in done}
        for row in (*done, *(row for row in waiting if row.id not in known)):
            if row.seq >= first and (last is None or row.seq <= last):
                yield ledger.entry_of(
                    row, undone=row.target is None and row.seq not in live, acknowledged=row.id in known
                )

    def snapshot_at(self, at: int | Version) -> Snapshot:
        """The state after a ledger row, or of a version; UsageError where there is no such row."""
        seq = at.seq if isinstance(at, Version) else at
        if not 0 <= seq <= self.snapshot.seq:
            raise UsageError(f"the ledger has rows 1 to {self.snapshot.seq}; there is no row {seq}")
        self.settle(self.snapshot)
        with sqlite_errors(self.path):
            connection = self._readers.get()
            if seq and seq not in line_to(connection):
                raise UsageError(
                    f"row {seq} of the history was made in another copy of the project, before the two were merged: "
                    "the state after it can be seen in that copy"
                )
            return ledger.replay(connection, seq).snapshot
