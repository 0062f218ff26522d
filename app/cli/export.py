"""`reelmend export`: a stage of the programme as a movie or a sequence."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.cli.console import Console

HELP = "Write the restored film: a folder of frames or a movie, with its sound."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("project", type=Path)
    parser.add_argument("out", type=Path, help="a folder for a sequence, a file for a movie")
    parser.add_argument("--shots", help="only these, as in 3-7,9")
    parser.add_argument("--version", metavar="NAME", help="as it was in this version; the present state unless given")
    parser.add_argument(
        "--vivid-sidecar",
        action="store_true",
        help="a PQ master: the shots' HDR Vivid beside it, as OUT.vivid.json and .vivid.txt, one entry a frame",
    )
    add_export_options(parser)


def add_export_options(parser: argparse.ArgumentParser) -> None:
    """The options that every command has that writes pictures."""
    parser.add_argument(
        "--format",
        help="dpx, tiff, exr, png, prores-hq, prores-4444, dnxhr-hqx, dnxhr-444, ffv1, h264, h264-10, hevc, hevc10; "
        "the input's own unless given",
    )
    parser.add_argument("--bits", type=int, help="bits a sample; the input's own unless given")
    parser.add_argument(
        "--stage", choices=("repair", "clean", "grade"), help="how far along; all the way unless given"
    )


def run(options: argparse.Namespace, console: Console) -> int | None:
    """Export and say what was written."""
    from app.document.named_versions import snapshot_named
    from app.engine.request import Stage
    from app.jobs.export import ExportSpec
    from app.session import Session

    with Session.open(options.project, write=False) as session:
        snapshot = snapshot_named(session.project, options.version)
        spec = ExportSpec(
            target=options.out,
            stage=Stage(options.stage or "grade"),
            ranges=session.ranges(options.shots, snapshot),
            kind=options.format,
            bit_depth=options.bits,
        )
        sidecars: tuple[Path, ...] = ()
        if options.vivid_sidecar:
            master = session.deliver_master(spec, console.progress, snapshot=snapshot)
            made, sidecars = master.export, master.sidecars
        else:
            made = session.export(spec, console.progress, snapshot=snapshot)
    data = {
        "out": str(options.out),
        "format": made.kind,
        "stage": spec.stage.value,
        "frames": made.frames,
        "clipped_samples": made.clipped,
        "sound": None if made.sound is None else str(made.sound),
        "sidecars": [str(path) for path in sidecars],
    }
    text = f"{made.frames} frames of stage {spec.stage.value} written to {options.out} ({made.kind})"
    if made.sound is not None:
        text += f", sound in {made.sound}"
    if sidecars:
        text += f", HDR Vivid in {' and '.join(path.name for path in sidecars)}"
    if made.clipped:
        text += f"\n{made.clipped} samples lay outside what the format can hold and were held at its ends"
    console.result(data, text)
    return None
