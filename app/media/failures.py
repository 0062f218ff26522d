"""One place where faults of files and libraries become sentences for a person."""

from __future__ import annotations

import errno
from pathlib import Path

from app.errors import MediaError, NoRoomError, ReelmendError


class FrameError(MediaError):
    """One frame of a reel is not what the reel promises. `kind` is a kind of `Finding`."""

    def __init__(self, kind: str, text: str) -> None:
        super().__init__(text)
        self.kind = kind

    def __reduce__(self) -> tuple[type[FrameError], tuple[str, str]]:
        """Errors cross from worker processes by pickle, which would call us with the text alone."""
        return type(self), (self.kind, str(self))


def no_such_path(path: Path) -> MediaError:
    """Nothing lies there."""
    return MediaError(f"{path} does not exist; check the name and whether the disk is mounted")


def empty_file(path: Path) -> FrameError:
    """A file of no bytes: a copy that was cut off, or a full disk."""
    return FrameError("truncated", f"{path} is empty (0 bytes); copy it again from its source")


def truncated(path: Path, has: int, needs: int) -> FrameError:
    """The pixels end before the picture does."""
    return FrameError(
        "truncated",
        f"{path} is cut short: it has {has} bytes where its header asks for {needs}; copy it again",
    )


def unreadable(path: Path, reason: str) -> FrameError:
    """A library refused the file."""
    cleaned = " ".join(reason.split()) or "the reader gave no reason"
    return FrameError("unreadable", f"{path} cannot be read as a picture: {cleaned}")


def of_system(error: OSError, path: Path, doing: str) -> ReelmendError:
    """The sentence for an operating-system error met while `doing` ('reading', 'writing') `path`."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return NoRoomError(f"the disk is full while {doing} {path}; free some space and run again")
    if error.errno in (errno.EACCES, errno.EPERM):
        return FrameError("unreadable", f"{path} may not be opened for {doing}: permission denied; check its rights")
    if error.errno == errno.ENOENT:
        return FrameError("hole", f"{path} does not exist; check the name and whether the disk is mounted")
    if error.errno == errno.EISDIR:
        return FrameError("unreadable", f"{path} is a folder where a picture file was expected")
    if error.errno == errno.EROFS:
        return MediaError(f"{path} lies on a read-only disk; choose another target")
    return FrameError("unreadable", f"{doing} {path} failed: {error.strerror or error}")
