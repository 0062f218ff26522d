"""The viewer's commands: comparing, zooming, what is drawn over the picture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QPointF
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication

from app.engine.request import Stage
from widgets.commands import Command
from widgets.context import Context
from widgets.desk import MODES, Desk
from widgets.text import translate
from widgets.viewer.choices import GAINS, Chooser
from widgets.viewer.geometry import FIT, Framing, panned, stepped, zoomed_at
from widgets.viewer.region import region_seen
from widgets.viewer.surface import Surface
from widgets.viewer.words import mode_name, stage_name

MODE_KEYS = {"single": "Q", "wipe": "W", "side": "S", "difference": "D", "mask": "Shift+M"}
MODE_ICONS = {
    "single": "image",
    "wipe": "square-split-horizontal",
    "side": "columns-2",
    "toggle": "flip-horizontal-2",
    "difference": "contrast",
    "mask": "blend",
}
TURN = 15.0
"""Degrees a key turns the wipe."""
SHARE = 0.05
"""Share of the picture that a key moves the wipe by."""
PAN = 96.0
"""Logical pixels that a key pans by."""


def add_commands(context: Context, surface: Surface, chooser: Chooser) -> None:
    """Add the viewer's commands. Zoom and pan act on the viewer of the window in use."""
    _Commands(context, surface, chooser).add_all()


