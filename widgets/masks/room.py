"""What the panel, the tools and the commands of the masks share, and what they do."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal

from app.document.commands import SetVerdicts
from app.document.model import Verdict
from app.document.project import Project
from app.document.repair import Repair
from app.document.snapshot import Snapshot
from app.engine.request import Stage
from app.jobs.hand_repair import DEFECT
from app.playback.film import Film
from widgets.context import Context
from widgets.masks.frame_repairs import FrameRepairs
from widgets.masks.pen import Pen
from widgets.masks.pending import PendingStrokes
from widgets.text import translate
from widgets.viewer.tools import Canvas


class Walk(Protocol):
    """A way through many frames' repairs that takes verdicts and steps before this frame does (`widgets.triage`)."""

    def can_decide(self) -> bool:
        """Whether it would take a verdict now."""
        ...

    def can_step(self) -> bool:
        """Whether it would take a step now."""
        ...

    def decide(self, verdict: Verdict, *, alone: bool = False) -> bool:
        """Take a verdict; False leaves it to the frame."""
        ...

    def step(self, by: int) -> bool:
        """Take a step; False leaves it to the frame."""
        ...


SIZE_STEP = 1.2
HARDNESS_STEP = 0.1


class Room(QObject):
    """Made once for a window, on the UI thread. Changes nothing itself: it dispatches commands."""

    settings_changed = Signal()
    """Class of new repairs, or whether the pen's pressure counts."""
    redraw = Signal()
    """What the tools draw over the picture has changed."""
    brush_changed = Signal()
    """Another size or hardness. Tools listen to the room, which goes with its window; the desk outlives both."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.bridge = context.bridge
        self.desk = context.desk
        self.repairs = FrameRepairs(context, self)
        self.pending = PendingStrokes(context, self)
        self.pen = Pen(self)
        self.walk: Walk | None = None
        self.pending.changed.connect(self.redraw)
        self.desk.repair_changed.connect(self._on_focus)
        self.desk.brush_changed.connect(self.brush_changed)
        self.defect = context.settings.value("masks/class", DEFECT)
        self.pressure_to_size = context.settings.value("masks/pressure", "yes") == "yes"

    def _on_focus(self) -> None:
        self.redraw.emit()

    # --- the brush -----------------------------------------------------------------------------------------

    def set_defect(self, defect: str) -> None:
        """New repairs are of this class."""
        self.defect = defect
        self.context.settings.set_value("masks/class", defect)
        self.settings_changed.emit()

    def set_pressure(self, on: bool) -> None:
        """The pen's pressure decides the brush's size, or does not."""
        self.pressure_to_size = on
        self.context.settings.set_value("masks/pressure", "yes" if on else "no")
        self.settings_changed.emit()

    def grow_brush(self, steps: int) -> None:
        """So many steps of a fifth, and at least a pixel each."""
        size = self.desk.brush_size
        grown = size * SIZE_STEP**steps
        self.desk.set_brush(size=max(grown, size + steps) if steps > 0 else min(grown, size + steps))

    def harden_brush(self, steps: int) -> None:
        """So many tenths harder, or softer where negative."""
        self.desk.set_brush(hardness=round(self.desk.hardness + steps * HARDNESS_STEP, 2))

    def why_not(self) -> str:
        """Why nothing can be changed just now, as a sentence; '' where it can."""
        if self.bridge.readonly:
            return translate("Masks", "The project is open to be read only.")
        if self.desk.viewing is not None:
            return translate("Masks", "You are looking at an earlier state: come back to now to change masks.")
        if self.desk.speed != 0.0:
            return translate("Masks", "The film is playing: stop it to change masks.")
        return ""

    def can_paint(self) -> bool:
        """True where a stroke can begin; otherwise the person is told why not."""
        reason = self.why_not()
        if reason:
            self.bridge.failed.emit(translate("Masks", "Nothing was painted"), reason)
        return not reason

    def stage_under(self, canvas: Canvas | None) -> Stage:
        """The stage whose picture a tool draws on."""
        view = canvas.view() if canvas is not None else None
        compare = self.desk.compare
        return (compare.a if view is not None and view.pane == "a" else compare.b).stage

    def decide_open(self, key: int) -> bool:
        """Keep the fix that is still open by Enter, drop it by Escape; False where there is none."""
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self.pending.keep()
        return key == Qt.Key.Key_Escape and self.pending.drop()

    # --- verdicts ------------------------------------------------------------------------------------------

    def decide(self, repair: Repair, verdict: Verdict, *, alone: bool = False) -> None:
        """A verdict on a repair: on its whole track where it belongs to one, unless it is meant `alone`."""
        if repair.track and not alone:
            self.bridge.dispatch(SetVerdicts((), verdict, (repair.track,)))
        else:
            self.bridge.dispatch(SetVerdicts.on((repair,), verdict))

    def turn(self, repair: Repair, *, alone: bool = False) -> None:
        """Reject what is in force, accept what is not."""
        if not self.why_not():
            self.decide(repair, "reject" if repair.accepted else "accept", alone=alone)

    def decide_focused(self, verdict: Verdict, *, alone: bool = False) -> None:
        """A verdict on the repair in focus, or on what the walk is at."""
        if self.walk is not None and self.walk.decide(verdict, alone=alone):
            return
        repair = self.repairs.focused
        if repair is not None:
            self.decide(repair, verdict, alone=alone)

    def decide_listed(self, verdict: Verdict) -> None:
        """A verdict on every repair in the list; each on this frame alone."""
        if listed := list(self.repairs.listed):
            self.bridge.dispatch(SetVerdicts.on(listed, verdict))

    def can_decide(self) -> bool:
        """Whether there is a repair to decide on."""
        return self.repairs.focused is not None or (self.walk is not None and self.walk.can_decide())

    # --- going on ------------------------------------------------------------------------------------------

    def step(self, by: int) -> None:
        """Put the next repair in focus (the previous for -1): of the walk, or else of the frame."""
        if self.walk is None or not self.walk.step(by):
            self.repairs.step(by)

    def can_step(self) -> bool:
        """Whether there is one to step to."""
        return bool(self.repairs.listed.size) or (self.walk is not None and self.walk.can_step())

    def go_to_repairs(self, by: int) -> None:
        """Go to the next frame (the previous for -1) with repairs in force."""
        project, snapshot, film = self.bridge.project, self.bridge.snapshot, self.bridge.film
        at = self.desk.playhead

        def go(position: int | None) -> None:
            if position is not None:
                self.desk.set_playhead(position)

        self.bridge.ask(self, "go", lambda: next_with_repairs(project, snapshot, film, at, by), go)


def next_with_repairs(project: Project, snapshot: Snapshot, film: Film, at: int, by: int) -> int | None:
    """The nearest programme position after `at` (before it for -1) with a repair in force; None where there is none.

    Reads SQLite: not for the UI thread.
    """
    frames: dict[str, tuple[int, ...]] = {}
    for span in film.spans if by > 0 else reversed(film.spans):
        if (by > 0 and span.beyond <= at + 1) or (by < 0 and span.first >= at):
            continue
        if span.reel not in frames:
            frames[span.reel] = project.frames(snapshot, span.reel)
        marked = frames[span.reel]
        here = span.start + at - span.first
        if by > 0:
            index = bisect_left(marked, max(here + 1, span.start))
            found = marked[index] if index < len(marked) else span.end
        else:
            index = bisect_right(marked, min(here - 1, span.end - 1)) - 1
            found = marked[index] if index >= 0 else span.start - 1
        if span.start <= found < span.end:
            return span.first + found - span.start
    return None
