"""The wand on a real pass's probability maps: what it picks is what the detector saw there."""

from __future__ import annotations

import numpy as np
import pytest

from app.errors import UsageError
from app.jobs.fixes import Fix, fixed
from app.jobs.shapes import Drawn
from app.jobs.wand import wand
from app.jobs.ways import Fill
from app.session import Session
from tests.jobs.by_hand.conftest import CUT
from tests.jobs.by_hand.painters import by_hand, frame_of, repairs, whole_mask


def found_dirt(session: Session):
    """The biggest accepted dirt of the pass."""
    every = [item for index in range(CUT, 18) for item in repairs(session, index).values()]
    return max((r for r in every if r.accepted and r.defect == "dirt"), key=lambda r: (r.area, r.x0, r.y0))


def test_a_click_picks_what_the_detector_saw(session: Session) -> None:
    dirt = found_dirt(session)
    mask = whole_mask(session, dirt)
    rows, columns = np.nonzero(mask)
    middle = len(rows) // 2
    x, y = columns[middle] + 0.5, rows[middle] + 0.5
    frame = frame_of(session, dirt.frame)
    soft = wand(session.engine, session.snapshot, frame, x, y)
    picked = np.zeros_like(mask)
    x0, y0, x1, y1 = soft.box
    picked[y0:y1, x0:x1] = soft.mask
    assert picked[rows[middle], columns[middle]]
    assert (picked & mask).sum() > 0.6 * mask.sum() and picked.sum() < 4 * mask.sum() + 60
    session.project.dispatch(fixed(session.engine, frame, Fix(Drawn(soft), Fill())))
    assert np.array_equal(whole_mask(session, by_hand(session, dirt.frame)[-1]), picked)


def test_where_nothing_was_seen_it_says_so(session: Session, movie: Session) -> None:
    with pytest.raises(UsageError, match="no pass has looked"):
        wand(movie.engine, movie.snapshot, frame_of(movie), 100, 100)
    frame = frame_of(session, CUT + 3)
    clear = np.ones((240, 320), bool)
    for item in repairs(session, frame.index).values():
        clear[max(item.y0 - 9, 0) : item.y1 + 9, max(item.x0 - 9, 0) : item.x1 + 9] = False
    missed = 0
    for y, x in np.argwhere(clear)[:: max(int(clear.sum()) // 12, 1)]:
        try:
            wand(session.engine, session.snapshot, frame, x + 0.5, y + 0.5)
        except UsageError as error:
            missed += "saw nothing" in str(error)
    assert missed > 6, "most of a frame is sound"
