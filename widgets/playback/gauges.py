"""What playing says of itself: speed, pictures a second, dropped frames, and what is not the real thing."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from app.playback.sound import SoundState
from widgets.playback.player import Player
from widgets.text import translate
from widgets.theme import icon
from widgets.theme.palette import TEXT, TEXT_DIM, WARN

SLOW_SHARE = 0.97
"""Below this part of the wanted pictures a second, the number is marked."""
_WORDS_WIDTH = 140
_SIGN, _GAP = 16, 4


def speed_text(speed: Fraction) -> str:
    """'2×', '-1×', '¼×'; '' standing."""
    if not speed:
        return ""
    size = "¼" if abs(speed) == Fraction(1, 4) else str(abs(speed))
    return f"{'−' if speed < 0 else ''}{size}×"


def rate_text(rate: Fraction) -> str:
    """'24', '23.976'."""
    return f"{float(rate):.3f}".rstrip("0").rstrip(".")


class Said(NamedTuple):
    """Something a person must know: in a word, by a sign where a word has no room, and in a sentence."""

    word: str
    sign: str
    sentence: str


def words(player: Player) -> list[Said]:
    """What a person must know about what is seen and heard; nothing where all is real."""
    said = []
    state = player.sound_state
    if player.approximate:
        sentence = translate(
            "Playback", "While the film moves, a small stand-in is shown of what cannot be read in time"
        )
        said.append(Said(translate("Playback", "proxy"), "film", sentence))
    if state is SoundState.NO_DEVICE:
        sentence = translate("Playback", "This machine has no sound device: the film plays by its own clock")
        said.append(Said(translate("Playback", "no sound device"), "volume-x", sentence))
    elif state is SoundState.READY and player.transport.playing and not player.sounding:
        sentence = translate("Playback", "Sound plays forward at 1× only")
        said.append(Said(translate("Playback", "silent"), "volume-x", sentence))
    elif state is SoundState.READY and player.muted:
        said.append(Said(translate("Playback", "muted"), "volume-x", translate("Playback", "The sound is muted")))
    share = player.proxies_made
    if share is not None and not player.transport.playing:
        sentence = translate("Playback", "Proxies of what cannot be read in time are made while the film stands")
        word = translate("Playback", "proxies {share} %").format(share=int(100 * share))
        said.append(Said(word, "clock", sentence))
    return said


class Gauges(QWidget):
    """Words of warning, speed, measured against wanted pictures a second, dropped frames (a click counts anew).

    Numbers have places of their own: nothing moves while they change.
    """

    def __init__(self, player: Player, reset: QToolButton, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._player = player
        self.words = Words(self)
        self.speed = _place(self, "−8×", TEXT)
        self.rate = _place(self, _rates(59.9, Fraction(60000, 1001)), TEXT_DIM)
        self.rate.setToolTip(translate("Playback", "Pictures shown in the last second, and how many there should be"))
        self.dropped = reset
        self.dropped.setParent(self)
        self.dropped.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.dropped.setText(translate("Playback", "%n dropped", n=9999))
        self.dropped.setIcon(icon("triangle-alert", WARN))
        self.dropped.setFixedWidth(self.dropped.sizeHint().width())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.words, 1)
        for widget in (self.speed, self.rate, self.dropped):
            layout.addWidget(widget)

    def refresh(self) -> None:
        """Read the player anew."""
        self.speed.setText(speed_text(self._player.transport.speed))
        self.words.say(words(self._player), WARN if self._player.approximate else TEXT_DIM)
        self._show_rate()
        self._show_dropped()

    def _show_rate(self) -> None:
        transport, measured = self._player.transport, self._player.measured_rate
        wanted = transport.wanted_rate or transport.rate
        self.rate.setText(_rates(measured, wanted))
        slow = measured is not None and measured < SLOW_SHARE * float(wanted)
        _tint(self.rate, WARN if slow else TEXT_DIM)

    def _show_dropped(self) -> None:
        count = self._player.transport.dropped
        text = translate("Playback", "%n dropped", n=count)
        if text != self.dropped.text():
            self.dropped.setText(text)
            self.dropped.setAccessibleName(text)
        # Colour is never the only sign: dropped frames bring a triangle.
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if count else Qt.ToolButtonStyle.ToolButtonTextOnly
        self.dropped.setToolButtonStyle(style)
        _tint(self.dropped, TEXT if count else TEXT_DIM)


class Words(QWidget):
    """Words at the right of whatever room there is; signs where they do not fit. The tooltip has the sentences."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._said: list[Said] = []
        self._tint = TEXT_DIM
        self.roomy = True
        """False where signs must do, so that numbers have their places."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def say(self, said: list[Said], tint: str) -> None:
        """Say this, in this colour."""
        if (said, tint) != (self._said, self._tint):
            self._said, self._tint = said, tint
            self.setToolTip("\n".join(one.sentence for one in said))
            self.setAccessibleName(self.text())
            self.updateGeometry()
            self.update()

    def text(self) -> str:
        """All words in a line."""
        return " · ".join(one.word for one in self._said)

    @property
    def spelt(self) -> bool:
        """True where the words have room."""
        return self._text_width() <= self.width()

    def give_way(self, roomy: bool) -> None:
        """Claim room for the words, or for the signs only."""
        if roomy != self.roomy:
            self.roomy = roomy
            self.updateGeometry()

    def _text_width(self) -> int:
        return self.fontMetrics().horizontalAdvance(self.text()) + 2

    def minimumSizeHint(self) -> QSize:
        """Room for the usual words, or for the signs."""
        signs = len(self._said) * (_SIGN + _GAP)
        return QSize(max(signs, min(self._text_width(), _WORDS_WIDTH)) if self.roomy else signs, _SIGN)

    def sizeHint(self) -> QSize:
        """No more than it must have: the rest is shared out."""
        return self.minimumSizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what fits."""
        painter = QPainter(self)
        if self.spelt:
            painter.setPen(QColor(self._tint))
            place = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(self.rect(), place, self.text())
        else:
            at = QRect(self.width(), (self.height() - _SIGN) // 2, _SIGN, _SIGN)
            for one in reversed(self._said):
                at.translate(-_SIGN - _GAP, 0)
                icon(one.sign, self._tint).paint(painter, at)
        painter.end()


def _rates(measured: float | None, wanted: Fraction) -> str:
    if measured is None:
        return translate("Playback", "{wanted} fps").format(wanted=rate_text(wanted))
    # A tick more or less in one second is no faster film.
    shown = f"{min(measured, float(wanted)):.1f}"
    return translate("Playback", "{measured} / {wanted} fps").format(measured=shown, wanted=rate_text(wanted))


def _place(parent: QWidget, widest: str, tint: str) -> QLabel:
    label = QLabel(parent)
    label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    _tint(label, tint)
    label.setFixedWidth(label.fontMetrics().horizontalAdvance(widest) + 4)
    return label


def _tint(widget: QWidget, tint: str) -> None:
    if widget.property("tint") != tint:
        widget.setProperty("tint", tint)
        widget.setStyleSheet(f"color: {tint}")
