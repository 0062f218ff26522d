"""Names of numbered frames: which files of a folder belong together, and what number each one has.

A name is cut into runs of digits and the text between them. Files that share the text belong together; the
run of digits that changes from file to file is the frame number (the last such run, where several change).
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from app.media import failures

PICTURE_SUFFIXES = {
    ".dpx": "dpx",
    ".tif": "tiff",
    ".tiff": "tiff",
    ".exr": "exr",
    ".png": "png",
    ".jpg": "jpeg",
    ".jpeg": "jpeg",
    ".cin": "cineon",
}
"""File name endings of frames, in lower case, and the container each one means. The last three are read only."""

_DIGITS = re.compile(r"((?:(?<=[._])-)?\d+)")
"""A minus counts as a sign only right after a '.' or '_': in 'shot.-0005', but not in 'shot-0005'."""

_FIELD = re.compile(r"%(0\d+)?d")


def is_picture(name: str) -> bool:
    """True where the name ends as a frame's does, in any case, and is not hidden."""
    return not name.startswith(".") and split_ending(name)[1].lower() in PICTURE_SUFFIXES


def split_ending(name: str) -> tuple[str, str]:
    """'shot.0001.DPX' to ('shot.0001', '.DPX'); five times as fast as `pathlib`, for 200,000 names."""
    stem, dot, ending = name.rpartition(".")
    return (stem, dot + ending) if stem else (name, "")


def frame_name(pattern: str, number: int) -> str:
    """The file name of a frame: `pattern` with its `%d` or `%06d` filled in; '%%' stands for a percent sign."""
    return pattern % number if has_number(pattern) else pattern.replace("%%", "%")


def frame_path(pattern: Path, number: int) -> Path:
    """The file of a frame: only the name of `pattern` (as `Reel.path` has it) is a pattern, its folder is not."""
    return pattern.with_name(frame_name(pattern.name, number))


def has_number(pattern: str) -> bool:
    """True where the pattern has a number field; a single picture's has none."""
    return _FIELD.search(pattern.replace("%%", "")) is not None


@dataclass(slots=True)
class FileSequence:
    """Frames that belong together: `names` and `sizes` (bytes) by frame number.

    `pattern` gives the usual name of a number; names that differ (another case of the ending, another
    padding) are in `names` all the same. `doubles` are names whose number another file has too.
    """

    folder: Path
    pattern: str
    names: dict[int, str] = field(default_factory=dict)
    sizes: dict[int, int] = field(default_factory=dict)
    doubles: list[str] = field(default_factory=list)

    @property
    def first(self) -> int:
        """The lowest frame number."""
        return min(self.names)

    @property
    def last(self) -> int:
        """The highest frame number."""
        return max(self.names)

    @property
    def title(self) -> str:
        """What a person calls it: the pattern with its numbers, 'shot.%04d.dpx (1001-1240)'."""
        if not has_number(self.pattern):
            return frame_name(self.pattern, 0)
        return f"{self.pattern} ({self.first}-{self.last})"

    def path(self, number: int) -> Path:
        """Where the frame of this number lies, or would lie were it there."""
        return self.folder / (self.names.get(number) or frame_name(self.pattern, number))


def list_folder(folder: Path) -> list[FileSequence]:
    """Every sequence in a folder, longest first. One `scandir` and one `stat` a file; no file is opened."""
    sizes: dict[str, int] = {}
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if is_picture(entry.name) and entry.is_file():
                    sizes[entry.name] = entry.stat().st_size
    except OSError as error:
        raise failures.of_system(error, folder, "reading") from None
    return group_names(folder, sizes)


def group_names(folder: Path, sizes: dict[str, int]) -> list[FileSequence]:
    """Sort file names (with sizes in bytes) into sequences, longest first, then by pattern."""
    alike: dict[tuple[str, ...], list[list[str]]] = {}
    for name in sizes:
        stem, suffix = split_ending(name)
        parts = _DIGITS.split(stem)
        text = (*parts[::2], suffix.lower())
        alike.setdefault(text, []).append([*parts, suffix])
    found: list[FileSequence] = []
    for members in alike.values():
        found += _split_by_field(folder, members, sizes)
    return sorted(found, key=lambda s: (-len(s.names), s.pattern))


def _split_by_field(folder: Path, members: list[list[str]], sizes: dict[str, int]) -> list[FileSequence]:
    """Names with the same text between their digits, split where more than the frame number differs."""
    fields = range(1, len(members[0]) - 1, 2)
    changing = [i for i in fields if any(m[i] != members[0][i] for m in members)]
    if not fields:
        return [_single(folder, parts, sizes) for parts in members]
    place = changing[-1] if changing else fields[-1]
    sequences: dict[tuple[str, ...], list[list[str]]] = {}
    for parts in members:
        rest = (*parts[:place], *parts[place + 1 : -1])
        sequences.setdefault(rest, []).append(parts)
    return [_sequence(folder, group, place, sizes) for group in sequences.values()]


def _single(folder: Path, parts: list[str], sizes: dict[str, int]) -> FileSequence:
    name = "".join(parts)
    return FileSequence(folder, name.replace("%", "%%"), {0: name}, {0: sizes[name]})


def _sequence(folder: Path, members: list[list[str]], place: int, sizes: dict[str, int]) -> FileSequence:
    pattern = _pattern(members[0], place, _usual(m[-1] for m in members), _padding([m[place] for m in members]))
    sequence = FileSequence(folder, pattern)
    for parts in sorted(members):
        name, number = "".join(parts), int(parts[place])
        if number in sequence.names:
            sequence.doubles.append(name)
            continue
        sequence.names[number], sequence.sizes[number] = name, sizes[name]
    return sequence


def _pattern(parts: Sequence[str], place: int, suffix: str, padding: int) -> str:
    before, after = ("".join(part).replace("%", "%%") for part in (parts[:place], parts[place + 1 : -1]))
    number = f"%0{padding}d" if padding > 1 else "%d"
    return f"{before}{number}{after}{suffix}"


def _padding(digits: Sequence[str]) -> int:
    """Digits the numbers are padded to with zeros; 1 where they are not padded."""
    widths = {len(number.lstrip("-")) for number in digits}
    padded = any(number.lstrip("-")[0] == "0" and len(number.lstrip("-")) > 1 for number in digits)
    return min(widths) if padded or len(widths) == 1 else 1


def _usual(suffixes: Iterable[str]) -> str:
    counts: dict[str, int] = {}
    for suffix in suffixes:
        counts[suffix] = counts.get(suffix, 0) + 1
    return max(counts, key=lambda s: counts[s])


def alike(pattern: str, other: str) -> bool:
    """True where two patterns mean one sequence: they differ in padding or the case of the ending at most."""
    return _folded(pattern) == _folded(other)


def _folded(pattern: str) -> str:
    stem, suffix = split_ending(_FIELD.sub("%d", pattern))
    return stem + suffix.lower()


def halves(pattern: str) -> tuple[str, str]:
    """What stands before and after a pattern's number field, still with '%%' for percent signs."""
    match = re.search(r"(?<!%)(?:%%)*(%(?:0\d+)?d)", pattern)
    if match is None:
        return pattern, ""
    return pattern[: match.start(1)], pattern[match.end(1) :]
