"""Small stand-ins for reels that the machine cannot read in time, made in the background and kept between runs.

A reel is measured first; only one that does not keep up gets proxies. They are shown while the film moves, never
while it stands, and every picture made from one says so (`Shown.approximate`).
"""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import platformdirs

from app.engine.look import Look, Shown
from app.engine.worker import Priority
from app.errors import ReelmendError
from app.media.opening import open_reader
from app.media.reel import FrameId, FrameReader, Reel
from app.playback import speed
from app.playback.jpeg_pack import JpegPack
from app.playback.proxy_frames import ProxyKind, packed, shown

LIMIT = 20 * 2**30
"""Bytes that all proxies together may take unless told otherwise."""
_RUN = 48
"""Frames made in one go: reading in order is quick, jumping is not."""
_VERSION = 1


@dataclass(frozen=True, slots=True)
class ProxyState:
    """How far a reel is.

    Attributes:
        speed: as measured; None where it was not yet.
        needed: True where the machine does not keep up.
        done, total: frames.
        problem: why no more are made: 'full' (the byte limit), or a sentence; '' where nothing is wrong.
    """

    speed: speed.Speed | None = None
    needed: bool = False
    done: int = 0
    total: int = 0
    problem: str = ""


class Proxies:
    """Measures reels, makes their proxies, and shows them. Methods answer at once, in any thread.

    Args:
        reels: by id.
        encodings: what each reel is in, as the project says.
        rate: frames a second the film is projected at.
        folder: where proxies are kept.
        limit: bytes they may take; those of other reels, the longest unused first, make room.
        told: called in the background thread when a state has changed.
    """

    def __init__(
        self,
        reels: Mapping[str, Reel],
        encodings: Mapping[str, str],
        rate: Fraction,
        folder: Path | None = None,
        *,
        limit: int = LIMIT,
        enabled: bool = True,
        told: Callable[[], None] | None = None,
        measure: Callable[[Reel, str], speed.Speed] = speed.measured,
    ) -> None:
        self._reels = dict(reels)
        self._kinds = {id: ProxyKind.of(reel.format, encodings[id]) for id, reel in reels.items()}
        self._rate = float(rate)
        self._folder = (folder or platformdirs.user_cache_path("reelmend", appauthor=False)) / "proxies"
        self._limit = limit
        self._told = told or (lambda: None)
        self._measure = measure
        self._states = {id: ProxyState(total=reel.frame_count) for id, reel in reels.items()}
        self._packs: dict[str, JpegPack] = {}
        self._unreadable: dict[str, set[int]] = {id: set() for id in reels}
        self._near: FrameId | None = None
        self._enabled, self._moving, self._closing = enabled, False, False
        self._changed = threading.Condition()
        self._showing = ThreadPoolExecutor(1, thread_name_prefix="proxy-show")
        self._thread = threading.Thread(target=self._run, name="proxies", daemon=True)
        self._thread.start()

    def states(self) -> dict[str, ProxyState]:
        """How far every reel is."""
        return dict(self._states)

    def set_enabled(self, enabled: bool) -> None:
        """Make and show proxies, or neither."""
        with self._changed:
            self._enabled = enabled
            self._changed.notify()

    def set_moving(self, moving: bool) -> None:
        """The film plays or is scrubbed: proxies are shown, and none are made, for that would take its time."""
        with self._changed:
            self._moving = moving
            self._changed.notify()

    def aim(self, frame: FrameId) -> None:
        """Make those from here on first."""
        self._near = frame

    def offers(self, frame: FrameId, priority: Priority) -> bool:
        """True where the proxy is what should be shown now."""
        pack = self._packs.get(frame.reel)
        wanted = self._enabled and self._moving and priority in (Priority.SCRUB, Priority.PREFETCH)
        return wanted and pack is not None and frame.index < len(pack.has) and bool(pack.has[frame.index])

    def show(self, frame: FrameId, look: Look, scale: int) -> Future[Shown | None]:
        """The proxy on the screen; None where it turns out to be damaged."""
        return self._showing.submit(self._shown, frame, look, scale)

    def _shown(self, frame: FrameId, look: Look, scale: int) -> Shown | None:
        pack, fmt = self._packs.get(frame.reel), self._reels[frame.reel].format
        jpeg = pack.read(frame.index) if pack is not None else None
        if jpeg is None:
            return None
        return shown(jpeg, self._kinds[frame.reel], frame, look, scale, (fmt.width, fmt.height))

    def close(self) -> None:
        """Stop making (what is made stays) and end the threads."""
        with self._changed:
            self._closing = True
            self._changed.notify()
        self._thread.join()
        self._showing.shutdown(cancel_futures=True)
        for pack in self._packs.values():
            pack.close()

    # --- in the background -------------------------------------------------------------------------------

    def _run(self) -> None:
        for id in self._reels:
            if self._may_work():
                self._find_out(id)
        while self._may_work():
            run = self._next_run()
            if run is None:
                with self._changed:
                    if not self._closing:
                        self._changed.wait()
                continue
            self._make(*run)

    def _may_work(self) -> bool:
        """Wait for a time to work in; False when it is over."""
        with self._changed:
            self._changed.wait_for(lambda: self._closing or (self._enabled and not self._moving))
            return not self._closing

    def _tell(self, id: str, state: ProxyState) -> None:
        self._states[id] = state
        self._told()

    def _find_out(self, id: str) -> None:
        """Measure a reel, and open its pack where it needs one."""
        state, reel = self._states[id], self._reels[id]
        try:
            found = self._speed_of(id)
            needed = not found.keeps_up(self._rate)
            if needed:
                folder = self._folder / self._folder_name(id)
                pack = self._packs[id] = JpegPack(folder, reel.frame_count)
                (folder / "used").touch()
                state = replace(state, done=pack.done)
            self._tell(id, replace(state, speed=found, needed=needed))
        except (ReelmendError, OSError) as error:
            self._tell(id, replace(state, problem=str(error)))

    def _speed_of(self, id: str) -> speed.Speed:
        """As measured now, or before on this machine."""
        reel, path = self._reels[id], self._folder / "speeds.json"
        known: dict[str, list[float]] = {}
        with suppress(OSError, ValueError):
            known = dict(json.loads(path.read_text(encoding="utf-8")))
        with suppress(KeyError, TypeError, ValueError):
            reading, showing = known[reel.fingerprint]
            return speed.Speed(float(reading), float(showing))
        found = self._measure(reel, self._kinds[id].encoding)
        if not found.keeps_up(self._rate):
            # It may have been slow for something else that ran: what is kept for good is looked at twice.
            found = max(found, self._measure(reel, self._kinds[id].encoding), key=lambda speed: speed.rate)
        known[reel.fingerprint] = [found.reading, found.showing]
        self._folder.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(known), encoding="utf-8")
        return found

    def _folder_name(self, id: str) -> str:
        return f"{self._reels[id].fingerprint[:40]}-{_VERSION}-{self._kinds[id].name}"

    def _next_run(self) -> tuple[str, range] | None:
        """The next frames to make: from the playhead on, then from the reel's begin."""
        near = self._near
        reels = sorted(self._packs, key=lambda id: near is None or id != near.reel)
        for id in reels:
            if self._states[id].problem:
                continue
            missing = ~self._packs[id].has
            missing[list(self._unreadable[id])] = False
            start = near.index if near is not None and near.reel == id else 0
            places = np.flatnonzero(missing)
            if len(places):
                first = int(places[np.searchsorted(places, start) % len(places)])
                return id, range(first, min(first + _RUN, len(missing)))
        return None

    def _make(self, id: str, frames: range) -> None:
        state, pack = self._states[id], self._packs[id]
        try:
            if not self._make_room(id):
                self._tell(id, replace(state, problem="full"))
                return
            reader = open_reader(self._reels[id])
            try:
                for index in self._while_it_may(frames):
                    self._make_one(id, reader, index)
            finally:
                reader.close()
            self._tell(id, replace(state, done=pack.done))
        except (ReelmendError, OSError) as error:
            self._tell(id, replace(state, done=pack.done, problem=str(error)))

    def _make_one(self, id: str, reader: FrameReader, index: int) -> None:
        pack = self._packs[id]
        if pack.has[index] or index in self._unreadable[id]:
            return
        picture = reader.read(index)
        if reader.is_bad(index):
            self._unreadable[id].add(index)  # the real way says what is wrong with it
            return
        pack.append(index, packed(picture, self._kinds[id]))

    def _while_it_may(self, frames: range) -> Iterator[int]:
        for index in frames:
            if self._closing or self._moving or not self._enabled:
                return
            yield index

    def _make_room(self, id: str) -> bool:
        """Keep the byte limit: the proxies of other reels, the longest unused first, are thrown away."""
        while _size(self._folder) >= self._limit:
            ours = {self._folder_name(reel) for reel in self._packs}
            others = [folder for folder in self._folder.iterdir() if folder.is_dir() and folder.name not in ours]
            if not others:
                return False
            shutil.rmtree(min(others, key=_last_used), ignore_errors=True)
        return True


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def _last_used(folder: Path) -> float:
    used = folder / "used"
    return used.stat().st_mtime if used.exists() else 0.0
