"""The operator contract: the only thing an operator and the engine know of each other."""

from operators.contract.frames import (
    Context,
    FloatArray,
    FrameInfo,
    MaskArray,
    Region,
    Window,
    as_array,
    luma,
)
from operators.contract.operator import Analysis, Filter, FrameEvidence, Operator, Stage, Track
from operators.contract.params import Declaration, ParameterError, Params, param
from operators.contract.risk import Risk, RiskArray

__all__ = [
    "Analysis",
    "Context",
    "Declaration",
    "Filter",
    "FloatArray",
    "FrameEvidence",
    "FrameInfo",
    "MaskArray",
    "Operator",
    "ParameterError",
    "Params",
    "Region",
    "Risk",
    "RiskArray",
    "Stage",
    "Track",
    "Window",
    "as_array",
    "luma",
    "param",
]
