"""The rounds: half the time in one open project, half with the project closed and opened again after each."""

from __future__ import annotations

import faulthandler
import shutil
import sys
import tempfile
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from time import perf_counter
from types import TracebackType
from typing import Any

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from app.document.commands import SplitShot
from app.engine.recipe import find_recipe
from app.engine.worker import Token
from app.jobs.demo_reel import DemoSpec, make_demo_reel
from app.jobs.progress import silent
from app.session import Session
from widgets.bench.soak.counts import COLD, GROWING, LIMITS, WARM, take
from widgets.bench.soak.drift import FEWEST, rising
from widgets.bench.soak.restorer import ACTS, PASSED, Restorer
from widgets.bench.stage import Stage

MINUTES = 60.0
MEMORY = 64 * 2**20
"""Bytes of the caches: little, so that they are full after a few rounds."""
NOT_OURS = "This plugin does not support "
"""Begin of what Qt's platform off the screen says of dialogs of fixed size and of menus; no other says so."""
CURVE = 40
"""Points a curve is told with."""

JOBS, JOBS_EVERY = "work_of_machines", 3
"""An act that is not part of every round: what begins other processes takes far longer than all the rest."""

Series = dict[str, list[float]]
Extra = Callable[[Restorer], None]


def measure(options: Any) -> dict[str, Any]:
    """`options.frames` is minutes here."""
    return soak(60.0 * float(options.frames or MINUTES))


def soak(
    seconds: float,
    extra: Extra | None = None,
    *,
    apart: bool = True,
    acts: tuple[Sequence[str], Sequence[str]] = (ACTS, ACTS),
) -> dict[str, Any]:
    """Work for so long and tell the curves, what was not flat and what went wrong.

    Args:
        seconds: for all rounds together; of each kind at least `FEWEST` are made.
        extra: called in every round. A test leaks something there, to see it found.
        apart: False to make passes and exports in this process, which is soon done.
        acts: of a round in one open project, and of one that closes it and opens it again.
    """
    problems: list[str] = []
    with tempfile.TemporaryDirectory(prefix="reelmend-bench-") as temporary:
        folder = Path(temporary)
        stage = Stage(folder)
        stage.shell.settings.memory = MEMORY
        _listen(problems)
        master = _project(folder)
        stage.shell.show_welcome()
        restorer = Restorer(stage, apart=apart)
        stage.shell.opened.connect(lambda: _listen_to(stage, problems))
        began = perf_counter()
        kept: Series = {}
        again: Series = {}
        try:
            _in_one_project(kept, restorer, master, began + seconds / 2, acts[0], extra)
            _again_and_again(again, restorer, master, began + seconds, acts[1], extra)
        except TimeoutError as error:
            # What was measured until then still tells something, and where every thread stands tells why.
            problems.append(f"{error}, after {(perf_counter() - began) / 60:.1f} min")
            faulthandler.dump_traceback(all_threads=True)
        stage.shell.quit()
        qInstallMessageHandler(None)
    rows = {"in one project": kept, "closed and opened again": again}
    limits = {
        name: allowed if len(rows[name].get("widgets", ())) >= WARM else allowed | COLD
        for name, allowed in (("in one project", GROWING), ("closed and opened again", LIMITS))
    }
    return {
        "minutes": round((perf_counter() - began) / 60, 1),
        "rounds": {name: len(series.get("widgets", ())) for name, series in rows.items()},
        "not flat": {name: rising(series, limits[name]) for name, series in rows.items()},
        "problems": problems,
        "curves": {name: _thinned(series) for name, series in rows.items()},
    }


def _in_one_project(
    series: Series, restorer: Restorer, master: Path, until: float, acts: Sequence[str], extra: Extra | None
) -> None:
    restorer.open(_fresh(master))
    number = 0
    while number < FEWEST or perf_counter() < until:
        _round(restorer, number, acts, extra)
        _add(series, take())
        number += 1
    restorer.close()


def _again_and_again(
    series: Series, restorer: Restorer, master: Path, until: float, acts: Sequence[str], extra: Extra | None
) -> None:
    number = 0
    while number < FEWEST or perf_counter() < until:
        restorer.open(_fresh(master))
        _round(restorer, number, acts, extra)
        restorer.close()
        _add(series, take())
        number += 1


def _round(restorer: Restorer, number: int, acts: Sequence[str], extra: Extra | None) -> None:
    restorer.round([act for act in acts if act != JOBS or number % JOBS_EVERY == 0])
    if extra is not None:
        extra(restorer)


# --- material ------------------------------------------------------------------------------------------------


def _project(folder: Path) -> Path:
    """A restored project of two shots over two seconds of a small damaged reel."""
    make_demo_reel(folder / "reel", DemoSpec(seconds=2.0, width=160, height=120, seed=5), silent, Token())
    path = folder / "master" / "film.reelmend"
    path.parent.mkdir()
    with Session.create(path, [folder / "reel" / "scan"]) as session:
        session.project.dispatch(SplitShot(session.snapshot.shots[0].id, PASSED)).wait()
        session.run(find_recipe("standard"), "1", workers=0)
    return path


def _fresh(master: Path) -> Path:
    """The project as it was at first, always under the same name."""
    folder = master.parent.with_name("work")
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(master.parent, folder)
    return folder / master.name


# --- what goes wrong -----------------------------------------------------------------------------------------


def _listen(problems: list[str]) -> None:
    """Every message of Qt and every error that nobody caught, in whatever thread."""

    def said(kind: QtMsgType, where: QMessageLogContext, text: str) -> None:
        if NOT_OURS not in text:
            problems.append(f"Qt: {text}")

    def uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        problems.append(f"{kind.__name__}: {error}")
        sys.__excepthook__(kind, error, trace)

    def in_thread(told: threading.ExceptHookArgs) -> None:
        uncaught(told.exc_type, told.exc_value or told.exc_type(), told.exc_traceback)

    def in_finaliser(told: sys.UnraisableHookArgs) -> None:
        uncaught(told.exc_type, told.exc_value or told.exc_type(), told.exc_traceback)

    qInstallMessageHandler(said)
    sys.excepthook = uncaught
    threading.excepthook = in_thread
    sys.unraisablehook = in_finaliser


def _listen_to(stage: Stage, problems: list[str]) -> None:
    """What the window tells a person went wrong; once a bridge, though the window is built anew on it."""
    bridge = stage.shell.bridge
    if bridge is not None and bridge.property("listened") is None:
        bridge.setProperty("listened", True)
        bridge.failed.connect(lambda headline, sentence: problems.append(f"{headline}. {sentence}"))


# --- series --------------------------------------------------------------------------------------------------


def _add(series: Series, counts: Mapping[str, float]) -> None:
    for name, value in counts.items():
        series.setdefault(name, []).append(value)


def _thinned(series: Series) -> Series:
    return {name: values[:: -(-len(values) // CURVE)] for name, values in series.items()}
