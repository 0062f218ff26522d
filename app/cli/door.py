"""What the command line may ask of the window, without knowing Qt."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol


class Door(Protocol):
    """The way to the window. `app.main` has the real one; tests and machines without Qt do without."""

    def can_open(self) -> str:
        """'' where a window can be shown; otherwise a sentence that says what is missing."""
        ...

    def open(self, project: Path | None, media: Sequence[Path]) -> int:
        """Show the window on a project, on a new one of `media`, or on the welcome page, until it is closed."""
        ...

    def bench(self, options: Any) -> dict[str, Any]:
        """Measure the window: `reelmend bench ui`, `bench soak` and `bench restorer`."""
        ...
