"""What a keyframed parameter has below its row: steps from key to key, how it goes between them, and its curve."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.document.keyframes import INTERPOLATIONS, Keyframes
from widgets.inspector import edits
from widgets.inspector.curve import CurveEditor
from widgets.inspector.parts import Choice, SmallButton
from widgets.inspector.reading import Target
from widgets.text import translate

if TYPE_CHECKING:
    from widgets.inspector.row import ParameterRow

INDENT = 24
"""Below the name, not below the diamond."""


class KeyStrip(QWidget):
    """Belongs to one parameter row and edits through it."""

    def __init__(self, row: ParameterRow) -> None:
        super().__init__(row)
        self.row = row
        self.keys: Keyframes | None = None
        self.previous = SmallButton("chevron-left", translate("Inspector", "To the key before"), self)
        self.following = SmallButton("chevron-right", translate("Inspector", "To the next key"), self)
        self.previous.clicked.connect(lambda: self.go(-1))
        self.following.clicked.connect(lambda: self.go(1))
        self.way = Choice(self)
        names = {
            "hold": translate("Inspector", "Hold"),
            "linear": translate("Inspector", "Linear"),
            "smooth": translate("Inspector", "Smooth"),
        }
        for way in INTERPOLATIONS:
            self.way.addItem(names[way], way)
        self.way.setToolTip(translate("Inspector", "How the value goes from key to key"))
        self.way.setAccessibleName(self.way.toolTip())
        self.way.activated.connect(self._choose_way)
        self.clear = SmallButton("trash-2", translate("Inspector", "Take all keys away and keep this value"), self)
        self.clear.clicked.connect(lambda: self._commit(None))
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        for part in (self.previous, self.following):
            line.addWidget(part)
        line.addWidget(self.way, 1)
        line.addWidget(self.clear)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(INDENT, 0, 0, 4)
        layout.setSpacing(4)
        layout.addLayout(line)
        self.curve = CurveEditor(row.declared, whole=row.whole, parent=self)
        self.curve.tried.connect(self._attempt)
        self.curve.committed.connect(self._commit)
        self.curve.dropped.connect(row.hand.drop)
        layout.addWidget(self.curve)

    def show_keys(self, keys: Keyframes, target: Target) -> None:
        """Show these keys with the playhead at the target's frame."""
        self.keys = keys
        self.previous.setEnabled(keys.before(target.frame) is not None)
        self.following.setEnabled(keys.after(target.frame) is not None)
        self.way.setVisible(keys.interpolates)
        self.way.setCurrentIndex(self.way.findData(keys.interpolation))
        editable = self.row.hand.editable
        for part in (self.way, self.clear, self.curve):
            part.setEnabled(editable)
        self.curve.setVisible(keys.interpolates)
        if keys.interpolates:
            self.curve.show_keys(keys, target.lead.start, target.lead.end, target.frame)

    def go(self, direction: int) -> None:
        """Bring the playhead to the next key (1) or the one before (-1)."""
        if self.keys is None or self.row.hand.target is None:
            return
        here = self.row.hand.target.frame
        frame = self.keys.after(here) if direction > 0 else self.keys.before(here)
        if frame is not None:
            self.row.hand.go_to_frame(frame)

    def _choose_way(self, index: int) -> None:
        if self.keys is not None:
            self._commit(replace(self.keys, interpolation=self.way.itemData(index)))

    def _attempt(self, keys: Keyframes | None) -> None:
        if self.row.item is not None and self.row.hand.target is not None:
            self.row.hand.attempt(edits.set_keys(self.row.hand.target, self.row.item, self.row.name, keys))

    def _commit(self, keys: Keyframes | None) -> None:
        if self.row.item is not None and self.row.hand.target is not None:
            self.row.hand.commit(edits.set_keys(self.row.hand.target, self.row.item, self.row.name, keys))
