"""The frame table of a movie: which frame is shown when, and where decoding may start.

It is made once by reading packet headers (never by decoding the whole film) and kept by `index_cache`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import av.error
import numpy as np

from app.errors import MediaError
from app.media.movie.container import fault, open_input, time_base_of, video_stream
from app.media.movie.ffv1_slices import is_intact

Times = np.ndarray[tuple[int], np.dtype[np.int64]]

_INTRA_ONLY = frozenset(
    ("prores", "dnxhd", "cfhd", "mjpeg", "dvvideo", "rawvideo", "v210", "v410", "r210", "huffyuv", "ffvhuff")
)
"""Codecs in which every picture stands alone."""

_CHECKED_PICTURES = 12
"""Among so many first pictures one intact one shows that a file has checksums at all."""


@dataclass(frozen=True, slots=True)
class FrameTable:
    """Presentation times of a movie's frames, in the stream's time base.

    Attributes:
        pts: time of frame `index`, strictly rising.
        key_pts: times of the pictures where decoding may start, rising; a subset of all pictures' times.
        key_seek: what to ask the container for, to land on each of `key_pts` or before.
        key_at: places of the entry pictures in stored order.
        stored_pts, stored_size: presentation time and bytes of every coded picture in stored order, which
            also tell after a seek where in the file one has landed.
        time_base: seconds of one unit.
        counted: True where the file carries no usable times: frames are told apart by counting only.
        promised: frames that the header says there are (0: it does not say).
        corrupt: indices of frames whose packets the container marks as damaged or cut short.
        undecodable: coded pictures at the ends that give no frame, and were left out of the table.
        checksums: True where every coded picture carries FFV1's slice checksums, to be compared on reading.
    """

    pts: Times
    key_pts: Times
    key_seek: Times
    key_at: Times
    stored_pts: Times
    stored_size: Times
    time_base: Fraction
    counted: bool = False
    promised: int = 0
    corrupt: tuple[int, ...] = ()
    undecodable: int = 0
    checksums: bool = False

    def __len__(self) -> int:
        return len(self.pts)

    def find(self, pts: int) -> int:
        """The index of the frame shown at exactly `pts`, or -1."""
        index = int(np.searchsorted(self.pts, pts))
        return index if index < len(self.pts) and self.pts[index] == pts else -1

    def key_before(self, pts: int) -> int:
        """The position in `key_pts` of the last entry picture shown at `pts` or before; -1 for none.

        A picture shown at or after an entry picture never needs pictures from before it, while leading
        pictures of an open group (shown before it, stored after it) do: hence by time, not by place.
        """
        return int(np.searchsorted(self.key_pts, pts, side="right")) - 1

    def landed(self, pts: int | None, size: int) -> int:
        """The place in stored order of the entry picture with this time and size, or -1.

        Some containers (MPEG programme streams) guess times anew after a seek: the size must agree as well.
        """
        key = -1 if pts is None else self.key_before(pts)
        if key < 0 or self.key_pts[key] != pts:
            return -1
        place = int(self.key_at[key])
        return place if self.stored_size[place] == size else -1

    def without(self, indices: list[int]) -> FrameTable:
        """The table with frames left out that turned out to give no picture."""
        keep = np.ones(len(self.pts), bool)
        keep[indices] = False
        moved = np.cumsum(keep) - 1
        corrupt = tuple(int(moved[i]) for i in self.corrupt if keep[i])
        return replace(self, pts=self.pts[keep], corrupt=corrupt, undecodable=self.undecodable + len(indices))


@dataclass
class _Packets:
    """What packet headers say, in stored order."""

    pts: list[int] = field(default_factory=list)
    dts: list[int] = field(default_factory=list)
    size: list[int] = field(default_factory=list)
    key: list[bool] = field(default_factory=list)
    corrupt: list[bool] = field(default_factory=list)
    shown: list[bool] = field(default_factory=list)
    timeless: int = 0
    checksums: bool = False


def build_table(path: Path) -> FrameTable:
    """Read the movie's packet headers. MediaError where there is not one picture in it."""
    with open_input(path) as container:
        stream = video_stream(container, path)
        time_base, promised = time_base_of(stream), _promised(stream, container)
        table = _from_container_index(container, stream, path, promised)
        if table is not None:
            return table
        packets = _scan(container, stream, path)
    if not packets.pts and not packets.timeless:
        raise MediaError(f"{path} holds no picture at all; it was cut off before the first frame")
    if packets.timeless or len(set(packets.pts)) != len(packets.pts):
        return _counted_table(path, time_base, promised)
    return _from_packets(packets, time_base, promised)


