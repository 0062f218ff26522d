"""A real window to measure: a shell with settings of its own, and the material it opens."""

from __future__ import annotations

import time
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import numpy as np
import torch
from PySide6.QtCore import QEvent, QEventLoop, QObject
from PySide6.QtWidgets import QApplication, QWidget

from app.benches.material import Material, write_material
from app.engine.tensors import to_planes
from app.jobs.clips import Clips
from app.media.movie.presets import format_for
from app.media.opening import open_writer
from app.media.picture import NativePicture, PictureFormat
from app.media.writing import WriterSpec
from widgets.context import Context
from widgets.main_window.application import make_application
from widgets.main_window.opening import Choices, new_project
from widgets.main_window.shell import Shell
from widgets.main_window.window import MainWindow
from widgets.settings import Settings
from widgets.viewer import Viewer

WIDTH, HEIGHT = 1920, 1080


class Stage:
    """One application and its shell."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        settings = Settings(folder / "settings.ini")
        settings.language = "en"
        settings.proxies = False
        settings.cache_folder = folder / "cache"
        self.app: QApplication = make_application(settings)
        self.shell = Shell(settings)

    def open(self, name: str, media: Path) -> Context:
        """The window on a new project of `media`."""
        self.shell.adopt(new_project(self.folder / f"{name}.reelmend", [media], Choices.of(self.shell.settings)))
        self.window.showNormal()
        self.window.resize(WIDTH, HEIGHT)
        self.wait(1.0)
        assert self.shell.context is not None
        return self.shell.context

    @property
    def window(self) -> MainWindow:
        """The project's window."""
        window = self.shell.window
        assert isinstance(window, MainWindow)
        return window

    @property
    def viewer(self) -> Viewer:
        """The window's picture."""
        viewer = self.window.panels.viewer
        assert isinstance(viewer, Viewer)
        return viewer

    def close(self) -> None:
        """Close the project, back to the welcome page; jobs are stopped without asking."""
        context = self.shell.context
        if context is not None:
            context.bridge.jobs.close()
            self.shell.close_project()
        self.wait(0.2)

    def wait(self, seconds: float) -> None:
        """Let the window live for so long."""
        until = time.perf_counter() + seconds
        while (left := until - time.perf_counter()) > 0:
            self.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, max(int(left * 1000), 1))

    def until(self, holds: Callable[[], bool], limit_s: float = 60.0) -> float:
        """Let the window live until something holds; the seconds it took. TimeoutError after `limit_s`."""
        began = time.perf_counter()
        while not holds():
            self.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 5)
            if time.perf_counter() - began > limit_s:
                raise TimeoutError(f"nothing came of it in {limit_s:.0f} s")
        return time.perf_counter() - began


class Painted(QObject):
    """Counts how often a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Counts only."""
        if event.type() == QEvent.Type.Paint:
            self.count += 1
        return False


def dpx_reel(folder: Path, frames: int) -> Path:
    """Damaged 1080p RGB frames, 10-bit DPX."""
    return write_material(folder, Material(WIDTH, HEIGHT, 10), frames, "dpx")


def long_gop_reel(path: Path, frames: int) -> Path:
    """A 1080p H.264 movie with a key frame every two seconds, as cameras and deliveries have them."""
    source = PictureFormat(WIDTH, HEIGHT, ("R", "G", "B"), "rgb", "uint8", 8, "rec709")
    fmt = format_for("h264", source)
    clips = Clips(WIDTH, HEIGHT, None)
    writer = open_writer(path, WriterSpec(fmt, Fraction(24), "h264", options={"g": "48"}))
    try:
        for index in range(frames):
            picture = torch.from_numpy(np.ascontiguousarray(clips.frame(index), np.float32))
            writer.write(NativePicture(fmt, to_planes(picture, fmt).planes))
        writer.finish()
    except BaseException:
        writer.abort()
        raise
    return path
