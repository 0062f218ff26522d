"""A timeline over a film that no file stands behind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from widgets.commands import CommandTable
from widgets.settings import Settings
from widgets.timeline.actions import add_commands
from widgets.timeline.made_up import NoDisk, made_up_context, made_up_snapshot
from widgets.timeline.timeline import Timeline

Make = Callable[..., Timeline]


@pytest.fixture
def make(qtbot: Any, commands: CommandTable, settings: Settings) -> Iterator[Make]:
    """Makes a shown timeline of so many shots and frames, its commands in the table."""
    made: list[Any] = []

    def make_timeline(shots: int = 12, frames: int = 600, reels: int = 2, detections: int = 900) -> Timeline:
        snapshot = made_up_snapshot(shots, frames, reels)
        context = made_up_context(snapshot, commands, settings, detections)
        made.append(context)
        timeline = Timeline(context, NoDisk())
        add_commands(context, timeline)
        commands.attach(timeline)
        qtbot.addWidget(timeline)
        timeline.resize(1084, 280)
        timeline.show()
        qtbot.waitExposed(timeline)
        return timeline

    yield make_timeline


@pytest.fixture
def timeline(make: Make) -> Timeline:
    """Twelve shots in two reels of 300 frames."""
    return make()
