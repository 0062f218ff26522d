"""`reelmend hdr analyse`: what light a film holds, per frame and per shot."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.cli.console import Console, table

if TYPE_CHECKING:
    from app.hdr.statistics.film import FilmLight
    from app.hdr.statistics.light import Rule

HELP = "Measure maxRGB (minimum, average, spread, maximum), MaxCLL and MaxFALL of a movie, a sequence or a project."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("input", type=Path, help="a movie, a folder of frames, or a .reelmend project")
    parser.add_argument("--stage", choices=("source", "repair", "clean", "grade"), help="of a project; grade")
    parser.add_argument("--shots", help="of a project, only these, as in 3-7,9")
    parser.add_argument("--encoding", help="colour encoding, where the guess is wrong (pq_bt2020, hlg_bt2020...)")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write all of it to FILE: .json or .csv")
    parser.add_argument("--device", help="cpu, cuda or mps; the best there is unless given")
    add_light_options(parser)


def add_light_options(parser: argparse.ArgumentParser) -> None:
    """What every word has that measures light."""
    parser.add_argument(
        "--area",
        default="auto",
        metavar="auto|full|WxH+X+Y",
        help="the picture inside the frame: black bars are found and left out unless this says otherwise",
    )
    parser.add_argument(
        "--average",
        choices=("linear", "pq"),
        default="linear",
        help="mean of light, or of PQ signals: implementations of T/UWA 005.1 differ",
    )
    parser.add_argument(
        "--spread",
        choices=("linear", "pq"),
        default="linear",
        help="between the 90th and 10th percentile, subtracted as light or as PQ signals: likewise",
    )


def rule_of(options: argparse.Namespace) -> Rule:
    """The readings the options name."""
    from app.hdr.statistics.light import Rule

    return Rule(options.average, options.spread)


def run(options: argparse.Namespace, console: Console) -> int | None:
    """Measure and tell."""
    from app.errors import UsageError
    from app.hdr.statistics.film import as_data

    if options.out is not None and options.out.suffix.lower() not in (".json", ".csv"):
        raise UsageError(f"{options.out.name}: light is written to .json or .csv; name the file so")
    light = _of_project(options, console) if options.input.suffix == ".reelmend" else _of_media(options, console)
    if options.out is not None:
        write_light(options.out, light)
    data: dict[str, Any] = as_data(light)
    console.result({**data, "out": None if options.out is None else str(options.out)}, light_text(light))
    return None


def _of_project(options: argparse.Namespace, console: Console) -> FilmLight:
    from app.engine.request import Stage
    from app.jobs.analyse_light import LightSpec
    from app.session import Session

    with Session.open(options.input, write=False, device=options.device) as session:
        stage = Stage(options.stage or "grade")
        spec = LightSpec(stage, session.ranges(options.shots), area=options.area, rule=rule_of(options))
        return session.analyse_light(spec, console.progress)


def _of_media(options: argparse.Namespace, console: Console) -> FilmLight:
    import tempfile

    from app.engine.request import Stage
    from app.jobs.analyse_light import LightSpec
    from app.session import Session

    with (
        tempfile.TemporaryDirectory(prefix="reelmend-") as folder,
        Session.create(
            Path(folder) / "analyse.reelmend", [options.input], encoding=options.encoding, device=options.device
        ) as session,
    ):
        session.find_shots(console.progress)
        spec = LightSpec(Stage.SOURCE, session.ranges(None), area=options.area, rule=rule_of(options))
        return session.analyse_light(spec, console.progress)


def write_light(path: Path, light: FilmLight) -> None:
    """All that was measured, as JSON or CSV by the file's ending."""
    import json

    from app.errors import MediaError
    from app.hdr.statistics.film import as_csv, as_data

    text = as_csv(light) if path.suffix.lower() == ".csv" else json.dumps(as_data(light), indent=1)
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise MediaError(f"{path} cannot be written: {error.strerror}") from None


def light_text(light: FilmLight) -> str:
    """The film and its shots for people."""
    area = light.area
    bars = "no bars" if area.is_whole else "the rest is bars"
    rows = [
        (
            str(number),
            f"{shot.start}-{shot.end - 1}",
            *(f"{getattr(shot.light, name):.4f}" for name in ("minimum", "average", "spread", "maximum")),
            f"{shot.light.maximum_nits:.1f}",
            f"{max(frame.average_nits for frame in shot.frames):.1f}",
        )
        for number, shot in enumerate(light.shots, start=1)
    ]
    header = ("shot", "frames", "min PQ", "average PQ", "spread PQ", "max PQ", "max cd/m2", "FALL cd/m2")
    return "\n".join(
        (
            f"{len(light.frames)} frames in {light.encoding}, {len(light.shots)} shots; "
            f"picture {area.text} of {area.width}x{area.height} ({bars})",
            f"MaxCLL {light.max_cll} cd/m2, MaxFALL {light.max_fall} cd/m2",
            table(rows, header),
        )
    )
