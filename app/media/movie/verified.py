"""What the packets promise and the decoder does not keep, at a movie's two ends.

A film cut out of a broadcast may begin with pictures whose references were cut away, and a broken copy ends
in half a picture. Such pictures give no frame; they must not be counted. The middle is not decoded here: a
picture that fails there keeps its number and is answered as the reader's policy says.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from app.errors import MediaError
from app.media.movie.decoding import Decoder
from app.media.movie.index import FrameTable

_LONGEST_GROUP, _LONGEST_DOUBTFUL = 24, 300
"""Frames that are decoded at most to verify the tail: opening must stay a matter of seconds, and takes longer
only where something already tells that the file is cut off."""


def verified_ends(path: Path, table: FrameTable) -> FrameTable:
    """The table without the pictures at its ends that give no frame. MediaError where none gives one."""
    if table.counted:
        return table
    decoder = Decoder(path, table)
    try:
        missing = _missing_at_head(decoder, table) | _missing_at_tail(decoder, table)
    finally:
        decoder.close()
    if len(missing) == len(table):
        raise MediaError(f"{path} holds no picture that can be decoded; copy it again from its source")
    return table.without(sorted(missing)) if missing else table


def _missing_at_head(decoder: Decoder, table: FrameTable) -> set[int]:
    """Frames before the first one that decodes. Stops at that one: almost always the very first."""
    for time, _ in decoder.start_at(0, careful=True):
        index = table.find(time)
        if index >= 0:
            return set(range(index))
    return set(range(len(table)))


def _missing_at_tail(decoder: Decoder, table: FrameTable) -> set[int]:
    """Frames after the last one that decodes whole, by the last entry picture that yields any to the end.

    Holes before it stay: where pictures refresh gradually, decoding from further back fills them.
    """
    doubtful = _doubtful(table)
    key = table.key_before(int(table.pts[-1]))
    while key >= 0:
        start = int(np.searchsorted(table.pts, table.key_pts[key]))
        if len(table) - start > (_LONGEST_DOUBTFUL if doubtful else _LONGEST_GROUP):
            return set()
        whole = [time for time, frame in decoder.start_at(key, careful=True) if not frame.is_corrupt]
        last = max((table.find(time) for time in whole), default=-1)
        if last >= start and decoder.complete:
            return set(range(last + 1, len(table)))
        key -= 1
    return set()


def _doubtful(table: FrameTable) -> bool:
    return bool(table.corrupt) or 0 < table.promised != len(table)
