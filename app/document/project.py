"""The project: a snapshot that commands change at once, and a file that a writer thread keeps in step."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from app.document import candidates, jobs, lease
from app.document.artefacts import ArtefactStore
from app.document.candidates import Row
from app.document.change import Change, Watcher
from app.document.commands import Command
from app.document.database import Readers, connect, sqlite_errors, tidy
from app.document.density import Density
from app.document.detections import Detection
from app.document.files import artefacts_beside, make_file, with_suffix
from app.document.history import History
from app.document.ids import new_id
from app.document.jobs import Job
from app.document.ledger import REDO, UNDO, LedgerEntry
from app.document.lineage import Cursor
from app.document.listing import Page, Place
from app.document.model import Version
from app.document.query import Count, Query
from app.document.ranges import FrameRanges
from app.document.repair import Repair
from app.document.schema import SCHEMA
from app.document.snapshot import Snapshot
from app.document.upgrades import check_version, upgrade
from app.document.verify import verify_tail
from app.document.writer import Writer
from app.errors import ReelmendError

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
        self._readers = Readers(path)
        self._history = History(path, author, self._readers, self.artefacts.has)
        self._query = Query(self._readers, self._history.settle)
        self._history.on_loss = self._query.forget
        with sqlite_errors(path):
            (self.id,) = self._readers.get().execute("SELECT value FROM meta WHERE name = 'project'").fetchone()
            self._history.load()
            if token is not None:
                self._history.writer = Writer(connect(path, write=True), path, token)

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
        """Open a project, to write (taking the lease) or to read only; a file of an older schema is brought up first.

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
                if version < SCHEMA and not write:
                    cls.open(path, author).close()
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
        writer, self._history.writer = self._history.writer, None
        if writer is not None:
            writer.finish()
        self._readers.close()
        if writer is not None:
            writer.disconnect()
        tidy(self.path)
        lost, self._history.lost = self._history.lost, None
        if lost is not None:
            raise lost

    @property
    def snapshot(self) -> Snapshot:
        """The state with every edit dispatched so far, acknowledged or not."""
        return self._history.snapshot

    def refresh(self) -> Snapshot:
        """Read what another process has written since (for a project open to read only)."""
        if self.readonly:
            self._history.load()
        return self.snapshot

    def reload(self) -> Snapshot:
        """Take the state from the file anew, after rows were written that were no dispatch (a merge)."""
        self._query.forget()
        self._history.load()
        return self.snapshot

    def watch(self, watcher: Watcher) -> None:
        """Tell `watcher` of every edit from now on, whoever dispatches it."""
        self._history.watchers = (*self._history.watchers, watcher)

    # --- edits -----------------------------------------------------------------------------------------

    def dispatch(self, command: Command) -> Change:
        """Apply a command at once; the writer thread commits it. UsageError where it does not fit.

        Dispatched after an undo, the edit branches: what was undone stays in the ledger, and can no longer
        be redone.
        """
        return self._history.dispatch(command)

    def undo(self) -> Change:
        """Take the last edit in force back; UsageError where there is none."""
        return self._history.move(UNDO)

    def redo(self) -> Change:
        """Put the edit undone last in force again; UsageError where there is none."""
        return self._history.move(REDO)

    def entries(self, first: int = 1, last: int | None = None) -> Iterator[LedgerEntry]:
        """The history from row `first` to `last`, oldest first, with what is still to be acknowledged."""
        return self._history.entries(first, last)

    def snapshot_at(self, at: int | Version) -> Snapshot:
        """The state after a ledger row, or of a version; UsageError where there is no such row."""
        return self._history.snapshot_at(at)

    @property
    def cursor(self) -> Cursor:
        """Which edits are in force, and which can be redone."""
        return self._history.cursor

    # --- jobs ------------------------------------------------------------------------------------------

    def job_begin(self, kind: str, key: str, spec: Mapping[str, Any]) -> Job:
        """Find the unfinished job of this key, or begin one.

        Args:
            kind: What it is ("pass", "export").
            key: A hash of everything that determines its result.
            spec: Plain values that say what it does; kept with it.
        """
        writer = self._history.must_write()
        number, id, stored, resumed = self.write(lambda connection: jobs.begin(connection, kind, key, spec))
        return Job(number, id, kind, key, stored, resumed, writer, self.artefacts.has)

    def stage_detections(self, job_id: str, rows: Sequence[Detection]) -> None:
        """Stage detections under a job, as a chunk of their own; durable and invisible when it returns.

        A job that can be resumed hands them to `Job.chunk_done` instead, which also notes what is finished.
        """
        writer = self._history.must_write()
        job = Job(*self.write(lambda connection: jobs.find(connection, job_id)), writer, self.artefacts.has)
        job.chunk_done(f"staged {new_id()}", {}, rows)

    # --- the tables, for maintenance ---------------------------------------------------------------------

    def read(self, question: Callable[[sqlite3.Connection], T]) -> T:
        """Ask the tables something, with everything dispatched so far in them."""
        self._history.settle(self.snapshot)
        with sqlite_errors(self.path):
            return question(self._readers.get())

    def write(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Do work on tables that are no history, in one transaction of the writer thread."""
        return self._history.must_write().submit(work).result()

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

    def page(self, snapshot: Snapshot, where: str = "", after: Place | None = None, limit: int = 200) -> Page:
        """Repairs for people, a page at a time, behind a place (`app.document.listing`)."""
        with sqlite_errors(self.path):
            return self._query.page(snapshot, where, after, limit)

    def ask(
        self,
        snapshot: Snapshot,
        question: Callable[[sqlite3.Connection, str], T],
        within: FrameRanges | None = None,
    ) -> T:
        """Ask something of the live detections, all or those on these frames (`app.document.candidates`)."""
        with sqlite_errors(self.path):
            return self._query.ask(snapshot, question, within)

    def rows(self, snapshot: Snapshot, numbers: Sequence[int]) -> tuple[Row | None, ...]:
        """What rows of the detection table say, in this order; None for one that is not live."""
        with sqlite_errors(self.path):
            segments = self._query.segments(snapshot)
            return candidates.rows(self._readers.get(), segments, snapshot.seq, numbers)

    def density(self, snapshot: Snapshot, reel: str) -> Density:
        """How much is accepted and proposed on each frame of a reel, for strips and curves."""
        with sqlite_errors(self.path):
            return self._query.density(snapshot, reel)

    def accepted(self, snapshot: Snapshot) -> int:
        """How many repairs are in force in the whole project."""
        with sqlite_errors(self.path):
            return self._query.accepted(snapshot)
