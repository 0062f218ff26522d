"""The dock of the tools: one button a tool with its name and key, and how what is outlined is mended."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QSizePolicy, QSpinBox, QVBoxLayout, QWidget

from widgets.fixes.room import FixRoom, way_names
from widgets.masks.brush_box import BrushBox
from widgets.text import translate
from widgets.theme import figures

ICON = 18
HALF = 146
"""Half of the dock at its usual width: a longer name takes both columns."""
WIDEST_LINE = 64
"""Picture pixels."""

STROKES = (
    "masks.brush", "fixes.donor", "fixes.donor_brush", "fixes.heal", "fixes.clone", "fixes.patch", "fixes.line",
)  # fmt: skip
OUTLINES = ("fixes.lasso", "fixes.polygon", "fixes.wand")
BACK = ("masks.eraser", "fixes.original")
FRAMES = ("fixes.repeat", "fixes.interpolate", "fixes.splice", "fixes.key", "fixes.track")


class FixesPanel(QWidget):
    """Shows; the room does."""

    def __init__(self, room: FixRoom, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.room = room
        self._way = QComboBox(self)
        self._width = QSpinBox(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        for title, ids in self._groups():
            column.addLayout(self._group(title, ids))
        column.addLayout(self._outlined())
        column.addWidget(BrushBox(room.masks, self))
        column.addStretch(1)
        room.changed.connect(self._follow)
        self._follow()

    def _groups(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Titles and commands."""
        return (
            (translate("Fixes", "Strokes"), STROKES),
            (translate("Fixes", "Outlines"), OUTLINES),
            (translate("Fixes", "Taking back"), BACK),
            (translate("Fixes", "Frames"), FRAMES),
        )

    def _group(self, title: str, ids: tuple[str, ...]) -> QVBoxLayout:
        head = QLabel(title, self)
        head.setProperty("role", "section")
        grid = QGridLayout()
        grid.setSpacing(4)
        place = 0
        for id in ids:
            button = self.room.context.commands.button(id, self)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setIconSize(QSize(ICON, ICON))
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            wide = 2 if button.sizeHint().width() > HALF else 1
            place += place % wide
            grid.addWidget(button, *divmod(place, 2), 1, wide)
            place += wide
        for number in (0, 1):
            grid.setColumnStretch(number, 1)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(head)
        column.addLayout(grid)
        return column

    def _outlined(self) -> QGridLayout:
        """How outlines are mended, and how wide lines are."""
        for name, said in way_names().items():
            self._way.addItem(said, name)
        self._way.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._way.setMinimumContentsLength(10)
        self._way.setToolTip(translate("Fixes", "How lasso, polygon and wand mend what they mark"))
        self._way.setAccessibleName(self._way.toolTip())
        self._way.currentIndexChanged.connect(lambda _: self.room.set_way(self._way.currentData()))
        self._width.setRange(1, WIDEST_LINE)
        self._width.setSuffix(translate("Fixes", " px"))
        self._width.setFont(figures())
        self._width.setKeyboardTracking(False)
        self._width.setToolTip(translate("Fixes", "Width of the line tool in picture pixels"))
        self._width.setAccessibleName(self._width.toolTip())
        self._width.valueChanged.connect(self.room.set_line_width)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, (text, field) in enumerate(
            ((translate("Fixes", "Outlines"), self._way), (translate("Fixes", "Line"), self._width))
        ):
            label = QLabel(text, self)
            label.setBuddy(field)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        return grid

    def _follow(self) -> None:
        """Show what is chosen."""
        for field in (self._way, self._width):
            field.blockSignals(True)
        self._way.setCurrentIndex(max(self._way.findData(self.room.way), 0))
        self._width.setValue(self.room.line_width)
        for field in (self._way, self._width):
            field.blockSignals(False)
