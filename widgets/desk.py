"""What the person at the desk is doing: where the playhead stands, what is compared, which tool is in hand.

Nothing here is an edit, and nothing of it goes into the ledger. Views read it, change it through its setters and
redraw on its signals, so that any number of views show the same.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, Signal

from app.engine.look import NO_PREVIEW, Look, Preview
from app.engine.request import Stage
from operators.contract import Region

MODES = ("single", "wipe", "side", "toggle", "difference", "mask")
"""How a viewer sets A and B against each other."""


@dataclass(frozen=True, slots=True)
class Compare:
    """Which two looks a viewer shows, and how.

    `place` is where the wipe's line crosses the picture, as a share of width and height; `angle` its slope in
    degrees, 0 being upright. In mode "toggle" `swapped` tells which of the two is seen.
    """

    mode: str = "single"
    a: Look = field(default_factory=lambda: Look(Stage.SOURCE))
    b: Look = field(default_factory=lambda: Look(Stage.REPAIR))
    angle: float = 0.0
    place: tuple[float, float] = (0.5, 0.5)
    swapped: bool = False


class Desk(QObject):
    """The shared state of all views. Made and used on the UI thread only."""

    playhead_changed = Signal(int)
    range_changed = Signal()
    selection_changed = Signal()
    compare_changed = Signal()
    preview_changed = Signal()
    tool_changed = Signal(str)
    brush_changed = Signal()
    repair_changed = Signal(str)
    speed_changed = Signal(float)
    scrubbing_changed = Signal(bool)
    viewing_changed = Signal()
    region_changed = Signal()
    loop_changed = Signal(bool)
    reveal = Signal(object)
    """A `Region` in picture coordinates that the person asks to see: viewers pan to it where it is out of sight."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.length = 0
        self.playhead = 0
        self.in_point: int | None = None
        self.out_point: int | None = None
        self.selected_shots: tuple[str, ...] = ()
        self.compare = Compare()
        self.preview: Preview = NO_PREVIEW
        self.tool = "hand"
        self.brush_size = 24.0
        self.hardness = 0.8
        self.repair = ""
        self.speed = 0.0
        self.scrubbing = False
        self.viewing: int | None = None
        self.region: Region | None = None
        self.loop = False

    def set_length(self, length: int) -> None:
        """The film has become this long; playhead and range are brought inside it."""
        self.length = length
        self.set_playhead(self.playhead)
        last = max(length - 1, 0)
        start = None if self.in_point is None or self.in_point > last else self.in_point
        end = None if self.out_point is None else min(self.out_point, last)
        self.set_range(start, end if start is None or end is None or end >= start else None)

    def set_playhead(self, position: int) -> None:
        """Go to a programme position; the nearest one there is."""
        position = min(max(int(position), 0), max(self.length - 1, 0))
        if position != self.playhead:
            self.playhead = position
            self.playhead_changed.emit(position)

    def set_range(self, in_point: int | None, out_point: int | None) -> None:
        """Mark in and out (both inclusive), None for none. A mark that would turn the range round drops the other."""
        if in_point is not None and out_point is not None and out_point < in_point:
            if in_point != self.in_point:
                out_point = None
            else:
                in_point = None
        if (in_point, out_point) != (self.in_point, self.out_point):
            self.in_point, self.out_point = in_point, out_point
            self.range_changed.emit()

    def played_range(self) -> tuple[int, int]:
        """First and one-past-last position of the marked range; the whole film where nothing is marked."""
        first = 0 if self.in_point is None else self.in_point
        beyond = self.length if self.out_point is None else self.out_point + 1
        return first, max(beyond, first)

    def set_loop(self, loop: bool) -> None:
        """Play the marked range round and round."""
        if loop != self.loop:
            self.loop = loop
            self.loop_changed.emit(loop)

    def select_shots(self, ids: tuple[str, ...]) -> None:
        """Select these shots, in this order."""
        if ids != self.selected_shots:
            self.selected_shots = ids
            self.selection_changed.emit()

    def set_compare(self, **changes: object) -> None:
        """Change some of `Compare`'s fields."""
        compare = replace(self.compare, **changes)  # type: ignore[arg-type]
        if compare != self.compare:
            self.compare = compare
            self.compare_changed.emit()

    def set_preview(self, preview: Preview) -> None:
        """Show what a slider would do; `NO_PREVIEW` when it is let go."""
        if preview != self.preview:
            self.preview = preview
            self.preview_changed.emit()

    def set_tool(self, name: str) -> None:
        """Take a tool in hand."""
        if name != self.tool:
            self.tool = name
            self.tool_changed.emit(name)

    def set_brush(self, size: float | None = None, hardness: float | None = None) -> None:
        """Brush diameter in picture pixels (1 to 2000) and hardness (0 soft to 1 hard)."""
        size = self.brush_size if size is None else min(max(size, 1.0), 2000.0)
        hardness = self.hardness if hardness is None else min(max(hardness, 0.0), 1.0)
        if (size, hardness) != (self.brush_size, self.hardness):
            self.brush_size, self.hardness = size, hardness
            self.brush_changed.emit()

    def focus_repair(self, key: str) -> None:
        """Put a repair in focus by its component key; '' for none."""
        if key != self.repair:
            self.repair = key
            self.repair_changed.emit(key)

    def set_speed(self, speed: float) -> None:
        """Tell that the film runs at this speed (1 is projection speed, negative backwards, 0 standing)."""
        if speed != self.speed:
            self.speed = speed
            self.speed_changed.emit(speed)

    def set_scrubbing(self, scrubbing: bool) -> None:
        """Tell that the playhead is being dragged."""
        if scrubbing != self.scrubbing:
            self.scrubbing = scrubbing
            self.scrubbing_changed.emit(scrubbing)

    def view_row(self, seq: int | None) -> None:
        """Look at the state after a ledger row; None for the present."""
        if seq != self.viewing:
            self.viewing = seq
            self.viewing_changed.emit()

    def set_region(self, region: Region | None) -> None:
        """Mark a region of interest in picture coordinates; None for the whole frame."""
        if region != self.region:
            self.region = region
            self.region_changed.emit()
