"""The row of displays: which one's picture B shows, typed or chosen, and false colour."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app.engine.look import HdrLook
from widgets.commands import CommandTable
from widgets.hdr.hand import VividHand
from widgets.hdr.nits_field import NitsField
from widgets.inspector.parts import ElidedLabel
from widgets.text import translate
from widgets.viewer.words import DISPLAYS, simulation

HEIGHT = 24
SEEN = (0.0, *DISPLAYS)
"""Peaks that have a button and a command; 0 is the master."""


class DisplayRow(QWidget):
    """Buttons of the commands, a field for any other peak, and below what the screen cannot show of it."""

    def __init__(self, hand: VividHand, commands: CommandTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hand = hand
        first = QHBoxLayout()
        first.setContentsMargins(0, 0, 0, 0)
        first.setSpacing(2)
        self.buttons: dict[float, QToolButton] = {}
        for nits in SEEN:
            button = self.buttons[nits] = commands.button(f"hdr.see_{nits:g}", self)
            commands.action(f"hdr.see_{nits:g}").setIconText(translate("Hdr", "Master") if not nits else f"{nits:g}")
            button.setToolButtonStyle(button.toolButtonStyle().ToolButtonTextOnly)
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            button.setFixedHeight(HEIGHT)
            first.addWidget(button, 3 if not nits else 2)
        self.typed = NitsField(
            (150.0, 200.0, 400.0, 600.0, 1500.0, 2000.0, 4000.0),
            translate("Hdr", "Display, cd/m²"),
            translate("Hdr", "See the picture as a display of any peak shows it: type cd/m²"),
            self,
        )
        self.typed.chosen.connect(hand.see)
        second = QHBoxLayout()
        second.setContentsMargins(0, 0, 0, 0)
        second.setSpacing(4)
        second.addWidget(self.typed, 1)
        for id in ("hdr.beside_master", "hdr.false_colour"):
            button = commands.button(id, self)
            button.setFixedSize(QSize(HEIGHT + 4, HEIGHT))
            second.addWidget(button)
        self.said = ElidedLabel("", self)
        self.said.setProperty("role", "warn")
        policy = self.said.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the curve below must not move under a hand
        self.said.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self.said)
        hand.desk.compare_changed.connect(self.show_state)
        self.show_state()

    def show_state(self) -> None:
        """Say what B shows, and what of that is simulated."""
        look = self._hand.desk.compare.b.hdr or HdrLook()
        self.typed.show_nits(look.nits)
        said = simulation(look)
        self.said.setText(said)
        self.said.setToolTip(said)
        self.said.setVisible(bool(said))
