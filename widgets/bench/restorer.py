"""`reelmend bench restorer`: a scripted restorer goes through a pass by real keys, on a reel whose truth is known."""

from __future__ import annotations

import shutil
import statistics
import tempfile
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any

import cv2
import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.benches.keystrokes import KEY_S, LOOK_S, PEER_S, SHIFT_H, WATCH_S, Judged, affordable, ways
from app.document.candidates import JUDGED_REJECT, Wanted, listed
from app.document.patches import read_patch
from app.engine.look import Look, Shown
from app.engine.recipe import find_recipe
from app.engine.request import Stage as PictureStage
from app.engine.worker import Token
from app.errors import UsageError
from app.jobs.demo_reel import DemoSpec, make_demo_reel
from app.jobs.progress import silent
from app.session import Session
from widgets.bench.answers import in_ms, to_picture
from widgets.bench.probe import StallProbe
from widgets.bench.stage import Stage
from widgets.context import Context
from widgets.main_window.opening import Choices, open_project
from widgets.triage.panel import TriagePanel
from widgets.triage.room import Room

DECISIONS = 60
DAMAGED = 0.3
"""A candidate is damage where so much of its mask is."""
ALIKE = 0.2
"""Probabilities of candidates that are like one another lie in one band of this width."""
SMALLEST = 4
"""Pixels: what is smaller a restorer does not see."""
Mask = np.ndarray[Any, np.dtype[np.bool_]]


def measure(options: Any) -> dict[str, Any]:
    """Work at `options.frames` decisions; `options.sets` may name a demo reel with its project."""
    with tempfile.TemporaryDirectory(prefix="reelmend-bench-") as temporary:
        folder = Path(temporary)
        reel = _reel(folder, options.sets)
        stage = Stage(folder)
        truth = Truth(reel / "truth")
        stage.shell.show_welcome()
        stage.shell.adopt(open_project(folder / "film.reelmend", False, Choices.of(stage.shell.settings)))
        stage.window.showNormal()
        stage.window.resize(1920, 1080)
        stage.window.reset_layout()
        stage.wait(2.0)
        data = _measured(stage, truth, options.frames or DECISIONS)
        stage.close()
        stage.shell.quit()
    return data


def _reel(folder: Path, sets: Sequence[Path]) -> Path:
    """A demo reel, and a copy of a project over it in `folder` that a pass has been over."""
    if len(sets) > 1:
        raise UsageError("name one folder that `reelmend demo-reel` has made: --sets FOLDER")
    reel = sets[0].absolute() if sets else folder / "reel"
    if not sets:
        make_demo_reel(reel, DemoSpec(seconds=2.0), silent, Token())
    elif not (reel / "truth" / "truth.json").is_file():
        raise UsageError(f"{reel} is no folder that `reelmend demo-reel` has made: it has no truth/truth.json")
    project, kept = folder / "film.reelmend", reel / "film.reelmend"
    (folder / "scan").symlink_to(reel / "scan")
    if kept.is_file():
        shutil.copy(kept, project)
        shutil.copytree(kept.with_suffix(".artefacts"), project.with_suffix(".artefacts"))
    else:
        with Session.create(project, [folder / "scan"]) as session:
            session.find_shots()
            session.run(find_recipe("standard"))
    return reel


class Truth:
    """Where a demo reel is damaged."""

    def __init__(self, folder: Path) -> None:
        self._folders = (folder / "mask_dirt", folder / "mask_scratch")

    def mask(self, frame: int) -> Mask:
        """Dirt and scratches of a frame."""
        found = [cv2.imread(str(folder / f"{frame:06d}.png"), cv2.IMREAD_GRAYSCALE) for folder in self._folders]
        return np.logical_or(*(np.asarray(mask) > 127 for mask in found))


def _measured(stage: Stage, truth: Truth, decisions: int) -> dict[str, Any]:
    context = stage.shell.context
    assert context is not None
    panel = stage.window.panels.docks["triage"][1]
    assert isinstance(panel, TriagePanel)
    context.desk.set_compare(mode="single", b=Look(PictureStage.REPAIR))
    judged, damage = _judged(context, truth)
    stage.window.show_panel("triage")
    room = panel.room
    room.choose(scope="film", shown="risky", order="risk")
    stage.until(lambda: not room.listed.busy and len(room.listed) > 0)
    probe = StallProbe()
    probe.start()
    times = _go_through(stage, room, damage, decisions)
    stalls = probe.stop()
    answer_s = statistics.median(times)
    measured = room.pace.measured
    return {
        "candidates": len(judged.risk),
        "frames": judged.frames,
        "verdicts of the machine that are wrong": round(float(judged.wrong.mean()), 3),
        "triage by real keys": {
            "decisions": measured.decisions,
            "candidates judged by them": measured.candidates,
            "keys": measured.keys,
            "keys a decision": round(measured.keys_a_decision or 0.0, 3),
            "key to the next candidate painted": in_ms(times),
            "rejected, to changed pixels on the same frame": in_ms(_rejected(stage, room)),
            "event loop meanwhile": stalls,
        },
        "stated": {
            "looking at a candidate in motion, s": LOOK_S,
            "a keystroke, s": KEY_S,
            "a frame watched, s": round(WATCH_S, 3),
            "today's tools, s a frame": PEER_S,
            "today's tools, frames an hour": round(3600 / PEER_S),
            "frames in a shift of eight hours": round(SHIFT_H * 3600 / PEER_S),
            "decisions a frame at which both take as long": round(affordable(answer_s), 2),
        },
        "ways of working, by keystroke-level model": {name: cost.figures() for name, cost in ways(judged, answer_s)},
    }


