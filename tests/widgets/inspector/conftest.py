"""A panel to work with."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.document.commands import SetCuts, SetStack
from tests.widgets.projects import open_context
from widgets import inspector


class Bench:
    """A panel on a project of four shots, and short words for what tests do with it."""

    def __init__(self, context, panel, qtbot):
        self.context, self.panel, self.qtbot = context, panel, qtbot
        self.bridge, self.desk = context.bridge, context.desk

    @property
    def shots(self):
        return [shot.id for shot in self.bridge.snapshot.shots]

    def do(self, act, rows=1):
        """Do something and wait until it has become this many ledger rows."""
        wanted = self.bridge.snapshot.seq + rows
        act()
        self.qtbot.waitUntil(lambda: self.bridge.snapshot.seq >= wanted)
        assert self.bridge.snapshot.seq == wanted
        self.qtbot.wait(1)

    def give(self, *entries, stage="clean", shots=(0,)):
        ids = tuple(self.shots[index] for index in shots)
        self.do(lambda: self.bridge.dispatch(SetStack(ids, stage, entries)))

    def stack(self, shot=0, stage="clean"):
        return self.bridge.snapshot.stack(self.shots[shot], stage)

    def row(self, name, box=0):
        return self.panel.boxes()[box].rows[name]

    def run(self, command):
        assert self.context.commands.trigger(f"inspector.{command}"), self.context.commands.reason(
            f"inspector.{command}"
        )


@pytest.fixture
def bench(qtbot, tmp_path, settings, commands, monkeypatch) -> Iterator[Bench]:
    monkeypatch.setenv("REELMEND_RECIPES", str(tmp_path / "recipes"))
    with open_context(tmp_path, settings, commands) as context:
        panel = inspector.make_panel(context)
        qtbot.addWidget(panel)
        panel.resize(320, 900)
        panel.show()
        made = Bench(context, panel, qtbot)
        qtbot.waitUntil(lambda: panel.hand.ready)
        reel = next(iter(context.bridge.snapshot.reels))
        made.do(lambda: context.bridge.dispatch(SetCuts(reel, (10, 20, 30))))
        yield made
        panel.close()
