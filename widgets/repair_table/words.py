"""What the table says of a repair: what made it, from which frames, and who said what of it."""

from __future__ import annotations

from app.document.candidates import JUDGED_ACCEPT, JUDGED_REJECT, Row
from app.document.model import HAND, Pass
from app.document.snapshot import Snapshot
from widgets.history.phrases import moment
from widgets.text import filled, operator_text, translate


def made_by(row: Row, snapshot: Snapshot) -> str:
    """A person, or the recipe of the pass."""
    repair = row.repair
    if repair.detector == HAND:
        return row.made.author
    made = snapshot.passes.get(repair.pass_id)
    return operator_text(made.recipe) if made is not None else repair.detector


def donors(row: Row, snapshot: Snapshot) -> str:
    """The frames the fill was made from, as far as is known: those a person chose, or how far the pass looked."""
    made = snapshot.passes.get(row.repair.pass_id)
    if made is None or not row.repair.length:
        return ""
    chosen = _chosen(made)
    if chosen:
        return ", ".join(f"{donor:+d}".replace("-", "−") for donor in chosen)
    reach = next((step.params.get("reach") for step in made.steps if not step.defect), None)
    return f"±{reach}" if isinstance(reach, int) and reach else ""


def _chosen(made: Pass) -> tuple[int, ...]:
    """The donors that a tool of the hand was told to take, as offsets in frames."""
    for step in made.steps:
        how = step.params.get("how")
        if isinstance(how, dict) and how.get("donors"):
            return tuple(int(donor) for donor in how["donors"])
    return ()


def verdict(row: Row, code: int) -> str:
    """Who decided, when, and what; nothing where only the threshold did."""
    if code not in (JUDGED_ACCEPT, JUDGED_REJECT):
        return translate("RepairTable", "By hand") if row.repair.detector == HAND else ""
    kept = code == JUDGED_ACCEPT
    said = translate("RepairTable", "Accepted") if kept else translate("RepairTable", "Reverted")
    if row.judged is None:
        return said
    return filled(
        translate("RepairTable", "{what}, {who}, {when}"),
        what=said,
        who=row.judged.author,
        when=moment(row.judged.time),
    )


def who_titles() -> dict[str, str]:
    """Whose repairs are listed, by expression."""
    return {
        "": translate("RepairTable", "Machine and hand"),
        "detector!=hand": translate("RepairTable", "By the machine"),
        "detector=hand": translate("RepairTable", "By hand"),
        "verdict!=none": translate("RepairTable", "Judged by a person"),
    }


def shown_titles() -> dict[str, str]:
    """In which state, by a name of `widgets.triage.scope.SHOWN`."""
    return {
        "made": translate("RepairTable", "Mended, reverted"),
        "accepted": translate("RepairTable", "Mended"),
        "rejected": translate("RepairTable", "Reverted"),
        "proposed": translate("RepairTable", "Found, not mended"),
        "all": translate("RepairTable", "All"),
    }
