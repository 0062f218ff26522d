"""Mattes: the masks of repairs as pictures for other programs, and their pictures as repairs by hand."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from pathlib import Path

import numpy as np
import OpenImageIO as oiio

from app.document.commands import AddRepairs
from app.document.detections import Detection
from app.document.ids import component_key, new_id, sha256
from app.document.model import HAND, ProgrammeItem
from app.document.patches import Patch, PatchPack
from app.document.protected import Protections
from app.document.snapshot import Snapshot
from app.engine.engine import Engine
from app.engine.worker import Token
from app.errors import LockedError, MediaError, NoRoomError, UsageError
from app.jobs.hand_fill import HandFill
from app.jobs.progress import Progress, Reporter
from app.jobs.strokes import FAINTEST, SoftMask
from app.media.reel import FrameId
from operators.contract import FloatArray, MaskArray
from operators.masks import components

KINDS = {"png": "uint8", "tiff": "uint8", "exr": "half"}
"""Ending of a matte to the type of its samples. A repair's mask is on or off, so 8 bits lose nothing."""

READABLE = {".png", ".tif", ".tiff", ".exr", ".dpx"}
_NUMBER = re.compile(r"(\d+)$")


def write_mattes(
    engine: Engine,
    snapshot: Snapshot,
    ranges: Sequence[ProgrammeItem],
    folder: Path,
    kind: str,
    wanted: Collection[str] | None,
    reporter: Reporter,
    token: Token,
) -> int:
    """Write one grey picture a frame, `matte.NUMBER.ENDING` by the scan's own frame numbers: 1 where a repair lies.

    Args:
        engine: The project's.
        snapshot: Whose repairs in force are written.
        ranges: Which frames; those without a repair are black, so that the sequence has no hole.
        folder: A new or empty folder.
        kind: png, tiff or exr.
        wanted: Ids of the repairs to write; None for all in force.
        reporter: Progress.
        token: To stop by.

    Returns:
        How many frames have a repair.

    Raises:
        UsageError: The folder holds mattes already, several reels are asked for at once, or there is no such kind.
        MediaError, NoRoomError: It cannot be written.
    """
    if kind not in KINDS:
        raise UsageError(f"mattes can be {', '.join(KINDS)}, not '{kind}'")
    if len({item.reel for item in ranges}) > 1:
        raise UsageError("mattes are numbered as the scan's frames are: name the shots of one reel with --shots")
    if folder.is_dir() and any(folder.iterdir()):
        raise UsageError(f"{folder} is not empty: name another folder for the mattes")
    frames = [(item.reel, index) for item in ranges for index in range(item.start, item.end)]
    progress = Progress("writing mattes", len(frames), reporter)
    touched = 0
    for reel, index in frames:
        token.wait_while_paused()
        matte = _matte(engine, snapshot, reel, index, wanted)
        number = engine.reels[reel].first_number + index
        _write(folder / f"matte.{number:07d}.{kind}", matte, KINDS[kind])
        touched += bool(matte.any())
        progress.advance()
    return touched


def _matte(engine: Engine, snapshot: Snapshot, reel: str, index: int, wanted: Collection[str] | None) -> MaskArray:
    fmt = engine.reels[reel].format
    matte = np.zeros((fmt.height, fmt.width), bool)
    for repair in engine.project.repairs_of(snapshot, reel, index):
        patch = engine.patch(repair) if wanted is None or repair.id in wanted else None
        if patch is not None:
            height, width = patch.mask.shape
            matte[patch.y0 : patch.y0 + height, patch.x0 : patch.x0 + width] |= patch.mask
    return matte


def _write(path: Path, matte: MaskArray, kind: str) -> None:
    height, width = matte.shape
    spec = oiio.ImageSpec(width, height, 1, kind)
    spec.channelnames = ("Y",)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise MediaError(f"{path.parent} cannot be made: {error.strerror}") from error
    made = oiio.ImageOutput.create(str(path))
    if made is None:
        said = oiio.geterror()
        raise MediaError(f"{path} cannot be written: {said}")
    pixels = np.ascontiguousarray(matte[..., None], np.float32)
    if not (made.open(str(path), spec) and made.write_image(pixels) and made.close()):
        said = made.geterror()
        path.unlink(missing_ok=True)
        if "space" in said.lower():
            raise NoRoomError(f"no room left on the disk of {path}; the mattes are not complete")
        raise MediaError(f"{path} cannot be written: {said}")


