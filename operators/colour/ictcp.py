"""ICtCp of PQ light (ITU-R BT.2100-2, Table 7) and the difference that is measured in it (ITU-R BT.2124)."""

from __future__ import annotations

from typing import Any, cast

import numpy as np

from operators.colour.kinds import Colours, transformed
from operators.colour.pq import pq_eotf, pq_inverse_eotf

RGB_TO_LMS = np.array([[1688, 2146, 262], [683, 2951, 462], [99, 309, 3688]]) / 4096
LMS_TO_RGB = np.linalg.inv(RGB_TO_LMS)
LMS_TO_ICTCP = np.array([[2048, 2048, 0], [6610, -13613, 7003], [17933, -17390, -543]]) / 4096
ICTCP_TO_LMS = np.linalg.inv(LMS_TO_ICTCP)


def nits_to_ictcp(nits: Colours) -> Colours:
    """I, Ct, Cp `(3, ...)` of linear R, G, B of BT.2020 in cd/m2. Negative cone light counts as none."""
    return transformed(LMS_TO_ICTCP, pq_inverse_eotf(transformed(RGB_TO_LMS, nits)))


def ictcp_to_nits(ictcp: Colours) -> Colours:
    """Linear R, G, B `(3, ...)` of BT.2020 in cd/m2; below 0 for colours that BT.2020 does not hold."""
    return transformed(LMS_TO_RGB, pq_eotf(transformed(ICTCP_TO_LMS, ictcp)))


def delta_e_itp(one: Colours, other: Colours) -> Colours:
    """The difference `(...)` of two pictures in ICtCp `(3, ...)`: 1 is just noticeable (BT.2124-0, clause 3)."""
    step: Any = one - other
    return cast("Colours", 720.0 * (step[0] ** 2 + 0.25 * step[1] ** 2 + step[2] ** 2) ** 0.5)
