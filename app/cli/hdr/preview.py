"""`reelmend hdr preview`: pictures of what target displays show, by the HDR Vivid metadata."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.console import Console

if TYPE_CHECKING:
    from app.hdr.vivid.fields import VividMetadata
    from app.playback.film import Film
    from app.session import Session

HELP = "Write what displays of some peaks show of an HDR movie or project, as an SDR screen can simulate it."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("input", type=Path, help="an HDR movie (its own HDR Vivid, else measured) or a project")
    parser.add_argument("output", type=Path, help="a folder; it gets one folder a display")
    parser.add_argument(
        "--display",
        metavar="NITS",
        action="append",
        required=True,
        help="the display's peak: 100 is an SDR display, 'master' the film itself; may be given several times",
    )
    parser.add_argument("--frames", metavar="0-47,96|all", help="which; the middle one of each shot unless given")
    parser.add_argument(
        "--as",
        dest="kind",
        choices=("png", "tiff"),
        default="png",
        help="png: 8 bits, simulated for an SDR screen; tiff: 16-bit PQ of the display's own light",
    )
    parser.add_argument("--false-colour", action="store_true", help="light in cd/m2 as colours")
    parser.add_argument(
        "--mastering", metavar="NITS", type=float, help="mastering display of a movie that names none"
    )
    parser.add_argument("--encoding", help="colour encoding of a movie, where the guess is wrong (pq_bt2020...)")
    parser.add_argument("--device", help="cpu, cuda or mps; the best there is unless given")


def run(options: argparse.Namespace, console: Console) -> int | None:
    """Preview."""
    import tempfile

    from app.session import Session

    if options.input.suffix == ".reelmend":
        with Session.open(options.input, write=False, device=options.device) as session:
            _write(options, console, session, None, 1000.0)
        return None
    given, mastering = _in_stream(options, console)
    with (
        tempfile.TemporaryDirectory(prefix="reelmend-") as folder,
        Session.create(
            Path(folder) / "preview.reelmend", [options.input], encoding=options.encoding, device=options.device
        ) as session,
    ):
        if given is None:
            _measure(session, console, mastering)
        _write(options, console, session, given, mastering)
    return None


def _write(
    options: argparse.Namespace,
    console: Console,
    session: Session,
    given: tuple[VividMetadata, ...] | None,
    mastering: float,
) -> None:
    from app.hdr.vivid.files import check_count
    from app.jobs.preview_hdr import PreviewSpec, folder_name, preview_hdr
    from app.playback.film import Film

    film = Film.of(session.snapshot)
    if given is not None:
        check_count(given, film.length, str(options.input))
    numbers = _numbers(options.frames, film, given)
    displays = [_nits(text) for text in options.display]
    spec = PreviewSpec(
        options.output,
        [film.frame(number) for number in numbers],
        numbers,
        displays,
        options.kind,
        metadata=None if given is None else dict(enumerate(given)),
        mastering_nits=mastering,
        false_colour=options.false_colour,
    )
    with session.engine.aside() as engine:
        folders = preview_hdr(engine, session.snapshot, spec, console.progress, session.token)
    source = "the project" if options.input.suffix == ".reelmend" else "measured" if given is None else "the stream"
    what = "as 16-bit PQ" if options.kind == "tiff" else "as an SDR screen simulates them"
    console.result(
        {
            "frames": list(numbers),
            "displays": [{"nits": nits, "folder": str(options.output / folder_name(nits))} for nits in displays],
            "metadata": source,
            "mastering_nits": mastering,
        },
        f"{len(numbers)} pictures each {what}, metadata: {source}\n" + "\n".join(str(path) for path in folders),
    )


def _numbers(text: str | None, film: Film, given: tuple[VividMetadata, ...] | None) -> list[int]:
    """The frames that are named; else the middle one of each shot, or of each run of the same metadata."""
    from itertools import groupby

    from app.hdr.vivid.editing import frames_in

    if text is None and given is not None:
        runs = [[number for number, _ in run] for _, run in groupby(enumerate(given), key=lambda pair: pair[1])]
        return [(run[0] + run[-1]) // 2 for run in runs]
    if text is None:
        return [(shot.first + shot.beyond - 1) // 2 for shot in film.shots]
    return list(range(film.length)) if text == "all" else list(frames_in(text, film.length))


def _nits(text: str) -> float:
    from app.errors import UsageError

    if text == "master":
        return 0.0
    try:
        nits = float(text)
    except ValueError:
        nits = 0.0
    if not 0 < nits <= 10000:
        raise UsageError(f"--display is '{text}'; write a peak in cd/m2 up to 10000, or master")
    return nits


def _in_stream(options: argparse.Namespace, console: Console) -> tuple[tuple[VividMetadata, ...] | None, float]:
    """The metadata that an HEVC file carries (None for none, or another kind of file), and its mastering display."""
    from app.errors import MediaError
    from app.hdr.stream.extraction import messages, payloads, static
    from app.hdr.stream.sei import Kind
    from app.hdr.stream.source import open_hevc
    from app.hdr.vivid.payload import unpack
    from app.jobs.progress import Progress

    fallback = options.mastering or 1000.0
    try:
        source = open_hevc(options.input)
    except MediaError:
        return None, fallback
    progress = Progress("reading the stream", 2 * source.count, console.progress)
    said = static(source, progress.advance)
    mastering = said.stream.mastering or said.container.mastering
    nits = options.mastering or (mastering.maximum / 10000 if mastering else fallback)
    if not any(messages(source, Kind.VIVID, progress.advance)):
        return None, nits
    return tuple(unpack(payload) for payload in payloads(source, Kind.VIVID)), nits


def _measure(session: Session, console: Console, mastering: float) -> None:
    """Make the metadata that the film does not carry."""
    from app.document.commands import SetVivid, ShotGrade
    from app.document.model import VividGrade
    from app.jobs.measure_shots import MeasureSpec

    session.find_shots(console.progress)
    shots = tuple(shot.id for shot in session.snapshot.shots)
    session.measure_shots(MeasureSpec(shots), console.progress)
    grades = tuple(ShotGrade(id, VividGrade(mastering)) for id in shots)
    session.project.dispatch(SetVivid(grades)).wait()
