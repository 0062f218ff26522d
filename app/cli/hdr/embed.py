"""`reelmend hdr embed`: dynamic metadata into an HEVC file, without encoding anything again."""

from __future__ import annotations

import argparse
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.console import Console

if TYPE_CHECKING:
    from app.hdr.stream.static_hdr import StaticHdr

HELP = "Put HDR Vivid or HDR10+ metadata into a copy of an HEVC file; pictures and sound stay as they are coded."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("input", type=Path, help="an HEVC file: .mp4, .mov, .mkv, .ts or a raw .hevc")
    parser.add_argument("output", type=Path, help="the copy, of any of these kinds; it must not exist")
    parser.add_argument("--metadata", type=Path, required=True, metavar="FILE", help="one entry a frame")
    add_static_options(parser, "put into the copy, in place of what is there")
    parser.add_argument("--rate", help="frames per second of a raw stream that goes into a container (24000/1001)")


def add_static_options(parser: argparse.ArgumentParser, purpose: str) -> None:
    """Declare HDR10's values."""
    parser.add_argument(
        "--mastering",
        metavar="DISPLAY",
        help=f"mastering display, {purpose}: p3-d65:1000:0.005 or G(x,y)B(x,y)R(x,y)WP(x,y)L(max,min)",
    )
    parser.add_argument("--light", metavar="CLL,FALL", help=f"MaxCLL and MaxFALL in cd/m2, {purpose}: 1000,400")


def run(options: argparse.Namespace, console: Console) -> int | None:
    """Embed."""
    from app.hdr.stream.carrier import Carrier
    from app.hdr.stream.embedding import embed, first_static
    from app.hdr.stream.metadata_files import read_metadata
    from app.hdr.stream.source import open_hevc
    from app.jobs.progress import Progress

    source = open_hevc(options.input)
    metadata = read_metadata(options.metadata, source.order)
    added = static_of_options(options)
    carrier = Carrier(
        metadata.kind,
        metadata.payloads,
        added.over(first_static(source)),
        str(options.metadata),
        added=added,
    )
    rate = None if options.rate is None else _rate(options.rate)
    progress = Progress(f"embedding {metadata.kind.label}", source.count, console.progress)
    copied = embed(source, options.output, carrier, progress.advance, rate=rate)
    for stream in copied.left_out:
        console.note(f"not copied: {stream}")
    data = {
        "out": str(options.output),
        "kind": metadata.kind.value,
        "frames": copied.frames,
        "left_out": list(copied.left_out),
    }
    console.result(data, f"{metadata.kind.label} metadata of {copied.frames} frames written to {options.output}")
    return None


def static_of_options(options: argparse.Namespace) -> StaticHdr:
    """HDR10's values as the options say them."""
    from app.hdr.stream.static_hdr import ContentLight, MasteringDisplay, StaticHdr

    return StaticHdr(
        MasteringDisplay.parsed(options.mastering) if options.mastering else None,
        ContentLight.parsed(options.light) if options.light else None,
    )


def _rate(text: str) -> Fraction:
    from app.errors import UsageError
    from app.media.rates import exact_rate

    try:
        rate = exact_rate(float(Fraction(text)))
    except (ValueError, ZeroDivisionError):
        rate = None
    if rate is None:
        raise UsageError(f"'{text}' is no frame rate; write 24, 23.976 or 24000/1001")
    return rate
