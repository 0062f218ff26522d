"""What the tools, commands and the dock of the fixes share, and everything that they dispatch."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QPointF, Signal
from PySide6.QtGui import QPainterPath

from app.engine.engine import Engine
from app.engine.request import Stage
from app.jobs.fixes import Fix, fixed
from app.jobs.landing import landed
from app.jobs.shapes import Shape
from app.jobs.ways import Donors, Fill, Heal, Original, Way
from app.media.reel import FrameId
from widgets.context import Context
from widgets.masks.room import Room
from widgets.text import translate

Plan = Callable[[Engine, FrameId], Fix]
"""Works out what to do on a frame, on the edit thread: where a shape lies on the film is not asked before."""

LINE_WIDTH = 5
"""Picture pixels, until the person says another."""


@dataclass(frozen=True, eq=False)
class Done:
    """A fix that can be done again on another frame."""

    plan: Plan
    path: QPainterPath


class FixRoom(QObject):
    """Made once for a window, on the UI thread."""

    changed = Signal()
    """Another way to mend what is outlined, another width of lines, or there is a fix to repeat."""

    def __init__(self, context: Context, masks: Room) -> None:
        super().__init__(masks)
        self.context = context
        self.desk, self.bridge = context.desk, context.bridge
        self.masks = masks
        self.last: Done | None = None
        self.way = context.settings.value("fixes/way", "fill")
        self.line_width = int(context.settings.value("fixes/line", str(LINE_WIDTH)))

    # --- settings ------------------------------------------------------------------------------------------

    def set_way(self, name: str) -> None:
        """Mend what is outlined in this way: a key of `ways()`."""
        self.way = name
        self.context.settings.set_value("fixes/way", name)
        self.changed.emit()

    def set_line_width(self, pixels: int) -> None:
        """Lines are so wide."""
        self.line_width = pixels
        self.context.settings.set_value("fixes/line", str(pixels))
        self.changed.emit()

    def chosen_way(self) -> Way:
        """What mends what is outlined."""
        return ways().get(self.way, Fill())

    @property
    def feather(self) -> float:
        """Pixels over which an outline's edge fades: the soft part of the brush's radius."""
        return (1.0 - self.desk.hardness) * self.desk.brush_size / 2

    # --- doing ---------------------------------------------------------------------------------------------

    def mend(
        self, frame: FrameId, shape: Shape, way: Way, path: QPainterPath, stage: Stage, defect: str = ""
    ) -> None:
        """Mend a shape drawn on the picture of a stage."""
        fix = Fix(shape, way, defect or self.masks.defect)
        self.carry_out(frame, lambda engine, at: replace(fix, shape=landed(engine, at, stage, fix.shape)), path)

    def carry_out(self, frame: FrameId, plan: Plan, path: QPainterPath) -> None:
        """Work out a fix and make it; it can be repeated."""
        engine = self.bridge.session.engine
        self.last = Done(plan, path)
        self.masks.pending.submit(frame, path, lambda: fixed(engine, frame, plan(engine, frame)))
        self.changed.emit()

    def can_repeat(self) -> bool | str:
        """True, or why the last fix cannot be done again on the next frame."""
        if self.masks.why_not():
            return self.masks.why_not()
        if self.last is None:
            return translate("Fixes", "Nothing has been fixed yet.")
        if self.desk.playhead + 1 >= self.desk.length:
            return translate("Fixes", "This is the last frame.")
        return True

    def repeat(self) -> None:
        """The last fix again, on the next frame."""
        if self.last is not None and self.can_repeat() is True:
            self.desk.set_playhead(self.desk.playhead + 1)
            self.carry_out(self.bridge.film.frame(self.desk.playhead), self.last.plan, self.last.path)


def ways() -> dict[str, Way]:
    """Ways to mend what is outlined, by name."""
    return {
        "fill": Fill(),
        "next": Donors((1,)),
        "previous": Donors((-1,)),
        "both": Donors((-1, 1)),
        "heal": Heal(),
        "original": Original(),
    }


def way_names() -> dict[str, str]:
    """What people call them."""
    return {
        "fill": translate("Fixes", "As the pass does"),
        "next": translate("Fixes", "From the next frame"),
        "previous": translate("Fixes", "From the previous frame"),
        "both": translate("Fixes", "From both neighbours"),
        "heal": translate("Fixes", "From the surroundings"),
        "original": translate("Fixes", "Bring the scan back"),
    }


def polygon_path(points: list[QPointF], *, closed: bool = True) -> QPainterPath:
    """A path through points of the picture."""
    path = QPainterPath()
    for place, point in enumerate(points):
        if place:
            path.lineTo(point)
        else:
            path.moveTo(point)
    if closed and points:
        path.closeSubpath()
    return path
