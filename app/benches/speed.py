"""How fast the coarse pass is, and where the time goes."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from app.benches.material import Material, write_material
from app.engine.info import frame_info
from app.engine.recipe import Recipe, find_recipe
from app.engine.tensors import to_tensor
from app.jobs.chunk_work import ChunkWorker, PassWork
from app.jobs.findings import Chunk, Looked, NamedTrack
from app.jobs.progress import silent
from app.media.opening import open_reader, open_reel
from app.media.reel import OnBadFrame, Reel
from app.media.sequence.naming import frame_path
from operators.contract import luma
from operators.contract.registry import analysis_operator

STANDARD = (Material(720, 576, 8), Material(720, 576, 16), Material(1920, 1080, 8), Material(1920, 1080, 16))


def measure_speed(
    materials: Sequence[Material] = STANDARD, frames: int = 12, repeats: int = 3, recipe_name: str = "standard"
) -> dict[str, Any]:
    """Frames/s of a pass in one thread and over all cores, with the share of each part, by material.

    Beside it, in the same run, the limits it is built on: decoding, code values to tensors, and one DIS flow
    each way on the luma, which any motion-compensated method pays at least once.
    """
    recipe = find_recipe(recipe_name)
    with tempfile.TemporaryDirectory(prefix="reelmend-bench-") as temporary:
        return {
            material.name: _measure(Path(temporary) / f"m{number}", material, frames, repeats, recipe)
            for number, material in enumerate(materials)
        }


def _measure(folder: Path, material: Material, frames: int, repeats: int, recipe: Recipe) -> dict[str, Any]:
    reel = open_reel(write_material(folder / "scan", material, frames))
    threads = cv2.getNumThreads()
    cv2.setNumThreads(1)
    try:
        runs = [_one_run(reel, folder / f"run{number}", recipe) for number in range(repeats)]
        limits = _limits(reel)
    finally:
        cv2.setNumThreads(threads)
    parts = {name: statistics.median(run[name] for run in runs) / frames for name in runs[0]}
    total = sum(parts.values())
    return {
        "frames_per_second_one_thread": 1 / total,
        "frames_per_second_all_cores": 1 / (statistics.median(_all_cores(reel, folder, recipe, repeats)) / frames),
        "milliseconds": {name: 1000 * value for name, value in parts.items()},
        "share": {name: value / total for name, value in parts.items()},
        "limits_milliseconds": limits,
    }


def _one_run(reel: Reel, artefacts: Path, recipe: Recipe) -> dict[str, float]:
    """Seconds of each part over all frames, in this thread."""
    info = frame_info(reel)
    chunk = Chunk("r", 0, reel.frame_count, 0, reel.frame_count)
    parts: dict[str, float] = {}
    seen: list[Looked] = []
    for step in recipe.detect:
        worker = ChunkWorker(PassWork({"r": (reel, OnBadFrame.HOLD, info)}, (step,), None, artefacts))
        started = time.perf_counter()
        seen.append(worker.look(chunk))
        parts[step.operator] = time.perf_counter() - started
        worker.close()
    looked = Looked(tuple(one.maps[0] for one in seen), tuple(one.marks[0] for one in seen))
    started = time.perf_counter()
    tracks = tuple(
        tuple(
            NamedTrack(f"00000000-0000-0000-0000-{number:012d}", track)
            for number, track in enumerate(
                analysis_operator(step.operator).link(
                    {frame: tuple(found) for frame, found in looked.marks[place].items()}, info, step.parsed_params()
                )
            )
        )
        for place, step in enumerate(recipe.detect)
    )
    parts["link"] = time.perf_counter() - started
    worker = ChunkWorker(PassWork({"r": (reel, OnBadFrame.HOLD, info)}, recipe.detect, recipe.fill, artefacts))
    started = time.perf_counter()
    worker.mend(chunk, {chunk.name: looked}, tracks)
    parts["fill, components, patches"] = time.perf_counter() - started
    worker.close()
    return parts


def _all_cores(reel: Reel, folder: Path, recipe: Recipe, repeats: int) -> list[float]:
    """Seconds of the whole pass as `reelmend run` does it, children and ledger included."""
    from app.session import Session

    seconds = []
    media = frame_path(reel.path, reel.first_number)
    for number in range(repeats):
        (folder / f"all{number}").mkdir(parents=True)
        with Session.create(folder / f"all{number}" / "bench.reelmend", [media], device="cpu") as session:
            started = time.perf_counter()
            session.run(recipe, None, silent)
            seconds.append(time.perf_counter() - started)
    return seconds


def _limits(reel: Reel) -> dict[str, float]:
    reader = open_reader(reel)
    pictures = [reader.read(index) for index in range(2)]
    decode = _median_ms(lambda: reader.read(1))
    reader.close()
    tensors = _median_ms(lambda: to_tensor(pictures[0]))
    lumas = [np.rint(np.clip(luma(to_tensor(p).numpy()), 0, 1) * 255).astype(np.uint8) for p in pictures]
    flow = cv2.DISOpticalFlow.create(cv2.DISOPTICAL_FLOW_PRESET_FAST)
    none: Any = None
    both = _median_ms(lambda: (flow.calc(lumas[0], lumas[1], none), flow.calc(lumas[1], lumas[0], none)))
    return {"decode": decode, "code values to tensor": tensors, "DIS fast, both ways": both}


def _median_ms(call: Callable[[], object], repeats: int = 7) -> float:
    times = []
    for _ in range(repeats):
        started = time.perf_counter()
        call()
        times.append(time.perf_counter() - started)
    return 1000 * statistics.median(times)
