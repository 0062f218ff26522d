"""The commands of the table."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt

from app.document.candidates import JUDGED_ACCEPT, JUDGED_REJECT
from widgets.commands import Command
from widgets.context import Context
from widgets.repair_table.panel import TablePanel
from widgets.repair_table.writing import ask_and_write, can_write
from widgets.text import translate

IDS = ("table.revert", "table.put_back", "table.write")


def add_commands(context: Context, panel: TablePanel) -> None:
    """Add them, and keep them in step with what is selected."""
    table, category = context.commands, translate("Category", "Repair")

    def can() -> bool | str:
        if context.bridge.readonly:
            return translate("RepairTable", "The project is open to be read only.")
        if context.desk.viewing is not None:
            return translate("RepairTable", "You are looking at an earlier state: come back to now to change it.")
        return len(panel.table.selected) > 0 or translate("RepairTable", "No repair is selected in the table.")

    table.add(
        Command(
            "table.revert",
            translate("RepairTable", "Revert the selected repairs"),
            category,
            ("Ctrl+Backspace",),
            translate("RepairTable", "Leave the selected repairs out: the scan's pixels come back, all else stays"),
            icon="rotate-ccw",
        ),
        lambda: panel.decide("reject", JUDGED_REJECT),
        can,
    )
    table.add(
        Command(
            "table.put_back",
            translate("RepairTable", "Put the selected repairs back"),
            category,
            ("Ctrl+Shift+Backspace",),
            translate("RepairTable", "Take the selected repairs in again, as they were made"),
            icon="check",
        ),
        lambda: panel.decide("accept", JUDGED_ACCEPT),
        can,
    )
    table.add(
        Command(
            "table.filter", translate("RepairTable", "Filter the repairs"), category, ("Ctrl+Shift+F",), icon="filter"
        ),
        lambda: _filter(context, panel),
    )
    table.add(
        Command(
            "table.write",
            translate("RepairTable", "Write the list of repairs..."),
            category,
            ("Ctrl+Shift+E",),
            translate(
                "RepairTable", "The selected repairs, or all that are listed, as CSV or JSON, in the background"
            ),
            icon="download",
        ),
        lambda: ask_and_write(panel),
        lambda: can_write(panel),
    )
    _Standing(context, panel)


def _filter(context: Context, panel: TablePanel) -> None:
    context.commands.trigger("panel.table")
    panel.field.setFocus(Qt.FocusReason.ShortcutFocusReason)


class _Standing(QObject):
    """Asks again which commands can run. Goes with the panel."""

    def __init__(self, context: Context, panel: TablePanel) -> None:
        super().__init__(panel)
        self._commands = context.commands
        panel.changed.connect(self._refresh)
        context.desk.viewing_changed.connect(self._refresh)

    def _refresh(self) -> None:
        self._commands.refresh(IDS)
