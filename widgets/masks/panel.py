"""The dock of the repairs: tools, brush, thresholds, and what is on the frame."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from widgets.commands.table import key_text
from widgets.jobs.running import RunningPass, promise
from widgets.masks.brush_box import BrushBox
from widgets.masks.repair_list import RepairList
from widgets.masks.room import Room
from widgets.masks.thresholds import Thresholds, filtered_on
from widgets.masks.words import state_icon, state_name
from widgets.text import translate
from widgets.theme import figures, icon
from widgets.theme.palette import TEXT_DIM
from widgets.viewer.marks import State

RUN_PASS = "pass.run"

TOOL_ROW = (
    ("masks.select", "masks.brush", "masks.eraser"),
    ("masks.previous", "masks.next"),
    ("masks.accept", "masks.reject", "masks.clear"),
)


class RepairsPanel(QWidget):
    """Everything on masks in one column. Shows; the room does."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.room = room
        room.setParent(self)
        self._thresholds = Thresholds(room, self)
        self.running = RunningPass(room.bridge.jobs, lambda: room.repairs.shot or "", self)
        self._filters = {state: self._filter(state) for state in State}
        self._list = RepairList(room, self)
        self._title = QLabel(self)
        self._words = QLabel(self)
        self._run = QPushButton(translate("Masks", "Run a pass..."), self)
        self._run.clicked.connect(lambda: room.context.commands.trigger(RUN_PASS))
        self._stack = QStackedLayout()
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._empty())
        self._lay_out()
        room.repairs.changed.connect(self.fill)
        self.running.came_or_went.connect(self.fill)
        room.bridge.changed.connect(self.fill)
        room.desk.viewing_changed.connect(self.fill)
        room.desk.speed_changed.connect(self._on_speed)
        self._on_speed()
        self.fill()

    # --- making --------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addLayout(self._tool_row())
        column.addWidget(BrushBox(self.room, self))
        self._line_above = self._line()
        column.addWidget(self._line_above)
        column.addWidget(self._thresholds)
        column.addWidget(self._line())
        column.addWidget(self.running)
        column.addLayout(self._head())
        column.addLayout(self._stack, 1)
        column.addLayout(self._foot())

    def _tool_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        for number, group in enumerate(TOOL_ROW):
            if number:
                row.addSpacing(8)
            for id in group:
                row.addWidget(self.room.context.commands.button(id, self))
        row.addStretch(1)
        return row

    def _line(self) -> QFrame:
        line = QFrame(self)
        line.setFrameShape(QFrame.Shape.HLine)
        return line

    def _head(self) -> QHBoxLayout:
        self._title.setProperty("role", "section")
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._title, 1)
        for button in self._filters.values():
            row.addWidget(button)
        return row

    def _filter(self, state: State) -> QToolButton:
        """How many there are in a state, and whether they are listed."""
        button = QToolButton(self)
        button.setCheckable(True)
        button.setChecked(True)
        button.setIcon(state_icon(state))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFont(figures())
        button.setAccessibleName(state_name(state))
        button.setToolTip(
            translate("Masks", "{state}: list them and step through them").format(state=state_name(state))
        )
        button.toggled.connect(lambda on: self.room.repairs.show(state, on))
        return button

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        for id in ("masks.accept_listed", "masks.reject_listed"):
            button = self.room.context.commands.button(id, self)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _empty(self) -> QWidget:
        empty = QWidget(self)
        picture = QLabel(empty)
        picture.setPixmap(icon("bandage", TEXT_DIM).pixmap(32, 32))
        self._words.setProperty("role", "dim")
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(empty)
        column.setContentsMargins(24, 0, 24, 0)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._words)
        column.addWidget(self._run, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        return empty

    # --- showing -------------------------------------------------------------------------------------------

    def _on_speed(self) -> None:
        """Say which frame the list is of: while the film plays, the one where it began, and its rows are faint."""
        repairs = self.room.repairs
        title, more = translate("Masks", "On this frame"), ""
        if not repairs.standing and repairs.frame is not None:
            title = translate("Masks", "Stays at frame {number}").format(number=repairs.frame.index)
            more = translate(
                "Masks", "While the film plays, the list stays as it was; it follows when the film stands"
            )
        if title != self._title.text():
            self._title.setText(title)
            self._title.setToolTip(more)
            self._list.viewport().update()

    def fill(self) -> None:
        """Show what there is on the frame."""
        repairs = self.room.repairs
        for state, button in self._filters.items():
            button.setText(f"{repairs.count(state):,}")
        self.running.refresh()
        self._thresholds.fill()
        self._line_above.setVisible(self._thresholds.isVisibleTo(self))
        self._list.fill()
        listed = bool(repairs.listed.size)
        self._stack.setCurrentIndex(0 if listed else 1)
        if not listed:
            words, offer = self._what_to_do()
            self._words.setText(words)
            self._run.setVisible(offer)

    def _what_to_do(self) -> tuple[str, bool]:
        """A sentence for an empty list, and whether to offer a pass."""
        repairs, bridge, table = self.room.repairs, self.room.bridge, self.room.context.commands
        key = " / ".join(key_text(key) for key in table.keys("masks.brush")[:1])
        if not bridge.film.length:
            return translate("Masks", "Add a reel to find and mend what is damaged."), False
        if repairs.listing.repairs.size:
            return translate("Masks", "Nothing here is in a state that is listed: choose others above."), False
        if filtered_on(bridge.snapshot, repairs.frame):
            missed = translate(
                "Masks", "Nothing was found on this frame. Paint what was missed with the brush ({key})."
            )
            return missed.format(key=key), False
        if self.running.job is not None:
            return promise(self.running.job), False
        possible = any(command.id == RUN_PASS for command in table.all())
        return (
            translate(
                "Masks",
                "No pass has looked at this frame. Let the machine look for dirt and scratches, or paint what is to "
                "be mended with the brush ({key}).",
            ).format(key=key),
            possible and not bridge.readonly,
        )
