"""The infrared channel in the dialog that asks for a pass: measured first, and a pass waits for what was found."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.engine.recipe import find_recipe
from tests.jobs.making import FRAMES, HEIGHT, WIDTH
from widgets.context import Context
from widgets.jobs.infrared_box import InfraredBox
from widgets.jobs.pass_dialog import PassDialog


@pytest.fixture
def box(context: Context, qtbot: QtBot) -> InfraredBox:
    made = InfraredBox(context)
    qtbot.addWidget(made)
    made.look_at(context.bridge.snapshot.shots)
    return made


def channel(folder: Path, *, busy: bool) -> Path:
    """Infrared pictures of the scan: a quiet channel with the blot that the scan has, or one busier than the scan."""
    folder.mkdir()
    dice = np.random.default_rng(1)
    for number in range(FRAMES):
        plane = np.full((HEIGHT, WIDTH), 40000.0) + dice.normal(0, 100, (HEIGHT, WIDTH))
        if busy:
            plane *= np.exp(cv2.GaussianBlur(dice.normal(0, 4.0, (HEIGHT, WIDTH)), (0, 0), 3))
        if number % 5 == 2:
            plane[10:16, 20:27] *= 0.1
        cv2.imwrite(str(folder / f"ir.{number:04d}.png"), np.clip(plane, 0, 65535).astype(np.uint16))
    return folder


def test_off_it_changes_nothing(box: InfraredBox) -> None:
    recipe = find_recipe("standard")
    assert box.ready and box.recipe(recipe) is recipe


def test_without_a_channel_it_says_what_is_missing(box: InfraredBox, qtbot: QtBot) -> None:
    box.use.setChecked(True)
    assert not box.ready
    qtbot.waitUntil(lambda: "has no channel" in box.told.text())
    assert not box.ready


def test_a_quiet_channel_is_used_beside_or_instead(box: InfraredBox, qtbot: QtBot, tmp_path: Path) -> None:
    box.use.setChecked(True)
    box.choose_folder(channel(tmp_path / "ir", busy=False))
    qtbot.waitUntil(lambda: box.ready)
    assert [step.operator for step in box.recipe(find_recipe("standard")).detect] == ["dirt", "scratch", "infrared"]
    box.instead.setChecked(True)
    recipe = box.recipe(find_recipe("standard"))
    assert [step.operator for step in recipe.detect] == ["scratch", "infrared"]
    assert recipe.detect[-1].params["folder"] == "ir"


def test_a_busy_channel_waits_for_a_person(box: InfraredBox, qtbot: QtBot, tmp_path: Path) -> None:
    box.use.setChecked(True)
    box.choose_folder(channel(tmp_path / "ir", busy=True))
    qtbot.waitUntil(lambda: "The infrared channel shows" in box.told.text())
    assert not box.ready
    box.anyway.setChecked(True)
    assert box.ready and box.recipe(find_recipe("standard")).detect[-1].operator == "infrared"


def test_the_dialog_runs_nothing_before_it_is_measured(context: Context, qtbot: QtBot, tmp_path: Path) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = PassDialog.ask(context, parent)
    qtbot.waitUntil(dialog._run.isEnabled)
    dialog.infrared.use.setChecked(True)
    assert not dialog._run.isEnabled()
    dialog.infrared.choose_folder(channel(tmp_path / "ir", busy=False))
    qtbot.waitUntil(dialog._run.isEnabled)
    dialog.reject()
