"""One open project as the window sees it: edits in, changes and pictures out."""

import threading

import numpy as np

from app.document.commands import SetStack, SplitShot
from app.document.model import StackEntry
from app.engine.look import Look
from app.engine.request import Stage
from app.session import Session
from widgets.bridge.bridge import Bridge


def only_shot(bridge: Bridge) -> str:
    return bridge.snapshot.shots[0].id


def graded(bridge: Bridge, slope: float) -> SetStack:
    return SetStack((only_shot(bridge),), "grade", (StackEntry("cdl", 1, {"slope_r": slope}),))


def test_an_edit_is_told_once_on_the_ui_thread_after_the_state_is_new(qtbot, bridge):
    told: list[tuple[int, int, bool]] = []
    bridge.changed.connect(
        lambda change: told.append(
            (change.seq, bridge.snapshot.seq, threading.current_thread() is threading.main_thread())
        )
    )
    before = bridge.snapshot.seq
    bridge.dispatch(graded(bridge, 1.5))
    qtbot.waitUntil(lambda: len(told) == 1)
    qtbot.wait(30)
    assert told == [(before + 1, before + 1, True)]


def test_edits_are_acknowledged_and_undo_takes_them_back(qtbot, bridge):
    with qtbot.waitSignal(bridge.acknowledged):
        bridge.dispatch(graded(bridge, 1.5))
    assert bridge.snapshot.stack(only_shot(bridge), "grade")
    with qtbot.waitSignal(bridge.changed):
        bridge.undo()
    assert bridge.snapshot.stack(only_shot(bridge), "grade") == ()
    with qtbot.waitSignal(bridge.changed):
        bridge.redo()
    assert bridge.snapshot.stack(only_shot(bridge), "grade")


def test_an_edit_that_does_not_fit_is_told_and_changes_nothing(qtbot, bridge):
    seq = bridge.snapshot.seq
    with qtbot.waitSignal(bridge.failed) as told:
        bridge.dispatch(SplitShot("no such shot", 5))
    assert "no such shot" in told.args[1]
    assert bridge.snapshot.seq == seq


def test_the_film_follows_the_cuts(qtbot, bridge):
    assert len(bridge.film.shots) == 1
    with qtbot.waitSignal(bridge.changed):
        bridge.dispatch(SplitShot(only_shot(bridge), 20))
    assert [(shot.first, shot.beyond) for shot in bridge.film.shots] == [(0, 20), (20, 48)]


def test_an_edit_made_by_a_job_is_told_too(qtbot, bridge):
    with qtbot.waitSignal(bridge.changed):
        threading.Thread(target=lambda: bridge.project.dispatch(graded(bridge, 1.2))).start()
    assert bridge.snapshot.stack(only_shot(bridge), "grade")


def test_a_picture_comes_and_is_at_hand_the_next_time(qtbot, bridge):
    look = Look(Stage.SOURCE)
    assert bridge.pictures.want("a", 3, look) is None
    with qtbot.waitSignal(bridge.pictures.arrived) as came:
        pass
    arrived = came.args[0]
    assert (arrived.pane, arrived.position, arrived.newest) == ("a", 3, True)
    assert arrived.shown.pixels.shape == (120, 160, 4)
    again = bridge.pictures.want("a", 3, look)
    assert again is not None
    assert again.pixels is arrived.shown.pixels


def test_the_newest_wish_wins_while_the_film_stands(qtbot, bridge):
    came: list[int] = []
    bridge.pictures.arrived.connect(lambda arrived: came.append(arrived.position))
    for position in range(12):
        bridge.pictures.want("a", position, Look(Stage.SOURCE))
    qtbot.waitUntil(lambda: 11 in came and not bridge.pictures.busy("a"))
    assert came == [11]


def test_two_panes_do_not_take_pictures_from_each_other(qtbot, bridge):
    came: set[tuple[str, int]] = set()
    bridge.pictures.arrived.connect(lambda arrived: came.add((arrived.pane, arrived.position)))
    bridge.pictures.want("a", 4, Look(Stage.SOURCE))
    bridge.pictures.want("b", 4, Look(Stage.REPAIR))
    qtbot.waitUntil(lambda: came == {("a", 4), ("b", 4)})


def test_a_grade_makes_the_kept_picture_stale(qtbot, bridge):
    look = Look(Stage.GRADE)
    with qtbot.waitSignal(bridge.pictures.arrived) as came:
        bridge.pictures.want("a", 0, look)
    before = came.args[0].shown.pixels
    with qtbot.waitSignal(bridge.changed):
        bridge.dispatch(graded(bridge, 2.0))
    assert bridge.pictures.want("a", 0, look) is None
    with qtbot.waitSignal(bridge.pictures.arrived) as came:
        pass
    after = came.args[0].shown.pixels
    assert int(after[..., 2].mean()) > int(before[..., 2].mean())
    blue = after[..., 0].astype(int) - before[..., 0]
    assert np.abs(blue).max() <= 1  # rounded from floats the second time


def test_closing_keeps_every_edit(qtbot, tmp_path, scan):
    path = tmp_path / "film.reelmend"
    bridge = Bridge(Session.create(path, [scan]))
    for number in range(20):
        bridge.dispatch(graded(bridge, 1 + number / 10))
    bridge.close()
    with Session.open(path, write=False) as session:
        (entry,) = session.snapshot.stack(session.snapshot.shots[0].id, "grade")
        assert entry.params["slope_r"] == 2.9
