"""What the viewer says of looks, frames and states, in the user's language."""

from __future__ import annotations

from functools import lru_cache

from app.document.snapshot import Snapshot
from app.engine.look import Look, Shown
from app.engine.request import Stage
from app.media.reel import Reel
from app.media.timecode import Timecode
from widgets.text import translate
from widgets.viewer.marks import State


def stage_name(stage: Stage) -> str:
    """A stage as people say it."""
    return {
        Stage.SOURCE: translate("Viewer", "Scan"),
        Stage.REPAIR: translate("Viewer", "Repair"),
        Stage.CLEAN: translate("Viewer", "Clean"),
        Stage.GRADE: translate("Viewer", "Grade"),
        Stage.DELIVER: translate("Viewer", "Deliver"),
    }[stage]


def state_name(state: State) -> str:
    """What is in force on a repair."""
    return {
        State.ACCEPTED: translate("Viewer", "Accepted"),
        State.PROPOSED: translate("Viewer", "Proposed"),
        State.REJECTED: translate("Viewer", "Rejected"),
    }[state]


def mode_name(mode: str) -> str:
    """A way to compare."""
    return {
        "single": translate("Viewer", "Single"),
        "wipe": translate("Viewer", "Wipe"),
        "side": translate("Viewer", "Side by side"),
        "toggle": translate("Viewer", "Toggle"),
        "difference": translate("Viewer", "Difference"),
        "mask": translate("Viewer", "Masks"),
    }[mode]


def moment_name(at: int | None, snapshot: Snapshot) -> str:
    """The state looked at: a version by its name, another ledger row by its number, '' for now."""
    if at is None:
        return ""
    named = next((version.name for version in snapshot.versions.values() if version.seq == at), "")
    return named or translate("Viewer", "row {row}").format(row=at)


def look_name(look: Look, snapshot: Snapshot) -> str:
    """Stage and moment: "Repair", "Repair · approved"."""
    moment = moment_name(look.at, snapshot)
    return f"{stage_name(look.stage)} · {moment}" if moment else stage_name(look.stage)


@lru_cache(maxsize=64)
def _start(text: str) -> Timecode | None:
    try:
        return Timecode.parse(text)
    except ValueError:
        return None


def timecode_of(reel: Reel, index: int) -> str:
    """The timecode of a reel's frame; '' where the reel has none."""
    start = _start(reel.start_timecode) if reel.start_timecode else None
    return "" if start is None else str(start.plus(index, reel.rate))


def caveats(shown: Shown, current: bool) -> list[str]:
    """What a picture is not: exact, whole, or of the frame under the playhead."""
    said = []
    if shown.approximate:
        said.append(translate("Viewer", "approximate"))
    if shown.bad:
        said.append(translate("Viewer", "held frame: the scan has no picture here"))
    if not current:
        said.append(translate("Viewer", "on its way"))
    return said
