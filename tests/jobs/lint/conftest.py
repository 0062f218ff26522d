"""The demo reel and its projects, as for hand repairs."""

from tests.jobs.by_hand.conftest import copy, demo, passed, session

__all__ = ["copy", "demo", "passed", "session"]
