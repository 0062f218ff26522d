"""What the pointer does: which drag a press begins, and what could be grasped. The widget hands the events in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent

from widgets.timeline.cuts import Cut, cut_at
from widgets.timeline.drags import Drag, MoveMark, MoveTheCut, Pan, Scrub, SelectShots, SlideView

if TYPE_CHECKING:
    from widgets.timeline.timeline import Timeline

GRASP = 5.0
"""Pixels from an in or out mark within which it is grasped."""
SCROLL_MS = 30
"""While a drag is held beyond the edge, the film moves along so often."""


class Gestures:
    """The drag at work, and what could be grasped."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._drag: Drag | None = None
        self._x = 0.0
        self._scroll = QTimer(timeline, interval=SCROLL_MS)
        self._scroll.timeout.connect(self._scroll_on)

    @property
    def at_work(self) -> bool:
        """True while something is dragged."""
        return self._drag is not None

    @property
    def holds_view(self) -> bool:
        """True while the view must not follow the playhead."""
        return self._drag is not None and self._drag.holds_view

    def press(self, event: QMouseEvent) -> None:
        """Begin what the place and the button mean."""
        if self._drag is not None or not self._timeline.model.film.length:
            return
        x = self._timeline.film_x(event.position())
        if event.button() == Qt.MouseButton.MiddleButton:
            self._drag = Pan(self._timeline, x)
            self._timeline.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif event.button() == Qt.MouseButton.LeftButton and x >= 0:
            self._drag = self._begun(event.position(), x, event.modifiers())

    def _begun(self, point: QPointF, x: float, modifiers: Qt.KeyboardModifier) -> Drag | None:
        timeline = self._timeline
        row = timeline.layers.row_at(point.y())
        lane = "" if row is None else row.lane.id
        if lane == "overview":
            return SlideView(timeline, x)
        if lane == "shots":
            cut = None if timeline.bridge.readonly else cut_at(timeline.model.film, timeline.model.scale, x)
            return MoveTheCut(timeline, cut, x) if cut is not None else SelectShots(timeline, x, modifiers)
        if lane == "ruler":
            if modifiers & Qt.KeyboardModifier.ShiftModifier:
                return MoveMark(timeline, timeline.model.scale.frame(x), out=True)
            mark = self.mark_at(x)
            if mark is not None:
                desk = timeline.desk
                return MoveMark(timeline, desk.in_point if mark == "out" else desk.out_point, out=mark == "out")
        return Scrub(timeline, x)

    def mark_at(self, x: float) -> str | None:
        """'in' or 'out' where a mark is grasped at `x` and the playhead's head is not in the way."""
        model = self._timeline.model
        if abs(model.scale.x(model.playhead) - x) <= GRASP:
            return None
        for name, position in (("in", model.in_point), ("out", model.out_point)):
            if position is not None and abs(model.scale.x(position + (name == "out")) - x) <= GRASP:
                return name
        return None

    def move(self, event: QMouseEvent) -> None:
        """Go on with the drag, or show what a press would grasp."""
        x = self._timeline.film_x(event.position())
        if self._drag is None:
            self._hover(event.position(), x)
            return
        self._x = x
        self._drag.move(x)
        outside = not 0 <= x <= self._timeline.model.scale.width
        if outside and not isinstance(self._drag, Pan | SlideView):
            if not self._scroll.isActive():
                self._scroll.start()
        else:
            self._scroll.stop()

    def _scroll_on(self) -> None:
        """The pointer is held beyond an edge: the film comes along, the faster the further out."""
        timeline = self._timeline
        scale = timeline.model.scale
        beyond = self._x if self._x < 0 else self._x - scale.width
        timeline.set_scale(scale.panned(max(min(beyond, 120.0), -120.0) / 2))
        if self._drag is not None:
            self._drag.move(min(max(self._x, 0.0), scale.width - 1))

    def release(self, event: QMouseEvent) -> None:
        """Let go."""
        if self._drag is not None and not event.buttons():
            drag = self._ended()
            drag.release()
            self._hover(event.position(), self._timeline.film_x(event.position()))

    def cancel(self) -> None:
        """Drop the drag: all as it was before the press."""
        if self._drag is not None:
            self._ended().cancel()

    def film_changed(self) -> None:
        """The cut in hand may be gone."""
        if isinstance(self._drag, MoveTheCut):
            self.cancel()

    def drop_preview(self) -> None:
        """A cut that was let go is no longer drawn where it was dragged to."""
        if self._drag is None and self._timeline.model.dragged:
            self._timeline.model.drop()
            self._timeline.redraw(("shots",))

    def _ended(self) -> Drag:
        assert self._drag is not None
        drag, self._drag = self._drag, None
        self._scroll.stop()
        self._timeline.unsetCursor()
        return drag

    def double_click(self, event: QMouseEvent) -> None:
        """Go to the first frame of the shot under the pointer."""
        timeline = self._timeline
        row = timeline.layers.row_at(event.position().y())
        x = timeline.film_x(event.position())
        shot = timeline.model.film.shot_at(timeline.model.scale.frame(x))
        if row is not None and row.lane.id == "shots" and shot is not None and x >= 0:
            timeline.desk.set_playhead(shot.first)

    def leave(self) -> None:
        """The pointer is gone."""
        if self._drag is None:
            self._hold_out(None)

    def _hover(self, point: QPointF, x: float) -> None:
        timeline = self._timeline
        row = timeline.layers.row_at(point.y())
        lane = "" if row is None or x < 0 else row.lane.id
        able = lane == "shots" and not timeline.bridge.readonly
        cut = cut_at(timeline.model.film, timeline.model.scale, x) if able else None
        self._hold_out(cut)
        if cut is not None or (lane == "ruler" and self.mark_at(x)):
            timeline.setCursor(Qt.CursorShape.SplitHCursor)
        else:
            timeline.unsetCursor()

    def _hold_out(self, cut: Cut | None) -> None:
        """Show a cut as one that can be grasped."""
        model = self._timeline.model
        if (cut and cut.place) != (model.hovered and model.hovered.place):
            model.hovered = cut
            self._timeline.redraw(("shots",))
