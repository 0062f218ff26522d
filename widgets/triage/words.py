"""What triage says of candidates, scopes, orders and time."""

from __future__ import annotations

from app.document.candidates import JUDGED_ACCEPT, JUDGED_REJECT, PROPOSED, Row
from app.document.query import Repair
from widgets.masks.words import class_name, described, percent, risk_names
from widgets.text import filled, translate
from widgets.viewer.marks import State

MINUS = "\N{MINUS SIGN}"


def state_of(code: int) -> State:
    """What is in force, from a code of `app.document.candidates`."""
    if code == JUDGED_REJECT:
        return State.REJECTED
    return State.PROPOSED if code == PROPOSED else State.ACCEPTED


def is_judged(code: int) -> bool:
    """Whether a person has decided."""
    return code >= JUDGED_ACCEPT


def summed_up(row: Row, state: State) -> str:
    """A candidate in a few lines, for a tooltip and for who does not see it drawn."""
    return described(row.repair, state)


def headline(repair: Repair) -> str:
    """Class and probability."""
    return f"{class_name(repair.defect)}  {percent(repair.probability)}"


def details(repair: Repair) -> str:
    """Size and, where there are any, the risks."""
    size = filled(translate("Triage", "{area} px"), area=f"{repair.area:,}")
    return " · ".join([size, *risk_names(repair)])


def sides(state: State) -> tuple[str, str]:
    """What the pictures without a candidate's mending and with it are called."""
    after = translate("Triage", "Left as it was") if state is State.REJECTED else translate("Triage", "After")
    return translate("Triage", "Before"), after


def frame_words(frame: int, own: int) -> str:
    """A frame of a loop: its number, and how far it is from the candidate's own."""
    if frame == own:
        return filled(translate("Triage", "frame {number}"), number=f"{frame:,}")
    by = f"{'+' if frame > own else MINUS}{abs(frame - own)}"
    return filled(translate("Triage", "frame {number} ({by})"), number=f"{frame:,}", by=by)


def scope_titles() -> dict[str, str]:
    """Over which frames the list goes."""
    return {
        "frame": translate("Triage", "This frame"),
        "shot": translate("Triage", "This shot"),
        "selected": translate("Triage", "Selected shots"),
        "range": translate("Triage", "In to out"),
        "film": translate("Triage", "Whole film"),
    }


def shown_titles() -> dict[str, str]:
    """What of it is listed."""
    return {
        "mended": translate("Triage", "Mended or nearly"),
        "risky": translate("Triage", "Risky ones"),
        "open": translate("Triage", "Not judged yet"),
        "accepted": translate("Triage", "Mended"),
        "proposed": translate("Triage", "Found, not mended"),
        "rejected": translate("Triage", "Rejected"),
        "all": translate("Triage", "All found"),
    }


def order_titles() -> dict[str, str]:
    """What comes first."""
    return {
        "risk": translate("Triage", "Riskiest first"),
        "time": translate("Triage", "Film order"),
        "class": translate("Triage", "By class"),
        "size": translate("Triage", "Largest first"),
        "probability": translate("Triage", "Least sure first"),
    }


def duration(seconds: float) -> str:
    """A time as people say it: 40 s, 12 min, 3 h 20 min."""
    if seconds < 90:
        return filled(translate("Triage", "{count} s"), count=round(seconds))
    minutes = round(seconds / 60)
    if minutes < 90:
        return filled(translate("Triage", "{count} min"), count=minutes)
    return filled(translate("Triage", "{hours} h {minutes} min"), hours=minutes // 60, minutes=minutes % 60)
