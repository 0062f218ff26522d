"""HDR Vivid per shot: the grade, which shots share one, and what light was measured.

Whether controls are known and in range is the caller's to check (`app.hdr.vivid.controls`): the document knows none.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import replace as copy_with

from app.document.artefacts import HASH
from app.document.commands.base import Command, Edit, changed, shot_numbers
from app.document.ids import new_id
from app.document.model import VividGrade, VividShot
from app.document.snapshot import Slot, Snapshot
from app.errors import UsageError

PEAK_NITS = 10000.0
SETS = ("hdr", "sdr")


@dataclass(frozen=True, slots=True)
class ShotGrade:
    """The HDR Vivid grade of one shot."""

    shot: str
    grade: VividGrade


@dataclass(frozen=True, slots=True)
class ShotLightOf:
    """The artefact with the statistics of one shot's light."""

    shot: str
    light: str


@dataclass(frozen=True)
class SetVivid(Command):
    """Give shots their HDR Vivid grades, in one row; shots linked to one of them get the same.

    For the history, `act` says what was done ("set", "reset", "paste", "ripple", "automatic", "hand"; '' for
    anything else) and `what` to what: the names of controls.
    """

    grades: tuple[ShotGrade, ...]
    act: str = ""
    what: str = ""

    def summary(self, snapshot: Snapshot) -> str:
        """See `Command.summary`."""
        shots = dict.fromkeys(shot for item in self.grades for shot in linked(snapshot, item.shot))
        where = shot_numbers(snapshot, tuple(shots))
        said = {
            "set": f"Set HDR Vivid {self.what} in {where}.",
            "reset": f"Reset HDR Vivid in {where}.",
            "paste": f"Pasted HDR Vivid in {where}.",
            "ripple": f"Took HDR Vivid over in {where}.",
            "automatic": f"Set HDR Vivid to automatic in {where}.",
            "hand": f"Set HDR Vivid to the hand controls in {where}.",
        }
        return said.get(self.act, f"Set HDR Vivid in {where}.")

    def apply(self, snapshot: Snapshot) -> Edit:
        """UsageError for an unknown shot, a display that cannot be, or two grades for shots that share one."""
        if not self.grades:
            raise UsageError("name at least one shot")
        given: dict[str, VividGrade] = {}
        for item in self.grades:
            _check_grade(item.grade)
            for shot in linked(snapshot, item.shot):
                if given.setdefault(shot, item.grade) != item.grade:
                    numbers = shot_numbers(snapshot, linked(snapshot, item.shot))
                    raise UsageError(f"{numbers} are linked and cannot have different HDR Vivid grades: unlink first")
        slots: dict[Slot, object] = {
            ("vivid", shot): copy_with(vivid_of(snapshot, shot), grade=grade) for shot, grade in given.items()
        }
        return Edit(changed(snapshot, slots))


@dataclass(frozen=True)
class LinkVivid(Command):
    """Let shots share one HDR Vivid grade from now on: that of the first."""

    shots: tuple[str, ...]
    link: str = ""

    @classmethod
    def of(cls, shots: Iterable[str]) -> LinkVivid:
        """Link these shots under an id of their own."""
        return cls(tuple(dict.fromkeys(shots)), new_id())

    def summary(self, snapshot: Snapshot) -> str:
        """See `Command.summary`."""
        return f"Linked HDR Vivid of {shot_numbers(snapshot, self.shots)}."

    def apply(self, snapshot: Snapshot) -> Edit:
        """UsageError for fewer than two shots, an unknown one, or no id."""
        if len(set(self.shots)) < 2:
            raise UsageError("name at least two shots to link")
        if not self.link:
            raise UsageError("a link needs an id")
        grade = vivid_of(snapshot, self.shots[0]).grade
        slots: dict[Slot, object] = {
            ("vivid", shot): copy_with(vivid_of(snapshot, shot), grade=grade, link=self.link) for shot in self.shots
        }
        return Edit(changed(snapshot, slots))


@dataclass(frozen=True)
class UnlinkVivid(Command):
    """Let shots have HDR Vivid grades of their own again; the values stay until they are changed."""

    shots: tuple[str, ...]

    def summary(self, snapshot: Snapshot) -> str:
        """See `Command.summary`."""
        return f"Unlinked HDR Vivid of {shot_numbers(snapshot, self.shots)}."

    def apply(self, snapshot: Snapshot) -> Edit:
        """UsageError where none of the shots is linked."""
        held = {shot: vivid_of(snapshot, shot) for shot in self.shots}
        if not any(vivid.link for vivid in held.values()):
            raise UsageError("none of these shots is linked")
        return Edit(changed(snapshot, {("vivid", shot): copy_with(vivid, link="") for shot, vivid in held.items()}))


@dataclass(frozen=True)
class RecordLight(Command):
    """Note what light was measured in shots; the artefacts are in the store already."""

    items: tuple[ShotLightOf, ...]

    def summary(self, snapshot: Snapshot) -> str:
        """See `Command.summary`."""
        return f"Measured the light of {shot_numbers(snapshot, tuple(item.shot for item in self.items))}."

    def apply(self, snapshot: Snapshot) -> Edit:
        """UsageError for nothing, an unknown shot, or what is no artefact's name."""
        if not self.items:
            raise UsageError("no light was measured")
        slots: dict[Slot, object] = {}
        for item in self.items:
            if HASH.fullmatch(item.light) is None:
                raise UsageError(f"'{item.light}' is no artefact's name")
            slots[("vivid", item.shot)] = copy_with(vivid_of(snapshot, item.shot), light=item.light)
        return Edit(changed(snapshot, slots))


def vivid_of(snapshot: Snapshot, shot: str) -> VividShot:
    """A shot's HDR Vivid, the automatic one where nothing was decided; UsageError where there is no such shot."""
    snapshot.shot(shot)
    return snapshot.vivid.get(shot) or VividShot()


def linked(snapshot: Snapshot, shot: str) -> tuple[str, ...]:
    """The shots that share this one's grade, itself among them, in programme order."""
    link = vivid_of(snapshot, shot).link
    if not link:
        return (shot,)
    return tuple(
        other.id
        for other in snapshot.shots
        if (held := snapshot.vivid.get(other.id)) is not None and held.link == link
    )


def _check_grade(grade: VividGrade) -> None:
    for name, nits in (("mastering display", grade.mastering_nits), ("target", grade.target_nits)):
        if not 0 <= nits <= PEAK_NITS or (nits == 0 and name != "target"):
            raise UsageError(f"the {name} has a peak of {nits:g} cd/m2; it must lie above 0 and within 10000")
    unknown = [name for name in grade.controls if name not in SETS]
    if unknown:
        raise UsageError(f"there are no controls for '{unknown[0]}'; the sets are: {', '.join(SETS)}")
