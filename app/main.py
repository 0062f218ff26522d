"""The door: `reelmend` on the command line, and from there the window."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code (see `app.errors.ExitCode`)."""
    from app.cli.commands import run  # late: `reelmend --help` answers before torch is loaded

    return run(sys.argv[1:] if arguments is None else list(arguments), WindowDoor())


class WindowDoor:
    """The one place that leads from `app` to `widgets`; imports Qt only when the window is asked for."""

    def can_open(self) -> str:
        """See `app.cli.door.Door`."""
        if find_spec("PySide6") is None or find_spec("pyqtgraph") is None:
            return "the window needs Qt, which is not installed here: `pip install 'reelmend[window]'` brings it"
        shown = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
        if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in shown):
            return "there is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set): the command line does all"
        try:
            import_module("PySide6.QtWidgets")
        except ImportError as error:
            return (
                f"Qt lacks a library of the system ({error}): `python3 packaging/bootstrap.py demo` names its package"
            )
        return ""

    def open(self, project: Path | None, media: Sequence[Path]) -> int:
        """See `app.cli.door.Door`."""
        from widgets.main_window.application import run

        return run(project, media)

    def bench(self, options: Any) -> dict[str, Any]:
        """See `app.cli.door.Door`."""
        modules = {"soak": "widgets.bench.soak.run", "restorer": "widgets.bench.restorer"}
        module = modules.get(options.what, "widgets.bench.run")
        data: dict[str, Any] = import_module(module).measure(options)
        return data


if __name__ == "__main__":
    sys.exit(main())