# --- the truth of it -----------------------------------------------------------------------------------------------


def _judged(context: Context, truth: Truth) -> tuple[Judged, dict[str, bool]]:
    """Every candidate of the pass with its truth; and which are damage, by id."""
    project, snapshot = context.bridge.project, context.bridge.snapshot
    columns: list[tuple[bool, bool, int, int, int]] = []
    tracks: dict[str, int] = {"": 0}
    groups: dict[object, int] = {}
    ids: list[str] = []
    missed = frames = 0
    for span in context.bridge.film.spans:
        for frame in range(span.start, span.end):
            mask = truth.mask(frame)
            covered = np.zeros_like(mask)
            frames += 1
            for repair in project.detections_of(snapshot, span.reel, frame):
                patch = read_patch(project.artefacts, repair.pack, repair.offset, repair.length).mask
                part = (slice(repair.y0, repair.y1), slice(repair.x0, repair.x1))
                covered[part] |= patch
                damage = bool((mask[part] & patch).sum() >= DAMAGED * patch.sum())
                track = tracks.setdefault(repair.track, len(tracks))
                shot = snapshot.shot_at(span.reel, frame).id
                alike = (shot, repair.defect, repair.risk, int(repair.probability / ALIKE))
                group = groups.setdefault(alike, len(groups))
                columns.append((damage, repair.accepted, repair.risk, track, group))
                ids.append(repair.id)
            missed += _missed(mask, covered)
    damages, mended, *numbers = (np.array(column) for column in zip(*columns, strict=True))
    risk, tracked, grouped = (column.astype(np.int64) for column in numbers)
    judged = Judged(damages, mended, risk, tracked, grouped, _ranks(context, ids), frames, missed)
    return judged, dict(zip(ids, damages.tolist(), strict=True))


def _ranks(context: Context, ids: Sequence[str]) -> np.ndarray[Any, np.dtype[np.int64]]:
    """Where each would come in the list, the riskiest first."""
    project, snapshot = context.bridge.project, context.bridge.snapshot
    whole = project.ask(snapshot, lambda sql, live: listed(sql, live, snapshot.seq, Wanted()))
    order = {id: place for place, id in enumerate(whole.candidates.ids(range(len(whole.candidates))))}
    return np.array([order[id] for id in ids], np.int64)


def _missed(mask: Mask, covered: Mask) -> int:
    """Damaged places of some size of which nothing was found."""
    count, labels = cv2.connectedComponents(mask.astype(np.uint8))
    sizes = np.bincount(labels.ravel(), minlength=count)[1:]
    found = np.bincount(labels[covered].ravel(), minlength=count)[1:]
    return int(((sizes >= SMALLEST) & (found == 0)).sum())


# --- the keys ------------------------------------------------------------------------------------------------------


def press(key: Qt.Key) -> None:
    """A key pressed wherever the focus is."""
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key)


def _go_through(stage: Stage, room: Room, damage: Mapping[str, bool], decisions: int) -> list[float]:
    """A key for each candidate, as the truth has it; seconds until the next one is on the screen."""
    surface = stage.viewer.surface
    room.go_on()
    stage.until(lambda: room.stands)
    stage.wait(1.0)
    times = []
    for _ in range(decisions):
        row, place = room.current, room.place
        assert row is not None and place is not None
        stage.wait(LOOK_S)  # as a person would look; meanwhile the next frame is made
        began = perf_counter()
        press(Qt.Key.Key_A if damage[row.repair.id] else Qt.Key.Key_R)
        stage.until(lambda place=place: room.stands and room.place != place)  # type: ignore[misc]
        stage.until(lambda: surface.feed.is_current(surface.main_pane))
        surface.repaint()
        times.append(perf_counter() - began)
    return times


def _rejected(stage: Stage, room: Room) -> list[float]:
    """Repairs in force rejected while their frame is looked at: until its pixels are others."""
    room.choose(scope="frame", shown="accepted", order="size")
    stage.until(lambda: not room.listed.busy and len(room.listed) > 1)
    stage.wait(1.0)
    times = []
    surface = stage.viewer.surface
    for place in range(min(len(room.listed) - 1, 11)):
        room.go(place)
        stage.until(lambda: room.stands)
        stage.wait(0.4)
        if int(room.listed.states[place]) == JUDGED_REJECT:
            continue
        before = surface.feed.shown[surface.main_pane]
        times.append(to_picture(stage, partial(press, Qt.Key.Key_R), partial(_differs, before)))
    return times


def _differs(before: Shown, shown: Shown) -> bool:
    return shown.pixels is not before.pixels
