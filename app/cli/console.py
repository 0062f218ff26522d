"""What commands say, and where: results on stdout, progress and errors on stderr."""

from __future__ import annotations

import json
import math
import sys
import time
from collections.abc import Sequence
from typing import Any

from app.jobs.progress import Report


class Console:
    """One command's voice. With `as_json` stdout carries exactly one JSON object."""

    RENEWED_S = 0.2
    """On a terminal, how often the line is renewed."""
    LINE_EVERY_S, LINE_AT_LEAST_S = 10.0, 600.0
    """In a log, when the second line of a task comes, and how far apart they get: each waits twice as long."""

    def __init__(self, *, as_json: bool = False, quiet: bool = False) -> None:
        self.as_json = as_json
        self._quiet = quiet
        self._terminal = sys.stderr.isatty()
        self._last: tuple[str, float] = ("", 0.0)
        self._open_line = False
        self._logged: dict[str, tuple[float, float]] = {}
        """Task to when its last line was written and how long the next one waits."""
        self._ended: set[str] = set()

    def progress(self, report: Report) -> None:
        """Show how far a job is: one line that renews itself on a terminal, now and then a line elsewhere."""
        if self._quiet:
            return
        now = time.monotonic()
        if not self._terminal:
            self._log(report, now)
            return
        finished = report.done >= report.total
        task, shown = self._last
        if task == report.task and not finished and now - shown < self.RENEWED_S:
            return
        self._last = (report.task, now)
        sys.stderr.write(f"\r\x1b[K{report.sentence()}" + ("\n" if finished else ""))
        self._open_line = not finished
        sys.stderr.flush()

    def _log(self, report: Report, now: float) -> None:
        """A line when a task begins and when it first ends, in between ever more seldom: a night's log is short."""
        shown, wait = self._logged.get(report.task, (-math.inf, self.LINE_EVERY_S))
        first_end = report.done >= report.total > 0 and report.task not in self._ended
        if first_end:
            self._ended.add(report.task)
        elif now - shown < wait:
            return
        longer = wait if shown == -math.inf else min(2 * wait, self.LINE_AT_LEAST_S)
        self._logged[report.task] = (now, longer)
        sys.stderr.write(report.sentence() + "\n")
        sys.stderr.flush()

    def note(self, sentence: str) -> None:
        """Say something beside the result."""
        if not self._quiet:
            self._end_line()
            sys.stderr.write(sentence + "\n")

    def result(self, data: dict[str, Any], text: str) -> None:
        """The command's answer: `data` as JSON, or `text` for people."""
        self._end_line()
        if self.as_json:
            sys.stdout.write(json.dumps(data, ensure_ascii=False, default=str) + "\n")
        else:
            sys.stdout.write(text.rstrip("\n") + "\n")
        sys.stdout.flush()

    def error(self, sentence: str, code: int) -> None:
        """The command failed."""
        self._end_line()
        if self.as_json:
            sys.stdout.write(json.dumps({"error": sentence, "exit_code": code}, ensure_ascii=False) + "\n")
        sys.stderr.write(f"reelmend: {sentence}\n")

    def _end_line(self) -> None:
        if self._open_line:
            sys.stderr.write("\n")
            self._open_line = False


def table(rows: Sequence[tuple[str, ...]], header: tuple[str, ...] = ()) -> str:
    """Rows as aligned columns."""
    lines = [header, *rows] if header else list(rows)
    if not lines:
        return ""
    widths = [max(len(row[column]) for row in lines) for column in range(len(lines[0]))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in lines
    )


def byte_size(count: float) -> str:
    """`3.4 MB`, decimal as disks are sold."""
    for unit in ("bytes", "kB", "MB", "GB"):
        if count < 1000:
            return f"{count:.0f} {unit}" if unit == "bytes" else f"{count:.1f} {unit}"
        count /= 1000
    return f"{count:.1f} TB"