class _Commands(QObject):
    """Adds the commands, does what they say, keeps their ticks in step. Lives as long as the surface."""

    def __init__(self, context: Context, surface: Surface, chooser: Chooser) -> None:
        super().__init__(surface)
        self._table = context.commands
        self._desk: Desk = context.desk
        self._first = surface
        self._chooser = chooser
        self._before_region = "hand" if context.desk.tool == "region" else context.desk.tool
        self._compare = translate("Category", "Compare")
        self._picture = translate("Category", "Picture")
        context.desk.compare_changed.connect(self._tick)
        chooser.changed.connect(self._tick)
        context.desk.tool_changed.connect(self._tick)

    def add_all(self) -> None:
        """Add every command."""
        self._add_modes()
        self._add_wipe()
        self._add_zoom()
        self._add_overlays()
        self._add_region()
        self._tick()

    @property
    def _surface(self) -> Surface:
        window = QApplication.activeWindow()
        found = window.findChild(Surface) if window is not None else None
        return found if isinstance(found, Surface) else self._first

    def _tick(self) -> None:
        compare, now = self._desk.compare, self._chooser.now
        states = {f"viewer.{mode}": compare.mode == mode for mode in MODES}
        states |= {
            "viewer.overlay": now.overlay,
            "viewer.safe": now.safe,
            "viewer.grid": now.grid,
            "viewer.aspect": now.aspect,
            "viewer.burn_in": now.burn_in,
            "viewer.readout": now.readout,
            "viewer.even_lines": now.lines == "even",
            "viewer.odd_lines": now.lines == "odd",
            "viewer.region": self._desk.tool == "region",
        }
        for id, on in states.items():
            self._table.action(id).setChecked(on)

    def _add(
        self, id: str, title: str, run: Callable[..., object], keys: tuple[str, ...] = (), tip: str = "",
        icon: str = "", checkable: bool = False, category: str = "",
    ) -> None:  # fmt: skip
        command = Command(f"viewer.{id}", title, category or self._picture, keys, tip, checkable, icon)
        self._table.add(command, run)

    # --- comparing ---------------------------------------------------------------------------------------

    def _add_modes(self) -> None:
        tips = {
            "single": translate("Viewer", "One picture: what is worked on (B)"),
            "wipe": translate("Viewer", "A and B parted by a line: drag it, turn it by its knob"),
            "side": translate("Viewer", "A and B next to each other"),
            "toggle": translate("Viewer", "Swap A and B in place"),
            "difference": translate("Viewer", "What differs between A and B as displayed"),
            "mask": translate("Viewer", "The masks alone: accepted white, proposed grey"),
        }
        for mode in MODES:
            keys = ("T",) if mode == "toggle" else (MODE_KEYS[mode],)
            run = self._toggle if mode == "toggle" else lambda _, mode=mode: self._take_mode(mode)
            self._add(mode, mode_name(mode), run, keys, tips[mode], MODE_ICONS[mode], True, self._compare)
        self._add(
            "swap", translate("Viewer", "Exchange A and B"), self._exchange, ("X",), icon="arrow-left-right",
            category=self._compare,
        )  # fmt: skip
        for key, pane in (("Alt+Shift+", "a"), ("Ctrl+Alt+", "b")):
            for number, stage in enumerate(Stage, 1):
                title = translate("Viewer", "{pane} shows {stage}").format(pane=pane.upper(), stage=stage_name(stage))
                run = lambda pane=pane, stage=stage: self._show_stage(pane, stage)  # noqa: E731
                self._add(f"{pane}_{stage.value}", title, run, (f"{key}{number}",), category=self._compare)
        self._add(
            "gain", translate("Viewer", "Next gain of the difference"), self._next_gain, ("Shift+D",),
            translate("Viewer", "The difference times 1, 2, 4, 8, 16, 32"), category=self._compare,
        )  # fmt: skip

    def _take_mode(self, mode: str) -> None:
        self._desk.set_compare(mode=mode)
        self._tick()  # a second press of the same key must not take the tick off

    def _toggle(self, on: bool) -> None:
        """A first press shows A where B was; each one after swaps. Whether it is ticked is the desk's to say."""
        compare = self._desk.compare
        if compare.mode == "toggle":
            self._desk.set_compare(swapped=not compare.swapped)
        else:
            self._desk.set_compare(mode="toggle", swapped=False)
        self._tick()

    def _exchange(self) -> None:
        compare = self._desk.compare
        self._desk.set_compare(a=compare.b, b=compare.a)

    def _show_stage(self, pane: str, stage: Stage) -> None:
        compare = self._desk.compare
        self._desk.set_compare(**{pane: replace(compare.a if pane == "a" else compare.b, stage=stage)})

    def _next_gain(self) -> None:
        self._chooser.change(gain=GAINS[(GAINS.index(self._chooser.now.gain) + 1) % len(GAINS)])

    def _add_wipe(self) -> None:
        entries = (
            ("wipe_centre", translate("Viewer", "Centre the wipe"), "Shift+W", self._centre_wipe),
            ("wipe_left", translate("Viewer", "Wipe to the left"), "Alt+Shift+Left", lambda: self._shift(-SHARE)),
            ("wipe_right", translate("Viewer", "Wipe to the right"), "Alt+Shift+Right", lambda: self._shift(SHARE)),
            ("wipe_turn", translate("Viewer", "Turn the wipe clockwise"), "Alt+Shift+Up", lambda: self._turn(TURN)),
            (
                "wipe_turn_back", translate("Viewer", "Turn the wipe anticlockwise"), "Alt+Shift+Down",
                lambda: self._turn(-TURN),
            ),
        )  # fmt: skip
        for id, title, key, run in entries:
            self._add(id, title, run, (key,), category=self._compare)

    def _centre_wipe(self) -> None:
        """To the middle of what is seen."""
        view = self._surface.view()
        if view is not None:
            middle = view.visible.center()
            self._desk.set_compare(place=(middle.x() / view.width, middle.y() / view.height))

    def _shift(self, share: float) -> None:
        x, y = self._desk.compare.place
        self._desk.set_compare(place=(min(max(x + share, 0.0), 1.0), y))

    def _turn(self, degrees: float) -> None:
        angle = self._desk.compare.angle + degrees
        self._desk.set_compare(angle=(angle + 180.0) % 360.0 - 180.0)

    # --- zoom and pan ------------------------------------------------------------------------------------

    def _add_zoom(self) -> None:
        self._add("fit", translate("Viewer", "Fit"), lambda: self._surface.frame_as(FIT), ("F",), icon="scan")
        for id, key, zoom in (("100", "1", 1.0), ("200", "2", 2.0), ("400", "4", 4.0), ("800", "8", 8.0)):
            title = translate("Viewer", "{percent} %").format(percent=id)
            self._add(f"zoom_{id}", title, lambda zoom=zoom: self._zoom_to(zoom), (key,))
        self._add(
            "zoom_in", translate("Viewer", "Zoom in"), lambda: self._zoom_by(1), ("Ctrl+=", "Ctrl++"), icon="zoom-in"
        )
        self._add(
            "zoom_out", translate("Viewer", "Zoom out"), lambda: self._zoom_by(-1), ("Ctrl+-",), icon="zoom-out"
        )
        for id, title, dx, dy in (
            ("left", translate("Viewer", "Look further left"), 1, 0),
            ("right", translate("Viewer", "Look further right"), -1, 0),
            ("up", translate("Viewer", "Look further up"), 0, 1),
            ("down", translate("Viewer", "Look further down"), 0, -1),
        ):
            key = f"Ctrl+Alt+Shift+{id.capitalize()}"
            self._add(f"pan_{id}", title, lambda dx=dx, dy=dy: self._pan(QPointF(dx, dy) * PAN), (key,))
        self._add(
            "loupe", translate("Viewer", "Loupe"), lambda on: self._surface.pointer.show_loupe(on), ("Z",),
            translate("Viewer", "Loupe under the pointer: tap the key, or hold it"), "search", True,
        )  # fmt: skip

    def _zoom_to(self, zoom: float) -> None:
        """About the pointer where it is over the picture, else about the middle."""
        surface = self._surface
        view = surface.view()
        if view is not None:
            over = surface.mapFromGlobal(QCursor.pos().toPointF()) if surface.underMouse() else None
            anchor = over if over is not None and view.area.contains(over) else view.area.center()
            surface.frame_as(zoomed_at(view, zoom, anchor))

    def _zoom_by(self, steps: int) -> None:
        view = self._surface.view()
        if view is not None:
            self._zoom_to(stepped(view.zoom, steps))

    def _pan(self, by: QPointF) -> None:
        view = self._surface.view()
        if view is not None:
            framing: Framing = panned(view, by)
            self._surface.frame_as(framing)

    # --- over the picture --------------------------------------------------------------------------------

    def _add_overlays(self) -> None:
        choose = self._chooser.change
        entries = (
            ("overlay", translate("Viewer", "Mask overlay"), "M", "layers", lambda on: choose(overlay=on)),
            ("safe", translate("Viewer", "Safe areas"), "Shift+S", "frame", lambda on: choose(safe=on)),
            ("grid", translate("Viewer", "Pixel grid from 800 %"), "Shift+G", "grid-3x3", lambda on: choose(grid=on)),
            ("aspect", translate("Viewer", "Pixel aspect ratio"), "Shift+A", "ruler", lambda on: choose(aspect=on)),
            ("burn_in", translate("Viewer", "Frame line"), "Shift+B", "tag", lambda on: choose(burn_in=on)),
            ("readout", translate("Viewer", "Pixel values"), "Shift+P", "pipette", lambda on: choose(readout=on)),
            ("even_lines", translate("Viewer", "Even lines only"), "Shift+E", "", self._even),
            ("odd_lines", translate("Viewer", "Odd lines only"), "Shift+O", "", self._odd),
        )
        tips = {
            "overlay": translate("Viewer", "Show the masks: accepted solid, proposed dashed, rejected dotted"),
            "safe": translate("Viewer", "Action 93 %, title 90 %, and the centre"),
            "aspect": translate("Viewer", "Show pixels as wide as the reel says"),
            "burn_in": translate("Viewer", "Timecode, frame, stage, and what is not exact about the picture"),
            "even_lines": translate("Viewer", "Field view: lines 0, 2, 4..."),
            "odd_lines": translate("Viewer", "Field view: lines 1, 3, 5..."),
        }
        for id, title, key, icon, run in entries:
            self._add(id, title, run, (key,), tips.get(id, ""), icon, True)

    def _even(self, on: bool) -> None:
        self._chooser.change(lines="even" if on else "frame")

    def _odd(self, on: bool) -> None:
        self._chooser.change(lines="odd" if on else "frame")

    def _add_region(self) -> None:
        self._add(
            "region", translate("Viewer", "Mark a region"), self._take_region, ("G",),
            translate("Viewer", "Drag a region of interest; the scopes measure it"), "square-dashed", True,
        )  # fmt: skip
        self._add("region_seen", translate("Viewer", "Region: what is seen"), self._mark_seen, ("Alt+G",))
        self._add(
            "region_clear",
            translate("Viewer", "Region: none"),
            lambda: self._desk.set_region(None),
            ("Alt+Shift+G",),
        )

    def _take_region(self, on: bool) -> None:
        if on:
            self._before_region = self._desk.tool
        self._desk.set_tool("region" if on else self._before_region)

    def _mark_seen(self) -> None:
        view = self._surface.view()
        if view is not None:
            self._desk.set_region(region_seen(view))
