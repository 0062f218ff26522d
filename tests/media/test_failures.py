"""Faults of files become sentences of the right class."""

import errno
import pickle
from pathlib import Path

import pytest

from app.errors import MediaError, NoRoomError
from app.media import failures


@pytest.mark.parametrize(
    ("number", "kind", "says"),
    [
        (errno.ENOSPC, NoRoomError, "disk is full"),
        (errno.EDQUOT, NoRoomError, "disk is full"),
        (errno.EACCES, MediaError, "permission denied"),
        (errno.ENOENT, MediaError, "does not exist"),
        (errno.EISDIR, MediaError, "is a folder"),
        (errno.EROFS, MediaError, "read-only"),
        (errno.EIO, MediaError, "Input/output error"),
    ],
)
def test_system_errors(number: int, kind: type[Exception], says: str) -> None:
    told = failures.of_system(OSError(number, "Input/output error"), Path("/scan/a.dpx"), "reading")
    assert isinstance(told, kind) and says in str(told) and "/scan/a.dpx" in str(told)


def test_a_frame_error_survives_the_way_between_processes() -> None:
    error = pickle.loads(pickle.dumps(failures.truncated(Path("a.dpx"), 3, 5)))
    assert (error.kind, str(error)) == ("truncated", str(failures.truncated(Path("a.dpx"), 3, 5)))
