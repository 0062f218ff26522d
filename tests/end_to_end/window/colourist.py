"""A colourist's session on an HDR film, worked in a real window by real keys and pointer moves. Run by
`test_colourist.py` on its own screen:

python -m tests.end_to_end.window.colourist PROJECT TARGET PICTURES LANGUAGE WIDTHxHEIGHT
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint

from app.document.model import VividGrade
from tests.end_to_end.window.hands import Hands, work
from tests.end_to_end.window.screen import Screen
from widgets.export import ExportDialog
from widgets.hdr.panel import HdrPanel
from widgets.main_window.application import make_application
from widgets.main_window.crash import catch_bugs
from widgets.main_window.shell import Shell
from widgets.settings import Settings


class Colourist:
    """The parts of the session, in order."""

    def __init__(self, target: Path, size: tuple[int, int]) -> None:
        self.target = target
        self.size = size

    def analyse(self, hands: Hands) -> None:
        """The reel is measured: one row, and the curve of the shot is there."""
        hands.until(lambda: hands.shell.bridge is not None and not hands.dialog(), "the project's window", 90)
        hands.ask(lambda: hands.window.setGeometry(0, 0, *self.size))
        hands.focus(hands.on_top)
        hands.key("ctrl+2")
        hands.until(lambda: hands.window.workspace.id == "grade", "the work space")
        hands.key("alt+shift+h")
        hands.until(lambda: self.panel(hands).isVisible(), "the dock")
        hands.shoot("not measured")
        hands.key("ctrl+alt+y")
        hands.until(lambda: "RecordLight" in hands.kinds(), "the light is measured", 180)
        hands.until(lambda: self.panel(hands).curve.handles, "the curve")
        hands.shoot("measured")

    def curve(self, hands: Hands) -> None:
        """A point dragged by the pointer, taken back and done again by keys; another moved by keys alone."""
        automatic = self.grade(hands)
        rows = len(hands.kinds())
        self.drag(hands, "mid", (0, 14))
        hands.until(lambda: len(hands.kinds()) == rows + 1, "one row for the drag")
        dragged = self.grade(hands)
        assert dragged.controls["hdr"]["mid_light"] < 0
        hands.key("ctrl+z")
        hands.until(lambda: self.grade(hands) == automatic, "taken back")
        hands.key("ctrl+shift+z")
        hands.until(lambda: self.grade(hands) == dragged, "done again")
        rows = len(hands.kinds())
        hands.ask(lambda: self.panel(hands).curve.setFocus())
        hands.key("Next", "Prior", "Prior", "Left")
        hands.until(lambda: len(hands.kinds()) == rows + 1, "one row for the key")
        assert self.grade(hands).controls["hdr"]["high_offset"] < 0
        self.seen(hands, "curve")

    def targets(self, hands: Hands) -> None:
        """Two targets: the HDR set's is typed, the SDR set has a curve of its own."""
        hands.click(lambda: self.panel(hands).target, 0.3)
        hands.key("ctrl+a")
        hands.type("600")
        hands.key("Return")
        hands.until(lambda: self.grade(hands).target_nits == 600, "the target of the HDR set")
        hands.ask(lambda: self.panel(hands).curve.setFocus())
        hands.key("alt+w")
        hands.until(lambda: self.panel(hands).which == "sdr", "the SDR set")
        hands.ask(lambda: self.panel(hands).area.ensureWidgetVisible(self.panel(hands).curve))
        time.sleep(0.3)
        self.drag(hands, "high", (-6, 8))
        hands.until(lambda: "sdr" in self.grade(hands).controls, "the SDR set is graded")
        self.seen(hands, "two targets")

    def similar(self, hands: Hands) -> None:
        """The grade goes to the shots of similar light, in one row."""
        rows = len(hands.kinds())
        hands.key("alt+c", "alt+l")
        desk = hands.shell.context.desk
        hands.until(lambda: len(desk.selected_shots) > 1, "similar shots are selected")
        hands.key("alt+v")
        hands.until(lambda: len(hands.kinds()) == rows + 1, "one row for all of them")
        snapshot = hands.shell.bridge.project.snapshot
        graded = self.grade(hands)
        assert all(snapshot.vivid[id].grade == graded for id in desk.selected_shots)
        assert any(held.grade != graded for held in snapshot.vivid.values())

    def displays(self, hands: Hands) -> None:
        """Three displays beside the master, and false colour."""
        desk = hands.shell.context.desk
        hands.key("alt+q")
        hands.until(lambda: desk.compare.mode == "wipe" and desk.compare.a.hdr is None, "the master beside it")
        for key, nits in (("ctrl+5", 100.0), ("ctrl+6", 300.0), ("ctrl+9", 1000.0)):
            hands.key(key)
            hands.until(lambda nits=nits: desk.compare.b.hdr is not None and desk.compare.b.hdr.nits == nits, key)
            self.seen(hands, f"display {nits:g}")
        hands.key("alt+y")
        self.seen(hands, "false colour")
        hands.key("alt+y")

    def export(self, hands: Hands) -> None:
        """An HDR movie by the dialog, verified after it is written."""
        hands.key("ctrl+e")
        hands.until(lambda: isinstance(hands.dialog(), ExportDialog), "the dialog")
        hands.focus(hands.dialog)
        form = hands.ask(lambda: hands.dialog().form)
        hands.ask(lambda: form.choose_format("hdr-vivid"))
        hands.click(lambda: form.film, 0.05)
        hands.click(lambda: form.target)
        hands.key("ctrl+a")
        hands.type(str(self.target))
        hands.until(lambda: form.export.isEnabled(), "the export can begin")
        hands.shoot("export")
        hands.click(lambda: form.export)
        jobs = hands.shell.bridge.jobs
        hands.until(lambda: self.target.exists() and not jobs.active, "written and verified", 180)
        job = next(job for job in hands.ask(lambda: jobs.jobs) if job.kind == "export")
        assert job.good and not job.error, (job.error, job.note)
        hands.focus(hands.on_top)
        hands.key("alt+6")
        time.sleep(0.5)
        hands.shoot("verified")
        print(json.dumps({"note": hands.ask(lambda: job.note), "rows": hands.kinds()}), flush=True)

    # --- looks ---------------------------------------------------------------------------------------------

    @staticmethod
    def panel(hands: Hands) -> HdrPanel:
        """The dock."""
        panel = hands.window.docks["hdr"].widget()
        assert isinstance(panel, HdrPanel)
        return panel

    @staticmethod
    def grade(hands: Hands) -> VividGrade:
        """The grade in force of the shot in view."""
        bridge, desk = hands.shell.bridge, hands.shell.context.desk
        shot = bridge.film.shot_at(desk.playhead)
        return bridge.project.snapshot.vivid[shot.id].grade

    def drag(self, hands: Hands, name: str, by: tuple[int, int]) -> None:
        """A point of the curve, by the pointer."""

        def where() -> QPoint:
            curve = self.panel(hands).curve
            point = next(one for one in curve.handles if one.name == name)
            return curve.mapToGlobal(curve.point(point.x, point.y).toPoint())

        start = hands.ask(where)
        hands.screen.drag(*[(start.x() + by[0] * n // 4, start.y() + by[1] * n // 4) for n in range(5)])

    def seen(self, hands: Hands, name: str) -> None:
        """A picture of the screen, once the viewer shows what is asked for."""
        feed = hands.window.panels.viewer.surface.feed
        mode: Callable[[], str] = lambda: hands.shell.context.desk.compare.mode  # noqa: E731
        panes = ("a", "b") if hands.ask(mode) == "wipe" else ("b",)
        hands.until(lambda: all(feed.is_current(pane) for pane in panes), f"the picture of {name}")
        time.sleep(0.3)
        hands.shoot(name)


def main(arguments: list[str]) -> int:
    """The whole session."""
    project, target, pictures, language, size = arguments
    width, _, height = size.partition("x")
    session = Colourist(Path(target), (int(width), int(height)))
    settings = Settings(Path(target).parent / "settings.ini")
    settings.language = language
    make_application(settings)
    shell = Shell(settings)
    catch_bugs(shell)
    shell.show_welcome()
    shell.open(Path(project))
    hands = Hands(shell, Screen(os.environ["DISPLAY"]), Path(pictures))
    told: list[str] = []
    shell.opened.connect(lambda: shell.bridge.failed.connect(lambda *words: told.append(" ".join(words))))

    def whole(hands: Hands) -> None:
        for part in ("analyse", "curve", "targets", "similar", "displays", "export"):
            getattr(session, part)(hands)
        assert not told, told
        hands.key("ctrl+q")

    problems = work(shell, hands, whole)
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
