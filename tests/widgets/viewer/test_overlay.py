"""Masks over the picture: colour, pattern, opacity, and when they are read."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor

from app.engine.look import Preview
from tests.widgets.viewer.conftest import colour_at
from tests.widgets.viewer.fakes import GREEN, repair
from widgets.theme.palette import BAD, OK, WARN
from widgets.viewer.choices import Choices, Style
from widgets.viewer.geometry import Framing
from widgets.viewer.marks import Mark, State, outline_of
from widgets.viewer.overlay import big_pixels

BOX = (16, 12, 48, 36)
"""At 1000 %: widget pixels 160..480 by 120..360."""


def show(it, **changes):
    it.bridge.project.found.clear()
    it.bridge.project.add(repair(1, BOX, **changes))
    it.bridge.edit()


def mixed(colour, share, under=GREEN):
    over = QColor(colour)
    parts = (over.red(), over.green(), over.blue())
    return tuple(a * share + b * (1 - share) for a, b in zip(parts, under, strict=True))


STATES = [
    ({}, OK, State.ACCEPTED),
    ({"probability": 0.2, "accepted": False}, WARN, State.PROPOSED),
    ({"verdict": "reject", "accepted": False}, BAD, State.REJECTED),
]


@pytest.mark.parametrize(("changes", "colour", "state"), STATES)
def test_filling_has_colour_and_opacity_of_its_state(stand, changes, colour, state):
    it = stand()
    show(it, **changes)
    it.chooser.restyle(state, opacity=0.5)
    assert colour_at(it.surface, 200, 150) == pytest.approx(mixed(colour, 0.5), abs=3)
    assert colour_at(it.surface, 100, 240) == GREEN


def ink(it, colour):
    """How much of the box's left border carries the state's own colour."""
    image = it.surface.grab().toImage()
    wanted = QColor(colour).rgb()
    return sum(any(image.pixel(x, y) == wanted for x in (159, 160, 161)) for y in range(125, 355)) / 230


def test_states_differ_by_the_pattern_of_their_outline(stand):
    """Drawn all in one colour they can still be told apart."""
    it = stand()
    it.chooser.change(**{state.value: Style("#ffffff", 0.0) for state in State})
    shares = {}
    for changes, _, state in STATES:
        show(it, **changes)
        shares[state] = ink(it, "#ffffff")
    assert shares[State.ACCEPTED] == 1.0
    assert 0.5 < shares[State.PROPOSED] < 0.95
    assert 0.2 < shares[State.REJECTED] < 0.55


def test_key_hides_and_shows(stand):
    it = stand()
    show(it)
    marked = colour_at(it.surface, 200, 150)
    assert marked != GREEN
    it.commands.trigger("viewer.overlay")
    assert colour_at(it.surface, 200, 150) == GREEN
    it.commands.trigger("viewer.overlay")
    assert colour_at(it.surface, 200, 150) == marked


def test_one_state_can_be_hidden(stand):
    it = stand()
    show(it)
    it.chooser.restyle(State.ACCEPTED, visible=False)
    assert colour_at(it.surface, 200, 150) == GREEN


def test_a_threshold_tried_out_is_seen_at_once(stand):
    it = stand()
    show(it, probability=0.6)
    before = colour_at(it.surface, 200, 150)
    it.desk.set_preview(Preview(thresholds={("pass", "shot", "dirt"): 0.7}))
    assert colour_at(it.surface, 200, 150) == pytest.approx(mixed(WARN, 0.25), abs=3)
    it.desk.set_preview(Preview())
    assert colour_at(it.surface, 200, 150) == before


def test_marks_are_read_once_a_frame_and_state(stand):
    it = stand()
    it.bridge.project.asked.clear()
    it.desk.set_playhead(1)
    it.desk.set_playhead(2)
    it.desk.set_playhead(1)
    it.surface.grab()
    assert it.bridge.project.asked.count(1) == 1
    it.bridge.edit(repairs=False)
    it.surface.grab()
    assert it.bridge.project.asked.count(1) == 1
    it.bridge.edit()
    it.surface.grab()
    assert it.bridge.project.asked.count(1) == 2


def test_marks_of_frames_ahead_are_read_while_the_film_plays(stand):
    it = stand()
    it.bridge.project.asked.clear()
    it.desk.set_speed(1.0)
    it.desk.set_playhead(5)
    it.surface.grab()
    assert set(it.bridge.project.asked) >= set(range(5, 13))


def test_marks_that_come_late_do_not_mark_another_frame(stand):
    it = stand()
    it.bridge.project.add(repair(1, BOX, frame=1))
    it.bridge.patient = True
    it.desk.set_playhead(1)
    it.surface.grab()
    it.desk.set_playhead(2)
    it.surface.grab()
    it.bridge.answer()
    assert colour_at(it.surface, 200, 150) == GREEN
    it.desk.set_playhead(1)
    assert colour_at(it.surface, 200, 150) != GREEN


def test_marks_for_tools(stand):
    it = stand()
    show(it)
    it.surface.grab()
    assert [mark.repair.id for mark in it.surface.marks] == [repair(1, BOX).id]
    assert it.surface.marks[0].covers(20, 20)


def test_choices_survive_and_nonsense_is_ignored():
    chosen = Choices(overlay=False, accepted=Style("#123456", 0.7, False), lines="odd", gain=16)
    assert Choices.from_json(chosen.to_json()) == chosen
    assert Choices.from_json("nonsense") == Choices()
    assert Choices.from_json('{"lines": "all", "gain": 3, "accepted": 7, "safe": "yes", "other": 1}') == Choices()
    assert Choices.from_json('{"accepted": {"colour": 5, "opacity": 9}}').accepted == Style(OK, 1.0)


def test_big_masks_are_drawn_as_images(stand):
    it = stand(width=640, height=480)
    chequered = np.zeros((200, 200), bool)
    chequered[::2, ::2] = True
    it.bridge.project.add(repair(1, (100, 100, 300, 300)), chequered)
    it.bridge.edit()
    assert it.surface.marks[0].is_big
    assert colour_at(it.surface, 102, 102) == pytest.approx(mixed(OK, 1.0), abs=3)
    assert colour_at(it.surface, 103, 103) == GREEN


def test_big_masks_have_patterned_edges():
    mask = np.ones((40, 40), bool)
    mark = Mark(repair(1, (0, 0, 40, 40)), mask, outline_of(mask, 0, 0))
    for state, low, high in ((State.ACCEPTED, 1.0, 1.0), (State.PROPOSED, 0.5, 0.8), (State.REJECTED, 0.2, 0.4)):
        drawn = big_pixels(mark, state, Style("#ffffff", 0.0))
        assert low <= (drawn[0, :, 3] == 255).mean() <= high
        assert not drawn[5:35, 5:35].any()


def crowd(it, count=300):
    """More marks than are drawn while painting, the last of them on BOX."""
    for number in range(count):
        it.bridge.project.add(repair(number, (0, 0, 2, 2)))
    it.bridge.project.add(repair(count, BOX))
    it.bridge.edit()


def test_many_marks_are_drawn_elsewhere_and_shown_when_done(stand, qtbot):
    it = stand()
    it.bridge.patient = True
    crowd(it)
    it.surface.grab()
    it.bridge.answer()
    assert colour_at(it.surface, 200, 150) == GREEN
    qtbot.waitUntil(lambda: bool(it.bridge.questions))
    it.bridge.answer()
    assert colour_at(it.surface, 200, 150) == pytest.approx(mixed(OK, 0.25), abs=3)


def test_while_many_marks_are_drawn_anew_the_old_layer_moves_along(stand, qtbot):
    it = stand()
    crowd(it)
    qtbot.waitUntil(lambda: colour_at(it.surface, 200, 150) != GREEN)
    it.bridge.patient = True
    it.surface.frame_as(Framing(20.0, (0.25, 0.25)))
    corner = it.surface.view().to_widget(QPointF(*BOX[:2]))
    assert colour_at(it.surface, corner.x() + 20, corner.y() + 20) == pytest.approx(mixed(OK, 0.25), abs=3)
    assert colour_at(it.surface, corner.x() - 20, corner.y() - 20) == GREEN
    qtbot.waitUntil(lambda: bool(it.bridge.questions))
    it.bridge.answer()
    assert colour_at(it.surface, corner.x() + 20, corner.y() + 20) == pytest.approx(mixed(OK, 0.25), abs=3)


def test_marks_do_not_flash_while_an_edit_is_read(stand):
    it = stand()
    show(it)
    before = colour_at(it.surface, 200, 150)
    it.bridge.patient = True
    it.bridge.edit()
    assert colour_at(it.surface, 200, 150) == before


def test_the_book_forgets_what_was_looked_at_longest_ago(stand, monkeypatch):
    monkeypatch.setattr("widgets.viewer.book.KEPT_MARKS", 3)
    it = stand()
    for frame in range(4):
        for number in range(2):
            it.bridge.project.add(repair(number, BOX, frame=frame))
    for position in (1, 2, 3):
        it.desk.set_playhead(position)
        it.surface.grab()
    it.bridge.project.asked.clear()
    it.desk.set_playhead(3)
    it.surface.grab()
    assert it.bridge.project.asked == []
    it.desk.set_playhead(1)
    it.surface.grab()
    assert it.bridge.project.asked == [1]


def test_a_difference_is_not_tinted_by_fillings(stand):
    it = stand()
    show(it)
    it.desk.set_compare(mode="difference", a=it.desk.compare.b)
    assert colour_at(it.surface, 200, 150) == (0, 0, 0)
    assert ink(it, OK) == 1.0


def test_no_marks_are_read_while_the_film_flies_past(stand):
    it = stand()
    it.bridge.project.asked.clear()
    it.desk.set_scrubbing(True)
    it.desk.set_playhead(3)
    it.surface.grab()
    assert it.bridge.project.asked == []
    it.desk.set_scrubbing(False)
    it.surface.grab()
    assert it.bridge.project.asked == [3]


def test_a_mask_view_of_many_marks_is_made_elsewhere(stand):
    it = stand()
    crowd(it)
    it.bridge.patient = True
    it.desk.set_compare(mode="mask")
    assert colour_at(it.surface, 200, 150) != (255, 255, 255)
    it.bridge.answer()
    assert colour_at(it.surface, 200, 150) == (255, 255, 255)
    assert colour_at(it.surface, 100, 240) == (0, 0, 0)


def test_a_frame_that_was_made_anew_is_framed_and_not_tinted():
    from widgets.viewer.marks import Marked
    from widgets.viewer.overlay import FRAME, Outlines

    def filled(width: int, height: int) -> bool:
        mask = np.ones((height, width), bool)
        mark = Mark(repair(1, (0, 0, width, height)), mask, outline_of(mask, 0, 0))
        (tile,) = Outlines(Marked(None, (mark,), (State.ACCEPTED,)))._tiles
        assert tile.box.width() == width
        return not tile.path.isEmpty()

    assert filled(100, 50) and not filled(FRAME // 100, 100)
