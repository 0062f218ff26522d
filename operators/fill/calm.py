"""A hole filled as calmly as its rim allows: the harmonic function that meets the picture all round."""

from __future__ import annotations

import numpy as np
from scipy.sparse import coo_array, csc_array
from scipy.sparse.linalg import splu

from operators.contract import FloatArray, MaskArray

_STEPS = ((0, 1), (0, -1), (1, 0), (-1, 0))


def harmonic(picture: FloatArray, mask: MaskArray) -> FloatArray:
    """`picture` `(H, W, C)` whose masked pixels are each the mean of the four beside it (Laplace's equation).

    Every pixel of the rim has its say, the nearer the more: grain at the rim cancels, where isophotes that are
    followed inwards carry it along. Beyond the picture's edge there is nothing to meet. A mask without a rim stays.
    """
    rows, columns = np.nonzero(mask)
    result = picture.copy()
    if not len(rows) or mask.all():
        return result
    height, width = mask.shape
    number = np.full(mask.shape, -1, np.int64)
    number[rows, columns] = np.arange(len(rows))
    beside = np.zeros(len(rows))
    told = np.zeros((len(rows), picture.shape[2]))
    pairs = []
    for dy, dx in _STEPS:
        y, x = rows + dy, columns + dx
        there = (y >= 0) & (y < height) & (x >= 0) & (x < width)
        beside += there
        own = np.flatnonzero(there)
        other = number[y[own], x[own]]
        known = own[other < 0]
        told[known] += picture[y[known], x[known]]
        pairs.append(np.stack([own[other >= 0], other[other >= 0]]))
    across = np.concatenate(pairs, axis=1)
    index = np.arange(len(rows))
    values = np.concatenate([beside, np.full(across.shape[1], -1.0)])
    places = (np.concatenate([index, across[0]]), np.concatenate([index, across[1]]))
    matrix = csc_array(coo_array((values, places), shape=(len(rows), len(rows))))
    result[rows, columns] = splu(matrix).solve(told)
    return result
