"""`reelmend hdr verify`: prove what an HDR file carries, check by check."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.cli.console import Console
from app.cli.hdr.embed import add_static_options, static_of_options

HELP = "Prove an HDR file: one message a picture, values as in the metadata, container and HDR10 values right."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("input", type=Path, help="an HEVC file: .mp4, .mov, .mkv, .ts or a raw .hevc")
    parser.add_argument("--metadata", type=Path, metavar="FILE", help="what was put in, to compare frame by frame")
    parser.add_argument(
        "--original",
        type=Path,
        metavar="FILE",
        help="the file before: without the metadata the streams must be equal",
    )
    parser.add_argument("--kind", choices=("vivid", "hdr10plus"), help="which metadata; default is what FILE has")
    add_static_options(parser, "as they must be")


def run(options: argparse.Namespace, console: Console) -> int | None:
    """Verify; exit code 6 where a check fails."""
    from app.errors import ExitCode, UsageError
    from app.hdr.stream.metadata_files import read_metadata
    from app.hdr.stream.sei import Kind
    from app.hdr.stream.source import open_hevc
    from app.hdr.stream.verification import Expected, all_hold, verify
    from app.jobs.progress import Progress

    source = open_hevc(options.input)
    metadata = read_metadata(options.metadata, source.order) if options.metadata else None
    kind = Kind(options.kind) if options.kind else metadata.kind if metadata else Kind.VIVID
    if metadata is not None and metadata.kind is not kind:
        raise UsageError(f"{options.metadata} holds {metadata.kind.label} metadata, and {kind.label} was asked for")
    expected = Expected(
        payloads=metadata.payloads if metadata else None,
        static=static_of_options(options),
        original=open_hevc(options.original) if options.original else None,
    )
    progress = Progress("verifying", source.count, console.progress)
    checks = verify(source, kind, expected, progress.advance)
    proved = all_hold(checks)
    lines = [f"{'ok' if check.holds else 'FAILED':6}  {check.name}: {check.text}" for check in checks]
    failed = [check.name for check in checks if not check.holds]
    lines.append(f"PROVED: {len(checks)} checks hold" if proved else f"NOT PROVED: {', '.join(failed)}")
    data = {
        "holds": proved,
        "kind": kind.value,
        "frames": source.count,
        "checks": [{"name": c.name, "holds": c.holds, "text": c.text} for c in checks],
    }
    console.result(data, "\n".join(lines))
    return ExitCode.DONE if proved else ExitCode.NOT_PROVED
