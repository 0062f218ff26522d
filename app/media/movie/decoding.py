"""Decoding forward from a chosen place: the one loop that reader and probe share."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any, cast

import av
import av.error
from av.packet import Packet

from app.media.movie.container import open_input, video_stream
from app.media.movie.ffv1_slices import is_intact
from app.media.movie.index import FrameTable


class Decoder:
    """A container with its decoder, moved to a place and run forward. Belongs to one thread."""

    def __init__(self, path: Path, table: FrameTable) -> None:
        self._path = path
        self._table = table
        self._container: av.container.InputContainer | None = None
        self._careful = False
        self.complete = False
        """True where the last run came to the end of the file along the table."""
        self.hurry_to: int | None = None
        """Pictures before this presentation time that no other builds on are passed over; None: none are."""
        self._frames: Generator[tuple[int, av.VideoFrame], None, None] | None = None

    def start_at(self, key: int, careful: bool = False) -> Iterator[tuple[int, av.VideoFrame]]:
        """Decode from entry picture number `key` of the table on; 0 starts the file afresh.

        Yields (presentation time, frame), or (running number, frame) where the table is counted. Packets
        that do not decode are passed over: their frames are simply absent. With several decoding threads a
        damaged packet may take good neighbours with it; `careful` decodes on one thread, where it does not.
        """
        self._stop()
        if key <= 0 or self._table.counted or self._container is None or careful != self._careful:
            self._open(careful)
        assert self._container is not None
        place: int | None = 0
        if key > 0 and not self._table.counted:
            try:
                self._container.seek(int(self._table.key_seek[key]), stream=self._stream)
                place = None  # known when an entry picture is recognised
            except (av.error.FFmpegError, OSError):
                self._open(careful)  # a container that cannot seek is read from its beginning
        self._frames = self._run(place, int(self._table.key_pts[max(key, 0)]))
        return self._frames

    def close(self) -> None:
        """Release decoder and file. Harmless twice."""
        self._stop()
        if self._container is not None:
            self._container.close()
            self._container = None

    def _open(self, careful: bool) -> None:
        self.close()
        self._container = open_input(self._path)
        self._stream = video_stream(self._container, self._path, threads=1 if careful else None)
        self._careful = careful

    def _stop(self) -> None:
        # The generator holds FFmpeg's packet buffer: it ends before the container is touched.
        if self._frames is not None:
            self._frames.close()
            self._frames = None

    def _run(self, place: int | None, wanted: int) -> Generator[tuple[int, av.VideoFrame], None, None]:
        """Decode from a place in stored order; None: from the first recognised entry picture on.

        Coded pictures get the times that the table has for their places, and their sizes are compared with
        it on the way: a container that hands out something else after a seek ends the run here, and the
        caller starts further back, in the end at the beginning.
        """
        assert self._container is not None
        self.complete = False
        table, number, spoilt = self._table, 0, False
        packets = cast("Generator[Packet[Any], None, None]", self._container.demux(self._stream))
        try:
            for packet in packets:
                if packet.size and not table.counted:
                    if place is None:
                        place = self._recognised(packet)
                        if place is None:
                            if packet.is_keyframe and packet.pts is not None and packet.pts > wanted:
                                return
                            continue
                    if place >= len(table.stored_size) or table.stored_size[place] != packet.size:
                        return
                    packet.pts = int(table.stored_pts[place])
                    place += 1
                    if table.checksums:
                        spoilt = (spoilt and not packet.is_keyframe) or not is_intact(bytes(packet))
                        if spoilt:  # so are the pictures that build on this one, up to the next entry
                            continue
                    self._hurry(packet)
                for frame in _decoded(packet):
                    time = number if table.counted else frame.pts
                    number += 1
                    if time is not None:
                        yield time, frame
            self.complete = place is not None
        except (av.error.FFmpegError, OSError):
            return  # the file ends here: a cut-off copy, or a disk that fails
        finally:
            packets.close()

    def _hurry(self, packet: Packet[Any]) -> None:
        """Many pictures of a long group are built on by no other: on the way to a far one they cost for nothing."""
        goal = None if self._careful else self.hurry_to
        far = goal is not None and packet.pts is not None and packet.pts < goal
        self._stream.codec_context.skip_frame = "NONREF" if far else "DEFAULT"

    def _recognised(self, packet: Packet[Any]) -> int | None:
        place = self._table.landed(packet.pts, packet.size) if packet.is_keyframe else -1
        return place if place >= 0 else None


def _decoded(packet: Packet[Any]) -> list[av.VideoFrame]:
    try:
        return [frame for frame in packet.decode() if isinstance(frame, av.VideoFrame)]
    except (av.error.FFmpegError, OSError):
        return []
