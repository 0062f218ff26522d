"""A way to run commands as people do: text out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.main import main


@dataclass(frozen=True)
class Said:
    """Exit code, stdout and stderr."""

    code: int
    out: str
    err: str


Reelmend = Callable[..., Said]


@pytest.fixture
def reelmend(capsys: pytest.CaptureFixture[str]) -> Reelmend:
    """Run a command in this process."""

    def run(*arguments: str | Path) -> Said:
        capsys.readouterr()
        code = main([*map(str, arguments)])
        out, err = capsys.readouterr()
        return Said(code, out, err)

    return run
