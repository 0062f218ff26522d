"""The dialog of proofs: it proves a real export, shows what was touched, signs in the ledger, saves as the command
line does; a changed export is told and cannot be signed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.document.commands import NameVersion
from app.engine.request import Stage
from app.jobs.export import ExportSpec
from app.jobs.proof_report import text_of
from widgets.context import Context
from widgets.export import ProofDialog
from widgets.jobs import JobState


@pytest.fixture
def exported(context: Context, tmp_path: Path) -> Path:
    """The repair stage of the film, as a folder of frames."""
    session = context.bridge.session
    session.export(ExportSpec(tmp_path / "out", Stage.REPAIR, session.ranges(None)))
    return tmp_path / "out"


@pytest.fixture
def dialog(window: QWidget, context: Context, qtbot: QtBot, in_this_process: None) -> ProofDialog:
    QTest.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    made = window.findChild(ProofDialog)
    assert made is not None
    qtbot.waitUntil(made.isActiveWindow)
    return made


def proved(dialog: ProofDialog, target: Path, qtbot: QtBot) -> None:
    dialog.target.setText(str(target))
    QTest.mouseClick(dialog.prove, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.job is not None and dialog.job.ended)


def words(dialog: ProofDialog) -> str:
    return " | ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def test_a_proof_is_run_read_signed_and_saved(
    dialog: ProofDialog,
    context: Context,
    exported: Path,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert not dialog.prove.isEnabled() and not dialog.sign.isVisible()
    proved(dialog, exported, qtbot)
    assert "Pixels touched outside the masks: 0" in words(dialog) and "Not signed" in words(dialog)
    report = dialog.proven.report
    QTest.mouseClick(dialog.sign, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Signed by" in words(dialog))
    (signed,) = context.bridge.snapshot.proofs.values()
    assert (signed.export, signed.by) == (report["export_hash"], context.bridge.project.author)
    assert not dialog.sign.isEnabled(), "it is signed once"
    for name in ("summary", "summary.json"):
        monkeypatch.setattr(
            "widgets.export.proof.QFileDialog.getSaveFileName",
            lambda *_, name=name: (str(tmp_path / name), "Text (*.txt)"),
        )
        QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: (tmp_path / "summary.json").exists() and (tmp_path / "summary.txt").exists())
    assert (tmp_path / "summary.txt").read_text() == text_of(report, signed.by) + "\n"
    assert json.loads((tmp_path / "summary.json").read_text())["frame_hashes"] == report["frame_hashes"]


def test_a_changed_export_is_told_and_not_signed(dialog: ProofDialog, exported: Path, qtbot: QtBot) -> None:
    victim = min(exported.glob("*.dpx"))
    data = bytearray(victim.read_bytes())
    data[-40] ^= 0x7F
    victim.write_bytes(data)
    proved(dialog, exported, qtbot)
    assert "Pixels touched outside the masks: 1" in words(dialog) and "NOT proved" in words(dialog)
    assert not dialog.sign.isEnabled() and "not signed" in dialog.sign.toolTip()


def test_a_version_and_shots_are_asked_for_and_failures_are_told(
    window: QWidget, context: Context, exported: Path, qtbot: QtBot, in_this_process: None
) -> None:
    context.bridge.project.dispatch(NameVersion("first")).wait()
    qtbot.waitUntil(lambda: bool(context.bridge.snapshot.versions))
    dialog = ProofDialog.ask(context, window)
    dialog.version.setCurrentIndex(dialog.version.findData("first"))
    proved(dialog, exported, qtbot)
    assert dialog.proven.report["version"] == "first"
    dialog.shots.setText("7")
    proved(dialog, exported, qtbot)
    qtbot.waitUntil(lambda: dialog.job.state is JobState.FAILED)
    assert "there is no shot 7" in words(dialog) and not dialog.save.isVisible()
