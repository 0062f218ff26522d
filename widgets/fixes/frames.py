"""Fixes of whole frames and whole shots: a frame replaced, a mask tracked from the keys that a person set."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath

from app.document.commands import AddRepairs
from app.document.model import Handwork
from app.document.query import Repair
from app.engine.worker import Token
from app.jobs.fixes import Fix, fixed_over
from app.jobs.progress import Reporter
from app.jobs.shapes import Drawn
from app.jobs.splice import steadied
from app.jobs.strokes import SoftMask
from app.jobs.tracking import tracked
from app.jobs.whole_frame import interpolated
from app.media.reel import FrameId
from widgets.fixes.room import FixRoom
from widgets.text import translate


class Frames:
    """What the commands of this kind do. `keys` are the repairs that a mask is tracked from, by frame."""

    def __init__(self, room: FixRoom) -> None:
        self._room = room
        self.keys: dict[FrameId, Repair] = {}

    # --- one frame -----------------------------------------------------------------------------------------

    def can_replace(self) -> bool | str:
        """True, or why the frame cannot be replaced."""
        room = self._room
        if room.masks.why_not():
            return room.masks.why_not()
        return True if room.bridge.film.length else translate("Fixes", "There is no frame.")

    def replace(self) -> None:
        """Replace the frame under the playhead by interpolation."""
        room = self._room
        frame = room.bridge.film.frame(room.desk.playhead)
        fmt = room.bridge.session.engine.reels[frame.reel].format
        path = QPainterPath()
        path.addRect(QRectF(0, 0, fmt.width, fmt.height))
        room.carry_out(frame, interpolated, path)

    def steady(self) -> None:
        """Steady the splice whose first frame stands under the playhead, as one job, one row and one track."""
        room = self._room
        bridge, frame = room.bridge, room.bridge.film.frame(room.desk.playhead)

        def run(reporter: Reporter, token: Token) -> AddRepairs | None:
            with bridge.session.engine.aside() as engine:
                fixes = steadied(engine, frame, token)
                return fixed_over(engine, fixes, reporter, token) if fixes else None

        def done(command: AddRepairs | None) -> None:
            if command is not None:
                bridge.dispatch(command)
                return
            reason = translate("Fixes", "The frames from here on are steady: go to the first one after the join.")
            bridge.failed.emit(translate("Fixes", "Nothing was steadied"), reason)

        shot = bridge.snapshot.shot_at(frame.reel, frame.index)
        bridge.jobs.submit(lambda: translate("Fixes", "Steadying a splice"), "fix", run, done, (shot.id,), light=True)

    # --- a track -------------------------------------------------------------------------------------------

    def can_set_key(self) -> bool | str:
        """True, or why there is nothing to set."""
        room = self._room
        if room.masks.why_not():
            return room.masks.why_not()
        if room.masks.repairs.focused is None:
            return translate("Fixes", "No repair is selected: mark what is to be tracked first.")
        return True

    def set_key(self) -> None:
        """The mask of the repair in focus is a key on its frame; the same one again is none."""
        repair = self._room.masks.repairs.focused
        if repair is None:
            return
        frame = FrameId(repair.reel, repair.frame)
        if frame in self.keys and self.keys[frame].id == repair.id:
            del self.keys[frame]
        else:
            self.keys[frame] = repair
        self._room.changed.emit()

    def can_track(self) -> bool | str:
        """True, or why nothing can be tracked."""
        if self._room.masks.why_not():
            return self._room.masks.why_not()
        return True if self.keys else translate("Fixes", "No key is set: select a repair and set its mask as a key.")

    def track(self) -> None:
        """Carry the keys' masks over their shot and mend them, as one job, one row and one track."""
        room, keys = self._room, dict(self.keys)
        bridge, way = room.bridge, room.chosen_way()
        snapshot = bridge.snapshot
        reel = next(iter(keys)).reel
        defect = next(iter(keys.values())).defect

        def run(reporter: Reporter, token: Token) -> AddRepairs:
            with bridge.session.engine.aside() as engine:
                masks: dict[int, SoftMask] = {}
                for frame, repair in keys.items():
                    patch = engine.patch(repair)
                    if patch is not None and frame.reel == reel:
                        masks[frame.index] = SoftMask(patch.x0, patch.y0, patch.mask.astype("float32"))
                carried = tracked(engine, snapshot, reel, masks, reporter, token)
                fixes = [(FrameId(reel, at), Fix(Drawn(soft), way, defect)) for at, soft in carried.items()]
                made = fixed_over(engine, fixes, reporter, token)
                return replace(made, how=Handwork("track", way.how.donors))

        def done(command: AddRepairs) -> None:
            bridge.dispatch(command)
            self.keys.clear()
            room.changed.emit()

        shot = snapshot.shot_at(reel, next(iter(keys)).index)
        bridge.jobs.submit(
            lambda: translate("Fixes", "Tracking a mask over its shot"), "fix", run, done, (shot.id,), light=True
        )
