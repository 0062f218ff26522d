"""The linter's commands."""

from __future__ import annotations

from PySide6.QtCore import QObject

from widgets.commands import Command
from widgets.context import Context
from widgets.lint.walk import Walk
from widgets.text import translate

IDS = ("lint.next", "lint.previous", "lint.look", "lint.again", "lint.stop")


def add_commands(context: Context, walk: Walk) -> None:
    """Add them to the table, and keep them in step with what is possible. Each brings the dock to the front."""

    def look(*, again: bool = False) -> None:
        walk.wanted.emit()
        walk.look(again=again)

    def step(by: int) -> None:
        walk.wanted.emit()
        walk.step(by)

    add, category = context.commands.add, translate("Category", "Repair")
    nothing = translate("Lint", "Nothing is listed that shows")
    running = translate("Lint", "The repairs are being looked over")

    def listed() -> bool | str:
        return bool(walk.rows) or nothing

    def idle() -> bool | str:
        return walk.job is None or running

    add(
        Command("lint.next", translate("Lint", "Next finding"), category, ("F8",), icon="chevron-right"),
        lambda: step(1),
        listed,
    )
    add(
        Command("lint.previous", translate("Lint", "Previous finding"), category, ("Shift+F8",), icon="chevron-left"),
        lambda: step(-1),
        listed,
    )
    add(
        Command(
            "lint.look",
            translate("Lint", "Look over the repairs"),
            category,
            ("Ctrl+Shift+L",),
            translate("Lint", "Find repairs that show, in the selected shots or the whole film, in the background"),
            icon="search",
        ),
        look,
        idle,
    )
    add(
        Command(
            "lint.again",
            translate("Lint", "Look again at all repairs"),
            category,
            (),
            translate("Lint", "Also at those that were looked over before and have not changed"),
            icon="refresh-cw",
        ),
        lambda: look(again=True),
        idle,
    )
    add(
        Command("lint.stop", translate("Lint", "Stop looking"), category, (), icon="circle-stop"),
        walk.stop,
        lambda: walk.job is not None or translate("Lint", "Nothing is being looked over"),
    )
    _Standing(context, walk)


class _Standing(QObject):
    """Asks again which commands can run. Goes with the walk."""

    def __init__(self, context: Context, walk: Walk) -> None:
        super().__init__(walk)
        walk.changed.connect(lambda: context.commands.refresh(IDS))
