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
    parser.add_argument("--hashes", action="store_true", help="print a SHA-256 a frame")


def run(options: argparse.Namespace, console: Console) -> int | None:
    """Verify; exit code 6 where the promise does not hold."""
    from app.errors import ExitCode
    from app.session import Session

    with Session.open(options.project, write=False) as session:
        proof = session.verify(options.export, options.shots, console.progress)
    share = proof.touched_share()
    data = {
        "holds": proof.holds,
        "how": proof.how,
        "frames": proof.frames,
        "changed_outside_masks": proof.changed_outside,
        "changed_inside_masks": proof.changed_inside,
        "frames_with_changes_outside": proof.bad_frames,
        "unproved_frames": proof.unproved,
        "touched_share": share,
        "hashes": proof.hashes,
    }
    lines = [f"compared {proof.how}"]
    lines += [f"{defect}: {100 * part:.3f} % of all pixels touched" for defect, part in share.items()]
    lines.append(f"{proof.changed_inside} samples changed inside the accepted masks")
    if proof.unproved:
        lines.append(f"{len(proof.unproved)} frames have no scan to compare with (missing or broken files)")
    if options.hashes:
        lines += [f"{number:06d} {value}" for number, value in enumerate(proof.hashes)]
    if proof.holds:
        lines.append(f"PROVED: 0 samples changed outside the masks in {proof.frames - len(proof.unproved)} frames")
    else:
        named = ", ".join(map(str, proof.bad_frames[:10])) + (" ..." if len(proof.bad_frames) > 10 else "")
        lines.append(f"NOT PROVED: {proof.changed_outside} samples changed outside the masks, in frames {named}")
    console.result(data, "\n".join(lines))
    return ExitCode.DONE if proof.holds else ExitCode.NOT_PROVED
