"""Finding what lay under damage: in the frames beside it, and failing that in its surroundings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from operators.contract import FloatArray, MaskArray


@dataclass(frozen=True, slots=True)
class Donor:
    """A picture of what holes hide: its colours `(h, w, C)`, and the mean square error `(h, w)` to expect of it."""

    picture: FloatArray
    error: FloatArray


_DEPTHS = (1.0, 2.0, 4.0, 8.0)
"""Depths in a hole, in pixels, for which the picture round it is asked how well it can be told from so far."""

_LOST = 16.0
"""Depth in pixels down to which a fill is trusted ever less: its rim tells less of it than detail alone says."""

_SCALES = ((0.0, 5.0), (1.2, 3.5), (3.0, 3.5))
"""Deviation in pixels of what is looked at together, and how many times the usual difference is none of film."""

_MARGIN = 3
"""Pixels round what differs that are replaced with it: damage fades out."""

NEVER = np.float32(1e6)
"""The error of what is no picture."""


def donor_error(
    difference: FloatArray, usable: MaskArray, slack: FloatArray, noise: float, distance: int
) -> FloatArray:
    """Mean square error `(h, w)` to be expected of a moved neighbour `distance` frames away.

    `difference` `(h, w)` from the roughly mended picture is told by the `usable` pixels round each place: a neighbour
    that does not continue into the undamaged surroundings shows something else. `slack` `(h, w)` is what the picture
    may change within the round trip's miss.
    """
    near, nearer = (difference_round(difference, usable, reach) for reach in (6, 3))
    error = 0.25 * np.square(near) + np.square(nearer) + 0.01 * np.square(slack) + noise * noise
    return np.asarray(distance * error, np.float32)


def spatial_error(grey: FloatArray, mask: MaskArray, usable: MaskArray, noise: float) -> FloatArray:
    """Mean square error `(h, w)` to be expected of a fill from the surroundings.

    It is what the undamaged picture round about differs from its own blur over the depth of the hole, and more in
    deep holes, whose middle has nothing to do with the rim.
    """
    depth = np.clip(cv2.distanceTransform(mask.astype(np.uint8), cv2.DIST_L2, 3), np.float32(1), np.float32(100))
    octave = np.minimum(np.log2(depth), np.float32(len(_DEPTHS) - 1))
    known = usable.astype(np.float32)
    error: FloatArray = np.zeros_like(grey)
    for number, sigma in enumerate(_DEPTHS):
        weight = cv2.GaussianBlur(known, (0, 0), sigma)
        mean = cv2.GaussianBlur(grey * known, (0, 0), sigma) / np.maximum(weight, np.float32(1e-3))
        reach = int(6 + sigma)
        detail = _mean_round(np.square(grey - mean), known, reach)
        share: FloatArray = np.maximum(1 - np.abs(octave - number), 0)
        error += share * detail
    alone = 4.0 * (error * np.square(np.maximum(depth / 2, 1)) + noise * noise)
    return np.asarray(alone * np.minimum(depth, _LOST), np.float32)


def blended(donors: Sequence[Donor]) -> FloatArray:
    """The mean of the pictures `(h, w, C)`, each weighted by the inverse of the error expected of it."""
    total = np.add.reduce([1 / donor.error for donor in donors])
    return np.asarray(
        np.add.reduce([donor.picture * (1 / (donor.error * total))[..., None] for donor in donors]), np.float32
    )


def widened(mask: MaskArray) -> MaskArray:
    """The mask with a pixel more all round: the rim of damage is damaged too."""
    return widened_by(mask, 1)


def widened_by(mask: MaskArray, pixels: int) -> MaskArray:
    """The mask with so many pixels more all round."""
    wide: MaskArray = cv2.dilate(mask.astype(np.uint8), np.ones((2 * pixels + 1,) * 2, np.uint8)) > 0
    return wide


def inpainted(picture: FloatArray, mask: MaskArray) -> FloatArray:
    """`picture` `(H, W, C)` with the masked pixels continued from round them, in float all the way.

    Navier-Stokes inpainting (Bertalmio et al., CVPR 2001). OpenCV's Telea is not used: in its 32-bit form (5.0) the
    filled pixels come out far off, while this one agrees with its own 8-bit form.
    """
    hole = mask.astype(np.uint8)
    planes = [
        cv2.inpaint(np.ascontiguousarray(picture[..., c]), hole, 2, cv2.INPAINT_NS) for c in range(picture.shape[2])
    ]
    return np.stack(planes, axis=2)


def difference_round(difference: FloatArray, usable: MaskArray, reach: int) -> FloatArray:
    """Mean `(h, w)` of a difference's absolute values over the usable pixels round each place."""
    return _mean_round(difference, usable.astype(np.float32), reach)


def _mean_round(values: FloatArray, weight: FloatArray, reach: int) -> FloatArray:
    size = (2 * reach + 1, 2 * reach + 1)
    total, known = cv2.blur(values * weight, size), cv2.blur(weight, size)
    return np.asarray(total / np.maximum(known, np.float32(1e-3)), np.float32)


def softly_replaced(picture: FloatArray, fill: FloatArray, mask: MaskArray, noise: float) -> FloatArray:
    """`picture` `(H, W, C)` with `fill` under the mask, by as much as the two differ beyond noise.

    A mask is generous at its edges: where picture and fill agree the picture itself is the better witness.
    """
    difference = np.abs(picture - fill).max(axis=2)
    alpha = np.clip((difference / noise - 1.0) / 2.0, 0.0, 1.0)
    alpha = np.where(mask, alpha * alpha * (3.0 - 2.0 * alpha), 0.0).astype(np.float32)
    mended: FloatArray = picture + alpha[..., None] * (fill - picture)
    return mended


def differing(picture: FloatArray, fill: FloatArray, mask: MaskArray, usable: MaskArray) -> FloatArray:
    """How much `(h, w)` 0..1 each pixel of a mask is to be replaced: what differs from the fill more than film does.

    A hand marks generously. What `picture` and `fill` `(h, w, C)` differ by where both are film (`usable`) is told at
    three scales, so that a speck of a pixel, a blot and a faint stain all stand out. Where nothing does, a person
    sees more than this tells, and all of the mask counts.
    """
    marked = np.zeros_like(mask)
    for sigma, times in _SCALES:
        apart = np.asarray(picture - fill, np.float32)
        if sigma:
            apart = np.asarray(cv2.GaussianBlur(apart, (0, 0), sigma), np.float32).reshape(picture.shape)
        height = np.abs(apart).max(axis=2)
        usual = 1.4826 * float(np.median(height[usable])) if usable.any() else 0.0
        marked |= mask & (height > max(times * usual, 1e-4))
    if not marked.any():
        return mask.astype(np.float32)
    grown = widened_by(marked, _MARGIN).astype(np.float32)
    share: FloatArray = np.where(mask, np.minimum(cv2.GaussianBlur(grown, (0, 0), 1.0), 1), 0).astype(np.float32)
    return share
