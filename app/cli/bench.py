"""`reelmend bench`: measure, beside what it is compared with."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from app.cli.console import Console

HELP = "Measure quality, speed, reading and writing, display, memory, the document or the window; medians of several."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "what",
        choices=(
            "quality",
            "detection",
            "adapt",
            "grain",
            "speed",
            "io",
            "memory",
            "document",
            "display",
            "hdr",
            "ui",
            "soak",
        ),
    )
    parser.add_argument("--frames", type=int, help="frames of each measurement; soak: minutes")
    parser.add_argument(
        "--size", action="append", metavar="WxH", help="speed, io, memory, display, hdr: at this size"
    )
    parser.add_argument("--bits", type=int, action="append", choices=(8, 10, 16), help="speed: at this depth")
    parser.add_argument(
        "--sets",
        type=Path,
        nargs="*",
        default=[],
        help="quality, adapt: folders with base, damaged, mask_*; detection: with clean material",
    )
    parser.add_argument("--minutes", type=float, help="adapt: of learning")
    parser.add_argument("--weights", type=Path, help="adapt: begin with these instead of the shipped ones")
    parser.add_argument("--repeats", type=int, default=3, help="how often; the median counts")


def run(options: argparse.Namespace, console: Console) -> int | None:
    """Measure and print a table."""
    from app.cli.demo_reel import size_of
    from app.errors import NotSupportedError, UsageError

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
    elif options.what == "detection":
        from app.benches.detection import measure_detection

        data = measure_detection(options.sets, options.frames or 40, console.progress)
    elif options.what == "grain":
        from app.benches.grain import measure_grain

        data = measure_grain((sizes or [(720, 576)])[0], range(11, 11 + (options.frames or 6)))
    elif options.what == "hdr":
        from app.benches.hdr import measure_hdr_quality
        from app.benches.hdr_speed import measure_hdr_speed
        from app.cli.bench_tables import hdr_text

        speed = measure_hdr_speed(sizes or [(1920, 1080), (3840, 2160)], options.repeats)
        data = {"speed": speed, "quality": measure_hdr_quality(options.frames or 6, console.progress)}
        console.result(data, hdr_text(data))
        return None
    elif options.what in ("ui", "soak"):
        missing = options.door.can_open()
        if missing:
            raise NotSupportedError(missing)
        data = options.door.bench(options)
    elif options.what == "adapt":
        from app.benches.adapting import measure_adapting

        if not options.sets:
            raise UsageError("name the truth sets to adapt to: --sets FOLDER...")
        data = measure_adapting(options.sets, options.minutes, options.weights, console.progress)
    elif options.what == "document":
        from app.document.bench import measure

        data = measure(options.frames * 50 if options.frames else 500_000)
    elif options.what == "display":
        from app.benches.display import measure_display

        data = measure_display(sizes or [(1920, 1080)])
    elif options.what == "memory":
        from app.benches.memory import measure_memory

        data = measure_memory(sizes or [(3840, 2160)], options.frames or 4)
    else:
        from app.benches.quality import measure_quality

        data = measure_quality(options.sets, options.frames or 24, console.progress)
    console.result(data, json.dumps(data, indent=2))
    return None
