"""The infrared pictures that go with a reel: in a folder beside it, or as a further channel of its own frames."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from app.document.model import Shot
from app.engine.decoders import Decoders
from app.engine.recipe import RecipeStep
from app.engine.tensors import levels_of
from app.errors import UsageError
from app.media.opening import open_reel
from app.media.picture import NativePicture, PictureFormat
from app.media.reel import FrameId, OnBadFrame, Reel
from operators.contract import FloatArray

INFRARED = "infrared"
"""The operator that looks at them, and the name under which they are read."""

_NAMES = ("ir", "infrared", "infra-red", "i")
"""What the channel is called, without a layer's name before it; small letters."""


@dataclass(frozen=True, slots=True)
class Companion:
    """Where a reel's infrared pictures are. It can be pickled.

    `reel` None: in the frames themselves. `ahead` is how many pictures of it come before the one of frame 0.
    """

    reel: Reel | None
    channel: int
    ahead: int = 0

    def decoders(self) -> Mapping[str, tuple[Reel, OnBadFrame]]:
        """What `Decoders` need to know of it."""
        return {} if self.reel is None else {INFRARED: (self.reel, OnBadFrame.BLACK)}

    def read(self, decoders: Decoders, index: int, native: NativePicture) -> FloatArray | None:
        """The channel `(H, W)` of a frame, nominal 0..1; None where its picture is missing or broken."""
        if self.reel is not None:
            frame = FrameId(INFRARED, index + self.ahead)
            native = decoders.read(frame)
            if decoders.is_bad(frame):
                return None
        scale, offset = levels_of(native.format, chroma=False)
        plane = native.planes[self.channel].astype(np.float32)
        return np.asarray((plane - np.float32(offset)) * np.float32(scale), np.float32)


def companion(reel: Reel, folder: Path | None, channel: str = "") -> Companion:
    """The infrared pictures of a reel.

    Args:
        reel: The reel.
        folder: The folder or movie they are in; None where they are a channel of the reel's own frames.
        channel: Its name; '' for the only one, or the one that is called so.

    Raises:
        MediaError: nothing that can be read lies there.
        UsageError: pictures of another size, or no such channel.
    """
    if folder is None:
        return Companion(None, _further_channel(reel, channel))
    other = open_reel(folder.absolute())
    own, theirs = reel.format, other.format
    if (own.width, own.height) != (theirs.width, theirs.height):
        raise UsageError(
            f"{folder} has {theirs.width} x {theirs.height} pixels, the reel {own.width} x {own.height}: infrared "
            "pictures lie on the scan as it is"
        )
    numbered = reel.kind == other.kind == "sequence"
    ahead = reel.first_number - other.first_number if numbered else 0
    return Companion(other, _channel_of(theirs, channel, folder), ahead)


def companion_of(step: RecipeStep, reel: Reel, project: Path) -> Companion:
    """The infrared pictures that a recipe's step names, as they were when they were measured.

    Raises:
        UsageError: it names none, or they have changed.
        MediaError: they are not there any more.
    """
    params = step.parsed_params()
    if not params.folder and not params.channel:
        raise UsageError(
            "the recipe looks at the scanner's infrared channel, and nothing says where that is: name it with "
            "--infrared"
        )
    found = companion(reel, project.absolute().parent / params.folder if params.folder else None, params.channel)
    if found.reel is not None and found.reel.fingerprint != params.fingerprint:
        raise UsageError(
            f"{found.reel.path} is not what it was when it was measured (another fingerprint): measure it again"
        )
    return found


def stored_folder(folder: Path, project: Path) -> str:
    """How a project names a folder: relative where it lies below, so that both can move together."""
    root = project.absolute().parent
    whole = folder.absolute()
    return whole.relative_to(root).as_posix() if whole.is_relative_to(root) else str(whole)


def must_cover(found: Companion, reel: Reel, shots: tuple[Shot, ...]) -> None:
    """UsageError where there is no infrared picture for some frame of the shots."""
    if found.reel is None:
        return
    first, last = min(shot.start for shot in shots), max(shot.end for shot in shots) - 1
    start, end = -found.ahead, found.reel.frame_count - 1 - found.ahead
    if first < start or last > end:
        base = reel.first_number
        raise UsageError(
            f"{found.reel.path} has infrared pictures of frames {base + start} to {base + end}, and frames "
            f"{base + first} to {base + last} are asked for: choose shots within, or find the others"
        )


def _channel_of(fmt: PictureFormat, name: str, where: Path) -> int:
    if name:
        return _named(fmt.channels, name, where)
    called = [number for number, one in enumerate(fmt.channels) if _plain(one) in _NAMES]
    return called[0] if called else 0  # one grey channel, or the same in all


def _further_channel(reel: Reel, name: str) -> int:
    fmt = reel.format
    if name:
        number = _named(fmt.channels, name, reel.path)
        if number < fmt.colour_planes:
            raise UsageError(f"{name} is a colour of the picture in {reel.path}, not its infrared channel")
        return number
    further = range(fmt.colour_planes, len(fmt.channels))
    called = [number for number in further if _plain(fmt.channels[number]) in _NAMES]
    if not called:
        raise UsageError(
            f"{reel.path} has no channel that is called infrared (channels: {', '.join(fmt.channels)}): name the "
            f"channel, "
            "or the folder of the infrared pictures"
        )
    return called[0]


def _named(channels: tuple[str, ...], name: str, where: Any) -> int:
    for number, one in enumerate(channels):
        if one.lower() == name.lower():
            return number
    raise UsageError(f"{where} has no channel '{name}'; there are: {', '.join(channels)}")


def _plain(channel: str) -> str:
    return channel.lower().rpartition(".")[2]
