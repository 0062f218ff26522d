"""Which frames a drag picks: right the next, left the previous, up both; farther ones where a key is held."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from widgets.text import translate

FAR = 2
"""Frames away, where a key is held: the neighbour's grain would stand still for two frames."""


def donors_of(start: QPointF, end: QPointF, *, far: bool) -> tuple[int, ...]:
    """The frames, counted from the mended one, that a drag from `start` to `end` takes picture from.

    Up is what lies higher than it lies aside; a drag that goes nowhere asks both neighbours.
    """
    across, up = end.x() - start.x(), start.y() - end.y()
    step = FAR if far else 1
    if up > abs(across) or (across == 0 and up == 0):
        return (-step, step)
    return (step,) if across >= 0 else (-step,)


def donors_said(offsets: tuple[int, ...]) -> str:
    """What a drag will do, for the screen."""
    known = {
        (1,): translate("Fixes", "From the next frame"),
        (-1,): translate("Fixes", "From the previous frame"),
        (-1, 1): translate("Fixes", "From both neighbours"),
        (2,): translate("Fixes", "From 2 frames on"),
        (-2,): translate("Fixes", "From 2 frames back"),
        (-2, 2): translate("Fixes", "From 2 frames to either side"),
    }
    return known[offsets]
