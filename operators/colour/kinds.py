"""What the colour functions need so that they take NumPy arrays and PyTorch tensors alike."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeVar, cast

import numpy as np
import torch
from numpy.typing import NDArray

if TYPE_CHECKING:
    Colours = TypeVar("Colours", NDArray[Any], torch.Tensor)
else:
    Colours = TypeVar("Colours")

Matrix = NDArray[Any]
"""3x3, float64, from a column of R, G, B (or L, M, S) to another."""


def stacked(parts: Sequence[Colours]) -> Colours:
    """`parts` along a new first axis."""
    made: Any = np.stack(parts) if isinstance(parts[0], np.ndarray) else torch.stack(cast("Any", list(parts)))
    return cast("Colours", made)


def chosen(condition: Any, yes: Colours, no: Colours) -> Colours:
    """`yes` where `condition` holds, `no` elsewhere; both are computed everywhere."""
    both: Any = (condition, yes, no)
    made: Any = np.where(*both) if isinstance(yes, np.ndarray) else torch.where(*both)
    return cast("Colours", made)


def transformed(matrix: Matrix, colours: Colours) -> Colours:
    """`matrix` times each colour of `colours` `(3, ...)`, in the type of `colours`."""
    given: Any = colours
    own = matrix.astype(given.dtype) if isinstance(given, np.ndarray) else given.new_tensor(matrix)
    return cast("Colours", (own @ given.reshape(3, -1)).reshape(given.shape))


def exp(values: Any) -> Any:
    """The exponential of an array or tensor."""
    return np.exp(values) if isinstance(values, np.ndarray) else values.exp()


def log(values: Any) -> Any:
    """The natural logarithm of an array or tensor."""
    return np.log(values) if isinstance(values, np.ndarray) else values.log()
