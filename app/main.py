"""The door: `reelmend` on the command line."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code (see `app.errors.ExitCode`)."""
    from app.cli.commands import run  # late: `reelmend --help` answers before torch is loaded

    return run(sys.argv[1:] if arguments is None else list(arguments))


if __name__ == "__main__":
    sys.exit(main())
