"""A marked region is protected from passes, drawn, and lifted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QImage, QPainter

from app.document.commands import SetCuts
from operators.contract import Region
from tests.widgets.projects import open_context
from widgets.commands import CommandTable
from widgets.context import Context
from widgets.settings import Settings
from widgets.viewer.geometry import ViewGeometry
from widgets.viewer.protecting import Protecting, paint_protected


@pytest.fixture
def context(tmp_path: Path, settings: Settings, commands: CommandTable) -> Iterator[Context]:
    with open_context(tmp_path, settings, commands, 12) as made:
        parent = QObject()
        Protecting(made, parent).add_commands()
        yield made
        parent.deleteLater()


def places(context: Context) -> list[tuple[int, int, tuple[int, int, int, int] | None]]:
    return [(item.start, item.end, item.box) for item in context.bridge.snapshot.protections.values()]


def test_the_region_is_protected_in_the_shot_or_from_in_to_out(qtbot: Any, context: Context) -> None:
    (reel,) = context.bridge.snapshot.reels
    context.bridge.dispatch(SetCuts(reel, (5,)))
    qtbot.waitUntil(lambda: len(context.bridge.film.shots) == 2)
    commands, desk = context.commands, context.desk
    assert not commands.action("viewer.protect_region").isEnabled()
    desk.set_region(Region(4, 6, 20, 30))
    desk.set_playhead(7)
    commands.trigger("viewer.protect_region")
    qtbot.waitUntil(lambda: places(context) == [(5, 12, (4, 6, 20, 30))])
    desk.set_playhead(2)
    assert not commands.action("viewer.lift_regions").isEnabled()
    desk.set_range(1, 3)
    commands.trigger("viewer.protect_region")
    qtbot.waitUntil(lambda: places(context)[1:] == [(1, 4, (4, 6, 20, 30))])
    commands.trigger("viewer.lift_regions")
    qtbot.waitUntil(lambda: places(context) == [(5, 12, (4, 6, 20, 30))])
    context.bridge.undo()
    qtbot.waitUntil(lambda: len(places(context)) == 2)


def test_its_border_is_drawn_on_its_frames_alone(qtbot: Any, context: Context) -> None:
    context.desk.set_region(Region(4, 6, 40, 40))
    context.desk.set_range(1, 3)
    context.commands.trigger("viewer.protect_region")
    qtbot.waitUntil(lambda: len(places(context)) == 1)

    def drawn(position: int) -> int:
        picture = QImage(256, 192, QImage.Format.Format_RGB32)
        picture.fill(0)
        painter = QPainter(picture)
        view = ViewGeometry("b", 64, 48, QRectF(0, 0, 256, 192), 4.0, (32.0, 24.0))
        paint_protected(painter, view, context.bridge, position)
        painter.end()
        return sum(picture.pixel(x, 24) & 0xFFFFFF != 0 for x in range(256))

    assert drawn(2) > 20 and drawn(4) == 0
