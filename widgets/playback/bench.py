"""Playing 1080p from the front cache into a plain widget: dropped frames and stalls of the event loop.

    python -m widgets.playback.bench [SECONDS]

Needs a screen (Xvfb will do) and the ffmpeg program, which makes the film.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.engine.look import Look, Shown
from app.engine.request import Stage
from app.session import Session
from widgets.bridge.bridge import Bridge
from widgets.bridge.pictures import Arrived
from widgets.commands import CommandTable
from widgets.context import Context
from widgets.desk import Desk
from widgets.playback.player import Player
from widgets.settings import Settings

LOOP = 96
"""Frames held and played round and round: 800 MB of 1080p."""
PROBE_MS = 5
LOOK = Look(Stage.SOURCE)


@dataclass(frozen=True, slots=True)
class Played:
    """What a run showed. Times in milliseconds; lateness is from the deadline to the end of the paint."""

    paints: int
    expected: float
    dropped: int
    measured_rate: float
    paint_median: float
    paint_worst: float
    late_median: float
    late_worst: float
    worst_gap: float

    def __str__(self) -> str:
        return (
            f"{self.paints} paints of {self.expected:.0f} expected, {self.dropped} dropped, "
            f"{self.measured_rate:.1f} fps in the last second; "
            f"paint {self.paint_median:.1f} ms (worst {self.paint_worst:.1f}), "
            f"deadline to pixels {self.late_median:.1f} ms (worst {self.late_worst:.1f}), "
            f"longest gap of the event loop {self.worst_gap:.1f} ms"
        )


class _Screen(QWidget):
    """Asks for the picture under the playhead and paints it."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._context = context
        self._shown: Shown | None = None
        self._image: QImage | None = None
        self.player: Player | None = None
        self.costs: list[float] = []
        self.lateness: list[float] = []
        context.desk.playhead_changed.connect(self._want)
        context.bridge.pictures.arrived.connect(self._take)

    def _want(self, position: int) -> None:
        self._show(self._context.bridge.pictures.want("bench", position, LOOK))

    def _take(self, arrived: Arrived) -> None:
        self._show(arrived.shown)

    def _show(self, shown: Shown | None) -> None:
        if shown is not None:
            height, width = shown.pixels.shape[:2]
            self._shown = shown
            self._image = QImage(shown.pixels.data, width, height, 4 * width, QImage.Format.Format_RGB32)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it, and look at the clock."""
        begin = time.perf_counter()
        if self._image is not None:
            painter = QPainter(self)
            painter.drawImage(0, 0, self._image)
            painter.end()
        self.costs.append(time.perf_counter() - begin)
        transport = self.player.transport if self.player else None
        if transport is not None and transport.playing:
            self.lateness.append(transport.lateness(transport.clock()) / 1e9)


def play(folder: Path, seconds: float) -> Played:
    """Fill the front cache with a loop, then play it. Needs a QApplication."""
    movie = folder / "film.mp4"
    source = f"testsrc2=s=1920x1080:r=24:d={LOOP / 24}"
    command = ["ffmpeg", "-v", "error", "-f", "lavfi", "-i", source, "-pix_fmt", "yuv420p"]
    subprocess.run([*command, "-c:v", "libx264", "-preset", "ultrafast", str(movie)], check=True)
    bridge, desk = Bridge(Session.create(folder / "film.reelmend", [movie], device="cpu")), Desk()
    settings = Settings(folder / "bench.ini")
    context = Context(bridge, desk, CommandTable(settings), settings)
    desk.set_length(bridge.film.length)
    bridge.pictures.supply.set_budget(LOOP * 1920 * 1080 * 4 * 5 // 4)
    screen = _Screen(context)
    player = screen.player = Player(context)
    screen.resize(1920, 1080)
    screen.show()
    desk.set_loop(True)
    screen._want(0)
    player.go(0)
    try:
        _spin_until(lambda: sum(b - a for a, b, _ in bridge.pictures.supply.spans(LOOK)) == LOOP, 120)
        return _measured(screen, player, seconds)
    finally:
        player.stop()
        screen.close()
        bridge.close()


def _measured(screen: _Screen, player: Player, seconds: float) -> Played:
    gaps: list[float] = []
    last = [time.perf_counter()]

    def note() -> None:
        now = time.perf_counter()
        gaps.append(now - last[0])
        last[0] = now

    probe = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=PROBE_MS)
    probe.timeout.connect(note)
    player.reset_dropped()
    screen.costs.clear()
    screen.lateness.clear()
    probe.start()
    player.toggle()
    begin = time.perf_counter()
    _spin_until(lambda: time.perf_counter() - begin >= seconds, seconds + 5)
    rate = player.measured_rate or 0.0
    played = time.perf_counter() - begin
    player.stop()
    probe.stop()
    costs, late = screen.costs, screen.lateness
    return Played(
        len(late),
        played * 24,
        player.transport.dropped,
        rate,
        1000 * median(costs),
        1000 * max(costs),
        1000 * median(late),
        1000 * max(late),
        1000 * max(gaps),
    )


def _spin_until(holds: Callable[[], bool], limit: float) -> None:
    """Let the event loop run until something holds or the seconds are over."""
    loop = QEventLoop()
    until = time.perf_counter() + limit
    look = QTimer(interval=50)
    look.timeout.connect(lambda: loop.quit() if holds() or time.perf_counter() > until else None)
    look.start()
    loop.exec()
    look.stop()


def main() -> None:
    """Print one line."""
    sys.setswitchinterval(0.001)
    app = QApplication.instance() or QApplication(sys.argv)
    with tempfile.TemporaryDirectory() as folder:
        print(play(Path(folder), float(sys.argv[1]) if len(sys.argv) > 1 else 20.0))
    del app


if __name__ == "__main__":
    main()
