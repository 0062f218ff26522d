"""A proof as a summary to be signed: what was touched, by whom, and by which hashes the two can be told again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from app.document.commands import SignProof
from app.document.ledger import row_at
from app.document.project import Project
from app.document.snapshot import Snapshot
from app.errors import MediaError, NotProvedError
from app.jobs.verify import Proof
from app.media.opening import open_reel
from app.media.sequence.naming import frame_path

Report = Mapping[str, Any]


def report_of(proof: Proof, project: Project, snapshot: Snapshot, export: Path, version: str = "") -> Report:
    """All a proof says, as plain values. MediaError where a file of the export cannot be read."""
    point = project.read(lambda connection: row_at(connection, snapshot.seq)) if snapshot.seq else None
    return {
        "version": version,
        "project": project.id,
        "ledger_row": snapshot.seq,
        "ledger_entry": snapshot.entry,
        "ledger_hash": "" if point is None else point.hash,
        "export": export.name,
        "export_hash": export_hash(export),
        "holds": proof.holds,
        "compared": proof.how,
        "frames": proof.frames,
        "pixels": proof.pixels,
        "pixels_outside_masks": proof.pixels_outside,
        "samples_outside_masks": proof.changed_outside,
        "samples_inside_masks": proof.changed_inside,
        "frames_with_changes_outside": list(proof.bad_frames),
        "unproved_frames": list(proof.unproved),
        "touched_pixels": {
            name: {
                "all": proof.touched[name], "by_machine": proof.by_machine[name], "by_hand": proof.by_hand[name]
            }
            for name in sorted(proof.touched)
        },
        "touched_share": {
            name: {
                "all": proof.touched[name] / max(proof.pixels, 1),
                "by_machine": proof.by_machine[name] / max(proof.pixels, 1),
                "by_hand": proof.by_hand[name] / max(proof.pixels, 1),
            }
            for name in sorted(proof.touched)
        },
        "frame_hashes": list(proof.hashes),
        "made": datetime.now(UTC).isoformat(timespec="seconds"),
    }  # fmt: skip


def export_hash(export: Path) -> str:
    """SHA-256 of a movie file; of a sequence, over the names and SHA-256 sums of its files in order."""
    made = open_reel(export)
    try:
        if made.kind != "sequence":
            with made.path.open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest()
        whole = hashlib.sha256()
        for number in range(made.first_number, made.first_number + made.frame_count):
            path = frame_path(made.path, number)
            if path.is_file():
                with path.open("rb") as file:
                    whole.update(f"{path.name} {hashlib.file_digest(file, 'sha256').hexdigest()}\n".encode())
        return whole.hexdigest()
    except OSError as error:
        raise MediaError(f"{export} cannot be read: {error.strerror}") from error


def sign(project: Project, report: Report, by: str) -> str:
    """Keep a report and put a name to it, in one row; returns the row's sentence.

    Raises:
        NotProvedError: It does not hold: that is not signed.
        NoRoomError, ProjectError: It cannot be kept.
    """
    if not report["holds"]:
        raise NotProvedError(
            f"{report['pixels_outside_masks']} pixels were changed outside the masks: a proof that does not hold "
            "is not signed"
        )
    data = json.dumps({**report, "signed_by": by}, ensure_ascii=False, sort_keys=True, indent=1).encode()
    hash = project.artefacts.put(data, "a proof")
    change = project.dispatch(
        SignProof(hash, report["ledger_entry"], report["ledger_hash"], report["export_hash"], by, report["version"])
    )
    change.wait()
    return change.summary


def text_of(report: Report, signed: str = "") -> str:
    """The summary for people."""
    shares = [
        f"  {name}: {100 * share['all']:.4f} % of all pixels touched "
        f"({100 * share['by_machine']:.4f} % by machine, {100 * share['by_hand']:.4f} % by hand)"
        for name, share in report["touched_share"].items()
    ]
    unproved = len(report["unproved_frames"])
    export, version = report["export"], report["version"]
    heading = f"Proof of {export}, version {version}" if version else f"Proof of {export}"
    lines = [
        heading,
        f"compared {report['compared']}",
        *(shares or ["  nothing was touched"]),
        f"samples changed inside the masks: {report['samples_inside_masks']}",
        *([f"frames with no scan to compare with (missing or broken files): {unproved}"] if unproved else []),
        f"pixels touched outside the masks: {report['pixels_outside_masks']}",
        f"ledger row {report['ledger_row']}, hash {report['ledger_hash']}",
        f"export, hash {report['export_hash']}",
        f"made {report['made']}, {report['frames']} frames",
        f"signed by {signed}" if signed else "not signed",
    ]
    return "\n".join(lines)


def written(report: Report, signed: str, path: Path) -> bytes:
    """The summary as a file: JSON, with every frame's hash, where its name ends in .json, else text."""
    if path.suffix.lower() == ".json":
        return (json.dumps({**report, "signed_by": signed}, ensure_ascii=False, indent=1) + "\n").encode()
    return (text_of(report, signed) + "\n").encode()
