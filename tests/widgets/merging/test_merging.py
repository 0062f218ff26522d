"""Two copies of one project: what the dialog says before, what the merge does, and conflicts settled on the film."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.document import Project
from app.document.files import artefacts_beside
from tests.document.merging.copies import paint
from tests.widgets.projects import open_context
from widgets import merging
from widgets.commands import CommandTable
from widgets.context import Context
from widgets.jobs import JobState
from widgets.merging import MergeDialog, SettlingDialog
from widgets.settings import Settings

FRAMES = (21, 3, 12)


@pytest.fixture
def context(tmp_path: Path, settings: Settings, commands: CommandTable) -> Iterator[Context]:
    """Ours open in the window; `ben/film.reelmend` beside it, where another mended the same pixels of three frames
    and something else on a fourth."""
    with open_context(tmp_path, settings, commands) as made:
        project = made.bridge.project
        project.read(lambda connection: None)
        (tmp_path / "ben").mkdir()
        copy = tmp_path / "ben" / "film.reelmend"
        project.read(lambda connection: connection.execute("VACUUM INTO ?", (str(copy),)))
        with closing(sqlite3.connect(copy)) as connection:
            connection.execute("DELETE FROM lease")
            connection.commit()
        shutil.copytree(artefacts_beside(project.path), artefacts_beside(copy))
        ours, theirs = random.Random(1), random.Random(2)
        for frame in FRAMES:
            paint(project, ours, frame=frame, at=(10, 5))
        project.read(lambda connection: None)
        with Project.open(copy, "Ben") as other:
            for frame in FRAMES:
                paint(other, theirs, frame=frame, at=(14, 5))
            paint(other, theirs, frame=30, at=(1, 1))
            other.read(lambda connection: None)
        yield made


@pytest.fixture
def window(qtbot: QtBot, context: Context) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    context.commands.attach(made)
    merging.add_commands(context, made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def dialog(window: QWidget, tmp_path: Path) -> MergeDialog:
    QTest.keyClick(window, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    made = window.findChild(MergeDialog)
    assert made is not None
    made.copy.setText(str(tmp_path / "ben" / "film.reelmend"))
    return made


def pressed(dialog: MergeDialog, button: QWidget, qtbot: QtBot) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog._job is not None and dialog._job.ended)


def mended(context: Context, frame: int) -> list[str]:
    project = context.bridge.project
    return [r.id for r in project.repairs_of(project.snapshot, min(project.snapshot.reels), frame)]


def merged(dialog: MergeDialog, context: Context, qtbot: QtBot) -> None:
    pressed(dialog, dialog.merge, qtbot)
    assert dialog._job is not None and dialog._job.state is JobState.DONE, dialog._job.error + dialog._job.details
    qtbot.waitUntil(lambda: len(context.bridge.snapshot.conflicts) == len(FRAMES))


def test_a_look_says_what_would_join_and_writes_nothing(dialog: MergeDialog, context: Context, qtbot: QtBot) -> None:
    before = context.bridge.project.snapshot.seq
    pressed(dialog, dialog.look, qtbot)
    assert dialog.told.text() == (
        "4 edits by Ben would be taken over. 3 conflicts: this project's work counts in 0, the copy's in 3."
    )
    (head,) = [dialog.tree.topLevelItem(n) for n in range(dialog.tree.topLevelItemCount())]
    assert head.text(0) == "Shot 1, Dirt, the same pixels: 3"
    assert [head.child(n).text(0) for n in range(3)] == [f"Frame {frame}, at 10, 5" for frame in sorted(FRAMES)]
    assert context.bridge.project.snapshot.seq == before and not mended(context, 30)


def test_a_merge_is_seen_at_once_and_edits_go_on(dialog: MergeDialog, context: Context, qtbot: QtBot) -> None:
    with qtbot.waitSignal(context.bridge.reloaded):
        merged(dialog, context, qtbot)
    assert len(mended(context, 30)) == 1 and dialog.settle.isVisible()
    assert context.commands.action("file.settle").isEnabled()
    context.bridge.undo()
    qtbot.waitUntil(lambda: not context.bridge.snapshot.conflicts)
    assert not mended(context, 30)
    pressed(dialog, dialog.merge, qtbot)
    assert "is here already" in dialog.told.text()


def test_conflicts_are_walked_through_and_settled(
    dialog: MergeDialog, window: QWidget, context: Context, qtbot: QtBot
) -> None:
    merged(dialog, context, qtbot)
    theirs = mended(context, 3)
    QTest.mouseClick(dialog.settle, Qt.MouseButton.LeftButton)
    settling = window.findChild(SettlingDialog)
    qtbot.waitUntil(lambda: bool(settling.groups))
    seen = []
    context.desk.reveal.connect(seen.append)
    QTest.mouseClick(settling.following, Qt.MouseButton.LeftButton)
    assert context.desk.playhead == 3 and seen[-1].x0 == 10
    QTest.mouseClick(settling.following, Qt.MouseButton.LeftButton)
    assert context.desk.playhead == 12
    QTest.mouseClick(settling.previous, Qt.MouseButton.LeftButton)
    QTest.mouseClick(settling.ours, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(context.bridge.snapshot.conflicts) == 2)
    assert mended(context, 3) != theirs
    qtbot.waitUntil(lambda: sum(len(group.conflicts) for group in settling.groups) == 2)
    settling.tree.topLevelItem(0).setSelected(True)
    QTest.mouseClick(settling.theirs, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: settling.told.text() == "No conflict." and not context.bridge.snapshot.conflicts)
    assert not context.commands.action("file.settle").isEnabled()


def test_what_is_no_copy_is_told(dialog: MergeDialog, context: Context, tmp_path: Path, qtbot: QtBot) -> None:
    Project.create(tmp_path / "stranger.reelmend", "Eve").close()
    for name, said in (("stranger", "are not copies of one project"), ("film", "cannot be merged with itself")):
        dialog.copy.setText(str(tmp_path / f"{name}.reelmend"))
        pressed(dialog, dialog.look, qtbot)
        assert dialog._job.state is JobState.FAILED and said in dialog.told.text()
