"""A restorer's day, worked in a real window by real keys and pointer moves. Run by `test_day.py` on its own screen:

python -m tests.end_to_end.window.day FIRST_FRAME PROJECT PICTURES [PART]
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from pathlib import Path

import numpy as np

from app.document.snapshot import encode_slots
from app.engine.request import Stage
from app.media.picture import NativePicture
from tests.end_to_end.window.hands import Hands, work
from tests.end_to_end.window.screen import Screen
from widgets.export import ExportDialog
from widgets.inspector.wheel import Wheel
from widgets.main_window.application import make_application
from widgets.main_window.crash import catch_bugs
from widgets.main_window.shell import Shell
from widgets.settings import Settings

WHOLE = ("morning", "look", "thresholds", "paint", "fix", "judge", "triage", "grade", "export", "evening")
Planes = tuple[np.ndarray, ...]


class Day:
    """The parts of the day, in order."""

    def __init__(self, media: Path, project: Path) -> None:
        self.media = media
        self.project = project

    # --- parts ---------------------------------------------------------------------------------------------

    def morning(self, hands: Hands) -> None:
        """A new project, its shots, the machine's pass."""
        hands.focus(hands.on_top)
        hands.shoot("welcome")
        hands.key("ctrl+n")
        hands.answer_dialog("which media", str(self.media))
        hands.answer_dialog("where to", str(self.project))
        hands.until(lambda: hands.shell.bridge is not None and not hands.dialog(), "the project's window", 90)
        hands.focus(hands.on_top)
        hands.until(lambda: not hands.shell.bridge.jobs.active, "shots are found", 120)
        assert "SetCuts" in hands.kinds()
        hands.shoot("new project")
        hands.key("ctrl+Return")
        hands.answer_dialog("which pass")
        hands.until(lambda: hands.shell.bridge.jobs.active, "the pass runs")
        time.sleep(1.0)
        hands.shoot("pass running")
        hands.until(lambda: not hands.shell.bridge.jobs.active, "the pass is done", 600)
        assert hands.kinds().count("RecordPass") == 1
        hands.until(lambda: hands.window.panels.viewer.surface.marks, "detections on the picture")
        hands.shoot("pass done")

    def look(self, hands: Hands) -> None:
        """Wipe, step, play."""
        surface = lambda: hands.window.panels.viewer.surface  # noqa: E731
        hands.key("w")
        hands.until(lambda: hands.shell.context.desk.compare.mode == "wipe", "the wipe")
        left, right = hands.place(surface, 0.5, 0.6), hands.place(surface, 0.3, 0.6)
        hands.screen.drag(left, ((left[0] + right[0]) // 2, left[1]), right)
        hands.until(lambda: hands.shell.context.desk.compare.place[0] < 0.45, "the wipe's line moved")
        hands.shoot("wipe")
        here = hands.ask(lambda: hands.shell.context.desk.playhead)
        hands.key("Right", "Right")
        hands.until(lambda: hands.shell.context.desk.playhead == here + 2, "two frames on")
        hands.key("l")
        hands.until(lambda: hands.shell.context.desk.playhead > here + 4, "the film plays")
        hands.key("k")
        hands.until(lambda: hands.shell.context.desk.speed == 0, "the film stands")
        hands.key("q")

    def thresholds(self, hands: Hands) -> None:
        """A slider dragged: the picture follows, one row is written."""
        sliders = "QSlider"
        first = lambda: next(  # noqa: E731
            one for one in hands.window.docks["repairs"].widget().findChildren(_slider()) if one.isVisible()
        )
        before = hands.kinds().count("SetThreshold")
        shown = hands.ask(lambda: _accepted(hands))
        start, end = hands.place(first, 0.5), hands.place(first, 0.98)
        steps = [(start[0] + (end[0] - start[0]) * n // 8, start[1]) for n in range(9)]
        hands.screen.drag(*steps)
        hands.until(lambda: hands.kinds().count("SetThreshold") == before + 1, "the threshold is in the ledger")
        hands.until(lambda: _accepted(hands) < shown, f"fewer repairs ({sliders})")
        hands.key("ctrl+z")
        hands.until(lambda: _accepted(hands) == shown, "as many as before")

    def paint(self, hands: Hands) -> None:
        """A stroke mends what lies under it and nothing else; undo takes it back."""
        surface = lambda: hands.window.panels.viewer.surface  # noqa: E731
        hands.click(surface, 0.5, 0.5)
        before = self._picture(hands)
        rows = len(hands.kinds())
        hands.key("b")
        points = [hands.place(surface, 0.42 + 0.01 * n, 0.5) for n in range(6)]
        hands.screen.drag(*points)
        hands.until(lambda: len(hands.kinds()) == rows + 1, "the stroke is in the ledger")
        hands.shoot("painted")
        after = self._picture(hands)
        changed = sum(int(np.count_nonzero(a != b)) for a, b in zip(before, after, strict=True))
        total = sum(plane.size for plane in before)
        assert 0 < changed < total * 0.05, (changed, total)
        hands.key("ctrl+z")
        hands.until(lambda: len(hands.kinds()) == rows + 2, "undone")
        assert all(np.array_equal(a, b) for a, b in zip(before, self._picture(hands), strict=True))
        hands.key("ctrl+shift+z")
        hands.until(lambda: len(hands.kinds()) == rows + 3, "done again")
        assert all(np.array_equal(a, b) for a, b in zip(after, self._picture(hands), strict=True))

    def fix(self, hands: Hands) -> None:
        """A rectangle takes its picture from the next frame; Escape drops it; one key does it again a frame on; the
        original brush brings the scan back."""
        surface = lambda: hands.window.panels.viewer.surface  # noqa: E731
        pending = lambda: hands.window.docks["tools"].widget().room.masks.pending  # noqa: E731
        hands.until(lambda: hands.shell.bridge is not None, "the project's window", 90)
        hands.focus(hands.on_top)
        hands.click(surface, 0.5, 0.5)
        start, rows = self._picture(hands), len(hands.kinds())
        hands.key("3")
        hands.screen.drag(*[hands.place(surface, 0.4 + 0.02 * n, 0.4 + 0.02 * n) for n in range(6)])
        hands.until(lambda: len(hands.kinds()) == rows + 1, "the fix is in the ledger")
        hands.until(lambda: pending().open_on(surface().frame) is not None, "the fix is pending")
        hands.shoot("a fix that is pending")
        hands.key("Escape")
        hands.until(lambda: len(hands.kinds()) == rows + 2, "the fix is dropped")
        assert all(np.array_equal(a, b) for a, b in zip(start, self._picture(hands), strict=True))
        hands.screen.drag(*[hands.place(surface, 0.4 + 0.02 * n, 0.4 + 0.02 * n) for n in range(6)])
        hands.until(lambda: len(hands.kinds()) == rows + 3, "the fix is made again")
        here = hands.ask(lambda: hands.shell.context.desk.playhead)
        hands.key("period")
        hands.until(lambda: len(hands.kinds()) == rows + 4, "and once more on the next frame")
        assert hands.ask(lambda: hands.shell.context.desk.playhead) == here + 1
        hands.key("Left", "y")
        hands.until(lambda: hands.shell.context.desk.playhead == here, "back again")
        hands.screen.drag(*[hands.place(surface, 0.4 + 0.02 * n, 0.4 + 0.02 * n) for n in range(6)])
        hands.until(lambda: len(hands.kinds()) == rows + 5, "the scan is brought back")
        hands.shoot("the scan brought back")

    def judge(self, hands: Hands) -> None:
        """Repairs gone through by key: next, reject, next, accept."""
        rows = hands.kinds().count("SetVerdicts")
        hands.key("v", "n")
        hands.until(lambda: hands.shell.context.desk.repair, "a repair in focus")
        hands.key("Delete")
        hands.until(lambda: hands.kinds().count("SetVerdicts") == rows + 1, "rejected")
        hands.key("n", "a")
        hands.until(lambda: hands.kinds().count("SetVerdicts") == rows + 2, "accepted")
        hands.shoot("judged")

    def triage(self, hands: Hands) -> None:
        """A key for each candidate and on to the next; a rejected one's pixels are the scan's; all of it undone."""
        hands.key("alt+3")
        panel = lambda: hands.window.docks["triage"].widget()  # noqa: E731
        hands.until(lambda: panel().isVisible() and len(panel().room.listed), "candidates are listed")
        room = hands.ask(lambda: panel().room)
        hands.click(lambda: panel().tiles.viewport(), 0.5, 0.03)
        hands.until(lambda: room.stands, "a candidate in focus")
        rows, keys = len(hands.kinds()), hands.ask(lambda: room.pace.measured.keys)
        judged = hands.ask(lambda: room.listed.done)
        first, scan = hands.ask(lambda: room.current.repair), self._picture(hands, Stage.SOURCE)
        for number, key in enumerate("rarara", 1):
            before = hands.ask(lambda: room.place)
            hands.key(key)
            hands.until(lambda number=number: len(hands.kinds()) == rows + number, "the verdict is in the ledger")
            hands.until(lambda before=before: room.stands and room.place != before, "the next candidate")
        measured = hands.ask(lambda: room.pace.measured)
        assert measured.decisions == 6 and measured.keys - keys == 6, measured
        hands.shoot("triage")
        hands.ask(lambda: room.go(0))
        hands.until(lambda: room.stands, "back at the first")
        after = self._picture(hands)
        box = (slice(first.y0, first.y1), slice(first.x0, first.x1))
        project = hands.shell.bridge.project
        others = project.repairs_of(project.snapshot, first.reel, first.frame)
        assert first.id not in {r.id for r in others}
        if not any(r.x0 < first.x1 and r.x1 > first.x0 and r.y0 < first.y1 and r.y1 > first.y0 for r in others):
            assert all(np.array_equal(a[box], b[box]) for a, b in zip(scan, after, strict=True))
        hands.key("u")
        hands.until(lambda: room.selection.count, "all like it are selected")
        hands.key("r")
        hands.until(lambda: len(hands.kinds()) == rows + 7, "one row for all of them")
        hands.key(*["ctrl+z"] * 7)
        hands.until(lambda: len(hands.kinds()) == rows + 14, "all undone")
        hands.until(lambda: room.listed.done == judged, "nothing more is judged than before")
        hands.key("alt+2")

    def grade(self, hands: Hands) -> None:
        """An operator added by the palette, its wheel dragged: the picture follows, one row is written."""
        hands.key("ctrl+2")
        hands.until(lambda: hands.window.workspace.id == "grade", "the work space")
        hands.key("ctrl+alt+4")
        hands.until(lambda: hands.shell.context.desk.compare.b.stage is Stage.GRADE, "the picture shows the grade")
        rows = hands.kinds().count("SetStacks") + hands.kinds().count("SetStack")
        hands.ask(lambda: hands.shell.context.commands.trigger("inspector.add"))
        hands.until(lambda: hands.menu() is not None, "a menu of operators")
        hands.choose("ASC CDL")
        hands.until(lambda: self._stacks(hands) > rows, "the operator is in the ledger")
        hands.until(lambda: self._wheels(hands), "its wheels")
        time.sleep(0.5)
        rows, before = len(hands.kinds()), self._shown(hands)
        wheel = lambda: self._wheels(hands)[-1]  # noqa: E731
        hands.screen.drag(*[hands.place(wheel, 0.5 + 0.05 * n, 0.5 - 0.03 * n) for n in range(6)])
        hands.until(lambda: len(hands.kinds()) == rows + 1, "the grade is in the ledger, as one row")
        hands.until(lambda: not np.array_equal(before, self._shown(hands)), "the picture is graded")
        hands.shoot("graded")
        hands.key("ctrl+1", "ctrl+alt+2")
        time.sleep(0.3)

    def export(self, hands: Hands) -> None:
        """The repair stage as frames, by the dialog."""
        target = self.project.parent / "restored"
        hands.key("Home", "i", "Right", "Right", "Right", "o")
        hands.key("ctrl+e")
        hands.until(lambda: isinstance(hands.dialog(), ExportDialog), "the dialog")
        hands.focus(hands.dialog)
        form = hands.ask(lambda: hands.dialog().form)
        hands.ask(lambda: form.stage.setCurrentIndex(form.stage.findData(Stage.REPAIR)))
        hands.click(lambda: form.marked, 0.05)
        hands.click(lambda: form.target)
        hands.key("ctrl+a")
        hands.type(str(target))
        hands.until(lambda: form.export.isEnabled(), "the export can begin")
        hands.shoot("export")
        hands.click(lambda: form.export)
        hands.until(lambda: not hands.shell.bridge.jobs.active and target.is_dir(), "written", 120)
        frames = sorted(target.glob("*.*"))
        assert len([one for one in frames if one.suffix != ".wav"]) == 4, frames
        if hands.ask(hands.dialog) is not None:
            hands.key("Escape")
        hands.focus(hands.on_top)
        hands.key("alt+x")

    def evening(self, hands: Hands) -> None:
        """Close, open again: the state is equal."""
        before = self._state(hands)
        hands.key("ctrl+shift+w")
        hands.until(lambda: hands.shell.bridge is None and hands.shell.window is not None, "closed")
        hands.focus(hands.on_top)
        hands.shoot("welcome with a recent project")
        hands.key("ctrl+o")
        hands.answer_dialog("which project", str(self.project))
        hands.until(lambda: hands.shell.bridge is not None, "open again")
        hands.focus(hands.on_top)
        assert self._state(hands) == before
        time.sleep(1.0)

    def killed(self, hands: Hands) -> None:
        """Paint, wait until it is told as kept, and die."""
        surface = lambda: hands.window.panels.viewer.surface  # noqa: E731
        hands.until(lambda: hands.shell.bridge is not None, "the project's window", 90)
        hands.focus(hands.on_top)
        time.sleep(1.0)
        hands.key("b")
        for row in (0.3, 0.4, 0.6):
            rows = len(hands.kinds())
            hands.screen.drag(*[hands.place(surface, 0.42 + 0.01 * n, row) for n in range(4)])
            hands.until(lambda rows=rows: len(hands.kinds()) == rows + 1, "the stroke is in the ledger")
        hands.until(lambda: not hands.shell.bridge.unacknowledged, "every edit is on the disk")
        print(json.dumps({"rows": len(hands.kinds())}), flush=True)
        os.kill(os.getpid(), signal.SIGKILL)

    # --- looks ---------------------------------------------------------------------------------------------

    @staticmethod
    def _picture(hands: Hands, stage: Stage = Stage.REPAIR) -> Planes:
        context = hands.shell.context
        frame = hands.ask(lambda: context.bridge.film.frame(context.desk.playhead))
        picture = context.bridge.session.engine.aside().picture(frame, stage)
        assert isinstance(picture, NativePicture)
        return tuple(plane.copy() for plane in picture.planes)

    @staticmethod
    def _stacks(hands: Hands) -> int:
        return sum(kind in ("SetStacks", "SetStack") for kind in hands.kinds())

    @staticmethod
    def _wheels(hands: Hands) -> list[Wheel]:
        return [one for one in hands.window.docks["inspector"].widget().findChildren(Wheel) if one.isVisible()]

    @staticmethod
    def _shown(hands: Hands) -> np.ndarray:
        surface = hands.window.panels.viewer.surface
        return surface.feed.shown[surface.main_pane].pixels

    @staticmethod
    def _state(hands: Hands) -> object:
        return encode_slots(hands.shell.bridge.project.snapshot.slots())


def _slider() -> type:
    from PySide6.QtWidgets import QSlider

    return QSlider


def _accepted(hands: Hands) -> int:
    bridge, desk = hands.shell.bridge, hands.shell.context.desk
    frame = bridge.film.frame(desk.playhead)
    return len(bridge.project.repairs_of(bridge.snapshot, frame.reel, frame.index))


def main(arguments: list[str]) -> int:
    """Work the parts named (all but the kill by default)."""
    media, project, pictures, *parts = arguments
    day = Day(Path(media), Path(project))
    settings = Settings(Path(project).parent / "settings.ini")
    settings.language = "en"
    make_application(settings)
    shell = Shell(settings)
    catch_bugs(shell)
    shell.show_welcome()
    if Path(project).exists():
        shell.open(Path(project))
    hands = Hands(shell, Screen(os.environ["DISPLAY"]), Path(pictures))
    told: list[str] = []
    shell.opened.connect(lambda: shell.bridge.failed.connect(lambda *words: told.append(" ".join(words))))

    def whole(hands: Hands) -> None:
        for part in parts or WHOLE:
            getattr(day, part)(hands)
        assert not told, told
        hands.key("ctrl+q")

    problems = work(shell, hands, whole)
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
