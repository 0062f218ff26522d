"""The pace: medians, pauses, what is left."""

from __future__ import annotations

import pytest

from widgets.triage.pace import PAUSE_S, Pace


def worked(times: list[float], candidates: int = 1) -> Pace:
    pace = Pace()
    for now in times:
        pace.key(now)
        pace.decision(now, candidates)
    return pace


def test_nothing_is_known_before_anything_is_done() -> None:
    pace = Pace()
    assert (pace.measured.decision_s, pace.measured.keys_a_decision, pace.left_s(10)) == (None, None, None)


def test_median_keys_and_what_is_left() -> None:
    pace = worked([0, 1, 2, 4])
    measured = pace.measured
    assert (measured.decisions, measured.candidates, measured.keys, measured.decision_s) == (4, 4, 4, 1.0)
    assert measured.keys_a_decision == 1.0 and measured.working_s == 4.0
    assert pace.left_s(100) == pytest.approx(100.0)


def test_a_pause_is_no_work() -> None:
    pace = worked([0, 1, 2, 3 + PAUSE_S, 4 + PAUSE_S])
    assert pace.measured.working_s == 3.0 and pace.measured.decision_s == 1.0


def test_a_decision_on_many_makes_what_is_left_shorter() -> None:
    one, many = worked([0, 1, 2]), worked([0, 1, 2], 50)
    assert many.left_s(100) < one.left_s(100)


def test_a_skip_judges_nothing() -> None:
    assert worked([0, 1, 2], 0).left_s(5) is None
