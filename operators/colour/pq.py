"""PQ: the transfer functions of SMPTE ST 2084 (ITU-R BT.2100-2, Table 4), for numbers, arrays and tensors alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from torch import Tensor

    Values = TypeVar("Values", float, NDArray[Any], Tensor)
else:
    Values = TypeVar("Values")

PEAK_NITS = 10000.0
"""The luminance of signal 1.0, in cd/m2."""

M1 = 2610 / 16384
M2 = 2523 / 4096 * 128
C1 = 3424 / 4096
C2 = 2413 / 4096 * 32
C3 = 2392 / 4096 * 32


def pq_eotf(signal: Values) -> Values:
    """The light of a PQ signal, in cd/m2 (ST 2084 clause 5.1, equation 4).

    `signal` is a number, or a float array or tensor of any shape, nominally 0..1; the result has its kind,
    shape and type. Below 0 counts as 0, above 1 goes on past 10000 cd/m2 (the formula ends near 1.98).
    """
    root = _values(signal).clip(min=0) ** (1 / M2)
    light = PEAK_NITS * ((root - C1).clip(min=0) / (C2 - C3 * root)) ** (1 / M1)
    found: Values = _like(signal, light)
    return found


def pq_inverse_eotf(nits: Values) -> Values:
    """The PQ signal of light in cd/m2 (ST 2084 clause 5.2, equation 5).

    `nits` is a number, or a float array or tensor of any shape; the result has its kind, shape and type,
    0..1 for 0..10000 cd/m2. Negative light counts as none, above 10000 the signal goes on past 1. No light
    gives 7.3e-7 by the formula; here it gives exactly 0, so that black stays black.
    """
    light = _values(nits).clip(min=0)
    power = (light / PEAK_NITS) ** M1
    signal = ((C1 + C2 * power) / (1 + C3 * power)) ** M2
    found: Values = _like(nits, signal * (light > 0))
    return found


def _values(given: Any) -> Any:
    """What arithmetic and `clip` work on: a Python number becomes a NumPy one, anything else stays."""
    return np.float64(given) if isinstance(given, int | float) else given


def _like(given: Any, result: Any) -> Any:
    return float(result) if isinstance(given, int | float) else result
