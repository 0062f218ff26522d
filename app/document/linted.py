"""What the linter found of repairs, kept beside the project: made again at any time, and thrown away without loss.

It is no history: `NAME.artefacts/lint.sqlite` names, for each repair and the frames round it as they were then (a
`stamp`), what each check said. A row whose stamp is not the present one is out of date and counts as not there.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from app.errors import NoRoomError, ProjectError

FILE = "lint.sqlite"
VERSION = 1
"""Of the table; a file of another version is thrown away."""

_NO_TABLE = "DROP TABLE IF EXISTS answer"
_TABLE = """CREATE TABLE answer (repair TEXT NOT NULL, reel TEXT NOT NULL, frame INTEGER NOT NULL,
    stamp TEXT NOT NULL, kind TEXT NOT NULL, value REAL NOT NULL, sure REAL NOT NULL,
    severity INTEGER NOT NULL, x REAL NOT NULL, y REAL NOT NULL, about INTEGER NOT NULL,
    PRIMARY KEY (repair, kind)) WITHOUT ROWID, STRICT"""


@dataclass(frozen=True, slots=True)
class Answer:
    """What one check said of one repair: its value in the check's unit, the severity (0 none, 1 FYI, 2 Issue), the
    place in pixels of the frame, and the offset of the frame it is `about` (0: none)."""

    kind: str
    value: float
    sure: float
    severity: int
    x: float
    y: float
    about: int = 0


class LintStore:
    """The answers of one project. Safe to use from many threads and processes; a damaged file is begun anew."""

    def __init__(self, folder: Path) -> None:
        """`folder` holds the project's artefacts."""
        self._path = folder / FILE

    def put(self, reel: str, frame: int, stamp: str, said: Iterable[tuple[str, Sequence[Answer]]]) -> None:
        """Keep what was said of repairs (id, answers) of a frame, in the place of what was said of them before.

        Raises:
            NoRoomError: the disk is full.
            ProjectError: the file cannot be written.
        """
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._open() as connection, connection:
            for repair, answers in said:
                connection.execute("DELETE FROM answer WHERE repair = ?", (repair,))
                # A repair of which nothing can be said is remembered too, or it would be asked again and again.
                told = [(a.kind, a.value, a.sure, a.severity, a.x, a.y, a.about) for a in answers] or [_NOTHING]
                connection.executemany(
                    "INSERT INTO answer VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    [(repair, reel, frame, stamp, *row) for row in told],
                )

    def get(self, reel: str, frame: int, stamp: str) -> dict[str, tuple[Answer, ...]]:
        """What was said of the repairs of a frame while it had this stamp, by their ids."""
        if not self._path.is_file():
            return {}
        found: dict[str, list[Answer]] = {}
        with self._open() as connection:
            for repair, *row in connection.execute(
                "SELECT repair, kind, value, sure, severity, x, y, about FROM answer "
                "WHERE reel = ? AND frame = ? AND stamp = ? ORDER BY repair, kind",
                (reel, frame, stamp),
            ):
                found.setdefault(repair, []).extend([Answer(*row)] if row[0] else [])
        return {repair: tuple(answers) for repair, answers in found.items()}

    def frames(self) -> tuple[tuple[str, int], ...]:
        """The frames (reel, index) on which something was told, up to date or not, in order."""
        if not self._path.is_file():
            return ()
        with self._open() as connection:
            rows = connection.execute("SELECT DISTINCT reel, frame FROM answer WHERE severity > 0 ORDER BY 1, 2")
            return tuple((reel, frame) for reel, frame in rows)

    @property
    def asked(self) -> int:
        """Of how many repairs something was asked, up to date or not."""
        if not self._path.is_file():
            return 0
        with self._open() as connection:
            return int(connection.execute("SELECT count(DISTINCT repair) FROM answer").fetchone()[0])

    @property
    def empty(self) -> bool:
        """True where nothing was looked at yet."""
        if not self._path.is_file():
            return True
        with self._open() as connection:
            return connection.execute("SELECT 1 FROM answer LIMIT 1").fetchone() is None

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        try:
            with closing(sqlite3.connect(self._path, timeout=10.0)) as connection:
                self._prepare(connection)
                yield connection
        except sqlite3.OperationalError as error:
            if "full" in str(error):
                raise NoRoomError(f"no room left on the disk of {self._path}: free some and look again") from None
            raise ProjectError(f"the findings of the linter cannot be kept in {self._path}: {error}") from None
        except sqlite3.DatabaseError:
            self._path.unlink(missing_ok=True)
            raise ProjectError(f"{self._path} was damaged and has been thrown away: look again") from None

    def _prepare(self, connection: sqlite3.Connection) -> None:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version == VERSION:
            return
        with connection:
            connection.execute("BEGIN IMMEDIATE")
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if version != VERSION:
                connection.execute(_NO_TABLE)
                connection.execute(_TABLE)
                connection.execute("CREATE INDEX answer_by_frame ON answer(reel, frame)")
                connection.execute(f"PRAGMA user_version = {VERSION}")


_NOTHING = ("", 0.0, 0.0, 0, 0.0, 0.0, 0)
