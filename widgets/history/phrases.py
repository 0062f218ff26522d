"""Shots and moments in words: the parts that many sentences share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from PySide6.QtCore import QDate, QDateTime, QLocale, QTime

from app.document.snapshot import Snapshot
from widgets.text import filled, translate


def shots_in_words(ids: Sequence[str] | None, snapshot: Snapshot) -> str:
    """`shot 3`, `shots 3-7`, `12 shots`, `all shots` for None. UsageError where one is gone."""
    if ids is None:
        return translate("History", "all shots")
    numbers = sorted(snapshot.shot_number(id) for id in ids)
    if len(numbers) == 1:
        return filled(translate("History", "shot {number}"), number=numbers[0])
    if numbers and numbers[-1] - numbers[0] == len(numbers) - 1:
        return filled(translate("History", "shots {first}-{last}"), first=numbers[0], last=numbers[-1])
    return translate("History", "%n shot(s)", n=len(numbers))


def shot_list(ids: Iterable[str], snapshot: Snapshot) -> str:
    """`3`, `3-7, 9`: for the column; shots that are gone are left out."""
    return runs_of(snapshot.shot_number(id) for id in ids if id in snapshot.shots_by_id)


def runs_of(numbers: Iterable[int]) -> str:
    """`3`, `3-7, 9`, and dots after the third run."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    parts = [str(first) if first == last else f"{first}-{last}" for first, last in runs]
    return ", ".join(parts[:3]) + (", ..." if len(parts) > 3 else "")


def moment(time: str, now: datetime | None = None, *, short: bool = False) -> str:
    """A row's time on this person's clock: `12:03` today, else with the day; the day alone where it must be short."""
    then, now = datetime.fromisoformat(time).astimezone(), now or datetime.now().astimezone()
    if then.date() == now.date():
        return f"{then:%H:%M}"
    day = QLocale().toString(QDate(then.year, then.month, then.day), translate("History", "d MMM"))
    if short:
        return day
    return f"{day} {then:%H:%M}" if then.year == now.year else f"{then:%Y} {day}"


def whole_moment(time: str) -> str:
    """Day and time in full."""
    then = datetime.fromisoformat(time).astimezone()
    date = QDateTime(QDate(then.year, then.month, then.day), QTime(then.hour, then.minute, then.second))
    return QLocale().toString(date, QLocale.FormatType.LongFormat)
