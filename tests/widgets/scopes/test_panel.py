"""The scopes' dock on a real project."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import numpy as np
import pytest

from app.document.commands import SetStack
from app.document.model import StackEntry
from app.engine.look import Look, Preview
from app.engine.request import Stage
from app.engine.worker import Priority
from operators.contract import Region
from tests.widgets.projects import open_context
from widgets import scopes
from widgets.scopes.source import PATIENCE_MS


@pytest.fixture
def context(qtbot, tmp_path, settings, commands) -> Iterator:
    with open_context(tmp_path, settings, commands) as made:
        yield made


@pytest.fixture
def panel(qtbot, context):
    made = scopes.make_panel(context)
    qtbot.addWidget(made)
    made.resize(320, 260)
    made.show()
    yield made
    made.close()


def counted(qtbot, panel, act=lambda: None):
    """What is counted next, after doing something: (kind to trace, native)."""
    with qtbot.waitSignal(panel.source.counted) as heard:
        act()
    qtbot.waitUntil(lambda: not panel.source.busy)
    return heard.args


def top_level(made):
    """The highest level of a waveform with any light, 0 to 255."""
    return int(np.flatnonzero(made["waveform"].light[..., 3].any(axis=1))[-1])


def test_standing_still_it_measures_native_code_values(qtbot, context, panel):
    made, native = counted(qtbot, panel)
    assert native and made["waveform"].scale.code_high == 1023
    assert panel.views["waveform"].isVisible() and panel.empty.isHidden()
    assert "native" in panel.said.text()


def test_it_follows_what_the_viewer_compares(qtbot, context, panel):
    shot = context.bridge.snapshot.shots[0].id
    double = (StackEntry("cdl", 1, {"slope_r": 1.5, "slope_g": 1.5, "slope_b": 1.5}),)
    counted(qtbot, panel)
    with qtbot.waitSignal(context.bridge.changed):
        context.bridge.dispatch(SetStack((shot,), "grade", double))
    before, _ = counted(qtbot, panel, lambda: context.desk.set_compare(a=Look(Stage.SOURCE), b=Look(Stage.REPAIR)))
    graded, _ = counted(qtbot, panel, lambda: context.desk.set_compare(b=Look(Stage.GRADE)))
    assert top_level(graded) > top_level(before) + 40
    side_a, _ = counted(qtbot, panel, lambda: context.commands.trigger("scopes.side"))
    assert top_level(side_a) == top_level(before) and panel.said.text().startswith("A: source")


def test_a_sliders_preview_is_measured(qtbot, context, panel):
    context.desk.set_compare(b=Look(Stage.GRADE))
    before, _ = counted(qtbot, panel)
    shot = context.bridge.snapshot.shots[0].id
    tried = Preview(
        stacks={(shot, "grade"): (StackEntry("cdl", 1, {"offset_r": 0.2, "offset_g": 0.2, "offset_b": 0.2}),)}
    )
    after, _ = counted(qtbot, panel, lambda: context.desk.set_preview(tried))
    assert top_level(after) - top_level(before) == pytest.approx(51, abs=2)


def test_a_region_is_measured_alone(qtbot, context, panel):
    whole, _ = counted(qtbot, panel)
    part, _ = counted(qtbot, panel, lambda: context.desk.set_region(Region(0, 0, 8, 8)))
    assert top_level(part) < top_level(whole) and "region" in panel.said.text()


def test_displayed_values_are_bytes(qtbot, context, panel):
    counted(qtbot, panel)
    made, native = counted(qtbot, panel, lambda: context.commands.trigger("scopes.native"))
    assert not native and made["waveform"].scale.code_high == 255 and "as displayed" in panel.said.text()


def test_while_it_moves_only_pictures_that_are_there_are_counted(qtbot, context, panel, monkeypatch):
    counted(qtbot, panel)
    asked = []
    monkeypatch.setattr(context.bridge, "compute", lambda *question: asked.append(question))
    context.desk.set_speed(1.0)
    look = panel.source.look
    context.desk.set_playhead(5)
    qtbot.wait(150)
    assert asked == []
    frame = context.bridge.film.frame(5)
    shown = context.bridge.session.engine.show(frame, look, 4)
    made, native = counted(
        qtbot, panel, lambda: context.bridge.pictures.supply.put(5, look, 4, shown) or panel.source.want()
    )
    assert not native and asked == [] and "waveform" in made


def test_nothing_is_counted_while_hidden(qtbot, context, panel):
    counted(qtbot, panel)
    panel.hide()
    with qtbot.assertNotEmitted(panel.source.counted, wait=100):
        context.desk.set_playhead(7)
    counted(qtbot, panel, panel.show)


def test_wishes_during_a_count_become_one(qtbot, context, panel):
    counted(qtbot, panel)
    heard = []
    panel.source.counted.connect(lambda made, native: heard.append(made))
    for position in range(1, 20):
        context.desk.set_playhead(position)
    qtbot.waitUntil(lambda: bool(heard) and not panel.source.busy)
    qtbot.wait(100)
    assert len(heard) <= 3


def test_several_scopes_and_what_was_chosen_is_remembered(qtbot, context, panel, settings):
    for kind in ("parade", "vectorscope", "histogram"):
        assert context.commands.trigger(f"scopes.{kind}")
    counted(qtbot, panel)
    qtbot.waitUntil(lambda: len(panel.views) == 4 and all(view.isVisible() for view in panel.views.values()))
    context.commands.trigger("scopes.per_cent")
    context.commands.trigger("scopes.waveform")
    assert panel.choice.kinds == ("parade", "vectorscope", "histogram")
    kept = panel.choice
    assert (
        settings.value("scopes/kinds") == "parade,vectorscope,histogram"
        and settings.value("scopes/units") == "per cent"
    )
    assert panel._remembered() == {"kinds": kept.kinds, "side": "b", "native": True, "log": True}


def test_the_last_scope_stays(panel):
    panel.toggle("waveform")
    assert panel.choice.kinds == ("waveform",)
    panel.choose(kinds=("histogram",))
    assert panel.choice.kinds == ("histogram",) and panel.views["waveform"].isHidden()


def test_what_is_measured_is_given_up_when_something_changes(qtbot, context, panel, monkeypatch):
    counted(qtbot, panel)
    engine, asked = context.bridge.session.engine, []

    def carry_out(steps, outline, check):
        asked.append(steps.request.frame.index)
        until(lambda: len(asked) > 1 or context.desk.playhead == 9)
        check()
        return done(steps, outline, check)

    def until(holds):
        while not holds():
            time.sleep(0.001)

    done = engine.carry_out
    monkeypatch.setattr(engine, "carry_out", carry_out)
    heard = []
    panel.source.counted.connect(lambda made, native: heard.append(made))
    context.desk.set_playhead(5)
    qtbot.waitUntil(lambda: asked == [5])
    context.desk.set_playhead(9)
    qtbot.waitUntil(lambda: asked == [5, 9] and bool(heard))
    assert len(heard) == 1 and heard[0], "frame 5 was given up, and the scopes never went empty"


def test_the_eyes_picture_comes_first(qtbot, context, panel):
    counted(qtbot, panel)
    context.desk.set_playhead(3)
    position, look = 3, panel.source.look
    made, native = counted(qtbot, panel, lambda: context.bridge.pictures.want("viewer.b", position, look, 1))
    assert native and made


def test_numbers_that_nobody_else_needs_wait_for_every_picture(qtbot, context, panel):
    counted(qtbot, panel)
    hold, position = threading.Event(), 4
    context.bridge._worker.submit(Priority.SHOWN, hold.wait)
    other = Look(Stage.SOURCE)
    context.bridge.pictures.want("viewer.a", position, other, 1)
    with qtbot.assertNotEmitted(panel.source.counted, wait=PATIENCE_MS + 100):
        context.desk.set_playhead(position)
    assert not panel.source.busy, "it has not even asked"
    counted(qtbot, panel, hold.set)


def test_hdr_is_shown_as_light(qtbot, context, panel):
    counted(qtbot, panel)
    shot = context.bridge.snapshot.shots[0].id
    with qtbot.waitSignal(context.bridge.changed):
        context.bridge.dispatch(SetStack((shot,), "grade", (StackEntry("sdr_to_hdr", 1, {}),)))
    made, native = counted(qtbot, panel, lambda: context.desk.set_compare(b=Look(Stage.GRADE)))
    assert native and made["waveform"].scale.light and "cd/m²" in panel.said.text()
    assert top_level(made) <= round(255 * 0.581) + 2, "SDR white lies at 203 cd/m2"
    ticks = [text for _, text in panel.views["waveform"].plot.getAxis("left")._tickLevels[0]]
    assert ticks == ["0.1", "1", "10", "100", "203", "400", "1000", "4000", "10000"]
    counted(qtbot, panel, lambda: context.commands.trigger("scopes.per_cent"))
    assert "cd/m²" not in panel.said.text() and "PQ" in panel.said.text()
