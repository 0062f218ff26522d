"""The end of a pass is told above the picture, with what it found and a way there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.engine.recipe import find_recipe
from widgets.context import Context
from widgets.jobs.passes import submit_pass
from widgets.main_window.banner import Banner
from widgets.main_window.commands import _add_view
from widgets.main_window.window import MainWindow


@pytest.fixture
def window(qtbot: QtBot, context: Context) -> Iterator[MainWindow]:
    made = MainWindow(context)
    context.commands.setParent(made)
    _add_view(made)
    made.let_go = True
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(made, QEvent.Type.DeferredDelete)


def test_counts_by_class_and_a_button_that_shows_them(window: MainWindow, context: Context, qtbot: QtBot) -> None:
    window.docks["triage"].hide()
    context.settings.set_value("triage/scope", "frame")
    job = submit_pass(context, find_recipe("standard"), context.bridge.snapshot.shots)
    qtbot.waitUntil(lambda: job.ended, timeout=60_000)
    (banner,) = [one for one in window.banners.findChildren(Banner) if not one.gone]
    count = job.result.detections["dirt"]
    assert banner.headline == "standard: whole film" and f"Found: dirt {count}" in banner.sentence
    show = next(one for one in banner.findChildren(QPushButton) if one.text() == "Show")
    QTest.mouseClick(show, Qt.MouseButton.LeftButton)
    panel = window.panels.docks["triage"][1]
    qtbot.waitUntil(lambda: not panel.room.listed.busy and len(panel.room.listed) > 0)
    assert window.docks["triage"].isVisible() and panel.room.choice.scope == "film"
    assert banner.gone


def test_an_export_that_ends_before_ones_eyes_says_nothing(
    window: MainWindow, context: Context, qtbot: QtBot
) -> None:
    job = context.bridge.jobs.submit("export", "export", lambda report, token: 1)
    qtbot.waitUntil(lambda: job.ended)
    assert not [one for one in window.banners.findChildren(Banner) if not one.gone]


def test_the_picture_does_not_move_for_what_is_told(window: MainWindow, context: Context, qtbot: QtBot) -> None:
    surface = window.panels.viewer.surface
    qtbot.waitUntil(lambda: surface.height() > 120)

    def place() -> tuple[int, int, int, int]:
        qtbot.wait(50)
        corner = surface.mapTo(window, surface.rect().topLeft())
        return corner.x(), corner.y(), surface.width(), surface.height()

    before = place()
    assert not window.above.isVisible()
    banner = window.banners.show_failure("The disk is full", "Free some space and try again. " * 6)
    window.banners.show_notice("Done", "40 frames done.")
    assert place() == before and window.above.isVisible()
    assert window.above.height() >= window.banners.height() > 40
    assert surface.rect().contains(window.above.geometry())
    context.desk.view_row(1)
    assert place() == before and window.panels.looking.isVisible()
    drawn = []
    surface.pointer.press = lambda event: drawn.append(event)  # type: ignore[method-assign]
    QTest.mouseClick(banner, Qt.MouseButton.LeftButton)
    assert not drawn, "a press on what is told is none on the picture"
    context.desk.view_row(None)
    window.banners.clear()
    assert place() == before and not window.above.isVisible()
