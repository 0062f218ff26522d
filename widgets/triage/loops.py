"""The loops at hand, under a byte budget, and those still to be made. Never waited for."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Protocol

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap
from shiboken6 import isValid

from app.document.candidates import Row
from app.document.query import Repair
from app.document.snapshot import Snapshot
from app.engine.look import ScreenPixels
from app.engine.loops import Loop
from operators.contract import Region
from widgets.triage.loop_maker import Deliver

BUDGET = 192 * 2**20
"""Bytes of all loops together: some 150 of them."""
SCALED = 18
"""Scaled pictures kept of a loop: three sizes of it."""
SIZE = (192, 144)
"""Pixels a picture of a loop is made with."""
REST_MS = 60
"""The list must stand still so long before loops are asked for: none is made for what only flies past."""
BUSY_MS = 25
"""While a picture is being made for the viewer, the loops wait and look again."""


class Maker(Protocol):
    """Who makes loops in the background."""

    def make(self, repair: Repair, snapshot: Snapshot, deliver: Deliver) -> None:
        """Hand a loop to `deliver`, in another thread."""

    def close(self, *, wait: bool = False) -> None:
        """Make no more."""


@dataclass(frozen=True, eq=False)
class Pictures:
    """A loop ready to be drawn: `after` in order, `before` the one at `middle` without the repair."""

    after: tuple[QPixmap, ...]
    before: QPixmap
    middle: int
    region: Region
    frame: tuple[str, int]
    _fits: dict[tuple[int, int], QPixmap] = field(default_factory=dict)

    def place(self, tick: int) -> int:
        """Which of the pictures is due."""
        return tick % len(self.after)

    def frame_at(self, tick: int) -> int:
        """The frame (index in the reel) whose picture is due."""
        return self.frame[1] + self.place(tick) - self.middle

    def at(self, tick: int, size: QSize, *, mended: bool) -> QPixmap:
        """The picture of a tick, mended or not, of this size: scaled once, for it is drawn twelve times a second."""
        place = self.place(tick)
        if place == self.middle and not mended:
            place = len(self.after)
        known = self._fits.get((place, size.width()))
        if known is None:
            picture = self.before if place == len(self.after) else self.after[place]
            smooth = Qt.TransformationMode.SmoothTransformation
            known = picture.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
            if len(self._fits) >= SCALED:
                self._fits.clear()
            self._fits[place, size.width()] = known
        return known

    @property
    def nbytes(self) -> int:
        """Bytes held; those of scaled ones are reckoned, for they come later."""
        return 2 * sum(4 * picture.width() * picture.height() for picture in (*self.after, self.before))


class Loops(QObject):
    """Belongs to the UI thread. One loop is in the making at a time; a newer wish list replaces the older."""

    arrived = Signal(int)
    """The number of a detection whose loop has come."""

    def __init__(
        self,
        maker: Maker,
        post: Callable[[Callable[[], None]], None],
        snapshot: Callable[[], Snapshot],
        busy: Callable[[], bool] = lambda: False,
        parent: QObject | None = None,
        budget: int = BUDGET,
    ) -> None:
        super().__init__(parent)
        self._maker, self._post, self._snapshot, self._busy = maker, post, snapshot, busy
        self._budget = budget
        self._held: OrderedDict[int, Pictures] = OrderedDict()
        self._stale: set[int] = set()
        self._bytes = 0
        self._missing: set[int] = set()
        self._wanted: list[Row] = []
        self._making: int | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._next)
        self.destroyed.connect(lambda: maker.close())

    @property
    def nbytes(self) -> int:
        """Bytes held."""
        return self._bytes

    @property
    def idle(self) -> bool:
        """True where nothing is wanted that could be made."""
        return self._making is None and not self._wanted

    def get(self, number: int) -> Pictures | None:
        """The loop of a detection where it is at hand."""
        held = self._held.get(number)
        if held is not None:
            self._held.move_to_end(number)
        return held

    def want(self, rows: Iterable[Row]) -> None:
        """These and no others are wanted, the first ones first; asked for once the list has come to rest."""
        self._wanted = [
            row
            for row in rows
            if row.number not in self._missing and (row.number not in self._held or row.number in self._stale)
        ]
        if self._wanted:
            self._rest.start()
        else:
            self._rest.stop()

    def doubt(self, frames: Iterable[tuple[str, int]]) -> None:
        """What is mended on these frames (reel, index) has changed: their loops are made anew when wanted."""
        touched = set(frames)
        reach = {(reel, index + by) for reel, index in touched for by in (-2, -1, 0, 1, 2)}
        self._stale |= {number for number, held in self._held.items() if held.frame in reach}

    def forget(self) -> None:
        """Everything may look otherwise now."""
        self._stale = set(self._held)
        self._missing.clear()

    def close(self, *, wait: bool = False) -> None:
        """Make no more."""
        self._rest.stop()
        self._wanted = []
        self._maker.close(wait=wait)

    def _next(self) -> None:
        if self._making is not None or not self._wanted:
            return
        if self._busy():
            self._rest.start(BUSY_MS)
            return
        self._rest.setInterval(REST_MS)
        row = self._wanted.pop(0)
        self._making = row.number
        self._stale.discard(row.number)
        post, came = self._post, self._came
        self._maker.make(row.repair, self._snapshot(), lambda loop: post(lambda: came(row, loop)))

    def _came(self, row: Row, loop: Loop | None) -> None:
        if not isValid(self):
            return  # the window is gone
        self._making = None
        if loop is None:
            self._missing.add(row.number)
        else:
            self._keep(row, loop)
            self.arrived.emit(row.number)
        if not self._rest.isActive():
            self._next()

    def _keep(self, row: Row, loop: Loop) -> None:
        old = self._held.pop(row.number, None)
        self._bytes -= 0 if old is None else old.nbytes
        made = Pictures(
            tuple(map(_pixmap, loop.pictures)),
            _pixmap(loop.before),
            loop.middle,
            loop.region,
            (row.repair.reel, row.repair.frame),
        )
        self._held[row.number] = made
        self._bytes += made.nbytes
        while self._bytes > self._budget and len(self._held) > 1:
            number, oldest = self._held.popitem(last=False)
            self._stale.discard(number)
            self._bytes -= oldest.nbytes


def _pixmap(pixels: ScreenPixels) -> QPixmap:
    height, width = pixels.shape[:2]
    return QPixmap.fromImage(QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGB32))