def _promised(stream: av.VideoStream, container: av.container.InputContainer) -> int:
    if stream.frames:
        return int(stream.frames)
    if container.format.name == "mxf" and stream.duration:
        return int(stream.duration)
    return 0


def _scan(container: av.container.InputContainer, stream: av.VideoStream, path: Path) -> _Packets:
    found = _Packets()
    is_ffv1 = stream.codec_context.name == "ffv1"
    try:
        for packet in container.demux(stream):
            if packet.size == 0:  # the flush marker at the end
                continue
            if packet.pts is None:
                found.timeless += 1
                continue
            if is_ffv1 and not found.checksums and len(found.pts) < _CHECKED_PICTURES:
                found.checksums = is_intact(bytes(packet))
            found.pts.append(packet.pts)
            found.dts.append(packet.pts if packet.dts is None else packet.dts)
            found.size.append(packet.size)
            found.key.append(packet.is_keyframe)
            found.corrupt.append(packet.is_corrupt)
            found.shown.append(not packet.is_discard)
    except (av.error.FFmpegError, OSError) as error:
        if not found.pts:
            raise fault(error, path, "reading") from error
    return found


def _from_packets(packets: _Packets, time_base: Fraction, promised: int) -> FrameTable:
    pts = np.array(packets.pts, np.int64)
    key = np.array(packets.key, bool)
    shown = np.array(packets.shown, bool)
    order = np.argsort(pts, kind="stable")
    visible = order[shown[order]]
    corrupt = np.array(packets.corrupt, bool)[visible]
    # The first picture is always a place to start, whether marked or not.
    key[0] = True
    keys = np.flatnonzero(key)
    keys = keys[np.argsort(pts[keys], kind="stable")]
    return FrameTable(
        pts[visible],
        pts[keys],
        np.array(packets.dts, np.int64)[keys],
        keys.astype(np.int64),
        pts,
        np.array(packets.size, np.int64),
        time_base,
        promised=promised,
        corrupt=tuple(int(i) for i in np.flatnonzero(corrupt)),
        checksums=packets.checksums,
    )


def _from_container_index(
    container: av.container.InputContainer, stream: av.VideoStream, path: Path, promised: int
) -> FrameTable | None:
    """The table from the container's own index, where that is complete and every picture stands alone.

    It spares reading hundreds of gigabytes of a ProRes master. QuickTime's index holds decoding times, which
    are presentation times where nothing is reordered; the first packet is asked to confirm it.
    """
    if stream.codec_context.name not in _INTRA_ONLY or "mov" not in container.format.name:
        return None
    entries: Any = stream.index_entries
    if not promised or len(entries) != promised or any(e.is_discard for e in entries):
        return None
    size = path.stat().st_size
    whole = [(e.timestamp, e.size) for e in entries if e.pos + e.size <= size]
    first = next((p for p in container.demux(stream) if p.size), None)
    if first is None or not whole or first.pts != first.dts or (first.pts, first.size) != whole[0]:
        return None
    pts = np.array([time for time, _ in whole], np.int64)
    if np.any(np.diff(pts) <= 0):
        return None
    sizes = np.array([size for _, size in whole], np.int64)
    return FrameTable(pts, pts, pts, np.arange(len(pts)), pts, sizes, time_base_of(stream), promised=promised)


def _counted_table(path: Path, time_base: Fraction, promised: int) -> FrameTable:
    """Count the frames by decoding them: the last resort where the container holds no usable times."""
    count = 0
    with open_input(path) as container:
        stream = video_stream(container, path)
        for packet in container.demux(stream):
            try:
                count += len(packet.decode())
            except av.error.FFmpegError:
                continue
    if not count:
        raise MediaError(f"{path} holds no picture that can be decoded; copy it again from its source")
    start = np.zeros(1, np.int64)
    return FrameTable(np.arange(count, dtype=np.int64), start, start, start, start, start, time_base, True, promised)
