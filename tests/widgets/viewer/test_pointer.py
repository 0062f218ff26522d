"""Mouse, wheel and held keys, as a person uses them."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from operators.contract import Region
from tests.widgets.viewer.conftest import colour_at
from tests.widgets.viewer.fakes import GREEN, RED
from widgets.commands import Command
from widgets.viewer import make_panel
from widgets.viewer.tools import PlainTool
from widgets.viewer.wipe import Line

LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


def drag(surface, start, end, button=LEFT, modifiers=NONE):
    """Press, move in steps, release."""
    start, end = QPoint(*start), QPoint(*end)
    QTest.mousePress(surface, button, modifiers, start)
    for step in (1, 2, 3, 4):
        _move(surface, start + (end - start) * step / 4, button, modifiers)
    QTest.mouseRelease(surface, button, modifiers, end)


def _move(surface, point, buttons=Qt.MouseButton.NoButton, modifiers=NONE):
    spot = QPointF(point)
    event = QMouseEvent(
        QEvent.Type.MouseMove, spot, surface.mapToGlobal(spot), Qt.MouseButton.NoButton, buttons, modifiers
    )
    QApplication.sendEvent(surface, event)


def wheel(surface, point, notches):
    spot = QPointF(*point)
    event = QWheelEvent(
        spot, surface.mapToGlobal(spot), QPoint(), QPoint(0, round(120 * notches)), Qt.MouseButton.NoButton, NONE,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(surface, event)


def test_wheel_zooms_at_the_pointer(stand):
    it = stand()
    before = it.surface.view().to_picture(QPointF(200, 300))
    wheel(it.surface, (200, 300), 2)
    view = it.surface.view()
    assert view.zoom == pytest.approx(20.0)
    after = view.to_picture(QPointF(200, 300))
    assert (after.x(), after.y()) == pytest.approx((before.x(), before.y()), abs=0.1)


def test_middle_drag_pans(stand):
    it = stand()
    it.commands.trigger("viewer.zoom_800")
    wheel(it.surface, (320, 240), 2)
    before = it.surface.view().to_picture(QPointF(320, 240))
    drag(it.surface, (300, 200), (340, 216), MIDDLE)
    after = it.surface.view().to_picture(QPointF(320 + 40, 240 + 16))
    assert (after.x(), after.y()) == pytest.approx((before.x(), before.y()), abs=0.1)


def test_the_hand_pans_with_the_left_button(stand):
    it = stand()
    wheel(it.surface, (320, 240), 2)
    start = it.surface.view().origin
    drag(it.surface, (300, 200), (310, 200))
    assert it.surface.view().origin[0] == pytest.approx(start[0] + 10, abs=1)


def test_what_a_tool_has_no_use_for_pans(stand):
    class Idle(PlainTool):
        name = "idle"

    it = stand()
    it.viewer.add_tool(Idle())
    it.desk.set_tool("idle")
    wheel(it.surface, (320, 240), 2)
    start = it.surface.view().origin
    drag(it.surface, (300, 200), (310, 200))
    assert it.surface.view().origin[0] == pytest.approx(start[0] + 10, abs=1)


def test_the_region_gives_the_tool_before_it_back(stand):
    it = stand()
    it.desk.set_tool("brush")
    QTest.keyClick(it.surface, Qt.Key.Key_G)
    assert it.desk.tool == "region"
    QTest.keyClick(it.surface, Qt.Key.Key_G)
    assert it.desk.tool == "brush"


def test_space_drag_pans_with_a_tool_in_hand(stand):
    it = stand()
    wheel(it.surface, (320, 240), 2)
    it.desk.set_tool("region")
    start = it.surface.view().origin
    QTest.keyPress(it.surface, Qt.Key.Key_Space)
    drag(it.surface, (300, 200), (310, 220))
    QTest.keyRelease(it.surface, Qt.Key.Key_Space)
    assert it.surface.view().origin == pytest.approx((start[0] + 10, start[1] + 20), abs=1)
    assert it.desk.region is None


def test_space_tapped_runs_its_command_once(stand):
    it = stand()
    ran = []
    it.commands.add(Command("play.toggle", "Play", "Play", ("Space",)), lambda: ran.append(True))
    QTest.keyClick(it.surface, Qt.Key.Key_Space)
    assert ran == [True]


def test_space_held_to_pan_does_not_play(stand):
    it = stand()
    ran = []
    it.commands.add(Command("play.toggle", "Play", "Play", ("Space",)), lambda: ran.append(True))
    QTest.keyPress(it.surface, Qt.Key.Key_Space)
    drag(it.surface, (300, 200), (310, 220))
    QTest.keyRelease(it.surface, Qt.Key.Key_Space)
    assert ran == []


# --- the wipe ---------------------------------------------------------------------------------------------


def test_drag_the_line(stand):
    it = stand()
    it.desk.set_compare(mode="wipe")
    drag(it.surface, (321, 400), (481, 400))
    assert it.desk.compare.place[0] == pytest.approx(0.75, abs=0.01)
    assert colour_at(it.surface, 400, 240) == RED
    assert colour_at(it.surface, 560, 240) == GREEN


def test_drag_the_knob_to_turn(stand):
    it = stand()
    it.desk.set_compare(mode="wipe")
    knob = Line.of(it.desk.compare, it.surface.view()).knob.toPoint()
    drag(it.surface, (knob.x(), knob.y()), (420, 240))
    assert it.desk.compare.angle == pytest.approx(90, abs=1)
    assert it.desk.compare.place == (0.5, 0.5)
    assert colour_at(it.surface, 500, 100) == RED
    assert colour_at(it.surface, 500, 400) == GREEN


def test_shift_turns_in_steps(stand):
    it = stand()
    it.desk.set_compare(mode="wipe")
    knob = Line.of(it.desk.compare, it.surface.view()).knob.toPoint()
    drag(it.surface, (knob.x(), knob.y()), (372, 190), modifiers=SHIFT)
    assert it.desk.compare.angle == 45.0


def test_double_click_centres_and_sets_upright(stand):
    it = stand()
    it.desk.set_compare(mode="wipe", place=(0.25, 0.5), angle=30.0)
    line = Line.of(it.desk.compare, it.surface.view())
    QTest.mouseDClick(it.surface, LEFT, NONE, line.middle.toPoint())
    assert it.desk.compare.place == (0.5, 0.5)
    assert it.desk.compare.angle == 30.0
    line = Line.of(it.desk.compare, it.surface.view())
    QTest.mouseDClick(it.surface, LEFT, NONE, line.knob.toPoint())
    assert it.desk.compare.angle == 0.0


def test_the_line_cannot_be_lost(stand):
    it = stand()
    it.desk.set_compare(mode="wipe")
    drag(it.surface, (321, 400), (5000, 400))
    assert it.desk.compare.place[0] == 1.0


# --- tools ------------------------------------------------------------------------------------------------


class Recorder(PlainTool):
    name = "recorder"

    def __init__(self, takes=True):
        super().__init__()
        self.takes = takes
        self.seen = []

    def press(self, point, event):
        self.seen.append(("press", point.x(), point.y()))
        return self.takes

    def move(self, point, event):
        self.seen.append(("move", point.x(), point.y()))
        return self.takes

    def release(self, point, event):
        self.seen.append(("release", point.x(), point.y()))
        return self.takes

    def key(self, event):
        self.seen.append(("key", event.key()))
        return True

    def wheel(self, point, event):
        self.seen.append(("wheel", point.x(), point.y()))
        return True

    def leave(self):
        self.seen.append(("leave",))

    def paint(self, painter, view):
        painter.fillRect(view.rect_to_widget(view.frame.adjusted(8, 8, -48, -32)), Qt.GlobalColor.white)


def test_a_tool_gets_picture_coordinates(stand):
    it, tool = stand(), Recorder()
    it.viewer.add_tool(tool)
    it.desk.set_tool("recorder")
    drag(it.surface, (100, 50), (140, 90))
    assert tool.seen[0] == ("press", 10.0, 5.0)
    assert tool.seen[-1] == ("release", 14.0, 9.0)
    assert {name for name, *_ in tool.seen[1:-1]} == {"move"}
    assert it.surface.framing.zoom is None


def test_a_tool_paints_on_top(stand):
    it, tool = stand(), Recorder()
    it.viewer.add_tool(tool)
    assert colour_at(it.surface, 120, 120) == GREEN
    it.desk.set_tool("recorder")
    assert colour_at(it.surface, 120, 120) == (255, 255, 255)
    assert colour_at(it.surface, 60, 120) == GREEN


def test_a_tool_takes_wheel_and_keys_and_is_told_to_leave(stand):
    it, tool = stand(), Recorder()
    it.viewer.add_tool(tool)
    it.desk.set_tool("recorder")
    wheel(it.surface, (100, 50), 1)
    QTest.keyClick(it.surface, Qt.Key.Key_Escape)
    it.desk.set_tool("hand")
    assert ("wheel", 10.0, 5.0) in tool.seen
    assert ("key", Qt.Key.Key_Escape) in tool.seen
    assert tool.seen[-1] == ("leave",)
    assert it.surface.framing.zoom is None


def test_tools_serve_every_viewer_of_the_desk(stand, qtbot):
    it, tool = stand(), Recorder()
    it.viewer.add_tool(tool)
    other = make_panel(it.context, second=True)
    qtbot.addWidget(other)
    assert other.toolbox is it.viewer.toolbox
    it.desk.set_tool("recorder")
    assert other.toolbox.in_hand is tool


def test_region_by_drag_click_and_escape(stand):
    it = stand()
    QTest.keyClick(it.surface, Qt.Key.Key_G)
    assert it.desk.tool == "region"
    drag(it.surface, (104, 52), (206, 147))
    assert it.desk.region == Region(10, 5, 21, 15)
    QTest.keyClick(it.surface, Qt.Key.Key_Escape)
    assert it.desk.region is None


def test_region_of_what_is_seen(stand):
    it = stand()
    wheel(it.surface, (320, 240), 2)
    it.commands.trigger("viewer.region_seen")
    assert it.desk.region == Region(16, 12, 48, 36)


# --- the loupe --------------------------------------------------------------------------------------------


def test_loupe_while_the_key_is_held(stand, monkeypatch):
    it = stand()
    _move(it.surface, QPoint(200, 200))
    clock = [10.0]
    monkeypatch.setattr("widgets.viewer.pointer.monotonic", lambda: clock[0])
    QTest.keyPress(it.surface, Qt.Key.Key_Z)
    assert it.surface.loupe is not None
    assert (it.surface.loupe.x(), it.surface.loupe.y()) == (20.0, 20.0)
    _move(it.surface, QPoint(300, 200))
    assert it.surface.loupe.x() == 30.0
    clock[0] += 2
    QTest.keyRelease(it.surface, Qt.Key.Key_Z)
    assert it.surface.loupe is None
    assert not it.commands.action("viewer.loupe").isChecked()


def test_loupe_stays_after_a_tap(stand, monkeypatch):
    it = stand()
    monkeypatch.setattr("widgets.viewer.pointer.monotonic", lambda: 10.0)
    QTest.keyClick(it.surface, Qt.Key.Key_Z)
    assert it.surface.loupe is not None
    QTest.keyClick(it.surface, Qt.Key.Key_Z)
    assert it.surface.loupe is None


def test_loupe_shows_the_pixels_enlarged(stand):
    """One blue pixel of a green picture fills a patch of the loupe, at 4 times the view's zoom."""
    it = stand(width=640, height=480)

    def dotted(stage, index, w, h):
        pixels = np.zeros((h, w, 4), np.uint8)
        pixels[240, 320] = (255, 0, 0, 255)
        return pixels

    it.bridge.pictures.paint = dotted
    it.desk.set_playhead(1)
    it.surface.move_loupe(QPointF(320.5, 240.5))
    image = it.surface.grab().toImage()
    colours = [image.pixelColor(x, y) for x in range(310, 332) for y in range(230, 252)]
    blue = sum(colour.blue() == 255 and colour.red() == 0 for colour in colours)
    assert 36 <= blue <= 64  # 8 x 8, less what the frame round it covers
