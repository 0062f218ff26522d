"""OpenTimelineIO timelines (.otio): one clip a shot, with markers for transitions that are in the frames."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import opentimelineio as otio
from opentimelineio.opentime import RationalTime, TimeRange

from app.document.files import write_whole
from app.document.interchange.cutlist import Event, pieces
from app.document.interchange.timecode import start_of
from app.document.model import ReelRef
from app.document.snapshot import Snapshot
from app.errors import UsageError

OURS = "reelmend"
"""The key of our metadata in timelines."""

_PATTERN = re.compile(r"^(.*?)%0?(\d*)d(.*)$")


def write(path: Path, snapshot: Snapshot) -> None:
    """Write the programme as a timeline; see `interchange.write_cuts`."""
    track = otio.schema.Track(name="V1", kind=otio.schema.TrackKind.Video)
    noted: set[tuple[str, int]] = set()
    for shot, start, end, _ in pieces(snapshot):
        reel = snapshot.reel(shot.reel)
        clip = otio.schema.Clip(
            name=f"shot {snapshot.shot_number(shot.id)}",
            media_reference=_media(reel),
            source_range=_range(reel, start, end),
            metadata={OURS: {"reel": reel.id, "shot": shot.id}},
        )
        for item in snapshot.transitions_by_reel.get(reel.id, ()):
            if start <= item.start < end and (reel.id, item.start) not in noted:
                noted.add((reel.id, item.start))
                marks = _range(reel, item.start, item.end)
                clip.markers.append(otio.schema.Marker(item.kind, marks, metadata={OURS: {"transition": item.kind}}))
        track.append(clip)
    line = otio.schema.Timeline(name=path.stem)
    line.tracks.append(track)
    write_whole(path, otio.adapters.write_to_string(line, "otio_json").encode("utf-8"))


def _media(reel: ReelRef) -> Any:
    """A reference to the whole reel; a numbered sequence as what it is."""
    available = _range(reel, 0, reel.frame_count)
    file = Path(reel.path)
    pattern = _PATTERN.match(file.name)
    if pattern is None:
        return otio.schema.ExternalReference(target_url=reel.path, available_range=available)
    return otio.schema.ImageSequenceReference(
        target_url_base=file.parent.as_posix(),
        name_prefix=pattern[1],
        name_suffix=pattern[3],
        start_frame=int(reel.format.get("first_number") or 0),
        frame_zero_padding=int(pattern[2] or 0),
        rate=float(reel.rate),
        available_range=available,
    )


def _range(reel: ReelRef, start: int, end: int) -> TimeRange:
    """Frames of a reel as a range of its media's time, which begins at its start timecode."""
    rate, offset = float(reel.rate), start_of(reel)[0]
    return TimeRange(RationalTime(offset + start, rate), RationalTime(end - start, rate))


def read(path: Path, snapshot: Snapshot) -> list[Event]:
    """The clips of a timeline's first video track; UsageError for a file that is none."""
    try:
        line = otio.adapters.read_from_file(str(path), "otio_json")
    except (otio.exceptions.OTIOError, ValueError, OSError) as error:
        raise UsageError(f"{path} is no timeline that OpenTimelineIO can read: {error}") from error
    if not isinstance(line, otio.schema.Timeline):
        raise UsageError(f"{path} holds a {type(line).__name__}, not a timeline")
    tracks = [track for track in line.tracks if track.kind == otio.schema.TrackKind.Video]
    if not tracks:
        raise UsageError(f"{path} has no video track")
    return list(_events(tracks[0], snapshot, path))


def _events(track: Any, snapshot: Snapshot, path: Path) -> Iterator[Event]:
    before: Any = None
    for item in track:
        if isinstance(item, otio.schema.Clip):
            if any(isinstance(effect, otio.schema.TimeEffect) for effect in item.effects):
                raise UsageError(f"{path}: clip '{item.name}' changes its speed, which cuts cannot say")
            reel = _reel_of(item, snapshot)
            event = _event(item, reel, snapshot, track)
            into = before if isinstance(before, otio.schema.Transition) else None
            yield event if into is None else _dissolving(event, into)
        before = item


def _event(clip: Any, reel: str | None, snapshot: Snapshot, track: Any) -> Event:
    piece = clip.trimmed_range()
    record = track.range_of_child(clip).start_time
    if reel is None:
        rate = piece.start_time.rate
        start = 0
        offset = 0
    else:
        rate = float(snapshot.reel(reel).rate)
        media = clip.media_reference
        available = media.available_range if media is not None else None
        offset = _frames(available.start_time, rate) if available is not None else start_of(snapshot.reel(reel))[0]
        start = _frames(piece.start_time, rate) - offset
    length = _frames(piece.duration, rate)
    marks = tuple(
        (
            _frames(m.marked_range.start_time, rate) - offset,
            _frames(m.marked_range.end_time_exclusive(), rate) - offset,
            kind,
        )
        for m in clip.markers
        if (kind := str(dict(m.metadata.get(OURS, {})).get("transition", "")))
    )
    return Event(reel, start, start + length, _frames(record, rate), dissolves=marks if reel else ())


def _dissolving(event: Event, transition: Any) -> Event:
    """The clip with the transition before it: frames on both sides of the cut are mixed."""
    before = _frames(transition.in_offset, transition.in_offset.rate)
    after = _frames(transition.out_offset, transition.out_offset.rate)
    mark = (event.start - before, event.start + after, "dissolve")
    return Event(event.reel, event.start, event.end, event.record, dissolves=(*event.dissolves, mark))


def _frames(time: RationalTime, rate: float) -> int:
    return round(float(time.rescaled_to(rate).value))


def _reel_of(clip: Any, snapshot: Snapshot) -> str | None:
    """The project's reel a clip shows: by our own id, else by the file's name."""
    own = str(dict(clip.metadata.get(OURS, {})).get("reel", ""))
    if own in snapshot.reels:
        return own
    media = clip.media_reference
    if isinstance(media, otio.schema.ExternalReference):
        name = Path(str(media.target_url).replace("\\", "/")).name
    elif isinstance(media, otio.schema.ImageSequenceReference):
        digits = f"0{media.frame_zero_padding}" if media.frame_zero_padding else ""
        name = f"{media.name_prefix}%{digits}d{media.name_suffix}"
    else:
        return None
    matching = [id for id, reel in snapshot.reels.items() if Path(reel.path).name == name]
    return matching[0] if len(matching) == 1 else None
