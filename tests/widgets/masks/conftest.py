"""The room of the masks over a tiny real project, and a viewer that is nothing but its picture."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.document import new_id
from app.document.commands import RecordPass
from app.document.detections import Detection
from app.document.model import Pass, PassStep
from tests.widgets.masks.fake_viewer import FakeViewer
from tests.widgets.projects import open_context
from widgets import masks
from widgets.context import Context
from widgets.masks.panel import RepairsPanel

BLOT = 7
"""A frame with a dark blot at columns 20 to 26, rows 10 to 15."""


@pytest.fixture
def context(tmp_path: Path, settings, commands) -> Iterator[Context]:
    """A project of 12 frames without a pass, at the frame with the blot."""
    with open_context(tmp_path, settings, commands, 12) as made:
        made.desk.set_playhead(BLOT)
        yield made


@pytest.fixture
def passed(context: Context) -> Context:
    """The same after a pass that was little, half and very sure of three specks on that frame."""
    project, reel = context.bridge.project, next(iter(context.bridge.snapshot.reels))
    rows = [
        Detection(reel, BLOT, "dirt", "dirt", x, 20, x + 4, 24, 16, sure, f"{x:032x}")
        for x, sure in ((10, 0.3), (20, 0.6), (30, 0.9))
    ]
    job = project.job_begin("pass", "k", {})
    job.chunk_done("1", {}, rows)
    steps = (PassStep("dirt", 1, defect="dirt", threshold=0.5),)
    shots = tuple(shot.id for shot in context.bridge.snapshot.shots)
    project.dispatch(RecordPass(Pass(new_id(), "coarse", shots, steps), job.id)).wait()
    return context


@pytest.fixture
def panel(qtbot, context: Context) -> RepairsPanel:
    """The panel, its tools and commands."""
    made = masks.make_panel(context)
    qtbot.addWidget(made)
    made.resize(320, 640)
    made.show()
    return made


@pytest.fixture
def viewer(qtbot, context: Context, panel: RepairsPanel) -> FakeViewer:
    """A picture at eight widget pixels a picture pixel, with the keys of the commands."""
    made = FakeViewer(context)
    qtbot.addWidget(made)
    context.commands.attach(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.setFocus()
    return made
