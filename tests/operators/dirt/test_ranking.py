from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from operators.dirt.ranking import median, ranked


@given(st.integers(1, 6), st.integers(0, 2**32 - 1))
def test_as_numpy_sorts(count: int, seed: int) -> None:
    pictures = list(np.random.default_rng(seed).random((count, 5, 7), np.float32))
    assert np.array_equal(np.stack(ranked(pictures)), np.sort(np.stack(pictures), axis=0))
    assert np.allclose(median(pictures), np.median(np.stack(pictures), axis=0), atol=1e-7)
