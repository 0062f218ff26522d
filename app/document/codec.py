"""Frozen dataclasses to JSON and back, by their type hints: one way for commands, slots and ledger rows."""

from __future__ import annotations

import json
import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from fractions import Fraction
from functools import cache
from pathlib import PurePath
from types import MappingProxyType
from typing import Any, Union, get_args, get_origin, get_type_hints

from app.errors import ProjectError, UsageError

Json = Any
"""What `json` reads and writes: None, bool, int, float, str, lists and string-keyed dicts of these."""


def encode(value: Any) -> Json:
    """Plain JSON values of a dataclass, tuple, mapping, Fraction or scalar. Mappings with other keys than
    strings become sorted lists of pairs."""
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, Fraction):
        return f"{value.numerator}/{value.denominator}"
    if isinstance(value, PurePath):
        return value.as_posix()
    if isinstance(value, Mapping):
        if all(isinstance(key, str) for key in value):
            return {key: encode(item) for key, item in value.items()}
        return [[encode(key), encode(item)] for key, item in sorted(value.items())]
    if isinstance(value, tuple | list):
        return [encode(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: encode(getattr(value, f.name)) for f in fields(value) if f.init}
    raise UsageError(f"a {type(value).__name__} cannot be kept in a project: use numbers, text, lists and maps")


def dumps(value: Json) -> str:
    """Canonical JSON: sorted keys, no spaces, so that equal values have equal bytes (they are hashed)."""
    try:
        return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    except ValueError as error:
        raise UsageError("infinite numbers and numbers that are none (nan) cannot be kept in a project") from error


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def decode(kind: Any, data: Json) -> Any:
    """The value of type `kind` that `encode` made `data` from; ProjectError where they do not fit."""
    try:
        return _decode(kind, data)
    except (TypeError, ValueError, KeyError, AttributeError, ZeroDivisionError) as error:
        raise ProjectError(f"a stored {getattr(kind, '__name__', kind)} cannot be understood: {error}") from error


def _decode(kind: Any, data: Json) -> Any:
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        inner = [arm for arm in get_args(kind) if arm is not type(None)]
        return None if data is None else _decode(inner[0], data)
    if origin is tuple:
        return _decode_tuple(get_args(kind), data)
    if origin is not None and isinstance(origin, type) and issubclass(origin, Mapping):
        key_kind, item_kind = get_args(kind)
        pairs = data.items() if isinstance(data, dict) else data
        return MappingProxyType({_decode(key_kind, key): _decode(item_kind, item) for key, item in pairs})
    if kind is Fraction:
        return Fraction(data)
    if isinstance(kind, type) and issubclass(kind, tuple) and hasattr(kind, "_fields"):
        hints = _hints(kind)
        return kind(*(_decode(hints[name], item) for name, item in zip(kind._fields, data, strict=True)))
    if isinstance(kind, type) and is_dataclass(kind):
        hints = _hints(kind)
        return kind(**{name: _decode(hints[name], item) for name, item in data.items()})
    if kind is float and isinstance(data, int):
        return float(data)
    if kind in (str, int, float, bool) and type(data) is not kind:
        raise TypeError(f"{data!r} is no {kind.__name__}")
    return data


def _decode_tuple(arms: tuple[Any, ...], data: Json) -> tuple[Any, ...]:
    if len(arms) == 2 and arms[1] is Ellipsis:
        return tuple(_decode(arms[0], item) for item in data)
    return tuple(_decode(arm, item) for arm, item in zip(arms, data, strict=True))
