"""Triage and the masks' panel in one window over a tiny real project on which a pass has been."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.document import new_id
from app.document.commands import RecordPass, SetCuts
from app.document.detections import Detection
from app.document.ids import sha256
from app.document.model import Pass, PassStep
from app.document.risks import RISKS
from tests.widgets.projects import open_context
from widgets import masks, triage
from widgets.context import Context
from widgets.triage.panel import TriagePanel

TRACK = "0189aaaa-0000-7000-8000-00000000abcd"
FRAMES = 12


def speck(reel: str, frame: int, x: int, probability: float, **more: object) -> Detection:
    key = sha256(f"{frame} {x}".encode())[:32]
    return Detection(reel, frame, "dirt", "dirt", x, 20, x + 4, 24, 16, probability, key, **more)


@pytest.fixture
def context(tmp_path: Path, settings, commands) -> Iterator[Context]:
    """Twelve frames, two shots. On each a sure speck, a doubtful one on fast motion, a proposal; on six a scratch."""
    with open_context(tmp_path, settings, commands, FRAMES) as made:
        project, reel = made.bridge.project, next(iter(made.bridge.snapshot.reels))
        project.dispatch(SetCuts(reel, (6,)))
        rows = []
        for frame in range(FRAMES):
            rows += [
                speck(reel, frame, 10, 0.9),
                speck(reel, frame, 20, 0.55, risk=RISKS["motion"]),
                speck(reel, frame, 30, 0.2),
            ]
            if frame < 6:
                rows.append(speck(reel, frame, 50, 0.95, track=TRACK)._replace(y0=0, y1=48, area=192))
        job = project.job_begin("pass", "k", {})
        job.chunk_done("1", {}, rows)
        steps, shots = (PassStep("dirt", 1, defect="dirt"),), tuple(shot.id for shot in project.snapshot.shots)
        project.dispatch(RecordPass(Pass(new_id(), "coarse", shots, steps), job.id)).wait()
        yield made


@pytest.fixture
def window(qtbot, context: Context) -> Iterator[QWidget]:
    """Both panels beside each other, with the keys of the commands."""
    top = QWidget()
    row = QHBoxLayout(top)
    repairs = masks.make_panel(context)
    row.addWidget(repairs)
    row.addWidget(triage.make_panel(context, repairs.room))
    context.commands.attach(top)
    qtbot.addWidget(top)
    top.resize(700, 760)
    top.show()
    qtbot.waitExposed(top)
    top.activateWindow()
    top.setFocus()
    yield top
    panel = top.findChild(TriagePanel)
    panel.close_down()
    top.hide()
    top.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def panel(qtbot, window: QWidget) -> TriagePanel:
    """The panel of triage, its first list made."""
    made = window.findChild(TriagePanel)
    qtbot.waitUntil(lambda: not made.room.listed.busy and len(made.room.listed) > 0)
    return made
