"""The hand on the stacks: what is shown, what is tried out, and what becomes an edit."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from app.document.change import Change
from app.document.project import Project
from app.document.snapshot import Snapshot
from app.engine.look import NO_PREVIEW, Preview
from app.engine.request import Stage
from app.media.reel import FrameId
from app.playback.film import Film
from widgets.context import Context
from widgets.inspector.edits import Edit
from widgets.inspector.reading import SCOPES, Item, Place, Target, items_of, target_of
from widgets.text import translate

SCOPE_SETTING = "inspector/scope"


@dataclass(frozen=True, slots=True)
class _Past:
    """An earlier state, and the film as it was laid out then."""

    snapshot: Snapshot
    film: Film


class Hand(QObject):
    """Between the inspector's widgets and the desk and bridge; widgets ask it and hand it edits.

    A live edit is a preview on the desk; `commit` makes it one command. The preview stays until the project says
    that the edit holds, so that the picture never falls back in between.
    """

    changed = Signal()
    """What is shown must be read again: another shot, scope or state."""
    moved = Signal()
    """Only the frame is another: keyframed values have changed."""
    focused = Signal(object)
    """The `Place` of the operator that commands act on; None for none."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.bridge, self.desk, self.settings = context.bridge, context.desk, context.settings
        stored = self.settings.value(SCOPE_SETTING, "this")
        self.scope = stored if stored in SCOPES else "this"
        self.ready = False
        """True once the operators are loaded."""
        self.focus: Place | None = None
        self.target: Target | None = None
        self._trying = False
        self._behind = False
        self._past: _Past | None = None
        self.bridge.changed.connect(self._on_change)
        self.bridge.reloaded.connect(self._look_back)
        self.bridge.failed.connect(self._on_failed)
        self.desk.playhead_changed.connect(self._on_playhead)
        self.desk.selection_changed.connect(self.refresh)
        self.desk.viewing_changed.connect(self._look_back)
        self.desk.speed_changed.connect(self._on_standing)
        self.desk.scrubbing_changed.connect(self._on_standing)
        self._look_back()

    # --- what is shown ------------------------------------------------------------------------------------

    @property
    def snapshot(self) -> Snapshot:
        """The state that is shown: the present one, or the earlier one that is looked at once it has been read."""
        return self.bridge.snapshot if self._past is None else self._past.snapshot

    @property
    def editable(self) -> bool:
        """False where the project can only be read, or an earlier state is looked at."""
        return not self.bridge.readonly and self.desk.viewing is None

    @property
    def locked_because(self) -> str:
        """Why nothing can be edited, for a person; '' where it can."""
        if self.bridge.readonly:
            return translate("Inspector", "This project is open to look at only.")
        if self._past is not None:
            return translate("Inspector", "As it was in an earlier state, to look at only. Go back to now to edit.")
        if self.desk.viewing is not None:
            return translate("Inspector", "The earlier state is being read.")
        return ""

    def refresh(self) -> None:
        """Find out whose parameters are shown, and have them read again."""
        self._behind = False
        self.target = self._target()
        self.changed.emit()

    def items(self, stage: str) -> tuple[Item, ...]:
        """The operators of a stage; none before `ready`."""
        if self.target is None or not self.ready:
            return ()
        return items_of(self.snapshot, self.target, stage)

    def item(self, place: Place | None) -> Item | None:
        """The operator at a place, as it is now."""
        if place is None:
            return None
        return next((item for item in self.items(place.stage) if item.place == place), None)

    def set_scope(self, scope: str) -> None:
        """Which shots edits reach from now on."""
        if scope != self.scope:
            self.scope = scope
            self.settings.set_value(SCOPE_SETTING, scope)
            self.refresh()

    def set_focus(self, place: Place | None) -> None:
        """Which operator commands act on."""
        if place != self.focus:
            self.focus = place
            self.focused.emit(place)

    def go_to_frame(self, frame: int) -> None:
        """Bring the playhead to a frame of the lead's reel, where the film shows it."""
        if self.target is None:
            return
        if self._past is not None:  # the shot may be another one by now, or none
            position = self.bridge.film.position(FrameId(self.target.lead.reel, frame))
            self.desk.set_playhead(self.desk.playhead if position is None else position)
            return
        shown = self.bridge.film.shot(self.target.lead.id)
        if shown is not None:
            self.desk.set_playhead(shown.first + min(max(frame, shown.start), shown.end - 1) - shown.start)

    # --- edits --------------------------------------------------------------------------------------------

    def attempt(self, edit: Edit) -> None:
        """Show what an edit would do. Only the shot in view is tried: thousands would cost the slider its ease."""
        if self.target is None or not self.editable:
            return
        stacks = edit.stacks(self.bridge.snapshot, (self.target.lead.id,))
        self._trying = True
        self._show(edit)
        self.desk.set_preview(Preview(stacks=stacks, thresholds=self.desk.preview.thresholds))

    def commit(self, edit: Edit) -> None:
        """Make the edit: one command over all shots of the scope, worked out on the edit thread."""
        self._trying = False
        if self.target is None or not self.editable:
            self._nothing_changed()
            return
        self._show(edit)
        shots, inbox = self.target.shots, self.bridge.inbox

        def work(project: Project) -> None:
            # A shot may have gone since; thousands of stacks take longer to change than a frame may wait.
            now = project.snapshot
            command = edit.command(now, [id for id in shots if id in now.shots_by_id])
            if command is None:
                inbox.post(self._nothing_changed)
            else:
                project.dispatch(command)

        self.bridge.edit(work)

    def _show(self, edit: Edit) -> None:
        """Have B show the stage that an edit touches, where it stands before that: nobody grades what is not seen."""
        order = list(Stage)
        last = max((order.index(Stage(stage)) for stage in edit.changes), default=0)
        look = self.desk.compare.b
        if look.at is None and order.index(look.stage) < last:
            self.desk.set_compare(b=replace(look, stage=order[last]))

    def _nothing_changed(self) -> None:
        if isValid(self) and not self._trying:
            self.drop()
            self.changed.emit()

    def drop(self) -> None:
        """Forget what was tried."""
        self._trying = False
        if self.desk.preview.stacks:
            thresholds = self.desk.preview.thresholds
            self.desk.set_preview(Preview(thresholds=thresholds) if thresholds else NO_PREVIEW)

    # --- what happens outside -----------------------------------------------------------------------------

    def _target(self) -> Target | None:
        desk, now = self.desk, self.bridge.film
        if self._past is None:
            return target_of(self.bridge.snapshot, now, desk.playhead, desk.selected_shots, self.scope)
        then = self._past.film
        position = then.position(now.frame(now.clamped(desk.playhead))) if now.length else None
        nowhere = -1
        return target_of(
            self._past.snapshot, then, nowhere if position is None else position, desk.selected_shots, self.scope
        )

    def _look_back(self) -> None:
        """Read the earlier state that is looked at, if one is; until it is there the present one stays, locked."""
        self._past = None
        seq, project = self.desk.viewing, self.bridge.project

        def question() -> _Past:
            assert seq is not None
            snapshot = project.snapshot_at(seq)
            return _Past(snapshot, Film.of(snapshot))

        def answer(past: _Past) -> None:
            if self.desk.viewing == seq:
                self._past = past
                self.refresh()

        if seq is not None:
            self.bridge.ask(self, "past", question, answer)
        self.refresh()

    def _on_change(self, change: Change) -> None:
        families = {slot[0] for slot in change.slots}
        if not self._trying and "stack" in families:
            self.drop()
        if families & {"stack", "shot", "programme", "pass"}:
            self.refresh()

    def _on_failed(self, headline: str, text: str) -> None:
        if not self._trying:
            self.drop()

    def _on_playhead(self, position: int) -> None:
        before, after = self.target, self._target()
        if before is not None and after is not None and (before.lead, before.shots) == (after.lead, after.shots):
            self.target = after
            if before.inside != after.inside:
                self.changed.emit()
            elif before.frame != after.frame:
                self.moved.emit()
        elif self.desk.speed or self.desk.scrubbing:
            # Building another shot's controls would cost the pictures their time: it stays with the shot it shows.
            self._behind = True
        else:
            self.refresh()

    def _on_standing(self, _: object) -> None:
        if self._behind and not self.desk.speed and not self.desk.scrubbing:
            self.refresh()
