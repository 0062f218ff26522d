"""The export dialog over a real project: what it says before, what it writes, and the proof afterwards."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.document.commands import SetCuts, SetProgramme, SetStack
from app.document.model import Programme, ProgrammeItem, StackEntry
from app.engine.request import Stage
from app.media.opening import open_reel
from widgets.context import Context
from widgets.export import ExportDialog, parts
from widgets.export.dialog import first_stage
from widgets.export.words import size
from widgets.jobs import JobState


@pytest.fixture
def dialog(window: QWidget, context: Context, qtbot: QtBot) -> ExportDialog:
    QTest.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    made = window.findChild(ExportDialog)
    assert made is not None
    qtbot.waitUntil(made.isActiveWindow)
    settled(made, qtbot)
    return made


def settled(dialog: ExportDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: dialog._found is not None)


def words(dialog: QWidget) -> str:
    return " | ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def choose(dialog: ExportDialog, id: str, qtbot: QtBot) -> None:
    dialog.form.choose_format(id)
    settled(dialog, qtbot)


def test_it_says_what_would_be_written(dialog: ExportDialog, context: Context, qtbot: QtBot) -> None:
    told = words(dialog)
    assert "40 frames, 0:01.7" in told
    assert "64 × 48, 10-bit RGB" in told
    assert "492 kB" in told and "free" in told
    assert dialog.form.export.isEnabled() and dialog.form.target.text().endswith("film-repair")
    choose(dialog, "prores-hq", qtbot)
    assert dialog.form.target.text().endswith("film-repair.mov")
    qtbot.waitUntil(lambda: "This codec is lossy" in words(dialog))  # it is looked at on another thread
    assert "Colour gets coarser: 4:2:2" in words(dialog)


def test_wrong_targets_are_told_beside_the_field(
    dialog: ExportDialog, context: Context, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "there.mkv").touch()
    choose(dialog, "ffv1", qtbot)
    for typed, told in (
        ("there.mkv", "This file exists already"),
        ("new.mov", "The name must end in .mkv"),
        ("nowhere/new.mkv", "There is no folder"),
    ):
        dialog.form.target.selectAll()
        QTest.keyClicks(dialog.form.target, str(tmp_path / typed))
        settled(dialog, qtbot)
        assert told in words(dialog)
        assert not dialog.form.export.isEnabled() and told in dialog.form.export.toolTip()
    dialog.form.target.clear()
    settled(dialog, qtbot)
    assert "Choose where to write" in words(dialog)


def test_a_target_that_is_taken_is_not_proposed(dialog: ExportDialog, qtbot: QtBot, tmp_path: Path) -> None:
    for name in ("film-repair.mkv", "film-repair-2.mkv"):
        (tmp_path / name).touch()
    choose(dialog, "ffv1", qtbot)
    dialog.form.choose_stage("repair")
    qtbot.waitUntil(lambda: dialog.form.target.text() == str(tmp_path / "film-repair-3.mkv"))
    settled(dialog, qtbot)
    assert dialog.form.export.isEnabled()


def test_a_long_problem_has_room_for_all_its_lines(dialog: ExportDialog, qtbot: QtBot) -> None:
    settled(dialog, qtbot)
    dialog.form.show_problem("target", "This folder already holds such frames: choose another one. " * 4)
    (label,) = (one for one in dialog.findChildren(QLabel) if one.text().startswith("This folder already"))
    qtbot.waitUntil(lambda: label.height() >= label.heightForWidth(label.width()) > 40)
    assert dialog.rect().contains(label.mapTo(dialog, label.rect().bottomRight()))


@pytest.mark.usefixtures("in_this_process")
def test_a_marked_range_is_written_shown_and_proved(
    dialog: ExportDialog, context: Context, qtbot: QtBot, tmp_path: Path
) -> None:
    context.desk.set_range(5, 14)
    assert dialog.form.marked.isEnabled()
    QTest.mouseClick(dialog.form.marked, Qt.MouseButton.LeftButton)
    dialog.form.choose_stage("repair")
    settled(dialog, qtbot)
    assert "10 frames" in words(dialog)
    target = Path(dialog.form.target.text())
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    jobs = context.bridge.jobs
    (job,) = jobs.jobs
    qtbot.waitUntil(lambda: job.ended)
    assert job.state is JobState.DONE, job.error + job.details
    assert open_reel(target).frame_count == 10 and job.note == "10 frames written."
    assert [action.title for action in job.actions] == ["Show", "Prove"]
    proof = job.actions[1].run()
    qtbot.waitUntil(lambda: proof.ended)
    assert proof.good and "Proved: outside the repairs every sample of 10 frames" in proof.note
    victim = sorted(target.glob("*.dpx"))[3]
    raw = bytearray(victim.read_bytes())
    raw[-1000] ^= 0x40
    victim.write_bytes(raw)
    proof = job.actions[1].run()
    qtbot.waitUntil(lambda: proof.ended)
    assert not proof.good and "NOT proved" in proof.note


def test_the_selected_shots_are_followed_while_the_dialog_stands(
    dialog: ExportDialog, context: Context, qtbot: QtBot
) -> None:
    (reel,) = context.bridge.snapshot.reels
    context.bridge.dispatch(SetCuts(reel, (10, 30)))
    qtbot.waitUntil(lambda: len(context.bridge.snapshot.shots) == 3)
    shots = context.bridge.snapshot.shots
    context.desk.select_shots((shots[0].id, shots[2].id))
    QTest.mouseClick(dialog.form.selected, Qt.MouseButton.LeftButton)
    settled(dialog, qtbot)
    assert dialog.spec().ranges == (ProgrammeItem(reel, 0, 10), ProgrammeItem(reel, 30, 40))
    assert "2 selected shots: 20 frames" in dialog.form.selected.text()
    context.desk.select_shots(())
    assert dialog.form.film.isChecked() and not dialog.form.selected.isEnabled()


def test_an_export_is_of_the_film_as_it_was_asked_for(dialog: ExportDialog, context: Context, qtbot: QtBot) -> None:
    dialog.form.choose_stage("repair")
    settled(dialog, qtbot)
    target = Path(dialog.form.target.text())
    context.bridge.jobs.submit("before", "test", lambda r, t: None)
    QTest.mouseClick(dialog.form.export, Qt.MouseButton.LeftButton)
    (reel,) = context.bridge.snapshot.reels
    context.bridge.dispatch(SetProgramme(Programme((ProgrammeItem(reel, 0, 3),))))
    job = context.bridge.jobs.jobs[-1]
    qtbot.waitUntil(lambda: job.ended, timeout=60_000)
    assert job.state is JobState.DONE, job.error + job.details
    assert open_reel(target).frame_count == 40


def test_parts_of_the_film(context: Context) -> None:
    (reel,) = context.bridge.snapshot.reels
    film = context.bridge.film
    assert parts.positions(film, 0, 40) == (ProgrammeItem(reel, 0, 40),)
    assert parts.positions(film, 38, 99) == (ProgrammeItem(reel, 38, 40),)
    two = (ProgrammeItem(reel, 0, 5), ProgrammeItem(reel, 5, 9))
    assert parts.joined(two) == (ProgrammeItem(reel, 0, 9),)


@pytest.mark.parametrize(("bytes", "said"), [(0, "0 B"), (999, "999 B"), (1500, "1.5 kB"), (492_000_000, "492 MB")])
def test_sizes(bytes: int, said: str) -> None:
    assert size(bytes) == said


def graded(context: Context, *entries: StackEntry) -> None:
    shots = tuple(shot.id for shot in context.bridge.snapshot.shots)
    context.bridge.project.dispatch(SetStack(shots, "grade", entries)).wait()


def test_it_begins_with_repair_until_the_film_is_graded(context: Context, qtbot: QtBot) -> None:
    assert first_stage(context) is Stage.REPAIR
    context.settings.set_of_project(context.bridge.project.path, "export/stage", "grade")
    assert first_stage(context) is Stage.REPAIR, "there is nothing to export that repair has not"
    context.settings.set_of_project(context.bridge.project.path, "export/stage", "")
    graded(context, StackEntry("cdl", 1, {"slope_r": 1.2}))
    qtbot.waitUntil(lambda: first_stage(context) is Stage.GRADE)
    graded(context)
    qtbot.waitUntil(lambda: first_stage(context) is Stage.REPAIR)


@pytest.mark.usefixtures("in_this_process")
def test_then_it_begins_with_what_was_used_last_in_this_project(
    dialog: ExportDialog, context: Context, qtbot: QtBot, tmp_path: Path
) -> None:
    graded(context, StackEntry("cdl", 1, {"slope_r": 1.2}))
    dialog.form.choose_stage("clean")
    settled(dialog, qtbot)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    (job,) = context.bridge.jobs.jobs
    qtbot.waitUntil(lambda: job.ended)
    assert first_stage(context) is Stage.CLEAN
    assert context.settings.of_project(tmp_path / "another.reelmend", "export/stage") == ""
