"""One parameter: its diamond, its name, how it is set, and the way back to its default."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from operators.contract.params import Declaration
from widgets.inspector import edits
from widgets.inspector.hand import Hand
from widgets.inspector.key_strip import KeyStrip
from widgets.inspector.parts import Choice, ElidedLabel, KeyButton, SmallButton
from widgets.inspector.reading import Item, Target, Value
from widgets.inspector.slider import ValueSlider
from widgets.inspector.words import parameter_help
from widgets.text import operator_text, translate

LABEL_SHARE, EDITOR_SHARE = 5, 6


class ParameterRow(QWidget):
    """Made from a declaration; shows a `Value` and hands edits to the hand."""

    def __init__(
        self, hand: Hand, name: str, declared: Declaration, default: Any, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.hand = hand
        self.name = name
        self.declared = declared
        self.default = default
        self.item: Item | None = None
        self.key_button = KeyButton(self)
        self.key_button.clicked.connect(self.toggle_key)
        self.label = ElidedLabel(operator_text(declared.label), self)
        self.label.double_clicked.connect(self.reset)
        self.editor = self._made_editor()
        self.back = SmallButton(
            "rotate-ccw", translate("Inspector", "Back to the default (double-click the name)"), self
        )
        self.back.clicked.connect(self.reset)
        policy = self.back.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.back.setSizePolicy(policy)
        self._say_what_it_does()
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(self.key_button)
        line.addWidget(self.label, LABEL_SHARE)
        line.addWidget(self.editor, EDITOR_SHARE)
        line.addWidget(self.back)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self._layout.addLayout(line)
        self.strip: KeyStrip | None = None

    @property
    def value(self) -> Value:
        """What is shown now."""
        assert self.item is not None
        return self.item.values[self.name]

    @property
    def whole(self) -> bool:
        """True for whole numbers."""
        return isinstance(self.default, int) and not isinstance(self.default, bool)

    def show_item(self, item: Item, target: Target) -> None:
        """Show what the item says of this parameter."""
        self.item = item
        value = self.value
        self._show_value(value)
        here = value.keys is not None and target.frame in value.keys.frames
        self.key_button.show_state(keyed=value.keys is not None, here=here)
        self.key_button.setEnabled(self.hand.editable and (target.inside or value.keys is not None))
        tip = (
            translate("Inspector", "Take the key at this frame away")
            if here
            else translate("Inspector", "Set a key at this frame")
        )
        if not target.inside:
            tip = translate("Inspector", "To set a key, bring the playhead into the shot")
        self.key_button.setToolTip(tip)
        self.key_button.setAccessibleName(tip)
        self.editor.setEnabled(self.hand.editable)
        self.back.setVisible(value.keys is not None or value.mixed or value.plain != self.default)
        self.back.setEnabled(self.hand.editable)
        self._show_strip(value, target)

    # --- edits --------------------------------------------------------------------------------------------

    def attempt(self, plain: Any) -> None:
        """Try a value out."""
        if self.item is not None and self.hand.target is not None:
            self.hand.attempt(edits.set_values(self.hand.target, self.item, {self.name: self._typed(plain)}))

    def commit(self, plain: Any) -> None:
        """Make it an edit."""
        if self.item is not None and self.hand.target is not None:
            self.hand.commit(edits.set_values(self.hand.target, self.item, {self.name: self._typed(plain)}))

    def reset(self) -> None:
        """Back to the default."""
        if self.item is not None and self.hand.target is not None:
            self.hand.commit(edits.reset(self.hand.target, self.item, (self.name,)))

    def toggle_key(self) -> None:
        """Set or take away the key at the playhead; far from the shot, go into it first."""
        if self.item is None or self.hand.target is None:
            return
        if self.hand.target.inside:
            self.hand.commit(edits.toggle_key(self.hand.target, self.item, self.name))
        else:
            self.hand.go_to_frame(self.hand.target.frame)

    def _typed(self, plain: Any) -> Any:
        return int(plain) if self.whole else plain

    # --- how it is set ------------------------------------------------------------------------------------

    def _made_editor(self) -> QWidget:
        if self.declared.choices:
            combo = Choice(self)
            for choice in self.declared.choices:
                combo.addItem(operator_text(self.declared.choice_label(choice)), choice)
            combo.activated.connect(lambda index: self.commit(combo.itemData(index)))
            return combo
        if isinstance(self.default, bool):
            box = QCheckBox(self)
            box.clicked.connect(lambda: self.commit(box.isChecked()))
            return box
        if isinstance(self.default, int | float):
            slider = ValueSlider(self.declared, whole=self.whole, parent=self)
            slider.tried.connect(self.attempt)
            slider.committed.connect(self.commit)
            slider.dropped.connect(self.hand.drop)
            return slider
        line = QLineEdit(self)
        line.editingFinished.connect(lambda: self.commit(line.text()) if line.isModified() else None)
        return line

    def _say_what_it_does(self) -> None:
        text = f"{operator_text(self.declared.label)}\n{parameter_help(self.name, self.declared)}"
        self.label.setToolTip(text)
        if isinstance(self.editor, ValueSlider):
            text += "\n" + translate(
                "Inspector", "Drag, or double-click to type. Arrows step, Shift makes finer, Esc takes back."
            )
        self.editor.setToolTip(text)
        self.editor.setAccessibleName(operator_text(self.declared.label))
        self.editor.setAccessibleDescription(operator_text(self.declared.help))

    def _show_value(self, value: Value) -> None:
        editor = self.editor
        if isinstance(editor, ValueSlider):
            editor.set_value(float(value.plain), mixed=value.mixed)
        elif isinstance(editor, Choice):
            several = editor.findData(None)
            if value.mixed and several < 0:
                editor.insertItem(0, translate("Inspector", "several"), None)
            elif not value.mixed and several >= 0:
                editor.removeItem(several)
            editor.setCurrentIndex(editor.findData(None if value.mixed else value.plain))
        elif isinstance(editor, QCheckBox):
            editor.setTristate(value.mixed)
            state = Qt.CheckState.Checked if value.plain else Qt.CheckState.Unchecked
            editor.setCheckState(Qt.CheckState.PartiallyChecked if value.mixed else state)
        elif isinstance(editor, QLineEdit) and not editor.hasFocus():
            editor.setText("" if value.mixed else str(value.plain))
            editor.setPlaceholderText(translate("Inspector", "several") if value.mixed else "")

    # --- keys ---------------------------------------------------------------------------------------------

    def _show_strip(self, value: Value, target: Target) -> None:
        if value.keys is None and self.strip is None:
            return
        if self.strip is None:
            self.strip = KeyStrip(self)
            self._layout.addWidget(self.strip)
        self.strip.setVisible(value.keys is not None)
        if value.keys is not None:
            self.strip.show_keys(value.keys, target)
