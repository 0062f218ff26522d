"""The ways to compare, by the names the desk knows (`widgets.desk.MODES`). Add one: a module, a line here."""

from __future__ import annotations

from widgets.viewer.difference import Difference
from widgets.viewer.mask import MaskView
from widgets.viewer.overlay import Ask
from widgets.viewer.scene import Mode
from widgets.viewer.side import Side
from widgets.viewer.single import Single
from widgets.viewer.toggle import Toggle
from widgets.viewer.wipe import Wipe


def make_modes(ask: Ask) -> dict[str, Mode]:
    """One of each; they hold what they make of the pictures, so every viewer has its own.
    `ask` runs what takes long on another thread."""
    return {
        "single": Single(),
        "wipe": Wipe(),
        "side": Side(),
        "toggle": Toggle(),
        "difference": Difference(),
        "mask": MaskView(ask),
    }
