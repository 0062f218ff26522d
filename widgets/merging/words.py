"""What is said of merges and conflicts."""

from __future__ import annotations

from app.document.merging import Group
from app.document.model import Conflict, ConflictSide
from widgets.history.phrases import moment
from widgets.masks.words import class_name
from widgets.text import filled, listed, sentence, translate


def kind_name(kind: str) -> str:
    """What a kind of conflict is."""
    return {
        "pixels": translate("Merging", "the same pixels"),
        "verdict": translate("Merging", "two verdicts on one repair"),
        "pass": translate("Merging", "two passes over the same frames"),
        "shot": translate("Merging", "cuts that do not go together"),
    }.get(kind, translate("Merging", "a setting that both changed"))


def group_title(group: Group) -> str:
    """`Shot 3, dirt, the same pixels`."""
    first, last = group.shots
    if not first:
        where = translate("Merging", "The whole project")
    elif first == last:
        where = filled(translate("Merging", "Shot {number}"), number=first)
    else:
        where = filled(translate("Merging", "Shots {first}-{last}"), first=first, last=last)
    classes = listed(class_name(name) for name in group.defect.split("+") if name)
    return listed(part for part in (where, classes, kind_name(group.kind)) if part)


def place(item: Conflict) -> str:
    """`Frame 20, at 143, 66`, `Frames 15-29`; nothing where it hangs on none."""
    if not item.reel:
        return ""
    if item.box is not None:
        x, y = item.box[:2]
        return filled(translate("Merging", "Frame {number}, at {x}, {y}"), number=item.start, x=x, y=y)
    if item.end - item.start == 1:
        return filled(translate("Merging", "Frame {number}"), number=item.start)
    return filled(translate("Merging", "Frames {first}-{last}"), first=item.start, last=item.end - 1)


def side_words(side: ConflictSide) -> str:
    """Who, when, what."""
    text = translate("Merging", "{who}, {when}: {what}")
    return filled(text, who=side.who, when=moment(side.when), what=sentence(side.what))


def counts(groups: tuple[Group, ...]) -> str:
    """`12 conflicts in 3 groups; this project counts in 4, the copy in 8`."""
    total = sum(len(group.conflicts) for group in groups)
    if not total:
        return translate("Merging", "No conflict.")
    ours, theirs = (sum(group.in_force(side) for group in groups) for side in ("a", "b"))
    said = translate(
        "Merging", "%n conflict(s): this project's work counts in {ours}, the copy's in {theirs}.", n=total
    )
    return filled(said, ours=ours, theirs=theirs)
