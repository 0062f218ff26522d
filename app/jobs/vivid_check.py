"""What stands in the way of an HDR movie with the shots' HDR Vivid, said before it begins."""

from __future__ import annotations

from dataclasses import replace

from app.document.snapshot import Snapshot
from app.engine.engine import Engine
from app.errors import ReelmendError
from app.jobs.deliver_vivid import plan_vivid
from app.jobs.export import ExportSpec
from app.jobs.export_check import ExportCheck, Issue, check_export
from app.jobs.measure_shots import STAGE


def check_vivid(engine: Engine, snapshot: Snapshot, spec: ExportSpec, *, chosen: bool = True) -> ExportCheck:
    """As `check_export`, with what HDR and its metadata need besides. Reads artefacts: not for the UI thread."""
    found = check_export(engine, snapshot, spec, chosen=chosen)
    if not found.possible and found.written is None:
        return found
    if spec.stage is not STAGE:
        return replace(found, issues=(Issue("format", "hdr-stage"), *found.issues))
    try:
        plan = plan_vivid(engine, snapshot, spec.ranges, sound=spec.sound)
    except ReelmendError as error:
        return replace(found, issues=(Issue("format", "unfit", {"why": str(error)}), *found.issues))
    assert found.written is not None
    fmt = found.written.format
    written = replace(found.written, format=plan.target.format(fmt.width, fmt.height, fmt.pixel_aspect))
    return replace(found, written=written)
