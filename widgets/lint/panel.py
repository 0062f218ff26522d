"""The dock of the linter: how much shows, and the list to walk through."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDockWidget,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from widgets.context import Context
from widgets.jobs.job import Job
from widgets.lint.findings_list import FindingsList
from widgets.lint.walk import KIND, Walk
from widgets.lint.words import counted, severity_icon
from widgets.text import filled, translate
from widgets.theme import figures, icon
from widgets.theme.palette import OK, TEXT_DIM

ISSUE, FYI = 2, 1


class LintPanel(QWidget):
    """Shows what the walk knows; its commands do the rest."""

    def __init__(self, context: Context, walk: Walk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.walk = walk
        walk.setParent(self)
        self.list = FindingsList(context, walk, self)
        self._signs = {severity: QLabel(self) for severity in (ISSUE, FYI)}
        self._counts = {severity: QLabel(self) for severity in (ISSUE, FYI)}
        self._part = QLabel(self)
        self._only = QPushButton(translate("Lint", "Issues only"), self)
        self._progress = QProgressBar(self)
        self._picture, self._words = QLabel(self), QLabel(self)
        self._look = QPushButton(translate("Lint", "Look over the repairs"), self)
        self._stack = QStackedLayout()
        self._lay_out()
        self._only.toggled.connect(walk.show_issues_only)
        self._look.clicked.connect(lambda: context.commands.trigger("lint.look"))
        walk.changed.connect(self.fill)
        walk.wanted.connect(self.come_forward)
        context.bridge.jobs.changed.connect(self._on_job)
        self.fill()

    # --- making --------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addLayout(self._tool_row())
        column.addLayout(self._count_row())
        self._progress.setTextVisible(False)
        self._progress.setFixedHeight(6)
        self._progress.setAccessibleName(translate("Lint", "How far the repairs are looked over"))
        column.addWidget(self._progress)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty())
        column.addLayout(self._stack, 1)

    def _tool_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        for group in (("lint.look", "lint.again", "lint.stop"), ("lint.previous", "lint.next")):
            for id in group:
                row.addWidget(self._context.commands.button(id, self))
            row.addSpacing(8)
        row.addStretch(1)
        self._only.setCheckable(True)
        self._only.setToolTip(translate("Lint", "List Issues and leave FYIs out"))
        row.addWidget(self._only)
        return row

    def _count_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        for severity, sign in self._signs.items():
            sign.setPixmap(severity_icon(severity).pixmap(16, 16))
            row.addWidget(sign)
            self._counts[severity].setFont(figures())
            row.addWidget(self._counts[severity])
            row.addSpacing(12)
        row.addStretch(1)
        self._part.setProperty("role", "dim")
        self._part.setFont(figures())
        row.addWidget(self._part)
        return row

    def _empty(self) -> QWidget:
        empty = QWidget(self)
        self._words.setProperty("role", "dim")
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(empty)
        column.setContentsMargins(24, 0, 24, 0)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._words)
        column.addWidget(self._look, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        return empty

    def come_forward(self) -> None:
        """Bring the dock that the panel is in to the front."""
        widget: QWidget | None = self
        while widget is not None and not isinstance(widget, QDockWidget):
            widget = widget.parentWidget()
        if widget is not None:
            widget.show()
            widget.raise_()

    # --- showing -------------------------------------------------------------------------------------------

    def fill(self) -> None:
        """Show the findings, or why there are none."""
        walk = self.walk
        self.list.fill()
        for severity, count in zip((ISSUE, FYI), walk.counts(), strict=True):
            self._counts[severity].setText(counted(severity, count))
            for label in (self._signs[severity], self._counts[severity]):
                label.setVisible(walk.looked)
        self._only.setVisible(walk.looked)
        self._stack.setCurrentIndex(0 if walk.rows else 1)
        looking = walk.job is not None
        self._progress.setVisible(looking)
        part = walk.linted < walk.mended
        self._part.setVisible(walk.looked and part)
        self._part.setText(_share(walk))
        self._look.setVisible(not looking and (part or not walk.looked))
        clean = walk.looked and not looking and not part
        self._picture.setPixmap((icon("circle-check", OK) if clean else icon("search", TEXT_DIM)).pixmap(32, 32))
        self._words.setText(self._why_empty())

    def _why_empty(self) -> str:
        walk = self.walk
        if walk.job is not None:
            return translate("Lint", "The repairs are being looked over. What shows is listed at the end.")
        if not walk.looked:
            return translate(
                "Lint",
                "No repair has been looked over yet. Run a pass or mend by hand, then let the linter find outlines, "
                "dead or frozen grain, ghosts and flicker.",
            )
        if walk.issues_only and walk.counts()[1]:
            return translate("Lint", "There is no Issue. The FYIs are not listed.")
        if walk.linted < walk.mended:
            return translate("Lint", "Nothing shows of the few that were looked over. The others have not been.")
        return translate("Lint", "Nothing shows of the repairs that were looked over.")

    def _on_job(self, job: Job) -> None:
        if job.kind == KIND and job is self.walk.job and job.report is not None:
            self._progress.setRange(0, max(job.report.total, 1))
            self._progress.setValue(job.report.done)


def _share(walk: Walk) -> str:
    """How many of the repairs were looked over."""
    text = translate("Lint", "{linted} of {mended} repair(s) looked over", n=walk.mended)
    return filled(text, linted=f"{walk.linted:,}", mended=f"{walk.mended:,}")
