"""Strokes on their way to the ledger: shown at once, mended on the edit thread in the order they were drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPainterPath
from shiboken6 import isValid

from app.document.commands import AddRepairs, Command, ReviseRepairs
from app.document.project import Project
from app.jobs.hand_repair import erase, paint
from app.jobs.strokes import Stroke
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


class PendingStrokes(QObject):
    """Hands strokes to the project. They take their turn among the other edits, so that an undo meant for a stroke
    undoes that stroke, however quickly it is pressed. Made and used on the UI thread; never waits."""

    changed = Signal()
    """Another stroke to draw, or one less."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = context.bridge
        self._desk = context.desk
        self._pending: list[Pending] = []
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._lose_patience)
        self._bridge.pictures.arrived.connect(self._on_picture)
        self._bridge.reloaded.connect(self._lose_patience)

    def on(self, frame: FrameId | None) -> tuple[Pending, ...]:
        """The strokes to draw over a frame."""
        return tuple(item for item in self._pending if item.frame == frame)

    @property
    def busy(self) -> bool:
        """True while a stroke is being mended."""
        return any(not item.settled for item in self._pending)

    def paint(self, frame: FrameId, stroke: Stroke, path: QPainterPath, defect: str) -> None:
        """Mend what a stroke covers."""
        engine, focus = self._bridge.session.engine, self._desk.repair
        self._submit(
            Pending(frame, path, erases=False), lambda: paint(engine, frame, stroke, focus=focus, defect=defect)
        )

    def erase(self, frame: FrameId, stroke: Stroke, path: QPainterPath) -> None:
        """Take what a stroke covers out of the masks."""
        engine = self._bridge.session.engine
        self._submit(Pending(frame, path, erases=True), lambda: erase(engine, frame, stroke))

    def _submit(self, pending: Pending, command: Callable[[], Command | None]) -> None:
        self._pending.append(pending)
        self.changed.emit()

        def work(project: Project) -> None:
            made: Command | None = None
            try:
                made = command()
                if made is not None:
                    project.dispatch(made)
            except BaseException:
                made = None
                raise
            finally:
                done = made
                self._bridge.inbox.post(lambda: self._settle(pending, done))

        self._bridge.edit(work)

    def _settle(self, pending: Pending, made: Command | None) -> None:
        """The edit holds (or came to nothing): the stroke stays drawn until its picture is there."""
        if not isValid(self):
            return  # the window was built anew meanwhile
        if made is None:
            self._pending.remove(pending)
            self.changed.emit()
            return
        pending.settled = True
        self._patience.start()
        if isinstance(made, AddRepairs):
            self._desk.focus_repair(made.repairs[0].key)
        elif isinstance(made, ReviseRepairs) and made.add:
            self._desk.focus_repair(made.add[0].key)

    def _on_picture(self, arrived: Arrived) -> None:
        self._drop_settled(arrived.shown.frame)

    def _lose_patience(self) -> None:
        self._drop_settled()

    def _drop_settled(self, frame: FrameId | None = None) -> None:
        left = [item for item in self._pending if not item.settled or (frame is not None and item.frame != frame)]
        if len(left) != len(self._pending):
            self._pending = left
            self.changed.emit()
