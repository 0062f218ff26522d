"""The training loop: the same for every network; resumable, reproducible by seed, with a curve to look at."""

from __future__ import annotations

import json
import math
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import torch
from torch import Tensor, nn

from app.errors import ProjectError
from app.training import curve

CHECKPOINT = "checkpoint.pt"
WARM_STEPS = 50
DECAY_SHARE = 0.3
"""The last part of the time, over which the rate falls to a hundredth."""

AVERAGING = 0.999
"""What is kept is a running mean of the weights (Polyak and Juditsky 1992), steadier than the last step's."""


class Task(Protocol):
    """What is trained: a network, its batches by number, its loss, and figures on what was held out."""

    def network(self) -> nn.Module:
        """A fresh network; its weights depend on torch's seed alone."""

    def batch(self, step: int) -> tuple[Tensor, ...]:
        """The batch of a step: a pure function of it."""

    def loss(self, network: nn.Module, batch: tuple[Tensor, ...]) -> Tensor:
        """What is to be made small."""

    def figures(self, network: nn.Module) -> dict[str, float]:
        """How good the network is on what it was not shown."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long and how quickly.

    Attributes:
        minutes: Of training, all sessions together.
        rate: Of AdamW (Loshchilov and Hutter, ICLR 2019) at its highest.
        seed: Of weights; batches have their own.
        steps: At most so many; 0 for as many as the minutes hold.
        checked_every: Steps between figures.
    """

    minutes: float
    rate: float = 1.5e-3
    seed: int = 1
    steps: int = 0
    checked_every: int = 500


@dataclass(slots=True)
class _State:
    network: nn.Module
    mean: dict[str, Tensor]
    optimiser: torch.optim.Optimizer
    step: int = 0
    seconds: float = 0.0


Told = Callable[[int, float, float, float], None]
"""Hears after each step: its number, its loss, which part of the time is gone (0..1), seconds of training so far."""


def train(
    task: Task,
    folder: Path,
    schedule: Schedule,
    device: torch.device,
    told: Told = lambda step, loss, gone, seconds: None,
    check: Callable[[], None] = lambda: None,
    start: Mapping[str, Tensor] | None = None,
) -> tuple[nn.Module, dict[str, float]]:
    """Train until the time is up.

    Args:
        task: What.
        folder: Keeps `checkpoint.pt`, `losses.csv`, `figures.jsonl` and `curve.svg`; training goes on from there.
        schedule: How long.
        device: Where.
        told: Progress.
        check: Raises to stop; what was reached is kept in the folder.
        start: Weights to begin with, for fine-tuning.

    Returns:
        The network with the mean weights, and its last figures.

    Raises:
        ProjectError: The checkpoint is not this task's.
    """
    folder.mkdir(parents=True, exist_ok=True)
    state = _begun(task, folder, schedule, device, start)
    losses = curve.Losses(folder)
    try:
        _run(task, state, folder, schedule, device, losses, told, check)
    finally:
        losses.close()
        _keep(state, folder)
    state.network.load_state_dict(state.mean)
    figures = task.figures(state.network)
    _note(folder, state.step, figures)
    curve.draw(folder)
    return state.network, figures


def _run(
    task: Task,
    state: _State,
    folder: Path,
    schedule: Schedule,
    device: torch.device,
    losses: curve.Losses,
    told: Told,
    check: Callable[[], None],
) -> None:
    kept = time.monotonic()
    while not _over(state, schedule):
        check()
        started = time.monotonic()
        rate = schedule.rate * _share_of_rate(state, schedule)
        for group in state.optimiser.param_groups:
            group["lr"] = rate
        batch = tuple(part.to(device) for part in task.batch(state.step))
        loss = task.loss(state.network, batch)
        state.optimiser.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(state.network.parameters(), 1.0)
        state.optimiser.step()
        _average(state)
        state.step += 1
        state.seconds += time.monotonic() - started
        value = float(loss.detach())
        losses.add(state.step, value, rate)
        told(state.step, value, _gone(state, schedule), state.seconds)
        if state.step % schedule.checked_every == 0:
            _note(folder, state.step, _figures(task, state))
            curve.draw(folder)
        if time.monotonic() - kept > 120.0:
            _keep(state, folder)
            kept = time.monotonic()


def _begun(
    task: Task, folder: Path, schedule: Schedule, device: torch.device, start: Mapping[str, Tensor] | None
) -> _State:
    torch.manual_seed(schedule.seed)
    network = task.network()
    if start is not None:
        network.load_state_dict(dict(start))
    network = network.to(device)
    state = _State(network, {}, torch.optim.AdamW(network.parameters(), lr=schedule.rate, weight_decay=1e-4))
    path = folder / CHECKPOINT
    if path.exists():
        try:
            kept = torch.load(path, map_location=device, weights_only=True)
            network.load_state_dict(kept["network"])
            state.optimiser.load_state_dict(kept["optimiser"])
            state.mean, state.step, state.seconds = kept["mean"], kept["step"], kept["seconds"]
        except Exception as error:
            raise ProjectError(f"{path} is no checkpoint of this training: move it away to begin anew") from error
    else:
        state.mean = {name: value.detach().clone() for name, value in network.state_dict().items()}
    return state


def _average(state: _State) -> None:
    # A young mean follows quickly, or it would remember the random start for thousands of steps.
    keep = min(AVERAGING, (1.0 + state.step) / (10.0 + state.step))
    for name, value in state.network.state_dict().items():
        state.mean[name].lerp_(value.detach(), 1.0 - keep)


def _figures(task: Task, state: _State) -> dict[str, float]:
    own = {name: value.detach().clone() for name, value in state.network.state_dict().items()}
    state.network.load_state_dict(state.mean)
    figures = task.figures(state.network)
    state.network.load_state_dict(own)
    return figures


def _gone(state: _State, schedule: Schedule) -> float:
    of_time = state.seconds / (60.0 * schedule.minutes)
    of_steps = state.step / schedule.steps if schedule.steps else 0.0
    return max(of_time, of_steps)


def _over(state: _State, schedule: Schedule) -> bool:
    return _gone(state, schedule) >= 1.0


def _share_of_rate(state: _State, schedule: Schedule) -> float:
    """Up over the first steps, level, and down at the end: where the end is does not change how it begins."""
    warm = min((state.step + 1) / WARM_STEPS, 1.0)
    late = max((_gone(state, schedule) - (1.0 - DECAY_SHARE)) / DECAY_SHARE, 0.0)
    return warm * (0.01 + 0.99 * 0.5 * (1.0 + math.cos(math.pi * min(late, 1.0))))


def _keep(state: _State, folder: Path) -> None:
    path = folder / CHECKPOINT
    temporary = path.with_suffix(".part")
    content: dict[str, Any] = {
        "network": state.network.state_dict(),
        "optimiser": state.optimiser.state_dict(),
        "mean": state.mean,
        "step": state.step,
        "seconds": state.seconds,
    }
    torch.save(content, temporary)
    temporary.replace(path)


def _note(folder: Path, step: int, figures: Mapping[str, float]) -> None:
    with (folder / "figures.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps({"step": step, **figures}) + "\n")
