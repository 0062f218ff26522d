"""Small pictures and frames for the tests of sequences."""

from fractions import Fraction
from pathlib import Path

import numpy as np

from app.media.opening import open_reader, open_reel, open_writer
from app.media.picture import NativePicture, PictureFormat
from app.media.reel import Reel
from app.media.writing import WriterSpec, default_kind


def make_format(
    channels: str | tuple[str, ...], dtype: str, bits: int, width: int = 36, height: int = 20
) -> PictureFormat:
    names = tuple(channels)
    model = "rgb" if "R" in names and "G" in names else "ycbcr" if "Cb" in names else "grey"
    return PictureFormat(width, height, names, model, dtype, bits, "rec709")  # type: ignore[arg-type]


def make_picture(format: PictureFormat, seed: int = 0, metadata: dict[str, object] | None = None) -> NativePicture:
    rng = np.random.default_rng(seed)
    planes = []
    for index in range(len(format.channels)):
        shape = format.plane_shape(index)
        if format.is_float:
            plane = rng.normal(0, 3, shape).astype(format.dtype)
        else:
            plane = rng.integers(0, 2**format.bit_depth, shape).astype(format.dtype)
        planes.append(plane)
    return NativePicture(format, tuple(planes), metadata or {})


def write_frames(folder: Path, kind: str, pictures: list[NativePicture], **spec: object) -> Path:
    rate = spec.pop("rate", Fraction(24))
    writer = open_writer(folder, WriterSpec(pictures[0].format, rate, kind, **spec))  # type: ignore[arg-type]
    for picture in pictures:
        writer.write(picture)
    writer.finish()
    return folder


def copy_reel(reel: Reel, folder: Path) -> Reel:
    """The empty recipe: every picture read and written again in the reel's own format."""
    reader = open_reader(reel)
    spec = WriterSpec(reel.format, reel.rate, default_kind(reel), source=reel, first_number=reel.first_number)
    writer = open_writer(folder, spec)
    for index in range(reel.frame_count):
        writer.write(reader.read(index))
    writer.finish()
    reader.close()
    return open_reel(folder)
