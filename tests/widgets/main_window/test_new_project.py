"""A new project: what cannot be read is told before anybody is asked where the project is to lie."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from tests.jobs.making import write_scan
from widgets.main_window import opening
from widgets.main_window.shell import Shell


@pytest.fixture
def shell(qtbot, settings, tmp_path):
    settings.proxies = False
    settings.device = "cpu"
    made = Shell(settings)
    made.show_welcome()
    yield made
    if made.context is not None:
        made.context.bridge.jobs.close()
        made.close_project()
    made.window.let_go = True
    made.window.close()
    made.window.deleteLater()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # windows let go of their threads at their end


@pytest.fixture
def asked(monkeypatch):
    """What was asked and told, in order; the question where to is answered with `.answer`."""

    class Asked(list):
        answer = ""

    told = Asked()

    def place(parent, title, proposed, kinds):
        told.append(f"where: {proposed}")
        return told.answer, ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", place)
    monkeypatch.setattr(QMessageBox, "exec", lambda box: told.append(f"{box.text()}: {box.informativeText()}"))
    return told


def test_a_bad_file_is_told_and_nothing_is_asked(qtbot, shell, asked, tmp_path):
    bad = tmp_path / "notes.mov"
    bad.write_text("no movie")
    shell.new([write_scan(tmp_path / "scan", 4), bad])
    qtbot.waitUntil(lambda: bool(asked))
    assert len(asked) == 1 and str(bad) in asked[0] and "where" not in asked[0]
    assert shell.context is None and not list(tmp_path.glob("*.reelmend"))


def test_good_media_are_opened_once_and_the_project_lies_where_it_was_put(qtbot, shell, asked, tmp_path, monkeypatch):
    scan = write_scan(tmp_path / "scan", 4)
    opened = []
    real = opening.open_reel
    for room in ("widgets.main_window.opening", "app.session"):
        monkeypatch.setattr(f"{room}.open_reel", lambda path, **how: opened.append(path) or real(path, **how))
    asked.answer = str(tmp_path / "elsewhere")
    with qtbot.waitSignal(shell.opened):
        shell.new([scan])
    assert asked == [f"where: {tmp_path / 'scan.reelmend'}"] and opened == [scan]
    assert shell.bridge.project.path == tmp_path / "elsewhere.reelmend"


def test_a_question_that_is_not_answered_leaves_everything_as_it_was(qtbot, shell, asked, tmp_path):
    scan = write_scan(tmp_path / "scan", 4)
    window = shell.window
    shell.new([scan])
    qtbot.waitUntil(lambda: bool(asked))
    assert shell.window is window and shell.context is None and not list(Path(tmp_path).glob("*.reelmend"))
