"""A short soak in a process of its own, for `test_soak.py`:

python -m tests.end_to_end.window.soak [leaking]
"""

from __future__ import annotations

import json
import os
import sys
import threading

from widgets.bench.soak.restorer import Restorer
from widgets.bench.soak.run import soak

CHANGING = (
    "threshold", "paint", "judge", "grade", "history", "dialogs", "menus", "second_screen", "languages",
    "work_of_machines",
)  # fmt: skip
LOOKING = ("step", "play", "scrub", "compare", "zoom", "overlays", "scopes", "cut", "workspaces")


class Leaks:
    """What bugs of all kinds leave behind, once a round."""

    def __init__(self) -> None:
        self.kept: list[object] = []
        self.never = threading.Event()

    def __call__(self, restorer: Restorer) -> None:
        window, desk = restorer.stage.window, restorer.context.desk
        desk.playhead_changed.connect(lambda: window.isVisible())  # the desk outlives the window
        self.kept += [
            os.open(__file__, os.O_RDONLY),
            bytearray(b"." * 20_000_000),
            [[] for _ in range(2000)],
            restorer.context,
        ]
        threading.Thread(target=self.never.wait, daemon=True).start()


def main(arguments: list[str]) -> int:
    """Print what the soak tells."""
    if arguments == ["leaking"]:
        told = soak(0.0, Leaks(), acts=(("languages",), ()))
    else:
        told = soak(0.0, apart=False, acts=(CHANGING, LOOKING))
    print(json.dumps(told))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
