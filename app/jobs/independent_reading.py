"""A second way to read pictures, shared with nothing that made them: for proofs only.

Sequences are read by OpenImageIO straight, movies by PyAV straight, both as raw samples in the file's own order.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import av
import numpy as np
import OpenImageIO as oiio

from app.errors import MediaError
from app.media.reel import Reel
from app.media.sequence.naming import frame_path

RawPlane = np.ndarray[Any, np.dtype[Any]]
"""Samples `(h, w, samples per pixel)`; h and w are smaller than the picture's for subsampled chroma."""


def raw_frames(reel: Reel) -> Iterator[list[RawPlane] | None]:
    """Every frame of a reel in order, as raw planes; None where a file of the sequence is missing or broken."""
    return _sequence(reel) if reel.kind == "sequence" else _movie(reel)


def _sequence(reel: Reel) -> Iterator[list[RawPlane] | None]:
    for number in range(reel.first_number, reel.first_number + reel.frame_count):
        path = frame_path(reel.path, number)
        source = oiio.ImageInput.open(str(path)) if path.is_file() else None
        if source is None:
            oiio.geterror()
            yield None
            continue
        pixels = source.read_image(source.spec().format)
        source.close()
        yield None if pixels is None else [pixels]


def _movie(reel: Reel) -> Iterator[list[RawPlane] | None]:
    try:
        with av.open(str(reel.path)) as container:
            for frame in container.decode(video=0):
                yield [_plane(frame, index) for index in range(len(frame.planes))]
    except av.FFmpegError as error:
        raise MediaError(f"{reel.path} cannot be decoded to the end: {error}") from error


def _plane(frame: Any, index: int) -> RawPlane:
    """One plane without its padding."""
    components = [part for part in frame.format.components if part.plane == index]
    first = components[0]
    item = np.dtype("<u1" if first.bits <= 8 else "<u2")
    plane = frame.planes[index]
    rows = np.frombuffer(plane, np.uint8).reshape(plane.height, plane.line_size)
    samples = rows[:, : first.width * len(components) * item.itemsize].copy().view(item)
    return samples.reshape(first.height, first.width, len(components))


def covering(mask: np.ndarray[Any, np.dtype[np.bool_]], plane: RawPlane) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """The mask `(H, W)` on the sites of a plane: a subsampled site counts as inside where any of its pixels is."""
    (height, width), (rows, columns) = mask.shape, plane.shape[:2]
    if (rows, columns) == (height, width):
        return mask
    vertical, horizontal = -(-height // rows), -(-width // columns)
    grown = np.zeros((rows * vertical, columns * horizontal), bool)
    grown[:height, :width] = mask
    return np.asarray(grown.reshape(rows, vertical, columns, horizontal).any(axis=(1, 3)))
