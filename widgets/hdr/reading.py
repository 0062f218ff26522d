"""What is known of the HDR Vivid metadata of the shot in view, and what a touch makes of its grade. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from app.document.commands.vivid import linked, vivid_of
from app.document.model import Shot, VividGrade
from app.document.snapshot import Snapshot
from app.engine.vivid import MeasuredShot, automatic_metadata, controls_of, graded_metadata, set_index
from app.hdr.vivid.checks import Finding, check
from app.hdr.vivid.controls import SATURATION, Controls
from app.hdr.vivid.dragging import Handle, dragged, points
from app.hdr.vivid.fields import VividMetadata
from app.hdr.vivid.grading import Graded

SETS = ("hdr", "sdr")


@dataclass(frozen=True, slots=True)
class Reading:
    """The shot in view.

    Attributes:
        shot, number: which shot.
        shots: ids of all that share its grade, itself among them.
        grade: as it is shown, tried or in force.
        measured: its light; None where it was not measured, or is still being read.
        stale: it was measured before the shot's cut or grade changed.
    """

    shot: Shot
    number: int
    shots: tuple[str, ...]
    grade: VividGrade
    measured: MeasuredShot | None = None
    stale: bool = False

    @classmethod
    def of(cls, snapshot: Snapshot, shot: str) -> Reading:
        """The grade in force; the light is read elsewhere."""
        return cls(
            snapshot.shot(shot), snapshot.shot_number(shot), linked(snapshot, shot), vivid_of(snapshot, shot).grade
        )

    @property
    def graded(self) -> Graded | None:
        """The metadata, and the controls that the codes could not follow; None before the light is known."""
        return None if self.measured is None else graded_metadata(self.measured.light.light.codes, self.grade)

    @property
    def automatic(self) -> VividMetadata | None:
        """What the statistics alone give."""
        return None if self.measured is None else automatic_metadata(self.measured.light.light.codes, self.grade)

    @property
    def sets(self) -> tuple[str, ...]:
        """Which sets the grade has."""
        return (("hdr",) if self.grade.target_nits else ()) + (("sdr",) if self.grade.sdr else ())

    def controls(self, which: str) -> Controls:
        """Where the controls of a set stand."""
        return controls_of(self.grade, which)

    def handles(self, which: str) -> tuple[Handle, ...]:
        """The points of a set's curve; none where it has no curve yet."""
        made = self.graded
        index = None if made is None else set_index(made.metadata, which)
        if made is None or index is None:
            return ()
        return points(made.metadata, index, self.grade.mastering_nits)

    def findings(self) -> tuple[Finding, ...]:
        """What is wrong or odd with the metadata."""
        made = self.graded
        return () if made is None else check(made.metadata, self.grade.mastering_nits)

    def dragged_to(self, which: str, handle: str, to: tuple[float, float], begun: Controls) -> VividGrade:
        """The grade with a point at `to` (PQ signals), from where the controls stood when it was taken."""
        made = self.automatic
        index = None if made is None else set_index(made, which)
        if made is None or index is None:
            return self.grade
        controls = dragged(made, begun, index, handle, to, self.grade.mastering_nits)
        return with_controls(self.grade, which, controls.to_mapping())


def with_controls(grade: VividGrade, which: str, values: Mapping[str, Any]) -> VividGrade:
    """The grade with controls of a set (those of saturation of both) at these values; any touch is by hand."""
    neutral = Controls().to_mapping()
    own = {**grade.controls.get(which, {}), **{name: values[name] for name in values if name not in SATURATION}}
    colour = {**grade.saturation, **{name: values[name] for name in values if name in SATURATION}}
    kept = {name: _rounded(value) for name, value in own.items() if value != neutral[name]}
    controls = {
        **{name: held for name, held in grade.controls.items() if name != which},
        **({which: kept} if kept else {}),
    }
    saturation = {name: _rounded(value) for name, value in colour.items() if value != neutral[name]}
    return replace(grade, automatic=False, controls=controls, saturation=saturation)


def changed_names(before: VividGrade, after: VividGrade) -> tuple[str, ...]:
    """The names of what differs between two grades, for the history."""
    names: dict[str, None] = {}
    for which in SETS:
        old, new = before.controls.get(which, {}), after.controls.get(which, {})
        names.update({name: None for name in (*old, *new) if old.get(name) != new.get(name)})
    old, new = before.saturation, after.saturation
    names.update({name: None for name in (*old, *new) if old.get(name) != new.get(name)})
    for name in ("mastering_nits", "target_nits", "sdr"):
        if getattr(before, name) != getattr(after, name):
            names[name] = None
    order = (*Controls.declarations(), "mastering_nits", "target_nits", "sdr")
    return tuple(sorted(names, key=order.index))


def _rounded(value: float) -> float:
    """A drag gives fifteen figures; four say all that a code can hold."""
    return round(float(value), 4)
