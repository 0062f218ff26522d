"""What would be written, as lines, with warnings below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from app.jobs.export_check import ExportCheck
from widgets.export.words import issue_words, length, picture_words, room_words, sound_words
from widgets.text import translate
from widgets.theme import icon
from widgets.theme.palette import WARN


class Summary(QFrame):
    """A card. Its lines are read by screen readers as one text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._length = QLabel(self)
        self._picture = QLabel(self)
        self._sound = QLabel(self)
        self._room = QLabel(self)
        lines = QFormLayout()
        lines.setHorizontalSpacing(16)
        lines.setVerticalSpacing(4)
        lines.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        for title, value in (
            (translate("Export", "Length"), self._length),
            (translate("Export", "Picture"), self._picture),
            (translate("Export", "Sound"), self._sound),
            (translate("Export", "Size"), self._room),
        ):
            name = QLabel(title, self)
            name.setProperty("role", "dim")
            name.setMinimumWidth(88)
            lines.addRow(name, value)
        self._warnings = QGridLayout()
        self._warnings.setHorizontalSpacing(8)
        self._warnings.setVerticalSpacing(4)
        self._warnings.setColumnStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addLayout(lines)
        layout.addLayout(self._warnings)

    def show_check(self, found: ExportCheck) -> None:
        """Show what was found; dashes where nothing can be told."""
        written = found.written
        self._length.setText(length(found.frames, written.rate) if written is not None else "–")
        self._picture.setText(picture_words(written.format) if written is not None else "–")
        self._sound.setText(sound_words(found) if written is not None else "–")
        self._room.setText(room_words(found) if written is not None else "–")
        while (item := self._warnings.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for row, issue in enumerate(issue for issue in found.issues if not issue.blocking):
            sign, words = QLabel(self), QLabel(issue_words(issue), self, wordWrap=True)
            sign.setPixmap(icon("triangle-alert", WARN).pixmap(16, 16))
            self._warnings.addWidget(sign, row, 0, Qt.AlignmentFlag.AlignTop)
            self._warnings.addWidget(words, row, 1)
