"""What is dragged: one small class a kind of drag. Esc takes each of them back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt, QTimer

from app.document.commands.cuts import MoveCut
from widgets.timeline.cuts import Cut
from widgets.timeline.lanes.overview import view_frame, whole_film

if TYPE_CHECKING:
    from widgets.timeline.timeline import Timeline

DROPPED_MS = 1000
"""The preview of a cut goes after so long where the project refused the command."""


class Drag(Protocol):
    """A press that is held. `x` is in pixels from the film's left edge."""

    holds_view: bool
    """The view does not follow the playhead meanwhile: the drag moves it itself."""

    def move(self, x: float) -> None:
        """The pointer is here now."""

    def release(self) -> None:
        """Let go: what was dragged holds."""

    def cancel(self) -> None:
        """Esc: all as it was."""


class Scrub:
    """The playhead goes with the pointer."""

    holds_view = True

    def __init__(self, timeline: Timeline, x: float) -> None:
        self._timeline = timeline
        self._before = timeline.desk.playhead
        timeline.desk.set_scrubbing(True)
        self.move(x)

    def move(self, x: float) -> None:
        """Go to the frame under the pointer."""
        self._timeline.desk.set_playhead(self._timeline.model.scale.frame(x))

    def release(self) -> None:
        """The playhead stays."""
        self._timeline.desk.set_scrubbing(False)

    def cancel(self) -> None:
        """Back to where it stood."""
        self._timeline.desk.set_scrubbing(False)
        self._timeline.desk.set_playhead(self._before)


class MoveTheCut:
    """A cut goes with the pointer, and the viewer shows the frame that would begin the shot."""

    holds_view = True

    def __init__(self, timeline: Timeline, cut: Cut, x: float) -> None:
        self._timeline, self._cut = timeline, cut
        self._before = timeline.desk.playhead
        self._off = timeline.model.scale.x(cut.position) - x
        timeline.model.hovered = cut
        self._position = cut.position
        timeline.desk.set_scrubbing(True)

    def move(self, x: float) -> None:
        """Preview it here."""
        timeline = self._timeline
        position = self._cut.held(timeline.model.scale.edge(x + self._off))
        if position != self._position:
            self._position = position
            timeline.model.drag(self._cut, position)
            timeline.redraw(("shots",))
            timeline.desk.set_playhead(position)

    def release(self) -> None:
        """One command, if it was moved at all."""
        timeline = self._timeline
        timeline.desk.set_scrubbing(False)
        if self._position == self._cut.position:
            timeline.model.drop()
        else:
            # The preview stays until the project has the cut, so that nothing jumps back in between.
            timeline.bridge.dispatch(MoveCut(self._cut.shot.id, self._cut.frame(self._position)))
            QTimer.singleShot(DROPPED_MS, timeline, timeline.gestures.drop_preview)
        timeline.redraw(("shots",))

    def cancel(self) -> None:
        """The cut is where it was."""
        self._timeline.desk.set_scrubbing(False)
        self._timeline.model.drop()
        self._timeline.desk.set_playhead(self._before)
        self._timeline.redraw(("shots",))


class MoveMark:
    """In or out goes with the pointer; pressed with Shift, a new range is drawn."""

    holds_view = True

    def __init__(self, timeline: Timeline, fixed: int | None, out: bool) -> None:
        self._timeline, self._fixed, self._out = timeline, fixed, out
        self._before = (timeline.desk.in_point, timeline.desk.out_point)

    def move(self, x: float) -> None:
        """Mark up to the frame under the pointer."""
        here = self._timeline.model.scale.frame(x)
        if self._fixed is not None:
            self._timeline.desk.set_range(min(here, self._fixed), max(here, self._fixed))
        elif self._out:
            self._timeline.desk.set_range(None, here)
        else:
            self._timeline.desk.set_range(here, None)

    def release(self) -> None:
        """The marks stay."""

    def cancel(self) -> None:
        """The marks are as they were."""
        self._timeline.desk.set_range(*self._before)


class SelectShots:
    """A press selects the shot under it; drawn on, those up to the pointer too."""

    holds_view = False

    def __init__(self, timeline: Timeline, x: float, modifiers: Qt.KeyboardModifier) -> None:
        self._timeline = timeline
        self._before = timeline.desk.selected_shots
        self._place = -1
        extend = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        toggle = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        self._select(x, extend=extend, toggle=toggle)

    def _select(self, x: float, *, extend: bool, toggle: bool = False) -> None:
        timeline = self._timeline
        film = timeline.model.film
        position = timeline.model.scale.frame(x)
        shot = film.shot_at(position)
        if shot is not None and shot.first != self._place:
            self._place = shot.first
            chosen = timeline.selector.click(
                film, timeline.desk.selected_shots, shot.id, extend=extend, toggle=toggle
            )
            timeline.desk.select_shots(chosen)

    def move(self, x: float) -> None:
        """Extend to the shot under the pointer."""
        self._select(x, extend=True)

    def release(self) -> None:
        """The selection stays."""

    def cancel(self) -> None:
        """The selection is as it was."""
        self._timeline.desk.select_shots(self._before)


class Pan:
    """The film is pushed along."""

    holds_view = True

    def __init__(self, timeline: Timeline, x: float) -> None:
        self._timeline, self._x, self._scale = timeline, x, timeline.model.scale

    def move(self, x: float) -> None:
        """What was under the pointer stays under it."""
        self._timeline.set_scale(self._scale.panned(self._x - x))

    def release(self) -> None:
        """It stays there."""

    def cancel(self) -> None:
        """Back."""
        self._timeline.set_scale(self._scale)


class SlideView:
    """The frame in the overview is pushed along; pressed beside it, it jumps to the pointer first."""

    holds_view = True

    def __init__(self, timeline: Timeline, x: float) -> None:
        self._timeline, self._scale = timeline, timeline.model.scale
        row = timeline.layers.row("overview")
        assert row is not None
        self._area = timeline.layers.area(row)
        frame = view_frame(self._area, timeline.model).translated(-self._area.left(), 0)
        self._grip = x - frame.left() if frame.left() <= x <= frame.right() else frame.width() / 2
        self._width = frame.width()
        self.move(x)

    def move(self, x: float) -> None:
        """Show the part of the film that the frame covers."""
        timeline = self._timeline
        middle = whole_film(timeline.model, self._area.width()).at(x - self._grip + self._width / 2)
        timeline.set_scale(self._scale.moved(middle - self._scale.span / 2))

    def release(self) -> None:
        """It stays there."""

    def cancel(self) -> None:
        """Back."""
        self._timeline.set_scale(self._scale)
