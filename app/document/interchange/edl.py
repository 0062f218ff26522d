"""CMX3600 edit decision lists (the format as described in the CMX manual and by OpenTimelineIO's adapter).

A film's dissolves are in its frames already, so what we write is cuts only: a dissolve that we know of stands
in a comment, since an event that dissolves would make the other program mix the frames a second time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace as copy_with
from fractions import Fraction
from pathlib import Path

from app.document.files import write_whole
from app.document.interchange.cutlist import Event, one_rate, pieces, reel_names
from app.document.interchange.timecode import can_drop, check_rate, start_of, to_frames, to_text
from app.document.snapshot import Snapshot
from app.errors import UsageError

PROGRAMME_START_HOURS = 1
"""Record timecode begins at 01:00:00:00, as houses have it."""

_TIMECODE = r"(\d{1,2}:\d{2}:\d{2}[:;.,]\d{2})"
_EVENT = re.compile(
    rf"^\s*(\d+)\s+(\S+)\s+(\S+)\s+(C|D|W\d*|K\s?[BO]?)\s*(\d+)?\s+{_TIMECODE}\s+{_TIMECODE}\s+{_TIMECODE}\s+{_TIMECODE}\s*$",
    re.IGNORECASE,
)
_NOTE = re.compile(r"^\*\s*REELMEND TRANSITION:\s*(dissolve|fade)\s+(\d+)\s+(\d+)\s*$", re.IGNORECASE)
_MOST_EVENTS = 9999


def write(path: Path, snapshot: Snapshot) -> None:
    """Write the programme as an EDL; see `interchange.write_cuts`."""
    rate = one_rate(snapshot)
    check_rate(rate)
    starts = {id: start_of(reel) for id, reel in snapshot.reels.items()}
    drop = can_drop(rate) and all(starts[item.reel][1] for item in snapshot.programme.items)
    names = reel_names(snapshot)
    lines = [f"TITLE: {path.stem}", f"FCM: {'DROP FRAME' if drop else 'NON-DROP FRAME'}", ""]
    first = to_frames(f"{PROGRAMME_START_HOURS:02d}:00:00{';' if drop else ':'}00", rate)
    noted: set[tuple[str, int]] = set()
    for number, (shot, start, end, record) in enumerate(pieces(snapshot), start=1):
        if number > _MOST_EVENTS:
            raise UsageError(f"an EDL holds {_MOST_EVENTS} events and the programme has more: write an .otio file")
        offset, source_drop = starts[shot.reel]
        source_drop = source_drop and can_drop(rate)
        marks = [to_text(offset + start, rate, source_drop), to_text(offset + end, rate, source_drop)]
        marks += [to_text(first + record, rate, drop), to_text(first + record + end - start, rate, drop)]
        lines.append(f"{number:03d}  {names[shot.reel]:<8} V     C        {' '.join(marks)}")
        lines.append(f"* FROM CLIP NAME: {snapshot.reel(shot.reel).path}")
        for item in snapshot.transitions_by_reel.get(shot.reel, ()):
            if start <= item.start < end and (item.reel, item.start) not in noted:
                noted.add((item.reel, item.start))
                lines.append(f"* REELMEND TRANSITION: {item.kind} {item.start} {item.end}")
    write_whole(path, ("\n".join(lines) + "\n").encode("utf-8"))


def read(path: Path, snapshot: Snapshot) -> list[Event]:
    """The events of an EDL's picture; UsageError, with the line, for what cannot be understood."""
    rates = {reel.rate for reel in snapshot.reels.values()}
    if len(rates) != 1:
        raise UsageError(f"{path} cannot be counted: the project's reels have several frame rates")
    rate = rates.pop()
    check_rate(rate)
    return list(_events(path, snapshot, rate))


def _events(path: Path, snapshot: Snapshot, rate: Fraction) -> Iterator[Event]:
    reels = {name: id for id, name in reel_names(snapshot).items()}
    starts = {id: start_of(reel)[0] for id, reel in snapshot.reels.items()}
    drop = False
    waiting: Event | None = None
    for number, line in enumerate(path.read_text(encoding="utf-8-sig", errors="replace").splitlines(), start=1):
        if line.upper().startswith("FCM:"):
            drop = "NON" not in line.upper() and "DROP" in line.upper()
        elif note := _NOTE.match(line):
            if waiting is not None:
                mark = (int(note[2]), int(note[3]), note[1].lower())
                waiting = copy_with(waiting, dissolves=(*waiting.dissolves, mark))
        elif re.match(r"^\s*M2\s", line, re.IGNORECASE):
            raise UsageError(f"{path}, line {number}: the list changes the speed of a piece, which cuts cannot say")
        elif event := _EVENT.match(line):
            if waiting is not None:
                yield waiting
            waiting = _event(event, reels, starts, rate, drop, f"{path}, line {number}")
        elif re.match(r"^\s*\d{3,}\s+\S+\s+\S+\s+[CDWK]", line, re.IGNORECASE):
            raise UsageError(f"{path}, line {number}: '{line.strip()}' is no event that can be understood")
    if waiting is not None:
        yield waiting


def _event(
    found: re.Match[str], reels: dict[str, str], starts: dict[str, int], rate: Fraction, drop: bool, where: str
) -> Event | None:
    """An event of the picture that shows frames; None for sound, black, and the outgoing half of a dissolve."""
    name, track, kind, length = found[2].upper(), found[3].upper(), found[4].upper(), int(found[5] or 0)
    if track[0] not in "VB" and "/V" not in track:
        return None
    try:
        marks = [to_frames(_with_drop(found[index], drop and can_drop(rate)), rate) for index in (6, 7, 8, 9)]
    except UsageError as error:
        raise UsageError(f"{where}: {error}") from None
    source_in, source_out, record_in, record_out = marks
    if source_out - source_in != record_out - record_in:
        raise UsageError(
            f"{where}: the piece is {source_out - source_in} frames long, its place {record_out - record_in}"
        )
    if source_in == source_out or name == "BL":
        return None
    if kind.startswith(("W", "K")):
        raise UsageError(f"{where}: wipes and keys cannot be taken over, only cuts and dissolves")
    reel = reels.get(name)
    offset = starts.get(reel, 0) if reel else 0
    return Event(reel, source_in - offset, source_out - offset, record_in, length if kind == "D" else 0)


def _with_drop(timecode: str, drop: bool) -> str:
    """The timecode with the mark before its frames that says whether it drops."""
    head, tail = timecode[:-3], timecode[-2:]
    return f"{head}{';' if drop or timecode[-3] in ';,.' else ':'}{tail}"
