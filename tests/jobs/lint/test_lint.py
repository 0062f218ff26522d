"""The linter over a project: findings with places, kept while they hold, and the command line."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from pathlib import Path

import pytest

from app.cli.commands import run
from app.document.commands import SetVerdicts
from app.document.linted import FILE
from app.engine.worker import Cancelled, Token
from app.errors import ExitCode, UsageError
from app.jobs.lint import known_findings, lint_repair
from app.jobs.progress import Report
from app.session import Session
from tests.jobs.lint.pasting import BOX, pasted

FRAME = 14


def kinds(session: Session, repair: str) -> set[str]:
    report = known_findings(session.engine, session.snapshot)
    assert report is not None
    return {answer.kind for found, answer in report.findings if found.id == repair}


def command_line(*words: object) -> int:
    return run([str(word) for word in words], NoWindow())


class NoWindow:
    def can_open(self) -> str:
        return "no window in tests"

    def open(self, project: Path | None, media: Sequence[Path]) -> int:
        raise AssertionError

    def bench(self, options: object) -> dict[str, object]:
        raise AssertionError


def test_a_bad_patch_is_told_of_with_its_place_and_kept(session: Session) -> None:
    repair = pasted(session, FRAME, 90)
    linted = lint_repair(session.engine, session.snapshot, repair)
    told = {answer.kind: answer for answer in linted.answers if answer.severity}
    assert {"outline", "flicker"} <= set(told) and linted.severity == 2
    assert BOX[0] <= told["outline"].x <= BOX[2] and BOX[1] <= told["outline"].y <= BOX[3]
    assert told["flicker"].value == pytest.approx(100 * 90 / 1023, abs=3)
    assert kinds(session, repair.id) == set(told)


def test_the_scans_own_pixels_as_a_patch_are_good(session: Session) -> None:
    repair = pasted(session, FRAME, 0)
    assert lint_repair(session.engine, session.snapshot, repair).severity == 0


def test_a_run_counts_frames_can_be_narrowed_and_asks_nothing_twice(session: Session, monkeypatch) -> None:
    repairs = [pasted(session, index, lift) for index, lift in ((3, 0), (FRAME, 90))]
    readings: list[Report] = []
    report = session.lint(reporter=readings.append, where="detector=hand")
    assert readings[-1].done == readings[-1].total >= report.frames > 0
    assert {found.repair.id for found in report.linted} == {repair.id for repair in repairs}
    assert {repair.frame for repair, _ in report.findings} == {FRAME}
    monkeypatch.setattr("app.jobs.lint.lint", lambda scene: pytest.fail("asked again"))
    again = session.lint(where="detector=hand")
    assert [(r.id, a) for r, a in again.findings] == [(r.id, a) for r, a in report.findings]
    assert [one.repair.frame for one in session.lint("1", where="detector=hand").linted] == [3]
    with pytest.raises(UsageError):
        session.lint(where="nonsense=1")


def test_what_no_longer_holds_is_no_finding(session: Session) -> None:
    repair = pasted(session, FRAME, 90)
    lint_repair(session.engine, session.snapshot, repair)
    assert kinds(session, repair.id)
    session.project.dispatch(SetVerdicts((repair.id,), "reject")).wait()
    assert not kinds(session, repair.id)
    session.project.undo().wait()
    assert kinds(session, repair.id), "the state is the old one again, and so is what was said of it"
    pasted(session, FRAME + 1, 40)
    assert not kinds(session, repair.id), "a frame that it was held against is another now"


def test_a_cancelled_run_keeps_what_it_has(session: Session) -> None:
    pasted(session, 1, 90), pasted(session, FRAME, 90)
    token = Token()

    def stop(report: Report) -> None:
        if report.done == 1:
            token.cancel()

    with pytest.raises(Cancelled):
        session.lint(reporter=stop, token=token, where="area=576")
    with sqlite3.connect(session.project.artefacts.root / FILE) as kept:
        (frames,) = kept.execute("SELECT count(DISTINCT frame) FROM answer").fetchone()
    kept.close()
    assert frames == 1


def test_a_damaged_store_is_begun_anew(session: Session) -> None:
    repair = pasted(session, FRAME, 90)
    (session.project.artefacts.root / FILE).write_bytes(b"no database, but long enough to be looked at" * 50)
    with pytest.raises(Exception, match="look again"):
        known_findings(session.engine, session.snapshot)
    lint_repair(session.engine, session.snapshot, repair)
    assert kinds(session, repair.id)


def test_the_ledger_knows_nothing_of_it(session: Session) -> None:
    pasted(session, FRAME, 90)
    rows = len(list(session.project.entries()))
    session.lint(where="detector=hand")
    assert len(list(session.project.entries())) == rows


def test_the_command_line_lists_and_leaves_with_six_at_an_issue(copy: Path, capsys) -> None:
    with Session.open(copy) as session:
        repair = pasted(session, FRAME, 90)
    assert command_line("lint", copy, "--json", "--quiet", "--where", "detector=hand") == ExitCode.NOT_PROVED
    said = json.loads(capsys.readouterr().out)
    row = next(row for row in said["findings"] if row["check"] == "outline")
    assert (row["frame"], row["repair"], row["severity"]) == (FRAME, repair.id, "Issue")
    assert row["value"] >= row["issue_from"] and said["issues"] >= 1 and said["repairs"] == 1
    assert command_line("lint", copy, "--quiet", "--where", "detector=hand", "--issues") == ExitCode.NOT_PROVED
    text = capsys.readouterr().out
    assert f"{FRAME}" in text and "outline" in text and "Issue" in text
    with Session.open(copy) as session:
        session.project.dispatch(SetVerdicts((repair.id,), "reject")).wait()
    assert command_line("lint", copy, "--quiet", "--where", "detector=hand") == ExitCode.DONE
    assert "0 Issues" in capsys.readouterr().out


def test_a_frame_at_the_end_of_a_shot_is_held_against_its_own_shot(session: Session) -> None:
    shot = session.snapshot.shot_at(next(iter(session.snapshot.reels)), FRAME)
    last = pasted(session, shot.end - 1, 90)
    answers = lint_repair(session.engine, session.snapshot, last).answers
    assert {"outline", "flicker"} <= {answer.kind for answer in answers if answer.severity}
