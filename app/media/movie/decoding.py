"""Decoding forward from a chosen place: the one loop that reader and probe share."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any, cast

import av
import av.error
from av.packet import Packet

from app.media.movie.container import open_input, video_stream
from app.media.movie.index import FrameTable


class Decoder:
    """A container with its decoder, moved to a place and run forward. Belongs to one thread."""

    def __init__(self, path: Path, table: FrameTable) -> None:
        self._path = path
        self._table = table
        self._container: av.container.InputContainer | None = None
        self._careful = False
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
        wanted = None
        if key > 0 and not self._table.counted:
            wanted = int(self._table.key_pts[key])
            try:
                self._container.seek(int(self._table.key_seek[key]), stream=self._stream)
            except (av.error.FFmpegError, OSError):
                self._open(careful)  # a container that cannot seek is read from its beginning
        self._frames = self._run(wanted)
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

    def _run(self, wanted: int | None) -> Generator[tuple[int, av.VideoFrame], None, None]:
        assert self._container is not None
        number = 0
        packets = cast("Generator[Packet[Any], None, None]", self._container.demux(self._stream))
        try:
            for packet in packets:
                if wanted is not None:
                    # Some containers land in the middle of a group: decoding begins at an entry picture only.
                    if packet.size and (not packet.is_keyframe or packet.pts is None):
                        continue
                    wanted = None
                for frame in _decoded(packet):
                    time = number if self._table.counted else frame.pts
                    number += 1
                    if time is not None:
                        yield time, frame
        except (av.error.FFmpegError, OSError):
            return  # the file ends here: a cut-off copy, or a disk that fails
        finally:
            packets.close()


def _decoded(packet: Packet[Any]) -> list[av.VideoFrame]:
    try:
        return [frame for frame in packet.decode() if isinstance(frame, av.VideoFrame)]
    except (av.error.FFmpegError, OSError):
        return []
