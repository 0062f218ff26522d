"""The proof of the repair stage's promise.

Outside the accepted masks every code value of an export equals the source. The masks come from the ledger, the
pixels from a reading of both files made by `independent_reading`, without the engine and the readers it uses: a
mistake there cannot hide itself.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

import numpy as np

from app.document.model import HAND, ORIGINAL, ProgrammeItem
from app.document.snapshot import Snapshot
from app.engine.engine import Engine
from app.engine.render import as_native
from app.engine.request import Stage
from app.engine.worker import Token
from app.errors import UsageError
from app.jobs.independent_reading import RawPlane, covering, raw_frames
from app.jobs.progress import Progress, Reporter
from app.media.opening import open_reel
from app.media.reel import FrameId, Reel
from operators.contract import MaskArray

LOSSLESS_CODECS = ("ffv1", "rawvideo", "png", "v210")


Pair = tuple[list[RawPlane] | None, list[RawPlane] | None]
"""A frame of the scan and the same frame of what is compared with it."""


@dataclass(slots=True)
class Proof:
    """What a verification found. `how` says in words what was compared with what.

    `touched` counts pixels under accepted masks by class, `by_machine` and `by_hand` those of either; a pixel that
    both mended is in both. `changed_*` count samples, `pixels_outside` the pixels changed outside every mask.
    """

    how: str
    frames: int = 0
    unproved: list[int] = field(default_factory=list)
    changed_outside: int = 0
    changed_inside: int = 0
    bad_frames: list[int] = field(default_factory=list)
    touched: Counter[str] = field(default_factory=Counter)
    by_machine: Counter[str] = field(default_factory=Counter)
    by_hand: Counter[str] = field(default_factory=Counter)
    pixels_outside: int = 0
    pixels: int = 0
    hashes: list[str] = field(default_factory=list)

    @property
    def holds(self) -> bool:
        """True where nothing outside the masks changed."""
        return self.changed_outside == 0

    def share_of(self, counted: Counter[str]) -> dict[str, float]:
        """Counts of pixels as shares of all pixels."""
        return {defect: count / max(self.pixels, 1) for defect, count in sorted(counted.items())}

    def touched_share(self) -> dict[str, float]:
        """Share of all pixels under accepted masks, by class."""
        return self.share_of(self.touched)


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
    progress = Progress("verifying", len(wanted), reporter)
    if all(_comparable(engine.reels[item.reel], made) for item in ranges):
        proof = Proof("the export's own code values, read back, against the scan's")
        pairs: Iterator[Pair] = zip(_sources(engine, ranges), raw_frames(made), strict=True)
    else:
        proof = Proof(
            "the pictures before encoding against the scan: the export is lossy or of another pixel format, "
            "so its own code values cannot equal the scan's"
        )
        pairs = _before_encoding(engine, snapshot, wanted)
    for number, (frame, (source, picture)) in enumerate(zip(wanted, pairs, strict=True)):
        token.wait_while_paused()
        mask = _accepted_mask(engine, snapshot, frame, proof)
        _compare(source, picture, mask, number, proof)
        progress.advance()
    return proof


def verify_apart(
    target: Path,
    ranges: Sequence[ProgrammeItem],
    engine: Engine,
    snapshot: Snapshot,
    reporter: Reporter,
    token: Token,
) -> Proof:
    """`verify` as `app.jobs.apart` calls it."""
    return verify(engine, snapshot, target, ranges, reporter, token)


def _comparable(source: Reel, made: Reel) -> bool:
    ours, theirs = source.format, made.format
    same = (source.kind, ours.channels, ours.bit_depth, ours.dtype, ours.subsampling) == (
        made.kind,
        theirs.channels,
        theirs.bit_depth,
        theirs.dtype,
        theirs.subsampling,
    )
    return same and (made.kind == "sequence" or made.codec.split()[0].lower() in LOSSLESS_CODECS)


def _sources(engine: Engine, ranges: Sequence[ProgrammeItem]) -> Iterator[list[RawPlane] | None]:
    for item in ranges:
        yield from islice(raw_frames(engine.reels[item.reel]), item.start, item.end)


def _before_encoding(engine: Engine, snapshot: Snapshot, wanted: Sequence[FrameId]) -> Iterator[Pair]:
    """Scan and repair stage as the engine has them."""
    for frame in wanted:
        pair = [as_native(engine.picture(frame, stage, snapshot)).picture for stage in (Stage.SOURCE, Stage.REPAIR)]
        source, repaired = ([plane[..., None] for plane in picture.planes] for picture in pair)
        yield source, repaired


def _accepted_mask(engine: Engine, snapshot: Snapshot, frame: FrameId, proof: Proof) -> MaskArray:
    """The union of the frame's accepted masks `(H, W)`; counts what each class touches."""
    fmt = engine.reels[frame.reel].format
    union = np.zeros((fmt.height, fmt.width), bool)
    classes: dict[tuple[str, bool], MaskArray] = {}
    for repair in engine.project.repairs_of(snapshot, frame.reel, frame.index):
        patch = engine.patch(repair)
        if patch is None:
            continue
        height, width = patch.mask.shape
        box = np.s_[patch.y0 : patch.y0 + height, patch.x0 : patch.x0 + width]
        if repair.defect == ORIGINAL:  # what a person brought back is untouched, and is proved to be
            for canvas in classes.values():
                canvas[box] &= ~patch.mask
            continue
        classes.setdefault((repair.defect, repair.detector == HAND), np.zeros_like(union))[box] |= patch.mask
    for (defect, by_hand), canvas in classes.items():
        (proof.by_hand if by_hand else proof.by_machine)[defect] += int(canvas.sum())
        union |= canvas
    for defect in {defect for defect, _ in classes}:
        both = [canvas for (name, _), canvas in classes.items() if name == defect]
        proof.touched[defect] += int(np.logical_or.reduce(both).sum())
    proof.pixels += union.size
    return union


