"""Finding what lay under damage: in the frames beside it, and failing that in its surroundings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from operators.contract import FloatArray, MaskArray


@dataclass(frozen=True, slots=True)
class Donor:
    """A neighbour moved onto the frame: its colours `(H, W, C)`, and how much to trust each pixel `(H, W)` 0..1."""

    picture: FloatArray
    trust: FloatArray


def trust_of(doubt: FloatArray, unusable: MaskArray, difference: FloatArray, noise: float) -> FloatArray:
    """Trust `(H, W)` in a moved neighbour.

    `doubt` is the round trip's miss in pixels, `difference` its luma difference from the mended frame round about
    the damage: a neighbour that does not continue into the undamaged surroundings shows something else.
    """
    # Long tails: in a large hole even a doubtful neighbour knows more than the rim does.
    trust = 1.0 / (1.0 + np.square(np.square(doubt))) / (1.0 + np.square(np.square(difference / (3.0 * noise))))
    return np.asarray(np.where(unusable, 0.0, trust), np.float32)


def blended(donors: Sequence[Donor]) -> Donor:
    """The donors' mean, weighted by trust; trust of the result is the best donor's."""
    total = np.add.reduce([donor.trust for donor in donors])
    colours = np.add.reduce([donor.picture * donor.trust[..., None] for donor in donors])
    return Donor(colours / np.maximum(total, 1e-9)[..., None], np.maximum.reduce([donor.trust for donor in donors]))


def widened(mask: MaskArray) -> MaskArray:
    """The mask with a pixel more all round: the rim of damage is damaged too."""
    wide: MaskArray = cv2.dilate(mask.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    return wide


def donor_share(trust: FloatArray, mask: MaskArray) -> FloatArray:
    """How much `(H, W)` of a fill comes from donors; the deeper in the hole, the less its surroundings can tell."""
    depth = np.minimum(cv2.distanceTransform(mask.astype(np.uint8), cv2.DIST_L2, 3), np.float32(100.0))
    needed = 0.3 / (1.0 + np.square(depth))
    share: FloatArray = np.clip(trust / needed, 0.0, 1.0)
    return share


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


def difference_round(a: FloatArray, b: FloatArray, usable: MaskArray, reach: int, cap: float) -> FloatArray:
    """Mean absolute difference `(H, W)` of two pictures over the usable pixels round each place.

    Differences count up to `cap`: damage that was overlooked beside a hole must not discredit the donor.
    """
    weight = usable.astype(np.float32)
    size = (2 * reach + 1, 2 * reach + 1)
    above, below = cv2.blur(np.minimum(np.abs(a - b), cap) * weight, size), cv2.blur(weight, size)
    mean: FloatArray = above / np.maximum(below, 1e-3)
    return mean


def softly_replaced(picture: FloatArray, fill: FloatArray, mask: MaskArray, noise: float) -> FloatArray:
    """`picture` `(H, W, C)` with `fill` under the mask, by as much as the two differ beyond noise.

    A mask is generous at its edges: where picture and fill agree the picture itself is the better witness.
    """
    difference = np.abs(picture - fill).max(axis=2)
    alpha = np.clip((difference / noise - 1.0) / 2.0, 0.0, 1.0)
    alpha = np.where(mask, alpha * alpha * (3.0 - 2.0 * alpha), 0.0).astype(np.float32)
    mended: FloatArray = picture + alpha[..., None] * (fill - picture)
    return mended
