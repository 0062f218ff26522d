"""A display's peak: chosen from a list, or typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from widgets.inspector.parts import Choice


class NitsField(Choice):
    """An editable combo box of peaks in cd/m². `chosen` comes where another peak was chosen or typed."""

    chosen = Signal(float)

    def __init__(self, peaks: Sequence[float], name: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = 0.0
        self.setEditable(True)
        self.setInsertPolicy(Choice.InsertPolicy.NoInsert)
        for nits in peaks:
            self.addItem(f"{nits:g} cd/m²", nits)
        self.setToolTip(tip)
        self.setAccessibleName(name)
        self.activated.connect(self._picked)
        line = self.lineEdit()
        assert line is not None
        line.editingFinished.connect(self._typed)

    def show_nits(self, nits: float) -> None:
        """Show a peak, unless one is being typed."""
        line = self.lineEdit()
        assert line is not None
        if nits != self._value or not line.hasFocus():
            self._value = nits
            self.setEditText(f"{nits:g} cd/m²" if nits else "")

    def _picked(self, place: int) -> None:
        self._take(float(self.itemData(place)))

    def _typed(self) -> None:
        text = self.currentText().replace("cd/m²", "").replace(",", ".").strip()
        try:
            nits = float(text)
        except ValueError:
            nits = 0.0
        if 1 <= nits <= 10000:
            self._take(nits)
        else:
            self.setEditText(f"{self._value:g} cd/m²" if self._value else "")

    def _take(self, nits: float) -> None:
        if nits != self._value:
            self._value = nits
            self.setEditText(f"{nits:g} cd/m²")
            self.chosen.emit(nits)
