"""A project as a viewer sees it, made of synthetic pictures: no files, no threads but those asked for."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import cv2
import numpy as np
from PySide6.QtCore import QObject, Signal

from app.document.model import Programme, ProgrammeItem, ReelRef, Shot
from app.document.patches import Patch, PatchPack
from app.document.repair import Repair
from app.document.snapshot import Snapshot
from app.engine.look import Sample, Shown
from app.engine.request import Stage
from app.media.picture import PictureFormat
from app.media.reel import FrameId, Reel
from app.playback.film import Film
from widgets.bridge.pictures import Arrived
from widgets.commands import CommandTable
from widgets.context import Context
from widgets.desk import Desk

RED, GREEN, BLUE, GREY = (200, 30, 30), (30, 180, 40), (30, 60, 200), (90, 90, 90)
COLOURS = {Stage.SOURCE: RED, Stage.REPAIR: GREEN, Stage.CLEAN: BLUE, Stage.GRADE: GREY, Stage.DELIVER: GREY}


def flat(stage: Stage, index: int, width: int, height: int) -> np.ndarray[Any, Any]:
    """One colour for each stage: what is where can be told from any pixel."""
    red, green, blue = COLOURS[stage]
    pixels = np.empty((height, width, 4), np.uint8)
    pixels[:] = (blue, green, red, 255)
    return pixels


def repair(index: int, box: tuple[int, int, int, int], **changes: Any) -> Repair:
    """A detection of dirt, accepted at probability 0.9 over a threshold of 0.5 unless said otherwise."""
    x0, y0, x1, y1 = box
    made = Repair(
        f"{index:032x}", 3, "pass", "reel", 0, "dirt", "dirt", x0, y0, x1, y1, (x1 - x0) * (y1 - y0),
        0.9, "", "", 0, 0, "", 0.5, True,
    )  # fmt: skip
    return replace(made, **changes)


@dataclass
class FakeArtefacts:
    """Patches by offset in one pack."""

    data: bytearray = field(default_factory=bytearray)

    def read(self, hash: str, offset: int, length: int) -> bytes:
        return bytes(self.data[offset : offset + length])


class FakeProject:
    """Detections by frame, with baked masks where they are given."""

    def __init__(self) -> None:
        self.found: dict[int, list[Repair]] = {}
        self.artefacts = FakeArtefacts()
        self.asked: list[int] = []
        self._pack = PatchPack()

    def add(self, made: Repair, mask: np.ndarray[Any, Any] | None = None) -> Repair:
        if mask is not None:
            patch = Patch(made.x0, made.y0, mask, (np.zeros(int(mask.sum()), np.uint8),))
            offset, length = self._pack.add(made.frame, patch)
            self.artefacts.data = bytearray(b"".join(self._pack._pack.pieces()))
            made = replace(made, pack="pack", offset=offset, length=length)
        self.found.setdefault(made.frame, []).append(made)
        return made

    def detections_of(self, snapshot: Snapshot, reel: str, frame: int) -> tuple[Repair, ...]:
        self.asked.append(frame)
        return tuple(self.found.get(frame, ()))

    def snapshot_at(self, at: int) -> Snapshot:
        return replace(SNAPSHOTS[0], seq=at)


SNAPSHOTS: list[Snapshot] = []


class FakePictures(QObject):
    """Makes pictures at once (`ready`) or keeps wishes until `deliver`."""

    arrived = Signal(object)
    failed = Signal(str, int, str)

    def __init__(self, bridge: FakeBridge) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self.paint = flat
        self.ready = True
        self.traits: dict[str, bool] = {}
        self.wishes: list[tuple[str, int, Any, int]] = []
        self._made: dict[Any, Shown] = {}

    def want(self, pane: str, position: int, look: Any, scale: int = 1) -> Shown | None:
        self.wishes.append((pane, position, look, scale))
        return self.make(position, look, scale) if self.ready else None

    def forget(self, pane: str) -> None:
        self.wishes = [wish for wish in self.wishes if wish[0] != pane]

    def make(self, position: int, look: Any, scale: int = 1) -> Shown:
        frame = self._bridge.film.frame(position)
        fmt = self._bridge.session.engine.reels[frame.reel].format
        key = (frame, look, scale, tuple(self.traits.items()))
        if key not in self._made:
            pixels = self.paint(look.stage, frame.index, fmt.width, fmt.height)
            if scale > 1:
                size = (-(-fmt.width // scale), -(-fmt.height // scale))
                pixels = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)
            self._made[key] = Shown(frame, look, pixels, scale, fmt.width, fmt.height, **self.traits)
        return self._made[key]

    def deliver(self) -> None:
        """Answer the wishes that wait, oldest first."""
        wishes, self.wishes = self.wishes, []
        for pane, position, look, scale in wishes:
            self.arrived.emit(Arrived(pane, position, look, self.make(position, look, scale)))


class FakeBridge(QObject):
    """Answers questions at once, or on `answer` where `patient`."""

    changed = Signal(object)
    reloaded = Signal()
    failed = Signal(str, str)

    def __init__(self, width: int = 64, height: int = 48, frames: int = 20, aspect: Fraction = Fraction(1)) -> None:
        super().__init__()
        fmt = PictureFormat(width, height, ("R", "G", "B"), "rgb", "uint16", 10, "rec709", pixel_aspect=aspect)
        reel = Reel(
            Path("reel.%06d.dpx"), "sequence", frames, Fraction(24), fmt, "dpx", "dpx", "fp", "said so",
            start_timecode="01:00:00:00",
        )  # fmt: skip
        ref = ReelRef("reel", "reel", "fp", "sequence", frames, Fraction(24), width, height, "rec709")
        slots = {("reel", "reel"): ref, ("shot", "shot"): Shot("shot", "reel", 0, frames)}
        if frames:
            slots[("programme",)] = Programme((ProgrammeItem("reel", 0, frames),))
        self.snapshot = Snapshot().with_slots(slots, 3, "entry")
        SNAPSHOTS[:] = [self.snapshot]
        self.film = Film.of(self.snapshot)
        self.project = FakeProject()
        self.session = SimpleNamespace(
            engine=SimpleNamespace(reels={"reel": reel}, sample=self.sample), project=self.project
        )
        self.pictures = FakePictures(self)
        self.patient = False
        self.readonly = False
        self.questions: list[Any] = []
        self.dispatched: list[Any] = []

    def sample(self, frame: FrameId, look: Any, x: int, y: int) -> Sample:
        red, green, blue = COLOURS[look.stage]
        return Sample((("R", red * 4), ("G", green * 4), ("B", blue * 4)), 10, (red, green, blue))

    def ask(self, owner: QObject, key: str, question: Any, answer: Any) -> None:
        if self.patient:
            self.questions.append((question, answer))
        else:
            answer(question())

    compute = ask

    def answer(self) -> None:
        """Answer what was asked."""
        asked, self.questions = self.questions, []
        for question, answer in asked:
            answer(question())

    def dispatch(self, command: Any) -> None:
        self.dispatched.append(command)

    def edit(self, repairs: bool = True) -> None:
        """Tell of an edit that touched repairs."""
        self.snapshot = self.snapshot.with_slots({}, self.snapshot.seq + 1, "next", repairs=repairs)
        SNAPSHOTS[:] = [self.snapshot]
        self.changed.emit(None)


def make_context(settings: Any, bridge: FakeBridge) -> Context:
    """A context on a fake bridge."""
    desk = Desk()
    desk.set_length(bridge.film.length)
    return Context(bridge, desk, CommandTable(settings), settings)  # type: ignore[arg-type]
