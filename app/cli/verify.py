"""`reelmend verify`: prove that nothing outside the accepted masks was changed."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.cli.console import Console

HELP = "Prove an export of the repair stage: outside the accepted masks every code value equals the scan's."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("project", type=Path)
    parser.add_argument("export", type=Path, help="what `reelmend export --stage repair` wrote")
    parser.add_argument("--shots", help="the shots it was exported from, as in 3-7,9")
    parser.add_argument("--version", metavar="NAME", help="the version it was exported from")
    parser.add_argument(
        "--sign", action="store_true", help="put your name ($REELMEND_AUTHOR) to it; the history keeps it"
    )
    parser.add_argument("--report", type=Path, metavar="FILE", help="write the summary, as text or (.json) as JSON")
    parser.add_argument("--hashes", action="store_true", help="print a SHA-256 a frame")


def run(options: argparse.Namespace, console: Console) -> int | None:
    """Verify, and sign where asked; exit code 6 where the promise does not hold."""
    from app.document.files import write_whole
    from app.document.named_versions import snapshot_named
    from app.errors import ExitCode
    from app.jobs.proof_report import report_of, sign, text_of, written
    from app.session import Session, author_name

    who = author_name() if options.sign else ""
    with Session.open(options.project, write=options.sign) as session:
        snapshot = snapshot_named(session.project, options.version)
        proof = session.verify(options.export, options.shots, console.progress, snapshot=snapshot)
        report = report_of(proof, session.project, snapshot, options.export, options.version or "")
        if options.sign:
            sign(session.project, report, who)
    data = {
        "holds": proof.holds,
        "how": proof.how,
        "frames": proof.frames,
        "changed_outside_masks": proof.changed_outside,
        "changed_inside_masks": proof.changed_inside,
        "frames_with_changes_outside": proof.bad_frames,
        "unproved_frames": proof.unproved,
        "touched_share": proof.touched_share(),
        "hashes": proof.hashes,
        "signed_by": who,
        "report": {name: value for name, value in report.items() if name != "frame_hashes"},
    }
    lines = [text_of(report, who)]
    if options.report is not None:
        write_whole(options.report, written(report, who, options.report))
    if options.hashes:
        lines += [f"{number:06d} {value}" for number, value in enumerate(proof.hashes)]
    if proof.holds:
        lines.append(f"PROVED: 0 samples changed outside the masks in {proof.frames - len(proof.unproved)} frames")
    else:
        named = ", ".join(map(str, proof.bad_frames[:10])) + (" ..." if len(proof.bad_frames) > 10 else "")
        lines.append(f"NOT PROVED: {proof.changed_outside} samples changed outside the masks, in frames {named}")
    console.result(data, "\n".join(lines))
    return ExitCode.DONE if proof.holds else ExitCode.NOT_PROVED
