"""What there is to paint: the pictures, where they lie, and how they are compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from app.engine.look import Shown
from widgets.desk import Compare
from widgets.viewer.choices import Choices
from widgets.viewer.geometry import ViewGeometry
from widgets.viewer.marks import Marked
from widgets.viewer.pane import paint_picture

Panes = tuple[tuple[str, QRectF], ...]
"""Pane names with their areas in the widget."""


@dataclass(frozen=True, eq=False)
class Scene:
    """One moment of a viewer. `views` has every pane on the screen; `shown` what has come of their pictures, `marked`
    the detections on B's frame once they have been read."""

    compare: Compare
    choices: Choices
    shown: Mapping[str, Shown]
    views: Mapping[str, ViewGeometry]
    marked: Marked | None = None

    def paint(self, painter: QPainter, pane: str, view: ViewGeometry) -> None:
        """Paint a pane's picture where `view` says; nothing where it has not come yet."""
        shown = self.shown.get(pane)
        if shown is not None:
            paint_picture(painter, shown, view, self.choices.lines)

    def at(self, point: QPointF) -> ViewGeometry | None:
        """The pane under a widget point."""
        return next((view for view in self.views.values() if view.area.contains(point)), None)

    def through(self, views: Mapping[str, ViewGeometry]) -> Scene:
        """The same moment seen through other views: what a loupe shows."""
        return replace(self, views=views)


class Mode(Protocol):
    """A way to set A and B against each other: one module each, listed in `modes.py`."""

    @property
    def needs(self) -> tuple[str, ...]:
        """The panes whose pictures it is made from."""
        ...

    def panes(self, area: QRectF, compare: Compare, shape: float) -> Panes:
        """The panes it shows and where, for pictures of `shape` (width over height as displayed)."""
        ...

    def paint(self, painter: QPainter, scene: Scene) -> None:
        """Paint the pictures; the painter is clipped to what is damaged."""
        ...

    def side(self, scene: Scene, point: QPointF) -> str:
        """Whose picture is under a widget point: "a" or "b"."""
        ...
