"""The picture stays where it is while one compares, and what a tool says is said once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF

from widgets.desk import MODES
from widgets.theme.fonts import SMALL
from widgets.viewer import captions
from widgets.viewer.tools import PlainTool

LONG = "Drag right: next frame; left: previous; up: both; Ctrl: 2 frames away. " * 3


class Talker(PlainTool):
    """A tool with something to say where it is in use."""

    name = "talker"

    def words(self, canvas) -> str:
        return "what a drag will do" if canvas is self.canvas else ""


def test_the_picture_has_its_place_in_every_mode(stand, qtbot):
    it = stand(size=(960, 480))
    it.viewer.header.show()
    it.chooser.change(readout=True)
    places = set()
    for mode in MODES:
        it.desk.set_compare(mode=mode)
        qtbot.wait(20)
        places.add(it.surface.geometry().getRect())
    assert len(places) == 1
    assert it.viewer.readout.height() == it.viewer.readout.sizeHint().height() >= 40, "there is room for two rows"


@pytest.mark.parametrize("mode", ["single", "side", "wipe"])
def test_a_tool_speaks_once_above_the_line_that_tells_the_frame(stand, monkeypatch, mode):
    it = stand()
    said = []
    real = captions.paint_line
    monkeypatch.setattr(captions, "paint_line", lambda *told: said.append((told[2], real(*told))))
    it.viewer.add_tool(Talker())
    it.desk.set_tool("talker")
    it.desk.set_compare(mode=mode)
    for burn_in in (True, False):
        it.chooser.change(burn_in=burn_in)
        said.clear()
        it.surface.grab()
        assert [words for words, _ in said] == ["what a drag will do"]
        (_, box), surface = said[0], QRectF(it.surface.rect())
        assert surface.contains(box) and abs(box.center().x() - surface.center().x()) < 1
        line = captions.plate_size("frame").height() + captions.EDGE if burn_in else 0
        assert box.bottom() <= surface.bottom() - line


def test_a_viewer_that_the_pointer_left_says_nothing(stand):
    it = stand()
    tool = Talker()
    it.viewer.add_tool(tool)
    it.desk.set_tool("talker")
    elsewhere = object()
    tool.attach(elsewhere)
    assert tool.words(it.surface) == "" and tool.words(elsewhere)
    it.surface.pointer.enter()
    assert tool.words(it.surface)


def test_words_that_are_too_long_take_several_lines(stand):
    it = stand()
    boxes = []
    for text in ("short", LONG):
        image = it.surface.grab().toImage()
        painter = captions.QPainter(image)
        boxes.append(captions.paint_line(painter, QRectF(0, 0, 400, 300), text))
        painter.end()
    assert boxes[1].height() > 2 * boxes[0].height() > 2 * SMALL
    assert QRectF(0, 0, 400, 300).contains(boxes[1])
