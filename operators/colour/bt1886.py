"""The reference display of standard dynamic range: ITU-R BT.1886, Annex 1, for arrays and tensors alike."""

from __future__ import annotations

from typing import Any, cast

from operators.colour.kinds import Colours, chosen

GAMMA = 2.4
WHITE = 100.0
"""The reference white of SDR, cd/m2 (BT.2035)."""


def bt1886_eotf(signal: Colours, white: float = WHITE, black: float = 0.0) -> Colours:
    """The light, cd/m2, of a signal 0..1 of any shape, on a display from `black` to `white` cd/m2.

    With an ideal black, signals below 0 give mirrored negative light (colours outside the display's gamut come
    through); with a real one they count as the signal of no light, as the recommendation has it. Above 1 goes on.
    """
    given: Any = signal
    if black == 0.0:
        return cast("Colours", white * _mirrored(given, GAMMA))
    root_white, root_black = white ** (1 / GAMMA), black ** (1 / GAMMA)
    gain = (root_white - root_black) ** GAMMA
    lift = root_black / (root_white - root_black)
    return cast("Colours", gain * (given + lift).clip(min=0) ** GAMMA)


def bt1886_inverse_eotf(nits: Colours, white: float = WHITE, black: float = 0.0) -> Colours:
    """The signal of light in cd/m2; the inverse of `bt1886_eotf`."""
    given: Any = nits
    if black == 0.0:
        return cast("Colours", _mirrored(given / white, 1 / GAMMA))
    root_white, root_black = white ** (1 / GAMMA), black ** (1 / GAMMA)
    gain = (root_white - root_black) ** GAMMA
    lift = root_black / (root_white - root_black)
    return cast("Colours", (given / gain).clip(min=0) ** (1 / GAMMA) - lift)


def _mirrored(values: Any, power: float) -> Any:
    size = abs(values) ** power
    return chosen(values < 0, -size, size)
