"""Finding operators by id: ours, and those of third parties under the entry-point group `reelmend.operators`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from types import MappingProxyType
from typing import Any

from operators.contract.operator import Analysis, Filter, Operator

GROUP = "reelmend.operators"
OURS = ("dirt", "scratch", "infrared", "fill", "denoise", "cdl", "sdr_to_hdr", "hdr_to_sdr")
"""Folders of `operators/` whose `operator.py` exports OPERATOR. Add one more here."""


class UnknownOperatorError(KeyError):
    """No operator of that id is installed; `str` of it is a sentence."""

    def __str__(self) -> str:
        return str(self.args[0])


@cache
def all_operators() -> Mapping[str, Operator[Any]]:
    """Every installed operator by id. ValueError where two claim one id."""
    found: dict[str, Operator[Any]] = {}
    for name in OURS:
        _add(found, import_module(f"operators.{name}.operator").OPERATOR)
    for entry in entry_points(group=GROUP):
        _add(found, entry.load())
    return MappingProxyType(found)


def _add(found: dict[str, Operator[Any]], operator: Operator[Any]) -> None:
    if operator.id in found:
        raise ValueError(f"two installed operators call themselves '{operator.id}'; remove one of the packages")
    found[operator.id] = operator


def operator(id: str) -> Operator[Any]:
    """The operator with this id, or UnknownOperatorError with the ids there are."""
    try:
        return all_operators()[id]
    except KeyError:
        known = ", ".join(sorted(all_operators()))
        raise UnknownOperatorError(f"no operator '{id}' is installed; there are: {known}") from None


def filter_operator(id: str) -> Filter[Any]:
    """The filter with this id; UnknownOperatorError where it is none."""
    found = operator(id)
    if not isinstance(found, Filter):
        raise UnknownOperatorError(f"operator '{id}' finds defects, it makes no pictures")
    return found


def analysis_operator(id: str) -> Analysis[Any]:
    """The analysis with this id; UnknownOperatorError where it is none."""
    found = operator(id)
    if not isinstance(found, Analysis):
        raise UnknownOperatorError(f"operator '{id}' makes pictures, it finds no defects")
    return found
