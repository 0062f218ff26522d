"""Full collections wait for a pause, and everything is as it was afterwards."""

from __future__ import annotations

import gc
import weakref
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from widgets.main_window.collecting import STILL_S, Pauses, spared


class Life(QObject):
    """As much of a shell as collecting knows."""

    opened = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        desk = SimpleNamespace(playhead=0)
        self.context: Any = SimpleNamespace(desk=desk, bridge=SimpleNamespace(snapshot=SimpleNamespace(seq=1)))


class Knot:
    """Garbage that only a collection finds."""

    def __init__(self) -> None:
        self.self = self


@pytest.fixture
def life(qtbot: QtBot) -> Life:
    return Life()


def old_garbage() -> weakref.ref[Knot]:
    """A knot that has grown as old as Python lets things grow before it is let go, full collections aside."""
    knot = Knot()
    for _ in range(3):
        gc.collect(1)
    return weakref.ref(knot)


def test_a_pause_is_used(life: Life) -> None:
    with spared(life):  # type: ignore[arg-type]
        pauses = life.findChild(Pauses)
        gone = old_garbage()
        assert gone() is not None
        for _ in range(STILL_S + 1):
            pauses.look()
        assert gone() is None


def test_nothing_is_collected_in_full_while_somebody_works(life: Life) -> None:
    with spared(life):  # type: ignore[arg-type]
        pauses = life.findChild(Pauses)
        gone = old_garbage()
        for frame in range(3 * STILL_S):
            life.context.desk.playhead = frame
            pauses.look()
            life.context.bridge.snapshot.seq += frame
        assert gone() is not None


def test_afterwards_all_is_as_it_was(life: Life) -> None:
    before = gc.get_threshold(), gc.get_freeze_count()
    with pytest.raises(RuntimeError), spared(life):  # type: ignore[arg-type]
        assert gc.get_threshold() != before[0]
        raise RuntimeError
    assert (gc.get_threshold(), gc.get_freeze_count()) == before
