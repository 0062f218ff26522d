"""`reelmend bench`: measure, beside what it is compared with."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from app.cli.console import Console

HELP = "Measure quality, speed, reading and writing, memory, or the document; medians of several runs."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("what", choices=("quality", "speed", "io", "memory", "document"))
    parser.add_argument("--frames", type=int, help="frames of each measurement")
    parser.add_argument("--size", action="append", metavar="WxH", help="speed, io, memory: at this size")
    parser.add_argument("--bits", type=int, action="append", choices=(8, 10, 16), help="speed: at this depth")
    parser.add_argument(
        "--sets", type=Path, nargs="*", default=[], help="quality: folders with base, damaged, mask_*"
    )
    parser.add_argument("--repeats", type=int, default=3, help="how often; the median counts")


def run(options: argparse.Namespace, console: Console) -> int | None:
    """Measure and print a table."""
    from app.cli.demo_reel import size_of

    data: dict[str, Any]
    sizes = [size_of(text) for text in options.size or ()]
    if options.what == "speed":
        from app.benches.material import Material
        from app.benches.speed import STANDARD, measure_speed

        materials = [Material(w, h, bits) for w, h in sizes for bits in options.bits or (8, 16)]
        data = measure_speed(materials or STANDARD, options.frames or 12, options.repeats)
    elif options.what == "io":
        from app.benches.io import measure_io

        data = measure_io(sizes or [(1920, 1080)], options.frames or 8, options.repeats)
    elif options.what == "document":
        from app.document.bench import measure

        data = measure(options.frames * 50 if options.frames else 500_000)
    elif options.what == "memory":
        from app.benches.memory import measure_memory

        data = measure_memory(sizes or [(3840, 2160)], options.frames or 4)
    else:
        from app.benches.quality import measure_quality

        data = measure_quality(options.sets, options.frames or 24, console.progress)
    console.result(data, json.dumps(data, indent=2))
    return None
