"""The checks that have programs of their own: import rules, strict typing, lint and layout."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

TOOLS = Path(sys.executable).parent


def run(root, *command) -> None:
    done = subprocess.run(command, cwd=root, capture_output=True, text=True)
    assert done.returncode == 0, f"{' '.join(command[:4])}\n{done.stdout[-6000:]}{done.stderr[-3000:]}"


def test_import_rules(root):
    # The program is a console script only; it has no module that `python -m` could run.
    run(root, str(TOOLS / "lint-imports"), "--no-cache")


@pytest.mark.slow
def test_strict_typing(root):
    pytest.importorskip("PySide6", reason="the window's types need Qt, which is not installed")
    run(root, sys.executable, "-m", "mypy")


def test_lint(root):
    run(root, sys.executable, "-m", "ruff", "check", ".")


def test_layout(root):
    run(root, sys.executable, "-m", "ruff", "format", "--check", ".")
