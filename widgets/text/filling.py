"""Values put into a translated template, with the spaces that Chinese wants beside Latin and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from string import Formatter

from widgets.text.language import language

_HAN = re.compile(r"[\u3400-\u9fff]")
_TOUCH = re.compile(r"[A-Za-z0-9%][\u3400-\u9fff]|[\u3400-\u9fff][A-Za-z0-9]")


def filled(template: str, **values: object) -> str:
    """As `template.format(**values)`; at the ends of a value there is one space between Chinese and Latin letters or
    digits, and none between Chinese and Chinese, whatever the template has there. Values are not changed inside."""
    said, from_value = "", False
    for literal, name, spec, _ in Formatter().parse(template):
        said = _joined(said, literal, from_value)
        if name is not None:
            said = _joined(said, format(values[name], spec or ""), True)
        from_value = name is not None
    return said


def listed(parts: Iterable[str]) -> str:
    """Parts in a row, set apart as the language does."""
    return ("、" if language() == "zh_CN" else ", ").join(parts)


def _joined(said: str, piece: str, joint: bool) -> str:
    """Two pieces; a space at the joint is one of the template's, or none."""
    if not (said and piece and joint):
        return said + piece
    if _TOUCH.fullmatch(said[-1] + piece[0]):
        return f"{said} {piece}"
    if piece[0] == " " and _HAN.match(said[-1]) and _HAN.match(piece[1:]):
        return said + piece[1:]
    if said[-1] == " " and _HAN.match(said[-2:-1]) and _HAN.match(piece):
        return said[:-1] + piece
    return said + piece
