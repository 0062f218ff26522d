"""All that a restorer does, by events where a hand is at work and by commands where a key is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from shutil import rmtree

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QSlider, QToolButton, QWidget

from app.document.commands import SetStack
from app.document.model import ProgrammeItem, StackEntry
from app.engine.look import Look
from app.engine.recipe import find_recipe
from app.engine.request import Stage as PictureStage
from app.jobs.export import ExportSpec
from widgets.bench.stage import Stage
from widgets.context import Context
from widgets.desk import MODES
from widgets.export.jobs import submit_export
from widgets.inspector.wheel import Wheel
from widgets.main_window.workspaces import WORKSPACES
from widgets.masks.thresholds import ThresholdRow

LEFT = Qt.MouseButton.LeftButton
PASSED = 4
"""Frames of the first shot: what a short pass mends, and an export writes."""


PATIENCE_S = 900.0
"""A pass beside other programs on a small machine may take minutes; what takes longer hangs."""


class Restorer:
    """Works at the stage's window. Every act leaves it as it was found, but for the ledger, which is longer."""

    def __init__(self, stage: Stage, *, apart: bool = True) -> None:
        self.stage = stage
        self._apart = apart

    @property
    def context(self) -> Context:
        """The open project."""
        context = self.stage.shell.context
        assert context is not None
        return context

    def settle(self) -> None:
        """Wait until nothing is under way."""
        bridge = self.context.bridge
        self.stage.until(
            lambda: not (bridge.pictures.making or bridge.unacknowledged or bridge.jobs.active), limit_s=PATIENCE_S
        )
        self._rest()

    def _rest(self, seconds: float = 0.02) -> None:
        """Let the window live. What asked to be deleted is, although no loop runs that would come round to it."""
        self.stage.wait(seconds)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def round(self, acts: Sequence[str]) -> None:
        """Do these acts, one after the other."""
        for act in acts:
            getattr(self, act)()
            self.settle()

    # --- looking -------------------------------------------------------------------------------------------

    def step(self) -> None:
        """Frame by frame, to ends and cuts."""
        self._run("playback.first", *("playback.step",) * 4, "playback.far", "playback.step_back")
        self._run("playback.next_cut", "playback.previous_cut", "playback.last", "playback.first")

    def play(self) -> None:
        """Forwards, faster, backwards."""
        for key in ("playback.forward", "playback.forward", "playback.backward"):
            self._run(key, wait=0.12)
        self._run("playback.stop", "playback.first")

    def scrub(self) -> None:
        """The playhead dragged through the film."""
        desk = self.context.desk
        desk.set_scrubbing(True)
        for position in range(0, desk.length, 5):
            desk.set_playhead(position)
            self.stage.wait(0.01)
        desk.set_scrubbing(False)
        self._run("playback.first")

    def compare(self) -> None:
        """Every way to set A against B, and the wipe turned."""
        for mode in MODES:
            self._run(f"viewer.{mode}")
            self.settle()
        self._run("viewer.wipe", "viewer.wipe_turn", "viewer.wipe_right", "viewer.wipe_left", "viewer.wipe_turn_back")
        self._run("viewer.single", "viewer.swap", "viewer.swap")

    def zoom(self) -> None:
        """Picture and timeline, near and far."""
        self._run("viewer.zoom_400", "viewer.pan_left", "viewer.pan_right", "viewer.zoom_in", "viewer.zoom_out")
        self._run("viewer.fit", *("timeline.zoom_in",) * 3, *("timeline.zoom_out",) * 3, "timeline.fit")

    def overlays(self) -> None:
        """Each laid over the picture and taken off."""
        for name in ("overlay", "safe", "grid", "burn_in", "readout", "even_lines", "odd_lines", "loupe"):
            self._run(f"viewer.{name}", f"viewer.{name}")
        self._run("viewer.region_seen", "viewer.region_clear")

    def scopes(self) -> None:
        """Each kind shown and hidden again."""
        self._run("panel.scopes")
        for kind in ("parade", "vectorscope", "histogram"):
            self._run(f"scopes.{kind}")
            self.stage.wait(0.1)
            self._run(f"scopes.{kind}")

    # --- changing ------------------------------------------------------------------------------------------

    def threshold(self) -> None:
        """A threshold dragged and let go; undone."""
        self._run("panel.repairs", "playback.first", "playback.step")
        self.settle()
        rows = self.stage.window.findChildren(ThresholdRow)
        sliders = [slider for row in rows if (slider := row.findChild(QSlider)) is not None and slider.isVisible()]
        slider = sliders[0]
        width, height = slider.width(), slider.height() // 2
        at = int(7 + (width - 14) * slider.value() / 100)
        self._edit(lambda: self._drag(slider, [QPoint(x, height) for x in range(at, width, max(width // 9, 1))]))
        self._run("edit.undo")

    def paint(self) -> None:
        """A stroke of the brush, one of the eraser; both undone."""
        surface = self.stage.viewer.surface
        self._run("viewer.fit", "viewer.single", "panel.picture")
        self.settle()
        middle = surface.rect().center()
        for tool in ("masks.brush", "masks.eraser"):
            self._run(tool)
            self._edit(lambda: self._drag(surface, [middle + QPoint(6 * n, 3 * n) for n in range(6)]))
        self._run("edit.undo", "edit.undo")
        self.context.desk.set_tool("hand")

    def judge(self) -> None:
        """A repair rejected, and accepted again."""
        self._run("panel.repairs", "playback.first", "playback.step", "masks.select")
        self.settle()
        self._run("masks.next")
        self.stage.until(lambda: bool(self.context.desk.repair))
        self._edit(lambda: self._run("masks.reject"))
        self._run("edit.undo")
        self.context.desk.set_tool("hand")

    def grade(self) -> None:
        """An operator added, a wheel of it dragged, all undone; seen at the grade stage."""
        context = self.context
        shot = context.bridge.film.shots[0].id
        before = context.desk.compare.b
        context.desk.set_compare(b=Look(PictureStage.GRADE))
        self._run("panel.inspector", "playback.first")
        self._edit(lambda: context.bridge.dispatch(SetStack((shot,), "grade", (StackEntry("cdl", 1, {}),))))
        self.stage.until(lambda: bool(self._wheels()))
        wheel = self._wheels()[0]
        middle = wheel.rect().center()
        self._edit(lambda: self._drag(wheel, [middle + QPoint(2 * n, n) for n in range(8)]))
        self._run("edit.undo", "edit.undo")
        self.settle()
        context.desk.set_compare(b=before)

    def cut(self) -> None:
        """Shots selected, split and joined again."""
        self._run("panel.timeline", "timeline.select_all", "timeline.select_none")
        self.context.desk.set_playhead(self.context.desk.length // 2)
        self._edit(lambda: self._run("timeline.split"))
        self._run("edit.undo", "playback.first")

    # --- round about ---------------------------------------------------------------------------------------

    def history(self) -> None:
        """Earlier states looked at."""
        self._run("panel.history")
        last = self.context.bridge.snapshot.seq
        for seq in (last - 1, last - 2):
            self.context.desk.view_row(seq)
            self.settle()
        self._run("history.now")

    def workspaces(self) -> None:
        """Every work space, the bare picture, full screen."""
        for workspace in (*WORKSPACES, WORKSPACES[0]):
            self._run(f"workspace.{workspace.id}")
        self._run("screen.picture", "screen.picture", "screen.full", "screen.full")

    def dialogs(self) -> None:
        """Each opened and closed."""
        for id in ("help.palette", "edit.preferences", "help.keys", "help.about", "pass.run", "file.export"):
            self._run(id, wait=0.05)
            for dialog in QApplication.topLevelWidgets():
                if isinstance(dialog, QDialog) and dialog.isVisible():
                    dialog.close()

    def menus(self) -> None:
        """Each kind of menu opened and closed: those of commands, those of buttons, the timeline's own."""
        self._run("panel.inspector")
        for id in ("inspector.add", "inspector.presets"):
            self._run(id, wait=0.02)
            self._close_popups()
        for button in self.stage.window.findChildren(QToolButton):
            if button.isVisible() and (menu := button.menu()) is not None:
                menu.popup(button.mapToGlobal(QPoint(0, button.height())))
                self._close_popups()
        timeline = self.stage.window.docks["timeline"].widget()
        place = timeline.rect().center()
        QApplication.sendEvent(timeline, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place))
        self._close_popups()

    def _close_popups(self) -> None:
        self.stage.wait(0.02)
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()

    def second_screen(self) -> None:
        """The second picture shown and closed."""
        self._run("screen.second", wait=0.1)
        self._run("screen.second")

    def languages(self) -> None:
        """Chinese, and back to English: the window is built anew each time."""
        for code in ("zh_CN", "en"):
            self._speak(code)
            self.settle()

    def work_of_machines(self) -> None:
        """A short pass and a short export; `apart` as the window runs them, in processes of their own."""
        bridge, session, target = self.context.bridge, self.context.bridge.session, self.stage.folder / "export"
        recipe, workers = find_recipe("scratches-only"), None if self._apart else 0
        bridge.jobs.submit(
            "pass",
            "pass",
            lambda report, token: session.run(recipe, "1", report, token, workers=workers, background=True),
        )
        spec = ExportSpec(target, PictureStage.REPAIR, (ProgrammeItem(bridge.film.shots[0].reel, 0, PASSED),))
        if self._apart:
            submit_export(self.context, spec, bridge.snapshot)
        else:
            bridge.jobs.submit("export", "export", lambda report, token: session.export(spec, report, token))
        self.settle()
        self._run("jobs.clear")
        rmtree(target)

    # --- opening and closing -------------------------------------------------------------------------------

    def close(self) -> None:
        """Back to the welcome page."""
        self.settle()
        self.stage.shell.close_project()
        self._rest(0.1)
        self._rest()

    def open(self, project: Path) -> None:
        """Open a project as the welcome page does."""
        self.stage.shell.open(project)
        self.stage.until(lambda: self.stage.shell.context is not None)
        self.stage.wait(0.1)
        self.settle()

    def _speak(self, language: str) -> None:
        before = self.stage.shell.window
        self.stage.shell.settings.language = language
        self.stage.until(lambda: self.stage.shell.window is not before)

    # --- hands ---------------------------------------------------------------------------------------------

    def _run(self, *ids: str, wait: float = 0.0) -> None:
        for id in ids:
            self.context.commands.trigger(id)
            self.stage.wait(wait or 0.005)

    def _edit(self, act: Callable[[], None]) -> None:
        """Act, and wait until the ledger has one row more."""
        bridge, rows = self.context.bridge, self.context.bridge.snapshot.seq
        act()
        self.stage.until(lambda: bridge.snapshot.seq > rows)
        self.settle()

    def _drag(self, widget: QWidget, points: Sequence[QPoint]) -> None:
        QTest.mousePress(widget, LEFT, Qt.KeyboardModifier.NoModifier, points[0])
        for point in points[1:]:
            QTest.mouseMove(widget, point)
            self.stage.wait(0.01)
        QTest.mouseRelease(widget, LEFT, Qt.KeyboardModifier.NoModifier, points[-1])

    def _wheels(self) -> list[Wheel]:
        return [wheel for wheel in self.stage.window.findChildren(Wheel) if wheel.isVisible() and wheel.isEnabled()]


ACTS = (
    "step", "play", "scrub", "compare", "zoom", "overlays", "scopes", "threshold", "paint", "judge", "grade", "cut",
    "history", "workspaces", "dialogs", "menus", "second_screen", "languages", "work_of_machines",
)  # fmt: skip
"""A round."""
