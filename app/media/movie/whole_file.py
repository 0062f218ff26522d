"""A file that appears under its name complete and synced to the disk, or not at all."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from app.errors import MediaError


class WholeFile:
    """A temporary file beside its target. FFmpeg writes through `file`, so that every failed write is seen.

    It may be read as well: what is finished can be looked at, and mended, before it gets its name.

    Raises:
        MediaError: the target exists, or its folder does not.
        OSError: the temporary file cannot be made.
    """

    def __init__(self, target: Path) -> None:
        self.target = target
        self._temporary = target.with_name(f".{target.name}.{os.getpid()}.part")
        if not target.parent.is_dir():
            raise MediaError(f"the folder {target.parent} does not exist; make it first")
        self._refuse_existing()
        self.file = self._temporary.open("x+b")

    def keep(self) -> Path:
        """Sync the file, give it its name and sync the folder; the target is returned."""
        self.file.flush()
        os.fsync(self.file.fileno())
        self.file.close()
        self._refuse_existing()
        self._temporary.rename(self.target)
        _sync_folder(self.target.parent)
        return self.target

    def discard(self) -> None:
        """Take the temporary file away. Harmless twice, and after `keep`."""
        with contextlib.suppress(OSError):  # closing flushes, which fails on a full disk
            self.file.close()
        self._temporary.unlink(missing_ok=True)

    def _refuse_existing(self) -> None:
        if os.path.lexists(self.target):
            raise MediaError(f"{self.target} exists already; choose another name or move it away")


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
