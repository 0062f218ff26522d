"""Strokes on their way to the ledger: shown at once, mended on the edit thread in the order they were drawn.

The last one stays open until its person goes on: Escape drops it; Enter, the next stroke or another frame keep it. It
is in the ledger all the same from the moment it was made, so that nothing is lost; dropping it is an undo.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPainterPath
from shiboken6 import isValid

from app.document.change import Change
from app.document.commands import AddRepairs, Command, ReviseRepairs, SetVerdicts
from app.document.project import Project
from app.engine.request import Stage
from app.jobs.hand_repair import erase, paint
from app.jobs.landing import landed
from app.jobs.shapes import Shape
from app.media.reel import FrameId
from widgets.bridge.pictures import Arrived
from widgets.context import Context

PATIENCE_MS = 1500
"""How long a stroke that is in the ledger stays drawn when no picture comes."""


@dataclass(eq=False)
class Pending:
    """A stroke as it is drawn over the picture until the mended picture is there."""

    frame: FrameId
    path: QPainterPath
    erases: bool
    settled: bool = False
    """The edit holds; only the picture is still to come."""


@dataclass(frozen=True, eq=False)
class Open:
    """The fix that can still be dropped: where it is drawn, its ledger row, and the repairs it added."""

    frame: FrameId
    path: QPainterPath
    seq: int
    added: tuple[str, ...]


class PendingStrokes(QObject):
    """Hands strokes to the project. They take their turn among the other edits, so that an undo meant for a stroke
    undoes that stroke, however quickly it is pressed. Made and used on the UI thread; never waits."""

    changed = Signal()
    """Another stroke to draw, or one less; or the open fix is another."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = context.bridge
        self._desk = context.desk
        self._pending: list[Pending] = []
        self._open: Open | None = None
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._lose_patience)
        self._bridge.pictures.arrived.connect(self._on_picture)
        self._bridge.reloaded.connect(self._lose_patience)
        self._bridge.reloaded.connect(self.keep)
        self._bridge.changed.connect(self._on_change)
        self._desk.playhead_changed.connect(self.keep)

    def on(self, frame: FrameId | None) -> tuple[Pending, ...]:
        """The strokes to draw over a frame."""
        return tuple(item for item in self._pending if item.frame == frame)

    def open_on(self, frame: FrameId | None) -> Open | None:
        """The fix of a frame that can still be dropped."""
        return self._open if self._open is not None and self._open.frame == frame else None

    @property
    def busy(self) -> bool:
        """True while a stroke is being mended."""
        return any(not item.settled for item in self._pending)

    # --- making --------------------------------------------------------------------------------------------

    def paint(
        self, frame: FrameId, shape: Shape, path: QPainterPath, defect: str, stage: Stage = Stage.REPAIR
    ) -> None:
        """Mend what a shape covers, drawn on the picture of a stage."""
        engine, focus = self._bridge.session.engine, self._desk.repair
        self.submit(
            frame, path, lambda: paint(engine, frame, landed(engine, frame, stage, shape), focus=focus, defect=defect)
        )

    def erase(self, frame: FrameId, shape: Shape, path: QPainterPath, stage: Stage = Stage.REPAIR) -> None:
        """Take what a shape covers out of the masks."""
        engine = self._bridge.session.engine
        self.submit(frame, path, lambda: erase(engine, frame, landed(engine, frame, stage, shape)), erases=True)

    def submit(
        self, frame: FrameId, path: QPainterPath, command: Callable[[], Command | None], *, erases: bool = False
    ) -> None:
        """Make a command on the edit thread and dispatch it; `path` is drawn until its picture has come."""
        pending = Pending(frame, path, erases)
        self._pending.append(pending)
        self._open = None
        self.changed.emit()

        def work(project: Project) -> None:
            made: Command | None = None
            seq = 0
            try:
                made = command()
                if made is not None:
                    seq = project.dispatch(made).seq
            except BaseException:
                made = None
                raise
            finally:
                done, row = made, seq
                self._bridge.inbox.post(lambda: self._settle(pending, done, row))

        self._bridge.edit(work)

    def _settle(self, pending: Pending, made: Command | None, seq: int) -> None:
        """The edit holds (or came to nothing): the stroke stays drawn until its picture is there."""
        if not isValid(self):
            return  # the window was built anew meanwhile
        if made is None:
            self._pending.remove(pending)
            self.changed.emit()
            return
        pending.settled = True
        self._patience.start()
        added: tuple[str, ...] = ()
        if isinstance(made, AddRepairs):
            added = tuple(row.key for row in made.repairs)
        elif isinstance(made, ReviseRepairs):
            added = tuple(row.key for row in made.add)
        if added:
            self._desk.focus_repair(added[0])
        if self._bridge.snapshot.seq <= seq and not self.busy:  # nobody has undone it meanwhile, or gone on
            self._open = Open(pending.frame, pending.path.simplified(), seq, added)
        self.changed.emit()

    # --- keeping and dropping ------------------------------------------------------------------------------

    def keep(self, *_: object) -> bool:
        """The open fix is what was meant. False where none is open."""
        if self._open is None:
            return False
        self._open = None
        self.changed.emit()
        return True

    def drop(self) -> bool:
        """Take the open fix back. False where none is open."""
        held, self._open = self._open, None
        if held is None:
            return False
        self.changed.emit()

        def work(project: Project) -> None:
            if project.cursor.path[-1:] == [held.seq]:
                project.undo()
            elif held.added:
                project.dispatch(SetVerdicts(held.added, "reject"))

        self._bridge.edit(work)
        return True

    def _on_change(self, change: Change) -> None:
        """Another edit, or an undo: whoever made it has gone on."""
        if self._open is not None and change.seq > self._open.seq:
            self.keep()

    # --- the picture ---------------------------------------------------------------------------------------

    def _on_picture(self, arrived: Arrived) -> None:
        self._drop_settled(arrived.shown.frame)

    def _lose_patience(self) -> None:
        self._drop_settled()

    def _drop_settled(self, frame: FrameId | None = None) -> None:
        left = [item for item in self._pending if not item.settled or (frame is not None and item.frame != frame)]
        if len(left) != len(self._pending):
            self._pending = left
            self.changed.emit()
