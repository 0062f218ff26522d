"""A and B in the same place, one at a time: a key swaps them. Both are kept at hand, so that it is at once."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from widgets.desk import Compare
from widgets.viewer.scene import Panes
from widgets.viewer.single import Single


class Toggle(Single):
    """A, or B where the desk says swapped."""

    needs = ("a", "b")

    def panes(self, area: QRectF, compare: Compare, shape: float) -> Panes:
        """One pane, of the picture that is seen now."""
        return (("b" if compare.swapped else "a", area),)
