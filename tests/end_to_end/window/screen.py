"""A screen that is not there (Xvfb), real keys and pointer moves on it (xdotool), and pictures of it."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

MISSING = [name for name in ("Xvfb", "xdotool") if shutil.which(name) is None]


@dataclass(frozen=True)
class Screen:
    """One X display."""

    display: str

    @property
    def environment(self) -> dict[str, str]:
        """The environment a program is shown in."""
        return {**os.environ, "DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb", "LANG": "en_US.UTF-8"}

    def do(self, *words: str | int) -> str:
        """One xdotool command."""
        done = subprocess.run(
            ["xdotool", *map(str, words)],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"xdotool {' '.join(map(str, words))}: {done.stderr.strip()}")
        return done.stdout.strip()

    def key(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            self.do("key", "--delay", 30, key)

    def type(self, text: str) -> None:
        """Type a text."""
        self.do("type", "--delay", 15, text)

    def click(self, x: int, y: int, button: int = 1) -> None:
        """Click at a point of the screen."""
        self.do("mousemove", x, y)
        self.do("click", button)

    def drag(self, *points: tuple[int, int]) -> None:
        """Press at the first point, move through all, let go at the last."""
        self.do("mousemove", *points[0])
        self.do("mousedown", 1)
        for point in points[1:]:
            self.do("mousemove", *point)
            time.sleep(0.02)
        self.do("mouseup", 1)

    def window(self, name: str, seconds: float = 60.0) -> str:
        """The id of the window whose title holds `name`, once it is there; it gets the focus."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            found = subprocess.run(
                ["xdotool", "search", "--onlyvisible", "--name", name],
                env=self.environment, capture_output=True, text=True, check=False,
            ).stdout.split()  # fmt: skip
            if found:
                subprocess.run(["xdotool", "windowfocus", found[-1]], env=self.environment, check=False)
                return found[-1]
            time.sleep(0.1)
        raise TimeoutError(f"no window called {name} within {seconds:.0f} s")


@contextmanager
def shown_screen(size: str = "1280x800") -> Iterator[Screen]:
    """An X server of its own for as long as it is wanted. It picks a free display itself."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{size}x24", "-nolisten", "tcp"],
        pass_fds=(write,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(write)
    try:
        with os.fdopen(read) as answer:
            yield Screen(f":{answer.readline().strip()}")
    finally:
        server.terminate()
        server.wait(10)


def shoot(screen: Screen, file: Path) -> None:
    """The whole screen as a PNG (through FFmpeg's X11 grabber)."""
    size = screen.do("getdisplaygeometry").replace(" ", "x")
    subprocess.run(
        ["ffmpeg", "-y", "-loglevel", "error", "-f", "x11grab", "-video_size", size, "-i", screen.display,
         "-frames:v", "1", str(file)],
        env=screen.environment, check=True, timeout=30,
    )  # fmt: skip
