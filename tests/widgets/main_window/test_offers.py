"""A pass that was cut short is told above the picture, whatever docks are seen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.engine.recipe import find_recipe
from app.engine.worker import Cancelled, Token
from app.jobs.progress import Report
from widgets.context import Context
from widgets.jobs.panel import Offer
from widgets.main_window.banner import Banner
from widgets.main_window.window import MainWindow


@pytest.fixture
def cut_short(context: Context) -> Context:
    """A pass that ended in the middle of its second round."""
    token = Token()

    def stop(reading: Report) -> None:
        if reading.round == 2 and reading.ranges:
            token.cancel()

    with pytest.raises(Cancelled):
        context.bridge.session.run(find_recipe("standard"), None, stop, token, workers=0)
    return context


@pytest.fixture
def window(qtbot: QtBot, cut_short: Context) -> Iterator[MainWindow]:
    made = MainWindow(cut_short)
    cut_short.commands.setParent(made)
    made.let_go = True
    made.show()
    made.docks["jobs"].hide()
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(made, QEvent.Type.DeferredDelete)


def banners(window: MainWindow) -> list[Banner]:
    return [banner for banner in window.banners.findChildren(Banner) if not banner.gone]


def test_the_banner_goes_on_with_the_pass(window: MainWindow, cut_short: Context, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(banners(window)))
    (banner,) = banners(window)
    assert "16 of 40 frames done" in banner.headline
    button = next(one for one in banner.findChildren(QPushButton) if one.text() == "Go on with it")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    (job,) = cut_short.bridge.jobs.jobs
    assert job.kind == "pass"
    assert not banners(window)
    qtbot.waitUntil(lambda: job.ended, timeout=60_000)
    assert job.result.resumed_frames == 16


def test_the_banner_goes_with_the_offer_in_the_dock(window: MainWindow, cut_short: Context, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(banners(window)))
    window.panels.board.findChild(Offer).give_up()
    assert not banners(window)
    assert not cut_short.bridge.jobs.jobs
