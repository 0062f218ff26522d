from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.widgets.projects import open_context
from widgets.commands import CommandTable
from widgets.context import Context
from widgets.export import add_commands
from widgets.settings import Settings


@pytest.fixture
def context(tmp_path: Path, settings: Settings, commands: CommandTable) -> Iterator[Context]:
    with open_context(tmp_path, settings, commands) as made:
        yield made


@pytest.fixture
def window(qtbot: QtBot, context: Context) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    context.commands.attach(made)
    add_commands(context, made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Spare a test the seconds that a child process takes to begin."""
    monkeypatch.setattr(
        "widgets.export.jobs.run_apart", lambda engine, snapshot, work, *told: work(engine, snapshot, *told)
    )
