"""Every field of HDR Vivid metadata as the raw code that is transmitted, and what each code stands for.

Source: T/UWA 005.1, syntax of the dynamic metadata, as public parsers have it. Fields keep the names of the
syntax; a code of n bits is an int from 0 to 2^n - 1. The real values beside them are those that the curve uses.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any, Final, Literal

from app.hdr.vivid.errors import FieldError

COUNTRY: Final = 0x26
PROVIDER: Final = 0x0004
ORIENTED_V1: Final = 0x0005
START_CODES: Final = range(1, 8)
SDR_TARGET: Final = 2080
"""The target code that marks a parameter set for SDR output: floor(4095 * PQ(100 cd/m2))."""
PQ_SCALE: Final = 4095
MAX_SETS: Final = 2
MAX_SPLINES: Final = 2
MAX_GAINS: Final = 7
DELTA_SIGN: Final = {2: -1.0, 6: -1.0}
"""Delta modes whose Delta counts as negative."""

SplineMode = Literal[0, 1, 2, 3]


def code(bits: int) -> Any:
    """Declare a raw code of so many bits."""
    return field(metadata={"bits": bits})


@dataclass(frozen=True, slots=True)
class Codes:
    """Base of groups of raw codes: each declared field is held within its bits (FieldError says which is not)."""

    def __post_init__(self) -> None:
        for name, bits in type(self).bits().items():
            _check_code(f"{type(self).__name__}.{name}", getattr(self, name), bits)

    @classmethod
    def bits(cls) -> dict[str, int]:
        """Name to number of bits, in the order of the syntax."""
        return {f.name: f.metadata["bits"] for f in fields(cls) if "bits" in f.metadata}


@dataclass(frozen=True, slots=True)
class Statistics(Codes):
    """The light of a frame or scene: PQ codes (v/4095) of maxRGB. The "variance" is a spread, not a square."""

    minimum_maxrgb_pq: int = code(12)
    average_maxrgb_pq: int = code(12)
    variance_maxrgb_pq: int = code(12)
    maximum_maxrgb_pq: int = code(12)

    @classmethod
    def from_pq(cls, minimum: float, average: float, variance: float, maximum: float) -> Statistics:
        """Of PQ signals 0..1, quantised downwards as all known generators do; FieldError beyond 0..1."""
        return cls(*(pq_code(value) for value in (minimum, average, variance, maximum)))

    @property
    def minimum(self) -> float:
        """PQ signal of the darkest maxRGB."""
        return self.minimum_maxrgb_pq / PQ_SCALE

    @property
    def average(self) -> float:
        """PQ signal of the average maxRGB."""
        return self.average_maxrgb_pq / PQ_SCALE

    @property
    def variance(self) -> float:
        """PQ signal of the spread of maxRGB."""
        return self.variance_maxrgb_pq / PQ_SCALE

    @property
    def maximum(self) -> float:
        """PQ signal of the brightest maxRGB."""
        return self.maximum_maxrgb_pq / PQ_SCALE


@dataclass(frozen=True, slots=True)
class BaseParameters(Codes):
    """The base curve of one set, and how it follows a display that is not the set's target."""

    base_param_m_p: int = code(14)
    base_param_m_m: int = code(6)
    base_param_m_a: int = code(10)
    base_param_m_b: int = code(10)
    base_param_m_n: int = code(6)
    base_param_K1: int = code(2)
    base_param_K2: int = code(2)
    base_param_K3: int = code(4)
    base_param_Delta_enable_mode: int = code(3)
    base_param_enable_Delta: int = code(7)

    @property
    def m_p(self) -> float:
        """0..10."""
        return 10 * self.base_param_m_p / 16383

    @property
    def m_m(self) -> float:
        """0..6.3."""
        return self.base_param_m_m / 10

    @property
    def m_a(self) -> float:
        """0..1."""
        return self.base_param_m_a / 1023

    @property
    def m_b(self) -> float:
        """0..0.25."""
        return 0.25 * self.base_param_m_b / 1023

    @property
    def m_n(self) -> float:
        """0..6.3."""
        return self.base_param_m_n / 10

    @property
    def delta_mode(self) -> int:
        """0..6 have a meaning."""
        return self.base_param_Delta_enable_mode

    @property
    def delta(self) -> float:
        """-1..1: the sign comes from the mode."""
        return DELTA_SIGN.get(self.delta_mode, 1.0) * self.base_param_enable_Delta / 127

    def k3(self, maximum: float) -> float:
        """K3 as the curve uses it; code 2 stands for the frame's maximum maxRGB (PQ signal)."""
        return maximum if self.base_param_K3 == 2 else float(self.base_param_K3)


