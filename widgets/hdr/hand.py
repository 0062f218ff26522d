"""The hand on a shot's HDR Vivid: what is shown, what is tried out, and what becomes a row."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal

from app.document.change import Change
from app.document.commands import Command, SetVivid, ShotGrade
from app.document.commands.vivid import vivid_of
from app.document.model import VividGrade
from app.document.snapshot import Snapshot
from app.engine.hdr_look import SDR_NITS
from app.engine.look import HdrLook, Look, Preview, seen_as
from app.engine.request import Stage
from app.engine.vivid import MeasuredShot, measured_shot
from app.jobs.measure_shots import picture_key
from app.media.reel import FrameId
from app.playback.film import Film
from widgets.context import Context
from widgets.hdr.reading import Reading, changed_names
from widgets.text import translate


@dataclass(frozen=True, slots=True)
class _Past:
    snapshot: Snapshot
    film: Film


@dataclass(frozen=True, slots=True)
class _Known:
    """The light of a shot as it was last read, and of which artefact and state that was."""

    shot: str
    light: str
    measured: MeasuredShot | None
    stale: bool


class VividHand(QObject):
    """Between the HDR panel's widgets and desk and bridge.

    `attempt` shows what an edit would do as a preview on the desk, `commit` makes it one row over all shots that
    share the grade. The preview stays until the project says that the edit holds.
    """

    changed = Signal()
    """What is shown must be read again."""
    moved = Signal()
    """Only the frame is another."""
    which_changed = Signal()
    """The other set is shown."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.bridge, self.desk = context.bridge, context.desk
        self.which = "hdr"
        self.clipboard: VividGrade | None = None
        self._tried: VividGrade | None = None
        self._known: _Known | None = None
        self._past: _Past | None = None
        self._shot: str | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh)
        self.bridge.changed.connect(self._on_change)
        self.bridge.reloaded.connect(self._look_back)
        self.bridge.failed.connect(self._on_failed)
        self.desk.playhead_changed.connect(self._on_playhead)
        self.desk.selection_changed.connect(self.changed)
        self.desk.viewing_changed.connect(self._look_back)
        self.desk.speed_changed.connect(self._on_standing)
        self.desk.scrubbing_changed.connect(self._on_standing)
        self._look_back()

    # --- what is shown ------------------------------------------------------------------------------------

    @property
    def snapshot(self) -> Snapshot:
        """The state that is shown."""
        return self.bridge.snapshot if self._past is None else self._past.snapshot

    @property
    def reading(self) -> Reading | None:
        """The shot under the playhead; None where there is none."""
        if self._shot is None or self._shot not in self.snapshot.shots_by_id:
            return None
        read = Reading.of(self.snapshot, self._shot)
        known = self._known
        if known is not None and known.shot == self._shot:
            read = replace(read, measured=known.measured, stale=known.stale)
        return read if self._tried is None else replace(read, grade=self._tried)

    @property
    def frame(self) -> FrameId | None:
        """The frame under the playhead."""
        film = self.bridge.film
        return film.frame(film.clamped(self.desk.playhead)) if film.length else None

    @property
    def chosen(self) -> tuple[str, ...]:
        """The shots that copying, linking and measuring go to: the selected ones, else the one in view."""
        there = self.bridge.snapshot.shots_by_id
        picked = tuple(id for id in self.desk.selected_shots if id in there)
        return picked or ((self._shot,) if self._shot is not None and self._shot in there else ())

    @property
    def locked_because(self) -> str:
        """Why nothing can be edited, for a person; '' where it can."""
        if self.bridge.readonly:
            return translate("Hdr", "This project is open to look at only.")
        if self.desk.viewing is not None:
            return translate("Hdr", "An earlier state, to look at only. Go back to now to edit.")
        return ""

    def refresh(self) -> None:
        """Find out which shot is in view, and have its light read."""
        film = self.bridge.film if self._past is None else self._past.film
        here = film.shot_at(self.desk.playhead)
        self._shot = None if here is None else here.id
        self._read_light()
        self.changed.emit()

    def set_which(self, which: str) -> None:
        """Work on the HDR or the SDR set."""
        if which != self.which:
            self.which = which
            self.which_changed.emit()
            self.changed.emit()

    def _read_light(self) -> None:
        if self._shot is None:
            return
        snapshot, id, engine = self.snapshot, self._shot, self.bridge.session.engine
        light = vivid_of(snapshot, id).light
        if self._known is not None and (self._known.shot, self._known.light) != (id, light):
            self._known = None

        def question() -> _Known:
            if not light:
                return _Known(id, light, None, False)
            found, shot = measured_shot(engine.project.artefacts, light), snapshot.shot(id)
            stale = not found.covers(shot) or found.key != picture_key(engine, snapshot, shot)
            return _Known(id, light, found, stale)

        self.bridge.ask(self, "light", question, self._take_light)

    def _take_light(self, known: _Known) -> None:
        if known.shot == self._shot and known != self._known:
            self._known = known
            self.changed.emit()

    # --- edits --------------------------------------------------------------------------------------------

    def attempt(self, grade: VividGrade) -> None:
        """Show what a grade would do to the shot in view."""
        read = self.reading
        if read is None or self.locked_because:
            return
        self._tried = grade
        self._show()
        now = self.desk.preview
        self.desk.set_preview(Preview(now.stacks, now.thresholds, dict.fromkeys(read.shots, grade)))
        self.changed.emit()

    def commit(self, grade: VividGrade) -> None:
        """Make it a row, for all shots that share the grade; nothing where it changes nothing."""
        read = self.reading
        if read is None or self.locked_because:
            self.drop()
            return
        before = vivid_of(self.bridge.snapshot, read.shot.id).grade
        if grade == before:
            self.drop()
            return
        self.attempt(grade)
        if grade.automatic != before.automatic:
            act, what = ("automatic" if grade.automatic else "hand"), ""
            if changed_names(before, grade):
                act, what = "set", ", ".join(changed_names(before, grade))
        else:
            act, what = "set", ", ".join(changed_names(before, grade))
        self.dispatch(SetVivid(tuple(ShotGrade(id, grade) for id in read.shots), act, what))

    def set_mastering(self, nits: float) -> None:
        """Give all shots this mastering display, in one row: a stream names one."""
        snapshot = self.bridge.snapshot
        given = tuple(
            ShotGrade(shot.id, replace(vivid_of(snapshot, shot.id).grade, mastering_nits=nits))
            for shot in snapshot.shots
        )
        self.dispatch(SetVivid(given, "set", "mastering_nits"))

    def dispatch(self, command: Command) -> None:
        """Hand a command on."""
        if not self.locked_because:
            self.bridge.dispatch(command)

    def _on_failed(self, *_: object) -> None:
        self.drop()

    def drop(self) -> None:
        """Forget what was tried."""
        self._tried = None
        now = self.desk.preview
        if now.vivid:
            self.desk.set_preview(Preview(now.stacks, now.thresholds))
        self.changed.emit()

    def see(self, nits: float) -> None:
        """Have B show what a display of this peak shows (0: the master), of the grade or a later stage."""
        look = self.desk.compare.b
        self.desk.set_compare(b=self._graded(seen_as(look, nits=nits)))

    def set_false_colour(self, on: bool) -> None:
        """Have A and B show light as colours, or not."""
        a, b = self.desk.compare.a, self.desk.compare.b
        a, b = (self._graded(seen_as(look, false_colour=on)) for look in (a, b))
        self.desk.set_compare(a=a, b=b)

    def beside_master(self) -> None:
        """Set the master at the left of the wipe against a display at its right."""
        compare = self.desk.compare
        nits = (compare.b.hdr or HdrLook()).nits or self._own_display()
        self.desk.set_compare(mode="wipe", a=Look(Stage.GRADE), b=Look(Stage.GRADE, hdr=HdrLook(nits)))

    def _graded(self, look: Look) -> Look:
        return look if look.stage in (Stage.GRADE, Stage.DELIVER) else replace(look, stage=Stage.GRADE)

    def _own_display(self) -> float:
        read = self.reading
        return SDR_NITS if self.which == "sdr" or read is None else read.grade.target_nits or SDR_NITS

    def _show(self) -> None:
        """Nobody grades what is not seen: where no display is looked at that uses this set, B shows one."""
        seen = [look.hdr.nits for look in (self.desk.compare.a, self.desk.compare.b) if look.hdr is not None]
        if not any(nits and (nits == SDR_NITS) == (self.which == "sdr") for nits in seen):
            self.see(self._own_display())

    # --- what happens outside -----------------------------------------------------------------------------

    def _look_back(self) -> None:
        """Read the earlier state that is looked at, if one is; until it is there the present one stays, locked."""
        self._past, self._tried = None, None
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
        if "vivid" in families:
            self.drop()
        if families & {"vivid", "shot", "programme", "stack"} or change.repairs:
            self.refresh()

    def _on_playhead(self, position: int) -> None:
        film = self.bridge.film if self._past is None else self._past.film
        here = film.shot_at(position)
        if (None if here is None else here.id) == self._shot:
            self.moved.emit()
        elif not self.desk.speed and not self.desk.scrubbing:
            self._tried = None
            self._soon.start()  # several shots in one go are read once

    def _on_standing(self, _: object) -> None:
        if not self.desk.speed and not self.desk.scrubbing:
            self.refresh()
