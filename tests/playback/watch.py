"""A clock that stands until the test moves it."""

from __future__ import annotations

from app.playback.run import SECOND


class Watch:
    def __init__(self, now: int = 5 * SECOND) -> None:
        self.now = now

    def __call__(self) -> int:
        return self.now

    def wait(self, seconds: float) -> None:
        self.now += round(seconds * SECOND)
