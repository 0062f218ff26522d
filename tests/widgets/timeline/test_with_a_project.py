"""On a real project, through the real bridge: edits, thumbnails, what was found, and the end."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QImage

from app.document.commands import RecordPass
from app.document.detections import Detection
from app.document.ids import new_id, sha256
from app.document.model import Pass, PassStep
from app.media.reel import FrameId
from tests.widgets.projects import open_context
from widgets import timeline as room
from widgets.commands import CommandTable
from widgets.settings import Settings
from widgets.timeline.lanes.shots import picture_size
from widgets.timeline.layers import GUTTER
from widgets.timeline.timeline import Timeline
from widgets.timeline.tips import tip


@pytest.fixture
def panel(qtbot: Any, tmp_path: Path, settings: Settings, commands: CommandTable) -> Any:
    settings.cache_folder = tmp_path / "cache"
    with open_context(tmp_path, settings, commands) as context:
        made = room.make_panel(context)
        made.resize(1084, 280)
        made.show()
        qtbot.waitExposed(made)
        yield made
        made.close_down()
        made.hide()
        made.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_shot_is_split_moved_merged_and_all_undone(panel: Timeline, qtbot: Any, commands: CommandTable) -> None:
    def lengths() -> list[int]:
        return [shot.beyond - shot.first for shot in panel.model.film.shots]

    assert lengths() == [40]
    panel.desk.set_playhead(12)
    commands.trigger("timeline.split")
    qtbot.waitUntil(lambda: lengths() == [12, 28])
    commands.trigger("timeline.cut_earlier")
    qtbot.waitUntil(lambda: lengths() == [11, 29])
    commands.trigger("timeline.select_all")
    commands.trigger("timeline.merge")
    qtbot.waitUntil(lambda: lengths() == [40])
    for expected in ([11, 29], [12, 28], [40]):
        panel.bridge.undo()
        qtbot.waitUntil(lambda expected=expected: lengths() == expected)


def test_thumbnails_are_the_frames_themselves(panel: Timeline, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: panel.thumbnails.idle and panel.thumbnails.nbytes > 0)
    reel = panel.model.film.shots[0].reel
    held = panel.thumbnails.get(FrameId(reel, 0))
    row = panel.layers.row("shots")
    assert held is not None and row is not None
    assert held.height() == round(picture_size(row.height, panel.model)[1]), "as high as the lane shows them"
    image = held.toImage()
    tones = [image.pixelColor(x, 30).lightness() for x in range(4, 80, 4)]
    assert max(tones) - min(tones) > 20, "the scan is a ramp"


def test_a_recorded_pass_warms_the_strip(panel: Timeline, qtbot: Any) -> None:
    project = panel.bridge.project
    reel = next(iter(project.snapshot.reels))
    rows = [
        Detection(reel, frame, "dirt", "dirt", x0=index, y0=2, x1=index + 5, y1=8, area=20, probability=probability,
                  key=sha256(f"{frame} {index}".encode())[:32], track="")
        for frame, index, probability in ((7, 0, 0.9), (7, 1, 0.2), (30, 0, 0.2))
    ]  # fmt: skip
    job = project.job_begin("pass", "made", {})
    job.chunk_done("all", {}, rows)
    shots = tuple(shot.id for shot in project.snapshot.shots)
    panel.bridge.dispatch(RecordPass(Pass(new_id(), "coarse", shots, (PassStep("dirt", 1, defect="dirt"),)), job.id))
    qtbot.waitUntil(lambda: panel.model.heat.most > 0)
    heat = panel.model.heat
    assert heat.accepted.nonzero()[0].tolist() == [7] and heat.proposed.nonzero()[0].tolist() == [7, 30]
    assert heat.looked_at == ((0, 40),)


def test_no_thread_stays_behind(qtbot: Any, tmp_path: Path, settings: Settings, commands: CommandTable) -> None:
    before = {thread.ident for thread in threading.enumerate()}
    with open_context(tmp_path, settings, commands) as context:
        made = room.make_panel(context)
        made.show()
        qtbot.waitUntil(lambda: made.thumbnails.nbytes > 0)
        made.hide()
        made.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: {thread.ident for thread in threading.enumerate()} <= before)


def test_a_shot_is_never_touched_and_says_so(panel: Timeline, qtbot: Any, commands: CommandTable) -> None:
    panel.desk.set_playhead(12)
    commands.trigger("timeline.split")
    qtbot.waitUntil(lambda: len(panel.model.film.shots) == 2)
    row = panel.layers.row("shots")
    assert row is not None
    plain = panel.grab().toImage()
    commands.trigger("timeline.protect")
    qtbot.waitUntil(lambda: panel.model.laid.kept == ((12, 40),))
    (kept,) = panel.bridge.snapshot.protections.values()
    assert (kept.start, kept.end, kept.box) == (12, 40, None)
    words = "Protected: no pass touches it"
    assert words in tip(panel.model, "shots", panel.model.scale.x(20) + 1)
    assert words not in tip(panel.model, "shots", panel.model.scale.x(5) + 1)
    signed = panel.grab().toImage()
    assert _changed(plain, signed, panel, row, 5) == 0 and _changed(plain, signed, panel, row, 30) > 0
    assert not commands.action("timeline.protect").isEnabled() and commands.action("timeline.lift").isEnabled()
    commands.trigger("timeline.lift")
    qtbot.waitUntil(lambda: panel.model.laid.kept == ())
    panel.bridge.undo()
    qtbot.waitUntil(lambda: panel.model.laid.kept == ((12, 40),))


def _changed(one: QImage, other: QImage, panel: Timeline, row: Any, position: int) -> int:
    """In how many lines of the shots' header the pixel at a position is another one."""
    x = round(GUTTER + panel.model.scale.x(position))
    return sum(one.pixel(x, round(row.top) + y) != other.pixel(x, round(row.top) + y) for y in range(18))
