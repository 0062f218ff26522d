"""The transport bar below the picture."""

from __future__ import annotations

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from app.document.change import Change
from app.playback.sound import SoundState
from widgets.context import Context
from widgets.playback.commands import BACKWARD, FORWARD, STOP, add_commands
from widgets.playback.gauges import Gauges
from widgets.playback.held_keys import HeldKeys
from widgets.playback.player import Player
from widgets.playback.position_field import PositionField
from widgets.playback.units import unit_of
from widgets.text import translate
from widgets.theme import icon

HEIGHT = 40
REFRESH_MS = 250
"""How often counts are read while the film plays."""
_UNIT = "playback/unit"
_BUTTONS = (
    "playback.first",
    "playback.step_back",
    BACKWARD,
    "playback.toggle",
    FORWARD,
    "playback.step",
    "playback.last",
)
_WIDE, _SPELT, _NARROW, _TIGHT, _NARROWEST = 1080, 960, 840, 620, 560
"""Logical pixels below which what can be had by key or menu gives way, and words become signs (`_SPELT`)."""


class TransportBar(QWidget):
    """Buttons, position, marks, loop, and what playing says of itself."""

    def __init__(self, context: Context, player: Player, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.player = player
        player.setParent(self)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(translate("Playback", "Transport"))
        self.keys = HeldKeys(context.commands, (BACKWARD, STOP, FORWARD), self._let_go, self)
        add_commands(context, player, self.keys, self._edit_position)
        keys = context.commands.action("playback.go_to").shortcut().toString()
        self.position = PositionField(unit_of(context.settings.value(_UNIT)), keys, self)
        self.length = QLabel(self)
        self.length.setProperty("role", "dim")
        self.length.setToolTip(translate("Playback", "Length of the film"))
        self.gauges = Gauges(player, context.commands.button("playback.reset_dropped", self), self)
        self._refresh_timer = QTimer(self, interval=REFRESH_MS)
        self._refresh_timer.timeout.connect(self.gauges.refresh)
        self._lay_out()
        self._listen()
        self._show_film()
        self._refresh()

    def _lay_out(self) -> None:
        button = self._context.commands.button
        self.buttons = {id: button(id, self) for id in _BUTTONS}
        self.marks = [button(id, self) for id in ("playback.mark_in", "playback.mark_out")]
        self.loop, self.mute = button("playback.loop", self), button("playback.mute", self)
        left = QHBoxLayout()
        left.setSpacing(4)
        left.addWidget(self.position)
        left.addWidget(self.length)
        left.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(4)
        for made in self.buttons.values():
            middle.addWidget(made)
        middle.addSpacing(8)
        for made in (*self.marks, self.loop, self.mute):
            middle.addWidget(made)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 12, 4)
        layout.setSpacing(8)
        layout.addLayout(left, 1)
        layout.addLayout(middle)
        layout.addWidget(self.gauges, 1)

    def _listen(self) -> None:
        desk, bridge = self._context.desk, self._context.bridge
        desk.playhead_changed.connect(self._show_position)
        bridge.changed.connect(self._on_changed)
        bridge.reloaded.connect(self._show_film)
        bridge.proxies_changed.connect(self.gauges.refresh)
        self.player.changed.connect(self._refresh)
        self.position.typed.connect(self.player.go)
        self.position.unit_changed.connect(self._keep_unit)

    def showEvent(self, event: QShowEvent) -> None:
        """Only now the window is known."""
        super().showEvent(event)
        self.keys.follow(self.window())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the least needed gives way."""
        super().resizeEvent(event)
        self._give_way(event.size().width())

    def _give_way(self, width: int) -> None:
        self.length.setVisible(width >= _WIDE)
        roomy = width >= _NARROW
        ends = self.buttons["playback.first"], self.buttons["playback.last"]
        spared: tuple[QWidget, ...] = (*self.marks, *ends, self.gauges.rate, self.position.menu_button)
        for widget in spared:
            widget.setVisible(roomy)
        for widget in (self.buttons["playback.step_back"], self.buttons["playback.step"], self.loop):
            widget.setVisible(width >= _TIGHT)
        self.gauges.words.give_way(width >= _SPELT)
        self.mute.setVisible(roomy and self.player.sound_state is SoundState.READY)

    def minimumSizeHint(self) -> QSize:
        """Narrower than all that could stand in it."""
        return QSize(_NARROWEST, HEIGHT)

    def _edit_position(self) -> None:
        self.position.begin()

    def _let_go(self, id: str) -> None:
        self.player.let_go(hold=id == STOP)

    def _on_changed(self, change: Change) -> None:
        self._show_film()

    def _show_film(self) -> None:
        film = self._context.bridge.film
        self.length.setText(f"/ {self.position.unit.written(film.length, film.rate)}")
        self._show_position(self._context.desk.playhead)
        self._refresh()

    def _show_position(self, position: int) -> None:
        self.position.show_position(position, self._context.bridge.film.rate)

    def _keep_unit(self, id: str) -> None:
        self._context.settings.set_value(_UNIT, id)
        self._show_film()

    def _refresh(self) -> None:
        playing = self.player.transport.playing
        if playing and not self._refresh_timer.isActive():
            self._refresh_timer.start()
        elif not playing:
            self._refresh_timer.stop()
        action = self._context.commands.action
        action("playback.toggle").setIcon(icon("pause" if playing else "play"))
        action("playback.mute").setIcon(icon("volume-x" if self.player.muted else "volume-2"))
        self._give_way(self.width())
        self.gauges.refresh()
