"""What the viewer says of looks, frames and states, in the user's language."""

from __future__ import annotations

from functools import lru_cache

from app.document.snapshot import Snapshot
from app.engine.hdr_look import SDR_NITS
from app.engine.look import HdrLook, Look, Shown
from app.engine.request import Stage
from app.media.reel import Reel
from app.media.timecode import Timecode
from widgets.text import translate
from widgets.viewer.marks import State

DISPLAYS = (100.0, 300.0, 500.0, 800.0, 1000.0)
"""Peaks of target displays that are offered by name, cd/m2; any other can be typed."""


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
    """Stage, moment, display: "Repair", "Repair · approved", "Grade · 300 cd/m²"."""
    parts = (stage_name(look.stage), moment_name(look.at, snapshot), hdr_name(look.hdr))
    return " · ".join(part for part in parts if part)


def display_name(nits: float) -> str:
    """A target display: "SDR 100 cd/m²", "300 cd/m²"; "Master" for none."""
    if not nits:
        return translate("Viewer", "Master")
    light = f"{nits:g} cd/m²"
    return f"SDR {light}" if nits == SDR_NITS else light


def hdr_name(look: HdrLook | None) -> str:
    """The display that is looked at, and whether in false colour; '' for the master as it is."""
    if look is None:
        return ""
    parts = ([display_name(look.nits)] if look.nits else []) + (
        [translate("Viewer", "false colour")] if look.false_colour else []
    )
    return ", ".join(parts)


def simulation(look: HdrLook | None) -> str:
    """What is not real about a picture of a target display on the screen that shows it; '' where nothing is."""
    if look is None or not look.nits or look.false_colour:
        return ""
    if look.nits <= SDR_NITS:
        return translate("Viewer", "simulated: this screen's white stands for 100 cd/m²")
    return translate("Viewer", "simulated on an SDR screen: light above 100 cd/m² is rolled off")


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
