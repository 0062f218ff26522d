"""How far the list is, how fast the work goes, and when it will be done."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QProgressBar, QVBoxLayout, QWidget

from widgets.text import filled, translate
from widgets.theme import figures
from widgets.triage.room import Room
from widgets.triage.words import duration


class ProgressBox(QWidget):
    """A bar and two lines."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(translate("Triage", "Candidates judged"))
        self.done, self.pace = QLabel(self), QLabel(self)
        for line in (self.done, self.pace):
            line.setFont(figures(12))
            line.setWordWrap(True)
        self.pace.setProperty("role", "dim")
        self.pace.setToolTip(
            translate(
                "Triage",
                "Median time from one decision to the next, keys for each decision, and how long what is left will "
                "take at this pace. Pauses of more than half a minute do not count.",
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for part in (self.bar, self.done, self.pace):
            column.addWidget(part)
        self.fill()

    def fill(self) -> None:
        """Say how things stand."""
        listed, measured = self._room.listed, self._room.pace.measured
        total, done, frames = len(listed), listed.done, listed.listing.frame_count
        # Qt's bars count in 32 bits and a film's repairs fit; an empty list must not look busy.
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)
        self.done.setText(
            filled(
                translate(
                    "Triage",
                    "{done} of {total} judged, {frames} of {all} frame(s) done",
                    n=listed.listing.frame_count,
                ),
                done=f"{done:,}",
                total=f"{total:,}",
                frames=f"{listed.frames_done:,}",
                all=f"{frames:,}",
            )
        )
        self.bar.setToolTip(self.done.text())
        left = self._room.pace.left_s(total - done)
        if measured.decision_s is None or left is None:
            self.pace.setText(translate("Triage", "Time for each decision: none made yet"))
            return
        self.pace.setText(
            filled(
                translate("Triage", "{time} s a decision, {keys} keys each, {left} left"),
                time=f"{measured.decision_s:.1f}",
                keys=f"{measured.keys_a_decision or 0.0:.2f}",
                left=duration(left),
            )
        )
