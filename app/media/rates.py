"""Frame rates as exact fractions: headers hold them as rounded floats."""

from __future__ import annotations

from fractions import Fraction

DEFAULT_RATE = Fraction(24)
"""What a sequence runs at when nobody says otherwise: sound film."""

_LOWEST, _HIGHEST = Fraction(1), Fraction(480)


def exact_rate(value: float) -> Fraction | None:
    """The frame rate a float of a header means, or None where it means none (0, NaN, infinity, absurd).

    NTSC-derived rates come back as n * 1000 / 1001 (SMPTE ST 12-1 clause 4.1): 23.976, 23.98 and
    23.976024 are all 24000/1001. Rates of silent film such as 16 2/3 are kept to a thousandth.
    """
    if not float(_LOWEST) <= value <= float(_HIGHEST):
        return None
    whole = round(value)
    if abs(value - whole) < 5e-4:
        return Fraction(whole)
    ntsc = Fraction(round(value * 1.001) * 1000, 1001)
    if abs(value - float(ntsc)) < 5e-3:
        return ntsc
    return Fraction(value).limit_denominator(1000)
