"""The text format of UWA's tool: one line a frame, raw codes in decimal, `#` in the first column for a comment.

A line is the frame's number, then the fields from `system_start_code` on in the order of the syntax.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.hdr.vivid.errors import FieldError, MetadataTextError
from app.hdr.vivid.fields import VividMetadata
from app.hdr.vivid.syntax import codes, read


def to_text(frames: Iterable[VividMetadata], first: int = 0) -> str:
    """The lines of a sequence, its first frame being called `first`."""
    lines = (" ".join(map(str, (number, *(c.value for c in codes(m))))) for number, m in enumerate(frames, first))
    return "".join(f"{line}\n" for line in lines)


def from_text(text: str, name: str = "the metadata") -> tuple[VividMetadata, ...]:
    """The metadata of each line. MetadataTextError says which line is wrong, and how.

    Frame numbers must count up by one from the first line's; that first number is not kept.
    """
    lines = text.split("\n")
    if lines and lines[-1] == "":
        lines.pop()
    frames: list[VividMetadata] = []
    expected: int | None = None
    made: dict[str, VividMetadata] = {}
    for number, line in enumerate(lines, 1):
        if line.startswith("#"):
            continue
        place = f"line {number} of {name}"
        frame, _, rest = line.rstrip("\r").partition(" ")
        found = _number(frame, place, "the frame number")
        if expected is not None and found != expected:
            raise MetadataTextError(f"{place} is frame {found}; frame {expected} is due there")
        expected = found + 1
        if rest not in made:
            made[rest] = _frame(rest, place)
        frames.append(made[rest])
    if not frames:
        raise MetadataTextError(f"{name} has no line of metadata")
    return tuple(frames)


def _frame(text: str, place: str) -> VividMetadata:
    tokens: Iterator[str] = iter(text.split(" "))

    def take(field: str, bits: int) -> int:
        token = next(tokens, None)
        if token is None:
            raise MetadataTextError(f"{place} is cut short: {field} is missing")
        value = _number(token, place, field)
        if value >= 1 << bits:
            raise MetadataTextError(f"{place}: {field} is {value}; it goes from 0 to {(1 << bits) - 1}")
        return value

    try:
        metadata = read(take)
    except FieldError as error:
        raise MetadataTextError(f"{place}: {error}") from error
    left = list(tokens)
    if left:
        raise MetadataTextError(f"{place} has {len(left)} numbers more than its flags announce")
    return metadata


def _number(token: str, place: str, what: str) -> int:
    if not (token.isascii() and token.isdecimal() and len(token) <= 9):
        raise MetadataTextError(f"{place}: {what} must be a whole number, '{token}' is none")
    return int(token)