def _compare(
    source: list[RawPlane] | None, picture: list[RawPlane] | None, mask: MaskArray, number: int, proof: Proof
) -> None:
    proof.frames += 1
    if source is None or picture is None:
        proof.unproved.append(number)
        proof.hashes.append("")
        return
    digest = hashlib.sha256()
    outside = 0
    beyond = np.zeros_like(mask)
    for ours, theirs in zip(source, picture, strict=True):
        digest.update(np.ascontiguousarray(theirs).tobytes())
        changed = _differs(ours, theirs)
        inside = covering(mask, theirs)
        outside += int(np.count_nonzero(changed[~inside]))
        beyond |= _on_pixels(changed.any(axis=2) & ~inside, mask.shape)
        proof.changed_inside += int(np.count_nonzero(changed[inside]))
    proof.changed_outside += outside
    proof.pixels_outside += int(beyond.sum())
    if outside:
        proof.bad_frames.append(number)
    proof.hashes.append(digest.hexdigest())


def _on_pixels(sites: MaskArray, shape: tuple[int, int]) -> MaskArray:
    """Sites of a plane as the pixels `(H, W)` they stand for."""
    down, across = -(-shape[0] // sites.shape[0]), -(-shape[1] // sites.shape[1])
    return np.repeat(np.repeat(sites, down, axis=0), across, axis=1)[: shape[0], : shape[1]]


def _differs(ours: RawPlane, theirs: RawPlane) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    """Where samples differ `(h, w, n)`; floats are compared bit by bit, so that a NaN equals itself."""
    if ours.shape != theirs.shape:
        return np.ones(theirs.shape, bool)
    if ours.dtype.kind == "f":
        bits = f"u{ours.dtype.itemsize}"
        ours, theirs = ours.view(bits), theirs.view(bits)
    changed: np.ndarray[tuple[int, ...], np.dtype[np.bool_]] = ours != theirs
    return changed
