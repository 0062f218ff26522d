"""Metadata of every shape that the syntax allows, and some that hands would make."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import strategies as st

from app.hdr.vivid.fields import (
    BaseParameters,
    Codes,
    Spline,
    Statistics,
    ToneMapping,
    VividMetadata,
    has_mb,
)

SAMPLE = bytes.fromhex(
    "26 00 04 00 05 01 00 0b e6 5f ff ff eb 4a b3 33 11 98 00 52 88 01 1c 00 00 ff bf ef f0"
    "41 59 99 88 cc 00 29 44 00 8e 00 00 7f df f7 fa 26 19"
)
"""The payload that OpenHarmony publishes; FFmpeg's reference text lists the same values."""
SAMPLE_LINE = (
    "0 1 0 3046 1535 4095 1 1 2770 1 5734 24 563 0 10 1 1 1 0 0 1 0 0 224 0 511 511 127 "
    "2080 1 5734 24 563 0 10 1 1 1 0 0 1 0 0 224 0 511 511 127 1 2 38 25"
)
SHARED = Path(__file__).resolve().parents[3].parent / "shared" / "hdr"


def shared(name: str) -> Path:
    """A file of reference values, or a skip."""
    path = SHARED / name
    if not path.is_file():
        pytest.skip(f"there is no {name} beside the checkout")
    return path


def _codes(kind: type[Codes]) -> st.SearchStrategy[Codes]:
    return st.builds(kind, **{name: st.integers(0, (1 << bits) - 1) for name, bits in kind.bits().items()})


@st.composite
def splines(draw: st.DrawFn) -> Spline:
    values = {name: draw(st.integers(0, (1 << bits) - 1)) for name, bits in Spline.bits().items()}
    if not has_mb(values["TH_enable_mode"]):
        values["TH_enable_MB"] = None
    return Spline(**values)


sets = st.builds(
    ToneMapping,
    st.integers(0, 4095),
    st.none() | _codes(BaseParameters),
    st.lists(splines(), max_size=2).map(tuple),
)
metadata = st.builds(
    VividMetadata,
    _codes(Statistics),
    st.lists(sets, max_size=2).map(tuple),
    st.none() | st.lists(st.integers(0, 255), max_size=7).map(tuple),
    st.integers(1, 7),
)


@st.composite
def plausible_statistics(draw: st.DrawFn) -> Statistics:
    high = draw(st.floats(0.3, 1.0))
    average = draw(st.floats(0.02, 0.8)) * high
    return Statistics.from_pq(0.0, average, draw(st.floats(0.0, 0.8)) * high, high)


def base(m_p: int = 5734, m_a: int = 760, mode: int = 0, delta: int = 0, **others: int) -> BaseParameters:
    values = {
        "base_param_m_p": m_p,
        "base_param_m_m": 24,
        "base_param_m_a": m_a,
        "base_param_m_b": 0,
        "base_param_m_n": 10,
        "base_param_K1": 1,
        "base_param_K2": 1,
        "base_param_K3": 1,
        "base_param_Delta_enable_mode": mode,
        "base_param_enable_Delta": delta,
    }
    return BaseParameters(**(values | others))


def one_set(*sections: Spline, target: int = 2770, **codes: int) -> VividMetadata:
    """Ordinary statistics and one set."""
    return VividMetadata(Statistics(10, 1500, 900, 3078), (ToneMapping(target, base(**codes), sections),))
