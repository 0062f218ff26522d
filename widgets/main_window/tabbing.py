"""Where Tab goes in the window: from the picture round every panel that is seen, each as one reads it.

Qt's own chain follows the order in which widgets were made, and leads through panels that lie behind others.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QScrollArea, QTabBar, QWidget

AREAS = (
    Qt.DockWidgetArea.RightDockWidgetArea,
    Qt.DockWidgetArea.BottomDockWidgetArea,
    Qt.DockWidgetArea.TopDockWidgetArea,
    Qt.DockWidgetArea.LeftDockWidgetArea,
)
"""In this order after the picture."""


def stops(window: QMainWindow) -> list[QWidget]:
    """Every control that Tab comes to, in order: what stands in the middle, then the panels round it."""
    middle = window.centralWidget()
    found = [] if middle is None else in_reading_order(_controls(middle))
    bars = [bar for bar in window.findChildren(QTabBar) if bar.parent() is window and _seen(bar)]
    docks = [dock for dock in window.findChildren(QDockWidget) if not dock.isFloating() and _seen(dock)]
    for area in AREAS:
        here = [dock for dock in docks if window.dockWidgetArea(dock) is area]
        for dock in sorted(here, key=lambda dock: (dock.y(), dock.x())):
            found += [bar for bar in bars if _belongs(bar, dock)]
            found += in_reading_order(_controls(dock))
    return found


def step(window: QMainWindow, forward: bool) -> bool:
    """Give the focus to the control after (or before) the one that has it; False where there is none."""
    around = stops(window)
    if not around:
        return False
    now = window.focusWidget()
    here = next((number for number, one in enumerate(around) if one is now), None)
    if here is None:  # in something that Tab does not come to: begin with the panel that it is in
        here = next((n for n, one in enumerate(around) if now is not None and one.isAncestorOf(now)), -1)
    target = around[(here + (1 if forward else -1)) % len(around)]
    target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    _scroll_to(target)
    return True


def in_reading_order(controls: list[QWidget]) -> list[QWidget]:
    """Row after row, each from left to right. What has its middle beside the highest control is in its row."""
    left = {control: _place(control) for control in controls}
    found: list[QWidget] = []
    while left:
        top = min(left.values(), key=lambda place: (place.top(), place.left()))
        row = [control for control, place in left.items() if place.center().y() <= top.bottom()]
        for control in sorted(row, key=lambda control: left[control].left()):
            found.append(control)
            del left[control]
    return found


def _controls(panel: QWidget) -> list[QWidget]:
    """What can take the focus by Tab, scrolled out of sight or not."""
    return [one for one in panel.findChildren(QWidget) if _takes_focus(one)]


def _takes_focus(widget: QWidget) -> bool:
    takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
    return takes and widget.isEnabled() and widget.isVisible() and not widget.isWindow()


def _seen(widget: QWidget) -> bool:
    """Docks behind others count as visible for Qt; they lie outside the window."""
    return widget.isVisible() and widget.window().rect().intersects(_place(widget))


def _place(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def _belongs(bar: QTabBar, dock: QDockWidget) -> bool:
    return (
        dock.x() <= bar.geometry().center().x() <= dock.geometry().right() and abs(bar.y() - dock.y()) <= bar.height()
    )


def _scroll_to(widget: QWidget) -> None:
    """Bring it into sight where it lies in something that scrolls."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()
