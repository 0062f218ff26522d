"""Finding commands by a few letters."""

from __future__ import annotations

from widgets.commands.command import Command

_START = 8
_RUN = 5
_WHOLE = 12


def score(asked: str, text: str) -> int | None:
    """How well the letters of `asked` stand in `text`, in order; None where they do not.

    Letters at the start of a word and letters in a row count more, so that `sp` finds "Split shot" before "Step".
    """
    asked, text = asked.casefold(), text.casefold()
    whole = text.find(asked)
    if whole >= 0:
        start = whole == 0 or not text[whole - 1].isalnum()
        return len(asked) * (_RUN + 1) + (_WHOLE + _START * 2 if start else 0) - whole // 8
    total, place, before = 0, 0, -2
    for letter in asked:
        found = text.find(letter, place)
        if found < 0:
            return None
        total += 1
        total += _START if found == 0 or not text[found - 1].isalnum() else 0
        total += _RUN if found == before + 1 else 0
        before, place = found, found + 1
    return total - len(text) // 16


def match(asked: str, command: Command) -> int | None:
    """How well a command answers what was typed; None where it does not. Each word typed must be found.

    The id counts a little, so that English words find a command whose title is Chinese.
    """
    total = 0
    for word in asked.split():
        fields = ((command.title, 3), (command.category, 1), (command.id, 1), (command.tip, 1))
        found = [weight * points for text, weight in fields if (points := score(word, text)) is not None]
        if not found:
            return None
        total += max(found)
    return total


def ranked(asked: str, commands: tuple[Command, ...], recent: tuple[str, ...]) -> list[Command]:
    """The commands that answer, best first; with nothing typed all of them, those run last first."""
    places = {id: place for place, id in enumerate(recent)}
    if not asked.strip():
        return sorted(commands, key=lambda command: places.get(command.id, len(places)))
    found = [(points, command) for command in commands if (points := match(asked, command)) is not None]
    found.sort(key=lambda pair: (-pair[0], places.get(pair[1].id, len(places))))
    return [command for _, command in found]
