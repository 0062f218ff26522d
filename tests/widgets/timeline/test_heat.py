"""What was found, laid on programme positions."""

from __future__ import annotations

import numpy as np

from app.document.density import Density
from app.document.model import Programme, ProgrammeItem
from app.playback.film import Film
from widgets.timeline.columns import frames_of_columns
from widgets.timeline.heat import Heat
from widgets.timeline.lanes.heat import bars
from widgets.timeline.made_up import made_up_snapshot
from widgets.timeline.model import Model
from widgets.timeline.scale import Scale


def density(*rows: tuple[int, int, int]) -> Density:
    frames, accepted, proposed = (np.array(column, np.int64) for column in zip(*rows, strict=True))
    return Density(frames, accepted, accepted * 10, proposed)


def test_reels_shown_in_pieces_and_twice() -> None:
    snapshot = made_up_snapshot(4, 200, reels=2)
    pieces = (ProgrammeItem("reel0", 50, 100), ProgrammeItem("reel1", 0, 20), ProgrammeItem("reel0", 60, 70))
    snapshot = snapshot.with_slots({("programme",): Programme(pieces)}, 2, "two")
    film = Film.of(snapshot)
    found = {"reel0": density((10, 1, 0), (65, 3, 1), (99, 0, 4)), "reel1": density((0, 2, 0), (50, 9, 9))}
    heat = Heat.of(film, snapshot, found)
    assert {place: int(heat.accepted[place]) for place in np.flatnonzero(heat.accepted)} == {15: 3, 50: 2, 75: 3}
    assert {place: int(heat.proposed[place]) for place in np.flatnonzero(heat.proposed)} == {15: 1, 49: 4, 75: 1}
    assert heat.area[15] == 30 and heat.looked_at == ((0, 50), (50, 70), (70, 80)) and heat.most == 4


def test_one_repair_among_two_hundred_thousand_frames_is_drawn() -> None:
    snapshot = made_up_snapshot(3000, 200_000)
    film = Film.of(snapshot)
    model = Model()
    model.show(film, snapshot)
    model.scale = Scale.fitting(film.length, 1000)
    empty = Heat.of(film, snapshot, {})
    touched = Heat.of(film, snapshot, {"reel0": density((123_457, 1, 0), (3, 0, 1))})
    starts, ends = frames_of_columns(model.scale)
    model.heat = empty
    plain = bars(model, starts, ends, 32, 1.0)
    model.heat = touched
    drawn = bars(model, starts, ends, 32, 1.0)
    above, below = np.argwhere(drawn[:16] != plain[:16]), np.argwhere(drawn[17:] != plain[17:])
    assert set(above[:, 1]) == {617} and len(above) >= 2, "two pixels high, in its column"
    assert set(below[:, 1]) == {0} and len(below) >= 2
