"""The window off the screen, in this process: its application, and a film to open in it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QSize

from tests.end_to_end.window.states import own_copy
from tests.end_to_end.window.studio import Studio
from widgets import theme
from widgets.text import set_language

NOT_OURS = "This plugin does not support"
"""Qt's platform off the screen says so of sizes, of raising and of grabbing; no other platform does."""


def pytest_collection_modifyitems(items):
    """Any other warning of Qt fails a test of this room."""
    room = Path(__file__).parent
    for item in items:
        if room in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore(NOT_OURS, extend=True))


@pytest.fixture(scope="session")
def qapp(qapp):
    """pytest-qt's application with our theme on it."""
    theme.apply(qapp)
    return qapp


MakeStudio = Callable[..., Studio]


@pytest.fixture
def make_studio(qtbot, restored: Path, reel: Path, tmp_path: Path) -> Iterator[MakeStudio]:
    """Makes a studio on a copy of the restored film, in a language, of a size."""
    made: list[Studio] = []

    def make(language: str = "en", size: QSize = QSize(1280, 800)) -> Studio:  # noqa: B008
        studio = Studio(tmp_path, reel / "scan", own_copy(restored, tmp_path), language, size)
        made.append(studio)
        return studio

    yield make
    for studio in made:
        studio.end()
    set_language("en")
