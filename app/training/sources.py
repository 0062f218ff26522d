"""Where clean pictures and clips come from: files that a list with licences knows by name and by hash.

`python -m app.training.sources FOLDER...` prints what was found. How to fill such a folder is told in
`resources/training/TRAINING_DATA.md`; nothing here reaches for a network.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b, sha256
from importlib.resources import as_file, files
from pathlib import Path

HELD_OUT_PART = 5
"""One source in so many is held out."""

ALLOWED = ("CC0-1.0", "CC-BY-2.0", "CC-BY-3.0", "CC-BY-4.0", "public domain", "MIT", "BSD-3-Clause")
"""Licences that ask for no more than attribution."""


@dataclass(frozen=True, slots=True)
class Source:
    """One clean photograph or clip. `kind` is "photo" or "clip"; `package` serves it; `sha256` is the file's."""

    name: str
    path: Path
    kind: str
    licence: str
    author: str
    package: str
    sha256: str

    @property
    def held_out(self) -> bool:
        """Whether it is kept for measuring. It hangs on the name alone, so it is the same everywhere."""
        digest = blake2b(f"reelmend held out/{self.name}".encode(), digest_size=8).digest()
        return int.from_bytes(digest, "little") % HELD_OUT_PART == 0


@cache
def _listed() -> dict[str, dict[str, str]]:
    text = files("resources").joinpath("training/sources.json").read_text(encoding="utf-8")
    rows = {row["name"]: row for row in json.loads(text)}
    for row in rows.values():
        if row["licence"] not in ALLOWED:
            raise ValueError(f"{row['name']} is under {row['licence']}, which training does not allow")
    return rows


def sources(*folders: Path | str, shipped: bool = True) -> list[Source]:
    """Every listed source in `folders` and below, and (`shipped`) those in `resources/demo`, ordered by name.

    A file is taken if its name is listed and its sha256 is the listed one; another of that name is passed over.
    A source found twice is taken once. FileNotFoundError names a folder that is not there.
    """
    found: dict[str, Source] = {}
    places = [Path(folder) for folder in folders]
    for place in places:
        if not place.is_dir():
            raise FileNotFoundError(f"there is no folder {place}")
    for place in places:
        _take(found, place)
    if shipped:
        with as_file(files("resources").joinpath("demo")) as demo:
            _take(found, demo)
    return [found[name] for name in sorted(found)]


def _take(found: dict[str, Source], place: Path) -> None:
    for folder, _, names in os.walk(place):
        for name in names:
            row = _listed().get(name)
            if row is None or name in found:
                continue
            path = Path(folder) / name
            if sha256(path.read_bytes()).hexdigest() == row["sha256"]:
                found[name] = Source(path=path, **row)


def missing(found: Iterable[Source]) -> list[str]:
    """Names on the list that are not among `found`."""
    return sorted(set(_listed()) - {source.name for source in found})


def credits_of(used: Iterable[Source]) -> list[str]:
    """One line a source for a model card: name, author, licence, package, hash."""
    return [
        f"{s.name}: {s.author}, {s.licence}, from {s.package}, sha256 {s.sha256[:16]}"
        for s in sorted(used, key=lambda source: source.name)
    ]


def main(arguments: list[str]) -> int:
    """Prints what is in the folders given, and what is not."""
    found = sources(*arguments)
    for source, line in zip(found, credits_of(found), strict=True):
        sys.stdout.write(f"{'held out' if source.held_out else 'training'}  {source.kind:5}  {line}\n")
    for name in missing(found):
        sys.stdout.write(f"missing         {name}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
