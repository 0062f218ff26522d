"""How quickly light is measured and pictures go from SDR to HDR, beside a copy of the same picture in memory."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from functools import partial
from time import perf_counter
from typing import Any

import numpy as np
import torch

from app.engine.hdr_look import PQ, Seen, display_for, false_colours, in_pq, previewed, shown_pixels
from app.engine.light import max_rgb
from app.engine.look import HdrLook
from app.engine.screen import screen_pixels
from app.hdr.statistics.light import Light, counted, light_of
from app.hdr.stream.target import HevcTarget
from app.hdr.vivid.controls import Controls
from app.hdr.vivid.fields import Statistics
from app.hdr.vivid.generation import Plan, generated
from app.hdr.vivid.grading import graded
from app.media.colour import View
from app.media.picture import NativePicture, PictureFormat, Plane
from operators.contract import Context, FrameInfo, Window
from operators.sdr_to_hdr.operator import METHODS, OPERATOR, SdrToHdrParams


def measure_hdr_speed(sizes: Sequence[tuple[int, int]], repeats: int) -> dict[str, Any]:
    """Frames per second by size: medians. PyTorch has one thread, as in the window and its processes."""
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        found = {f"{width}x{height}": _at(width, height, repeats) for width, height in sizes}
    finally:
        torch.set_num_threads(threads)
    return {"torch_threads": 1, "sizes": found}


def _at(width: int, height: int, repeats: int) -> dict[str, float]:
    found: dict[str, float] = {}
    for name, fmt in (
        ("PQ 10-bit 4:2:0", HevcTarget("pq").format(width, height)),
        ("HLG 10-bit 4:2:0", HevcTarget("hlg").format(width, height)),
        ("PQ 10-bit RGB", PictureFormat(width, height, ("R", "G", "B"), "rgb", "uint16", 10, "pq_bt2020")),
    ):
        picture = _picture(fmt)
        found[f"copy {name}"] = _rate(partial(_copied, picture), repeats)
        found[f"measure light, {name}"] = _rate(partial(_measured, picture), repeats)
        if name.startswith("PQ"):
            found |= {f"{what}, {name}": rate for what, rate in _previewed(picture, repeats).items()}
    frame = torch.rand((3, height, width), generator=torch.Generator().manual_seed(1))
    window = Window({0: frame}, FrameInfo(width, height, 3, "rec709", 10))
    found["copy float RGB"] = _rate(frame.clone, repeats)
    for method in METHODS:
        for eight_bits in (False, True):
            params = SdrToHdrParams(method=method, banding="on" if eight_bits else "off")
            what = f"SDR to HDR, {method}" + (", banding guard" if eight_bits else "")
            found[what] = _rate(partial(OPERATOR.run, window, params, Context()), repeats)
    return {what: round(rate, 1) for what, rate in found.items()}


def _previewed(picture: NativePicture, repeats: int) -> dict[str, float]:
    """A target display's picture, ready for the screen: whole, and as a viewer shows it in half its size."""
    light = Statistics.from_pq(0.0, 0.35, 0.3, 0.75)
    metadata = graded(generated(light, Plan(1000.0)), Controls(whole_sat=0.3), 1000.0).metadata
    view, display = View.of(PQ), display_for(300.0, 1000.0)

    seen = Seen(HdrLook(300.0), metadata, display)

    def shown(scale: int) -> None:
        shown_pixels(picture, PQ, seen, view, scale)

    def exact() -> None:
        screen_pixels(previewed(picture, PQ, metadata, display), view)

    def dragged() -> None:
        """As a slider is: another curve each time."""
        moved = graded(generated(light, Plan(1000.0)), Controls(mid_light=next(steps)), 1000.0).metadata
        shown_pixels(picture, PQ, Seen(HdrLook(300.0), moved, display), view, 2)

    steps = iter([number / 1000 for number in range(1, 1000)])

    return {
        "see a display, 1/1": _rate(partial(shown, 1), repeats),
        "see a display, 1/2": _rate(partial(shown, 2), repeats),
        "see a display while a slider is dragged, 1/2": _rate(dragged, repeats),
        "see a display the exact way, 1/1": _rate(exact, repeats),
        "false colour, 1/1": _rate(lambda: false_colours(in_pq(picture, PQ)), repeats),
        "see the master, 1/1": _rate(lambda: screen_pixels(picture, view), repeats),
    }


def _copied(picture: NativePicture) -> list[Plane]:
    return [plane.copy() for plane in picture.planes]


def _measured(picture: NativePicture) -> Light:
    return light_of(counted(max_rgb(picture, picture.format.encoding)))


def _picture(fmt: PictureFormat) -> NativePicture:
    rng = np.random.default_rng(1)
    planes = []
    for index in range(3):
        shape = fmt.plane_shape(index)
        low, high = (64, 800) if fmt.model == "rgb" or index == 0 else (450, 580)
        planes.append(rng.integers(low, high, shape).astype(np.uint16))
    return NativePicture(fmt, tuple(planes))


def _rate(work: Callable[[], Any], repeats: int) -> float:
    work()
    times = []
    for _ in range(max(repeats, 3)):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return 1 / statistics.median(times)
