"""Report ITU-R BT.2446-1: its method A from SDR to HDR, and its method C both ways, for arrays and tensors alike."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import numpy as np

from operators.colour.bt1886 import GAMMA, bt1886_inverse_eotf
from operators.colour.kinds import Colours, Matrix, chosen, exp, log, stacked, transformed
from operators.colour.primaries import luminance

A_PEAK = 1000.0
"""The light, cd/m2, that method A gives to SDR white."""

K1, K2, K3, K4 = 0.83802, 15.09968, 0.74204, 78.99439
SDR_KNEE = 58.5
"""Method C: below this SDR light, cd/m2, both are proportional."""
HDR_KNEE = SDR_KNEE / K1


def method_a(sdr: Colours) -> Colours:
    """HDR light `(3, ...)` in cd/m2 of SDR light in cd/m2, linear R, G, B of BT.2020 (Table 4).

    Diffuse white becomes 1000 cd/m2. The method knows signals of 0..1 and light of 0..1000 cd/m2 only: what is
    beyond is held there.
    """
    signal: Any = bt1886_inverse_eotf(sdr).clip(0, 1)
    red, _, blue = signal
    luma = luminance(signal)
    cb, cr = (blue - luma) / 1.8814, (red - luma) / 1.4746
    code = 255 * luma
    low = 1.8712e-5 * code**2 - 2.7334e-3 * code + 1.3141
    high = 2.8305e-6 * code**2 - 7.4622e-4 * code + 1.2528
    expanded = code ** chosen(code <= 70, low, high)
    gain = chosen(luma > 0, 1.075 * expanded / luma.clip(min=1e-9), luma * 0 + 1)
    cb, cr = cb * gain, cr * gain
    rgb: Any = stacked([expanded + 1.4746 * cr, expanded - 0.16455 * cb - 0.57135 * cr, expanded + 1.8814 * cb])
    return cast("Colours", A_PEAK * (rgb.clip(0, A_PEAK) / A_PEAK) ** GAMMA)


def method_c(sdr: Colours, crosstalk: float = 0.0) -> Colours:
    """HDR light `(3, ...)` in cd/m2 of SDR light, linear R, G, B of BT.2020 (section 5, inverse mapping).

    Y is mapped and R, G, B follow in proportion: chromaticity stays. `crosstalk` 0..0.33 mixes the channels for it.
    SDR light above 100 cd/m2 goes on up the curve.
    """
    return _mixed(sdr, crosstalk, _c_to_hdr)


def method_c_to_sdr(hdr: Colours, crosstalk: float = 0.0) -> Colours:
    """SDR light `(3, ...)` in cd/m2 of HDR light, linear R, G, B of BT.2020; the inverse of `method_c`.

    203 cd/m2 become 90.7, 1000 become 118.4: what lies above 100 is above SDR's nominal white, and is not clipped.
    """
    return _mixed(hdr, crosstalk, _c_to_sdr)


def crosstalk_matrix(share: float) -> Matrix:
    """1 - 2a on the diagonal and a beside it: symmetric, white stays white."""
    return np.full((3, 3), share) + (1 - 3 * share) * np.eye(3)


def _mixed(light: Colours, crosstalk: float, curve: Callable[[Any], Any]) -> Colours:
    """Y of the mixed channels through `curve`; below 0 (colours outside BT.2020) there is nothing to map."""
    matrix = crosstalk_matrix(crosstalk)
    given: Any = transformed(matrix, light)
    total = luminance(given).clip(min=1e-6)
    made: Any = transformed(np.linalg.inv(matrix), given * (curve(total) / total))
    return cast("Colours", made)


def _c_to_hdr(sdr: Any) -> Any:
    # Far above white the exponential would leave the numbers: 130 cd/m2 of SDR are 2370 of HDR, 160 are 17000.
    above = HDR_KNEE * (exp((sdr.clip(max=160.0) - K4) / K2) + K3)
    return chosen(sdr < SDR_KNEE, sdr / K1, above)


def _c_to_sdr(hdr: Any) -> Any:
    above = K2 * log((hdr / HDR_KNEE).clip(min=1.0) - K3) + K4
    return chosen(hdr < HDR_KNEE, K1 * hdr, above)
