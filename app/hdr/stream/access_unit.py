"""Access units: found in a stream (ITU-T H.265 clause 7.4.2.4.4), and their dynamic metadata put in and taken out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from app.errors import MediaError
from app.hdr.stream.nal import AUD, PARAMETER_SETS, PREFIX_SEI, Nal, new_nal
from app.hdr.stream.sei import T35, Kind, SeiMessage, is_sei, messages_of, sei_unit

_OPENERS = frozenset((*PARAMETER_SETS, AUD, PREFIX_SEI, *range(41, 45), *range(48, 56)))
"""Units that begin a new access unit when they come after a slice of the last one."""

Unit = Sequence[Nal]


def access_units(nals: Iterable[Nal]) -> Iterator[list[Nal]]:
    """Gather a byte stream's units by picture. Units behind the last slice (suffix SEI, RPU) stay with it."""
    unit: list[Nal] = []
    has_slice = False
    for nal in nals:
        opens = nal.starts_picture or (nal.layer == 0 and nal.type in _OPENERS)
        if has_slice and opens:
            yield unit
            unit, has_slice = [], False
        unit.append(nal)
        has_slice = has_slice or nal.is_slice
    if unit:
        yield unit


def first_slice(unit: Unit) -> int:
    """The place of the first slice. MediaError where there is none."""
    place = next((i for i, nal in enumerate(unit) if nal.is_slice), -1)
    if place < 0:
        raise MediaError("an access unit without a picture: the stream is damaged or cut off there")
    return place


class Found(NamedTuple):
    """A payload of one kind in an access unit, and whether it stands before the first slice as it must."""

    payload: bytes
    in_place: bool


def payloads_of(unit: Unit, kind: Kind) -> list[Found]:
    """Every payload of a kind, in the order of the stream."""
    begin = first_slice(unit)
    return [
        Found(message.payload, nal.type == PREFIX_SEI and place < begin)
        for place, nal in enumerate(unit)
        if is_sei(nal)
        for message in messages_of(nal)
        if message.kind is kind
    ]


def without(unit: Unit, unwanted: Callable[[SeiMessage], bool]) -> list[Nal]:
    """The unit without some SEI messages; every other byte stays as it is.

    A message that shares its SEI unit with others is cut out of it, and the others are kept.
    """
    kept = []
    for nal in unit:
        if not is_sei(nal):
            kept.append(nal)
            continue
        messages = messages_of(nal)
        others = [message for message in messages if not unwanted(message)]
        if len(others) == len(messages):
            kept.append(nal)
        elif others:
            kept.append(Nal(nal.prefix, sei_unit(others, nal, type=nal.type)))
    return kept


def stripped(unit: Unit, kinds: Collection[Kind]) -> list[Nal]:
    """The unit without the dynamic metadata of these kinds."""
    return without(unit, lambda message: message.kind in kinds)


def embedded(unit: Unit, kind: Kind, payload: bytes) -> list[Nal]:
    """The unit with exactly this payload of a kind."""
    return _with_messages(stripped(unit, (kind,)), [SeiMessage(T35, payload)])


def with_static(unit: Unit, payloads: Mapping[int, bytes]) -> list[Nal]:
    """The unit with messages of these types (`MASTERING_DISPLAY`, `CONTENT_LIGHT`) in place of any it has."""
    rest = without(unit, lambda message: message.type in payloads)
    return _with_messages(rest, [SeiMessage(type, payload) for type, payload in payloads.items()])


def _with_messages(nals: list[Nal], messages: Sequence[SeiMessage]) -> list[Nal]:
    """A SEI unit each, behind parameter sets and other SEI, before the first slice."""
    place = first_slice(nals)
    made = [new_nal(sei_unit([message], nals[place])) for message in messages]
    return [*nals[:place], *made, *nals[place:]]
