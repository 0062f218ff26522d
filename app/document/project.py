"""The project: a snapshot that commands change at once, and a file that a writer thread keeps in step."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from app.document import jobs, lease, ledger
from app.document.artefacts import ArtefactStore
from app.document.change import Change
from app.document.commands import Command
from app.document.database import Readers, connect, explained, sqlite_errors
from app.document.detections import Detection
from app.document.effects import Effect
from app.document.files import artefacts_beside, make_file, with_suffix
from app.document.ids import new_id
from app.document.jobs import Job
from app.document.ledger import REDO, UNDO, Cursor, LedgerEntry, LedgerRow
from app.document.model import Version
from app.document.query import Count, Query, Repair
from app.document.snapshot import Slots, Snapshot, decode_slots, encode_slots
from app.document.upgrades import check_version, upgrade
from app.document.verify import verify_tail
from app.document.writer import Writer
from app.errors import LockedError, ReelmendError, UsageError

T = TypeVar("T")


class Project:
    """An open project. Made by `create` or `open`; usable from any thread; close it.

    `snapshot` is the state with every edit dispatched so far. An edit is promised when its `Change` is
    acknowledged. Where an edit cannot be kept (the disk is full), it and those after it are taken back: the
    snapshot is the last acknowledged one again, and waiting for the change raises.
    """

    def __init__(self, path: Path, author: str, token: str | None) -> None:
        self.path = path
        self.author = author
        self.artefacts = ArtefactStore(artefacts_beside(path))
        self.readonly = token is None
        self._lock = threading.RLock()
        self._readers = Readers(path)
        self._query = Query(self._readers, self._settle)
        self._pending: dict[str, Change] = {}
        self._failed: dict[str, ReelmendError] = {}
        self._unseen: ReelmendError | None = None
        self._epoch = 0
        self._writer: Writer | None = None
        self._snapshot = Snapshot()
        self._cursor = Cursor()
        self._tip: LedgerRow | None = None
        with sqlite_errors(path):
            (self.id,) = self._readers.get().execute("SELECT value FROM meta WHERE name = 'project'").fetchone()
            self._reload()
            if token is not None:
                self._writer = Writer(connect(path, write=True), path, token)

    @classmethod
    def create(cls, path: Path, author: str) -> Self:
        """Make an empty project `NAME.reelmend` with its folder `NAME.artefacts/`, and open it.

        UsageError where there is something already. The file appears whole or not at all.
        """
        path = with_suffix(path)
        make_file(path)
        return cls.open(path, author)

    @classmethod
    def open(cls, path: Path, author: str, *, write: bool = True) -> Self:
        """Open a project, to write (taking the lease) or to read only.

        Raises:
            LockedError: Another live process holds the lease; the sentence names it.
            ProjectError: The file is no project, damaged, or of a newer Reelmend.
        """
        path = with_suffix(path)
        with sqlite_errors(path):
            connection = connect(path, write=write)
            try:
                version = int(connection.execute("PRAGMA user_version").fetchone()[0])
                check_version(path, version)
                token = lease.acquire(connection, path, author) if write else None
                try:
                    upgrade(connection, path)
                    verify_tail(connection, path)
                    return cls(path, author, token)
                except BaseException:
                    if token is not None:
                        lease.release(connection, token)
                    raise
            finally:
                connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self.close()
        except ReelmendError:
            if error is None:
                raise

    def close(self) -> None:
        """Wait for what was dispatched, give the lease back and close the file. Harmless twice.

        Raises what kept an edit from the disk where nobody has waited for that edit.
        """
        writer, self._writer = self._writer, None
        if writer is not None:
            writer.finish()
        self._readers.close()
        if writer is not None:
            writer.disconnect()
        unseen, self._unseen = self._unseen, None
        if unseen is not None:
            raise unseen

    @property
    def snapshot(self) -> Snapshot:
        """The state with every edit dispatched so far, acknowledged or not."""
        return self._snapshot

    def refresh(self) -> Snapshot:
        """Read what another process has written since (for a project open to read only)."""
        if self.readonly:
            with self._lock, sqlite_errors(self.path):
                self._reload()
        return self._snapshot

    # --- edits -----------------------------------------------------------------------------------------

    def dispatch(self, command: Command) -> Change:
        """Apply a command at once; the writer thread commits it. UsageError where it does not fit.

        Dispatched after an undo, the edit branches: what was undone stays in the ledger, and can no longer
        be redone.
        """
        with self._lock, sqlite_errors(self.path):
            self._must_write()
            edit = command.apply(self._snapshot)
            # Through JSON and back, so that the state now is what a replay of the row will give.
            after = decode_slots(encode_slots(edit.slots))
            before = {slot: self._snapshot.slot(slot) for slot in after}
            facts: dict[str, Any] = {}
            for effect in edit.effects:
                facts |= effect.facts(self._readers.get())
            row = ledger.make_row(
                self._snapshot.seq + 1, self._tip, command.kind, self.author, command.summary(self._snapshot),
                command=command.record(), before=before, after=after, facts=facts,
            )  # fmt: skip
            self._cursor.edit(row.seq)
            return self._append(row, after, row, edit.effects)

    def undo(self) -> Change:
        """Take the last edit in force back; UsageError where there is none."""
        return self._move(UNDO, "Undid")

    def redo(self) -> Change:
        """Put the edit undone last in force again; UsageError where there is none."""
        return self._move(REDO, "Redid")

    def _move(self, kind: str, verb: str) -> Change:
        with self._lock, sqlite_errors(self.path):
            self._must_write()
            stack = self._cursor.path if kind == UNDO else self._cursor.undone
            if not stack:
                raise UsageError(f"there is nothing to {kind.lower()}")
            target = self._row(stack[-1])
            row = ledger.make_row(
                self._snapshot.seq + 1, self._tip, kind, self.author, f"{verb}: {target.summary}", target=target.id
            )
            _ = self._cursor.undo() if kind == UNDO else self._cursor.redo()
            return self._append(row, ledger.effect_of(row, target), target, ())

    def _append(self, row: LedgerRow, slots: Slots, edit: LedgerRow, effects: Sequence[Effect]) -> Change:
        """Make the row's state the current one and hand the row to the writer. `edit`: what it is about."""
        assert self._writer is not None
        self._snapshot = self._snapshot.with_slots(slots, row.seq, row.id, repairs=ledger.touches_repairs(edit))
        self._tip = row
        change = Change(row, edit.kind, self._snapshot, frozenset(slots), ledger.touches_repairs(edit), self._seen)
        self._pending[row.id] = change
        epoch, target = self._epoch, None if edit is row else edit.seq

        def work(connection: sqlite3.Connection) -> None:
            if epoch != self._epoch:
                raise next(reversed(self._failed.values()))
            ledger.commit_row(connection, row, slots, target)
            for effect in effects:
                effect.commit(connection, row.seq, self.artefacts.has)

        self._writer.submit(work).add_done_callback(lambda future: self._done(change, epoch, future.exception()))
        return change

    def _done(self, change: Change, epoch: int, error: BaseException | None) -> None:
        """Runs in the writer thread when a row is on the disk or could not be put there."""
        with self._lock:
            self._pending.pop(change.id, None)
            if error is not None:
                failure = explained(error, self.path)
                self._failed[change.id] = self._unseen = failure
                try:
                    self._take_back(epoch)
                finally:
                    change.finish(failure)
                return
        change.finish(None)

    def _take_back(self, epoch: int) -> None:
        """Go back to the last acknowledged state. What was dispatched on top of the lost row is lost with it:
        the epoch has passed, by which the writer knows those rows."""
        if epoch == self._epoch:
            self._epoch += 1
            self._query.forget()
            self._reload()

    def _seen(self, error: ReelmendError) -> None:
        """Somebody was told of a failure, so `close` need not tell."""
        self._unseen = None

    def _reload(self) -> None:
        connection = self._readers.get()
        state = ledger.load(connection)
        self._snapshot, self._cursor = state.snapshot, state.cursor
        self._tip = ledger.row_at(connection, state.snapshot.seq) if state.snapshot.seq else None

    def _row(self, seq: int) -> LedgerRow:
        """An edit's row, from memory while it is not committed yet."""
        pending = next((change.row for change in self._pending.values() if change.seq == seq), None)
        return pending or ledger.row_at(self._readers.get(), seq)

    def _must_write(self) -> Writer:
        if self._writer is None:
            raise LockedError(f"{self.path} is open for reading only: open it for writing to change it")
        return self._writer

    def _settle(self, snapshot: Snapshot) -> None:
        """Wait until a snapshot of this project is on the disk; raise where it could not be put there."""
        change = self._pending.get(snapshot.entry)
        if change is not None:
            change.wait()
        elif snapshot.entry in self._failed:
            raise self._failed[snapshot.entry]

    # --- history ---------------------------------------------------------------------------------------

    def entries(self, first: int = 1, last: int | None = None) -> Iterator[LedgerEntry]:
        """The history from row `first` to `last`, oldest first, with what is still to be acknowledged."""
        with self._lock, sqlite_errors(self.path):
            live = set(self._cursor.path)
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
        if not 0 <= seq <= self._snapshot.seq:
            raise UsageError(f"the ledger has rows 1 to {self._snapshot.seq}; there is no row {seq}")
        self._settle(self._snapshot)
        with sqlite_errors(self.path):
            return ledger.replay(self._readers.get(), seq).snapshot

    # --- jobs ------------------------------------------------------------------------------------------

    def job_begin(self, kind: str, key: str, spec: Mapping[str, Any]) -> Job:
        """Find the unfinished job of this key, or begin one.

        Args:
            kind: What it is ("pass", "export").
            key: A hash of everything that determines its result.
            spec: Plain values that say what it does; kept with it.
        """
        writer = self._must_write()
        number, id, stored, resumed = self.write(lambda connection: jobs.begin(connection, kind, key, spec))
        return Job(number, id, kind, key, stored, resumed, writer, self.artefacts.has)

    def stage_detections(self, job_id: str, rows: Sequence[Detection]) -> None:
        """Stage detections under a job, as a chunk of their own; durable and invisible when it returns.

        A job that can be resumed hands them to `Job.chunk_done` instead, which also notes what is finished.
        """
        writer = self._must_write()
        job = Job(*self.write(lambda connection: jobs.find(connection, job_id)), writer, self.artefacts.has)
        job.chunk_done(f"staged {new_id()}", {}, rows)

    # --- the tables, for maintenance ---------------------------------------------------------------------

    def read(self, question: Callable[[sqlite3.Connection], T]) -> T:
        """Ask the tables something, with everything dispatched so far in them."""
        self._settle(self._snapshot)
        with sqlite_errors(self.path):
            return question(self._readers.get())

    def write(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Do work on tables that are no history, in one transaction of the writer thread."""
        return self._must_write().submit(work).result()

    # --- questions (see `app.document.query`) ------------------------------------------------------------

    def detections_of(self, snapshot: Snapshot, reel: str, frame: int) -> tuple[Repair, ...]:
        """Every live detection on a frame, accepted or not, in ledger order, then by id."""
        with sqlite_errors(self.path):
            return self._query.detections_of(snapshot, reel, frame)

    def repairs_of(self, snapshot: Snapshot, reel: str, frame: int) -> tuple[Repair, ...]:
        """The accepted repairs of a frame, in the order in which their patches are composited."""
        with sqlite_errors(self.path):
            return self._query.repairs_of(snapshot, reel, frame)

    def repair_digest(self, snapshot: Snapshot, reel: str, frame: int) -> str:
        """A hash over the accepted repairs of a frame; '' where there are none."""
        with sqlite_errors(self.path):
            return self._query.repair_digest(snapshot, reel, frame)

    def select(self, snapshot: Snapshot, where: str) -> tuple[str, ...]:
        """The ids that an expression selects (`app.document.expression`)."""
        with sqlite_errors(self.path):
            return self._query.select(snapshot, where)

    def frames(self, snapshot: Snapshot, reel: str, where: str = "state=accepted") -> tuple[int, ...]:
        """The frames of a reel on which an expression selects something: by default those with repairs."""
        with sqlite_errors(self.path):
            return self._query.frames(snapshot, reel, where)

    def count(self, snapshot: Snapshot, where: str = "") -> dict[str, Count]:
        """Per class, how many live detections are accepted, rejected and proposed."""
        with sqlite_errors(self.path):
            return self._query.count(snapshot, where)
