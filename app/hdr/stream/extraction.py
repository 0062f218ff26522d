"""Metadata out of streams: found in the NAL units themselves, whatever the container or the decoder would say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.errors import MediaError
from app.hdr.stream import dolby
from app.hdr.stream.access_unit import Found, Unit, payloads_of
from app.hdr.stream.dolby import DolbyRpu
from app.hdr.stream.embedding import Advance, nothing
from app.hdr.stream.isobmff import hdr_boxes
from app.hdr.stream.sei import Kind
from app.hdr.stream.source import HevcFile, naming
from app.hdr.stream.static_hdr import ContentLight, MasteringDisplay, StaticHdr, static_of

_NAMED = 8


def messages(source: HevcFile, kind: Kind, advance: Advance = nothing) -> list[list[Found]]:
    """Every message of a kind: for each picture, in the order of presentation, all that stand in it."""
    found: list[list[Found]] = [[] for _ in range(source.count)]
    for place, (index, nals) in enumerate(source.pictures()):
        with naming(source.path, place):
            found[index] = payloads_of(nals, kind)
        advance()
    return found


def payloads(source: HevcFile, kind: Kind, advance: Advance = nothing) -> list[bytes]:
    """One payload a picture, in the order of presentation.

    Raises:
        MediaError: the stream has none, or pictures have none or several; the text names them.
    """
    found = messages(source, kind, advance)
    if not any(found):
        raise MediaError(f"{source.path} has no {kind.label} metadata in its {source.count} pictures")
    wrong = [index for index, there in enumerate(found) if len(there) != 1]
    if wrong:
        raise MediaError(
            f"{source.path} has {kind.label} metadata, but not exactly one message in frames {numbers(wrong)}"
        )
    return [there[0].payload for there in found]


def rpus(source: HevcFile, advance: Advance = nothing) -> list[DolbyRpu]:
    """The Dolby Vision RPU of every picture, in the order of presentation; their checksums hold.

    Raises:
        MediaError: the stream has none, a picture has none, or one is damaged.
        NotSupportedError: one uses unpublished syntax.
    """
    found: list[DolbyRpu | None] = [None] * source.count
    for place, (index, nals) in enumerate(source.pictures()):
        with naming(source.path, place):
            raw = dolby.rpu_of(nals)
            found[index] = None if raw is None else dolby.parse(raw)
        advance()
    if not any(found):
        raise MediaError(f"{source.path} has no Dolby Vision RPU in its {source.count} pictures")
    missing = [index for index, rpu in enumerate(found) if rpu is None]
    if missing:
        raise MediaError(f"{source.path} has Dolby Vision RPUs, but none in frames {numbers(missing)}")
    return [rpu for rpu in found if rpu is not None]


@dataclass(frozen=True, slots=True)
class StaticFound:
    """Static metadata as the pictures say it and as the container says it; where both speak they should agree."""

    stream: StaticHdr
    container: StaticHdr


class StaticCollector:
    """Gathers the static metadata of a stream picture by picture."""

    def __init__(self, source: HevcFile) -> None:
        self._source = source
        self._mastering: set[MasteringDisplay] = set()
        self._light: set[ContentLight] = set()

    def add(self, nals: Unit) -> StaticHdr:
        """Take one picture's; what it says is handed back."""
        said = static_of(nals)
        self._mastering |= {said.mastering} if said.mastering else set()
        self._light |= {said.light} if said.light else set()
        return said

    def found(self) -> StaticFound:
        """All there is. MediaError where the pictures contradict each other."""
        if len(self._mastering) > 1 or len(self._light) > 1:
            raise MediaError(
                f"{self._source.path}: the HDR10 values change within the stream; they must be the same throughout"
            )
        stream = StaticHdr(next(iter(self._mastering), None), next(iter(self._light), None))
        return StaticFound(stream, _of_container(self._source))


def static(source: HevcFile, advance: Advance = nothing) -> StaticFound:
    """HDR10's values. MediaError where the pictures contradict each other."""
    collector = StaticCollector(source)
    for place, (_, nals) in enumerate(source.pictures()):
        with naming(source.path, place):
            collector.add(nals)
        advance()
    return collector.found()


def _of_container(source: HevcFile) -> StaticHdr:
    if not source.is_mp4:
        return StaticHdr()
    with naming(source.path):
        said = dict(hdr_boxes(source.path))
        mastering, light = said.get("mdcv"), said.get("clli")
        return StaticHdr(
            MasteringDisplay.from_payload(mastering) if mastering is not None else None,
            ContentLight.from_payload(light) if light is not None else None,
        )


def numbers(frames: Sequence[int]) -> str:
    """The first few of some frame numbers."""
    more = f" and {len(frames) - _NAMED} more" if len(frames) > _NAMED else ""
    return ", ".join(map(str, frames[:_NAMED])) + more
