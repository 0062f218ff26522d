"""A window with a transport bar over a real project, and a clock that the test turns."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from app.engine.look import Look
from app.engine.request import Stage
from tests.playback.watch import Watch
from tests.widgets.projects import open_context
from widgets.playback.bar import TransportBar
from widgets.playback.player import Player

FRAMES = 40


@pytest.fixture
def desk_and_bar(qtbot, tmp_path, settings, commands) -> Iterator[SimpleNamespace]:
    """`.context`, `.desk`, `.player`, `.bar`, `.window`, `.watch`, and `.pass_time(seconds)`."""
    watch = Watch()
    with open_context(tmp_path, settings, commands, FRAMES) as context:
        window = QMainWindow()
        commands.attach(window)
        player = Player(context, clock=watch)
        bar = TransportBar(context, player)
        centre = QWidget()
        layout = QVBoxLayout(centre)
        layout.addStretch(1)
        layout.addWidget(bar)
        window.setCentralWidget(centre)
        window.resize(1280, 200)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        centre.setFocus()

        def pass_time(seconds: float) -> None:
            watch.wait(seconds)
            player._tick()

        yield SimpleNamespace(
            context=context,
            desk=context.desk,
            player=player,
            bar=bar,
            window=window,
            watch=watch,
            pass_time=pass_time,
            supply=context.bridge.pictures.supply,
        )
        player._timer.stop()
        window.close()


SOURCE = Look(Stage.SOURCE)
