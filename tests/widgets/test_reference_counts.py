"""Painting and signals give back every reference to None and True that they take, and none that they did not.

PySide6 6.12.0 gives one too many back on Python 3.11 and aborts after some thousand paints. From 3.12 on these two
live for ever, and the counts do not move.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

TIMES = 3000
SLACK = TIMES // 20
"""What imports, caches and other threads may move meanwhile."""


class Painted(QWidget):
    """Paints, tells, listens and filters, as every widget of ours."""

    told = Signal(bool)
    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.heard = 0
        self.on = True
        self.told.connect(self._hear)
        self.asked.connect(self._hear)
        self.installEventFilter(self)

    def _hear(self, what: object) -> None:
        self.heard += 1

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.fillRect(self.rect(), Qt.GlobalColor.darkGray)
        painter.drawText(4, 12, "a")
        painter.end()
        self.heard += 1

    def event(self, event: QEvent) -> bool:
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return False


def moved(act: Callable[[], object]) -> tuple[int, int]:
    """By how much the counts of None and True are others after many acts."""
    for _ in range(10):
        act()
    gc.collect()
    before = sys.getrefcount(None), sys.getrefcount(True)
    for _ in range(TIMES):
        act()
    gc.collect()
    return sys.getrefcount(None) - before[0], sys.getrefcount(True) - before[1]


@pytest.fixture
def widget(qtbot) -> Painted:
    made = Painted()
    qtbot.addWidget(made)
    made.resize(40, 20)
    made.show()
    qtbot.waitExposed(made)
    return made


ACTS: dict[str, Callable[[Painted], object]] = {
    "paint": lambda widget: widget.repaint(),
    "signal of a bool": lambda widget: widget.told.emit(True),
    "signal of None": lambda widget: widget.asked.emit(None),
    "event": lambda widget: QApplication.sendEvent(widget, QEvent(QEvent.Type.User)),
    "pointer": lambda widget: QTest.mouseMove(widget),
    "setter": lambda widget: widget.setEnabled(True),
    "question": lambda widget: (widget.isVisible(), widget.layout(), widget.parentWidget()),
}


@pytest.mark.parametrize("act", list(ACTS))
def test_the_counts_stay_where_they_are(widget: Painted, act: str) -> None:
    none, true = moved(lambda: ACTS[act](widget))
    assert abs(none) < SLACK, f"{none:+} references to None in {TIMES} times"
    assert abs(true) < SLACK, f"{true:+} references to True in {TIMES} times"


def test_the_counts_would_tell() -> None:
    kept: list[object] = []
    none, true = moved(lambda: kept.extend((None, True)))
    if sys.version_info < (3, 12):
        assert min(none, true) > SLACK
