"""The bar that says that what is shown is an earlier state, and the ways out of it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.document.entries import Entry, cursor_at, page, steps_to
from app.document.project import Project
from widgets.context import Context
from widgets.history.phrases import moment
from widgets.history.tracker import Tracker
from widgets.history.words import said
from widgets.text import filled, translate
from widgets.theme import icon
from widgets.theme.palette import ACCENT

Steps = tuple[int, int] | None


class LookingBar(QFrame):
    """Shown while `desk.viewing` names a row."""

    def __init__(self, context: Context, tracker: Tracker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._tracker = tracker
        self._steps: Steps = None
        self._entry: Entry | None = None
        self._reason = ""
        self.setProperty("role", "banner")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._sign = QLabel(self)
        self._sign.setPixmap(icon("eye", ACCENT).pixmap(16, 16))
        self._headline = QLabel(self, wordWrap=True)
        self._what = QLabel(self, wordWrap=True)
        self._what.setProperty("role", "dim")
        self._back = QPushButton(icon("rotate-ccw"), translate("History", "Back to now"), self)
        self._go = QPushButton(icon("git-branch"), translate("History", "Go on from here"), self)
        self._back.clicked.connect(lambda: context.commands.trigger("history.now"))
        self._go.clicked.connect(lambda: context.commands.trigger("history.go_on"))
        self._lay_out()
        context.desk.viewing_changed.connect(self.refresh)
        tracker.changed.connect(self.refresh)
        self.setVisible(False)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._headline)
        words.addWidget(self._what)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.setSpacing(8)
        row.addWidget(self._sign)
        row.addLayout(words, 1)
        row.addWidget(self._back)
        row.addWidget(self._go)

    @property
    def reason(self) -> str:
        """Why one cannot go on from the row looked at; '' where one can."""
        return self._reason

    def refresh(self) -> None:
        """Say what is looked at, or go away."""
        seq, bridge = self._context.desk.viewing, self._context.bridge
        self.setVisible(seq is not None)
        if seq is None:
            self._entry = None
            return
        now = self._tracker.cursor
        if now is None:
            return
        here, project = now.copy(), bridge.project

        def question() -> tuple[tuple[Entry, ...], Steps]:
            return _looked_up(project, seq), steps_to(here, project.read(lambda c: cursor_at(c, seq)))

        bridge.ask(self, "row", question, self._show)
        self._tell()

    def _show(self, answer: tuple[tuple[Entry, ...], Steps]) -> None:
        entries, self._steps = answer
        self._entry = entries[0] if entries else None
        self._tell()

    def _tell(self) -> None:
        seq, bridge = self._context.desk.viewing, self._context.bridge
        entry = self._entry if self._entry is not None and self._entry.seq == seq else None
        if entry is None:
            self._headline.setText(translate("History", "Looking at an earlier state"))
            self._what.setText("")
            self._reason = translate("History", "The row is being read")
        else:
            text = translate("History", "Looking at the film as of {time}, after:")
            self._headline.setText(filled(text, time=moment(entry.time)))
            self._reason = self._why_not()
            self._what.setText("\n".join(filter(None, (said(entry, bridge.snapshot), self._reason))))
        self._back.setToolTip(self._context.commands.tooltip("history.now"))
        undone = 0 if self._steps is None else self._steps[0]
        told = translate("History", "Undo %n edit(s) and go on from this state; nothing is lost", n=undone)
        self._go.setToolTip(self._reason or told)
        self._go.setEnabled(not self._reason)
        self._context.commands.refresh(("history.go_on", "history.now"))

    def _why_not(self) -> str:
        if self._context.bridge.readonly:
            return translate("History", "The project is open for reading only")
        if self._steps is None:
            return translate("History", "This state lies on another branch: it can be looked at, not gone back to")
        if self._steps == (0, 0):
            return translate("History", "This is the state as it is now")
        return ""

    def go_on(self) -> None:
        """Undo and redo until the state looked at is the present one; the next edit branches from there."""
        if self._reason or self._steps is None:
            return
        undos, redos = self._steps
        self._context.desk.view_row(None)

        def walk(project: Project) -> None:
            for _ in range(undos):
                project.undo()
            for _ in range(redos):
                project.redo()

        self._context.bridge.edit(walk)


def _looked_up(project: Project, seq: int) -> tuple[Entry, ...]:
    return project.read(lambda connection: page(connection, [seq]))
