"""The thumbnails at hand, under a byte budget, and those still to be made. Never waited for."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap
from shiboken6 import isValid

from app.document.snapshot import Snapshot
from app.media.reel import FrameId
from widgets.timeline.thumbnail_maker import Bytes, Deliver

BUDGET = 48 * 2**20
"""Bytes of all thumbnails together: some 3,000 of them."""
HEIGHT = 128
"""Rows a thumbnail is made with: sharp in the tallest lane, and on screens of two pixels a point in the usual one."""
REST_MS = 120
"""The view must stand still so long before thumbnails are asked for: none is made for what only flies past."""


class Maker(Protocol):
    """Who makes thumbnails in the background."""

    def make(self, frame: FrameId, snapshot: Snapshot, height: int, deliver: Deliver) -> None:
        """Hand the picture of a frame to `deliver`, in another thread."""

    def close(self, *, wait: bool = False) -> None:
        """Make no more."""


class Thumbnails(QObject):
    """Belongs to the UI thread. One thumbnail is in the making at a time; a newer wish list replaces the older."""

    arrived = Signal(object)
    """`FrameId` of a thumbnail that has come."""

    def __init__(
        self,
        maker: Maker,
        post: Callable[[Callable[[], None]], None],
        snapshot: Callable[[], Snapshot],
        parent: QObject | None = None,
        budget: int = BUDGET,
    ) -> None:
        super().__init__(parent)
        self._maker = maker
        self._post = post
        self._snapshot = snapshot
        self._budget = budget
        self._held: OrderedDict[FrameId, QPixmap] = OrderedDict()
        self._fitted: dict[FrameId, QPixmap] = {}
        self._height = HEIGHT
        self._bytes = 0
        self._missing: set[FrameId] = set()
        self._wanted: list[FrameId] = []
        self._making: FrameId | None = None
        self._paused = False
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._next)

    @property
    def nbytes(self) -> int:
        """Bytes held."""
        return self._bytes

    @property
    def idle(self) -> bool:
        """True where nothing is wanted that could be made."""
        return self._making is None and not self._wanted

    def fit(self, height: int) -> None:
        """Hand them out with so many rows from now on, so that they are drawn without being scaled each time."""
        if height != self._height:
            self._height = height
            self._bytes -= sum(map(_bytes_of, self._fitted.values()))
            self._fitted.clear()

    def get(self, frame: FrameId) -> QPixmap | None:
        """The thumbnail where it is at hand."""
        fitted = self._fitted.get(frame)
        if fitted is None:
            picture = self._held.get(frame)
            if picture is None:
                return None
            fitted = picture.scaledToHeight(self._height, Qt.TransformationMode.SmoothTransformation)
            self._fitted[frame] = fitted
            self._bytes += _bytes_of(fitted)
        self._held.move_to_end(frame)
        return fitted

    def want(self, frames: Iterable[FrameId]) -> None:
        """These and no others are wanted, the first ones first; asked for once the view has come to rest."""
        self._wanted = [
            frame for frame in dict.fromkeys(frames) if frame not in self._held and frame not in self._missing
        ]
        if self._wanted:
            self._rest.start()
        else:
            self._rest.stop()

    def pause(self, paused: bool) -> None:
        """Begin none while the film plays or is scrubbed: the decoders have better work then."""
        self._paused = paused
        if not paused and self._wanted:
            self._rest.start()

    def forget(self) -> None:
        """The pictures of the reels may be others now."""
        self._held.clear()
        self._fitted.clear()
        self._missing.clear()
        self._bytes = 0

    def close(self, *, wait: bool = False) -> None:
        """Make no more."""
        self._rest.stop()
        self._wanted = []
        self._maker.close(wait=wait)

    def _next(self) -> None:
        if self._paused or self._making is not None or not self._wanted:
            return
        self._making = frame = self._wanted.pop(0)
        post, came = self._post, self._came
        self._maker.make(frame, self._snapshot(), HEIGHT, lambda made, picture: post(lambda: came(made, picture)))

    def _came(self, frame: FrameId, picture: Bytes | None) -> None:
        if not isValid(self):
            return  # the window is gone
        self._making = None
        if picture is None:
            self._missing.add(frame)
        else:
            self._keep(frame, picture)
            self.arrived.emit(frame)
        if not self._rest.isActive():
            self._next()

    def _keep(self, frame: FrameId, picture: Bytes) -> None:
        height, width = picture.shape[:2]
        made = QPixmap.fromImage(QImage(picture.data, width, height, 4 * width, QImage.Format.Format_RGB32))
        self._held[frame] = made
        self._bytes += _bytes_of(made)
        while self._bytes > self._budget and len(self._held) > 1:
            oldest, picture_of_it = self._held.popitem(last=False)
            fitted = self._fitted.pop(oldest, None)
            self._bytes -= _bytes_of(picture_of_it) + (0 if fitted is None else _bytes_of(fitted))


def _bytes_of(picture: QPixmap) -> int:
    return 4 * picture.width() * picture.height()
