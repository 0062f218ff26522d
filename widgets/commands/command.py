"""What a command is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the person can ask for: it is in the menus, the palette and the shortcut editor.

    Attributes:
        id: stable name, `room.verb`: the person's own keys hang on it.
        title, category, tip: in the user's language; the category is also the title of the menu.
        keys: default keys in Qt's portable text (`"Ctrl+Shift+P"`, `"J"`); the first is shown.
        checkable: it can be on or off.
        icon: name of a drawing in `resources/icons`.
    """

    id: str
    title: str
    category: str
    keys: tuple[str, ...] = ()
    tip: str = ""
    checkable: bool = False
    icon: str = ""
