"""A window for tests: off the screen, with settings of its own, in English."""

from __future__ import annotations

import os
from pathlib import Path
from types import SimpleNamespace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

from widgets import theme
from widgets.commands import CommandTable
from widgets.settings import Settings
from widgets.text import set_language

NOT_OURS = "This plugin does not support propagateSizeHints"
"""Qt's platform off the screen says so of every dialog of fixed size; no other platform does."""


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


@pytest.fixture(autouse=True)
def english(qapp):
    """Every test begins in English, whatever the one before spoke."""
    set_language("en")
    yield
    set_language("en")


@pytest.fixture
def settings(qapp, tmp_path):
    """Settings in a file of the test's own."""
    made = Settings(tmp_path / "config" / "reelmend.ini")
    yield made
    made.flush()


@pytest.fixture
def commands(settings):
    """An empty table of commands."""
    return CommandTable(settings)


@pytest.fixture
def context(commands, settings):
    """What panels are made from, with neither project nor desk: set `.bridge` and `.desk` to what a test needs."""
    return SimpleNamespace(bridge=None, desk=None, commands=commands, settings=settings)
