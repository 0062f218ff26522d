"""Passes: record one, switch it off and on, filter its detections by threshold; and hand repairs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import replace as copy_with
from datetime import UTC, datetime
from typing import Any

from app.document.codec import Json, decode, encode
from app.document.commands.base import Command, Edit, changed, number, shot_numbers
from app.document.detections import Detection
from app.document.effects import AdoptJob, StoreDetections
from app.document.ids import new_id
from app.document.model import BRUSH, HAND, Handwork, Pass, PassStep
from app.document.snapshot import Slot, Snapshot
from app.errors import UsageError


@dataclass(frozen=True)
class RecordPass(Command):
    """Record a finished pass: one row that makes what its job staged live.

    `job` is the id of the job ('' where the pass found nothing and staged nothing). How it supersedes older
    passes: `app.document.segments`.
    """

    pass_: Pass
    job: str = ""

    def summary(self, snapshot: Snapshot) -> str:
        """See `Command.summary`."""
        where = shot_numbers(snapshot, [id for id in self.pass_.shots if id in snapshot.shots_by_id])
        return f"Ran {self.pass_.recipe} over {where}."

    def apply(self, snapshot: Snapshot) -> Edit:
        """UsageError for a pass that is there already or covers nothing."""
        item = self.pass_
        if item.id in snapshot.passes:
            raise UsageError(f"the pass {item.id} was recorded already")
        ranges = item.ranges or tuple(
            (shot.reel, shot.start, shot.end) for shot in (snapshot.shot(id) for id in item.shots)
        )
        if not ranges:
            raise UsageError("a pass must cover at least one shot")
        for reel, start, end in ranges:
            if not 0 <= start < end <= snapshot.reel(reel).frame_count:
                raise UsageError(f"frames {start} to {end} of the pass do not lie in {snapshot.reel(reel).path}")
        created = item.created or datetime.now(UTC).isoformat(timespec="seconds")
        kinds = frozenset((step.operator, step.defect) for step in item.steps if step.defect)
        effects = (AdoptJob(item.id, self.job, kinds),) if self.job else ()
        return Edit({("pass", item.id): copy_with(item, ranges=ranges, created=created)}, effects)


@dataclass(frozen=True)
class SetPassActive(Command):
    """Leave a pass's detections out everywhere, or take them in again."""

    pass_id: str
    active: bool

    def summary(self, snapshot: Snapshot) -> str:
        """See `Command.summary`."""
        return f"Switched the pass {snapshot.pass_(self.pass_id).recipe} {'on' if self.active else 'off'}."

    def apply(self, snapshot: Snapshot) -> Edit:
        """UsageError for an unknown pass."""
        item = copy_with(snapshot.pass_(self.pass_id), active=self.active)
        return Edit(changed(snapshot, {("pass", item.id): item}))


@dataclass(frozen=True)
class SetThreshold(Command):
    """Accept a pass's detections of a class from this probability on (0..1).

    With `shots` it holds in these; with None it holds in all, and shots' own thresholds go.
    """

    pass_id: str
    shots: tuple[str, ...] | None
    defect: str
    value: float

    def summary(self, snapshot: Snapshot) -> str:
        """See `Command.summary`."""
        where = "all shots" if self.shots is None else shot_numbers(snapshot, self.shots)
        return f"Set the {self.defect} threshold to {self.value:g} in {where}."

    def apply(self, snapshot: Snapshot) -> Edit:
        """UsageError for an unknown pass or class, or a value that is no probability."""
        item = snapshot.pass_(self.pass_id)
        if item.step_for(self.defect) is None:
            found = ", ".join(sorted({step.defect for step in item.steps if step.defect})) or "nothing"
            raise UsageError(f"the pass {item.recipe} finds no '{self.defect}'; it finds: {found}")
        if not 0.0 <= self.value <= 1.0:
            raise UsageError(f"a threshold must lie between 0 and 1; {self.value:g} does not")
        slots: dict[Slot, Any] = {}
        if self.shots is None:
            for pass_id, shot, defect in snapshot.thresholds:
                if (pass_id, defect) == (item.id, self.defect):
                    slots[("threshold", pass_id, shot or "", defect)] = None
            slots[("threshold", item.id, "", self.defect)] = float(self.value)
        else:
            for id in self.shots:
                slots[("threshold", item.id, snapshot.shot(id).id, self.defect)] = float(self.value)
        return Edit(changed(snapshot, slots))


