"""HDR movies from the export dialog: refused in words while shots are not measured, then written and verified."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.hdr.stream.source import open_hevc
from app.jobs.measure_shots import MeasureSpec
from app.media.opening import open_reel
from tests.jobs.hdr_film import LONG, SHOTS, make_hdr_film
from widgets.bridge.bridge import Bridge
from widgets.commands import CommandTable
from widgets.context import Context
from widgets.desk import Desk
from widgets.export import ExportDialog
from widgets.jobs import JobState
from widgets.settings import Settings


@pytest.fixture
def context(tmp_path: Path, settings: Settings, commands: CommandTable) -> Iterator[Context]:
    bridge, desk = Bridge(make_hdr_film(tmp_path)), Desk()
    desk.set_length(bridge.film.length)
    yield Context(bridge, desk, commands, settings)
    bridge.close()


def words(dialog: QWidget) -> str:
    return " | ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def test_an_hdr_movie_is_refused_then_written_and_verified(
    window: QWidget, context: Context, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "widgets.export.vivid.run_apart", lambda engine, snapshot, work, *told: work(engine, snapshot, *told)
    )
    dialog = ExportDialog.ask(context, window)
    dialog.form.choose_format("hdr-vivid")
    qtbot.waitUntil(lambda: dialog._found is not None)
    assert "shots without HDR Vivid metadata: 1, 2, 3" in words(dialog) and not dialog.form.export.isEnabled()
    context.bridge.session.measure_shots(MeasureSpec(tuple(shot.id for shot in context.bridge.snapshot.shots)))
    qtbot.waitUntil(dialog.form.export.isEnabled)
    assert "10-bit Y'CbCr 4:2:0" in words(dialog)
    dialog.form.choose_stage("repair")
    qtbot.waitUntil(lambda: dialog._found is not None)
    assert "HDR Vivid is of the grade" in words(dialog) and not dialog.form.export.isEnabled()
    dialog.form.choose_stage("grade")
    qtbot.waitUntil(dialog.form.export.isEnabled)
    target = Path(dialog.form.target.text())
    assert target.suffix == ".mp4"
    QTest.mouseClick(dialog.form.export, Qt.MouseButton.LeftButton)
    (job,) = context.bridge.jobs.jobs
    qtbot.waitUntil(lambda: job.ended)
    assert job.state is JobState.DONE and job.good, job.error + job.details
    assert job.note.startswith("12 frames written. Verified by reading it back: 10 checks hold.")
    assert open_hevc(target).count == LONG * len(SHOTS)


@pytest.mark.parametrize(
    ("format", "checks"), [("hdr10", 5), ("hdr10plus", 9), ("hlg", 1), ("master-prores-4444", 3)]
)
def test_every_kind_of_hdr_is_written_and_verified(
    format: str,
    checks: int,
    window: QWidget,
    context: Context,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(
        "widgets.export.vivid.run_apart", lambda engine, snapshot, work, *told: work(engine, snapshot, *told)
    )
    if format.startswith("master"):
        context.bridge.session.measure_shots(MeasureSpec(tuple(shot.id for shot in context.bridge.snapshot.shots)))
    dialog = ExportDialog.ask(context, window)
    dialog.form.choose_format(format)
    qtbot.waitUntil(dialog.form.export.isEnabled)
    target = Path(dialog.form.target.text())
    QTest.mouseClick(dialog.form.export, Qt.MouseButton.LeftButton)
    (job,) = context.bridge.jobs.jobs
    qtbot.waitUntil(lambda: job.ended)
    assert job.state is JobState.DONE and job.good, job.error + job.details
    assert job.note.startswith(f"12 frames written. Verified by reading it back: {checks} check"), job.note
    assert open_reel(target).format.encoding == ("hlg_bt2020" if format == "hlg" else "pq_bt2020")


def test_hdr_of_a_grade_that_is_none_is_refused(
    window: QWidget, qtbot: QtBot, tmp_path: Path, settings: Settings, commands: CommandTable
) -> None:
    (tmp_path / "hlg").mkdir()
    bridge, desk = Bridge(make_hdr_film(tmp_path / "hlg", "hlg_bt2020")), Desk()
    desk.set_length(bridge.film.length)
    dialog = ExportDialog.ask(Context(bridge, desk, commands, settings), window)
    for format in ("hdr10", "hdr10plus"):
        dialog.form.choose_format(format)
        qtbot.waitUntil(lambda: dialog._found is not None and "HDR10 is PQ" in words(dialog))
        assert not dialog.form.export.isEnabled()
    dialog.form.choose_format("hlg")
    qtbot.waitUntil(dialog.form.export.isEnabled)
    dialog.reject()
    bridge.close()
