"""The timeline's commands: zoom, going from cut to cut, selecting, splitting, merging and moving cuts."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.document.commands.cuts import MergeShots, MoveCut, SplitShot
from app.playback.film import FilmShot
from widgets.commands import Command
from widgets.context import Context
from widgets.text import translate
from widgets.timeline.cuts import Cut, nearest_cut
from widgets.timeline.selection import neighbours
from widgets.timeline.ticks import Unit
from widgets.timeline.timeline import Timeline

STEP = 1.6
"""Factor of a key's zoom."""
AT_THE_PLAYHEAD = ("timeline.split", "timeline.cut_here", "timeline.cut_earlier", "timeline.cut_later")
OF_THE_SELECTION = ("timeline.merge", "timeline.mark_shots", "timeline.zoom_shots", "timeline.select_none")
"""Commands that can run or cannot, depending on where the playhead stands and what is selected."""


class Actions(QObject):
    """What the commands do to one timeline, with which they go: the desk, which they listen to, outlives both."""

    def __init__(self, context: Context, timeline: Timeline) -> None:
        super().__init__(timeline)
        self._context = context
        self._timeline = timeline
        self._desk, self._bridge = context.desk, context.bridge

    # --- view and playhead -----------------------------------------------------------------------------------

    def fit(self) -> None:
        """The whole film; where it is shown already, the marked range or the shot at the playhead."""
        model = self._timeline.model
        if not model.scale.fitted:
            self._timeline.zoom(0.0)
            return
        shot = model.film.shot_at(model.playhead)
        place = model.marked or (None if shot is None else (shot.first, shot.beyond))
        if place is not None:
            self._timeline.set_scale(model.scale.over(*place))

    def zoom_shots(self) -> None:
        """The selected shots in the whole width."""
        chosen = self._chosen()
        if chosen:
            self._timeline.set_scale(self._timeline.model.scale.over(chosen[0].first, chosen[-1].beyond))

    def next_unit(self) -> None:
        """Timecode, frames, feet of 35 mm, feet of 16 mm, and round again."""
        units = list(Unit)
        self._timeline.set_unit(units[(units.index(self._timeline.model.unit) + 1) % len(units)])

    # --- selection -------------------------------------------------------------------------------------------

    def _chosen(self) -> list[FilmShot]:
        ids = set(self._desk.selected_shots)
        return [shot for shot in self._timeline.model.film.shots if shot.id in ids]

    def select_here(self) -> None:
        """The shot under the playhead."""
        shot = self._timeline.model.film.shot_at(self._desk.playhead)
        if shot is not None:
            self._timeline.selector.anchor = shot.id
            self._desk.select_shots((shot.id,))

    def select_all(self) -> None:
        """Every shot of the film."""
        self._desk.select_shots(tuple(dict.fromkeys(shot.id for shot in self._timeline.model.film.shots)))

    def select_step(self, by: int, *, extend: bool) -> None:
        """The next or previous shot, alone or too; brought into view."""
        film = self._timeline.model.film
        here = film.shot_at(self._desk.playhead)
        if here is None:
            return
        before = set(self._desk.selected_shots)
        chosen = self._timeline.selector.step(
            film, self._desk.selected_shots, film.shots.index(here), by, extend=extend
        )
        self._desk.select_shots(chosen)
        added = film.shot(next((id for id in chosen if id not in before), chosen[-1 if by > 0 else 0]))
        if added is not None:
            scale = self._timeline.model.scale
            self._timeline.set_scale(scale.showing(added.beyond - 1).showing(added.first))

    def mark(self) -> None:
        """In and out round the selected shots."""
        chosen = self._chosen()
        if chosen:
            self._desk.set_range(None, None)
            self._desk.set_range(chosen[0].first, chosen[-1].beyond - 1)

    # --- edits -----------------------------------------------------------------------------------------------

    def may_edit(self) -> bool | str:
        """A sentence where the project can only be looked at."""
        return translate("Timeline", "This project is open to look at only.") if self._bridge.readonly else True

    def may_split(self) -> bool | str:
        """A sentence where there is a cut already."""
        shot = self._timeline.model.film.shot_at(self._desk.playhead)
        if shot is None or self._bridge.readonly:
            return False if shot is None else self.may_edit()
        if self._split_frame(shot) <= self._bridge.snapshot.shot(shot.id).start:
            return translate("Timeline", "The playhead is on the first frame of a shot: there is a cut already.")
        return True

    def _split_frame(self, shot: FilmShot) -> int:
        return shot.start + self._desk.playhead - shot.first

    def split(self) -> None:
        """Cut the shot under the playhead: its frame becomes the first of the new shot."""
        shot = self._timeline.model.film.shot_at(self._desk.playhead)
        if shot is not None:
            self._bridge.dispatch(SplitShot(shot.id, self._split_frame(shot)))

    def may_merge(self) -> bool | str:
        """A sentence where the selected shots are no neighbours."""
        if self._bridge.readonly:
            return self.may_edit()
        if neighbours(self._timeline.model.film, self._desk.selected_shots):
            return True
        return translate("Timeline", "Select two or more shots that follow each other in one reel.")

    def merge(self) -> None:
        """Make one shot of the selected ones."""
        chosen = tuple(dict.fromkeys(shot.id for shot in self._chosen()))
        self._bridge.dispatch(MergeShots(chosen))
        self._desk.select_shots(chosen[:1])

    def _cut(self) -> Cut | None:
        return nearest_cut(self._timeline.model.film, self._desk.playhead)

    def may_move_cut(self) -> bool | str:
        """A sentence where there is no cut to move."""
        if self._bridge.readonly:
            return self.may_edit()
        return True if self._cut() else translate("Timeline", "There is no cut that could be moved.")

    def nudge_cut(self, by: int) -> None:
        """Move the cut nearest to the playhead by frames; the playhead goes with it."""
        cut = self._cut()
        if cut is not None:
            self._move(cut, cut.position + by)

    def cut_here(self) -> None:
        """Move the nearest cut to the playhead."""
        cut = self._cut()
        if cut is not None:
            self._move(cut, self._desk.playhead)

    def _move(self, cut: Cut, position: int) -> None:
        held = cut.held(position)
        self._desk.set_playhead(held)
        if held != cut.position:
            self._bridge.dispatch(MoveCut(cut.shot.id, cut.frame(held)))

    # --- which can run ---------------------------------------------------------------------------------------

    def listen(self) -> None:
        """Ask again which commands can run whenever that may have changed."""
        self._desk.playhead_changed.connect(self._refresh_at_the_playhead)
        self._desk.selection_changed.connect(self._refresh_of_the_selection)
        self._timeline.feed.film_changed.connect(self._refresh_at_the_playhead)
        self._timeline.feed.film_changed.connect(self._refresh_of_the_selection)

    def _refresh_at_the_playhead(self) -> None:
        self._context.commands.refresh(AT_THE_PLAYHEAD)

    def _refresh_of_the_selection(self) -> None:
        self._context.commands.refresh(OF_THE_SELECTION)


