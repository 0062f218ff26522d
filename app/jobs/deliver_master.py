"""A PQ master with the shots' HDR Vivid beside it: codecs that carry no SEI, and the metadata as files.

The sidecars are Reelmend's JSON and UWA's text, one entry a frame. They are written when the master is whole, and
only where master and metadata have as many frames.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.document.snapshot import Snapshot
from app.engine.engine import Engine
from app.engine.worker import Token
from app.errors import MediaError, UsageError
from app.hdr.stream.metadata_files import Metadata, read_metadata, written_metadata
from app.hdr.stream.sei import Kind
from app.hdr.stream.verification import Check
from app.jobs.deliver_vivid import VividPlan, plan_vivid
from app.jobs.export import ExportResult, ExportSpec, export
from app.jobs.export_hdr import Delivered
from app.jobs.measure_shots import STAGE
from app.jobs.progress import Reporter
from app.media.movie.whole_file import WholeFile
from app.media.opening import open_reel

KINDS = ("prores-hq", "prores-4444", "dnxhr-hqx", "dnxhr-444", "exr", "tiff", "dpx", "ffv1")
"""What masters are written as: intermediate codecs and frames of 10 bits and more."""


@dataclass(frozen=True, slots=True)
class MasterDelivered:
    """What was written, and what reading it back has shown."""

    export: ExportResult
    sidecars: tuple[Path, ...]
    checks: tuple[Check, ...]


def sidecar_paths(target: Path) -> tuple[Path, Path]:
    """Beside a movie, or among a sequence's frames, as its sound is: the JSON and the text."""
    movie = bool(target.suffix) and not target.is_dir()
    bare = target.with_suffix("") if movie else target / target.name
    return bare.with_name(f"{bare.name}.vivid.json"), bare.with_name(f"{bare.name}.vivid.txt")


def plan_master(engine: Engine, snapshot: Snapshot, spec: ExportSpec) -> VividPlan:
    """What the sidecars would hold. UsageError or MediaError says what stands in the way."""
    if spec.stage is not STAGE:
        raise UsageError(f"HDR Vivid is of the grade, and this master is of the stage {spec.stage.value}")
    if spec.kind not in KINDS:
        kind = spec.kind or "what the source is"
        raise UsageError(f"masters are written as {', '.join(KINDS)}, not as {kind}")
    plan = plan_vivid(engine, snapshot, spec.ranges, sound=spec.sound)
    if plan.transfer != "pq":
        raise UsageError("the grade is HLG, and this master is PQ: choose PQ as the transfer function of SDR to HDR")
    for path in sidecar_paths(spec.target):
        if path.exists():
            raise MediaError(f"{path} exists already: name another output or remove it first")
    return plan


def deliver_master(
    engine: Engine, snapshot: Snapshot, spec: ExportSpec, reporter: Reporter, token: Token
) -> MasterDelivered:
    """Export, write the sidecars, read both back.

    Raises:
        UsageError: see `plan_master`.
        MediaError, NoRoomError, Cancelled: see `export`; then there are no sidecars either.
    """
    plan = plan_master(engine, snapshot, spec)
    made = export(engine, snapshot, spec, reporter, token)
    frames = open_reel(spec.target).frame_count
    sidecars = write_sidecars(spec.target, plan.payloads, frames)
    written = made.frames
    checks = [Check("frames", frames == written, f"{frames} frames in the master, {written} were written")]
    for path in sidecars:
        same = read_metadata(path, ()) == Metadata(Kind.VIVID, list(plan.payloads))
        text = f"{path.name} gives back what was meant for {len(plan.payloads)} frames"
        checks.append(Check(f"sidecar{path.suffix}", same, text if same else f"{path.name} reads otherwise"))
    return MasterDelivered(made, sidecars, tuple(checks))


def write_sidecars(target: Path, payloads: Sequence[bytes], frames: int) -> tuple[Path, ...]:
    """Write one entry a frame of HDR Vivid beside a master of `frames` frames; MediaError where the counts differ."""
    if len(payloads) != frames:
        raise MediaError(
            f"there is HDR Vivid metadata for {len(payloads)} frames and {target} has {frames}; "
            "give exactly one entry a frame"
        )
    paths = sidecar_paths(target)
    for path in paths:
        whole = WholeFile(path)
        try:
            whole.file.write(written_metadata(path, Metadata(Kind.VIVID, list(payloads)), ()))
            whole.keep()
        except BaseException:
            whole.discard()
            raise
    return paths


def deliver_master_apart(
    spec: ExportSpec, engine: Engine, snapshot: Snapshot, reporter: Reporter, token: Token
) -> Delivered:
    """`deliver_master` as `app.jobs.apart` calls it."""
    made = deliver_master(engine, snapshot, spec, reporter, token)
    return Delivered(made.export.frames, made.export.clipped, made.checks)
