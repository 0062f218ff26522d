"""Does a mended place show? Measures of a patch against the film round it and beside it in time."""

from operators.lint.findings import CHECKS, LIMITS, Check, Finding, Limits, Severity
from operators.lint.linter import lint
from operators.lint.scene import PAD, Beside, Scene

LINTER = 1
"""Raised when the same patch would get other answers: what was said before is asked again."""

__all__ = ["CHECKS", "LIMITS", "LINTER", "PAD", "Beside", "Check", "Finding", "Limits", "Scene", "Severity", "lint"]
