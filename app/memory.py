"""How much memory the machine has, and how much of it is to be had now."""

from __future__ import annotations

import os
from pathlib import Path

_UNSAID = 8 * 2**30
"""Bytes that are reckoned with where the system does not say."""


def memory_bytes() -> int:
    """The machine's memory."""
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        return _UNSAID


def memory_free(facts: Path = Path("/proc/meminfo")) -> int:
    """What a program may take without another having to leave memory; all there is where the system does not say."""
    try:
        lines = facts.read_text("ascii").splitlines()
        return next(1024 * int(line.split()[1]) for line in lines if line.startswith("MemAvailable:"))
    except (OSError, ValueError, IndexError, StopIteration):
        return memory_bytes()
