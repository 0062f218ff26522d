"""One operator of the stack: a head to fold, switch and drag it by, and its parameters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from widgets.inspector import edits
from widgets.inspector.hand import Hand
from widgets.inspector.panels import Surface, panel_for
from widgets.inspector.parts import ElidedLabel, SmallButton
from widgets.inspector.reading import Item, Place, Target
from widgets.inspector.row import ParameterRow
from widgets.text import operator_text, translate
from widgets.theme import colour, icon, icon_pixmap
from widgets.theme.palette import TEXT_DIM, TEXT_DISABLED

HEAD_HEIGHT = 32
FOLDED = "inspector/folded"

MENU = (
    "inspector.reset", "", "inspector.copy_operator", "inspector.paste_operator", "", "inspector.move_up",
    "inspector.move_down", "", "inspector.remove",
)  # fmt: skip
"""Commands in an operator's own menu; '' is a line."""


class OperatorBox(QWidget):
    """Shows an `Item`; lives as long as the stack keeps its operators in this order."""

    dragged = Signal(QPoint)
    """The head is dragged: where the pointer is, on the screen."""
    let_go = Signal(bool)
    """The drag is over; False where it was given up."""

    def __init__(self, hand: Hand, item: Item, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hand = hand
        self.place: Place = item.place
        self.item = item
        self.rows: dict[str, ParameterRow] = {}
        self.panel: Any = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self._made_head())
        self.body = QWidget(self)
        self._layout.addWidget(self.body)
        self._fill_body()
        self._fold(self._fold_name() in self._folded(), keep=False)
        hand.focused.connect(self._on_focus)

    # --- what it shows ------------------------------------------------------------------------------------

    def show_item(self, item: Item, target: Target) -> None:
        """Show another state of the same operator."""
        self.item = item
        editable = self.hand.editable
        self.switch.setTristate(item.enabled_mixed)
        state = Qt.CheckState.Checked if item.entry.enabled else Qt.CheckState.Unchecked
        self.switch.setCheckState(Qt.CheckState.PartiallyChecked if item.enabled_mixed else state)
        self.switch.setEnabled(editable)
        self.grip.setEnabled(editable)
        shots = len(target.shots)
        self.count.setVisible(item.having < shots)
        self.count.setText(translate("Inspector", "{some} of {all}").format(some=item.having, all=shots))
        self.count.setToolTip(
            translate(
                "Inspector", "This operator is in {some} of the {all} shot(s); edits reach those.", n=shots
            ).format(some=item.having, all=shots)
        )
        for row in self.rows.values():
            row.show_item(item, target)
        if self.panel is not None:
            self.panel.show_item(item, target, editable=editable)

    def step_key(self, direction: int) -> int | None:
        """The nearest frame with a key of any parameter, after (1) or before (-1) the playhead."""
        target = self.hand.target
        if target is None:
            return None
        keyed = [value.keys for value in self.item.values.values() if value.keys is not None]
        steps = [keys.after(target.frame) if direction > 0 else keys.before(target.frame) for keys in keyed]
        found = [frame for frame in steps if frame is not None]
        return (min(found) if direction > 0 else max(found)) if found else None

    # --- the head -----------------------------------------------------------------------------------------

    def _made_head(self) -> QWidget:
        head = self.head = _Head(self)
        self.grip = _Grip(head)
        self.grip.dragged.connect(self.dragged)
        self.grip.let_go.connect(self.let_go)
        self.arrow = QToolButton(head)
        self.arrow.setIcon(icon("chevron-down"))
        self.arrow.setFixedSize(20, 24)
        self.arrow.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.arrow.clicked.connect(lambda: self._fold(self.body.isVisibleTo(self)))
        self.switch = QCheckBox(head)
        self.switch.setToolTip(translate("Inspector", "On or off: see the picture with and without it"))
        self.switch.clicked.connect(self._switched)
        operator = self.item.operator
        name = self.item.place.operator if operator is None else operator_text(operator.label)
        self.switch.setAccessibleName(name)
        self.title = ElidedLabel(name, head)
        self.title.setToolTip(name if operator is None else f"{name}\n{operator_text(operator.summary)}")
        self.title.clicked.connect(lambda: self._fold(self.body.isVisibleTo(self)))
        self.count = QLabel(head)
        self.count.setProperty("role", "dim")
        self.more = SmallButton("ellipsis", translate("Inspector", "What can be done with {name}").format(name=name))
        self.more.clicked.connect(lambda: self.open_menu(self.more.mapToGlobal(self.more.rect().bottomLeft())))
        line = QHBoxLayout(head)
        line.setContentsMargins(4, 0, 4, 0)
        line.setSpacing(4)
        for part in (self.grip, self.arrow, self.switch):
            line.addWidget(part)
        line.addWidget(self.title, 1)
        line.addWidget(self.count)
        line.addWidget(self.more)
        head.setFixedHeight(HEAD_HEIGHT)
        return head

    def _switched(self) -> None:
        # A click on several becomes "on" for all; afterwards the box has two states again.
        self.hand.set_focus(self.place)
        self.hand.commit(edits.enable(self.item, self.switch.checkState() != Qt.CheckState.Unchecked))

    def _on_focus(self, place: Place | None) -> None:
        self.head.update()

    def open_menu(self, where: QPoint) -> None:
        """The operator's own menu."""
        self.hand.set_focus(self.place)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for id in MENU:
            if id:
                menu.addAction(self.hand.context.commands.action(id))
            else:
                menu.addSeparator()
        menu.popup(where)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The same menu by the right button or the menu key."""
        self.open_menu(event.globalPos())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Commands act on what was pressed last."""
        self.hand.set_focus(self.place)
        super().mousePressEvent(event)

    # --- folding ------------------------------------------------------------------------------------------

    def _fold_name(self) -> str:
        return f"{self.place.stage}.{self.place.operator}.{self.place.nth}"

    def _folded(self) -> set[str]:
        return set(filter(None, self.hand.settings.value(FOLDED).split(",")))

    def _fold(self, fold: bool, *, keep: bool = True) -> None:
        self.body.setVisible(not fold)
        self.arrow.setIcon(icon("chevron-right" if fold else "chevron-down"))
        tip = translate("Inspector", "Unfold") if fold else translate("Inspector", "Fold")
        self.arrow.setToolTip(tip)
        self.arrow.setAccessibleName(tip)
        if keep:
            folded = self._folded() - {self._fold_name()}
            self.hand.settings.set_value(FOLDED, ",".join(sorted(folded | {self._fold_name()} if fold else folded)))

    # --- the parameters -----------------------------------------------------------------------------------

    def _fill_body(self) -> None:
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(8, 8, 4, 12)
        layout.setSpacing(4)
        operator = self.item.operator
        if operator is None:
            text = translate("Inspector", "This operator is not installed here. Its place and settings are kept.")
            missing = QLabel(text, self.body)
            missing.setWordWrap(True)
            missing.setProperty("role", "warn")
            layout.addWidget(missing)
            return
        make = panel_for(operator.id)
        if make is not None:
            # Before the rows: Tab goes through controls in the order in which they were made.
            self.panel = make(Surface(operator, self._attempt, self._commit, self.hand.drop))
            layout.addWidget(self.panel)
        defaults = operator.Params().to_mapping()
        for name, declared in operator.Params.declarations().items():
            self.rows[name] = ParameterRow(self.hand, name, declared, defaults[name], self.body)
        if self.panel is None:
            for row in self.rows.values():
                layout.addWidget(row)
        else:
            self._fold_numbers(layout, self.panel.handles)

    def _fold_numbers(self, layout: QVBoxLayout, handles: frozenset[str]) -> None:
        self.numbers = QToolButton(self.body)
        folded = QWidget(self.body)
        numbers = QVBoxLayout(folded)
        numbers.setContentsMargins(0, 0, 0, 0)
        numbers.setSpacing(4)
        for name, row in self.rows.items():
            (numbers if name in handles else layout).addWidget(row)
        self.numbers.setText(translate("Inspector", "Numbers and keyframes"))
        self.numbers.setIcon(icon("chevron-right"))
        self.numbers.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.numbers.setToolTip(translate("Inspector", "Every number by itself, with its keyframes"))
        self.numbers.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.numbers.clicked.connect(lambda: self._show_numbers(folded, folded.isHidden()))
        folded.hide()
        layout.addWidget(self.numbers)
        layout.addWidget(folded)

    def _show_numbers(self, folded: QWidget, shown: bool) -> None:
        folded.setVisible(shown)
        self.numbers.setIcon(icon("chevron-down" if shown else "chevron-right"))

    def _attempt(self, values: Mapping[str, Any]) -> None:
        if self.hand.target is not None:
            self.hand.attempt(edits.set_values(self.hand.target, self.item, values))

    def _commit(self, values: Mapping[str, Any]) -> None:
        if self.hand.target is not None:
            self.hand.set_focus(self.place)
            self.hand.commit(edits.set_values(self.hand.target, self.item, values))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colour("line"))
        painter.setBrush(colour("panel"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)


class _Head(QWidget):
    """The ground of the head."""

    def __init__(self, box: OperatorBox) -> None:
        super().__init__(box)
        self._box = box

    def paintEvent(self, event: QPaintEvent) -> None:
        """Raised above the card; with a bar at its left edge where commands act on the operator."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, 0), 4, 4)
        if self._box.hand.focus == self._box.place:
            painter.setBrush(colour("accent"))
            painter.drawRoundedRect(QRectF(1, 6, 3, self.height() - 11), 1.5, 1.5)


class _Grip(QWidget):
    """Six dots to take the operator by."""

    dragged = Signal(QPoint)
    let_go = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(16, 24)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip(translate("Inspector", "Drag to another place"))
        self._start: QPoint | None = None
        self._moving = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take it."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._start, self._moving = event.globalPosition().toPoint(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry it."""
        if self._start is None:
            return
        here = event.globalPosition().toPoint()
        if self._moving or (here - self._start).manhattanLength() >= 4:
            self._moving = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.dragged.emit(here)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let it go."""
        moving, self._start, self._moving = self._moving, None, False
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        if moving:
            self.let_go.emit(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The dots."""
        picture = icon_pixmap("grip-vertical", 16, TEXT_DIM if self.isEnabled() else TEXT_DISABLED)
        QPainter(self).drawPixmap(0, 4, picture)
