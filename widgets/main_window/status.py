"""The line at the bottom: what the playhead stands on, what is being kept, how the machine does."""

from __future__ import annotations

import re

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from widgets.context import Context
from widgets.text import translate

EVERY_MS = 1000

_NUMBER = re.compile(r"%0(\d+)d")


class StatusLine(QStatusBar):
    """Quiet facts; nothing here has to be read to work."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setSizeGripEnabled(False)
        self.setContentsMargins(8, 0, 8, 0)
        self._shot = QLabel(self)
        self._kept = QLabel(self)
        self._memory = QLabel(self)
        for label in (self._shot, self._kept, self._memory):
            label.setProperty("role", "dim")
            label.setContentsMargins(0, 0, 8, 0)
        if context.bridge.readonly:
            self._kept.setProperty("role", "warn")
        self.addWidget(self._shot)
        self.addPermanentWidget(self._kept)
        self.addPermanentWidget(self._memory)
        bridge, desk = context.bridge, context.desk
        desk.playhead_changed.connect(self._show_shot)
        bridge.changed.connect(self._show_all)
        bridge.reloaded.connect(self._show_all)
        bridge.acknowledged.connect(self._show_kept)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._show_memory)
        self._timer.start(EVERY_MS)
        self._show_all()
        self._show_memory()

    def _show_all(self, *_: object) -> None:
        self._show_shot()
        self._show_kept()

    def _show_shot(self, *_: object) -> None:
        film, desk, snapshot = self._context.bridge.film, self._context.desk, self._context.bridge.snapshot
        shot = film.shot_at(desk.playhead)
        if shot is None:
            self._shot.setText(translate("Window", "No film yet"))
            return
        reel = snapshot.reel(shot.reel)
        self._shot.setText(
            translate("Window", "Shot {number} of {count}   {reel}   {width} x {height}   {encoding}").format(
                number=shot.number,
                count=len(snapshot.shots),
                reel=_NUMBER.sub(lambda found: "#" * int(found[1]), reel.path),
                width=reel.width,
                height=reel.height,
                encoding=reel.encoding,
            )
        )

    def _show_kept(self, *_: object) -> None:
        bridge = self._context.bridge
        if bridge.readonly:
            text = translate("Window", "Read only")
        elif bridge.unacknowledged:
            text = translate("Window", "Saving %n edit(s)", bridge.unacknowledged)
        else:
            text = translate("Window", "Every edit is on the disk")
        self._kept.setText(text)

    def _show_memory(self) -> None:
        engine = self._context.bridge.session.engine
        held = engine.cache.statistics()
        self._memory.setText(
            translate("Window", "Cache {held} of {budget} GB   {device}").format(
                held=f"{held.bytes / 2**30:.1f}", budget=f"{held.budget / 2**30:.1f}", device=engine.device
            )
        )
