"""The sentences that `app/` makes in English, said in the user's language.

`packaging/translations.py` reads their templates from the sources: `"{path} is empty"`. A sentence is matched
to its template, the template is translated, and the values are put in again; values that are sentences
themselves (a reason inside an error) are translated likewise.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from string import Formatter

from PySide6.QtCore import QCoreApplication

from widgets.text.filling import filled
from widgets.text.language import language

DEEPEST = 4
"""Sentences inside sentences: no deeper than this."""


def operator_text(text: str) -> str:
    """A word of an operator's declaration, a recipe, a stage or a defect, in the user's language."""
    return QCoreApplication.translate("Operators", text) if text else text


def sentence(text: str) -> str:
    """What `app/` said, in the user's language; English stays where no template fits."""
    return text if language() == "en" else _said(text, language(), 0)


@lru_cache(maxsize=4096)
def _said(text: str, spoken: str, depth: int) -> str:
    """`spoken` is in the key of the cache: another language is another answer."""
    for template in _templates():
        values = template.values(text)
        if values is None:
            continue
        translated = QCoreApplication.translate("Sentences", template.source)
        if depth < DEEPEST:
            values = {name: _value(value, spoken, depth) for name, value in values.items()}
        return filled(translated, **values)
    return text


def _value(text: str, spoken: str, depth: int) -> str:
    said = _said(text, spoken, depth + 1)
    return said if said != text else operator_text(text)


@dataclass(frozen=True, slots=True)
class _Template:
    """A template and the pattern of the sentences it makes; `hint` is its longest literal part."""

    source: str
    hint: str
    weight: int
    pattern: re.Pattern[str]

    @classmethod
    def of(cls, source: str) -> _Template:
        pattern, literals, seen = "", [""], set[str]()
        for literal, field, _, _ in Formatter().parse(source):
            pattern += re.escape(literal)
            literals.append(literal)
            if field is not None:
                kind = r"[\d,.]+" if field.startswith("count") else ".+?"
                pattern += f"(?P={field})" if field in seen else f"(?P<{field}>{kind})"
                seen.add(field)
        return cls(source, max(literals, key=len), sum(map(len, literals)), re.compile(pattern, re.DOTALL))

    def values(self, text: str) -> dict[str, str] | None:
        """What the sentence was filled with; None where it is no sentence of this template."""
        found = self.pattern.fullmatch(text) if self.hint in text else None
        return None if found is None else found.groupdict()


@cache
def _templates() -> tuple[_Template, ...]:
    """All templates, those with the most words of their own first: they are the surest."""
    text = files("resources").joinpath("translations", "sentences.json").read_text(encoding="utf-8")
    return tuple(sorted(map(_Template.of, json.loads(text)), key=lambda made: -made.weight))
