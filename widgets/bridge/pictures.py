"""Pictures for panes: the newest wish wins, and a picture at hand is shown at once."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from app.engine.look import Look, Shown
from app.engine.worker import Cancelled, Priority, Token
from app.errors import ReelmendError
from app.playback.supply import Supply
from widgets.bridge.inbox import Inbox

Render = Callable[[int, Look, int, Priority, Token], "Future[Shown]"]
"""Make the display picture of a programme position: look, scale, priority, token."""


@dataclass(frozen=True, slots=True)
class Arrived:
    """A picture for a pane. `newest` is False where a later one is wanted by now (shown while scrubbing)."""

    pane: str
    position: int
    look: Look
    shown: Shown
    newest: bool = True


@dataclass(frozen=True, slots=True)
class _Wish:
    position: int
    look: Look
    scale: int


@dataclass(slots=True)
class _Running:
    wish: _Wish
    token: Token
    asked_at: int


class Pictures(QObject):
    """What panes see. Used on the UI thread; never waits.

    A pane has at most one picture in the making and one wish after it. While the film stands, a picture that is
    no longer wanted is cancelled; while it is scrubbed or plays, it is finished and shown, so that something moves.
    """

    arrived = Signal(object)
    failed = Signal(str, int, str)
    """Pane, position and the sentence of a frame that cannot be shown."""
    stocked = Signal()
    """Other pictures are at hand than before."""

    def __init__(self, render: Render, supply: Supply, inbox: Inbox, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.supply = supply
        self.moving = False
        """True while the film is scrubbed or plays."""
        self._render = render
        self._inbox = inbox
        supply.watch(lambda: inbox.post(self.stocked.emit))
        self._running: dict[str, _Running] = {}
        self._waiting: dict[str, _Wish] = {}

    def want(self, pane: str, position: int, look: Look, scale: int = 1) -> Shown | None:
        """The picture where it is at hand; otherwise None, and `arrived` tells when it has come."""
        wish = _Wish(position, look, scale)
        held = self.supply.at_hand(position, look, scale)
        running = self._running.get(pane)
        if held is not None:
            self._waiting.pop(pane, None)
            if running is not None and not self.moving:
                running.token.cancel()
            return held
        if running is None:
            self._begin(pane, wish)
        elif running.wish == wish and running.asked_at == self.supply.seq and not running.token.cancelled:
            self._waiting.pop(pane, None)
        else:
            self._waiting[pane] = wish
            if not self.moving:
                running.token.cancel()
        return None

    def forget(self, pane: str) -> None:
        """A pane is gone, or shows nothing."""
        self._waiting.pop(pane, None)
        if (running := self._running.get(pane)) is not None:
            running.token.cancel()

    def busy(self, pane: str) -> bool:
        """True while a picture is being made for the pane."""
        return pane in self._running

    @property
    def making(self) -> bool:
        """True while a picture is being made for any pane: whoever computes for less should wait."""
        return bool(self._running)

    def _begin(self, pane: str, wish: _Wish) -> None:
        token = Token()
        self._running[pane] = _Running(wish, token, self.supply.seq)
        priority = Priority.SCRUB if self.moving else Priority.SHOWN
        future = self._render(wish.position, wish.look, wish.scale, priority, token)
        future.add_done_callback(lambda done: self._inbox.post(lambda: self._finished(pane, wish, done)))

    def _finished(self, pane: str, wish: _Wish, future: Future[Shown]) -> None:
        asked_at = self._running.pop(pane).asked_at
        following = self._waiting.pop(pane, None)
        if following is not None:
            self._begin(pane, following)
        try:
            shown = future.result()
        except (Cancelled, CancelledError):
            return
        except ReelmendError as error:
            if following is None:
                self.failed.emit(pane, wish.position, str(error))
            return
        self.supply.put(wish.position, wish.look, wish.scale, shown, asked_at)
        if following is None or self.moving:
            self.arrived.emit(Arrived(pane, wish.position, wish.look, shown, following is None))
