"""The reference methods do what their papers say."""

from __future__ import annotations

import numpy as np

from operators.baselines import median_of_three, rod, sdi, srod, telea


def _triple() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    before = np.tile(np.linspace(0.2, 0.6, 24, dtype=np.float32), (20, 1))
    centre = before.copy()
    centre[8:11, 10:13] = 0.95
    return centre, before, before + np.float32(0.01)


def test_detectors_measure_how_far_a_spot_sticks_out() -> None:
    centre, before, after = _triple()
    expected = 0.95 - after[9, 11]
    for detector in (sdi, rod, srod):
        evidence = detector(centre, before, after)
        assert np.isclose(evidence[9, 11], expected, atol=1e-6), detector.__name__
        assert evidence[2:6].max() <= 0.0101


def test_what_only_one_neighbour_contradicts_is_no_spike() -> None:
    centre, before, _ = _triple()
    assert srod(centre, before, centre).max() == 0.0
    assert sdi(centre, before, centre).max() == 0.0


def test_fills_remove_the_spot() -> None:
    centre, before, after = _triple()
    assert np.abs(median_of_three(centre, before, after) - before).max() <= 0.0101
    mask = centre == np.float32(0.95)
    mended = telea(centre, mask)
    assert np.abs(mended - before).max() < 0.03
    assert np.array_equal(mended[~mask], centre[~mask])
