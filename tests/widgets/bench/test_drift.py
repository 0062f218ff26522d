from __future__ import annotations

import pytest

from widgets.bench.soak.drift import Limit, drift, rising


def test_a_warm_up_counts_for_nothing() -> None:
    assert drift([1, 5, 9, *[20] * 6]) == 0


def test_a_leak_is_its_size_a_round() -> None:
    assert drift([100 + 3 * n for n in range(12)]) == pytest.approx(3)


def test_single_rounds_that_stand_out_are_not_heard() -> None:
    assert drift([7, 7, 7, 7, 90, 7, 7, 90, 7]) == 0


def test_too_few_rounds_say_nothing() -> None:
    with pytest.raises(ValueError, match="6 at least"):
        drift([1, 2, 3, 4, 5])


def test_a_rise_and_a_fall_are_told_each_by_its_own_limit() -> None:
    up, down = [float(n) for n in range(9)], [float(-n) for n in range(9)]
    limits = {"a": Limit(0.5), "b": Limit(2.0, 0.5), "": Limit(0.1)}
    assert rising({"a": up, "b": up}, limits) == ["a: +1.00 a round, +0.5 allowed"]
    assert rising({"a": down, "b": down, "c": [4.0] * 9}, limits) == ["b: -1.00 a round, -0.5 allowed"]
    assert rising({"unnamed": up}, limits) == ["unnamed: +1.00 a round, +0.1 allowed"]
