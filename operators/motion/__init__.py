"""Dense motion between two frames, and what follows from it: moved pictures, doubt, matched brightness."""

from operators.motion.bridge import bridged, misled
from operators.motion.field import (
    SearchPicture,
    coarse,
    estimate,
    field_to_full_size,
    halved,
    round_trip_error,
    search_picture,
    to_full_size,
)
from operators.motion.gain import matched, matching
from operators.motion.memory import MotionMemory
from operators.motion.neighbours import Neighbour, finite_luma, least_doubt, motion_between, moved_neighbours
from operators.motion.noise import noise_of
from operators.motion.sample import warp, warp_mask

__all__ = [
    "MotionMemory",
    "Neighbour",
    "SearchPicture",
    "bridged",
    "coarse",
    "estimate",
    "field_to_full_size",
    "finite_luma",
    "halved",
    "least_doubt",
    "matched",
    "matching",
    "misled",
    "motion_between",
    "moved_neighbours",
    "noise_of",
    "round_trip_error",
    "search_picture",
    "to_full_size",
    "warp",
    "warp_mask",
]
