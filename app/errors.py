"""Errors a person can act on.

Every error that can reach a restorer is a `ReelmendError`: one sentence that says what is wrong, where, and
what to do. The command line prints it and leaves with the error's exit code; anything else is a bug and
shows its traceback.
"""

from enum import IntEnum


class ExitCode(IntEnum):
    """What the command line says to the shell. Documented in `app/cli/README.md`."""

    DONE = 0
    BUG = 1
    USAGE = 2
    BAD_MEDIA = 3
    BAD_PROJECT = 4
    LOCKED = 5
    NOT_PROVED = 6
    NO_ROOM = 7
    NOT_SUPPORTED = 8
    INTERRUPTED = 130


class ReelmendError(Exception):
    """Base of the errors that carry a sentence for a person; `code` is the exit code."""

    code: ExitCode = ExitCode.BUG


class UsageError(ReelmendError):
    """The call itself is off: an unknown name, a value out of range, a selection that matches nothing."""

    code = ExitCode.USAGE


class MediaError(ReelmendError):
    """A picture or sound file cannot be read or written as asked."""

    code = ExitCode.BAD_MEDIA


class ProjectError(ReelmendError):
    """A project file is damaged, of a newer kind, or is no project."""

    code = ExitCode.BAD_PROJECT


class LockedError(ReelmendError):
    """Another live process holds the project's writing lease."""

    code = ExitCode.LOCKED


class NotProvedError(ReelmendError):
    """A verification found a difference it must not find."""

    code = ExitCode.NOT_PROVED


class NoRoomError(ReelmendError):
    """The disk or the memory is full; what was begun has been taken away again."""

    code = ExitCode.NO_ROOM


class NotSupportedError(ReelmendError):
    """A real thing that this version, machine or format cannot do."""

    code = ExitCode.NOT_SUPPORTED


class InterruptedByUserError(ReelmendError):
    """Ctrl-C: the work so far is kept and can be resumed."""

    code = ExitCode.INTERRUPTED
