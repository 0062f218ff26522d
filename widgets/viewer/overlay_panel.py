"""The little panel in which the overlay is coloured: a row for each state."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QGridLayout, QLabel, QSlider, QToolButton, QWidget

from widgets.text import translate
from widgets.theme import colour, icon
from widgets.theme.palette import ACCENT, BAD, OK, SPLICE, TEXT, WARN
from widgets.viewer.choices import Chooser
from widgets.viewer.marks import State
from widgets.viewer.overlay import pen_of
from widgets.viewer.words import state_name


def colours() -> dict[str, str]:
    """The colours to choose from, with their names."""
    return {
        OK: translate("Viewer", "Green"),
        WARN: translate("Viewer", "Amber"),
        BAD: translate("Viewer", "Red"),
        ACCENT: translate("Viewer", "Blue"),
        SPLICE: translate("Viewer", "Violet"),
        TEXT: translate("Viewer", "White"),
    }


class OverlayPanel(QFrame):
    """Per state: shown or not, colour, opacity of the filling, and how its outline looks."""

    def __init__(self, chooser: Chooser, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._chooser = chooser
        self.setObjectName("viewer.overlay_panel")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 12, 12, 12)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        heads = (
            translate("Viewer", "Masks"), translate("Viewer", "Outline"), translate("Viewer", "Colour"),
            translate("Viewer", "Filling"),
        )  # fmt: skip
        for column, text in enumerate(heads):
            grid.addWidget(QLabel(text, self), 0, column)
        for row, state in enumerate(State, 1):
            self._add_row(grid, row, state)

    @classmethod
    def opener(cls, chooser: Chooser, parent: QWidget) -> QToolButton:
        """A button that opens the panel below itself."""
        button = QToolButton(parent)
        button.setIcon(icon("chevron-down"))
        button.setIconSize(QSize(12, 20))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolTip(translate("Viewer", "Colours and opacity of the masks"))
        button.setAccessibleName(button.toolTip())
        button.clicked.connect(lambda: cls(chooser, button).open_below(button))
        return button

    def open_below(self, button: QWidget) -> None:
        """Show the panel, its right edge at the button's; it is gone when it closes."""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.adjustSize()
        self.move(button.mapToGlobal(QPoint(button.width() - self.width(), button.height() + 2)))
        self.show()

    def _add_row(self, grid: QGridLayout, row: int, state: State) -> None:
        style = self._chooser.now.style(state)
        shown = QCheckBox(state_name(state), self)
        shown.setChecked(style.visible)
        shown.setToolTip(translate("Viewer", "Show these masks"))
        sample = _Sample(state, self._chooser, self)
        tints = QComboBox(self)
        tints.setToolTip(translate("Viewer", "Colour of these masks"))
        tints.setAccessibleName(f"{state_name(state)}: {tints.toolTip()}")
        for value, name in colours().items():
            tints.addItem(_swatch(value), name, value)
        tints.setCurrentIndex(max(tints.findData(style.colour), 0))
        opacity = QSlider(Qt.Orientation.Horizontal, self)
        opacity.setRange(0, 100)
        opacity.setPageStep(10)
        opacity.setValue(round(style.opacity * 100))
        opacity.setMinimumWidth(96)
        opacity.setToolTip(translate("Viewer", "Opacity of the filling, per cent"))
        opacity.setAccessibleName(f"{state_name(state)}: {opacity.toolTip()}")
        shown.toggled.connect(lambda on: self._chooser.restyle(state, visible=on))
        tints.currentIndexChanged.connect(lambda index: self._chooser.restyle(state, colour=tints.itemData(index)))
        opacity.valueChanged.connect(lambda value: self._chooser.restyle(state, opacity=value / 100))
        self._chooser.changed.connect(sample.update)
        for column, widget in enumerate((shown, sample, tints, opacity)):
            grid.addWidget(widget, row, column)


class _Sample(QWidget):
    """The outline of a state as it will be drawn."""

    def __init__(self, state: State, chooser: Chooser, parent: QWidget) -> None:
        super().__init__(parent)
        self._state = state
        self._chooser = chooser
        self.setFixedSize(56, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        style = self._chooser.now.style(self._state)
        painter = QPainter(self)
        box = QRectF(4, 3, 47, 13)
        painter.fillRect(self.rect(), QColor(90, 90, 90))
        painter.fillRect(box, colour(style.colour, style.opacity))
        painter.setPen(pen_of(self._state, colour(style.colour)))
        painter.drawRect(box)
        if self._state is State.REJECTED:
            painter.setPen(pen_of(State.ACCEPTED, colour(style.colour)))
            painter.drawLine(box.bottomLeft(), box.topRight())
        painter.end()


def _swatch(value: str) -> QIcon:
    picture = QPixmap(12, 12)
    picture.fill(colour(value))
    return QIcon(picture)
