"""What can be told of a window by machine: text that is cut, words left in English, controls that lie wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from getpass import getuser
from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QDockWidget,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLayout,
    QLineEdit,
    QMainWindow,
    QMenu,
    QMenuBar,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QStackedLayout,
    QStyle,
    QTabBar,
    QToolButton,
    QWidget,
)

from widgets.jobs.elided import ElidedLabel

PROPER = frozenset(Path(__file__).with_name("proper_names.txt").read_text(encoding="utf-8").split()) | {getuser()}
"""Latin words that may stand in a Chinese window."""
_WORD = re.compile(r"[A-Za-z]{2,}")
_QUOTED = re.compile(r"file is not a database|“[^”]*[=<>][^”]*”|“[a-z]+(?:, [a-z]+)+”")
"""What SQLite says, and what is typed into a filter."""
_MARKUP = re.compile(r"</?[a-z][^<>]*>")
_NOT_WORDS = re.compile(r"\S*[/\\.%#_*]\S*|\b[A-Za-z]*\d\w*")
"""Paths, file names, patterns, numbers with letters."""


def problems(top: QWidget, chinese: bool) -> list[str]:
    """Everything that is wrong with what can be seen of a window, in words."""
    found = []
    for widget in seen(top):
        found += [f"{_name(widget)}: {what}" for what in (*_cut(widget), *_outside(widget), *_overlaps(widget))]
        if chinese:
            found += [f"{_name(widget)}: English in {text!r}" for text in words(widget) if english_in(text)]
    return found


def seen(top: QWidget) -> Iterator[QWidget]:
    """Every widget of a window of which something is to be seen."""
    yield top
    for widget in top.findChildren(QWidget):
        if widget.window() is top and widget.isVisible() and not widget.visibleRegion().isEmpty():
            yield widget


def english_in(text: str) -> list[str]:
    """The English words in a text that should have none."""
    plain = QTextDocumentFragment.fromHtml(text).toPlainText() if _MARKUP.search(text) else text
    return [
        word
        for word in _WORD.findall(_NOT_WORDS.sub(" ", _QUOTED.sub(" ", plain)))
        if word not in PROPER | {getuser()}
    ]


def words(widget: QWidget) -> Iterator[str]:
    """What a widget says, its tooltip too."""
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(row) for row in range(widget.count()))
    elif isinstance(widget, QTabBar):
        yield from (widget.tabText(tab) for tab in range(widget.count()))
    elif isinstance(widget, QMenu | QMenuBar):
        yield from (action.text() for action in widget.actions())
    elif isinstance(widget, QGroupBox):
        yield widget.title()
    elif isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QHeaderView) and widget.model() is not None:
        count = widget.model().columnCount() if widget.orientation() is Qt.Orientation.Horizontal else 0
        yield from (str(widget.model().headerData(one, widget.orientation()) or "") for one in range(count))
    elif isinstance(widget, QDockWidget | QMainWindow):
        yield widget.windowTitle()
    yield widget.toolTip()


# --- text that is cut ------------------------------------------------------------------------------------


def _cut(widget: QWidget) -> Iterator[str]:
    """Texts with less room than they need and no tooltip that has them whole."""
    for text, need, room in _texts(widget):
        short = need.width() > room.width() or need.height() > room.height()
        if short and text not in widget.toolTip():
            yield f"{text!r} needs {need.width()}x{need.height()}, has {room.width()}x{room.height()}"


def _texts(widget: QWidget) -> Iterator[tuple[str, QSize, QSize]]:
    if isinstance(widget, ElidedLabel):
        line = widget.fontMetrics().size(Qt.TextFlag.TextSingleLine, widget.text())
        yield widget.text(), line, widget.contentsRect().size()
    elif isinstance(widget, QLabel):
        yield from _label_text(widget)
    elif isinstance(widget, QToolButton | QPushButton | QCheckBox | QRadioButton):
        yield from _button_text(widget)
    elif isinstance(widget, QTabBar):
        for tab in range(widget.count()):
            line = widget.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, widget.tabText(tab))
            yield widget.tabText(tab), line, (widget.tabRect(tab) & widget.rect()).size()
    elif isinstance(widget, QComboBox) and not widget.isEditable():
        line = widget.fontMetrics().size(Qt.TextFlag.TextSingleLine, widget.currentText())
        icon = 0 if widget.itemIcon(widget.currentIndex()).isNull() else widget.iconSize().width() + 4
        yield widget.currentText(), QSize(line.width() + icon + 8 + 20, line.height()), widget.size()
    elif isinstance(widget, QLineEdit) and widget.placeholderText() and not widget.text():
        line = widget.fontMetrics().size(Qt.TextFlag.TextSingleLine, widget.placeholderText())
        yield widget.placeholderText(), line, widget.size() - QSize(16, 2)


def _label_text(label: QLabel) -> Iterator[tuple[str, QSize, QSize]]:
    if not label.text():
        return
    if label.wordWrap():
        widest = max((label.fontMetrics().horizontalAdvance(word) for word in label.text().split()), default=0)
        need = QSize(0 if _WORD.search(label.text()) is None else widest, label.heightForWidth(label.width()))
        yield label.text(), need, label.size()
    else:
        yield label.text(), label.sizeHint(), label.size()


def _button_text(button: QAbstractButton) -> Iterator[tuple[str, QSize, QSize]]:
    styles = Qt.ToolButtonStyle
    without = isinstance(button, QToolButton) and button.toolButtonStyle() is styles.ToolButtonIconOnly
    shown_as_icon = isinstance(button, QToolButton) and not button.icon().isNull() and without
    if not button.text() or shown_as_icon:
        return
    line = button.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, button.text())
    beside = 0
    if not button.icon().isNull():
        beside = button.iconSize().width() + 4
    if isinstance(button, QCheckBox | QRadioButton):
        beside = button.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth) + 8
    yield button.text(), QSize(line.width() + beside, line.height()), button.size()


# --- where controls lie ------------------------------------------------------------------------------------


def _outside(widget: QWidget) -> Iterator[str]:
    """A widget that reaches out of its parent, except what is scrolled."""
    parent = widget.parentWidget()
    if widget.isWindow() or parent is None:
        return
    above = parent.parentWidget()
    if isinstance(above, QAbstractScrollArea) and above.viewport() is parent:
        return
    if not parent.rect().contains(widget.geometry()):
        yield f"{_place(widget.geometry())} reaches out of {_name(parent)} {_place(parent.rect())}"


def _overlaps(widget: QWidget) -> Iterator[str]:
    """Widgets of one layout that lie over each other."""
    layout = widget.layout()
    if layout is None or isinstance(widget, QMainWindow | QScrollArea):
        return
    placed = list(_placed(layout))
    for number, one in enumerate(placed):
        for other in placed[number + 1 :]:
            if one.geometry().intersects(other.geometry()):
                yield f"{_name(one)} lies over {_name(other)}"


def _placed(layout: QLayout) -> Iterator[QWidget]:
    if isinstance(layout, QStackedLayout):
        return
    for number in range(layout.count()):
        item = layout.itemAt(number)
        if item is None:
            continue
        child, inner = item.widget(), item.layout()
        if child is not None and child.isVisible():
            yield child
        elif isinstance(inner, QLayout):  # PySide may hand out what stood at the same address before
            yield from _placed(inner)


def _place(rect: QRect) -> str:
    return f"({rect.x()}, {rect.y()}, {rect.width()}x{rect.height()})"


def _name(widget: QWidget) -> str:
    chain, step = [], widget
    while step is not None and len(chain) < 4:
        chain.append(step.objectName() or type(step).__name__)
        step = step.parentWidget()
    return " < ".join(chain)
