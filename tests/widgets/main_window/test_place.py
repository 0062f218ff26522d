"""A project opened again shows the frame one left it at, as it was looked at."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from app.engine.look import Look
from app.engine.request import Stage
from tests.widgets.main_window.test_keepsakes import opened, put_away
from widgets.desk import Desk
from widgets.main_window.opening import Choices, open_project
from widgets.main_window.place import keep_place, take_place
from widgets.viewer import framing_of, set_framing
from widgets.viewer.geometry import FIT, MAX_ZOOM, Framing


@pytest.fixture
def desk(qtbot) -> Iterator[Desk]:
    made = Desk()
    made.set_length(40)
    yield made


def test_frame_zoom_and_mode_come_back_and_no_row_is_written(qtbot, settings, tmp_path):
    shell = opened(settings, tmp_path)
    desk, path = shell.context.desk, shell.context.bridge.project.path
    desk.set_playhead(7)
    desk.set_compare(mode="wipe", angle=20.0, place=(0.25, 0.5), a=Look(Stage.CLEAN), b=Look(Stage.GRADE))
    shell.window.panels.viewer.surface.frame_as(Framing(2.0, (0.3, 0.6)))
    rows = shell.context.bridge.snapshot.seq
    shell.close_project()
    shell.adopt(open_project(path, False, Choices("cpu", None, None)))
    now = shell.context.desk
    assert now is not desk and now.playhead == 7
    assert (now.compare.mode, now.compare.angle, now.compare.place) == ("wipe", 20.0, (0.25, 0.5))
    assert (now.compare.a.stage, now.compare.b.stage) == (Stage.CLEAN, Stage.GRADE)
    assert shell.window.panels.viewer.surface.framing == Framing(2.0, (0.3, 0.6))
    assert shell.context.bridge.snapshot.seq == rows
    shell.context.bridge.jobs.close()
    shell.close_project()
    put_away(shell)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # windows let go of their threads at their end


def test_a_project_that_was_never_open_begins_as_ever(context, settings, desk):
    take_place(settings, context.bridge, desk)
    assert (desk.playhead, desk.compare.mode, framing_of(desk)) == (0, "single", FIT)


@pytest.mark.parametrize(
    "kept",
    [
        "no json",
        "[]",
        '{"reel": "gone", "frame": 3, "mode": "sideways", "stages": ["repair"], "zoom": "big"}',
        '{"reel": 1, "frame": null, "mode": 4, "stages": ["nowhere", "grade"], "angle": 0, "place": [1], "zoom": {}}',
    ],
)
def test_what_cannot_be_understood_is_left_alone(context, settings, desk, kept):
    settings.set_of_project(context.bridge.project.path, "place", kept)
    take_place(settings, context.bridge, desk)
    assert (desk.playhead, desk.compare.mode, framing_of(desk)) == (0, "single", FIT)


def test_numbers_out_of_bounds_are_brought_inside(context, settings, desk):
    desk.set_playhead(39)
    set_framing(desk, Framing(10_000.0, (-3.0, 0.5)))
    keep_place(settings, context.bridge, desk)
    other = Desk()
    other.set_length(40)
    take_place(settings, context.bridge, other)
    assert other.playhead == 39 and framing_of(other) == Framing(MAX_ZOOM, (0.0, 0.5))
