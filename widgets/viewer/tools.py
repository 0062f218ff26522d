"""What a tool is: something that takes the pointer over the picture and may draw on top of it.

A tool is made by its room, handed over by `viewer.add_tool(tool)`, and has the pointer while `desk.tool` is its
name. Points are in picture coordinates of the full frame (pixel centres at half-integers; pixel (3, 5) covers
3..4 by 5..6) and may lie outside it. What a tool does not want (returning False) the viewer takes: panning by the
middle button or Space, zooming by the wheel, the wipe's line and so on are the viewer's own and come first.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QCursor, QKeyEvent, QMouseEvent, QPainter, QWheelEvent

from app.media.reel import FrameId
from widgets.viewer.geometry import ViewGeometry
from widgets.viewer.marks import Mark


class Canvas(Protocol):
    """What a tool may ask of the viewer it was added to."""

    @property
    def frame(self) -> FrameId | None:
        """The frame whose picture is on the screen; None where there is none."""
        ...

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The detections on that frame, in ledger order; empty until they have been read."""
        ...

    def view(self, at: QPointF | None = None) -> ViewGeometry | None:
        """The pane under a widget point (the one used last for None); None where there is no picture."""
        ...

    def refresh(self, region: QRectF | None = None, margin: float = 2.0) -> None:
        """Repaint a region of the picture (picture coordinates), grown by `margin` widget pixels; None: all."""
        ...


class Tool(Protocol):
    """Takes part in the viewer's pointer and keys; see `PlainTool` for the defaults."""

    @property
    def name(self) -> str:
        """The name that `desk.tool` picks it by."""
        ...

    def attach(self, canvas: Canvas) -> None:
        """The viewer took the tool. Called once for each viewer; the last one a pointer entered is in use."""
        ...

    def leave(self) -> None:
        """Another tool was picked, or another frame shown: drop what is half done."""
        ...

    def cursor(self, view: ViewGeometry) -> QCursor | Qt.CursorShape:
        """The pointer's shape over this view."""
        ...

    def press(self, point: QPointF, event: QMouseEvent) -> bool:
        """A button went down. True takes the pointer until it is released."""
        ...

    def move(self, point: QPointF, event: QMouseEvent) -> bool:
        """The pointer moved, with or without a button."""
        ...

    def release(self, point: QPointF, event: QMouseEvent) -> bool:
        """The button came up."""
        ...

    def key(self, event: QKeyEvent) -> bool:
        """A key that no command took went down or up (`event.type()`)."""
        ...

    def wheel(self, point: QPointF, event: QWheelEvent) -> bool:
        """The wheel turned; False lets it zoom."""
        ...

    def paint(self, painter: QPainter, view: ViewGeometry) -> None:
        """Draw on top of a pane's picture, in widget coordinates, clipped to the pane."""
        ...

    def words(self, canvas: Canvas) -> str:
        """What a drag will do, in a line that this viewer shows once; '' for nothing, and where another is in use."""
        ...


class PlainTool:
    """A tool that does nothing: inherit and replace what yours does."""

    name = "plain"

    def __init__(self) -> None:
        self.canvas: Canvas | None = None

    def attach(self, canvas: Canvas) -> None:
        """Keep the viewer, to ask it later."""
        self.canvas = canvas

    def leave(self) -> None:
        """Nothing is half done."""

    def cursor(self, view: ViewGeometry) -> QCursor | Qt.CursorShape:
        """The arrow."""
        return Qt.CursorShape.ArrowCursor

    def press(self, point: QPointF, event: QMouseEvent) -> bool:
        """Not wanted."""
        return False

    def move(self, point: QPointF, event: QMouseEvent) -> bool:
        """Not wanted."""
        return False

    def release(self, point: QPointF, event: QMouseEvent) -> bool:
        """Not wanted."""
        return False

    def key(self, event: QKeyEvent) -> bool:
        """Not wanted."""
        return False

    def wheel(self, point: QPointF, event: QWheelEvent) -> bool:
        """Not wanted."""
        return False

    def paint(self, painter: QPainter, view: ViewGeometry) -> None:
        """Nothing to draw."""

    def words(self, canvas: Canvas) -> str:
        """Nothing to say."""
        return ""
