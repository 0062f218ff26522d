"""A film of any size that no file stands behind, for tests and for the bench."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from types import SimpleNamespace
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, Signal

from app.document.density import Density
from app.document.model import Pass, PassStep, Programme, ProgrammeItem, ReelRef, Shot, Transition
from app.document.snapshot import Slot, Snapshot
from app.media.reel import FrameId
from app.playback.film import Film
from widgets.desk import Desk
from widgets.timeline.thumbnail_maker import Bytes, Deliver


def made_up_snapshot(shots: int, frames: int, reels: int = 1, *, seed: int = 1, passed: bool = True) -> Snapshot:
    """So many shots of random lengths over so many frames, spread over reels, with a dissolve at every tenth cut."""
    chance = np.random.default_rng(seed)
    slots: dict[Slot, Any] = {}
    items = []
    for number in range(reels):
        id, count = f"reel{number}", frames // reels
        path = f"scans/reel_{number + 1}/reel_{number + 1}.%06d.dpx"
        slots["reel", id] = ReelRef(id, path, "-", "sequence", count, Fraction(24), 2048, 1556, "log")
        cuts = np.sort(chance.choice(np.arange(1, count), max(shots // reels - 1, 0), replace=False)).tolist()
        for place, (start, end) in enumerate(zip([0, *cuts], [*cuts, count], strict=True)):
            slots["shot", f"{id}s{place}"] = Shot(f"{id}s{place}", id, start, end)
        dissolves = [Transition(id, max(cut - 6, 0), min(cut + 6, count)) for cut in cuts[4::10]]
        slots["transitions", id] = tuple(dissolves) or None
        items.append(ProgrammeItem(id, 0, count))
        if passed:
            slots["pass", f"pass{number}"] = Pass(
                f"pass{number}", "dirt", (), (PassStep("dirt", 1, defect="dirt"),), ranges=((id, 0, count),)
            )
    slots["programme",] = Programme(tuple(items))
    return Snapshot().with_slots(slots, 1, "made up")


def made_up_density(snapshot: Snapshot, detections: int, *, seed: int = 2) -> dict[str, Density]:
    """So many detections, thick in some places and thin in others; a third of them accepted."""
    chance = np.random.default_rng(seed)
    found = {}
    for id, reel in snapshot.reels.items():
        share = detections // len(snapshot.reels)
        places = np.arange(reel.frame_count)
        weight = (1.05 + np.sin(places / (reel.frame_count / 23 + 1)) * np.sin(places / 997)) * chance.random(
            places.size
        )
        counts = np.floor(weight / weight.sum() * share + chance.random(places.size)).astype(np.int64)
        frames = np.flatnonzero(counts)
        accepted = chance.binomial(counts[frames], 1 / 3)
        found[id] = Density(frames, accepted, accepted * 40, counts[frames] - accepted)
    return found


class NoDisk:
    """A maker of thumbnails that paints a number's grey, at once."""

    def make(self, frame: FrameId, snapshot: Snapshot, height: int, deliver: Deliver) -> None:
        """See `Maker`."""
        deliver(frame, picture_of(frame, height))

    def close(self, *, wait: bool = False) -> None:
        """See `Maker`."""


def picture_of(frame: FrameId, height: int) -> Bytes:
    """A soft gradient whose tone tells the frame's place, `(height, width, 4)`."""
    width = height * 4 // 3
    across, down = np.linspace(0, 1, width), np.linspace(0, 1, height)[:, None]
    tone = 40 + 90 * (0.5 + 0.5 * np.sin(frame.index / 40)) * (0.4 + 0.6 * across) + 60 * (1 - down)
    picture = np.repeat(np.clip(tone, 0, 255).astype(np.uint8)[:, :, None], 4, axis=2)
    return np.ascontiguousarray(picture)


class MadeUpBridge(QObject):
    """What the timeline asks of a bridge, answered at once and without a project."""

    changed = Signal(object)
    reloaded = Signal()
    stocked = Signal()

    def __init__(self, snapshot: Snapshot, detections: int = 0) -> None:
        super().__init__()
        self.readonly = False
        self.dispatched: list[object] = []
        densities = made_up_density(snapshot, detections) if detections and snapshot.reels else {}
        self.project = SimpleNamespace(density=lambda state, reel: densities[reel] if densities else NOTHING)
        self.inbox = SimpleNamespace(post=lambda call: call())
        self.jobs = _Jobs(self)
        self.supply = SimpleNamespace(spans=lambda look: ())
        self.pictures = SimpleNamespace(supply=self.supply, stocked=self.stocked)
        self.show(snapshot)

    def show(self, snapshot: Snapshot) -> None:
        """Have another project."""
        self.snapshot = snapshot
        self.film = Film.of(snapshot)

    def dispatch(self, command: object) -> None:
        """Note a command."""
        self.dispatched.append(command)

    def ask(
        self,
        owner: QObject,
        key: str,
        question: Callable[[], object],
        answer: Callable[[Any], object],
        *,
        long: bool = False,
    ) -> None:
        """Answer at once."""
        answer(question())


class _Jobs(QObject):
    changed = Signal(object)
    listed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.active: tuple[object, ...] = ()


NOTHING = Density(*(np.empty(0, np.int64) for _ in range(4)))


def made_up_context(snapshot: Snapshot, commands: Any, settings: Any, detections: int = 0) -> Any:
    """A context for `Timeline` that needs no project."""
    bridge = MadeUpBridge(snapshot, detections)
    desk = Desk(bridge)
    desk.set_length(bridge.film.length)
    return SimpleNamespace(bridge=bridge, desk=desk, commands=commands, settings=settings)