@dataclass(frozen=True, slots=True)
class Spline(Codes):
    """A section of two cubics over TH1..TH2..TH3. Mode 0 is the dark section, 1 to 3 are bright ones.

    `TH_enable_MB` is transmitted in modes 0 and 2 only and is None in the others.
    """

    TH_enable_mode: int = code(2)
    TH_enable_MB: int | None = code(8)
    TH_enable: int = code(12)
    TH_enable_Delta1: int = code(10)
    TH_enable_Delta2: int = code(10)
    enable_Strength: int = code(8)

    def __post_init__(self) -> None:
        if (self.TH_enable_MB is not None) != has_mb(self.TH_enable_mode):
            said = "needs a TH_enable_MB" if self.TH_enable_MB is None else "has no TH_enable_MB"
            raise FieldError(f"a spline of mode {self.TH_enable_mode} {said}")
        for name, bits in type(self).bits().items():
            if getattr(self, name) is not None:
                _check_code(f"Spline.{name}", getattr(self, name), bits)

    @property
    def th1(self) -> float:
        """Where the section begins (PQ signal)."""
        return self.TH_enable / PQ_SCALE

    @property
    def th2(self) -> float:
        """Where its two cubics meet."""
        return self.th1 + 0.25 * self.TH_enable_Delta1 / 1023

    @property
    def th3(self) -> float:
        """Where it ends."""
        return self.th2 + 0.25 * self.TH_enable_Delta2 / 1023

    @property
    def strength(self) -> float:
        """-1..1: how far the middle point is lifted off the straight line."""
        return 2 * self.enable_Strength / 255 - 1

    @property
    def slope(self) -> float:
        """Mode 0: the slope S1 below TH1, 0..1."""
        return ((self.TH_enable_MB or 0) >> 2) / 63

    @property
    def offset(self) -> float:
        """Mode 0: the output for black, 0..0.1."""
        return 0.1 * ((self.TH_enable_MB or 0) & 3) / 3

    @property
    def slope_reduction(self) -> float:
        """Mode 2: what is taken off the slope at TH3, 0..1.1."""
        return 1.1 * (self.TH_enable_MB or 0) / 255


@dataclass(frozen=True, slots=True)
class ToneMapping(Codes):
    """One parameter set: the target it was made for, its base curve, its spline sections (none: flag 0)."""

    targeted_system_display_maximum_luminance_pq: int = code(12)
    base: BaseParameters | None = None
    splines: tuple[Spline, ...] = ()

    def __post_init__(self) -> None:
        _check_code("target", self.targeted_system_display_maximum_luminance_pq, 12)
        _check_count("splines in a set", len(self.splines), MAX_SPLINES)

    @property
    def target_code(self) -> int:
        """The target's code, by a shorter name."""
        return self.targeted_system_display_maximum_luminance_pq

    @property
    def target(self) -> float:
        """The target display's peak as a PQ signal."""
        return self.target_code / PQ_SCALE

    @property
    def is_sdr(self) -> bool:
        """Whether this set is for SDR output."""
        return self.target_code == SDR_TARGET


@dataclass(frozen=True, slots=True)
class VividMetadata:
    """What one frame carries. No sets: statistics-only mode. `saturation` None: its flag is 0."""

    statistics: Statistics
    sets: tuple[ToneMapping, ...] = ()
    saturation: tuple[int, ...] | None = None
    system_start_code: int = 1

    def __post_init__(self) -> None:
        _check_count("parameter sets", len(self.sets), MAX_SETS)
        _check_code("system_start_code", self.system_start_code, 8)
        if self.system_start_code not in START_CODES:
            raise FieldError(f"system_start_code is {self.system_start_code}; codes 1 to 7 have a known syntax")
        gains = self.saturation or ()
        _check_count("saturation gains", len(gains), MAX_GAINS)
        for index, gain in enumerate(gains):
            _check_code(f"color_saturation_enable_gain[{index}]", gain, 8)

    @property
    def c0(self) -> float:
        """Exponent of the saturation that follows the curve; 0 where none is sent."""
        return self.saturation[0] / 128 if self.saturation else 0.0

    @property
    def c1(self) -> float:
        """How much saturation is taken off above the display's peak; 0 where none is sent."""
        return (self.saturation[1] & 0xFC) / 128 if self.saturation and len(self.saturation) > 1 else 0.0

    @property
    def c2(self) -> float:
        """The exponent of that way: 1, 2, 4 or 8."""
        return 2.0 ** (self.saturation[1] & 3) if self.saturation and len(self.saturation) > 1 else 1.0

    @property
    def hlg_peak_nits(self) -> float:
        """The nominal peak of an HLG picture that carries this, in cd/m2: it changes the HLG system gamma."""
        return 1000.0 if self.system_start_code <= 2 else 2000.0 * (self.system_start_code - 2)


def has_mb(mode: int) -> bool:
    """Whether a spline of this mode carries TH_enable_MB."""
    return mode in (0, 2)


def pq_code(signal: float) -> int:
    """The 12-bit code of a PQ signal, quantised downwards; FieldError beyond 0..1.

    A signal that is a code to within a rounding error is that code: k/4095 always gives k.
    """
    if not 0 <= signal <= 1:
        raise FieldError(f"the PQ signal {signal} lies outside 0 to 1")
    return int(PQ_SCALE * signal + 1e-9)


def _check_code(name: str, value: object, bits: int) -> None:
    if isinstance(value, bool) or not isinstance(value, int):
        raise FieldError(f"{name} is {value!r}; it must be a whole number")
    if not 0 <= value < 1 << bits:
        raise FieldError(f"{name} is {value}; {bits} bits hold 0 to {(1 << bits) - 1}")


def _check_count(what: str, found: int, most: int) -> None:
    if found > most:
        raise FieldError(f"there are {found} {what}; the syntax has room for {most}")
