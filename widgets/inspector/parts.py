"""Small parts of the inspector: a label that shortens itself, a diamond, a combo box that lets the wheel pass."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from widgets.theme import colour, icon

SMALL_ICON = 16
SMALL_BUTTON = 24


class ElidedLabel(QLabel):
    """One line that ends in an ellipsis where there is no room; the whole text is its tooltip then."""

    double_clicked = Signal()
    clicked = Signal()

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """As narrow as it must be."""
        return QSize(24, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, shortened."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell of a click."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Tell of a double-click."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.double_clicked.emit()


class SmallButton(QToolButton):
    """A flat button with an icon, reached by Tab."""

    def __init__(self, name: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setIcon(icon(name))
        self.setIconSize(QSize(SMALL_ICON, SMALL_ICON))
        self.setFixedSize(SMALL_BUTTON, SMALL_BUTTON)
        self.setToolTip(tip)
        self.setAccessibleName(tip)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)


def add_heading(menu: QMenu, text: str) -> None:
    """A line of a menu that cannot be chosen: the title of those below it, or why there are none."""
    menu.addAction(text).setEnabled(False)


class KeyButton(QAbstractButton):
    """The diamond of a parameter: hollow and dim without keys, hollow with some, full where there is one here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keyed = False
        self.here = False
        self.setFixedSize(20, SMALL_BUTTON)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_state(self, *, keyed: bool, here: bool) -> None:
        """Whether there are keys, and one at the playhead."""
        self.keyed, self.here = keyed, here
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The diamond."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, size = QRectF(self.rect()).center(), 4.5
        sides = (QPointF(0, -size), QPointF(size, 0), QPointF(0, size), QPointF(-size, 0))
        shade = "accent" if self.keyed else "text_dim" if self.underMouse() and self.isEnabled() else "edge"
        if not self.isEnabled():
            shade = "text_disabled"
        painter.setPen(QPen(colour(shade), 1.4))
        painter.setBrush(colour(shade) if self.here else Qt.BrushStyle.NoBrush)
        painter.drawPolygon(QPolygonF([middle + side for side in sides]))
        if self.hasFocus():
            painter.setPen(QPen(colour("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 2.5, -0.5, -2.5), 4, 4)


class Choice(QComboBox):
    """A combo box that only turns with the wheel while it has the focus; the panel scrolls otherwise."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Only with the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
