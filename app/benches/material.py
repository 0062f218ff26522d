"""Moving, damaged pictures for benches, made on the spot from the shipped clips."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Literal

import numpy as np

from app.engine.tensors import to_planes
from app.jobs.demo_reel import DemoSpec, worn_frames
from app.media.opening import open_writer
from app.media.picture import NativePicture, PictureFormat
from app.media.writing import WriterSpec


@dataclass(frozen=True, slots=True)
class Material:
    """A size and a depth that speed is measured at."""

    width: int
    height: int
    bits: int

    @property
    def name(self) -> str:
        """`720x576 8-bit`."""
        return f"{self.width}x{self.height} {self.bits}-bit"

    @property
    def format(self) -> PictureFormat:
        """RGB at that size and depth."""
        channels = ("R", "G", "B")
        dtype: Literal["uint8", "uint16"] = "uint8" if self.bits == 8 else "uint16"
        return PictureFormat(self.width, self.height, channels, "rgb", dtype, self.bits, "rec709")


def worn_pictures(material: Material, frames: int, seed: int = 1) -> Iterator[NativePicture]:
    """Damaged pictures of one moving shot."""
    spec = DemoSpec(seconds=frames / 24, width=material.width, height=material.height, seed=seed)
    for worn in worn_frames(spec, one_shot=True):
        planes = to_planes(worn.damaged, material.format).planes
        yield NativePicture(material.format, planes)


def write_material(folder: Path, material: Material, frames: int, kind: str = "tiff") -> Path:
    """A sequence of damaged pictures in `folder`; returns the folder."""
    writer = open_writer(folder, WriterSpec(material.format, Fraction(24), kind, pattern="reel.%06d"))
    try:
        for picture in worn_pictures(material, frames):
            writer.write(picture)
        writer.finish()
    except BaseException:
        writer.abort()
        raise
    return folder


def random_pictures(format: PictureFormat, count: int, seed: int = 1) -> list[NativePicture]:
    """Pictures that do not compress: the worst case for writers."""
    rng = np.random.default_rng(seed)
    top = 2**format.bit_depth
    return [
        NativePicture(
            format,
            tuple(
                rng.integers(0, top, format.plane_shape(index)).astype(format.dtype)
                for index in range(len(format.channels))
            ),
        )
        for _ in range(count)
    ]
