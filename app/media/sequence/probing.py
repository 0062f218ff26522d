"""Opening a sequence: from a folder, or one of its frames, to a `Reel` that names what is wrong with it.

Costs one `scandir`, one `stat` a file, and the headers of a handful of frames, so that 200,000 frames open in
seconds. Faults inside frames that were not looked into are found when they are read.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from app.errors import MediaError
from app.media import encoding as encodings
from app.media import failures
from app.media.picture import PictureFormat
from app.media.rates import DEFAULT_RATE
from app.media.reel import Finding, Reel
from app.media.sequence import naming
from app.media.sequence.codecs import FrameFacts, codec_for
from app.media.sequence.naming import FileSequence
from app.media.sequence.wav import sound_beside

SAMPLES = 9
"""Headers read when opening, spread evenly from the first frame to the last."""

MOST_SUSPECTS = 24
"""Headers read besides, of frames whose file size alone looks wrong."""

MOST_FRAMES = 10_000_000
"""A sequence whose numbers span more than this has a stray number in it."""


def probe_sequence(path: Path, *, rate: Fraction | None = None, encoding: str | None = None) -> Reel:
    """Open the sequence in a folder, or the one that a frame belongs to.

    Raises:
        MediaError: no pictures there, several sequences to choose from, or none of the frames is readable.
        UsageError: `encoding` is no encoding.
    """
    sequence = _sequence_at(path)
    if sequence.last - sequence.first >= MOST_FRAMES:
        raise MediaError(
            f"the frame numbers in {sequence.folder} run from {sequence.first} to {sequence.last}; "
            "take the stray file away and open it again"
        )
    facts, odd = _look_into(sequence)
    guess = encodings.chosen(encoding) if encoding is not None else facts.guess
    return Reel(
        path=sequence.folder / sequence.pattern,
        kind="sequence",
        frame_count=sequence.last - sequence.first + 1,
        rate=rate or facts.rate or DEFAULT_RATE,
        format=_in_encoding(facts.format, guess.encoding),
        container=facts.container,
        codec=facts.codec,
        fingerprint=fingerprint(sequence),
        encoding_reason=guess.reason,
        start_timecode=facts.timecode,
        first_number=sequence.first,
        sound=sound_beside(sequence),
        findings=(*_holes(sequence), *_doubles(sequence), *odd, *facts.findings),
        tags=facts.tags,
    )


def _sequence_at(path: Path) -> FileSequence:
    if not path.exists():
        raise failures.no_such_path(path)
    if path.is_dir():
        return _only_one(path, naming.list_folder(path))
    for sequence in naming.list_folder(path.parent):
        if path.name in sequence.names.values() or path.name in sequence.doubles:
            return sequence
    raise MediaError(f"{path} is no picture file; frames end in {', '.join(sorted(naming.PICTURE_SUFFIXES))}")


def _only_one(folder: Path, found: Sequence[FileSequence]) -> FileSequence:
    if not found:
        endings = ", ".join(sorted(naming.PICTURE_SUFFIXES))
        raise MediaError(f"{folder} holds no frames; looked for files that end in {endings}")
    if len(found) > 1:
        told = "; ".join(s.title for s in found[:5]) + (f"; and {len(found) - 5} more" if len(found) > 5 else "")
        raise MediaError(f"{folder} holds {len(found)} sequences: {told}. Name one frame of the one you mean")
    return found[0]


def _look_into(sequence: FileSequence) -> tuple[FrameFacts, list[Finding]]:
    """The facts most samples agree on, and findings about the frames that differ or look cut short."""
    facts: dict[int, FrameFacts] = {}
    faults: dict[int, failures.FrameError] = {}
    for number in _spread(sorted(sequence.names), SAMPLES):
        _probe(sequence, number, facts, faults)
    if not facts:
        raise next(iter(faults.values()))
    common = Counter(_kind(f.format) for f in facts.values()).most_common(1)[0][0]
    reference = next(f for _, f in sorted(facts.items()) if _kind(f.format) == common)
    suspects = [n for n, size in sequence.sizes.items() if size == 0 or size < reference.least_bytes]
    for number in _spread(sorted(set(suspects) - facts.keys() - faults.keys()), MOST_SUSPECTS):
        _probe(sequence, number, facts, faults)
    unknown = sorted(set(suspects) - facts.keys() - faults.keys())
    return _starting(reference, facts), _odd(sequence, reference, facts, faults, unknown)


def _probe(
    sequence: FileSequence,
    number: int,
    facts: dict[int, FrameFacts],
    faults: dict[int, failures.FrameError],
) -> None:
    path = sequence.path(number)
    codec = codec_for(naming.PICTURE_SUFFIXES[path.suffix.lower()])
    try:
        facts[number] = codec.probe(path)
    except failures.FrameError as error:
        faults[number] = error


def _starting(reference: FrameFacts, facts: dict[int, FrameFacts]) -> FrameFacts:
    """The reference, with the timecode of the first frame (where that one is readable)."""
    first = facts.get(min(facts))
    if first is None or first is reference or not first.timecode:
        return reference
    return replace(reference, timecode=first.timecode)


def _odd(
    sequence: FileSequence,
    reference: FrameFacts,
    facts: dict[int, FrameFacts],
    faults: dict[int, failures.FrameError],
    unknown: list[int],
) -> list[Finding]:
    found = [Finding(e.kind, str(e), (n - sequence.first,)) for n, e in sorted(faults.items())]
    for number, fact in sorted(facts.items()):
        told = difference(reference.format, fact.format)
        if told is not None:
            kind, text = told
            found.append(Finding(kind, f"{sequence.path(number).name} {text}", (number - sequence.first,)))
    if unknown:
        indices = tuple(n - sequence.first for n in unknown)
        found.append(
            Finding(
                "truncated",
                f"frames {ranges(unknown)} are smaller than their pictures need; copy them again",
                indices,
            )
        )
    return found


def difference(expected: PictureFormat, actual: PictureFormat) -> tuple[str, str] | None:
    """How a frame's format differs from the reel's: (kind of finding, what to say after its name), or None."""
    if (expected.width, expected.height) != (actual.width, actual.height):
        return "size", (
            f"is {actual.width} x {actual.height} pixels where the reel has {expected.width} x {expected.height}"
        )
    if _kind(expected) != _kind(actual):
        return "format", f"holds {_describe(actual)} where the reel has {_describe(expected)}"
    return None


def _describe(format: PictureFormat) -> str:
    return f"{format.bit_depth}-bit {'float' if format.is_float else 'integer'} {', '.join(format.channels)}"


def _kind(format: PictureFormat) -> tuple[object, ...]:
    return (format.width, format.height, format.channels, format.dtype, format.bit_depth, format.subsampling)


def _spread(numbers: Sequence[int], count: int) -> list[int]:
    """Up to `count` of the numbers, evenly spread, first and last included."""
    if len(numbers) <= count:
        return list(numbers)
    return [numbers[round(i * (len(numbers) - 1) / (count - 1))] for i in range(count)]


def _holes(sequence: FileSequence) -> list[Finding]:
    span = range(sequence.first, sequence.last + 1)
    if len(sequence.names) == len(span):
        return []
    missing = [number for number in span if number not in sequence.names]
    verb = "is missing" if len(missing) == 1 else "are missing"
    noun = "frame" if len(missing) == 1 else "frames"
    text = f"{noun} {ranges(missing)} {verb} from {sequence.folder} ({len(missing)} of {len(span)})"
    return [Finding("hole", text, tuple(n - sequence.first for n in missing))]


def _doubles(sequence: FileSequence) -> list[Finding]:
    if not sequence.doubles:
        return []
    names = ", ".join(sequence.doubles[:3])
    return [Finding("format", f"{len(sequence.doubles)} files repeat a frame number and are left aside: {names}")]


def ranges(numbers: Sequence[int], most: int = 6) -> str:
    """Sorted frame numbers for people: '000123-000125, 000200'."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    told = [f"{a:06d}" if a == b else f"{a:06d}-{b:06d}" for a, b in runs[:most]]
    return ", ".join(told) + (f" and {len(runs) - most} more ranges" if len(runs) > most else "")


def fingerprint(sequence: FileSequence) -> str:
    """Recognises the frames after a move: their count, and size and first 64 KiB of five of them."""
    digest = hashlib.sha256(f"{len(sequence.names)} {sequence.last - sequence.first}".encode())
    for number in _spread(sorted(sequence.names), 5):
        digest.update(f" {sequence.sizes[number]} ".encode())
        try:
            with sequence.path(number).open("rb") as file:
                digest.update(file.read(1 << 16))
        except OSError:
            digest.update(b"unreadable")
    return digest.hexdigest()


def _in_encoding(format: PictureFormat, encoding: str) -> PictureFormat:
    return replace(format, encoding=encoding, matrix="bt601" if encoding == "bt601" else format.matrix)