def read_mattes(
    engine: Engine, reel: str, folder: Path, defect: str, reporter: Reporter, token: Token
) -> tuple[AddRepairs, int]:
    """The command that mends what a folder of mattes marks: one repair by hand for each piece, filled and baked.

    The number at the end of a file's name is the scan's frame number. White is marked; grey fades the fill into what
    is seen there, as a soft brush does. Returns the command, and how many frames it mends.

    Raises:
        LockedError: The project can only be read.
        UsageError: No matte, one of another size or of no frame, nothing marked, or something protected is.
        MediaError: A file cannot be read.
        NoRoomError: The disk is full.
    """
    if engine.project.readonly:
        raise LockedError(f"{engine.project.path} is open for reading only: open it for writing to change it")
    snapshot = engine.project.snapshot
    files = _files(engine, reel, folder)
    progress = Progress("mending by mattes", len(files), reporter)
    rows: list[Detection] = []
    for index, path in sorted(files.items()):
        token.wait_while_paused()
        rows += _mended(engine, snapshot, FrameId(reel, index), _read(engine, reel, path), defect, path)
        progress.advance()
    if not rows:
        raise UsageError(f"the mattes in {folder} mark nothing: there is nothing to mend")
    return AddRepairs(tuple(rows)), len({row.frame for row in rows})


def _files(engine: Engine, reel: str, folder: Path) -> dict[int, Path]:
    """The mattes by frame index; all are looked at before anything is mended."""
    source = engine.reels[reel]
    found: dict[int, Path] = {}
    for path in sorted(folder.iterdir() if folder.is_dir() else ()):
        number = _NUMBER.search(path.stem)
        if path.suffix.lower() not in READABLE or number is None:
            continue
        index = int(number[1]) - source.first_number
        last = source.first_number + source.frame_count - 1
        if not 0 <= index < source.frame_count:
            raise UsageError(f"{path} is of no frame: the reel has {source.first_number} to {last}")
        if index in found:
            raise UsageError(f"{found[index]} and {path} are of one frame: leave one of them")
        found[index] = path
    if not found:
        raise UsageError(f"there are no mattes in {folder}: files that end in a frame number, as matte.0001001.png")
    return found


def _read(engine: Engine, reel: str, path: Path) -> FloatArray:
    """A matte as coverage 0..1 `(H, W)`: its alpha where it has one and colours besides, else its first channel."""
    source = oiio.ImageInput.open(str(path))
    pixels = None if source is None else source.read_image("float")
    if source is None or pixels is None:
        raise MediaError(f"{path} cannot be read: {oiio.geterror() if source is None else source.geterror()}")
    spec, fmt = source.spec(), engine.reels[reel].format
    source.close()
    channel = spec.alpha_channel if spec.nchannels > 1 and spec.alpha_channel >= 0 else 0
    matte = np.asarray(pixels, np.float32).reshape(spec.height, spec.width, spec.nchannels)[..., channel]
    if matte.shape != (fmt.height, fmt.width):
        raise UsageError(
            f"{path} has {spec.width} x {spec.height} pixels, the reel {fmt.width} x {fmt.height}: mattes lie on the "
            "scan as it is"
        )
    if not np.isfinite(matte).all():
        raise MediaError(f"{path} holds values that are no numbers")
    return np.minimum(matte, np.float32(1.0))  # more than wholly covered is wholly covered


def _mended(
    engine: Engine, snapshot: Snapshot, frame: FrameId, matte: FloatArray, defect: str, path: Path
) -> list[Detection]:
    """The rows of one frame's pieces, their patches in the store."""
    kept = Protections(snapshot).on(frame.reel, frame.index)
    made: list[tuple[Patch, tuple[int, int]]] = []
    pack = PatchPack()
    for piece in components(matte, FAINTEST):
        height, width = piece.mask.shape
        box = (piece.x0, piece.y0, piece.x0 + width, piece.y0 + height)
        if kept.touch(*box):
            raise UsageError(f"{path} marks what is protected: lift its protection first")
        alpha = np.where(piece.mask, matte[box[1] : box[3], box[0] : box[2]], np.float32(0.0))
        patch = HandFill(engine, snapshot, frame, set()).filled(SoftMask(piece.x0, piece.y0, alpha))
        made.append((patch, pack.add(frame.index, patch)))
    if not made:
        return []
    hash = pack.put(engine.project.artefacts)
    return [_row(frame, patch, defect, hash, place) for patch, place in made]


def _row(frame: FrameId, patch: Patch, defect: str, pack: str, place: tuple[int, int]) -> Detection:
    height, width = patch.mask.shape
    shape = component_key(frame.reel, frame.index, defect, patch.x0, patch.y0, patch.mask)
    return Detection(
        frame.reel, frame.index, defect, HAND, patch.x0, patch.y0, patch.x0 + width, patch.y0 + height,
        int(patch.mask.sum()), 1.0, sha256(shape.encode(), new_id().encode())[:32],
        pack=pack, offset=place[0], length=place[1],
    )  # fmt: skip
