"""Finding commands by what a person types: words and their beginnings first, then initials, then near misses.

Chinese has no spaces: there any run of characters of a title counts as a word, and so do several runs of two or more
in their order, as in 接受修复 for 接受选中的修复.
"""

from __future__ import annotations

import re

from widgets.commands.command import Command

WHOLE, START, WORD, INITIALS, INSIDE, BESIDE, HINT, LOOSE = 9000, 8000, 7000, 5000, 4000, 3000, 2500, 2000
"""How a word typed stands in a text: it is all of it; begins it; begins a word of it; is made of beginnings of its
words; lies inside a word; begins a word of what stands beside a title (category, id, tip); is too short to lie inside
a word by more than chance; or its letters stand in one word, with few others between."""
_LEAST = 3
"""Letters from which on something inside a word, or with gaps, is no chance."""
_WORDS = re.compile(r"\w+")
_CHINESE = re.compile(r"[\u3400-\u9fff]")


def score(asked: str, text: str) -> int | None:
    """How well one typed word stands in a text; None where it does not.

    `sp` finds "Split shot" and "Step by ten" before "Wisp", `spsh` finds "Split shot", and `expt` "Export".
    """
    asked, text = asked.casefold(), text.casefold()
    tier = _tier(asked, text)
    return None if tier is None else tier - min(len(text), 200)


def _tier(asked: str, text: str) -> int | None:
    if asked == text.rstrip(".…"):
        return WHOLE
    found = _tier_of_run(asked, text)
    if found is not None and found >= WORD:
        return found
    words = _WORDS.findall(text.replace("_", " "))
    if len(asked) > 1 and _initials(asked, words):
        return INITIALS
    if found is not None:
        return found
    if _CHINESE.search(asked):
        return LOOSE if _in_runs(asked, text) else None
    return LOOSE if len(asked) >= _LEAST and any(_near(asked, word) for word in words) else None


def _tier_of_run(asked: str, text: str) -> int | None:
    """Where all of it stands in one piece."""
    places = [found.start() for found in re.finditer(re.escape(asked), text)]
    if not places:
        return None
    if places[0] == 0:
        return START
    if _CHINESE.match(asked) or any(
        not text[place - 1].isalnum() or _CHINESE.match(text[place - 1]) for place in places
    ):
        return WORD
    return INSIDE if len(asked) >= _LEAST else HINT


def _initials(asked: str, words: list[str]) -> bool:
    """Whether it is made of beginnings of words that follow each other; one between them may be left out."""
    if not asked:
        return True
    for skipped, word in enumerate(words[:2]):
        for length in range(min(len(word), len(asked)), 0, -1):
            if word[:length] == asked[:length] and _initials(asked[length:], words[skipped + 1 :]):
                return True
    return False


def _near(asked: str, word: str) -> bool:
    """Whether its letters stand in a word, from the first on, with no more others between than there are of them."""
    if word[0] != asked[0]:
        return False
    place = 0
    for letter in asked:
        place = word.find(letter, place) + 1
        if place == 0:
            return False
    return place < 2 * len(asked)


def _in_runs(asked: str, text: str) -> bool:
    """Whether runs of two characters and more make it up, in their order."""
    if not asked:
        return True
    for length in range(len(asked), 1, -1):
        found = text.find(asked[:length])
        if found >= 0 and _in_runs(asked[length:], text[found + length :]):
            return True
    return False


def match(asked: str, command: Command) -> int | None:
    """How well a command answers what was typed; None where it does not. Each word typed must be found.

    The id counts, so that English words find a command whose title is Chinese.
    """
    found = _found(asked, command)
    return None if found is None else found[1]


def _found(asked: str, command: Command) -> tuple[int, int] | None:
    """The points of the word found worst, and of all together."""
    points = [_of_word(word, command) for word in asked.split()]
    if None in points or not points:
        return None
    known = [point for point in points if point is not None]
    phrase = _tier_of_run(asked.strip().casefold(), command.title.casefold()) if len(known) > 1 else None
    whole = asked.strip().casefold() == command.title.casefold()
    return min(known), sum(known) + (phrase or 0) + (WHOLE if whole else 0)


def _of_word(word: str, command: Command) -> int | None:
    title = score(word, command.title)
    beside = [
        BESIDE - place
        for place, text in enumerate((command.category, command.id.replace("_", " "), command.tip))
        if (_tier(word.casefold(), text.casefold()) or 0) >= WORD
    ]
    return max((point for point in (title, *beside) if point is not None), default=None)


def ranked(asked: str, commands: tuple[Command, ...], recent: tuple[str, ...]) -> list[Command]:
    """The commands that answer, best first; with nothing typed all of them, those run last first.

    Where some answer by words, those that answer only by chance or by a near miss are left out.
    """
    places = {id: place for place, id in enumerate(recent)}
    if not asked.strip():
        return sorted(commands, key=lambda command: places.get(command.id, len(places)))
    found = [(points, command) for command in commands if (points := _found(asked, command)) is not None]
    if any(worst > INITIALS for (worst, _), _ in found):
        found = [(points, command) for points, command in found if points[0] > HINT]
    found.sort(key=lambda item: (-item[0][1], places.get(item[1].id, len(places))))
    return [command for _, command in found]
