"""The machine's coarse pass, at the top of the inspector: which recipe, over what, and what was run last."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QDateTime, QLocale, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QWidget

from app.document.model import HAND, Pass, Shot
from app.document.snapshot import Snapshot
from widgets.inspector.hand import Hand
from widgets.inspector.parts import Choice, ElidedLabel
from widgets.inspector.recipes import Recipes
from widgets.jobs.job import Job
from widgets.jobs.passes import submit_pass
from widgets.jobs.running import STEPS, pass_over
from widgets.jobs.words import found_so_far, reading
from widgets.text import filled, operator_text, translate

USUAL = "standard"
RECIPE_SETTING = "jobs/recipe"
"""Shared with the dialog that runs passes."""


class PassSection(QWidget):
    """Chooses and runs a recipe. Thresholds are not here: they belong to the repairs."""

    def __init__(self, hand: Hand, recipes: Recipes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hand = hand
        self.recipes = recipes
        title = QLabel(translate("Inspector", "Pass"), self)
        title.setProperty("role", "section")
        self.choice = Choice(self)
        self.choice.setAccessibleName(translate("Inspector", "Recipe"))
        self.choice.activated.connect(self._chosen)
        self.button = QPushButton(translate("Inspector", "Run"), self)
        self.button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.button.clicked.connect(self.run)
        self.adapt = QPushButton(translate("Inspector", "Adapt..."), self)
        self.adapt.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.adapt.setToolTip(translate("Inspector", "Let the detector learn from what you corrected on this film"))
        self.adapt.clicked.connect(lambda: hand.context.commands.trigger("pass.adapt"))
        self.last = ElidedLabel("", self)
        self.last.setProperty("role", "dim")
        self._last = ""
        self.bar = QProgressBar(self, maximum=STEPS)
        self.bar.setTextVisible(False)
        self.bar.setStyleSheet("min-height: 4px; max-height: 4px;")
        self.bar.hide()
        grid = QGridLayout(self)
        grid.setContentsMargins(4, 4, 4, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.addWidget(title, 0, 0, 1, 2)
        grid.addWidget(self.choice, 1, 0)
        grid.addWidget(self.button, 1, 1)
        grid.addWidget(self.last, 2, 0)
        grid.addWidget(self.adapt, 2, 1)
        grid.addWidget(self.bar, 3, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        recipes.changed.connect(self._fill)
        hand.changed.connect(self.show_state)
        jobs = hand.bridge.jobs
        jobs.changed.connect(self._on_job)
        jobs.listed.connect(self._show_job)
        self.show_state()

    @property
    def recipe(self) -> str:
        """The name of the chosen recipe; '' before they are read."""
        return self.choice.currentData() or ""

    def cannot_run(self) -> str:
        """Why no pass can be run now; '' where one can."""
        if not self.hand.editable:
            return self.hand.locked_because
        if self.hand.target is None:
            return translate("Inspector", "The project has no film yet")
        return "" if self.recipe else translate("Inspector", "No recipe is chosen")

    def run(self) -> None:
        """Run the chosen recipe over the shots that edits reach."""
        if self.cannot_run() or self.hand.target is None:
            return
        shots = [self.hand.bridge.snapshot.shot(id) for id in self.hand.target.shots]
        submit_pass(self.hand.context, self.recipes.found.all[self.recipe], shots)

    # --- what it shows ------------------------------------------------------------------------------------

    def show_state(self) -> None:
        """Where it would run, and what ran last."""
        target, snapshot = self.hand.target, self.hand.snapshot
        reason = self.cannot_run()
        self.button.setEnabled(not reason)
        self.adapt.setEnabled(self.hand.editable and target is not None)
        count = 0 if target is None else len(target.shots)
        where = translate("Inspector", "Run it in the background over %n shot(s)", n=count)
        keys = self._keys()
        self.button.setToolTip(reason or (f"{where} ({keys})" if keys else where))
        self._last = self._last_text(last_pass(snapshot, target.lead)) if target is not None else ""
        self._show_job()

    def _keys(self) -> str:
        commands = self.hand.context.commands
        known = any(command.id == "inspector.run" for command in commands.all())
        return ", ".join(commands.keys("inspector.run")) if known else ""

    def _last_text(self, last: Pass | None) -> str:
        if last is None:
            return translate("Inspector", "No pass has looked at this shot yet")
        when = _moment(last.created)
        name = operator_text(last.recipe)
        if not last.active:
            return translate("Inspector", "Last: {recipe}, {when} (switched off)").format(recipe=name, when=when)
        return translate("Inspector", "Last: {recipe}, {when}").format(recipe=name, when=when)

    def _fill(self) -> None:
        chosen = self.recipe or self.hand.settings.value(RECIPE_SETTING, USUAL)
        self.choice.clear()
        for name, recipe in self.recipes.found.all.items():
            if recipe.detect or recipe.stages:
                self.choice.addItem(operator_text(name), name)
                tip = operator_text(recipe.summary)
                self.choice.setItemData(self.choice.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        self.choice.setCurrentIndex(max(self.choice.findData(chosen), 0))
        self._say_what_it_does()
        self.show_state()

    def _chosen(self, index: int) -> None:
        self.hand.settings.set_value(RECIPE_SETTING, self.recipe)
        self._say_what_it_does()

    def _say_what_it_does(self) -> None:
        recipe = self.recipes.found.all.get(self.recipe)
        self.choice.setToolTip("" if recipe is None else operator_text(recipe.summary))

    # --- the pass that runs -------------------------------------------------------------------------------

    def _on_job(self, job: Job) -> None:
        if job.kind == "pass":
            self._show_job()

    def _show_job(self) -> None:
        """How far the pass over this shot is, in the place of what ran last."""
        target = self.hand.target
        running = None if target is None else pass_over(self.hand.bridge.jobs, target.lead.id)
        self.bar.setVisible(running is not None)
        text, more = self._last, self._last
        if running is not None:
            self.bar.setValue(round(running.fraction * STEPS))
            percent = int(running.fraction * 100)
            text = filled(translate("Inspector", "A pass is running: {percent} %"), percent=percent)
            more = "\n".join(filter(None, (running.title, reading(running), found_so_far(running))))
        self.last.setText(text)
        self.last.setToolTip(more)
        self.bar.setToolTip(more)


def last_pass(snapshot: Snapshot, shot: Shot) -> Pass | None:
    """The newest pass of the machine that looked at a frame of the shot."""
    found = [
        item
        for item in snapshot.passes.values()
        if item.recipe != HAND
        and any(reel == shot.reel and start < shot.end and end > shot.start for reel, start, end in item.ranges)
    ]
    return max(found, key=lambda item: (item.created, item.id), default=None)


def _moment(created: str) -> str:
    """Date and time as people here write them; '' where a pass carries none."""
    try:
        when = datetime.fromisoformat(created)
    except ValueError:
        return created
    moment = QDateTime.fromSecsSinceEpoch(int(when.timestamp()))
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)
