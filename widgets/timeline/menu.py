"""The menu of a place in the timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QActionGroup, QContextMenuEvent
from PySide6.QtWidgets import QMenu

from widgets.text import translate
from widgets.timeline.layers import GUTTER
from widgets.timeline.ticks import Unit

if TYPE_CHECKING:
    from widgets.timeline.timeline import Timeline

GROUPS = (
    ("timeline.split", "timeline.merge", "timeline.cut_here"),
    ("timeline.protect", "timeline.lift"),
    ("timeline.select_all", "timeline.select_none", "timeline.mark_shots"),
    ("timeline.zoom_shots", "timeline.fit", "timeline.zoom_in", "timeline.zoom_out"),
)
"""What the menu holds, where the table has it; a line between groups."""


def show_menu(timeline: Timeline, event: QContextMenuEvent) -> None:
    """Open it without stopping the event loop; the shot under the pointer is selected first."""
    place = QPointF(event.pos())
    if event.reason() is QContextMenuEvent.Reason.Keyboard:
        row = timeline.layers.row("shots")
        place = QPointF(GUTTER + timeline.model.scale.x(timeline.model.playhead), 0.0 if row is None else row.top + 8)
    else:
        _select_under(timeline, place)
    menu = make_menu(timeline)
    menu.popup(timeline.mapToGlobal(QPoint(round(place.x()), round(place.y()))))


def make_menu(timeline: Timeline) -> QMenu:
    """The menu, which goes when it is closed."""
    menu = QMenu(timeline)
    menu.aboutToHide.connect(menu.deleteLater)
    commands = timeline.context.commands
    known = {command.id for command in commands.all()}
    for group in GROUPS:
        actions = [commands.action(id) for id in group if id in known]
        menu.addActions(actions)
        menu.addSeparator()
    _add_units(menu, timeline)
    return menu


def _select_under(timeline: Timeline, place: QPointF) -> None:
    row = timeline.layers.row_at(place.y())
    x = timeline.film_x(place)
    shot = timeline.model.film.shot_at(timeline.model.scale.frame(x))
    on_shots = row is not None and row.lane.id == "shots" and x >= 0
    if shot is not None and on_shots and shot.id not in timeline.desk.selected_shots:
        timeline.selector.anchor = shot.id
        timeline.desk.select_shots((shot.id,))


def _add_units(menu: QMenu, timeline: Timeline) -> None:
    units = menu.addMenu(translate("Timeline", "Ruler"))
    group = QActionGroup(units)
    for unit, words in (
        (Unit.TIMECODE, translate("Timeline", "Timecode")),
        (Unit.FRAMES, translate("Timeline", "Frames")),
        (Unit.FEET_35, translate("Timeline", "Feet, 35 mm")),
        (Unit.FEET_16, translate("Timeline", "Feet, 16 mm")),
    ):
        action = units.addAction(words)
        action.setCheckable(True)
        action.setChecked(timeline.model.unit is unit)
        action.triggered.connect(lambda checked, unit=unit: timeline.set_unit(unit))
        group.addAction(action)
