"""The frame of the candidate that comes next is made before it is asked for."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.engine.look import Look
from app.engine.worker import Priority, Token
from app.media.reel import FrameId
from widgets.bridge.pictures import Arrived
from widgets.context import Context


class Ahead(QObject):
    """Asks for one picture at a time, as the panes look at the film; it is found in the engine's cache later."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = context.bridge
        self._looks: dict[str, tuple[Look, int]] = {}
        self._tokens: list[Token] = []
        self._bridge.pictures.arrived.connect(self._note)

    def _note(self, arrived: Arrived) -> None:
        """How a pane looks at the film."""
        self._looks[arrived.pane] = (arrived.look, arrived.shown.scale)

    def make(self, frame: FrameId) -> None:
        """Make this frame next, and no other any more."""
        position = self._bridge.film.position(frame)
        for token in self._tokens:
            token.cancel()
        self._tokens = []
        if position is None or self._bridge.pictures.moving:
            return
        for look, scale in dict.fromkeys(self._looks.values()):
            token = Token()
            self._tokens.append(token)
            self._bridge.render(position, look, scale, Priority.PREFETCH, token)
