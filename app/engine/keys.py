"""Cache keys: a hash over everything that decides what a step's pixels are.

A key never needs to be invalidated, because another edit is another key.
"""

from __future__ import annotations

import hashlib
import json
from functools import cache
from importlib.metadata import version
from pathlib import Path
from sys import modules
from typing import Any


def key_of(*parts: Any) -> str:
    """A hex digest of plain values (numbers, strings, None, tuples, lists, dicts with string keys)."""
    text = json.dumps(parts, sort_keys=True, separators=(",", ":"), default=str)
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()


@cache
def source_digest(operator_class: type) -> str:
    """Hash of the Python files of an operator's folder: an edited operator is another operator."""
    module = modules[operator_class.__module__]
    digest = hashlib.blake2b(digest_size=16)
    if module.__file__ is not None:
        for path in sorted(Path(module.__file__).parent.glob("*.py")):
            digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()


@cache
def library_versions() -> tuple[tuple[str, str], ...]:
    """The libraries whose arithmetic ends up in pixels."""
    names = ("numpy", "torch", "opencv-python-headless", "scipy", "opencolorio")
    return tuple((name, version(name)) for name in names)
