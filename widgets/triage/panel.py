"""The dock of triage: what to go through, the candidate looked at, the rest of them, and how far one is."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from app.document.change import Change
from app.document.query import Repair
from widgets.commands.table import key_text
from widgets.jobs.elided import ElidedLabel
from widgets.jobs.running import RunningPass, promise
from widgets.masks.words import DRAWN_CLASSES, class_icon, class_name
from widgets.text import filled, translate
from widgets.theme import figures
from widgets.triage.cells import ROW_HEIGHT, TILE_HEIGHT, TILE_WIDTH, Cells
from widgets.triage.listed import Rows
from widgets.triage.loop_maker import LoopMaker
from widgets.triage.loops import SIZE, Loops
from widgets.triage.progress import ProgressBox
from widgets.triage.room import Room
from widgets.triage.sight import Sight
from widgets.triage.stage import LoopStage
from widgets.triage.tiles import Tiles
from widgets.triage.words import details, headline, order_titles, scope_titles, shown_titles, state_of
from widgets.viewer.marks import State

TICK_MS = 83
"""Twelve pictures a second: every other of film's, which the eye can still tell apart."""
AHEAD = 12
"""Loops made beyond what can be seen."""
GRID = "triage/grid"


class TriagePanel(QWidget):
    """Shows; the room does. While nobody sees it, nothing is listed and no loop is made."""

    seen_changed = Signal()

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.room = room
        room.setParent(self)
        self.sight = Sight(self)
        room.seen = self.sight.seen
        context = room.context
        self.tick = 0
        self.loops = Loops(
            LoopMaker(context.bridge.session.engine, SIZE),
            context.bridge.inbox.post,
            lambda: context.bridge.snapshot,
            lambda: context.bridge.pictures.making or context.desk.speed != 0.0,
            self,
        )
        context.bridge.closing.connect(self.close_down)
        self._cells = Cells(self.loops, self)
        self.tiles = Tiles(room.listed, self._cells, self)
        self.stage = LoopStage(self.loops, self, self)
        self.progress = ProgressBox(room, self)
        self.running = RunningPass(context.bridge.jobs, parent=self)
        self._head, self._words = ElidedLabel("", self), ElidedLabel("", self)
        self._several, self._empty = QLabel(self), QLabel(self)
        self._scope = self._combo(scope_titles(), translate("Triage", "Over which frames the list goes"))
        self._shown = self._combo(shown_titles(), translate("Triage", "What is listed"))
        self._order = self._combo(order_titles(), translate("Triage", "What comes first"))
        self._class = self._combo(self._classes(), translate("Triage", "Of which class"))
        self._clock = QTimer(self, interval=TICK_MS)
        self._clock.timeout.connect(self._on_tick)
        self._lay_out()
        self._connect()
        self.show_grid(context.settings.value(GRID, "no") == "yes")
        self._take_choice()

    # --- making ----------------------------------------------------------------------------------------------

    def _combo(self, titles: Mapping[str, str], tip: str) -> QComboBox:
        box = QComboBox(self)
        for id, title in titles.items():
            box.addItem(title, id)
        box.setToolTip(tip)
        box.setAccessibleName(tip)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(6)
        return box

    @staticmethod
    def _classes() -> dict[str, str]:
        return {"": translate("Triage", "Every class")} | {defect: class_name(defect) for defect in DRAWN_CLASSES}

    def _lay_out(self) -> None:
        for place in range(1, self._class.count()):
            self._class.setItemIcon(place, class_icon(self._class.itemData(place)))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(4)
        for pair in ((self._scope, self._shown), (self._order, self._class)):
            row = QHBoxLayout()
            row.setSpacing(4)
            for box in pair:
                row.addWidget(box, 1)
            column.addLayout(row)
        column.addWidget(self.running)
        column.addWidget(self.stage)
        self._head.setFont(figures())
        self._words.setProperty("role", "dim")
        self._words.setFont(figures(12))
        column.addWidget(self._head)
        column.addWidget(self._words)
        column.addLayout(self._buttons())
        line = QFrame(self)
        line.setFrameShape(QFrame.Shape.HLine)
        column.addWidget(line)
        self._several.setProperty("role", "warn")
        self._several.setWordWrap(True)
        self._several.hide()
        column.addWidget(self._several)
        self._empty.setProperty("role", "dim")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.tiles)
        self._stack.addWidget(self._empty)
        column.addLayout(self._stack, 1)
        column.addWidget(self.progress)

    def _buttons(self) -> QHBoxLayout:
        """Filled in by `add_buttons`, once the commands are there."""
        self._row = QHBoxLayout()
        self._row.setSpacing(2)
        return self._row

    def add_buttons(self) -> None:
        """The verdicts, then what selects, then how it is seen."""
        groups = (
            ("masks.accept", "masks.reject", "triage.edit", "masks.next"),
            ("triage.alike", "triage.lasso", "triage.select_left"),
            ("triage.again", "triage.grid"),
        )
        for number, group in enumerate(groups):
            if number:
                self._row.addStretch(1)
            for id in group:
                button = self.room.context.commands.button(id, self)
                button.setIconSize(QSize(18, 18))
                self._row.addWidget(button)

    def _connect(self) -> None:
        room = self.room
        boxes = {"scope": self._scope, "shown": self._shown, "order": self._order, "defect": self._class}
        for name, box in boxes.items():
            box.activated.connect(lambda _, box=box, name=name: room.choose(**{name: box.currentData()}))
        self.sight.changed.connect(self._on_sight)
        room.choice_changed.connect(self._take_choice)
        room.current_changed.connect(self.fill)
        room.selection_changed.connect(self._fill_selection)
        room.listed.judged.connect(self.progress.fill)
        room.listed.judged.connect(self._fill_stage)
        room.listed.listed.connect(self._on_listed)
        self.running.came_or_went.connect(self._say_why_empty)
        room.listed.filled.connect(self._fill_stage)
        self.tiles.chosen.connect(self._on_chosen)
        self.tiles.selected_several.connect(self._on_selected)
        self.tiles.seen_changed.connect(self._want)
        self.loops.arrived.connect(self._on_loop)
        room.bridge.changed.connect(self._on_change)
        room.bridge.reloaded.connect(self.loops.forget)
        room.desk.speed_changed.connect(self._run_clock)

    # --- showing ---------------------------------------------------------------------------------------------

    def show_grid(self, on: bool) -> None:
        """Tiles that show before and after in turn, or rows that show them beside each other."""
        self._cells.grid = on
        self.room.context.settings.set_value(GRID, "yes" if on else "no")
        self.tiles.set_tile(*((TILE_WIDTH, TILE_HEIGHT) if on else (0, ROW_HEIGHT)))
        self.tiles.show_place(self.room.place)

    def fill(self) -> None:
        """Show where one stands."""
        if not self.room.selection.count:
            self.tiles.show_place(self.room.place)
        self._fill_stage()
        self._want()

    def _fill_stage(self, *_: object) -> None:
        row, place = self.room.current, self.room.place
        state = State.PROPOSED
        if row is not None and place is not None:
            state = state_of(int(self.room.listed.states[place]))
        self.stage.show_row(row, state)
        self._head.setText("" if row is None else self._where(row.repair))
        self._words.setText("" if row is None else details(row.repair))

    def _where(self, repair: Repair) -> str:
        snapshot = self.room.bridge.snapshot
        if repair.reel not in snapshot.reels:
            return headline(repair)
        number = snapshot.shot_number(snapshot.shot_at(repair.reel, repair.frame).id)
        return filled(
            translate("Triage", "{what}  ·  shot {shot}, frame {frame}"),
            what=headline(repair),
            shot=number,
            frame=f"{repair.frame:,}",
        )

    def _fill_selection(self) -> None:
        chosen = self.room.selection
        self._several.setVisible(bool(chosen.count))
        if chosen.count:
            keys = {id: key_text(key) for id in ("masks.accept", "masks.reject") for key in self._keys(id)[:1]}
            self._several.setText(
                filled(
                    translate("Triage", "{what}. {accept} accepts them, {reject} rejects them, Esc lets go."),
                    what=chosen.said,
                    accept=keys.get("masks.accept", ""),
                    reject=keys.get("masks.reject", ""),
                )
            )
            if chosen.ids is not None or len(chosen.places) != len(self.tiles.selectionModel().selectedIndexes()):
                self.tiles.show_selected(chosen.places)
        else:
            self.tiles.show_place(self.room.place)

    def _keys(self, id: str) -> tuple[str, ...]:
        return self.room.context.commands.keys(id)

    def _take_choice(self) -> None:
        choice = self.room.choice
        for box, value in (
            (self._scope, choice.scope), (self._shown, choice.shown), (self._order, choice.order),
            (self._class, choice.defect),
        ):  # fmt: skip
            box.setCurrentIndex(max(box.findData(value), 0))

    def _on_listed(self) -> None:
        there = len(self.room.listed) > 0
        self._stack.setCurrentIndex(0 if there else 1)
        self._say_why_empty()
        self.fill()

    def _say_why_empty(self) -> None:
        """What stands in the place of a list where nothing is listed."""
        if any(item.active for item in self.room.bridge.snapshot.passes.values()):
            words = translate("Triage", "Nothing here fits what is chosen above.")
        elif self.running.job is not None:
            words = promise(self.running.job)
        else:
            words = translate("Triage", "No pass has looked for damage yet: run one, then go through what it found.")
        self._empty.setText(words)

    def _on_chosen(self, place: int) -> None:
        self.room.go(place)

    def _on_selected(self, places: Rows) -> None:
        self.room.select_places(places)

    # --- loops -------------------------------------------------------------------------------------------------

    def _want(self) -> None:
        """The candidate looked at first, then those in sight, then those that come next."""
        if not self.sight.seen():
            return
        listed, current = self.room.listed, self.room.current
        rows = [] if current is None else [current]
        following = None if self.room.place is None else listed.next_open(self.room.place)
        if following is not None and (row := listed.row(following)) is not None:
            rows.append(row)
        rows += [row for _, row in self.tiles.rows_in_sight()]
        seen = self.tiles.places_in_sight()
        for place in range(seen.stop, min(seen.stop + AHEAD, len(listed))):
            if (row := listed.row(place)) is not None:
                rows.append(row)
        self.loops.want({row.number: row for row in rows}.values())

    def _on_loop(self, number: int) -> None:
        for place, row in self.tiles.rows_in_sight():
            if row.number == number:
                self.tiles.redraw(place)
        if self.room.current is not None and self.room.current.number == number:
            self.stage.update()

    def _on_tick(self) -> None:
        self.tick += 1
        self.stage.update()
        for place, row in self.tiles.rows_in_sight():
            if self.loops.get(row.number) is not None:
                self.tiles.redraw_loops(place)

    def _on_change(self, change: Change) -> None:
        if change.repairs and change.kind == "SetVerdicts":
            row = self.room.current
            self.loops.doubt(() if row is None else ((row.repair.reel, row.repair.frame),))
        elif change.repairs or change.slots:
            self.loops.forget()
        self._want()

    def _run_clock(self, *_: object) -> None:
        """While the film plays, it alone moves."""
        if self.sight.seen() and self.room.desk.speed == 0.0:
            self._clock.start()
        else:
            self._clock.stop()

    # --- events ------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape lets go of what is selected."""
        if event.key() == Qt.Key.Key_Escape and self.room.selection.count:
            self.room.let_go()
        else:
            super().keyPressEvent(event)

    def _on_sight(self, seen: bool) -> None:
        """Somebody looks: list, and let the loops run. Nobody looks: neither."""
        self._run_clock()
        if seen:
            self.room.refresh()
            self._want()
        self.seen_changed.emit()

    def close_down(self) -> None:
        """The project is about to be closed."""
        self._clock.stop()
        self.loops.close(wait=True)
