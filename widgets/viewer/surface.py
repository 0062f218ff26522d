"""The widget the pictures are painted on. It paints and lays out; `pointer.py` takes mouse, wheel and keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.media.reel import FrameId, Reel
from operators.contract import Region
from widgets.context import Context
from widgets.desk import Desk
from widgets.text import translate
from widgets.viewer.choices import Chooser
from widgets.viewer.feed import Feed
from widgets.viewer.geometry import FIT, Framing, ViewGeometry, centred, geometry, scale_for
from widgets.viewer.loupe import loupe_damage
from widgets.viewer.marking import Marking
from widgets.viewer.marks import Mark, Marked
from widgets.viewer.modes import make_modes
from widgets.viewer.painting import Layers
from widgets.viewer.pointer import Pointer
from widgets.viewer.scene import Mode, Scene
from widgets.viewer.toolbox import Toolbox

PATIENCE_MS = 400
"""How long a pane may be empty before it says that its picture is on the way."""


REST_MS = 60
"""How long zoom and pan must rest before many masks are drawn anew."""


def framing_of(desk: Desk, name: str = "viewer") -> Framing:
    """Zoom and pan of a viewer of this desk."""
    return desk.property(f"viewer.framing.{name}") or FIT


def set_framing(desk: Desk, framing: Framing, name: str = "viewer") -> None:
    """Zoom and pan that a viewer of this desk is to begin with."""
    desk.setProperty(f"viewer.framing.{name}", framing)


class Surface(QWidget):
    """Pictures of the desk's frame, compared as the desk says. A `Canvas` for tools.

    `name` tells viewers of the same desk apart. Framing (zoom and pan) is this viewer's own; it is kept on the desk,
    so that a window built anew for another language shows the same.
    """

    framed = Signal()
    """Zoom or pan changed."""
    hovered = Signal(object)
    """The widget point under the pointer (QPointF), None when it left."""
    pictured = Signal()
    """Another picture is on the screen."""

    def __init__(self, context: Context, chooser: Chooser, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.bridge, self.commands = context.desk, context.bridge, context.commands
        self.chooser = chooser
        self.toolbox = Toolbox.of(context.desk)
        self.feed = Feed(self.bridge, self.desk, name, self)
        self.marking = Marking(self.bridge, self.desk, self)
        self.loupe: QPointF | None = None
        """The picture point under the loupe while it is shown."""
        self.waited = False
        """True when the picture has been on its way for long enough to say so."""
        self._asleep = False
        self._name = name
        self._framing = framing_of(self.desk, name)
        self._modes = make_modes(partial(self.ask_elsewhere, "mode"))
        self._layers = Layers()
        self._scene: Scene | None = None
        self.pointer = Pointer(self)
        self.rest = QTimer(self, singleShot=True, interval=REST_MS)
        """Runs out when zoom and pan have come to rest."""
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._lose_patience)
        self._prepare()
        self._connect()
        self.installEventFilter(self)  # `event` itself is called before there is a pointer
        self.want()

    def _prepare(self) -> None:
        self.setObjectName("viewer.surface")
        self.setAccessibleName(translate("Viewer", "Picture"))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 120)

    def _connect(self) -> None:
        """Bound methods only: what outlives this widget must let go of it when it is gone."""
        desk = self.desk
        for signal in (desk.playhead_changed, desk.speed_changed, desk.scrubbing_changed):
            signal.connect(self.want)
        for signal in (desk.compare_changed, desk.viewing_changed, desk.preview_changed, self.chooser.changed):
            signal.connect(self.renew)
        for signal in (self.bridge.changed, self.bridge.reloaded):
            signal.connect(self.renew)
        for signal in (desk.region_changed, desk.repair_changed, self.marking.book.arrived):
            signal.connect(self._repaint)
        for signal in (desk.tool_changed, self.toolbox.changed):
            signal.connect(self._on_tool)
        self.toolbox.entered.connect(self._repaint)
        desk.reveal.connect(self.reveal)
        self.feed.changed.connect(self._on_picture)
        self.rest.timeout.connect(self._draw_overlays)

    # --- what is shown -----------------------------------------------------------------------------------

    @property
    def mode(self) -> Mode:
        """How A and B are set against each other."""
        return self._modes.get(self.desk.compare.mode, self._modes["single"])

    @property
    def scene(self) -> Scene:
        """What there is to paint now."""
        if self._scene is None:
            views = self._views()
            shown = {pane: self.feed.shown[pane] for pane in self.mode.needs if pane in self.feed.shown}
            self._scene = Scene(self.desk.compare, self.chooser.now, shown, views, self._marks_now())
        return self._scene

    @property
    def reel(self) -> Reel | None:
        """The reel of the frame under the playhead."""
        wanted = self.feed.wanted
        return None if wanted is None else self.bridge.session.engine.reels.get(wanted.reel)

    @property
    def main_pane(self) -> str:
        """The pane that speaks for the viewer where only one can: B, or A while the toggle shows it."""
        compare = self.desk.compare
        return "a" if compare.mode == "toggle" and not compare.swapped else "b"

    @property
    def framing(self) -> Framing:
        """Zoom and pan."""
        return self._framing

    def frame_as(self, framing: Framing) -> None:
        """Zoom and pan."""
        if framing != self._framing:
            self._framing = framing
            set_framing(self.desk, framing, self._name)
            self._scene = None
            self.update()
            self._refine()
            self.framed.emit()

    def reveal(self, region: Region) -> None:
        """Bring a region of the picture to the middle of the pane, where it is not wholly in sight."""
        views = self.scene.views
        view = views.get(self.main_pane) or next(iter(views.values()), None)
        if view is None or self._framing.zoom is None:
            return
        box = QRectF(QPointF(region.x0, region.y0), QPointF(region.x1, region.y1))
        if not view.visible.contains(box):
            self.frame_as(centred(view, box.center()))

    def want(self) -> None:
        """Ask for what the desk says; what is there already stays until it has come. Nothing while hidden."""
        if self._asleep:
            return
        if not self.waited:
            self._patience.start()
        self._scene = None
        self.feed.want(self._scales())
        if not self.feed.shown:
            self.update()

    def renew(self) -> None:
        """Something but the frame changed: ask again and repaint all."""
        self.want()
        self.update()

    def _refine(self) -> None:
        if not self._asleep:
            self.feed.refine(self._scales())

    def _views(self) -> dict[str, ViewGeometry]:
        reel = self.reel
        if reel is None:
            return {}
        fmt = reel.format
        aspect = float(fmt.pixel_aspect) if self.chooser.now.aspect else 1.0
        views = {}
        shape = fmt.width * aspect / fmt.height
        for pane, area in self.mode.panes(QRectF(self.rect()), self.desk.compare, shape):
            shown = self.feed.shown.get(pane)
            width, height = (fmt.width, fmt.height) if shown is None else (shown.width, shown.height)
            ratio = self.devicePixelRatioF()
            views[pane] = geometry(pane, width, height, area, self._framing, aspect=aspect, ratio=ratio)
        return views

    def _scales(self) -> dict[str, int]:
        """The reduction each needed picture may have at this zoom."""
        views = self._views()
        view = next(iter(views.values()), None)
        whole = view is None or self.loupe is not None or self.chooser.now.lines != "frame"
        scale = 1 if whole or view is None else scale_for(view.zoom, view.aspect)
        return dict.fromkeys(self.mode.needs, scale)

    def _marks_now(self) -> Marked | None:
        """The marks of the frame on the screen, where they are to be seen."""
        shown = self.feed.shown.get(self.main_pane)
        if shown is None or not (self.chooser.now.overlay or self.desk.compare.mode == "mask"):
            return None
        return self.marking.of(shown.frame, self.feed.look(self.main_pane).at)

    # --- a canvas for tools ------------------------------------------------------------------------------

    @property
    def frame(self) -> FrameId | None:
        """The frame on the screen."""
        shown = self.feed.shown.get(self.main_pane)
        return None if shown is None else shown.frame

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The detections on that frame."""
        frame = self.frame
        marked = None if frame is None else self.marking.book.get(frame, self.feed.look(self.main_pane).at)
        return () if marked is None else marked.marks

    def view(self, at: QPointF | None = None) -> ViewGeometry | None:
        """The pane under a widget point, or the one used last."""
        return self.scene.at(at) if at is not None else self.pointer.view

    def refresh(self, region: QRectF | None = None, margin: float = 2.0) -> None:
        """Repaint a region of the picture in every pane; all where None."""
        if region is None:
            self._scene = None
            self.update()
            return
        for view in self.scene.views.values():
            self.update(view.clipped(region, margin + 1))

    # --- painting ----------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is damaged."""
        self._layers.paint(self, event)

    def move_loupe(self, spot: QPointF | None) -> None:
        """Put the loupe on a picture point; None takes it away."""
        before, self.loupe = self.loupe, spot
        for point in (before, spot):
            if point is not None:
                for damage in loupe_damage(self.scene, point):
                    self.update(damage)
        if (before is None) != (spot is None):
            self._refine()

    def _on_picture(self, pane: str) -> None:
        self._patience.stop()
        self.waited = False
        before = self._scene
        self._scene = None
        views = self.scene.views
        if before is not None and before.views == views and pane in views and self.desk.compare.mode == "side":
            self.update(views[pane].area.toAlignedRect())
        else:
            self.update()
        self.pointer.change_frame()
        self.pictured.emit()

    def ask_elsewhere(self, key: str, question: Callable[[], Any], answer: Callable[[Any], None]) -> None:
        """Run what takes long to draw on another thread, and repaint when it is there."""

        def take(drawn: Any) -> None:
            answer(drawn)
            self.update()

        self.bridge.ask(self, key, question, take)

    def _draw_overlays(self) -> None:
        self._layers.draw_overlays(self)

    def _repaint(self) -> None:
        self.refresh()

    def _on_tool(self) -> None:
        self.pointer.change_tool()

    def _lose_patience(self) -> None:
        self.waited = True
        if not self.feed.shown:
            self.update()

    # --- events ------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew; a larger picture may need finer pixels."""
        self._scene = None
        self._refine()
        self.framed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with the desk."""
        if self._asleep:
            self._asleep = False
            self.renew()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: ask for nothing."""
        self._asleep = True
        self.feed.rest()

    def sizeHint(self) -> QSize:
        """A size to begin with."""
        return QSize(960, 600)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Pinches, and keys that are held rather than pressed."""
        return self.pointer.event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """To the pointer."""
        self.pointer.press(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """To the pointer."""
        self.pointer.double_click(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """To the pointer."""
        self.pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """To the pointer."""
        self.pointer.release(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """To the pointer."""
        self.pointer.wheel(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """To the pointer; what nobody wants goes on to the window."""
        event.setAccepted(self.pointer.key(event))

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """As a press."""
        event.setAccepted(self.pointer.key(event))

    def enterEvent(self, event: Any) -> None:
        """The tool in hand works here now."""
        self.pointer.enter()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer."""
        self.pointer.leave()

    def focusInEvent(self, event: Any) -> None:
        """Draw the focus ring."""
        self.update()

    def focusOutEvent(self, event: Any) -> None:
        """Let go of held keys."""
        self.pointer.drop()
        self.update()
