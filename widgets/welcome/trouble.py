"""A card that says what is wrong with a project, and what can be done."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from app.errors import LockedError, ReelmendError
from widgets.text import sentence, translate
from widgets.theme import icon
from widgets.theme.palette import WARN


class TroubleCard(QFrame):
    """Hidden until something goes wrong; every way on is a button, the likeliest first."""

    open_requested = Signal(Path, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self._path = Path()
        sign = QLabel()
        sign.setPixmap(icon("triangle-alert", WARN).pixmap(QSize(20, 20)))
        self.headline = QLabel()
        self.headline.setProperty("role", "heading")
        self.headline.setWordWrap(True)
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.look = QPushButton(translate("Welcome", "Open to look only"))
        self.again = QPushButton()
        self.back = QPushButton(translate("Welcome", "Back"))
        self.look.clicked.connect(lambda: self._go(True))
        self.again.clicked.connect(lambda: self._go(False))
        self.back.clicked.connect(self.hide)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.look, self.again, self.back):
            buttons.addWidget(button)
        buttons.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 12, 16, 12)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.addWidget(sign, 0, 0)
        grid.addWidget(self.headline, 0, 1)
        grid.addWidget(self.text, 1, 1)
        grid.addLayout(buttons, 2, 1)
        grid.setColumnStretch(1, 1)
        self.hide()

    def tell(self, path: Path, error: ReelmendError) -> None:
        """A project could not be opened."""
        locked = isinstance(error, LockedError)
        headline = (
            translate("Welcome", "{name} is being worked on elsewhere")
            if locked
            else translate("Welcome", "{name} could not be opened")
        )
        said = sentence(str(error))
        if locked:
            said += "\n" + translate(
                "Welcome",
                "If that program was ended or its machine is off, try again: it is taken over once it was silent for "
                "two minutes.",
            )
        self._show(path, headline.format(name=path.stem), said, translate("Welcome", "Try again"), locked)

    def tell_crash(self, path: Path) -> None:
        """The last run ended without closing its project."""
        self._show(
            path,
            translate("Welcome", "Reelmend was ended before it could close {name}").format(name=path.stem),
            translate("Welcome", "Every edit the history showed as kept is there. A pass goes on where it stood."),
            translate("Welcome", "Open it again"),
            False,
        )

    def _show(self, path: Path, headline: str, text: str, again: str, look: bool) -> None:
        self._path = path
        self.headline.setText(headline)
        self.text.setText(text)
        self.again.setText(again)
        self.look.setVisible(look)
        self.show()
        (self.look if look else self.again).setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self, readonly: bool) -> None:
        self.hide()
        self.open_requested.emit(self._path, readonly)
