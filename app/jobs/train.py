"""Training a shipped network from beginning to end: material, samples, training, model and card."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

import torch

from app.errors import UsageError
from app.jobs.progress import Progress, Report, Reporter
from app.training import card, curve
from app.training.detection import Detection
from app.training.film_samples import film_samples
from app.training.shards import Shards, make_shards
from app.training.sources import Source, sources
from app.training.trainer import Schedule, train

HELD_OUT_PART = 10
"""For this many scenes one is made of held-out sources."""

LIMITS = (
    "Trained on made damage only. Dirt that stays in place for several frames (on the lens, in the gate), shots of "
    "one frame, and things of the scene that are seen on a single frame (rain, sparks, birds) are judged poorly. "
    "Alone it is less precise than the classical method on fast motion; both together are better than either."
)


@dataclass(frozen=True, slots=True)
class Bench:
    """Where a training works, from what, and how much: `scenes` of samples drawn from `seed` by `workers`."""

    folder: Path
    material: Sequence[Path]
    scenes: int
    seed: int
    workers: int


@dataclass(frozen=True, slots=True)
class Trained:
    """What came out: the weights' file, its hash, the curve, and figures on held-out sources."""

    path: Path
    sha256: str
    curve: Path
    figures: Mapping[str, float]


def train_detector(
    bench: Bench,
    schedule: Schedule,
    device: torch.device,
    reporter: Reporter,
    check: Callable[[], None] = lambda: None,
) -> Trained:
    """Train the detector of dirt and scratches; it goes on where an earlier call with the same bench stopped.

    Raises:
        UsageError: The material is too little.
        ProjectError: What an earlier call left cannot be read.
    """
    found = sources(*bench.material)
    shown = [source for source in found if not source.held_out]
    kept = [source for source in found if source.held_out]
    places = tuple(str(folder) for folder in bench.material)
    if not shown or not kept:
        raise UsageError(
            f"{len(found)} listed clips and photographs were found in {', '.join(places) or 'no folder'}: "
            "resources/training/TRAINING_DATA.md tells how to get more"
        )
    samples = []
    for name, count in (("train", bench.scenes), ("held_out", max(bench.scenes // HELD_OUT_PART, 1))):
        folder = bench.folder / f"samples-{bench.seed}" / name
        make = partial(film_samples, seed=bench.seed, folders=places, held_out=name == "held_out")
        progress = _Counted(f"Making samples ({name.replace('_', ' ')})", reporter)

        def told(ready: int, total: int, progress: _Counted = progress) -> None:
            check()
            progress.at(ready, total)

        make_shards(folder, count, make, bench.workers, told)
        samples.append(Shards(folder, range(count)))
    work = bench.folder / "work"
    steps = _Steps(reporter)
    network, figures = train(Detection(samples[0], samples[1], bench.seed), work, schedule, device, steps.told, check)
    path = bench.folder / "dirt.safetensors"
    digest = card.write_model(path, network, _card(bench, schedule, steps.last, shown, kept, network, figures))
    return Trained(path, digest, work / curve.DRAWING, figures)


def _card(
    bench: Bench,
    schedule: Schedule,
    steps: int,
    shown: Sequence[Source],
    kept: Sequence[Source],
    network: torch.nn.Module,
    figures: Mapping[str, float],
) -> card.Card:
    return card.Card(
        task="Tells dirt, dust and hairs from film, and line scratches from both, pixel by pixel, on five frames.",
        architecture="U-Net with folded pixels on motion-compensated differences (operators/dirt/network.py)",
        parameters=sum(value.numel() for value in network.parameters()),
        command=f"reelmend train dirt FOLDER --material MATERIAL --scenes {bench.scenes} "
        f"--minutes {schedule.minutes:g} --seed {bench.seed}",
        seed=bench.seed,
        steps=steps,
        data=[_told(source) for source in shown],
        held_out=[source.name for source in kept],
        figures=figures,
        limits=LIMITS,
        date=date.today().isoformat(),
        more={"torch": torch.__version__.split("+")[0]},
    )


def _told(source: Source) -> dict[str, str]:
    return {
        "name": source.name,
        "licence": source.licence,
        "author": source.author,
        "package": source.package,
        "sha256": source.sha256,
    }


class _Counted:
    """A count that is told as a whole, as the progress of a job."""

    def __init__(self, task: str, reporter: Reporter) -> None:
        self._task, self._reporter = task, reporter
        self._progress: Progress | None = None
        self._done = 0

    def at(self, done: int, total: int) -> None:
        """So far, of so many."""
        if self._progress is None:
            self._progress = Progress(self._task, total, self._reporter, done)
        else:
            self._progress.advance(done - self._done)
        self._done = done


class _Steps:
    """The steps of training as the progress of a job; how many there will be follows from the time they take."""

    def __init__(self, reporter: Reporter) -> None:
        self._reporter = reporter
        self.last = 0

    def told(self, step: int, loss: float, gone: float, seconds: float) -> None:
        """After each step."""
        self.last = step
        total = max(round(step / max(gone, 1e-6)), step)
        rate = step / max(seconds, 1e-6)
        task = f"Training (loss {loss:.3f})"
        self._reporter(Report(task, step, total, rate, (total - step) / max(rate, 1e-6)))
