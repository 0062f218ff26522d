"""Is the memory that a pass takes bounded, and does it stay the same over a long film?"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from app.benches.material import Material, write_material

READINGS = 8


def measure_memory(sizes: Sequence[tuple[int, int]], frames: int) -> dict[str, Any]:
    """Peak resident memory of one worker over a 16-bit RGB reel, in MB, read at eight points along the way.

    The worker runs as a process of its own, so that nothing else counts. The reel of more than 48 frames shows the
    same 48 again and again (as links), so that a long film costs no disk.
    """
    return {f"{width}x{height}": _measure(width, height, frames) for width, height in sizes}


def _measure(width: int, height: int, frames: int) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(prefix="reelmend-bench-") as temporary:
        scan = Path(temporary) / "scan"
        made = min(frames, 48)
        write_material(scan, Material(width, height, 16), made)
        files = sorted(scan.glob("*.tif"))
        for number in range(made, frames):
            (scan / f"reel.{number:06d}.tif").symlink_to(files[number % made])
        command = [sys.executable, "-m", "app.benches.memory", str(scan), f"{temporary}/artefacts"]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    readings = [int(line) / 1000 for line in done.stdout.split()]
    return {"frames": frames, "peak_mb": readings[-1], "peak_mb_along_the_way": readings}


def _work(scan: Path, artefacts: Path) -> None:
    """In the child: look at and mend every chunk, printing the peak so far (kB) now and then."""
    import cv2
    import torch

    from app.engine.info import frame_info
    from app.engine.recipe import find_recipe
    from app.jobs.chunk_work import ChunkWorker, PassWork
    from app.jobs.findings import Chunk
    from app.jobs.pass_spec import CHUNK_FRAMES
    from app.media.opening import open_reel
    from app.media.reel import OnBadFrame

    cv2.setNumThreads(1)
    torch.set_num_threads(1)
    reel = open_reel(scan)
    recipe = find_recipe("standard")
    work = PassWork({"r": (reel, OnBadFrame.HOLD, frame_info(reel))}, recipe.detect, recipe.fill, artefacts)
    worker = ChunkWorker(work)
    starts = range(0, reel.frame_count, CHUNK_FRAMES)
    every = max(len(starts) // READINGS, 1)
    for number, start in enumerate(starts):
        chunk = Chunk("r", 0, reel.frame_count, start, min(start + CHUNK_FRAMES, reel.frame_count))
        looked = worker.look(chunk)
        worker.mend(chunk, {chunk.name: looked}, tuple(() for _ in recipe.detect))
        if number % every == every - 1:
            sys.stdout.write(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}\n")
            sys.stdout.flush()
    worker.close()


if __name__ == "__main__":
    _work(Path(sys.argv[1]), Path(sys.argv[2]))
