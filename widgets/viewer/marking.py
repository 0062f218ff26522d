"""Which marks a viewer shows on a frame, and in which state: as the ledger says, or as a slider tries out."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.media.reel import FrameId
from widgets.bridge.bridge import Bridge
from widgets.desk import Desk
from widgets.viewer.book import AHEAD, MarkBook
from widgets.viewer.marks import Marked


class Marking:
    """The marks of the frame on the screen. The same object is given while nothing of it changes."""

    def __init__(self, bridge: Bridge, desk: Desk, owner: QObject) -> None:
        self.book = MarkBook(bridge, owner)
        self._bridge = bridge
        self._desk = desk
        self._known: Marked | None = None

    def of(self, frame: FrameId, at: int | None) -> Marked | None:
        """The marks of a frame at a ledger row (None: now); None while they are being read."""
        plain, known = self._read(frame, at), self._known
        if plain is None:  # after an edit what was marked before stays until the frame has been read again
            return known if known is not None and known.frame == frame else None
        thresholds = self._thresholds(frame)
        marked = Marked.at(frame, plain.marks, thresholds) if thresholds else plain
        if known is None or known.marks is not marked.marks or known.states != marked.states:
            self._known = marked
        return self._known

    def _read(self, frame: FrameId, at: int | None) -> Marked | None:
        """They are read ahead while the film plays, not at all while it flies past."""
        speed = self._desk.speed
        if self._desk.scrubbing or abs(speed) > 1:
            return self.book.held(frame, at)
        return self.book.get(frame, at, AHEAD if speed > 0 else 0)

    def _thresholds(self, frame: FrameId) -> dict[tuple[str, str], float]:
        """What a slider tries out on the frame's shot, by pass and defect."""
        tried = self._desk.preview.thresholds
        if not tried:
            return {}
        shot = self._bridge.snapshot.shot_at(frame.reel, frame.index).id
        return {(key[0], key[2]): value for key, value in tried.items() if key[1] == shot}
