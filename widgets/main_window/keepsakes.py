"""A small picture of each recent project for the welcome page: kept when it is closed, gone with its entry."""

from __future__ import annotations

import hashlib
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import cast

import cv2
import numpy as np
from PySide6.QtCore import QObject

from app.engine.look import ScreenPixels, Shown
from widgets.bridge.bridge import Bridge
from widgets.bridge.inbox import Inbox
from widgets.desk import Desk
from widgets.settings import Settings

LARGEST = (224, 128)
"""Width and height that a picture fits into: those of the welcome page's list, twice, for fine screens."""


class Keepsakes(QObject):
    """Writes and removes the pictures beside the UI thread, on which it is made and used and which waits in `finish`
    only.

    They lie beside the settings, which name them, and not in the cache: clearing that leaves the page as it is. A
    name tells project and contents, so that another picture is another name and the page reads it anew.
    """

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder = settings.path.parent / "recent-pictures"
        self._settings = settings
        self._inbox = Inbox(self)
        self._threads: list[threading.Thread] = []
        self._written: deque[tuple[Path, Path]] = deque()
        self._named = self._names()
        settings.changed.connect(self._on_setting)

    def keep(self, bridge: Bridge, desk: Desk) -> None:
        """Keep what is at hand of the frame under the playhead. Call before the bridge is closed."""
        shown = _at_hand(bridge, desk)
        if shown is None:
            return
        reel = bridge.session.engine.reels.get(shown.frame.reel)
        aspect = 1.0 if reel is None else float(reel.format.pixel_aspect)
        path = bridge.project.path.absolute()

        def write() -> None:
            picture = _write(self.folder, path, shown.pixels, aspect)
            if picture is not None:
                self._written.append((path, picture))
                self._inbox.post(self._take)

        self._beside(write)

    def finish(self) -> None:
        """Wait until all is written and named in the settings: at the end of the program."""
        for thread in self._threads:
            thread.join()
        self._take()

    def _beside(self, work: Callable[[], None]) -> None:
        thread = threading.Thread(target=work, name="keepsakes")
        self._threads = [*(known for known in self._threads if known.is_alive()), thread]
        thread.start()

    def _take(self) -> None:
        while self._written:
            self._settings.set_picture(*self._written.popleft())

    def _on_setting(self, name: str) -> None:
        if name != "recent":
            return
        before, self._named = self._named, self._names()
        gone = [picture for picture in before - self._named if picture.parent == self.folder]
        if gone:
            self._beside(lambda: _remove(gone))

    def _names(self) -> set[Path]:
        return {recent.picture for recent in self._settings.recent if recent.picture is not None}


def _at_hand(bridge: Bridge, desk: Desk) -> Shown | None:
    """The picture under the playhead that has been made already, of side B rather than A."""
    if not bridge.film.length:
        return None
    position, supply = bridge.film.clamped(desk.playhead), bridge.pictures.supply
    found = (supply.glance(position, look) for look in (desk.compare.b, desk.compare.a))
    return next((shown for shown in found if shown is not None), None)


def _write(folder: Path, project: Path, pixels: ScreenPixels, aspect: float) -> Path | None:
    """Write a picture whole and return its path; None where there is no room for it, which is nobody's trouble."""
    done, encoded = cv2.imencode(".png", _small(pixels, aspect))
    if not done:
        return None
    data = encoded.tobytes()
    target = folder / f"{_digest(os.fsencode(project))}-{_digest(data)}.png"
    part = target.with_suffix(f".{os.getpid()}.part")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        part.write_bytes(data)
        part.replace(target)
    except OSError:
        _remove([part])
        return None
    return target


def _small(pixels: ScreenPixels, aspect: float) -> ScreenPixels:
    """At most LARGEST, without the fourth channel; `aspect` is the width of a pixel over its height."""
    height, width = pixels.shape[:2]
    share = min(LARGEST[0] / (width * aspect), LARGEST[1] / height)
    size = (max(round(width * aspect * share), 1), max(round(height * share), 1))
    small = cv2.resize(np.ascontiguousarray(pixels[..., :3]), size, interpolation=cv2.INTER_AREA)
    return cast("ScreenPixels", small)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:16]


def _remove(pictures: Iterable[Path]) -> None:
    for picture in pictures:
        with suppress(OSError):
            picture.unlink(missing_ok=True)
