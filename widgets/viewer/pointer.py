"""Mouse, wheel and held keys over the picture: pan, zoom, wipe, loupe, and the tool in hand."""

from __future__ import annotations

from math import exp2
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QNativeGestureEvent, QWheelEvent

from widgets.viewer.geometry import ViewGeometry, panned, zoomed_at
from widgets.viewer.tools import Tool
from widgets.viewer.wipe import Grip, Line

if TYPE_CHECKING:
    from widgets.viewer.surface import Surface

NOTCH = 120.0
"""Wheel units in a notch (eighths of a degree)."""
ZOOM_A_NOTCH = 0.5
"""Powers of two."""
TAP_SECONDS = 0.25
"""A key held longer acts only while it is held."""
LOUPE = "viewer.loupe"


class Pointer:
    """What the hands do on a surface. One thing has the pointer at a time: panning, the wipe's line, or the tool."""

    def __init__(self, surface: Surface) -> None:
        self._surface = surface
        self._at: QPointF | None = None
        self._pan_from: QPointF | None = None
        self._grip: Grip | None = None
        self._grabbed: QPointF = QPointF()
        self._held: Tool | None = None
        self._tool: Tool | None = None
        self._view: ViewGeometry | None = None
        self._space = False
        self._panned_by_space = False
        self._loupe_since = 0.0
        self.change_tool()

    @property
    def view(self) -> ViewGeometry | None:
        """The pane the pointer is over, or was last; the first one where it never was."""
        views = self._surface.scene.views
        known = views.get(self._view.pane) if self._view is not None else None
        return known or next(iter(views.values()), None)

    # --- the tool in hand --------------------------------------------------------------------------------

    def change_tool(self) -> None:
        """Another tool was taken in hand."""
        tool = self._surface.toolbox.in_hand
        if tool is not self._tool:
            if self._tool is not None:
                self._tool.leave()
            self._tool, self._held = tool, None
            if tool is not None:
                tool.attach(self._surface)
            self._surface.update()
        self._show_cursor()

    def change_frame(self) -> None:
        """Another picture came: the pointer stands over other values."""
        if self._at is not None and self._surface.underMouse():
            self._surface.hovered.emit(self._at)

    def enter(self) -> None:
        """The pointer came over this viewer: its tool works here now."""
        if self._tool is not None and self._held is None:
            self._tool.attach(self._surface)
            self._surface.toolbox.entered.emit()

    def leave(self) -> None:
        """The pointer left."""
        self._at = None
        self._surface.hovered.emit(None)

    def drop(self) -> None:
        """The focus went: no key is held any more."""
        self._space = False
        self._pan_from = None
        self._show_cursor()

    # --- mouse -------------------------------------------------------------------------------------------

    def press(self, event: QMouseEvent) -> None:
        """A button went down: pan, take the wipe's line, or the tool."""
        point = event.position()
        self._at, self._view = point, self._surface.scene.at(point) or self._view
        left = event.button() == Qt.MouseButton.LeftButton
        if event.button() == Qt.MouseButton.MiddleButton or (left and self._space):
            self._pan_from, self._panned_by_space = point, self._space
        elif left and (grip := self._grip_at(point)) is not None:
            line = self._line()
            self._grip, self._grabbed = grip, point - line.middle if line else QPointF()
        elif self._tool is not None and self._offer("press", event):
            self._held = self._tool
        elif left:  # the plain hand, or what the tool has no use for
            self._pan_from = point
        self._show_cursor()

    def double_click(self, event: QMouseEvent) -> None:
        """On the wipe's line: centre it; on its knob: set it upright."""
        grip = self._grip_at(event.position())
        if grip is None:
            self.press(event)
        elif grip == "turn":
            self._surface.desk.set_compare(angle=0.0)
        else:
            self._surface.desk.set_compare(place=(0.5, 0.5))

    def move(self, event: QMouseEvent) -> None:
        """Go on with what has the pointer; otherwise look what is under it."""
        point, surface = event.position(), self._surface
        before, self._at = self._at, point
        if self._pan_from is not None:
            view = self.view
            if view is not None and before is not None:
                surface.frame_as(panned(view, point - before))
        elif self._grip is not None:
            self._drag_line(point, event)
        else:
            if self._held is None:
                self._view = surface.scene.at(point) or self._view
            if self._tool is not None:
                self._offer("move", event)
            self._show_cursor()
        if surface.loupe is not None and (view := self.view) is not None:
            surface.move_loupe(view.to_picture(point))
        surface.hovered.emit(point)

    def release(self, event: QMouseEvent) -> None:
        """Let go."""
        if self._held is not None:
            self._offer("release", event)
            self._held = None
        self._pan_from = self._grip = None
        self._show_cursor()

    def _offer(self, what: str, event: QMouseEvent) -> bool:
        view = self.view
        if self._tool is None or view is None:
            return False
        point = view.to_picture(event.position())
        return bool(getattr(self._tool, what)(point, event))

    # --- the wipe ----------------------------------------------------------------------------------------

    def _line(self) -> Line | None:
        scene = self._surface.scene
        view = next(iter(scene.views.values()), None)
        return Line.of(scene.compare, view) if view is not None and scene.compare.mode == "wipe" else None

    def _grip_at(self, point: QPointF) -> Grip | None:
        line = self._line()
        return None if line is None else line.grip(point)

    def _drag_line(self, point: QPointF, event: QMouseEvent) -> None:
        line, view = self._line(), self.view
        if line is None or view is None:
            return
        if self._grip == "turn":
            snap = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._surface.desk.set_compare(angle=line.turned(point, snap))
            return
        spot = view.to_picture(point - self._grabbed)
        x, y = (min(max(value, 0.0), 1.0) for value in (spot.x() / view.width, spot.y() / view.height))
        self._surface.desk.set_compare(place=(x, y))

    # --- wheel, trackpad, keys ---------------------------------------------------------------------------

    def wheel(self, event: QWheelEvent) -> None:
        """The tool's, or zoom at the pointer."""
        view = self._surface.scene.at(event.position())
        if view is None:
            return
        if self._tool is not None and self._tool.wheel(view.to_picture(event.position()), event):
            return
        # Alt turns a wheel sideways on some systems.
        turned = event.angleDelta().y() or event.angleDelta().x()
        self._zoom(view, exp2(turned / NOTCH * ZOOM_A_NOTCH), event.position())
        event.accept()

    def _zoom(self, view: ViewGeometry, factor: float, at: QPointF) -> None:
        self._surface.frame_as(zoomed_at(view, view.zoom * factor, at))
        self._surface.hovered.emit(at)

    def event(self, event: QEvent) -> bool:
        """Pinches, and keys that would start a command before they can be held."""
        if isinstance(event, QNativeGestureEvent):
            view = self._surface.scene.at(event.position())
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture and view is not None:
                self._zoom(view, 1.0 + event.value(), event.position())
                return True
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        held = self._is_space(event) or self._is_loupe(event)
        if held:
            event.accept()
        return held

    def key(self, event: QKeyEvent) -> bool:
        """A key went down or up: Space pans, the loupe's key shows it while held; the rest is the tool's."""
        down = event.type() == QEvent.Type.KeyPress
        if self._is_space(event):
            if not event.isAutoRepeat():
                self._hold_space(down)
            return True
        if self._is_loupe(event):
            if not event.isAutoRepeat():
                self._hold_loupe(down)
            return True
        return self._tool is not None and self._tool.key(event)

    def _hold_space(self, down: bool) -> None:
        """Held, Space pans; tapped, it runs the command that has it (play)."""
        if down:
            self._space, self._panned_by_space = True, False
        else:
            tapped = self._space and not self._panned_by_space
            self._space, self._pan_from = False, None
            if tapped:
                for command in self._surface.commands.who_has("Space"):
                    self._surface.commands.trigger(command.id)
        self._show_cursor()

    def _hold_loupe(self, down: bool) -> None:
        """Tapped, the key turns the loupe on or off; held, it shows it for as long."""
        action = self._surface.commands.action(LOUPE)
        if down:
            self._loupe_since = monotonic()
            action.trigger()
        elif action.isChecked() and monotonic() - self._loupe_since > TAP_SECONDS:
            action.trigger()

    def show_loupe(self, on: bool) -> None:
        """Show the loupe under the pointer, in the middle where there is none."""
        view = self.view
        if not on or view is None:
            self._surface.move_loupe(None)
        else:
            self._surface.move_loupe(view.to_picture(self._at if self._at is not None else view.area.center()))

    @staticmethod
    def _is_space(event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.NoModifier

    def _is_loupe(self, event: QKeyEvent) -> bool:
        if event.key() in (0, Qt.Key.Key_unknown):
            return False
        pressed = QKeySequence(event.keyCombination())
        return any(command.id == LOUPE for command in self._surface.commands.who_has(pressed.toString()))

    # --- cursor ------------------------------------------------------------------------------------------

    def _show_cursor(self) -> None:
        surface = self._surface
        if self._pan_from is not None:
            surface.setCursor(Qt.CursorShape.ClosedHandCursor)
            return
        grip = self._grip or (self._grip_at(self._at) if self._at is not None else None)
        view = self.view
        if self._space:
            surface.setCursor(Qt.CursorShape.OpenHandCursor)
        elif grip == "turn":
            surface.setCursor(Qt.CursorShape.PointingHandCursor)
        elif grip == "line":
            surface.setCursor(_across(surface.desk.compare.angle))
        elif self._tool is not None and view is not None:
            surface.setCursor(self._tool.cursor(view))
        else:
            surface.setCursor(Qt.CursorShape.OpenHandCursor if view is not None else Qt.CursorShape.ArrowCursor)


def _across(angle: float) -> Qt.CursorShape:
    """The cursor whose arrows point across a line that slopes `angle` degrees from upright."""
    shapes = (
        Qt.CursorShape.SizeHorCursor,
        Qt.CursorShape.SizeFDiagCursor,
        Qt.CursorShape.SizeVerCursor,
        Qt.CursorShape.SizeBDiagCursor,
    )
    return shapes[round(angle / 45) % 4]
