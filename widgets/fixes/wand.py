"""A click on what a pass saw, however faintly: its shape on the probability map is mended."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainterPath

from app.engine.engine import Engine
from app.jobs.fixes import Fix
from app.jobs.landing import points_on_scan
from app.jobs.shapes import Drawn
from app.jobs.wand import REACH, wand
from app.media.reel import FrameId
from widgets.fixes.outlines import OutlineTool
from widgets.fixes.room import FixRoom
from widgets.text import translate


class WandTool(OutlineTool):
    """Click on damage."""

    def __init__(self, room: FixRoom) -> None:
        super().__init__(room, "wand")

    def hint(self) -> str:
        """What a click will do."""
        return self.said(translate("Fixes", "Click on what a pass saw, however faintly. {way}"))

    def press(self, point: QPointF, event: QMouseEvent) -> bool:
        """Mend what lies there."""
        if not self.begun(event) or self.frame is None:
            return event.button() == Qt.MouseButton.LeftButton
        stage, way, defect = self.stage, self.room.chosen_way(), self.room.masks.defect
        spot = (point.x(), point.y())

        def plan(engine: Engine, frame: FrameId) -> Fix:
            ((x, y),) = points_on_scan(engine, frame, stage, [spot])
            return Fix(Drawn(wand(engine, engine.project.snapshot, frame, x, y)), way, defect)

        path = QPainterPath()
        path.addEllipse(QRectF(point.x() - REACH, point.y() - REACH, 2 * REACH, 2 * REACH))
        self.room.carry_out(self.frame, plan, path)
        self.forget()
        return True

    def release(self, point: QPointF, event: QMouseEvent) -> bool:
        """The press has done it."""
        return True
