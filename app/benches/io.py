"""How fast pictures are read and written, by kind."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import OpenImageIO as oiio

from app.benches.material import Material, worn_pictures
from app.engine.target import target_format
from app.engine.tensors import to_planes, to_tensor
from app.media.movie.presets import PRESETS
from app.media.opening import open_reader, open_reel, open_writer
from app.media.picture import NativePicture
from app.media.reel import Reel
from app.media.sequence.naming import frame_path
from app.media.writing import WriterSpec

KINDS = (
    ("dpx", 10),
    ("dpx", 16),
    ("tiff", 16),
    ("exr", 16),
    ("png", 16),
    ("ffv1", 16),
    ("prores-hq", None),
    ("hevc10", None),
)


def measure_io(sizes: Sequence[tuple[int, int]], frames: int, repeats: int) -> dict[str, Any]:
    """Frames/s of our readers and writers by size and kind; beside reading, the bare library on the same files."""
    found: dict[str, Any] = {}
    with tempfile.TemporaryDirectory(prefix="reelmend-bench-") as temporary:
        for width, height in sizes:
            pictures = list(worn_pictures(Material(width, height, 16), frames))
            rows: dict[str, Any] = {}
            for kind, bits in KINDS:
                name = f"{kind} {bits}-bit" if bits else kind
                rows[name] = _measure(Path(temporary) / f"{width}-{kind}-{bits}", pictures, kind, bits, repeats)
            found[f"{width}x{height}"] = rows
    return found


def _measure(
    folder: Path, pictures: list[NativePicture], kind: str, bits: int | None, repeats: int
) -> dict[str, float]:
    format = target_format(pictures[0].format, kind, bits)
    ready = [NativePicture(format, to_planes(to_tensor(picture), format).planes) for picture in pictures]
    writing, reading, bare = [], [], []
    for number in range(repeats):
        target = folder / f"{number}"
        if kind in PRESETS:
            folder.mkdir(parents=True, exist_ok=True)
            target = target.with_suffix(PRESETS[kind].suffixes[0])
        started = time.perf_counter()
        writer = open_writer(target, WriterSpec(format, Fraction(24), kind))
        for picture in ready:
            writer.write(picture)
        writer.finish()
        writing.append(time.perf_counter() - started)
        reel = open_reel(target)
        reader = open_reader(reel)
        started = time.perf_counter()
        for index in range(reel.frame_count):
            reader.read(index)
        reading.append(time.perf_counter() - started)
        reader.close()
        started = time.perf_counter()
        _bare(reel)
        bare.append(time.perf_counter() - started)
    count = len(ready)
    return {
        "write_fps": count / statistics.median(writing),
        "read_fps": count / statistics.median(reading),
        "bare_library_read_fps": count / statistics.median(bare),
    }


def _bare(reel: Reel) -> None:
    """Decode every frame with the library alone: OpenImageIO or PyAV."""
    if reel.kind == "movie":
        with av.open(str(reel.path)) as container:
            container.streams.video[0].thread_type = "AUTO"
            for _ in container.decode(video=0):
                pass
        return
    for number in range(reel.first_number, reel.first_number + reel.frame_count):
        source = oiio.ImageInput.open(str(frame_path(reel.path, number)))
        assert source is not None, "a reel just written cannot be opened"
        source.read_image(source.spec().format)
        source.close()
