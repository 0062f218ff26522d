"""What holds for every test: a test cleans up after itself."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest

PATIENCE_SECONDS = 5.0


@pytest.fixture(autouse=True)
def no_thread_left_behind() -> Iterator[None]:
    """A thread that a test started ends with it (daemon threads too: they would touch the next test)."""
    before = set(threading.enumerate())
    yield
    deadline = time.monotonic() + PATIENCE_SECONDS
    while left := [thread for thread in threading.enumerate() if thread not in before and thread.is_alive()]:
        if time.monotonic() > deadline:
            pytest.fail(f"threads left behind: {', '.join(thread.name for thread in left)}")
        time.sleep(0.01)
