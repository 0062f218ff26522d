"""A list of repairs as a file for other programs: comma-separated values, or JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from app.document.candidates import Wanted, listed
from app.document.files import write_pieces
from app.document.listing import Listed, of_row
from app.document.project import Project
from app.document.risks import names_of
from app.document.snapshot import Snapshot
from app.engine.worker import Token
from app.errors import UsageError
from app.jobs.progress import Progress, Reporter

PAGE = 500
"""Repairs read and written in one go."""
PIECE = 1 << 16
COLUMNS = (
    *("id", "reel", "frame", "shot", "class", "state", "by", "recipe", "made", "fill"),
    *("verdict", "judged_by", "judged", "probability", "threshold", "area", "x0", "y0", "x1", "y1"),
    *("track", "risk", "edit", "pass", "mask"),
)
"""Columns of a CSV file, and keys of the JSON. `mask` is where the mask lies: pack:offset:length of the artefact."""

Plain = dict[str, Any]


def plain(snapshot: Snapshot, item: Listed) -> Plain:
    """A repair as plain values, by `COLUMNS`."""
    r = item.repair
    reel = snapshot.reels.get(r.reel)
    values = (
        *(r.id, r.reel if reel is None else reel.path, r.frame, item.shot, r.defect, item.state, item.by),
        *(item.recipe, item.made, item.fill, r.verdict, item.judged_by, item.judged, r.probability),
        *(r.threshold, r.area, r.x0, r.y0, r.x1, r.y1, r.track, " ".join(names_of(r.risk)), r.seq, r.pass_id),
        f"{r.pack}:{r.offset}:{r.length}" if r.length else "",
    )
    return dict(zip(COLUMNS, values, strict=True))


def csv_pieces(rows: Iterable[Plain]) -> Iterator[bytes]:
    """Comma-separated values with a line of titles (RFC 4180), UTF-8."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS)
    writer.writeheader()
    for row in rows:
        writer.writerow(row)
        if text.tell() > PIECE:
            yield text.getvalue().encode()
            text.seek(0)
            text.truncate()
    yield text.getvalue().encode()


def json_pieces(rows: Iterable[Plain]) -> Iterator[bytes]:
    """One object `{"repairs": [...]}`, a repair a line, UTF-8; what `reelmend repairs --json` prints."""
    before = '{"repairs": [\n'
    for row in rows:
        yield (before + json.dumps(row, ensure_ascii=False)).encode()
        before = ",\n"
    yield (("" if before == ",\n" else before) + "\n]}\n").encode()


WRITERS: dict[str, Callable[[Iterable[Plain]], Iterator[bytes]]] = {".csv": csv_pieces, ".json": json_pieces}
"""By the ending of the file's name."""


def write_repairs(
    project: Project,
    snapshot: Snapshot,
    what: Wanted | Sequence[int],
    path: Path,
    reporter: Reporter,
    token: Token,
) -> int:
    """Write repairs in their order; the file appears whole or not at all.

    Args:
        project: Where they are.
        snapshot: The state they are listed in; those not live there are left out.
        what: What a list wants, or rows of the detection table (`candidates.Candidates.numbers`).
        path: Its ending, .csv or .json, says what is written.
        reporter, token: Progress in repairs; a cancelled one leaves nothing behind.

    Returns:
        How many were written.

    Raises:
        UsageError: Another ending, or an expression that cannot be read.
        ProjectError, NoRoomError: The file cannot be written.
        Cancelled: By the token.
    """
    pieces = WRITERS.get(path.suffix.lower())
    if pieces is None:
        raise UsageError(f"a list of repairs is written as {' or '.join(WRITERS)}: name {path.name} so")
    numbers = _numbers(project, snapshot, what) if isinstance(what, Wanted) else what
    progress = Progress("writing the list of repairs", len(numbers), reporter, unit="repairs")
    written = 0

    def rows() -> Iterator[Plain]:
        nonlocal written
        for start in range(0, len(numbers), PAGE):
            token.wait_while_paused()
            some = [int(number) for number in numbers[start : start + PAGE]]
            for row in project.rows(snapshot, some):
                if row is not None:
                    written += 1
                    yield plain(snapshot, of_row(snapshot, row))
            progress.advance(len(some))

    write_pieces(path, pieces(rows()))
    return written


def _numbers(project: Project, snapshot: Snapshot, wanted: Wanted) -> Sequence[int]:
    if wanted.within is not None and not wanted.within:
        return ()
    found = project.ask(snapshot, lambda sql, live: listed(sql, live, snapshot.seq, wanted), wanted.within)
    return found.candidates.numbers  # type: ignore[return-value]  # an array is a sequence of numbers in all but name
