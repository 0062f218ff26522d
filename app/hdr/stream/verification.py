"""The proof that a file carries its metadata as it should: check by check, read from its own bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from app.hdr.stream.access_unit import Found, Unit, payloads_of, stripped
from app.hdr.stream.embedding import Advance, nothing
from app.hdr.stream.extraction import StaticCollector, StaticFound, numbers
from app.hdr.stream.isobmff import CUVV, hdr_boxes
from app.hdr.stream.nal import AUD, IRAP, PARAMETER_SETS
from app.hdr.stream.sei import Kind, is_sei
from app.hdr.stream.source import HLG, PQ, HevcFile, naming
from app.hdr.stream.static_hdr import NO_STATIC, StaticHdr
from app.hdr.stream.transport import vivid_descriptors


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that must hold: a stable name, whether it does, and what was seen."""

    name: str
    holds: bool
    text: str


@dataclass(frozen=True, slots=True)
class Expected:
    """What a file is compared with; None is not compared.

    Attributes:
        payloads: the metadata that was put in, in the order of presentation.
        static: HDR10's values.
        original: the file before the metadata was put in.
    """

    payloads: Sequence[bytes] | None = None
    static: StaticHdr = NO_STATIC
    original: HevcFile | None = None


def verify(source: HevcFile, kind: Kind | None, expected: Expected, advance: Advance = nothing) -> list[Check]:
    """All checks that apply to a file. Reads it once, and the original beside it.

    `kind` None: it carries no dynamic metadata, and the signal and HDR10's values are all there is to check.

    Raises:
        MediaError: a file is so damaged that nothing can be said; the text names the place.
    """
    found: list[list[Found]] = [[] for _ in range(source.count)]
    silent: list[int] = []
    unlike: list[int] = []
    digest = hashlib.sha256()
    collector = StaticCollector(source)
    kinds = () if kind is None else (kind,)
    for place, (index, nals) in enumerate(source.pictures()):
        with naming(source.path, place):
            found[index] = [] if kind is None else payloads_of(nals, kind)
            rest = stripped(nals, kinds)
            if len(found[index]) == 1 and len(rest) != len(nals) - 1:
                unlike.append(index)
            if collector.add(nals) == NO_STATIC and any(nal.type in IRAP for nal in nals):
                silent.append(index)
        for nal in rest:
            digest.update(nal.data)
        advance()
    checks = [_picture(source)]
    if kind is not None:
        checks += [_one_each(source, kind, found), _alone(kind, unlike, digest.hexdigest())]
        if expected.payloads is not None:
            checks += _against(source, kind, found, expected.payloads)
        checks += _signalled(source, kind)
    checks += _static(collector.found(), expected.static, silent)
    if expected.original is not None and kind is not None:
        checks.append(_original(source, kind, expected.original))
    return checks


def _picture(source: HevcFile) -> Check:
    signal = {PQ: "PQ", HLG: "HLG"}.get(source.transfer, f"transfer {source.transfer}")
    holds = source.bit_depth >= 10 and source.transfer in (PQ, HLG)
    return Check("signal", holds, f"{source.count} pictures, {source.bit_depth} bits, tagged {signal}")


def _one_each(source: HevcFile, kind: Kind, found: Sequence[Sequence[Found]]) -> Check:
    wrong = [index for index, there in enumerate(found) if len(there) != 1 or not there[0].in_place]
    text = f"exactly one {kind.label} message before the first slice in {source.count - len(wrong)} of {source.count}"
    return Check("one-each", not wrong, text + (f"; not in frames {numbers(wrong)}" if wrong else ""))


def _alone(kind: Kind, unlike: Sequence[int], digest: str) -> Check:
    if unlike:
        text = f"the {kind.label} message shares its SEI unit with others in frames {numbers(unlike)}"
    else:
        text = f"the message is a SEI unit of its own; without it the stream's SHA-256 is {digest}"
    return Check("separable", not unlike, text)


def _against(
    source: HevcFile, kind: Kind, found: Sequence[Sequence[Found]], wanted: Sequence[bytes]
) -> Iterator[Check]:
    yield Check(
        "count", len(wanted) == source.count, f"{source.count} pictures, {len(wanted)} entries in the metadata"
    )
    pairs = zip(found, wanted, strict=False)
    wrong = [i for i, (there, payload) in enumerate(pairs) if [message.payload for message in there] != [payload]]
    same = min(len(wanted), source.count) - len(wrong)
    text = f"the {kind.label} values equal the metadata's in {same} of {source.count} frames"
    holds = not wrong and len(wanted) == source.count
    yield Check("values", holds, text + (f"; not in frames {numbers(wrong)}" if wrong else ""))


def _signalled(source: HevcFile, kind: Kind) -> Iterator[Check]:
    """What the container says of HDR Vivid; Matroska and raw streams have no place for it."""
    if kind is not Kind.VIVID:
        return
    if source.is_mp4:
        with naming(source.path):
            said = [content for name, content in hdr_boxes(source.path) if name == "cuvv"]
        yield Check("cuvv", said == [CUVV], f"cuvv boxes in the file: {len(said)} (1 is right)")
    elif source.container == "mpegts":
        with source.path.open("rb") as file, naming(source.path):
            maps = vivid_descriptors(file)
        yield Check("descriptor", maps > 0, f"HDR Vivid's descriptor in {maps} programme maps")


def _static(said: StaticFound, wanted: StaticHdr, silent: Sequence[int]) -> Iterator[Check]:
    stream, container = said.stream, said.container
    if wanted != NO_STATIC:
        for name, there, want in (
            ("mastering", stream.mastering, wanted.mastering),
            ("light", stream.light, wanted.light),
        ):
            if want is not None:
                yield Check(
                    f"hdr10-{name}", there == want, f"the stream says {there and there.text}, {want.text} is wanted"
                )
    if stream != NO_STATIC:
        yield Check(
            "hdr10-repeated",
            not silent,
            "HDR10 values at every entry picture" if not silent else f"no HDR10 values in frames {numbers(silent)}",
        )
    if container != NO_STATIC:
        text = (
            "mdcv and clli say what the stream says"
            if container == stream
            else "mdcv and clli say other values than the stream"
        )
        yield Check("hdr10-container", container == stream, text)


def _original(source: HevcFile, kind: Kind, original: HevcFile) -> Check:
    """Picture by picture: without the message, the units are those of the file before."""
    # Containers keep parameter sets and delimiters in other places, and what stands in a decoder configuration
    # (x265's own SEI too) goes into the first picture of a byte stream: only within one kind must they stay.
    loose = source.container != original.container
    kept_aside = source.configuration + original.configuration if loose else b""
    wrong = [
        place
        for place, (made, before) in enumerate(zip(source.pictures(), original.pictures(), strict=False))
        if _data(stripped(made.nals, (kind,)), loose, kept_aside)
        != _data(stripped(before.nals, (kind,)), loose, kept_aside)
    ]
    holds = not wrong and source.count == original.count
    how = (
        " (apart from parameter sets, delimiters and SEI of the decoder configuration: the containers differ)"
        if loose
        else ""
    )
    text = f"without the message {source.count - len(wrong)} of {original.count} pictures equal the original's{how}"
    return Check("original", holds, text)


def _data(nals: Unit, loose: bool, kept_aside: bytes) -> list[bytes]:
    return [
        nal.data
        for nal in nals
        if not loose or not (nal.type in (*PARAMETER_SETS, AUD) or (is_sei(nal) and nal.data in kept_aside))
    ]


def all_hold(checks: Iterable[Check]) -> bool:
    """True where every check holds."""
    return all(check.holds for check in checks)
