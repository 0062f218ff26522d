"""The proof of the repair stage's promise.

Outside the accepted masks every code value of an export equals the source. The masks come from the ledger, the
pixels from a reading of both files made here, without the engine and without the readers it uses: a mistake there
cannot hide itself.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import av
import numpy as np
import OpenImageIO as oiio

from app.document.model import ProgrammeItem
from app.document.patches import plane_masks
from app.document.project import Project
from app.document.snapshot import Snapshot
from app.engine.outline import Engine
from app.engine.render import as_native
from app.engine.request import Stage
from app.engine.worker import Token
from app.errors import MediaError, UsageError
from app.jobs.progress import Progress, Reporter
from app.media.opening import open_reel
from app.media.reel import FrameId, Reel

Planes = list[np.ndarray[Any, np.dtype[Any]]]


@dataclass(slots=True)
class Proof:
    """What a verification found. `how` says in words what was compared with what."""

    how: str
    frames: int = 0
    changed_outside: int = 0
    changed_inside: int = 0
    samples: int = 0
    first_bad_frame: int | None = None
    touched: Counter[str] = field(default_factory=Counter)
    pixels: int = 0
    hashes: list[str] = field(default_factory=list)

    @property
    def holds(self) -> bool:
        """True where nothing outside the masks changed."""
        return self.changed_outside == 0

    def touched_share(self) -> dict[str, float]:
        """Share of all pixels under accepted masks, by class."""
        return {defect: count / max(self.pixels, 1) for defect, count in sorted(self.touched.items())}


def verify(
    engine: Engine,
    snapshot: Snapshot,
    export: Path,
    ranges: Sequence[ProgrammeItem],
    reporter: Reporter,
    token: Token,
) -> Proof:
    """Compare an export of `ranges` with the reels it was made from, plane by plane.

    An export in another pixel format or through a lossy codec cannot be compared with the source: then the
    pictures before encoding are, and `Proof.how` says so.

    Raises:
        UsageError: the export has another number of frames than the ranges.
        MediaError: a file cannot be read.
    """
    wanted = [FrameId(item.reel, index) for item in ranges for index in range(item.start, item.end)]
    made = open_reel(export)
    if made.frame_count != len(wanted):
        raise UsageError(
            f"{export} has {made.frame_count} frames, the part of the programme to compare has {len(wanted)}; "
            "name the shots it was exported from with --shots"
        )
    reels = {item.reel: engine.reels[item.reel] for item in ranges}
    lossless = all(_comparable(reel, made) for reel in reels.values())
    if lossless:
        proof = Proof("the export's own code values, read back, against the scan's")
        pictures: Iterator[Planes] = _read_all(made)
    else:
        proof = Proof(
            "the pictures before encoding against the scan: the export is lossy or of another pixel format, "
            "so its own code values cannot equal the scan's"
        )
        pictures = _rendered(engine, snapshot, wanted)
    progress = Progress("verifying", len(wanted), reporter)
    for number, (frame, planes) in enumerate(zip(wanted, pictures, strict=True)):
        token.wait_while_paused()
        _compare(engine.project, snapshot, reels[frame.reel], frame, planes, number, proof)
        progress.advance()
    return proof


def _comparable(source: Reel, made: Reel) -> bool:
    same = source.kind == made.kind and source.format.channels == made.format.channels
    same = same and (source.format.bit_depth, source.format.dtype) == (made.format.bit_depth, made.format.dtype)
    same = same and source.format.subsampling == made.format.subsampling
    return same and (made.kind == "sequence" or made.codec.split()[0].lower() in ("ffv1", "rawvideo"))


_OPEN_SOURCES: dict[str, Iterator[Planes]] = {}


def _compare(
    project: Project,
    snapshot: Snapshot,
    reel: Reel,
    frame: FrameId,
    planes: Planes,
    number: int,
    proof: Proof,
) -> None:
    raise NotImplementedError
