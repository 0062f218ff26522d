"""How fast a picture gets ready for the screen, and how far from OpenColorIO's own it is."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import cv2
import numpy as np
import torch

from app.benches.material import random_pictures
from app.engine.display import displayed
from app.engine.render import FloatPicture, Rendered
from app.engine.screen import screen_pixels
from app.engine.tensors import to_tensor
from app.media.colour import View
from app.media.picture import NativePicture, PictureFormat

REPEATS = 9


def measure_display(sizes: Sequence[tuple[int, int]], repeats: int = REPEATS) -> dict[str, Any]:
    """Milliseconds a picture on one thread, by size and kind: whole, halved, and by the exact way.

    The pictures are noise over every code value there is: the worst case for tables, matrices and ranges.
    """
    threads = cv2.getNumThreads(), torch.get_num_threads()
    cv2.setNumThreads(1)
    torch.set_num_threads(1)
    try:
        return {
            f"{width}x{height}": {
                name: _measure(picture, encoding, repeats) for name, encoding, picture in _pictures(width, height)
            }
            for width, height in sizes
        }
    finally:
        cv2.setNumThreads(threads[0])
        torch.set_num_threads(threads[1])


def _pictures(width: int, height: int) -> list[tuple[str, str, Rendered]]:
    """(name, encoding, picture) of each kind."""
    base = PictureFormat(width, height, ("R", "G", "B"), "rgb", "uint16", 10, "cineon_log")
    video = replace(base, channels=("Y", "Cb", "Cr"), model="ycbcr", encoding="rec709", full_range=False)
    formats = {
        "log 10-bit grey (DPX)": replace(base, channels=("Y",), model="grey"),
        "log 10-bit RGB (DPX)": base,
        "rec709 16-bit RGB": replace(base, bit_depth=16, encoding="rec709"),
        "rec709 8-bit RGB": replace(base, bit_depth=8, dtype="uint8", encoding="rec709"),
        "rec709 8-bit 4:2:0 (H.264)": replace(video, bit_depth=8, dtype="uint8", subsampling=(2, 2)),
        "rec709 10-bit 4:2:2 (ProRes)": replace(video, subsampling=(2, 1)),
        "bt601 8-bit 4:2:0": replace(
            video, bit_depth=8, dtype="uint8", subsampling=(2, 2), encoding="bt601", matrix="bt601"
        ),
        "pq 16-bit RGB": replace(base, bit_depth=16, encoding="pq_bt2020"),
        "hlg 10-bit RGB": replace(base, encoding="hlg_bt2020"),
    }
    made: list[tuple[str, str, Rendered]] = []
    for name, fmt in formats.items():
        (picture,) = random_pictures(fmt, 1)
        made.append((name, fmt.encoding, picture))
    floats = replace(base, dtype="float16", bit_depth=16, encoding="linear_rec709")
    planes = np.random.default_rng(1).uniform(-0.1, 1.3, (3, height, width)).astype(np.float16)
    native = NativePicture(floats, tuple(planes))
    made.append(("linear half floats (EXR)", floats.encoding, native))
    filtered = FloatPicture(to_tensor(native), native)
    made += [(f"{encoding} float, after a filter", encoding, filtered) for encoding in ("cineon_log", "bt601")]
    return made


def _measure(picture: Rendered, encoding: str, repeats: int) -> dict[str, float]:
    view = View.of(encoding)
    pixels = screen_pixels(picture, view)
    exact = displayed(picture, encoding)
    miss = np.abs(pixels[..., 2::-1].astype(np.int16) - exact)
    return {
        "screen_ms": _median_ms(lambda: screen_pixels(picture, view), repeats),
        "halved_ms": _median_ms(lambda: screen_pixels(picture, view, 2), repeats),
        "exact_ms": _median_ms(lambda: displayed(picture, encoding), min(repeats, 3)),
        "largest_difference": int(miss.max()),
        "differing_share": float((miss > 0).mean()),
    }


def _median_ms(call: Callable[[], object], repeats: int) -> float:
    times = []
    for _ in range(repeats):
        started = time.perf_counter()
        call()
        times.append(time.perf_counter() - started)
    return 1000 * statistics.median(times)
