"""What an edit changed, and the promise that it is on the disk."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Protocol

from app.document.ledger import LedgerRow
from app.document.snapshot import Slot, Snapshot
from app.errors import ReelmendError


class Change:
    """One dispatched edit, undo or redo: broadcast once, each view redraws what concerns it.

    Attributes:
        id, seq, summary: Those of the ledger row.
        kind: The command's kind; for an undo or redo, that of the edit it moved over.
        snapshot: The state after it.
        slots: Keys of the slots it set.
        repairs: True where detections or verdicts changed, which are no slots.
    """

    def __init__(
        self,
        row: LedgerRow,
        kind: str,
        snapshot: Snapshot,
        slots: frozenset[Slot],
        repairs: bool,
        seen: Callable[[ReelmendError], None],
    ) -> None:
        self.row = row
        self.id = row.id
        self.seq = row.seq
        self.summary = row.summary
        self.kind = kind
        self.snapshot = snapshot
        self.slots = slots
        self.repairs = repairs
        self._seen = seen
        self._finished = threading.Event()
        self._error: ReelmendError | None = None

    @property
    def acknowledged(self) -> bool:
        """True when the row is on the disk."""
        return self._finished.is_set() and self._error is None

    def wait(self, timeout: float | None = None) -> bool:
        """Block until the row is on the disk (True) or the seconds are over (False).

        Raises what kept it from the disk: NoRoomError, LockedError (the lease was taken over), ProjectError.
        """
        if not self._finished.wait(timeout):
            return False
        if self._error is not None:
            self._seen(self._error)
            raise self._error
        return True

    def finish(self, error: ReelmendError | None) -> None:
        """Called once by the project, in the writer thread."""
        self._error = error
        self._finished.set()


class Watcher(Protocol):
    """Told of every edit of a project, from whichever thread makes it; must be quick and must not raise.

    `changed` comes in ledger order, once an edit is in the snapshot; then either `acknowledged`, when its row is on
    the disk, or `lost`, when it could not be put there and the snapshot is the last acknowledged one again.
    """

    def changed(self, change: Change) -> None:
        """An edit was applied."""

    def acknowledged(self, change: Change) -> None:
        """Its row is on the disk."""

    def lost(self, error: ReelmendError) -> None:
        """An edit, and those after it, were taken back."""
