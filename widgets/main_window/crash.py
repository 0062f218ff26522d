"""Bugs: told in the window with a way on, kept in a file, and no work lost."""

from __future__ import annotations

import sys
import traceback
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

import platformdirs

from app import __version__
from widgets.text import translate

if TYPE_CHECKING:
    from widgets.main_window.shell import Shell


def catch_bugs(shell: Shell) -> None:
    """From now on an exception nobody caught is written to the log and told in a banner; the window goes on.

    What was acknowledged is on the disk already, so that going on is safe.
    """

    def tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        text = "".join(traceback.format_exception(kind, error, trace))
        if sys.__stderr__ is not None:
            sys.__stderr__.write(text)
        if issubclass(kind, KeyboardInterrupt):
            shell.quit()
            return
        file = write_log(text)
        if shell.bridge is not None:
            shell.bridge.failed.emit(
                translate("Window", "Something unforeseen went wrong"),
                translate(
                    "Window",
                    "{error}. You can go on; every edit told as kept is on the disk. The details are in {file}",
                ).format(error=f"{kind.__name__}: {error}", file=file),
            )

    sys.excepthook = tell


def log_file() -> Path:
    """Where bugs are written."""
    return Path(platformdirs.user_log_dir("reelmend", appauthor=False)) / "reelmend.log"


def write_log(text: str) -> Path:
    """Add a bug to the log; its path. Where that cannot be written, nothing is lost but the log."""
    file = log_file()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("a", encoding="utf-8") as log:
            log.write(f"--- Reelmend {__version__}, {datetime.now():%Y-%m-%d %H:%M:%S}\n{text}\n")
    except OSError:
        return file
    return file
