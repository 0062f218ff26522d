"""The widget: kept lanes, the playhead over them, and the pointer's gestures handed on."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, QTimer
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from widgets.context import Context
from widgets.text import translate
from widgets.theme import colour
from widgets.timeline.feed import Feed
from widgets.timeline.gestures import Gestures
from widgets.timeline.lanes import LANES
from widgets.timeline.lanes.shots import picture_size, thumbnail_slots
from widgets.timeline.layers import GUTTER, Layers, paint_playhead, paint_position, playhead_strip
from widgets.timeline.layout import needed
from widgets.timeline.menu import show_menu
from widgets.timeline.model import Model
from widgets.timeline.scale import Scale
from widgets.timeline.selection import Selector
from widgets.timeline.thumbnails import Maker, Thumbnails
from widgets.timeline.ticks import SETTING, Unit
from widgets.timeline.tips import tip
from widgets.timeline.waves import Waves

ZOOM_STEP = 1.25
"""Factor of a wheel's notch."""
NOTCH, SCROLL = 120, 80.0
"""What a notch of a wheel counts (Qt's eighths of a degree), and the pixels it scrolls sideways."""
TOLD_MS = 400
"""The place is told to screen readers once the playhead has rested so long."""


class Timeline(QWidget):
    """The film along its time. `model` is what it shows; change it through the methods here."""

    def __init__(
        self, context: Context, maker: Maker, waves: Waves | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.context = context
        self.bridge, self.desk = context.bridge, context.desk
        self.model = Model()
        self.layers = Layers()
        self.selector = Selector()
        self.gestures = Gestures(self)
        self.thumbnails = Thumbnails(maker, self.bridge.inbox.post, lambda: self.bridge.snapshot, self)
        self.model.thumbnail = self.thumbnails.get
        self._maker, self._waves = maker, waves
        self.feed = Feed(self.bridge, self.desk, self.model, self)
        self._told = QTimer(self, singleShot=True, interval=TOLD_MS)
        self._told.timeout.connect(self._tell_place)
        self._set_up()
        self._connect()
        self._take_desk()

    def _set_up(self) -> None:
        self.setObjectName("timeline")
        self.setAccessibleName(translate("Timeline", "Timeline"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMinimumSize(QSize(320, needed([lane for lane in LANES if lane.rank <= 1])))
        self._read_unit()

    def _connect(self) -> None:
        desk = self.desk
        desk.playhead_changed.connect(self._on_playhead)
        desk.range_changed.connect(self._take_desk)
        desk.selection_changed.connect(self._on_selection)
        desk.speed_changed.connect(self._pause_thumbnails)
        desk.scrubbing_changed.connect(self._pause_thumbnails)
        self.feed.film_changed.connect(self._on_film)
        self.feed.lanes_changed.connect(self.redraw)
        self.thumbnails.arrived.connect(lambda frame: self.redraw(("shots",)))
        self.context.settings.changed.connect(self._on_setting)
        if self._waves is not None:
            self.feed.hear(self._waves)
        # A bound method would hold the widget; readers and threads must go with it.
        maker, waves = self._maker, self._waves
        self.destroyed.connect(lambda: _let_go(maker, waves))

    def sizeHint(self) -> QSize:
        """All lanes, with thumbnails of a good size."""
        return QSize(1000, needed(LANES) + 24)

    # --- what is shown -------------------------------------------------------------------------------------

    def redraw(self, lanes: Iterable[str] | None = None) -> None:
        """These lanes (all with None) show something else now."""
        ids = None if lanes is None else tuple(lanes)
        self.layers.stale(ids)
        if ids is None:
            self.update()
            return
        for row in self.layers.rows:
            if row.lane.id in ids:
                self.update(0, row.top, self.width(), row.height)

    def set_scale(self, scale: Scale) -> None:
        """Show another part of the film, or another zoom."""
        if scale != self.model.scale:
            self.model.scale = scale
            self.layers.stale(row.lane.id for row in self.layers.rows if row.lane.id != "overview")
            self.update()
            self._want_thumbnails()

    def zoom(self, factor: float, x: float | None = None) -> None:
        """Make frames wider by a factor round `x` (from the film's left edge), or round the playhead if seen."""
        scale = self.model.scale
        if x is None:
            x = scale.x(self.model.playhead)
            x = x if 0 <= x <= scale.width else scale.width / 2
        self.set_scale(scale.zoomed(factor, x))

    def set_unit(self, unit: Unit) -> None:
        """Count the ruler in another unit, also the next time."""
        self.context.settings.set_value(SETTING, unit.value)

    def _read_unit(self) -> None:
        stored = self.context.settings.value(SETTING)
        self.model.unit = Unit(stored) if stored in list(Unit) else Unit.TIMECODE

    def _on_setting(self, name: str) -> None:
        if name.endswith(SETTING):
            self._read_unit()
            self.redraw(("ruler",))

    def close_down(self) -> None:
        """Make no more thumbnails and waveforms, and wait for the one in the making."""
        self.thumbnails.close(wait=True)
        if self._waves is not None:
            self._waves.close()

    def film_x(self, point: QPointF) -> float:
        """A place in the widget as pixels from the film's left edge."""
        return point.x() - GUTTER

    # --- the desk and the project ----------------------------------------------------------------------------

    def _take_desk(self) -> None:
        self.model.in_point, self.model.out_point = self.desk.in_point, self.desk.out_point
        self.model.playhead = self.desk.playhead
        self.model.selected = frozenset(self.desk.selected_shots)
        self.redraw(("ruler", "shots"))

    def _on_film(self) -> None:
        self.gestures.film_changed()
        self.redraw()
        self._want_thumbnails()

    def _on_selection(self) -> None:
        self.model.selected = frozenset(self.desk.selected_shots)
        self.redraw(("shots",))

    def _on_playhead(self, position: int) -> None:
        old, self.model.playhead = self.model.playhead, position
        scale = self.model.scale
        if not self.gestures.holds_view:
            scale = scale.showing(position, page=self.desk.speed != 0)
        if scale != self.model.scale:
            self.set_scale(scale)
        else:
            for place in (old, position):
                for strip in playhead_strip(self.layers, self.model, place, self.height()):
                    self.update(strip)
            ruler = self.layers.row("ruler")
            if ruler is not None:
                self.update(0, ruler.top, GUTTER, ruler.height)
        self._told.start()

    def _pause_thumbnails(self) -> None:
        self.thumbnails.pause(self.desk.speed != 0 or self.desk.scrubbing)

    def _want_thumbnails(self) -> None:
        row = self.layers.row("shots")
        if row is None or not self.isVisible():
            return
        film = self.model.film
        self.thumbnails.fit(round(picture_size(row.height, self.model)[1] * self.devicePixelRatioF()))
        slots = sorted(thumbnail_slots(row.height, self.model), key=lambda slot: not slot.leads)
        self.thumbnails.want(film.frame(slot.position) for slot in slots)

    def _tell_place(self) -> None:
        shot = self.model.film.shot_at(self.model.playhead)
        if shot is not None:
            text = translate("Timeline", "Playhead at {time}, shot {number}")
            self.setAccessibleDescription(text.format(time=self.model.label(self.model.playhead), number=shot.number))

    # --- Qt's events -----------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Kept pictures, and the playhead."""
        self.layers.resize(self.width(), self.height(), self.devicePixelRatioF())
        painter = QPainter(self)
        for part in event.region():  # type: ignore[attr-defined]
            self.layers.draw(painter, part, self.model)
        paint_position(painter, self.layers, self.model)
        paint_playhead(painter, self.layers, self.model, self.height())
        if not self.model.film.length:
            self._paint_empty(painter)
        if self.hasFocus():
            painter.setPen(colour("accent"))
            painter.drawRect(QRect(0, 0, self.width() - 1, self.height() - 1))
        painter.end()

    def _paint_empty(self, painter: QPainter) -> None:
        painter.setPen(colour("text_dim"))
        painter.setFont(self.font())
        words = translate("Timeline", "No film yet: add a reel, and its shots stand here")
        painter.drawText(self.rect().adjusted(GUTTER, 0, 0, 0), Qt.AlignmentFlag.AlignCenter, words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A fitted film stays fitted."""
        self.layers.resize(self.width(), self.height(), self.devicePixelRatioF())
        self.model.scale = self.model.scale.resized(self.model.film.length, self.width() - GUTTER)
        self.redraw()
        self._want_thumbnails()

    def event(self, event: QEvent) -> bool:
        """Pinching and tooltips, which have no handlers of their own."""
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom(1 + event.value(), self.film_x(event.position()))
            return True
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._show_tip(event.pos(), event.globalPos())
            return True
        if event.type() == QEvent.Type.Show:
            QTimer.singleShot(0, self, self._want_thumbnails)
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self.gestures.at_work:
            event.accept()  # Esc drops the drag, and nothing else
            return True
        return super().event(event)

    def _show_tip(self, at: QPoint, on_screen: QPoint) -> None:
        row = self.layers.row_at(at.y())
        text = "" if row is None or at.x() < GUTTER else tip(self.model, row.lane.id, self.film_x(QPointF(at)))
        if text:
            QToolTip.showText(on_screen, text, self, QRect(at.x() - 4, at.y() - 4, 8, 8))
        else:
            QToolTip.hideText()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a gesture."""
        self.gestures.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with it, or show what could be grasped."""
        self.gestures.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End it."""
        self.gestures.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go to a shot."""
        self.gestures.double_click(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing can be grasped any more."""
        self.gestures.leave()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer; sideways, or with Shift, scroll."""
        fine, turned = event.pixelDelta(), event.angleDelta()
        sideways = -(fine.x() or turned.x() / NOTCH * SCROLL)
        upright = turned.y() / NOTCH
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            sideways, upright = sideways - upright * SCROLL, 0.0
        if sideways:
            self.set_scale(self.model.scale.panned(sideways))
        if upright:
            self.zoom(ZOOM_STEP**upright, max(self.film_x(event.position()), 0.0))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc drops what is dragged. The other keys are commands; arrows work here where nobody took them."""
        moves = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() == Qt.Key.Key_Escape and self.gestures.at_work:
            self.gestures.cancel()
        elif event.key() in moves and not event.modifiers():
            self.desk.set_playhead(self.desk.playhead + moves[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Home:
            self.desk.set_playhead(0)
        elif event.key() == Qt.Key.Key_End:
            self.desk.set_playhead(self.model.film.length - 1)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The commands for the place under the pointer, or for the playhead when asked by key."""
        show_menu(self, event)


def _let_go(maker: Maker, waves: Waves | None) -> None:
    maker.close()
    if waves is not None:
        waves.close()
