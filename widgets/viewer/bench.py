"""How long the viewer takes to paint: `python -m widgets.viewer.bench`, off the screen, medians and worst in ms.

Pictures are at hand, as while playing from the cache, so this is the UI thread's own share.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from statistics import median
from time import perf_counter

import numpy as np
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from app.document.repair import Repair
from app.engine.look import Look, Shown
from app.engine.request import Stage
from app.media.reel import FrameId
from widgets import theme
from widgets.desk import MODES, Compare
from widgets.viewer.choices import Choices
from widgets.viewer.geometry import Framing, geometry, scale_for
from widgets.viewer.marks import Mark, Marked, outline_of
from widgets.viewer.modes import make_modes
from widgets.viewer.overlay import Outlines, Overlay
from widgets.viewer.scene import Scene

SIZES = {"1080p": (1920, 1080), "4K": (3840, 2160)}
REPAIRS = 2000
ROUNDS = 15
FRAME = FrameId("reel", 0)


def pictures(width: int, height: int, scale: int) -> dict[str, Shown]:
    """Two noise pictures of a frame at 1/scale."""
    rng = np.random.default_rng(1)
    shown = {}
    for pane, stage in (("a", Stage.SOURCE), ("b", Stage.REPAIR)):
        pixels = rng.integers(0, 255, (-(-height // scale), -(-width // scale), 4), np.uint8)
        pixels[..., 3] = 255
        shown[pane] = Shown(FRAME, Look(stage), pixels, scale, width, height)
    return shown


def marks(width: int, height: int, count: int) -> Marked:
    """Dirt of 3 to 30 pixels all over the frame, a third of it in each state."""
    rng = np.random.default_rng(2)
    found = []
    for number in range(count):
        size = int(rng.integers(3, 30))
        x, y = int(rng.integers(0, width - size)), int(rng.integers(0, height - size))
        rows, columns = np.ogrid[:size, :size]
        mask = (rows - size / 2) ** 2 + (columns - size / 2) ** 2 <= (size / 2) ** 2
        mask[size // 2, size // 2] = True
        verdict, probability = (("", 0.9), ("", 0.2), ("reject", 0.9))[number % 3]
        repair = Repair(
            f"{number:032x}", 1, "pass", "reel", 0, "dirt", "dirt", x, y, x + size, y + size, int(mask.sum()),
            probability, "", "", 0, 0, verdict, 0.5, number % 3 == 0,
        )  # fmt: skip
        found.append(Mark(repair, mask, outline_of(mask, x, y)))
    return Marked.at(FRAME, tuple(found), {})


def timed(work: Callable[[int], object], rounds: int = ROUNDS) -> str:
    """Median and worst of `rounds` in milliseconds."""
    spent = []
    for number in range(rounds):
        start = perf_counter()
        work(number)
        spent.append((perf_counter() - start) * 1000)
    return f"{median(spent):7.1f} {max(spent):7.1f}"


def measure(name: str, screen: tuple[int, int], zoom: float | None) -> None:
    """Every mode on a screen of this size, of a picture of the same size."""
    width, height = screen
    choices, modes = Choices(), make_modes(lambda question, answer: answer(question()))
    target = QImage(width, height, QImage.Format.Format_RGB32)
    marked = marks(width, height, REPAIRS)

    def painted(work: Callable[[QPainter], None]) -> None:
        painter = QPainter(target)
        painter.setClipRect(target.rect())
        work(painter)
        painter.end()

    for mode_name in MODES:
        mode, compare = modes[mode_name], Compare(mode_name, angle=20.0)
        panes = mode.panes(target.rect().toRectF(), compare, width / height)
        views = {pane: geometry(pane, width, height, area, Framing(zoom)) for pane, area in panes}
        shown = pictures(width, height, scale_for(next(iter(views.values())).zoom))
        scene = Scene(compare, choices, shown, views, marked)
        paint = partial(mode.paint, scene=scene)
        painted(paint)
        first = timed(lambda _, paint=paint: painted(paint))  # type: ignore[misc]
        print(f"{name:6} {mode_name:12} {first}")
    view = geometry("b", width, height, target.rect().toRectF(), Framing(zoom))
    overlay = Overlay(lambda question, answer: answer(question()))
    overlay.paint(QPainter(target), marked, view, choices)
    laid = timed(lambda _: painted(lambda painter: overlay.paint(painter, marked, view, choices)))
    print(f"{name:6} {'overlay':12} {laid}   {REPAIRS} masks, laid on")
    stale = Overlay(lambda question, answer: None)
    stale._layer = overlay._layer
    panned = [
        geometry("b", width, height, view.area, Framing(view.zoom, (0.4 + n / 100, 0.5))) for n in range(ROUNDS)
    ]
    moved = timed(lambda n: painted(lambda painter: stale.paint(painter, marked, panned[n], choices)))
    print(f"{name:6} {'overlay, pan':12} {moved}   the old layer moved along")
    outlines = Outlines(marked)
    drawn = timed(lambda n: outlines.draw(panned[n], choices))
    print(f"{name:6} {'  and drawn':12} {drawn}   anew, off the UI thread")


def build_time() -> str:
    """What the outlines of a frame cost, off the UI thread."""
    return timed(lambda _: marks(1920, 1080, REPAIRS), rounds=3)


def main() -> None:
    """Print the table."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.apply(app)
    print("screen mode          median   worst   (ms to repaint all)")
    for name, screen in SIZES.items():
        measure(name, screen, None)
    measure("1080p at 300 %", SIZES["1080p"], 3.0)
    print(f"marks of a frame made of masks, on a question thread: {build_time()}")


if __name__ == "__main__":
    main()
