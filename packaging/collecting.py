"""Finding the strings that people see, by reading the sources as syntax trees."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path


class CollectError(Exception):
    """A call of `translate` that cannot be collected; the text says where and why."""


@dataclass(slots=True)
class Entry:
    """One string to translate. `places` are the files it comes from; `plural` where it takes a number."""

    context: str
    source: str
    plural: bool = False
    places: set[str] = field(default_factory=set)


class Catalogue(dict[tuple[str, str], Entry]):
    """The strings of one room, by context and source."""

    def note(self, context: str, source: str, place: str, plural: bool = False) -> None:
        """Add a string, or another place of one that is here."""
        entry = self.setdefault((context, source), Entry(context, source))
        entry.plural = entry.plural or plural
        entry.places.add(place)


def from_widgets(root: Path, sources: Iterable[Path]) -> Catalogue:
    """The arguments of every `translate(context, text[, n=...])`; CollectError for one that is not literal."""
    found = Catalogue()
    for path in sources:
        place = path.relative_to(root).as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "translate":
                words = [arg.value for arg in node.args[:2] if isinstance(arg, ast.Constant)]
                if len(words) != 2 or not all(isinstance(word, str) for word in words):
                    raise CollectError(f"{place}:{node.lineno}: translate() takes two literal strings")
                plural = len(node.args) > 2 or any(word.arg == "n" for word in node.keywords)
                found.note(str(words[0]), str(words[1]), place, plural)
    return found


# -- sentences that app/ and operators/ make in English ----------------------------------------------------------

WORDS = re.compile(r"[A-Za-z]{2,}[,:;]? [A-Za-z({'`]|[A-Za-z}'][,;]? [a-z]{2,}")
"""Two words, or a word beside a value: less is a name or a key."""

CODE = re.compile(
    r"\b(SELECT|INSERT|UPDATE|DELETE|CREATE|DROP|PRAGMA|BEGIN|FROM|JOIN|IN|ORDER BY|GROUP BY)\b"
    r"|\b(AND|OR|NOT|FCM|TITLE|FRAME)\b"
    r"|[\\^*\n\[]|\w=\w|\b(coalesce|yuv|gbra?p)|^(seq, id,|staged |writer of |look |mend |patch {)"
)
"""Signs of a database query, a pattern, a line of a file format, a name of a thread."""

OURS_ALONE = {"ValueError", "TypeError", "RuntimeError", "IndexError", "AssertionError", "KeyError"}
"""Mistakes of ours: no person is told their text."""

DECLARING = {"param"}
"""Calls whose strings are collected elsewhere, from the declarations."""

COMPOSED = (
    "Undid: {summary}",
    "Redid: {summary}",
    "Accepted {what}.",
    "Rejected {what}.",
    "Cleared the verdict on {what}.",
    "Accepted {what} where {where}.",
    "Rejected {what} where {where}.",
    "Cleared the verdict on {what} where {where}.",
    "{count} repair and {count2} track",
    "{count} repair and {count2} tracks",
    "{count} repairs and {count2} track",
    "{count} repairs and {count2} tracks",
    "reading",
    "writing",
    "undo",
    "redo",
    "on",
    "off",
    "frame",
    "frames",
    "nothing",
)
"""Sentences put together from parts in more than one statement, and single words that are parts of some."""


def sentences(root: Path, sources: Iterable[Path]) -> Catalogue:
    """Templates of the sentences these modules may say: `"{path} is empty"`, placeholders named after the values."""
    found = Catalogue()
    for path in sources:
        place = path.relative_to(root).as_posix()
        for template in templates(ast.parse(path.read_text(encoding="utf-8"))):
            found.note("Sentences", template, place)
    for template in COMPOSED:
        found.note("Sentences", template, "app/document/history.py")
    return found


def templates(tree: ast.AST) -> Iterator[str]:
    """The sentences of one module."""
    unheard = {id(call) for call in ast.walk(tree) if isinstance(call, ast.Call) and _callee(call) in OURS_ALONE}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and id(node) not in unheard and _callee(node) not in DECLARING:
            yield from _of_call(node)
        elif isinstance(node, ast.Assign) and not _is_local(node.targets[0]):
            continue
        elif isinstance(node, ast.Return | ast.Yield | ast.Assign) and node.value is not None:
            yield from _told(node.value)


def _is_local(target: ast.expr) -> bool:
    """A plain name; an operator's label and summary are collected from the operator itself."""
    return isinstance(target, ast.Name) and target.id not in ("label", "summary")


def _callee(call: ast.Call) -> str:
    return ast.unparse(call.func).rpartition(".")[2]


def _of_call(call: ast.Call) -> Iterator[str]:
    values = [*call.args, *(word.value for word in call.keywords)]
    if _callee(call) == "number" and len(values) == 2 and isinstance(values[1], ast.Constant):
        yield from (f"{{count}} {values[1].value}", f"{{count}} {values[1].value}s")
    elif _callee(call) == "Progress" and (task := template(values[0])):
        yield task
    else:
        for value in values:
            yield from _told(value)


def _told(value: ast.expr) -> Iterator[str]:
    """The templates in an expression: of a string, of either side of a choice, of the items of a list or table."""
    if isinstance(value, ast.Constant | ast.JoinedStr | ast.BinOp):
        text = template(value)
        if text is not None and WORDS.search(re.sub(r"{\w+}", "{x", text)) and not CODE.search(text):
            yield text
        for inner in ast.walk(value):
            if isinstance(inner, ast.IfExp):
                yield from _told(inner)
    elif isinstance(value, ast.IfExp):
        yield from _told(value.body)
        yield from _told(value.orelse)
    elif isinstance(value, ast.Dict | ast.Tuple | ast.List):
        for item in value.values if isinstance(value, ast.Dict) else value.elts:
            yield from _told(item)


def template(value: ast.expr) -> str | None:
    """A string expression with its values as named placeholders; None where it is no string of words."""
    taken: dict[str, str] = {}
    text = _piece(value, taken)
    return text if text and re.search(r"[A-Za-z]", re.sub(r"{\w+}", "", text)) else None


def _piece(value: ast.expr, taken: dict[str, str]) -> str | None:
    if isinstance(value, ast.Constant):
        return value.value.replace("{", "{{").replace("}", "}}") if isinstance(value.value, str) else None
    if isinstance(value, ast.JoinedStr):
        return "".join(_piece(part, taken) or "" for part in value.values)
    if isinstance(value, ast.FormattedValue):
        return "{" + _name(value.value, taken) + "}"
    if isinstance(value, ast.BinOp) and isinstance(value.op, ast.Add):
        left, right = _piece(value.left, taken), _piece(value.right, taken)
        if left is None and right is None:
            return None
        sides = [(left, value.left), (right, value.right)]
        return "".join("{" + _name(side, taken) + "}" if text is None else text for text, side in sides)
    return None


def _name(value: ast.expr, taken: dict[str, str]) -> str:
    """A short name for what is filled in: its last word; a second value of that name is numbered."""
    whole = ast.unparse(value)
    words = [w for w in re.findall(r"[A-Za-z_]\w*", re.sub(r"'[^']*'", "", whole)) if w not in NOISE]
    base = (words[-1].strip("_") if words else "") or "value"
    name, count = base, 1
    while taken.setdefault(name, whole) != whole:
        count += 1
        name = f"{base}{count}"
    return name


NOISE = {"str", "len", "join", "sorted", "for", "in", "if", "else", "int", "round", "map", "min", "max", "is", "None"}
