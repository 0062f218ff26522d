"""`reelmend restore`: the whole way in one line, without a project."""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.console import Console
from app.cli.export import add_export_options
from app.cli.run import add_pass_options
from app.document.commands.base import number

if TYPE_CHECKING:
    from app.media.reel import Reel
    from app.session import Session

HELP = "Restore a movie or a sequence in one go. Interrupted, the same command goes on where it stopped."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("input", type=Path, help="a movie, a folder, or one frame of a sequence")
    parser.add_argument("output", type=Path, help="a movie (.mov, .mkv, .mp4, .mxf) or a folder")
    parser.add_argument(
        "--recipe", default="standard", help="a shipped recipe (see `reelmend recipes`) or a .toml file"
    )
    parser.add_argument(
        "--masks",
        type=Path,
        metavar="DIR",
        help="write what was found and mended as PNG masks, DIR/CLASS/000000.png on: counted from 0 whatever number "
        "the scan's files begin with; DIR/index.csv says which file each is of",
    )
    parser.add_argument("--encoding", help="colour encoding, where the guess is wrong (cineon_log, rec709...)")
    add_export_options(parser)
    add_pass_options(parser)


def run(options: argparse.Namespace, console: Console) -> int | None:
    """Restore INPUT into OUTPUT."""
    from app.engine.recipe import find_recipe
    from app.engine.request import Stage
    from app.errors import MediaError
    from app.jobs.export import ExportSpec
    from app.jobs.write_masks import write_masks
    from app.media.opening import open_reel

    recipe = find_recipe(options.recipe).with_settings(options.set)
    kind = options.format or _kind(open_reel(options.input), options.output)
    if options.output.is_file() or (options.output.is_dir() and any(options.output.iterdir())):
        raise MediaError(f"{options.output} exists already: name another output or remove it first")
    work = options.output.absolute().parent / f".{options.output.name}.reelmend-work"
    project = work / "restore.reelmend"
    work.mkdir(parents=True, exist_ok=True)
    with work_session(project, options.input, options.encoding, options.device) as session:
        if len(session.snapshot.shots) == 1 and session.snapshot.seq == 1:
            session.find_shots(console.progress)
        done = session.run(recipe, None, console.progress, workers=options.workers)
        stage = Stage(options.stage) if options.stage else recipe.last_stage
        spec = ExportSpec(options.output, stage, session.ranges(None), kind, options.bits)
        made = session.export(spec, console.progress)
        if options.masks:
            classes = [_defect(step.operator) for step in recipe.detect]
            write_masks(
                session.engine, session.snapshot, spec.ranges, options.masks, classes, console.progress, session.token
            )
        counts = {defect: count.accepted for defect, count in session.project.count(session.snapshot).items()}
        shots = len(session.snapshot.shots)
    shutil.rmtree(work)
    data = {
        "out": str(options.output),
        "format": made.kind,
        "stage": stage.value,
        "recipe": recipe.name,
        "frames": made.frames,
        "shots": shots,
        "repairs": counts,
        "clipped_samples": made.clipped,
        "bad_frames": done.bad_frames,
        "masks": None if options.masks is None else str(options.masks),
    }
    mended = ", ".join(f"{count} {defect}" for defect, count in counts.items()) or "nothing"
    where = f"{number(made.frames, 'frame')} in {number(shots, 'shot')}"
    text = f"{where}, mended {mended}; stage {stage.value} written to {options.output}"
    console.result(data, text)
    return None


def work_session(project: Path, media: Path, encoding: str | None, device: str | None) -> Session:
    """The work project of a one-liner: made, or found again after an interruption where it is of the same input."""
    from app.errors import ReelmendError
    from app.session import Session

    if project.exists():
        try:
            session = Session.open(project, device=device)
        except ReelmendError:
            shutil.rmtree(project.parent)
            project.parent.mkdir()
        else:
            if _same_input(session, media):
                return session
            session.close()
            shutil.rmtree(project.parent)
            project.parent.mkdir()
    return Session.create(project, [media], encoding=encoding, device=device)


def _same_input(session: Session, media: Path) -> bool:
    from app.media.opening import open_reel

    (reel,) = session.engine.reels.values()
    return bool(open_reel(media).fingerprint == reel.fingerprint)


def _kind(reel: Reel, output: Path) -> str:
    """The kind that fits the output's name: the input's own where that can be."""
    from app.errors import UsageError
    from app.media.movie.presets import CONTAINERS, PRESETS
    from app.media.writing import SEQUENCE_KINDS, default_kind

    own = default_kind(reel)
    suffix = output.suffix.lower()
    if suffix in CONTAINERS:
        if own in PRESETS and suffix in PRESETS[own].suffixes:
            return own
        return {".mkv": "ffv1", ".mov": "prores-hq", ".mxf": "dnxhr-hqx", ".mp4": "hevc10"}[suffix]
    if suffix and suffix[1:] in ("avi", "m4v", "wmv", "webm", "ts", "mpg"):
        raise UsageError(f"movies are written as {', '.join(CONTAINERS)}, not {suffix}: name the output so")
    if own in SEQUENCE_KINDS:
        return own
    return "exr" if reel.format.is_float else "dpx"


def _defect(operator_id: str) -> str:
    from operators.contract.registry import analysis_operator

    return analysis_operator(operator_id).defect
