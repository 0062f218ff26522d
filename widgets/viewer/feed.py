"""The pictures of one viewer: what it wants of the bridge, and what it has got."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app.engine.look import NO_PREVIEW, Look, Shown
from app.media.reel import FrameId
from widgets.bridge.bridge import Bridge
from widgets.bridge.pictures import Arrived
from widgets.desk import Desk
from widgets.text import sentence


class Feed(QObject):
    """Asks for the pictures of panes "a" and "b" and keeps the newest that came.

    While a picture is on its way the one before stays: an edit or a step must not flash.
    """

    changed = Signal(str)
    """A pane has another picture, or a sentence why it has none."""

    def __init__(self, bridge: Bridge, desk: Desk, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._desk = desk
        self._name = name
        self._scales: dict[str, int] = {}
        self.shown: dict[str, Shown] = {}
        self.problems: dict[str, str] = {}
        bridge.pictures.arrived.connect(self._take)
        bridge.pictures.failed.connect(self._fail)

    def look(self, pane: str) -> Look:
        """What a pane looks at: the desk's look, with the row looked at and a slider's preview where it says now."""
        look = self._desk.compare.a if pane == "a" else self._desk.compare.b
        if look.at is not None:
            return look
        if self._desk.viewing is not None:
            return replace(look, at=self._desk.viewing)
        return replace(look, preview=self._desk.preview)

    def want(self, scales: Mapping[str, int]) -> None:
        """Ask for the pictures of these panes, at 1/scale of their size; other panes are given up."""
        for pane in self._scales.keys() - scales.keys():
            self._bridge.pictures.forget(self._key(pane))
            self.shown.pop(pane, None)
        self._scales = dict(scales)
        if not self._bridge.film.length:
            self.clear()
            return
        for pane, scale in scales.items():
            held = self._bridge.pictures.want(self._key(pane), self._desk.playhead, self.look(pane), scale)
            if held is not None:
                self._show(pane, held)

    def refine(self, scales: Mapping[str, int]) -> None:
        """As `want`, but only where what is held or on its way is too coarse, or panes differ."""
        known = self._scales
        if scales.keys() != known.keys() or any(scale < known[pane] for pane, scale in scales.items()):
            self.want(scales)

    def rest(self) -> None:
        """Ask for nothing more; what is shown stays."""
        for pane in self._scales:
            self._bridge.pictures.forget(self._key(pane))

    def clear(self) -> None:
        """Show nothing, ask for nothing."""
        self.rest()
        self.shown.clear()
        self.problems.clear()

    @property
    def wanted(self) -> FrameId | None:
        """The frame under the playhead."""
        film = self._bridge.film
        return film.frame(film.clamped(self._desk.playhead)) if film.length else None

    def is_current(self, pane: str) -> bool:
        """Whether a pane shows the frame under the playhead."""
        shown = self.shown.get(pane)
        return shown is not None and shown.frame == self.wanted and shown.look == self.look(pane)

    def _key(self, pane: str) -> str:
        return f"{self._name}.{pane}"

    def _pane(self, key: str) -> str | None:
        name, _, pane = key.rpartition(".")
        return pane if name == self._name and pane in self._scales else None

    def _take(self, arrived: Arrived) -> None:
        pane = self._pane(arrived.pane)
        if pane is None:
            return
        moving = self._desk.scrubbing or self._desk.speed != 0
        if self._fits(arrived.look, self.look(pane)) and (moving or arrived.position == self._desk.playhead):
            self._show(pane, arrived.shown)

    def _fits(self, look: Look, wanted: Look) -> bool:
        """Whether a picture of `look` may be shown; while a slider is dragged, also that of a moment ago."""
        dragged = self._desk.preview != NO_PREVIEW
        return look == wanted or (dragged and replace(look, preview=wanted.preview) == wanted)

    def _show(self, pane: str, shown: Shown) -> None:
        self.problems.pop(pane, None)
        self.shown[pane] = shown
        self.changed.emit(pane)

    def _fail(self, key: str, position: int, reason: str) -> None:
        pane = self._pane(key)
        if pane is not None and position == self._desk.playhead:
            self.shown.pop(pane, None)
            self.problems[pane] = sentence(reason)
            self.changed.emit(pane)