def add_commands(context: Context, timeline: Timeline) -> None:
    """Put the timeline's commands into the table."""
    actions = Actions(context, timeline)
    _add_view(context, timeline, actions)
    _add_selection(context, actions)
    _add_edits(context, actions)
    actions.listen()


def _add_view(context: Context, timeline: Timeline, actions: Actions) -> None:
    view = translate("Timeline", "Timeline")
    add = context.commands.add
    add(
        Command("timeline.zoom_in", translate("Timeline", "Zoom in"), view, ("+", "="), icon="zoom-in"),
        lambda: timeline.zoom(STEP),
    )
    add(
        Command("timeline.zoom_out", translate("Timeline", "Zoom out"), view, ("-",), icon="zoom-out"),
        lambda: timeline.zoom(1 / STEP),
    )
    tip = translate("Timeline", "Show the whole film; again: the marked range or the shot at the playhead")
    add(Command("timeline.fit", translate("Timeline", "Fit the film"), view, ("Shift+Z",), tip), actions.fit)
    add(
        Command("timeline.zoom_shots", translate("Timeline", "Zoom to the selected shots"), view, ("Alt+Z",)),
        actions.zoom_shots,
        lambda: bool(context.desk.selected_shots),
    )
    tip = translate("Timeline", "Count the ruler in timecode, frames, feet of 35 mm or feet of 16 mm")
    add(Command("timeline.unit", translate("Timeline", "Change the ruler's unit"), view, (), tip), actions.next_unit)


