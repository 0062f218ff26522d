"""What the bar and the player make of proxies."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.engine.look import Shown
from app.media.reel import FrameId
from app.playback.proxies import ProxyState
from tests.widgets.playback.conftest import SOURCE
from widgets.playback.gauges import words


class Proxies:
    def __init__(self) -> None:
        self.enabled = True
        self.moving: list[bool] = []
        self.near: list[FrameId] = []
        self.found = {"r": ProxyState(needed=True, done=34, total=100), "s": ProxyState(done=0, total=50)}

    def set_moving(self, moving: bool) -> None:
        self.moving.append(moving)

    def set_enabled(self, enabled: bool) -> None:
        self.enabled = enabled

    def aim(self, frame: FrameId) -> None:
        self.near.append(frame)

    def states(self) -> dict[str, ProxyState]:
        return self.found


def with_proxies(on: SimpleNamespace) -> Proxies:
    on.player._proxies = made = Proxies()
    return made


def test_proxies_are_told_when_the_film_moves_and_where_it_is(desk_and_bar) -> None:
    on = desk_and_bar
    proxies = with_proxies(on)
    QTest.keyClick(on.window.centralWidget(), Qt.Key.Key_Space)
    on.pass_time(0.5)
    QTest.keyClick(on.window.centralWidget(), Qt.Key.Key_Space)
    assert proxies.moving[0] and not proxies.moving[-1]
    assert proxies.near[-1] == on.context.bridge.film.frame(12)


def test_the_preference_holds_at_once(desk_and_bar) -> None:
    on = desk_and_bar
    proxies = with_proxies(on)
    on.context.settings.proxies = False
    assert proxies.enabled is False


def test_the_bar_tells_how_many_are_made_while_it_stands(desk_and_bar) -> None:
    on = desk_and_bar
    proxies = with_proxies(on)
    assert "proxies 34 %" in [one.word for one in words(on.player)]
    QTest.keyClick(on.window.centralWidget(), Qt.Key.Key_Space)
    assert "proxies 34 %" not in [one.word for one in words(on.player)]
    on.player.stop()
    proxies.found = {"r": ProxyState(needed=True, done=100, total=100)}
    assert on.player.proxies_made is None
    proxies.found = {"r": ProxyState(needed=True, done=3, total=100, problem="full")}
    assert on.player.proxies_made is None


@pytest.mark.parametrize("how", ["playing", "scrubbing"])
def test_a_stand_in_gives_way_when_the_film_stands(desk_and_bar, qtbot, how: str) -> None:
    """Also in a pane that is told of the stop before the player is."""
    on = desk_and_bar
    seen: list[bool] = []

    def ask(position: int) -> None:
        held = on.context.bridge.pictures.want("pane", position, SOURCE)
        if held is not None:
            seen.append(held.approximate)

    on.desk.playhead_changed.connect(ask)
    on.context.bridge.pictures.arrived.connect(lambda arrived: seen.append(arrived.shown.approximate))
    if how == "playing":
        on.player.forward()
    else:
        on.desk.set_scrubbing(True)
    pixels = np.zeros((48, 64, 4), np.uint8)
    frame = on.context.bridge.film.frame(7)
    on.supply.put(7, SOURCE, 1, Shown(frame, SOURCE, pixels, 2, 64, 48, approximate=True))
    on.desk.set_playhead(7)
    assert seen[-1:] == [True] and on.supply.approximate(7)
    if how == "playing":
        on.player.stop()
    else:
        on.desk.set_scrubbing(False)
    qtbot.waitUntil(lambda: seen[-1] is False)
    assert on.desk.playhead == 7
