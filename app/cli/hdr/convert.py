"""`reelmend hdr convert`: an SDR film to a finished HDR file in one line."""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.cli.console import Console
from app.cli.hdr.analyse import add_light_options, light_text, rule_of, write_light

if TYPE_CHECKING:
    from app.document.model import StackEntry
    from app.jobs.deliver_hdr import HdrDelivered
    from app.session import Session

HELP = "Take an SDR movie or sequence to an HDR file with its metadata. Interrupted, the same command goes on."
METHODS = ("direct", "bt2446a", "bt2446c", "film")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("input", type=Path, help="an SDR movie, a folder, or one frame of a sequence")
    parser.add_argument("output", type=Path, help="an HEVC movie: .mp4, .mov, .mkv, .ts or .hevc")
    parser.add_argument("--method", choices=METHODS, help="direct unless given; film where a peak is given")
    parser.add_argument(
        "--peak",
        type=float,
        metavar="NITS",
        help="film: what no light goes beyond, cd/m2 (600); SDR white comes within a tenth of it",
    )
    parser.add_argument("--hlg", action="store_true", help="HLG in place of PQ")
    parser.add_argument("--vivid", action="store_true", help="HDR Vivid (T/UWA 005.1) metadata, one set a shot")
    parser.add_argument(
        "--hdr10plus",
        action="store_true",
        help="HDR10+ (SMPTE ST 2094-40) metadata, one set a shot: the light, without a tone curve (profile A)",
    )
    parser.add_argument(
        "--smoothing",
        choices=("shot", "frames"),
        default="shot",
        help="one set of values a shot, or each frame's (Vivid: as a mean over 32 frames within the shot)",
    )
    parser.add_argument("--target", type=float, default=500.0, metavar="NITS", help="Vivid: the HDR set's display")
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="PARAMETER=VALUE",
        help="another parameter of SDR to HDR, as in knee=0.8 (may be given several times)",
    )
    parser.add_argument("--mastering", metavar="DISPLAY", help="p3-d65:1000:0.005; found from the light unless given")
    parser.add_argument("--encoding", help="colour encoding, where the guess is wrong (cineon_log, rec709...)")
    parser.add_argument("--crf", type=float, default=16.0, help="x265's quality, 0 (best) to 51")
    parser.add_argument("--preset", default="medium", help="x265's speed, ultrafast to placebo")
    parser.add_argument("--report", type=Path, metavar="FILE", help="what was measured, as .json or .csv")
    parser.add_argument("--device", help="cpu, cuda or mps; the best there is unless given")
    add_light_options(parser)


def run(options: argparse.Namespace, console: Console) -> int | None:
    """Convert INPUT into OUTPUT; exit code 6 where reading it back shows something wrong."""
    from app.cli.restore import work_session
    from app.document.commands.stacks import SetStack
    from app.errors import ExitCode

    entry = _entry(options)
    _check(options)
    work = options.output.absolute().parent / f".{options.output.name}.reelmend-work"
    work.mkdir(parents=True, exist_ok=True)
    with work_session(work / "convert.reelmend", options.input, options.encoding, options.device) as session:
        if len(session.snapshot.shots) == 1 and session.snapshot.seq == 1:
            session.find_shots(console.progress)
        shots = tuple(shot.id for shot in session.snapshot.shots)
        if any(session.snapshot.stack(shot, "grade") != (entry,) for shot in shots):
            session.project.dispatch(SetStack(shots, "grade", (entry,))).wait()
        spec = _spec(options, session, work / "light")
        made = session.deliver_hdr(spec, console.progress)
    shutil.rmtree(work)
    if options.report is not None:
        write_light(options.report, made.light)
    console.result(_data(options, entry, made), _text(options, made))
    return ExitCode.DONE if made.proved else ExitCode.NOT_PROVED


def _entry(options: argparse.Namespace) -> StackEntry:
    """The operator with its parameters; UsageError says which option does not fit."""
    from app.document.model import StackEntry
    from app.engine.recipe import value_of
    from app.errors import UsageError
    from operators.contract import ParameterError
    from operators.sdr_to_hdr.operator import OPERATOR, SdrToHdrParams

    if options.report is not None and options.report.suffix.lower() not in (".json", ".csv"):
        raise UsageError(f"{options.report.name}: light is written to .json or .csv; name the file so")
    method = options.method or ("direct" if options.peak is None else "film")
    if options.peak is not None and method != "film":
        raise UsageError(f"method {method} has no peak to choose: leave --peak out, or take --method film")
    values: dict[str, Any] = {"method": method, "transfer": "hlg" if options.hlg else "pq"}
    if options.peak is not None:
        values["peak"] = options.peak
    for setting in options.set:
        name, sign, text = setting.partition("=")
        if not sign:
            raise UsageError(f"'{setting}' is no setting; write PARAMETER=VALUE, as in knee=0.8")
        values[name.strip()] = value_of(text.strip())
    try:
        params = SdrToHdrParams.from_mapping(values)
    except ParameterError as error:
        raise UsageError(f"SDR to HDR: {error}") from None
    return StackEntry(OPERATOR.id, OPERATOR.version, params.to_mapping())


