"""Hand-made panels: an operator may have controls of its own above (and instead of) the rows made for it.

One more: a `QWidget` with the attributes of `Panel` below, made by a function that takes a `Surface`, and
`register("operator id", function)` in this module's `PANELS`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from operators.contract import Filter
from widgets.inspector.reading import Item, Target


@dataclass(frozen=True)
class Surface:
    """What a panel may do. All values are plain, by parameter name.

    Attributes:
        operator: The operator whose parameters they are.
        attempt: Try values out: the picture follows.
        commit: Make them one edit.
        drop: Forget what was tried.
    """

    operator: Filter[Any]
    attempt: Callable[[Mapping[str, Any]], None]
    commit: Callable[[Mapping[str, Any]], None]
    drop: Callable[[], None]


class Panel(Protocol):
    """What the inspector asks of a hand-made panel, besides being a `QWidget`."""

    handles: frozenset[str]
    """Parameters whose rows are folded away, because the panel sets them."""

    def show_item(self, item: Item, target: Target, *, editable: bool) -> None:
        """Show these values, unless the person is at them."""
        ...


Maker = Callable[[Surface], Any]

PANELS: dict[str, Maker] = {}


def register(operator_id: str, make: Maker) -> None:
    """Have an operator's controls made by `make`. ValueError where another panel does so already."""
    if operator_id in PANELS:
        raise ValueError(f"there is a panel for {operator_id} already")
    PANELS[operator_id] = make


def panel_for(operator_id: str) -> Maker | None:
    """The function that makes an operator's panel, or None."""
    return PANELS.get(operator_id)
