"""The sound's peaks for the film as it is laid out, taken over from the waveforms made in the background."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from app.media.reel import Reel
from app.playback.film import Film
from app.playback.waveform import Peaks, Waveforms
from widgets.bridge.bridge import Bridge

EVERY_MS = 500
"""A waveform in the making is looked at so often."""


class Waves(QObject):
    """Belongs to the UI thread."""

    came = Signal(object, object)
    """The `Film` asked for, and its peaks: `(length, 2)` int16, least and greatest sample of each position."""

    def __init__(self, bridge: Bridge, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._rest = QTimer(self, singleShot=True, interval=EVERY_MS)
        self._rest.timeout.connect(self.ask)
        reels: Mapping[str, Reel] = bridge.session.engine.reels
        self._waveforms: Waveforms | None = None
        if any(reel.sound for reel in reels.values()):
            post, poke = bridge.inbox.post, self._poke
            self._waveforms = Waveforms(reels, folder, lambda reel: post(poke))

    def ask(self) -> None:
        """Take over what is known by now; `came` follows, if there is sound at all."""
        waveforms, film = self._waveforms, self._bridge.film
        if waveforms is None:
            return

        def read() -> tuple[Film, Peaks]:
            return film, waveforms.of_film(film, 0, film.length, film.length)

        self._bridge.ask(self, "waves", read, lambda found: self.came.emit(*found))

    def close(self) -> None:
        """Make no more; what is done so far is kept on the disk."""
        waveforms, self._waveforms = self._waveforms, None
        if waveforms is not None:
            waveforms.close()

    def _poke(self) -> None:
        if isValid(self) and self._waveforms is not None and not self._rest.isActive():
            self._rest.start()
