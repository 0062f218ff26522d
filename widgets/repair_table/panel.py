"""The dock of the table: what is listed, the repairs, and what can be done with those selected."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from app.document.candidates import Wanted
from app.document.commands import SetVerdicts
from app.document.expression import FIELDS, parse
from app.document.model import Verdict
from app.errors import UsageError
from app.media.reel import FrameId
from operators.contract import Region
from widgets.context import Context
from widgets.masks.words import DRAWN_CLASSES, class_icon, class_name
from widgets.repair_table.masks import MaskPictures
from widgets.repair_table.model import TableModel
from widgets.repair_table.table import RepairTable
from widgets.repair_table.words import shown_titles, who_titles
from widgets.text import filled, sentence, translate
from widgets.theme import figures, icon
from widgets.triage.listed import Listed
from widgets.triage.scope import Choice, frames_of
from widgets.triage.sight import Sight
from widgets.triage.words import scope_titles

PATIENCE_MS = 250
"""After the last letter typed, and after the playhead has come to rest."""


class TablePanel(QWidget):
    """Shows, and dispatches what is done to the selected ones. While nobody sees it, nothing is listed."""

    changed = Signal()
    """Another list, or another selection."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._bridge, self._desk = context.bridge, context.desk
        self.choice = Choice("shot", "made", order="time", who="")
        self.sight = Sight(self)
        self.listed = Listed(context, Wanted(), self)
        self._masks = MaskPictures(context.bridge, self)
        self._model = TableModel(context, self.listed, self._masks, self)
        self.table = RepairTable(self._model, self)
        self._scope = self._combo(scope_titles(), translate("RepairTable", "Repairs of which frames"))
        self._shown = self._combo(shown_titles(), translate("RepairTable", "In which state"))
        self._who = self._combo(who_titles(), translate("RepairTable", "Made or judged by whom"))
        classes = {"": translate("RepairTable", "Every class")} | {one: class_name(one) for one in DRAWN_CLASSES}
        self._class = self._combo(classes, translate("RepairTable", "Of which class"))
        self.field = QLineEdit(self, clearButtonEnabled=True)
        self._count = QLabel(self)
        self._rest = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._rest.timeout.connect(self.refresh)
        self._lay_out()
        self._connect()

    # --- making ----------------------------------------------------------------------------------------------

    def _combo(self, titles: Mapping[str, str], tip: str) -> QComboBox:
        box = QComboBox(self)
        for id, title in titles.items():
            box.addItem(title, id)
        box.setToolTip(tip)
        box.setAccessibleName(tip)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(6)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return box

    def _lay_out(self) -> None:
        for place in range(1, self._class.count()):
            self._class.setItemIcon(place, class_icon(self._class.itemData(place)))
        self.field.setPlaceholderText(translate("RepairTable", "Filter"))
        self.field.setAccessibleName(translate("RepairTable", "Filter"))
        self.field.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self._tip_of_field("")
        self._count.setFont(figures())
        self._count.setProperty("role", "dim")
        self._row = QHBoxLayout()
        self._row.setSpacing(4)
        for box in (self._scope, self._shown, self._who, self._class):
            self._row.addWidget(box, 2)
        self._row.addWidget(self.field, 2)
        self._row.addWidget(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(4)
        column.addLayout(self._row)
        column.addWidget(self.table, 1)

    def add_buttons(self) -> None:
        """What can be done with the selected ones, once the commands are there."""
        for id in ("table.revert", "table.put_back", "table.write"):
            button = self.context.commands.button(id, self)
            button.setIconSize(QSize(18, 18))
            self._row.addWidget(button)

    def _connect(self) -> None:
        boxes = {"scope": self._scope, "shown": self._shown, "who": self._who, "defect": self._class}
        for name, box in boxes.items():
            box.setCurrentIndex(max(box.findData(getattr(self.choice, name)), 0))
            box.activated.connect(lambda _, box=box, name=name: self.choose(**{name: box.currentData()}))
        self.sight.changed.connect(self._soon)
        self.field.textChanged.connect(self._soon)
        self.table.sorted_by.connect(lambda order, back: self.choose(order=order, backwards=back))
        self.table.chosen.connect(self._go)
        self.table.seen_changed.connect(self._want_masks)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._on_selection())
        self.listed.listed.connect(self._on_listed)
        self.listed.judged.connect(self.table.viewport().update)
        self._masks.arrived.connect(self.table.viewport().update)
        for signal in (self._desk.playhead_changed, self._desk.selection_changed, self._desk.range_changed):
            signal.connect(self._soon)
        self._desk.speed_changed.connect(self._soon)
        self._bridge.changed.connect(self._soon)

    # --- what is listed ----------------------------------------------------------------------------------------

    def _soon(self, *_: object) -> None:
        self._rest.start()

    def choose(self, **changes: object) -> None:
        """List something else: fields of `Choice`."""
        self.choice = replace(self.choice, **changes)  # type: ignore[arg-type]
        self.refresh()

    def refresh(self) -> None:
        """List what is chosen, where that is something else than before. Nothing while nobody looks."""
        if not self.sight.seen() or self._desk.speed != 0.0 or self._desk.scrubbing:
            return
        wanted = self.wanted()
        if wanted is not None:
            self.listed.want(wanted)

    def wanted(self) -> Wanted | None:
        """What is chosen and typed; None, and the field says it, where that cannot be read."""
        typed = self.field.text().strip()
        try:
            parse(typed)
        except UsageError as error:
            self._tip_of_field(str(error))
            return None
        self._tip_of_field("")
        choice = replace(self.choice, typed=typed)
        within = frames_of(choice.scope, self._bridge.film, self._bridge.snapshot, self._desk)
        return Wanted(choice.where, choice.order, within, choice.backwards)

    def _tip_of_field(self, problem: str) -> None:
        """What can be typed; or what is wrong with what was, also seen by the field's sign."""
        example = translate(
            "RepairTable", "Only repairs for which this holds, as in “class=dirt and area>200”. Fields: “{fields}”"
        )
        self.field.setToolTip(sentence(problem) if problem else filled(example, fields=", ".join(FIELDS)))
        self.field.setProperty("state", "bad" if problem else "")
        if problem:
            self._count.setText(translate("RepairTable", "cannot be read"))
            self._count.setToolTip(sentence(problem))

    def _on_listed(self) -> None:
        self._model.reset()
        self._on_selection()

    def _on_selection(self) -> None:
        chosen, total = len(self.table.selected), len(self.listed)
        text = translate("RepairTable", "{chosen} of {total}") if chosen > 1 else "{total}"
        self._count.setText(filled(text, chosen=f"{chosen:,}", total=f"{total:,}"))
        self._count.setToolTip(translate("RepairTable", "Repairs selected, and listed"))
        self.changed.emit()

    def _want_masks(self) -> None:
        if self.sight.seen():
            rows = (self.listed.row(place) for place in self.table.in_sight())
            self._masks.want([row for row in rows if row is not None])

    # --- what is done ------------------------------------------------------------------------------------------

    def _go(self, place: int) -> None:
        """To the frame of a repair, with it in focus."""
        row = self.listed.row(place)
        if row is None:
            return
        repair = row.repair
        position = self._bridge.film.position(FrameId(repair.reel, repair.frame))
        if position is not None:
            self._desk.set_playhead(position)
        self._desk.focus_repair(repair.id)
        self._desk.reveal.emit(Region(repair.x0, repair.y0, repair.x1, repair.y1))

    def decide(self, verdict: Verdict, code: int) -> None:
        """A verdict on the selected rows: each on its frame alone, in whatever order they were made."""
        places = self.table.selected
        if len(places):
            ids = self.listed.listing.candidates.ids(places.tolist())
            self._bridge.dispatch(SetVerdicts(ids, verdict, in_passing=True))
            self.listed.mark(places, code)
