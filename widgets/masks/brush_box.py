"""Size, hardness and class of what is painted."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QSpinBox, QWidget

from widgets.commands.table import key_text
from widgets.masks.room import Room
from widgets.masks.words import DRAWN_CLASSES, class_icon, class_name
from widgets.text import translate
from widgets.theme import figures

LARGEST = 2000
"""Picture pixels."""


class BrushBox(QWidget):
    """The brush as numbers; they follow the keys and the drag in the picture."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._desk = room.desk
        self._size = self._spin(1, LARGEST, translate("Masks", " px"))
        self._size.setToolTip(
            self._with_keys(
                translate(
                    "Masks", "Diameter of the brush in picture pixels; Shift and drag in the picture changes it"
                ),
                "masks.smaller",
                "masks.bigger",
            )
        )
        self._hardness = self._spin(0, 100, " %")
        self._hardness.setSingleStep(10)
        self._hardness.setToolTip(
            self._with_keys(
                translate("Masks", "How much of the brush covers wholly; the rest fades into the picture"),
                "masks.softer",
                "masks.harder",
            )
        )
        self._class = QComboBox(self)
        for defect in dict.fromkeys((*DRAWN_CLASSES, room.defect)):
            self._class.addItem(class_icon(defect), class_name(defect), defect)
        self._class.setToolTip(translate("Masks", "What a new repair is called; one that grows keeps its class"))
        self._pressure = QCheckBox(translate("Masks", "Pen pressure"), self)
        self._pressure.setToolTip(translate("Masks", "A tablet's pen draws thinner when it is pressed less"))
        self._lay_out()
        self._follow()
        self._size.valueChanged.connect(lambda value: self._desk.set_brush(size=float(value)))
        self._hardness.valueChanged.connect(lambda value: self._desk.set_brush(hardness=value / 100))
        self._class.currentIndexChanged.connect(lambda _: room.set_defect(self._class.currentData()))
        self._pressure.toggled.connect(room.set_pressure)
        room.desk.brush_changed.connect(self._follow)

    def _with_keys(self, tip: str, *ids: str) -> str:
        table = self._room.context.commands
        keys = " / ".join(key_text(key) for id in ids for key in table.keys(id)[:1])
        return f"{tip} ({keys})" if keys else tip

    def _spin(self, low: int, high: int, unit: str) -> QSpinBox:
        made = QSpinBox(self)
        made.setRange(low, high)
        made.setSuffix(unit)
        made.setFont(figures())
        made.setKeyboardTracking(False)
        return made

    def _lay_out(self) -> None:
        title = QLabel(translate("Masks", "Brush"), self)
        title.setProperty("role", "section")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.addWidget(title, 0, 0, 1, 4)
        for place, (text, field) in enumerate(
            (
                (translate("Masks", "Size"), self._size),
                (translate("Masks", "Hardness"), self._hardness),
                (translate("Masks", "Class"), self._class),
            )
        ):
            label = QLabel(text, self)
            label.setBuddy(field)
            field.setAccessibleName(text)
            row, column = divmod(place, 2)
            grid.addWidget(label, row + 1, 2 * column)
            grid.addWidget(field, row + 1, 2 * column + 1)
        grid.addWidget(self._pressure, 2, 2, 1, 2)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)

    def _follow(self) -> None:
        """Show the brush in hand."""
        for field, value in (
            (self._size, round(self._desk.brush_size)),
            (self._hardness, round(self._desk.hardness * 100)),
        ):
            field.blockSignals(True)
            field.setValue(value)
            field.blockSignals(False)
        self._class.setCurrentIndex(self._class.findData(self._room.defect))
        self._pressure.setChecked(self._room.pressure_to_size)
