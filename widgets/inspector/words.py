"""Headings, helps and numbers as the inspector writes them."""

from __future__ import annotations

from operators.contract.params import Declaration
from widgets.text import operator_text, translate


def stage_title(stage: str) -> str:
    """The name of a stage as a heading."""
    return {
        "clean": translate("Inspector", "Clean"),
        "grade": translate("Inspector", "Grade"),
        "deliver": translate("Inspector", "Deliver"),
    }[stage]


def parameter_help(name: str, declared: Declaration) -> str:
    """A parameter's tooltip: what it does, its range, and how to type and reset it."""
    lines = [operator_text(declared.help)]
    if declared.low is not None and declared.high is not None:
        reach = translate("Inspector", "{low} to {high}").format(low=f"{declared.low:g}", high=f"{declared.high:g}")
        lines.append(f"{reach} {operator_text(declared.unit)}".rstrip())
    return "\n".join(lines)


def shown_number(value: float, step: float | None) -> str:
    """A number with as many decimals as its step can change, and one more where it has one."""
    if isinstance(value, int):
        return str(value)
    decimals = 2
    if step:
        decimals = max(0, len(f"{step:.6f}".rstrip("0").partition(".")[2]))
    plain, finer = f"{value:.{decimals}f}", f"{value:.{decimals + 1}f}"
    return plain if float(plain) == float(finer) else finer
