"""A page of rows: a name at the left, the control, and below it what there is to know."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

LABEL_WIDTH = 160
CONTROL_HEIGHT = 28


class Page(QWidget):
    """Rows one below the other, a title on top."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = title
        heading = QLabel(title)
        heading.setProperty("role", "heading")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 16, 24, 16)
        self.column.setSpacing(16)
        self.column.addWidget(heading)
        self._form = QGridLayout()
        self._form.setHorizontalSpacing(16)
        self._form.setVerticalSpacing(16)
        self._form.setColumnStretch(1, 1)
        self.column.addLayout(self._form)

    def row(self, name: str, *controls: QWidget, note: QLabel | str | tuple[QLabel, ...] = "") -> None:
        """Add a row; the first control is the one that the name belongs to."""
        label = QLabel(name)
        label.setMinimumWidth(LABEL_WIDTH)
        label.setMinimumHeight(CONTROL_HEIGHT)
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        label.setBuddy(controls[0])
        for control in controls:
            if not control.accessibleName():
                control.setAccessibleName(name)
            if isinstance(control, QPushButton):
                control.setAutoDefault(False)  # Enter in a field beside it must not press it
        line = QHBoxLayout()
        line.setSpacing(8)
        for control in controls:
            line.addWidget(control)
        line.addStretch(1)
        field = QVBoxLayout()
        field.setSpacing(4)
        field.addLayout(line)
        if isinstance(note, str):
            note = (told(note),) if note else ()
        for line_below in note if isinstance(note, tuple) else (note,):
            field.addWidget(line_below)
        row = self._form.rowCount()
        self._form.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        self._form.addLayout(field, row, 1)

    def finish(self) -> None:
        """No more rows: keep them at the top."""
        self.column.addStretch(1)


def told(text: str = "", role: str = "dim") -> QLabel:
    """A small line below a control."""
    label = QLabel(text)
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label


def say(label: QLabel, text: str, role: str = "dim") -> None:
    """Change what a line says, and how it looks."""
    label.setText(text)
    if label.property("role") != role:
        label.setProperty("role", role)
        label.style().unpolish(label)
        label.style().polish(label)