def _add_selection(context: Context, actions: Actions) -> None:
    shots = translate("Timeline", "Shots")
    add = context.commands.add
    some = lambda: bool(context.desk.selected_shots)  # noqa: E731
    add(
        Command("timeline.select_here", translate("Timeline", "Select the shot at the playhead"), shots, ("Ctrl+D",)),
        actions.select_here,
    )
    add(
        Command("timeline.select_all", translate("Timeline", "Select all shots"), shots, ("Ctrl+A",)),
        actions.select_all,
    )
    add(
        Command("timeline.select_none", translate("Timeline", "Select no shot"), shots, ("Ctrl+Shift+A",)),
        lambda: context.desk.select_shots(()),
        some,
    )
    for by, name, key in ((-1, "previous", "Up"), (1, "next", "Down")):
        titles = {
            -1: (
                translate("Timeline", "Select the previous shot"),
                translate("Timeline", "Extend the selection to the previous shot"),
            ),
            1: (
                translate("Timeline", "Select the next shot"),
                translate("Timeline", "Extend the selection to the next shot"),
            ),
        }[by]
        add(
            Command(f"timeline.select_{name}", titles[0], shots, (f"Ctrl+{key}",)),
            lambda by=by: actions.select_step(by, extend=False),
        )
        add(
            Command(f"timeline.extend_{name}", titles[1], shots, (f"Ctrl+Shift+{key}",)),
            lambda by=by: actions.select_step(by, extend=True),
        )
    add(
        Command("timeline.mark_shots", translate("Timeline", "Mark the selected shots as in and out"), shots, ("/",)),
        actions.mark,
        some,
    )


def _add_edits(context: Context, actions: Actions) -> None:
    shots = translate("Timeline", "Shots")
    add = context.commands.add
    tip = translate("Timeline", "Split the shot: the frame at the playhead begins a new one")
    add(
        Command(
            "timeline.split", translate("Timeline", "Split at the playhead"), shots, ("Ctrl+K",), tip, icon="scissors"
        ),
        actions.split,
        actions.may_split,
    )
    add(
        Command(
            "timeline.merge", translate("Timeline", "Merge the selected shots"), shots, ("Ctrl+J",), icon="merge"
        ),
        actions.merge,
        actions.may_merge,
    )
    tip = translate("Timeline", "Move the cut nearest to the playhead one frame earlier")
    add(
        Command("timeline.cut_earlier", translate("Timeline", "Cut one frame earlier"), shots, ("Alt+,",), tip),
        lambda: actions.nudge_cut(-1),
        actions.may_move_cut,
    )
    tip = translate("Timeline", "Move the cut nearest to the playhead one frame later")
    add(
        Command("timeline.cut_later", translate("Timeline", "Cut one frame later"), shots, ("Alt+.",), tip),
        lambda: actions.nudge_cut(1),
        actions.may_move_cut,
    )
    add(
        Command(
            "timeline.cut_here", translate("Timeline", "Move the nearest cut to the playhead"), shots, ("Alt+K",)
        ),
        actions.cut_here,
        actions.may_move_cut,
    )
