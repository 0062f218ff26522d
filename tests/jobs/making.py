"""A tiny scan, made in no time."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import numpy as np

from app.media.opening import open_writer
from app.media.picture import NativePicture, PictureFormat
from app.media.writing import WriterSpec

FRAMES = 40
HEIGHT, WIDTH = 48, 64


def write_scan(folder: Path, frames: int = FRAMES) -> Path:
    """Grey ramps that drift, with a dark blot on every fifth frame, as 10-bit DPX."""
    fmt = PictureFormat(WIDTH, HEIGHT, ("R", "G", "B"), "rgb", "uint16", 10, "cineon_log")
    writer = open_writer(folder, WriterSpec(format=fmt, rate=Fraction(24), kind="dpx", pattern="scan.%06d"))
    rows, columns = np.mgrid[0:HEIGHT, 0:WIDTH]
    for index in range(frames):
        plane = (300 + 4 * columns + 2 * rows + index).astype(np.uint16)
        if index % 5 == 2:
            plane[10:16, 20:27] = 60
        writer.write(NativePicture(fmt, (plane, plane.copy(), plane.copy())))
    writer.finish()
    return folder
