"""Exports and their proofs as jobs, each in a process of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from app.document.model import ProgrammeItem
from app.document.snapshot import Snapshot
from app.engine.request import Stage
from app.engine.worker import Token
from app.jobs.apart import run_apart
from app.jobs.export import ExportResult, ExportSpec, export_apart
from app.jobs.progress import Reporter
from app.jobs.proof_report import Report, report_of
from app.jobs.verify import Proof, verify_apart
from widgets.context import Context
from widgets.export.words import proof_words
from widgets.jobs import Job, JobAction
from widgets.text import translate

PROOF = "verify"
"""The kind of job a proof is."""


def submit_export(context: Context, spec: ExportSpec, snapshot: Snapshot) -> Job:
    """Pin an export to the board: of the film as it is in `snapshot`, whatever is edited meanwhile."""
    board, engine = context.bridge.jobs, context.bridge.session.engine

    def run(reporter: Reporter, token: Token) -> ExportResult:
        return run_apart(engine, snapshot, partial(export_apart, spec), reporter, token)

    def done(result: ExportResult) -> None:
        actions = [JobAction(lambda: translate("Export", "Show"), "folder-open", lambda: show_folder(spec.target))]
        if spec.stage is Stage.REPAIR:
            actions.append(
                JobAction(
                    lambda: translate("Export", "Prove"), "list-checks", lambda: submit_proof(context, spec, snapshot)
                )
            )
        board.annotate(job, partial(_result_words, result), actions)

    def title() -> str:
        return translate("Export", "Export: {name}").format(name=spec.target.name)

    job = board.submit(title, "export", run, done)
    return job


@dataclass(frozen=True)
class Proven:
    """What a proof came to, with the summary that can be signed and saved."""

    proof: Proof
    report: Report
    target: Path


Part = Callable[[Snapshot], Sequence[ProgrammeItem]]
"""The ranges that an export was made from, in the state it was made from."""


def submit_proof(context: Context, spec: ExportSpec, snapshot: Snapshot) -> Job:
    """Pin the proof of an export made a moment ago to the board."""
    return submit_proof_of(context, spec.target, lambda: snapshot, lambda _: spec.ranges)


def submit_proof_of(
    context: Context, target: Path, state: Callable[[], Snapshot], part: Part, version: str = ""
) -> Job:
    """Pin the proof of an export to the board: that nothing outside the repairs differs from the scan.

    `state` and `part` are asked on the job's thread; what they raise is the job's failure.
    """
    bridge = context.bridge
    board, engine = bridge.jobs, bridge.session.engine

    def run(reporter: Reporter, token: Token) -> Proven:
        snapshot = state()
        work = partial(verify_apart, target, tuple(part(snapshot)))
        proof = run_apart(engine, snapshot, work, reporter, token)
        return Proven(proof, report_of(proof, bridge.project, snapshot, target, version), target)

    def done(made: Proven) -> None:
        summary = JobAction(
            lambda: translate("Export", "Summary"), "list-checks", lambda: context.commands.trigger("file.prove")
        )
        board.annotate(job, partial(proof_words, made.proof), (summary,), good=made.proof.holds)

    def title() -> str:
        return translate("Export", "Proof of {name}").format(name=target.name)

    job = board.submit(title, PROOF, run, done)
    return job


def show_folder(target: Path) -> None:
    """Open the folder that holds what was written, in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(target if target.is_dir() else target.parent)))


def _result_words(result: ExportResult) -> str:
    said = [translate("Export", "%n frame(s) written.", n=result.frames)]
    if result.sound is not None:
        said.append(translate("Export", "Sound in {name}.").format(name=result.sound.name))
    if result.clipped:
        clipped = translate(
            "Export", "{count} sample(s) lay outside what the format holds: held at its ends.", n=result.clipped
        )
        said.append(clipped.format(count=f"{result.clipped:,}"))
    return " ".join(said)
