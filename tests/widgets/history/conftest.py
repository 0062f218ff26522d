from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.widgets.projects import open_context
from widgets.commands import CommandTable
from widgets.context import Context
from widgets.history import HistoryPanel, make_panel
from widgets.settings import Settings


@pytest.fixture
def context(tmp_path: Path, settings: Settings, commands: CommandTable) -> Iterator[Context]:
    with open_context(tmp_path, settings, commands) as made:
        yield made


@pytest.fixture
def panel(qtbot: QtBot, context: Context) -> HistoryPanel:
    made = make_panel(context)
    qtbot.addWidget(made)
    context.commands.attach(made)
    made.resize(800, 500)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: made.isActiveWindow() and made.tracker.cursor is not None)
    return made
