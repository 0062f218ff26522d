"""Which shots a click or a key selects."""

from __future__ import annotations

from app.playback.film import Film
from widgets.timeline.made_up import made_up_snapshot
from widgets.timeline.selection import Selector, neighbours

FILM = Film.of(made_up_snapshot(10, 500, reels=2))
IDS = [shot.id for shot in FILM.shots]


def test_click_shift_and_control() -> None:
    selector = Selector()
    chosen = selector.click(FILM, (), IDS[2])
    assert chosen == (IDS[2],)
    chosen = selector.click(FILM, chosen, IDS[5], extend=True)
    assert chosen == tuple(IDS[2:6])
    chosen = selector.click(FILM, chosen, IDS[0], extend=True)
    assert chosen == tuple(IDS[0:3]), "Shift extends from where the selection began"
    chosen = selector.click(FILM, chosen, IDS[1], toggle=True)
    assert chosen == (IDS[0], IDS[2])
    assert selector.click(FILM, chosen, IDS[8], toggle=True) == (IDS[0], IDS[2], IDS[8])


def test_keys_walk_and_extend() -> None:
    selector = Selector()
    chosen = selector.step(FILM, (), 3, 1, extend=False)
    assert chosen == (IDS[3],)
    chosen = selector.step(FILM, chosen, 0, 1, extend=False)
    assert chosen == (IDS[4],)
    chosen = selector.step(FILM, chosen, 0, 1, extend=True)
    chosen = selector.step(FILM, chosen, 0, 1, extend=True)
    assert chosen == tuple(IDS[4:7])
    chosen = selector.step(FILM, chosen, 0, -1, extend=True)
    assert chosen == tuple(IDS[4:6])
    assert selector.step(FILM, (IDS[9],), 0, 1, extend=False) == (IDS[9],)


def test_neighbours_follow_each_other_in_one_reel() -> None:
    assert neighbours(FILM, tuple(IDS[0:3])) and neighbours(FILM, (IDS[3], IDS[2]))
    assert not neighbours(FILM, (IDS[0], IDS[2])) and not neighbours(FILM, (IDS[0],)) and not neighbours(FILM, ())
    assert FILM.shots[4].reel != FILM.shots[5].reel and not neighbours(FILM, (IDS[4], IDS[5]))