@dataclass(frozen=True)
class AddRepairs(Command):
    """Add repairs that a person made: accepted until a verdict says otherwise, never superseded.

    Their detector is set to "hand" and their probability to 1. `how` says what they were made with.
    """

    repairs: tuple[Detection, ...]
    how: Handwork = BRUSH

    def summary(self, snapshot: Snapshot) -> str:
        """See `Command.summary`."""
        return _made(self.how, len(self.repairs))

    def apply(self, snapshot: Snapshot) -> Edit:
        """UsageError for none, or one outside its reel."""
        if not self.repairs:
            raise UsageError("there is no repair to add")
        item, rows = hand_pass(snapshot, self.repairs, self.how)
        return Edit({("pass", item.id): item}, (StoreDetections(item.id, rows),))

    def record(self) -> Json:
        """The repairs lie in the table of detections; the row names their digest."""
        said: Json = {"count": len(self.repairs)}
        return said if self.how == BRUSH else {**said, "how": encode(self.how)}


def _made(how: Handwork, count: int) -> str:
    """What a person made, as a sentence."""
    repairs, frames = number(count, "repair"), number(count, "frame")
    donors = ", ".join(f"{donor:+d}" for donor in how.donors)
    return {
        "donor": f"Mended {repairs} from frame {donors}.",
        "heal": f"Healed {repairs} from the surroundings.",
        "clone": f"Cloned over {repairs} from {how.shift[0]:+d}, {how.shift[1]:+d} in frame {donors}.",
        "patch": f"Patched {repairs} from {how.shift[0]:+d}, {how.shift[1]:+d}.",
        "original": f"Brought the scan back in {number(count, 'place')}.",
        "line": f"Mended {number(count, 'line')} by hand.",
        "interpolate": f"Replaced {frames} by interpolation; motion failed on {how.doubt} % of it.",
        "splice": f"Steadied the splice on {frames}.",
        "track": f"Mended a tracked mask on {frames}.",
    }.get(how.tool, f"Added {repairs} by hand.")


def hand_pass(
    snapshot: Snapshot, repairs: Iterable[Detection], how: Handwork = BRUSH
) -> tuple[Pass, tuple[Detection, ...]]:
    """A new pass that owns these repairs of a person, and they as its rows; UsageError for one outside its reel.

    `how` they were made is kept in the parameters of its steps, where it is not the brush.
    """
    rows = tuple(repair._replace(detector=HAND, probability=1.0) for repair in repairs)
    for row in rows:
        if not 0 <= row.frame < snapshot.reel(row.reel).frame_count:
            raise UsageError(f"{snapshot.reel(row.reel).path} has no frame {row.frame}")
    frames = sorted({(row.reel, row.frame) for row in rows})
    classes = {row.defect for row in rows}
    params = {} if how == BRUSH else {"how": encode(how)}
    made = Pass(
        id=new_id(),
        recipe=HAND,
        shots=_unique(snapshot.shot_at(reel, frame).id for reel, frame in frames),
        steps=tuple(PassStep(HAND, 1, params, defect=defect, threshold=0.0) for defect in sorted(classes)),
        created=datetime.now(UTC).isoformat(timespec="seconds"),
        ranges=tuple((reel, frame, frame + 1) for reel, frame in frames),
    )
    return made, rows


def handwork_of(snapshot: Snapshot, pass_id: str) -> Handwork:
    """How the repairs of a person's pass were made."""
    said = next((step.params.get("how") for step in snapshot.pass_(pass_id).steps), None)
    return BRUSH if said is None else decode(Handwork, said)


def _unique(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))
