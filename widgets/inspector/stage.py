"""One stage: its name, a way to add operators, and those that stand in it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from widgets.inspector import edits
from widgets.inspector.box import OperatorBox
from widgets.inspector.hand import Hand
from widgets.inspector.parts import SmallButton, add_heading
from widgets.inspector.reading import Item, Place, filters_at, more_elsewhere
from widgets.inspector.words import stage_title
from widgets.text import operator_text, translate


class StageSection(QWidget):
    """The stack of one stage. Boxes are kept while the operators stay the same, so that the focus does too."""

    def __init__(self, hand: Hand, stage: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hand = hand
        self.stage = stage
        self.boxes: list[OperatorBox] = []
        title = QLabel(stage_title(stage), self)
        title.setProperty("role", "section")
        self.note = QLabel(self)
        self.note.setProperty("role", "dim")
        self.note.setWordWrap(True)
        self.note.setContentsMargins(4, 0, 4, 4)
        self.adder = SmallButton(
            "plus", translate("Inspector", "Add an operator to {stage}").format(stage=stage_title(stage)), self
        )
        self.adder.clicked.connect(lambda: self.open_menu(self.adder.mapToGlobal(self.adder.rect().bottomLeft())))
        head = QHBoxLayout()
        head.setContentsMargins(4, 0, 4, 0)
        head.addWidget(title, 1)
        head.addWidget(self.adder)
        self.empty = QLabel(translate("Inspector", "Nothing here yet"), self)
        self.empty.setProperty("role", "dim")
        self.empty.setContentsMargins(4, 0, 4, 4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        self._stack = QVBoxLayout()
        self._stack.setSpacing(8)
        layout.addLayout(self._stack)
        layout.addWidget(self.empty)
        layout.addWidget(self.note)
        self._line = QFrame(self)
        self._line.setStyleSheet("background: palette(accent);")
        self._line.hide()

    @property
    def order(self) -> list[Place]:
        """The operators in order."""
        return [box.place for box in self.boxes]

    def show_items(self, items: tuple[Item, ...]) -> None:
        """Show the stage's operators."""
        target = self.hand.target
        wanted = [(item.place, item.operator is None) for item in items]
        if wanted != [(box.place, box.item.operator is None) for box in self.boxes]:
            self._rebuild(items)
        if target is not None:
            for box, item in zip(self.boxes, items, strict=True):
                box.show_item(item, target)
            count = more_elsewhere(self.hand.snapshot, target, self.stage) if len(target.shots) > 1 else 0
            self.note.setText(translate("Inspector", "Other operators here in %n shot(s)", n=count))
            self.note.setVisible(count > 0)
        self.note.setVisible(self.note.isVisibleTo(self) and target is not None)
        self.empty.setVisible(not items)
        self.adder.setEnabled(target is not None and self.hand.editable)

    def open_menu(self, where: QPoint) -> None:
        """The operators that can be added."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        self.fill_menu(menu)
        menu.popup(where)

    def fill_menu(self, menu: QMenu) -> None:
        """Put the stage's operators into a menu."""
        found = filters_at(self.stage) if self.hand.ready else ()
        for operator in found:
            action = menu.addAction(operator_text(operator.label))
            action.setToolTip(operator_text(operator.summary))
            action.triggered.connect(lambda _=False, id=operator.id: self.add(id))
        if not found:
            add_heading(menu, translate("Inspector", "No operator is installed for this stage"))

    def add(self, operator_id: str) -> None:
        """Put an operator behind the one in focus, or at the end."""
        after = self.hand.focus if self.hand.focus in self.order else None
        self.hand.commit(edits.add(operator_id, self.stage, after))

    def move_operator(self, place: Place, by: int) -> None:
        """Move an operator up (-1) or down (1)."""
        order = self.order
        to = order.index(place) + by
        if 0 <= to < len(order):
            self._move_to(place, to)

    def _move_to(self, place: Place, to: int) -> None:
        item = next(box.item for box in self.boxes if box.place == place)
        before = [other for other in self.order if other != place][:to]
        nth = sum(1 for other in before if other.operator == place.operator)
        edit = edits.move(item, self.order, to)
        # Among several of one kind the moved one has another number now; the focus goes with it.
        self.hand.set_focus(Place(place.stage, place.operator, nth))
        self.hand.commit(edit)

    def _rebuild(self, items: tuple[Item, ...]) -> None:
        for box in self.boxes:
            self._stack.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.boxes = []
        for item in items:
            box = OperatorBox(self.hand, item, self)
            box.dragged.connect(lambda where, box=box: self._drag(box, where))
            box.let_go.connect(lambda done, box=box: self._drop(box, done))
            self._stack.addWidget(box)
            self.boxes.append(box)

    # --- dragging -----------------------------------------------------------------------------------------

    def _gap(self, where: QPoint) -> int:
        """Between which boxes the pointer is: 0 is before the first."""
        y = self.mapFromGlobal(where).y()
        return sum(1 for box in self.boxes if y > box.geometry().center().y())

    def _drag(self, box: OperatorBox, where: QPoint) -> None:
        self._goal = self._gap(where)
        at = (
            self.boxes[self._goal].y() - 5 if self._goal < len(self.boxes) else self.boxes[-1].geometry().bottom() + 3
        )
        self._line.setGeometry(0, at, self.width(), 3)
        self._line.raise_()
        self._line.show()

    _goal = 0

    def _drop(self, box: OperatorBox, done: bool) -> None:
        self._line.hide()
        if done:
            here = self.boxes.index(box)
            to = self._goal - (1 if self._goal > here else 0)
            if to != here:
                self._move_to(box.place, to)
