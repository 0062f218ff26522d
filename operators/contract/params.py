"""Declared parameters: one frozen dataclass feeds inspector, command line, recipe files and documentation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, TypeVar

P = TypeVar("P", bound="Params")


@dataclass(frozen=True, slots=True)
class Declaration:
    """How one parameter is shown and bounded. `choices` replaces the range for named values.

    `choice_labels` are what people read for each of them, in the same order; none where the names say enough.
    """

    label: str
    help: str
    low: float | None = None
    high: float | None = None
    step: float | None = None
    unit: str = ""
    choices: tuple[str, ...] = ()
    choice_labels: tuple[str, ...] = ()

    def choice_label(self, choice: str) -> str:
        """What people read for a choice."""
        return dict(zip(self.choices, self.choice_labels, strict=False)).get(choice, choice)


def param(
    default: Any,
    label: str,
    help: str,
    *,
    low: float | None = None,
    high: float | None = None,
    step: float | None = None,
    unit: str = "",
    choices: tuple[str, ...] = (),
    choice_labels: tuple[str, ...] = (),
) -> Any:
    """Declare a parameter of a `Params` dataclass, with the default it starts from."""
    declaration = Declaration(label, help, low, high, step, unit, choices, choice_labels)
    return field(default=default, metadata={"declaration": declaration})


class ParameterError(ValueError):
    """A parameter is unknown, of the wrong type or out of its declared range; the text says which."""


@dataclass(frozen=True)
class Params:
    """Base of every operator's parameters; subclasses are frozen dataclasses whose fields use `param`."""

    @classmethod
    def declarations(cls) -> dict[str, Declaration]:
        """Name to declaration, in order of definition."""
        return {f.name: f.metadata["declaration"] for f in fields(cls)}

    @classmethod
    def from_mapping(cls: type[P], values: Mapping[str, Any]) -> P:
        """Build from plain values (a recipe file, a ledger row); ParameterError names what does not fit."""
        known = {f.name: f for f in fields(cls)}
        checked: dict[str, Any] = {}
        for name, value in values.items():
            if name not in known:
                raise ParameterError(f"'{name}' is no parameter here; there are: {', '.join(known)}")
            checked[name] = _checked(name, value, known[name].default, known[name].metadata["declaration"])
        return cls(**checked)

    def to_mapping(self) -> dict[str, Any]:
        """Plain values, as they are stored."""
        return {f.name: getattr(self, f.name) for f in fields(self)}


def _checked(name: str, value: Any, default: Any, declared: Declaration) -> Any:
    if declared.choices:
        if value not in declared.choices:
            raise ParameterError(f"{name} is '{value}'; it can be: {', '.join(declared.choices)}")
        return value
    if isinstance(default, bool):
        if not isinstance(value, bool):
            raise ParameterError(f"{name} is '{value}'; it can be true or false")
        return value
    if isinstance(default, int | float):
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise ParameterError(f"{name} is '{value}'; it must be a number")
        if isinstance(default, int):
            if value != int(value):
                raise ParameterError(f"{name} is {value}; it must be a whole number")
            value = int(value)
        else:
            value = float(value)
        low, high = declared.low, declared.high
        if not ((low is None or value >= low) and (high is None or value <= high)):
            raise ParameterError(f"{name} is {value}; it must lie between {low} and {high}")
        return value
    if not isinstance(value, type(default)):
        raise ParameterError(f"{name} is '{value}'; it must be a {type(default).__name__}")
    return value
