"""The pictures of the recent projects: whole, small, none for nothing, gone with their entry."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import cv2
import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from tests.jobs.making import write_scan
from tests.widgets.projects import open_context
from widgets.main_window.keepsakes import LARGEST, Keepsakes, _small
from widgets.main_window.opening import Choices, new_project
from widgets.main_window.shell import Shell
from widgets.settings import RECENT_LIMIT
from widgets.welcome.recents import look

DAY = datetime(2026, 1, 2, 9, 30)


def opened(settings, folder: Path) -> Shell:
    settings.cache_folder = folder / "cache"
    settings.proxies = False
    shell = Shell(settings)
    media = write_scan(folder / "scan", 12)
    shell.adopt(new_project(folder / "film.reelmend", [media], Choices("cpu", None, None)))
    return shell


def made(qtbot, context, position: int = 0) -> None:
    """Have the picture of a position at hand."""
    look, pictures = context.desk.compare.b, context.bridge.pictures
    context.desk.set_playhead(position)
    pictures.want("a", position, look)
    qtbot.waitUntil(lambda: pictures.supply.glance(position, look) is not None)


def put_away(shell: Shell) -> None:
    shell.window.let_go = True
    shell.window.close()
    shell.window.deleteLater()
    shell.deleteLater()


def test_closing_a_project_gives_its_entry_the_picture_under_the_playhead(qtbot, settings, tmp_path):
    shell = opened(settings, tmp_path)
    made(qtbot, shell.context, 7)
    shown = shell.context.bridge.pictures.supply.glance(7, shell.context.desk.compare.b)
    height, width = shown.pixels.shape[:2]
    shell.close_project()
    row = shell.window.page.recents
    qtbot.waitUntil(lambda: row.rows()[0].picture is not None)  # the page shows it without being asked
    kept = settings.recent[0].picture
    assert kept.is_file() and tmp_path / "config" in kept.parents
    assert not [path for path in tmp_path.glob("film*") if path.suffix == ".png"]
    high, wide = cv2.imread(str(kept)).shape[:2]
    assert wide <= LARGEST[0] and high <= LARGEST[1]
    assert wide / high == pytest.approx(width / height, rel=0.03)
    put_away(shell)


def test_at_the_end_of_the_program_it_is_written_and_named(qtbot, settings, tmp_path, monkeypatch):
    monkeypatch.setattr(QApplication, "exit", lambda *_: None)  # with no loop running it would end the next one
    shell = opened(settings, tmp_path)
    made(qtbot, shell.context)
    shell.quit()  # and no event loop after it
    assert settings.recent[0].picture.is_file()
    shell.deleteLater()


def test_another_picture_takes_the_place_of_the_one_before(qtbot, settings, tmp_path, commands):
    settings.remember(tmp_path / "film.reelmend", DAY)
    keepsakes = Keepsakes(settings)
    kept = []
    with open_context(tmp_path, settings, commands) as context:
        for position in (0, 20):
            made(qtbot, context, position)
            keepsakes.keep(context.bridge, context.desk)
            keepsakes.finish()
            kept.append(settings.recent[0].picture)
    keepsakes.finish()
    assert kept[0] != kept[1] and [path.exists() for path in kept] == [False, True]
    assert list(keepsakes.folder.iterdir()) == [kept[1]]


def test_with_nothing_at_hand_the_older_picture_stays(settings, tmp_path, commands):
    older = tmp_path / "older.png"
    older.touch()
    settings.remember(tmp_path / "film.reelmend", DAY, older)
    keepsakes = Keepsakes(settings)
    with open_context(tmp_path, settings, commands) as context:
        keepsakes.keep(context.bridge, context.desk)
        keepsakes.finish()
    assert settings.recent[0].picture == older


def test_a_picture_goes_with_its_entry_and_no_other_file_does(settings, tmp_path):
    keepsakes = Keepsakes(settings)
    keepsakes.folder.mkdir(parents=True)
    own, foreign = keepsakes.folder / "a.png", tmp_path / "b.png"
    for picture in (own, foreign):
        picture.touch()
    settings.remember(tmp_path / "b.reelmend", DAY, foreign)
    settings.remember(tmp_path / "a.reelmend", DAY, own)
    settings.forget(tmp_path / "b.reelmend")
    for number in range(RECENT_LIMIT):
        settings.remember(tmp_path / f"{number}.reelmend", DAY + timedelta(days=number))
        keepsakes.finish()
        assert own.exists() == (number < RECENT_LIMIT - 1)
    assert foreign.exists()


def test_a_folder_that_cannot_be_written_costs_nobody_anything(qtbot, settings, tmp_path, commands):
    settings.remember(tmp_path / "film.reelmend", DAY)
    keepsakes = Keepsakes(settings)
    keepsakes.folder.parent.mkdir(parents=True, exist_ok=True)
    keepsakes.folder.write_text("a file stands where the folder should be")
    with open_context(tmp_path, settings, commands) as context:
        made(qtbot, context)
        keepsakes.keep(context.bridge, context.desk)
        keepsakes.finish()
    assert settings.recent[0].picture is None


@pytest.mark.parametrize("left", ["no picture at all", None])
def test_a_broken_or_missing_picture_is_none(settings, tmp_path, left):
    picture = tmp_path / "a.png"
    if left is not None:
        picture.write_text(left)
    settings.remember(tmp_path / "a.reelmend", DAY, picture)
    assert [row.picture for row in look(settings.recent)] == [None]


def test_pixels_that_are_not_square_are_shown_as_wide_as_they_are():
    scan = np.zeros((480, 720, 4), np.uint8)
    assert _small(scan, 1.0).shape == (128, 192, 3)
    assert _small(scan, 32 / 27).shape == (126, 224, 3)
