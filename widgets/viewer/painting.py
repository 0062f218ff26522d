"""The order in which a viewer is painted: surround, pictures, marks, guides, tool, words, loupe, focus."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen

from widgets.text import translate
from widgets.theme import colour
from widgets.viewer import captions, guides, legend, words
from widgets.viewer.geometry import ViewGeometry
from widgets.viewer.loupe import paint_loupe
from widgets.viewer.overlay import Overlay
from widgets.viewer.protecting import paint_protected
from widgets.viewer.scene import Scene
from widgets.viewer.wipe import Line, paint_line

if TYPE_CHECKING:
    from widgets.viewer.surface import Surface

Question = Callable[[], Any]
Answer = Callable[[Any], None]

TOP_LEFT = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
TOP_RIGHT = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight
BOTTOM_LEFT = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft


class Layers:
    """Paints a surface, layer on layer. Keeps the overlays' drawn layers, one a pane."""

    def __init__(self) -> None:
        self._overlays: dict[str, Overlay] = {}
        self._waiting: dict[str, tuple[Question, Answer]] = {}

    def paint(self, surface: Surface, event: QPaintEvent) -> None:
        """Paint what is damaged."""
        painter = QPainter(surface)
        painter.setClipRegion(event.region())
        painter.fillRect(event.rect(), colour("surround"))
        scene = surface.scene
        if not scene.views:
            captions.paint_notice(
                painter,
                QRectF(surface.rect()),
                translate("Viewer", "No film yet"),
                translate("Viewer", "Make a new project from a scan or a movie (File menu)."),
            )
        else:
            surface.mode.paint(painter, scene)
            for view in scene.views.values():
                painter.save()
                painter.setClipRect(view.area.toAlignedRect(), Qt.ClipOperation.IntersectClip)
                self._paint_over(painter, surface, scene, view)
                painter.restore()
            _paint_tool_words(painter, surface, scene)
            if surface.loupe is not None:
                paint_loupe(painter, surface.mode, scene, surface.loupe)
        if surface.hasFocus():  # grey: nothing coloured may stand round a picture that is graded
            painter.setPen(QPen(colour("text_dim"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(surface.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _paint_over(self, painter: QPainter, surface: Surface, scene: Scene, view: ViewGeometry) -> None:
        choices, mode = scene.choices, scene.compare.mode
        needed = surface.mode.needs if mode != "side" else (view.pane,)
        problem = next((surface.feed.problems[pane] for pane in needed if pane in surface.feed.problems), "")
        if problem or not any(pane in scene.shown for pane in needed):
            self._paint_absence(painter, surface, view, problem)
            return
        if choices.overlay and mode != "mask" and scene.marked is not None:
            if view.pane not in self._overlays:
                self._overlays[view.pane] = Overlay(partial(self._wait, surface, view.pane))
            # A difference is measured by eye: a filling would falsify it.
            drawn = choices.outlines_only() if mode == "difference" else choices
            self._overlays[view.pane].paint(painter, scene.marked, view, drawn)
        _paint_focused(painter, surface, scene, view)
        if choices.grid:
            guides.paint_grid(painter, view)
        if choices.safe:
            guides.paint_safe_areas(painter, view)
        paint_protected(painter, view, surface.bridge, surface.desk.playhead)
        if surface.desk.region is not None:
            guides.paint_region(painter, view, surface.desk.region)
        tool = surface.toolbox.in_hand
        if tool is not None:
            painter.save()
            tool.paint(painter, view)
            painter.restore()
        if mode == "wipe":
            paint_line(painter, Line.of(scene.compare, view), view.area)
        _paint_words(painter, surface, scene, view)

    def _wait(self, surface: Surface, pane: str, question: Question, answer: Answer) -> None:
        """Have an overlay drawn off the UI thread once the view rests: drawing holds the interpreter up."""
        self._waiting[pane] = (question, answer)
        surface.rest.start()

    def draw_overlays(self, surface: Surface) -> None:
        """The view has come to rest: have the overlays drawn, and repaint when they are there."""
        waiting, self._waiting = self._waiting, {}
        for pane, (question, answer) in waiting.items():
            surface.ask_elsewhere(f"overlay {pane}", question, answer)

    def _paint_absence(self, painter: QPainter, surface: Surface, view: ViewGeometry, problem: str) -> None:
        if problem:
            title = translate("Viewer", "This frame cannot be shown")
            captions.paint_notice(painter, view.area, title, problem, "triangle-alert")
        elif surface.waited:
            captions.paint_notice(painter, view.area, translate("Viewer", "The picture is on its way"), "", "clock")


def _paint_focused(painter: QPainter, surface: Surface, scene: Scene, view: ViewGeometry) -> None:
    """Brackets round the repair in focus."""
    key = surface.desk.repair
    if not key or scene.marked is None:
        return
    repair = next((mark.repair for mark in scene.marked.marks if mark.repair.id == key), None)
    if repair is None:
        return
    box = view.rect_to_widget(QRectF(repair.x0, repair.y0, repair.x1 - repair.x0, repair.y1 - repair.y0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for grown, tint, width in ((5.0, QColor(0, 0, 0, 190), 3.0), (5.0, colour("accent"), 1.0)):
        painter.setPen(QPen(tint, width))
        painter.drawRect(box.adjusted(-grown, -grown, grown, grown))


def _paint_words(painter: QPainter, surface: Surface, scene: Scene, view: ViewGeometry) -> None:
    """The names of what is compared at the top, the burn-in line at the bottom."""
    for pane, corner in name_corners(scene, view):
        look = surface.feed.look(pane)
        text = f"{pane.upper()}  {words.look_name(look, surface.bridge.snapshot)}"
        captions.paint_plate(painter, view.area, text, corner)
    _paint_displays(painter, surface, scene, view)
    if scene.compare.mode == "difference":
        text = translate("Viewer", "Difference of displayed values, times {gain}").format(gain=scene.choices.gain)
        captions.paint_plate(painter, view.area, text, TOP_LEFT)
    elif scene.compare.mode == "mask":
        text = translate("Viewer", "Masks: white accepted, grey proposed")
        captions.paint_plate(painter, view.area, text, TOP_LEFT)
    if scene.choices.burn_in:
        pane = view.pane if scene.compare.mode != "wipe" else surface.main_pane
        line, warn = burn_in(surface, scene, pane)
        if line:
            captions.paint_plate(painter, view.area, line, BOTTOM_LEFT, "warn" if warn else "text")


def _paint_tool_words(painter: QPainter, surface: Surface, scene: Scene) -> None:
    """What the tool in hand will do: once for all panes, above the line that tells the frame."""
    tool = surface.toolbox.in_hand
    said = "" if tool is None else tool.words(surface)
    if said and scene.shown:
        below = captions.plate_size("0").height() + captions.EDGE if scene.choices.burn_in else 0.0
        captions.paint_line(painter, QRectF(surface.rect()).adjusted(0, 0, 0, -below), said)


def _paint_displays(painter: QPainter, surface: Surface, scene: Scene, view: ViewGeometry) -> None:
    """That a picture of a target display is simulated, below its name; the scale of false colour at the bottom."""
    named = dict(name_corners(scene, view))
    alone = scene.compare.mode in ("single", "toggle")
    seen = {surface.main_pane: TOP_LEFT} if alone else named
    rows = 0
    for pane, corner in seen.items():
        look = surface.feed.look(pane).hdr
        said = words.simulation(look)
        if said:
            rows += 1  # each on a line of its own, or those of A and B would meet in a narrow window
            row = rows if pane in named else 0
            text = said if row else f"{words.hdr_name(look)}  ·  {said}"
            area = view.area.adjusted(0, row * (captions.plate_size(text).height() + 4), 0, 0)
            captions.paint_plate(painter, area, text, corner, "warn")
    if any(look.false_colour for pane in seen if (look := surface.feed.look(pane).hdr) is not None):
        legend.paint_legend(painter, view.area)


def name_corners(scene: Scene, view: ViewGeometry) -> list[tuple[str, Qt.AlignmentFlag]]:
    """Which panes are named in which corner."""
    mode = scene.compare.mode
    if mode == "wipe":
        flipped = abs((scene.compare.angle + 180) % 360 - 180) > 90
        return [("a", TOP_RIGHT if flipped else TOP_LEFT), ("b", TOP_LEFT if flipped else TOP_RIGHT)]
    return [(view.pane, TOP_LEFT)] if mode in ("side", "toggle") else []


def parts_of(scene: Scene, pane: str) -> list[str]:
    """The panes whose looks the burn-in line names: both where they are mixed in one place."""
    mixed = scene.compare.mode in ("wipe", "difference")
    return [part for part in (("a", "b") if mixed else (pane,)) if part in scene.shown]


def burn_in(surface: Surface, scene: Scene, pane: str) -> tuple[str, bool]:
    """The line that tells what the picture is, and whether it is not quite what was asked for."""
    shown = scene.shown.get(pane)
    if shown is None:
        return "", False
    index, reel = shown.frame.index, surface.bridge.session.engine.reels.get(shown.frame.reel)
    warnings = words.caveats(shown, surface.feed.is_current(pane) or surface.desk.speed != 0)
    if scene.choices.lines != "frame":
        even = scene.choices.lines == "even"
        warnings.append(translate("Viewer", "even lines") if even else translate("Viewer", "odd lines"))
    parts = [
        words.timecode_of(reel, index) if reel is not None else "",
        translate("Viewer", "frame {number}").format(number=index),
        *(words.look_name(scene.shown[part].look, surface.bridge.snapshot) for part in parts_of(scene, pane)),
        *warnings,
    ]
    return "   ".join(part for part in parts if part), bool(warnings)
