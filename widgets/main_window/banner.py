"""Sentences that a person should read, over the upper edge of the picture."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from widgets.text import filled, translate
from widgets.theme import icon

KEPT = 3
"""Banners that stand at once; older ones go."""
NOTICE_MS = 12_000
"""How long a notice stands that asks for nothing; failures stay until they are closed."""


class Banners(QWidget):
    """A stack of banners; gone while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(1)
        self.hide()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_failure(self, headline: str, sentence: str) -> Banner:
        """Tell what went wrong and what to do."""
        return self._add(Banner("bad", "triangle-alert", headline, sentence, self))

    def show_notice(
        self, headline: str, sentence: str = "", action: str = "", run: Callable[[], object] | None = None
    ) -> Banner:
        """Tell what happened, with one thing to do about it where `action` names it."""
        banner = Banner("note", "info", headline, sentence, self, action, run)
        if not action:
            QTimer.singleShot(NOTICE_MS, banner, banner.dismiss)
        return self._add(banner)

    def clear(self) -> None:
        """Take all banners away."""
        for banner in self.findChildren(Banner):
            banner.dismiss()

    def _add(self, banner: Banner) -> Banner:
        standing = [one for one in self.findChildren(Banner) if one is not banner]
        for old in standing:
            if (old.headline, old.sentence) == (banner.headline, banner.sentence):
                old.dismiss()
        standing = [one for one in standing if not one.gone]
        for old in standing[: max(len(standing) - KEPT + 1, 0)]:
            old.dismiss()
        self._layout.addWidget(banner)
        banner.ended.connect(self._rest)
        self.show()
        return banner

    def _rest(self) -> None:
        self.setVisible(any(not banner.gone for banner in self.findChildren(Banner)))


class Banner(QFrame):
    """One sentence with a headline, to be read and closed."""

    ended = Signal()
    """It was taken away."""

    def __init__(
        self,
        kind: str,
        picture: str,
        headline: str,
        sentence: str,
        parent: QWidget,
        action: str = "",
        run: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(parent)
        self.headline = headline
        self.sentence = sentence
        self.gone = False
        self.setProperty("role", "banner")
        self.setProperty("kind", kind)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 4, 4)
        layout.setSpacing(8)
        sign = QLabel(self)
        sign.setPixmap(icon(picture).pixmap(16, 16))
        both = translate("Window", "{headline}. {sentence}")
        text = QLabel(filled(both, headline=headline, sentence=sentence) if sentence else headline, self)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        text.setWordWrap(True)  # after the policy: it adds to it that the height follows from the width
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setAccessibleName(text.text())
        layout.addWidget(sign)
        layout.addWidget(text, 1)
        if action and run is not None:
            button = QPushButton(action, self)
            button.clicked.connect(run)
            button.clicked.connect(self.dismiss)
            layout.addWidget(button)
        close = QToolButton(self)
        close.setIcon(icon("x"))
        close.setAutoRaise(True)
        close.setToolTip(translate("Window", "Close this message"))
        close.setAccessibleName(close.toolTip())
        close.clicked.connect(self.dismiss)
        layout.addWidget(close)

    def dismiss(self) -> None:
        """Take the banner away."""
        self.gone = True
        self.hide()
        self.ended.emit()
        self.deleteLater()
