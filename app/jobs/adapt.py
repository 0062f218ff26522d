"""Adapting the detector to one film: from the corrections of a project to weights of its own, and what they gain.

Nothing is changed: what comes back says what was reached, and `Adapted.command` takes it into use. Every third
corrected frame is held out and judged before and after; where there are few, each third in turn (Stone 1974), and
the weights handed back have seen all of them.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from app.document.commands import AddModel
from app.document.snapshot import Snapshot
from app.engine.engine import Engine
from app.engine.keys import key_of, library_versions
from app.engine.models import SHIPPED, weights_in_force
from app.engine.worker import Token
from app.errors import ProjectError, UsageError
from app.jobs.progress import Report, Reporter
from app.media.reel import FrameId
from app.training.adapting import Adapting, Judged, Planes, Tiles, fresh, seen, worn_anew
from app.training.corrections import chosen, corrected, corrected_frames, corrections_key
from app.training.shards import STEP
from app.training.trainer import Schedule, train
from operators.dirt import model

TASK = "dirt"
LEAST = 4
"""Corrected frames that are needed: fewer say too little of a film, and leave nothing to judge by."""

FEW = 12
"""Below this many, each third is held out in turn; from here on only one."""

FOLDS = 3
MINUTES = 6.0
"""Of training unless told, all folds together."""

RATE = 4e-4
STEPS = 600
"""Of each training at most: what a few frames can teach is learned by then."""

WORN = 32
"""Frames worn anew, about: several of each corrected frame where there are few."""

TILES = 800
"""Kept in memory for one training, about: half a gigabyte."""

FOLDER = "adapting"
_LOOKING_S = 4.0
"""A first guess of the seconds that a frame takes before any was measured."""


@dataclass(frozen=True, slots=True)
class Adapted:
    """What adapting came to.

    Attributes:
        weights: The new weights in the project's artefact store.
        base: SHA-256 of the weights they were begun from.
        frames: How many corrected frames were learned from.
        before, after: F1 of dirt on corrected frames that were not shown, at `threshold`.
        best_before, best_after: The same, each at the threshold best for it.
        threshold: The one in force in the project.
    """

    weights: str
    base: str
    frames: int
    before: float
    after: float
    best_before: float
    best_after: float
    threshold: float

    @property
    def better(self) -> bool:
        """True where it is worth taking into use."""
        return round(self.after, 3) > round(self.before, 3)

    def command(self) -> AddModel:
        """What takes the weights into use."""
        figures = {
            "F1 before": round(self.before, 4),
            "F1 after": round(self.after, 4),
            "best F1 before": round(self.best_before, 4),
            "best F1 after": round(self.best_after, 4),
            "threshold": self.threshold,
        }
        return AddModel(TASK, self.weights, self.base, self.frames, figures)


def adapt(
    engine: Engine,
    snapshot: Snapshot,
    reporter: Reporter,
    token: Token,
    *,
    minutes: float = MINUTES,
    base: str = SHIPPED,
) -> Adapted:
    """Learn from the corrections of a project; it goes on where an earlier call over the same ones stopped.

    Needs no right to write: artefacts and a folder beside them are all it makes. It begins with the shipped weights,
    also where the project has some of its own: those have seen the very corrections they would be judged by. `base`
    is the SHA-256 of others.

    Raises:
        UsageError: Fewer than `LEAST` frames were corrected, or they have no neighbours to compare with.
        ProjectError: The weights to begin with are missing.
        MediaError: A frame cannot be read.
        Cancelled: The token was cancelled.
    """
    frames = chosen(corrected_frames(engine, snapshot))
    if len(frames) < LEAST:
        raise UsageError(too_few(len(frames)))
    base, path = weights_in_force(TASK, snapshot, engine.project.artefacts, base)
    key = key_of(corrections_key(engine, snapshot, frames), base, minutes, STEPS, RATE, library_versions())
    folder = _folder_for(engine, key)
    start = model.load(path, torch.device("cpu")).state_dict()
    course = _Course(engine, snapshot, folder, start, minutes, reporter, token)
    return course.run(frames, base)


def too_few(count: int) -> str:
    """The sentence for too few corrected frames."""
    return (
        f"{count} corrected frames are too few to learn from, {LEAST} are needed: paint or erase on a frame, or "
        "accept or reject single repairs on it, and everything on it counts as looked through"
    )


def threshold_in_force(snapshot: Snapshot) -> float:
    """The threshold of dirt in the newest pass that asked the network, 0.5 where there is none."""
    for item in sorted(snapshot.passes.values(), key=lambda item: item.created, reverse=True):
        step = next((step for step in item.steps if step.operator == TASK), None)
        if item.active and step is not None and step.params.get("model"):
            return snapshot.threshold(item.id, None, step)
    return 0.5


def _folder_for(engine: Engine, key: str) -> Path:
    """Where this course works; what others left is cleared away."""
    place = engine.project.artefacts.root / FOLDER
    try:
        for other in place.glob("*"):
            if other.name != key:
                shutil.rmtree(other)
        folder = place / key
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ProjectError(f"{place} cannot be written: {error.strerror}") from error
    return folder


class _Course:
    def __init__(
        self,
        engine: Engine,
        snapshot: Snapshot,
        folder: Path,
        start: dict[str, Tensor],
        minutes: float,
        reporter: Reporter,
        token: Token,
    ) -> None:
        self._engine, self._snapshot, self._folder = engine, snapshot, folder
        self._start, self._token = start, token
        self._clock = _Clock(reporter, minutes)
        self._minutes = minutes

    def run(self, frames: Sequence[FrameId], base: str) -> Adapted:
        looked = self._look(frames)
        folds = FOLDS if len(looked) < FEW else 1
        trainings = folds + (folds > 1)
        self._clock.looked(trainings)
        before, after = Judged(), Judged()
        weights = self._start
        for fold in range(folds):
            held = range(fold, len(looked), FOLDS)
            shown = [place for place in range(len(looked)) if place not in held]
            weights = self._trained(f"fold-{fold}", [looked[place] for place in shown], trainings)
            for place in held:
                self._judge(before, after, weights, looked[place])
        if folds > 1:
            weights = self._trained("all", looked, trainings)
        hash = self._kept(weights)
        threshold = threshold_in_force(self._snapshot)
        shutil.rmtree(self._folder, ignore_errors=True)
        figures = (before.f1(threshold), after.f1(threshold), before.best_f1(), after.best_f1())
        return Adapted(hash, base, len(looked), *figures, threshold)

    def _look(self, frames: Sequence[FrameId]) -> list[Path]:
        """Files with each corrected frame as the network sees it, and worn anew; those made before stay."""
        often = max(1, min(4, WORN // len(frames)))
        looked = []
        for place, frame in enumerate(frames):
            self._token.wait_while_paused()
            self._clock.looking(place, len(frames))
            path = self._folder / f"{place:03d}.npz"
            if not path.exists():
                _write(path, self._seen(frame, often))
            if _count(path):
                looked.append(path)
        if len(looked) < LEAST:
            raise UsageError(too_few(len(looked)))
        return looked

    def _seen(self, frame: FrameId, often: int) -> list[Planes]:
        pictures = corrected(self._engine, self._snapshot, frame)
        whole = seen(pictures)
        if whole is None:
            return []
        found = [whole]
        for time_worn in range(often):
            self._token.wait_while_paused()
            another = worn_anew(pictures, 1000 * frame.index + time_worn)
            found += [] if another is None else [another]
        return found

    def _trained(self, name: str, shown: Sequence[Path], parts: int) -> dict[str, Tensor]:
        own, worn = Tiles(), Tiles()
        each = max(TILES // sum(_count(path) for path in shown), 4)
        for place, path in enumerate(shown):
            for number in range(_count(path)):
                (worn if number else own).add(_read(path, number), each, 100 * place + number)
        task = Adapting(own, worn, self._start, seed=1)
        schedule = Schedule(self._minutes / parts, rate=RATE, steps=STEPS, checked_every=STEPS + 1)
        told = self._clock.training()
        check = self._token.wait_while_paused
        network, _ = train(task, self._folder / name, schedule, self._engine.device, told, check, self._start)
        return {name: value.detach().cpu() for name, value in network.state_dict().items()}

    def _judge(self, before: Judged, after: Judged, weights: dict[str, Tensor], path: Path) -> None:
        frame = _read(path, 0)
        planes = frame.planes.astype(np.float32) * np.float32(STEP)
        device = self._engine.device
        for judged, used in ((before, self._start), (after, weights)):
            self._token.wait_while_paused()
            judged.add(model.answer(fresh(used).to(device), planes, device), frame.truth)

    def _kept(self, weights: dict[str, Tensor]) -> str:
        from safetensors.torch import save

        content = save({name: value.contiguous().clone() for name, value in weights.items()})
        return self._engine.project.artefacts.put(content, "weights")


def _write(path: Path, frames: Sequence[Planes]) -> None:
    """Keep what was made of a frame: as it came, then worn anew; nothing where it has no neighbour."""
    temporary = path.with_suffix(".part")
    parts: dict[str, Any] = {f"planes{number}": frame.planes for number, frame in enumerate(frames)}
    parts |= {f"truth{number}": frame.truth for number, frame in enumerate(frames)}
    with temporary.open("wb") as file:
        np.savez(file, count=np.array(len(frames)), **parts)
    temporary.replace(path)


def _count(path: Path) -> int:
    with np.load(path) as kept:
        return int(kept["count"])


def _read(path: Path, number: int) -> Planes:
    with np.load(path) as kept:
        return Planes(kept[f"planes{number}"], kept[f"truth{number}"])


class _Clock:
    """One reading for the whole: per mille of the time that looking and training are expected to take."""

    def __init__(self, reporter: Reporter, minutes: float) -> None:
        self._reporter = reporter
        self._training_s = 60.0 * minutes
        self._looking_s = _LOOKING_S
        self._started = time.monotonic()
        self._finished = 0.0
        self._part_s = 0.0

    def looking(self, done: int, total: int) -> None:
        """So many frames were looked at."""
        spent = time.monotonic() - self._started
        self._looking_s = spent / done * total if done else _LOOKING_S * total
        self._tell("Looking at corrected frames", spent)

    def looked(self, trainings: int) -> None:
        """All were."""
        self._finished = self._looking_s = time.monotonic() - self._started
        self._part_s = self._training_s / trainings

    def training(self) -> Callable[[int, float, float, float], None]:
        """One more training begins; what comes back hears of its steps."""
        begun = self._finished
        self._finished += self._part_s

        def told(step: int, loss: float, gone: float, seconds: float) -> None:
            # A training that is over by its steps is quicker than its minutes: the rest then falls away.
            self._tell("Learning", begun + min(gone, 1.0) * self._part_s)

        return told

    def _tell(self, task: str, spent: float) -> None:
        whole = self._looking_s + self._training_s
        done = min(round(1000 * spent / whole), 999)
        left = max(whole - spent, 0.0)
        self._reporter(Report(f"Adapting to this film, {task.lower()}", done, 1000, 0.0, left))