def _check(options: argparse.Namespace) -> None:
    """All that can be refused before the long work begins; nothing is made on the disk."""
    from app.errors import MediaError, UsageError
    from app.hdr.statistics.picture_area import Area
    from app.hdr.stream.static_hdr import MasteringDisplay
    from app.hdr.stream.target import KIND, HevcTarget
    from app.hdr.vivid.generation import target_code
    from app.media.movie.presets import PRESETS
    from app.media.opening import open_reel
    from operators.sdr_to_hdr.operator import OPERATOR

    if options.hdr10plus and (options.vivid or options.hlg):
        other = "--vivid" if options.vivid else "--hlg"
        raise UsageError(f"--hdr10plus goes with PQ and without HDR Vivid: leave it or {other} out")
    if options.output.exists():
        raise MediaError(f"{options.output} exists already: name another output or remove it first")
    if options.output.suffix.lower() not in PRESETS[KIND].suffixes:
        raise UsageError(f"{options.output.name}: HDR movies go into {', '.join(PRESETS[KIND].suffixes)}; name it so")
    HevcTarget(crf=options.crf, preset=options.preset)
    if options.mastering:
        MasteringDisplay.parsed(options.mastering)
    target_code(options.target)
    fmt = open_reel(options.input, encoding=options.encoding).format
    if fmt.encoding not in OPERATOR.takes:
        raise UsageError(
            f"{options.input} is in {fmt.encoding}, not SDR: there is nothing to convert. Where that is wrong, "
            f"say what it is with --encoding: {', '.join(OPERATOR.takes)}"
        )
    if options.area not in ("auto", "full"):
        Area.parsed(options.area, fmt.width, fmt.height)


def _spec(options: argparse.Namespace, session: Session, kept: Path) -> Any:
    from app.hdr.stream.static_hdr import MasteringDisplay
    from app.hdr.vivid.generation import Plan
    from app.jobs.deliver_hdr import HdrDelivery

    return HdrDelivery(
        options.output,
        session.ranges(None),
        vivid=Plan(target_nits=options.target) if options.vivid else None,
        hdr10plus=options.hdr10plus,
        by_shot=options.smoothing == "shot",
        mastering=MasteringDisplay.parsed(options.mastering) if options.mastering else None,
        crf=options.crf,
        preset=options.preset,
        area=options.area,
        rule=rule_of(options),
        kept=kept,
    )


def _data(options: argparse.Namespace, entry: StackEntry, made: HdrDelivered) -> dict[str, Any]:
    from app.hdr.stream.sei import Kind

    return {
        "out": str(options.output),
        "transfer": made.transfer,
        "parameters": dict(entry.params),
        "frames": made.frames,
        "shots": len(made.light.shots),
        "area": made.light.area.text,
        "max_cll": made.light.max_cll,
        "max_fall": made.light.max_fall,
        "mastering": None if made.mastering is None else made.mastering.text,
        "vivid_frames": len(made.vivid),
        "hdr10plus_frames": made.frames if made.kind is Kind.HDR10PLUS else 0,
        "verified": made.proved,
        "checks": {check.name: check.holds for check in made.checks},
        "clipped_samples": made.clipped,
        "report": None if options.report is None else str(options.report),
    }


def _text(options: argparse.Namespace, made: HdrDelivered) -> str:
    carried = f", {made.kind.label} metadata on {made.frames} frames" if made.kind else ""
    lines = [light_text(made.light), f"{made.frames} frames written to {options.output} ({made.transfer}{carried})"]
    if made.clipped:
        lines.append(f"{made.clipped} samples lay outside what the format can hold and were held at its ends")
    failed = [f"FAILED  {check.name}: {check.text}" for check in made.checks if not check.holds]
    lines += failed or [f"verified by reading it back: {len(made.checks)} checks hold"]
    return "\n".join(lines)
