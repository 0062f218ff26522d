"""Marks while a film plays: each is read once, and what is put away goes little by little."""

from __future__ import annotations

from app.media.reel import FrameId
from tests.widgets.viewer.fakes import FakeBridge, repair
from widgets.viewer import book as rules
from widgets.viewer.book import AHEAD, MarkBook


def crowded(bridge: FakeBridge, each: int) -> None:
    for frame in range(20):
        for number in range(each):
            bridge.project.add(repair(1000 * frame + number, (0, 0, 4, 4), frame=frame))


def test_while_the_film_plays_a_question_on_its_way_is_not_given_up_for_the_next(qtbot) -> None:
    bridge = FakeBridge()
    bridge.patient = True
    crowded(bridge, 3)
    book = MarkBook(bridge)
    for index in range(AHEAD + 4):
        assert book.get(FrameId("reel", index), ahead=AHEAD) is None
    assert len(bridge.questions) == 1, "the film went on past what was asked, and nothing else was"
    bridge.answer()
    assert book.held(FrameId("reel", AHEAD)) is not None
    book.get(FrameId("reel", AHEAD + 4), ahead=AHEAD)
    assert len(bridge.questions) == 1, "the next question once this one is answered"


def test_standing_still_elsewhere_asks_at_once(qtbot) -> None:
    bridge = FakeBridge()
    bridge.patient = True
    book = MarkBook(bridge)
    book.get(FrameId("reel", 0), ahead=AHEAD)
    book.get(FrameId("reel", 15))
    assert len(bridge.questions) == 2


def test_what_is_put_away_is_let_go(qtbot, monkeypatch) -> None:
    monkeypatch.setattr(rules, "KEPT_MARKS", 10)
    bridge = FakeBridge()
    crowded(bridge, 6)
    book = MarkBook(bridge)
    for index in range(4):
        book.get(FrameId("reel", index))
    assert len(book._old) >= 6, "they wait for their turn"
    qtbot.waitUntil(lambda: not book._old)
    assert book.held(FrameId("reel", 0)) is None and book.held(FrameId("reel", 3)) is not None
