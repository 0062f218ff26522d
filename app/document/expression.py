"""The `--where` language: `class=dirt and probability<0.4`, `shot in 3-7 and not verdict=accept`.

    expression := term ('or' term)*            term := factor ('and' factor)*
    factor     := 'not' factor | '(' expression ')' | comparison
    comparison := field ('=' | '!=' | '<' | '<=' | '>' | '>=') value
                | field ['not'] 'in' value ['-' value] (',' value ['-' value])*
                | 'risky'

It becomes an SQL condition whose values are all bound parameters: nothing a person types is run as SQL.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

from app.document.risks import MARGIN, RISKS
from app.errors import UsageError


@dataclass(frozen=True, slots=True)
class Field:
    """What a name in an expression stands for: an SQL expression, and how its values are read.

    `words` lists the values a named one can have (alias to stored value); `prefix` lets a text be shortened.
    A field of `flags` is a number in which each word stands for a bit; `risk=motion` asks whether it is set.
    """

    sql: str
    numeric: bool = False
    words: Mapping[str, str] | None = None
    prefix: bool = False
    flags: Mapping[str, int] | None = None


_VERDICTS = {
    "accept": "accept", "accepted": "accept", "reject": "reject", "rejected": "reject", "none": "none"
}  # fmt: skip
_STATES = {name: name for name in ("accepted", "rejected", "proposed")}

FIELDS: Mapping[str, Field] = {
    "class": Field("class"),
    "probability": Field("probability", numeric=True),
    "frame": Field("frame", numeric=True),
    "shot": Field("shot", numeric=True),
    "area": Field("area", numeric=True),
    "x": Field("x0", numeric=True),
    "y": Field("y0", numeric=True),
    "width": Field("(x1 - x0)", numeric=True),
    "height": Field("(y1 - y0)", numeric=True),
    "track": Field("lower(hex(track))", prefix=True),
    "verdict": Field("coalesce(nullif(verdict, 'clear'), 'none')", words=_VERDICTS),
    "state": Field("state", words=_STATES),
    "pass": Field("pass", prefix=True),
    "id": Field("lower(hex(key))", prefix=True),
    "detector": Field("detector"),
    "risk": Field(f"(risk | {RISKS['margin']} * (abs(probability - threshold) < {MARGIN}))", flags=RISKS),
}
"""Every field of the language. `verdict` is what a person said, `state` what is in force."""

_OPERATOR = re.compile(r"<=|>=|!=|=|<|>")
_NAME = re.compile(r"[A-Za-z_]+")
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?")
_TEXT = re.compile(r"\"([^\"]*)\"|'([^']*)'|([^\s()=<>!,'\"]+)")
_DEEPEST = 50


@dataclass(frozen=True, slots=True)
class Condition:
    """An SQL condition over the columns `FIELDS` names, and the values bound to its question marks."""

    sql: str
    values: tuple[Any, ...] = ()


def parse(text: str) -> Condition:
    """The condition for an expression; an empty one matches everything.

    UsageError says at which position (from 1) what was expected.
    """
    if not text.strip():
        return Condition("1")
    parser = _Parser(text)
    condition = parser.either()
    if not parser.at_end():
        parser.fail("expected 'and', 'or' or the end")
    return condition


def bound(condition: Condition) -> tuple[str, dict[str, Any]]:
    """The condition with named values in the place of question marks, as questions that have others need it."""
    sql, values = condition.sql, {}
    for index, value in enumerate(condition.values):
        sql = sql.replace("?", f":v{index}", 1)
        values[f"v{index}"] = value
    return sql, values


def ask(
    connection: sqlite3.Connection, seq: int, head: str, condition: Condition, tail: str, **more: Any
) -> list[tuple[Any, ...]]:
    """Run a question about what fulfils a condition in the state at a ledger row."""
    sql, values = bound(condition)
    return connection.execute(f"{head} {sql} {tail}", {"seq": seq, **more, **values}).fetchall()


class _Parser:
    def __init__(self, text: str) -> None:
        self.text = text
        self.position = 0
        self.depth = 0

    def fail(self, expected: str) -> NoReturn:
        self.skip()
        raise UsageError(
            f"cannot read '{self.text}' at position {self.position + 1}: {expected}; "
            f"fields: {', '.join(FIELDS)}; operators: = != < <= > >= in and or not ( )"
        )

    def skip(self) -> None:
        while self.position < len(self.text) and self.text[self.position].isspace():
            self.position += 1

    def at_end(self) -> bool:
        self.skip()
        return self.position == len(self.text)

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        self.skip()
        found = pattern.match(self.text, self.position)
        if found:
            self.position = found.end()
        return found

    def take_word(self, word: str) -> bool:
        before = self.position
        found = self.take(_NAME)
        if found and found[0].lower() == word:
            return True
        self.position = before
        return False

    def take_sign(self, sign: str) -> bool:
        self.skip()
        if self.text.startswith(sign, self.position):
            self.position += len(sign)
            return True
        return False

    def either(self) -> Condition:
        return self.joined("or", lambda: self.joined("and", self.factor))

    def joined(self, word: str, part: Callable[[], Condition]) -> Condition:
        parts = [part()]
        while self.take_word(word):
            parts.append(part())
        if len(parts) == 1:
            return parts[0]
        return Condition(
            "(" + f" {word} ".join(item.sql for item in parts) + ")", tuple(v for item in parts for v in item.values)
        )

    def factor(self) -> Condition:
        self.depth += 1
        if self.depth > _DEEPEST:
            self.fail(f"more than {_DEEPEST} brackets or nots inside each other")
        try:
            if self.take_word("not"):
                inner = self.factor()
                return Condition(f"(NOT {inner.sql})", inner.values)
            if self.take_sign("("):
                inner = self.either()
                if not self.take_sign(")"):
                    self.fail("expected ')'")
                return inner
            return self.comparison()
        finally:
            self.depth -= 1

    def comparison(self) -> Condition:
        if self.take_word("risky"):
            return Condition(f"({FIELDS['risk'].sql} <> 0)")
        self.skip()
        start = self.position
        name = self.take(_NAME)
        if name is None or name[0] not in FIELDS:
            self.position = start
            self.fail("expected a field")
        field = FIELDS[name[0]]
        negated = self.take_word("not")
        if self.take_word("in"):
            return self.membership(field, negated)
        if negated:
            self.fail("expected 'in'")
        self.skip()
        start = self.position
        operator = self.take(_OPERATOR)
        if operator is None:
            self.fail("expected an operator")
        if not field.numeric and operator[0] not in ("=", "!="):
            self.position = start
            self.fail(f"'{name[0]}' can only be compared by = and !=")
        return self.compared(field, operator[0])

    def compared(self, field: Field, operator: str) -> Condition:
        if field.numeric:
            return Condition(f"{field.sql} {operator} ?", (self.number(),))
        inner = self.equal(field)
        return inner if operator == "=" else Condition(f"(NOT {inner.sql})", inner.values)

    def equal(self, field: Field) -> Condition:
        """A text field equal to the next value: a track or component by its first digits, if so shortened."""
        start = self.position
        value = self.word()
        if field.words is not None:
            if value not in field.words:
                self.position = start
                self.fail(f"expected one of {', '.join(field.words)}")
            value = field.words[value]
        if field.flags is not None:
            if value not in field.flags and value != "none":
                self.position = start
                self.fail(f"expected one of {', '.join(field.flags)}, none")
            asked = f"& {field.flags[value]} <> 0" if value != "none" else "= 0"
            return Condition(f"({field.sql} {asked})")
        if field.prefix:
            value = value.lower() if field.sql == "pass" else value.lower().replace("-", "")
            return Condition(f"coalesce(substr({field.sql}, 1, {len(value)}), '') = ?", (value,))
        return Condition(f"{field.sql} = ?", (value,))

    def membership(self, field: Field, negated: bool) -> Condition:
        parts = [self.member(field)]
        while self.take_sign(","):
            parts.append(self.member(field))
        sql = "(" + " OR ".join(item.sql for item in parts) + ")"
        return Condition(f"(NOT {sql})" if negated else sql, tuple(v for item in parts for v in item.values))

    def member(self, field: Field) -> Condition:
        if not field.numeric:
            return self.equal(field)
        low = self.number()
        if not self.take_sign("-"):
            return Condition(f"{field.sql} = ?", (low,))
        high = self.number()
        if high < low:
            self.fail(f"a range runs from low to high, not from {low:g} to {high:g}")
        return Condition(f"{field.sql} BETWEEN ? AND ?", (low, high))

    def number(self) -> float | int:
        found = self.take(_NUMBER)
        if found is None:
            self.fail("expected a number")
        whole = found[2] is None and found[3] is None and "." not in found[0]
        if not whole or len(found[0]) > 18:
            return float(found[0])
        return int(found[0])

    def word(self) -> str:
        found = self.take(_TEXT)
        if found is None:
            self.fail("expected a value")
        return next(part for part in found.groups() if part is not None)
