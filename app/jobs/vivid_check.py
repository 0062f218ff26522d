"""What stands in the way of an HDR delivery, said before it begins."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from app.document.snapshot import Snapshot
from app.engine.engine import Engine
from app.errors import ReelmendError
from app.jobs.deliver_hdr import HdrDelivery, plan_hdr
from app.jobs.deliver_master import plan_master
from app.jobs.deliver_vivid import plan_vivid
from app.jobs.export import ExportSpec
from app.jobs.export_check import ExportCheck, Issue, check_export
from app.jobs.measure_shots import STAGE

Hdr = Literal["vivid", "hdr10", "hdr10plus", "hlg", "master"]
"""HEVC with the shots' HDR Vivid, plain HDR10, HDR10+, HLG; or a PQ master with HDR Vivid beside it."""


def hdr_delivery(spec: ExportSpec, hdr: Hdr) -> HdrDelivery:
    """The delivery of HEVC without the shots' own metadata that an export asks for."""
    transfer: Literal["pq", "hlg"] = "hlg" if hdr == "hlg" else "pq"
    return HdrDelivery(
        spec.target, spec.ranges, spec.stage, hdr10plus=hdr == "hdr10plus", transfer=transfer, sound=spec.sound
    )


def check_hdr(engine: Engine, snapshot: Snapshot, spec: ExportSpec, hdr: Hdr, *, chosen: bool = True) -> ExportCheck:
    """As `check_export`, with what a kind of HDR needs besides. Reads artefacts: not for the UI thread."""
    if hdr == "vivid":
        return check_vivid(engine, snapshot, spec, chosen=chosen)
    found = check_export(engine, snapshot, spec, chosen=chosen)
    if not found.possible and found.written is None:
        return found
    try:
        if hdr == "master":
            plan_master(engine, snapshot, spec)
            return found
        planned = plan_hdr(engine, snapshot, hdr_delivery(spec, hdr))
    except ReelmendError as error:
        return replace(found, issues=(Issue("format", "unfit", {"why": str(error)}), *found.issues))
    assert found.written is not None
    fmt = found.written.format
    written = replace(found.written, format=planned.movie.format(fmt.width, fmt.height, fmt.pixel_aspect))
    return replace(found, written=written)


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
