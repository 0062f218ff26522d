"""Which pictures are asked for, and which of those that come are shown."""

from __future__ import annotations

from dataclasses import replace

import shiboken6

from app.document.model import StackEntry
from app.engine.look import Preview
from tests.widgets.viewer.conftest import colour_at
from tests.widgets.viewer.fakes import GREEN, RED
from widgets.viewer import make_panel
from widgets.viewer.geometry import Framing


def wishes(it, pane="viewer.b"):
    return [(position, scale) for key, position, _, scale in it.bridge.pictures.wishes if key == pane]


def test_only_the_needed_panes_are_asked_for(stand):
    it = stand()
    assert {key for key, *_ in it.bridge.pictures.wishes} == {"viewer.b"}
    it.desk.set_compare(mode="side")
    assert {key for key, *_ in it.bridge.pictures.wishes} == {"viewer.a", "viewer.b"}


def test_the_reduction_fits_the_zoom(stand):
    it = stand(width=4000, height=3000, size=(640, 480))
    assert wishes(it)[-1] == (0, 4)
    it.surface.frame_as(Framing(0.5))
    assert wishes(it)[-1] == (0, 2)
    it.surface.frame_as(Framing(0.1))
    assert wishes(it)[-1] == (0, 2)  # a finer one is there already
    it.desk.set_playhead(3)
    assert wishes(it)[-1] == (3, 8)
    it.chooser.change(lines="odd")
    assert wishes(it)[-1] == (3, 1)


def test_the_old_picture_stays_until_the_new_one_comes(stand):
    it = stand()
    it.bridge.pictures.ready = False
    it.desk.set_compare(b=it.desk.compare.a)
    assert colour_at(it.surface, 320, 240) == GREEN
    it.bridge.pictures.deliver()
    assert colour_at(it.surface, 320, 240) == RED


def test_a_picture_of_another_position_is_dropped_while_the_film_stands(stand):
    it = stand()
    it.bridge.pictures.ready = False
    it.bridge.pictures.wishes.clear()
    it.desk.set_playhead(4)
    it.desk.set_playhead(9)
    first, second = it.bridge.pictures.wishes
    it.bridge.pictures.wishes = [first]
    it.bridge.pictures.deliver()
    assert it.surface.frame.index == 0
    it.bridge.pictures.wishes = [second]
    it.bridge.pictures.deliver()
    assert it.surface.frame.index == 9


def test_while_scrubbing_the_newest_that_comes_is_shown(stand):
    it = stand()
    it.bridge.pictures.ready = False
    it.bridge.pictures.wishes.clear()
    it.desk.set_scrubbing(True)
    it.desk.set_playhead(4)
    wish = it.bridge.pictures.wishes[-1]
    it.desk.set_playhead(9)
    it.bridge.pictures.wishes = [wish]
    it.bridge.pictures.deliver()
    assert it.surface.frame.index == 4
    assert not it.surface.feed.is_current("b")


def test_a_row_looked_at_and_a_preview_reach_the_looks(stand):
    it = stand()
    preview = Preview(stacks={("shot", "clean"): (StackEntry("denoise", 1),)})
    it.desk.set_preview(preview)
    assert it.surface.feed.look("b").preview == preview
    it.desk.view_row(2)
    assert it.surface.feed.look("b").at == 2
    assert not it.surface.feed.look("b").preview


def test_a_version_chosen_for_one_side_wins_over_the_row_looked_at(stand):
    it = stand()
    it.desk.set_compare(a=replace(it.desk.compare.a, at=1))
    it.desk.view_row(2)
    assert it.surface.feed.look("a").at == 1


def test_while_a_slider_is_dragged_a_picture_of_a_moment_ago_is_shown(stand):
    it = stand()
    it.bridge.pictures.ready = False
    it.bridge.pictures.wishes.clear()
    it.desk.set_preview(Preview(thresholds={("pass", "shot", "dirt"): 0.3}))
    wish = it.bridge.pictures.wishes[-1]
    it.desk.set_preview(Preview(thresholds={("pass", "shot", "dirt"): 0.4}))
    it.bridge.pictures.wishes = [wish]
    it.bridge.pictures.deliver()
    assert it.surface.feed.shown["b"].look.preview.thresholds == {("pass", "shot", "dirt"): 0.3}


def test_a_frame_that_cannot_be_read_says_so_and_the_next_one_is_shown(stand):
    it = stand()
    it.bridge.pictures.failed.emit("viewer.b", 0, "the file ends too soon")
    assert "file ends too soon" in it.surface.feed.problems["b"]
    assert colour_at(it.surface, 10, 10) != GREEN
    it.desk.set_playhead(1)
    assert it.surface.feed.problems == {}
    assert colour_at(it.surface, 10, 10) == GREEN


def test_a_project_without_reels_shows_a_hint(stand):
    it = stand(frames=0)
    assert it.surface.view() is None
    image = it.surface.grab().toImage()
    assert len({image.pixel(x, y) for x in range(200, 440) for y in range(150, 300)}) > 4


def test_a_second_viewer_has_pictures_and_zoom_of_its_own(stand, qtbot):
    it = stand()
    other = make_panel(it.context, second=True)
    qtbot.addWidget(other)
    other.surface.frame_as(Framing(2.0))
    assert it.surface.framing.zoom is None
    assert "viewer2.b" in {key for key, *_ in it.bridge.pictures.wishes}


def test_zoom_survives_the_window(stand, qtbot):
    """The window is built anew for another language; the desk stays."""
    it = stand()
    other = make_panel(it.context, second=True)
    other.surface.frame_as(Framing(3.0, (0.2, 0.3)))
    other.deleteLater()
    again = make_panel(it.context, second=True)
    qtbot.addWidget(again)
    assert again.surface.framing == Framing(3.0, (0.2, 0.3))


def test_nothing_of_a_viewer_that_is_gone_answers(stand, qtbot):
    it = stand()
    other = make_panel(it.context, second=True)
    shiboken6.delete(other)
    it.desk.set_playhead(3)
    it.desk.set_compare(mode="wipe")
    it.desk.set_tool("region")
    it.bridge.edit()
    it.chooser.change(safe=True)
    assert it.surface.frame.index == 3


def test_a_hidden_viewer_asks_for_nothing_and_catches_up(stand):
    it = stand()
    it.viewer.hide()
    assert it.bridge.pictures.wishes == []
    it.desk.set_playhead(7)
    it.desk.set_compare(mode="wipe")
    assert it.bridge.pictures.wishes == []
    it.viewer.show()
    assert it.surface.frame.index == 7
    assert colour_at(it.surface, 160, 300) == RED
