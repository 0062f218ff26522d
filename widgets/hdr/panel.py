"""The HDR dock: light, curve, controls, displays of the shot in view."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from app.document.model import VividGrade
from app.engine.vivid import set_index
from app.hdr.vivid.controls import Controls
from app.media.reel import FrameId
from widgets.context import Context
from widgets.hdr.commands import add_commands, tick
from widgets.hdr.curve_view import CurveView
from widgets.hdr.displays import DisplayRow
from widgets.hdr.graph import LightGraph
from widgets.hdr.hand import VividHand
from widgets.hdr.nits_field import NitsField
from widgets.hdr.reading import SETS, Reading, with_controls
from widgets.hdr.sliders import Sliders
from widgets.hdr.words import finding_text, light_text, limited_text, set_name, shot_title, state_text
from widgets.inspector.parts import SMALL_BUTTON, ElidedLabel
from widgets.text import translate

MASTERING = (1000.0, 2000.0, 4000.0, 10000.0)
TARGETS = (300.0, 500.0, 800.0, 1000.0)
NARROWEST = 280


class HdrPanel(QWidget):
    """Shows the shot under the playhead; changes nothing but by commands."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.hand = VividHand(context, self)
        add_commands(context, self.hand)
        self.title = ElidedLabel("", self)
        self.state = QLabel(self)
        self.graph = LightGraph(self)
        self.light = QLabel(self)
        self.tabs = QTabBar(self)
        self.mastering = NitsField(
            MASTERING,
            translate("Hdr", "Mastering display"),
            translate("Hdr", "Peak of the screen that the film is graded on, cd/m²; one film has one"),
            self,
        )
        self.target = NitsField(
            TARGETS,
            translate("Hdr", "Target of the HDR set"),
            translate("Hdr", "Peak of the display that the HDR set is made for, cd/m²"),
            self,
        )
        self.sdr = QCheckBox(translate("Hdr", "SDR set"), self)
        self.automatic = QCheckBox(translate("Hdr", "Automatic"), self)
        self.curve = CurveView(self)
        self.findings = QLabel(self)
        self.sliders = Sliders(self)
        self.displays = DisplayRow(self.hand, context.commands, self)
        self._begun = Controls()
        self._lay_out()
        self._connect()
        self.setMinimumWidth(NARROWEST)
        self.setFocusProxy(self.curve)
        self.show_state()

    @property
    def which(self) -> str:
        """The set that is worked on; the other one where the grade has no such set."""
        read = self.hand.reading
        sets = SETS if read is None else read.sets or SETS
        return self.hand.which if self.hand.which in sets else sets[0]

    def show_state(self) -> None:
        """Read everything again."""
        read = self.hand.reading
        locked = self.hand.locked_because
        self.title.setText("" if read is None else shot_title(read))
        said = locked or state_text(read)
        self.state.setText(said)
        self.state.setVisible(bool(said))
        self.area.setEnabled(read is not None)
        self._show_light(read)
        self._show_sets(read, editable=not locked and read is not None)
        self._show_curve(read, editable=not locked and read is not None)
        tick(self.context, self.hand)

    # --- inside -------------------------------------------------------------------------------------------

    def _show_light(self, read: Reading | None) -> None:
        frame = self.hand.frame
        self.graph.show_reading(read, None if frame is None else frame.index)
        text = "" if read is None else light_text(read)
        self.light.setText(text)
        self.light.setVisible(bool(text))

    def _show_sets(self, read: Reading | None, *, editable: bool) -> None:
        grade = VividGrade() if read is None else read.grade
        for widget in (self.mastering, self.target, self.sdr, self.automatic):
            widget.setEnabled(editable)
        self.mastering.show_nits(grade.mastering_nits)
        self.target.show_nits(grade.target_nits)
        self.sdr.setChecked(grade.sdr)
        self.automatic.setChecked(grade.automatic)
        for place, which in enumerate(SETS):
            there = read is not None and which in read.sets
            self.tabs.setTabEnabled(place, there)
            name = set_name(which)
            self.tabs.setTabText(place, f"{name} {grade.target_nits:g}" if which == "hdr" and there else name)
        self.tabs.blockSignals(True)
        self.tabs.setCurrentIndex(SETS.index(self.which))
        self.tabs.blockSignals(False)

    def _show_curve(self, read: Reading | None, *, editable: bool) -> None:
        made = None if read is None else read.graded
        measured = made is not None
        controls = Controls() if read is None else read.controls(self.which)
        handles = () if read is None else read.handles(self.which)
        self.sliders.show_controls(controls, handles, editable=editable and measured)
        self.curve.setEnabled(editable and measured)
        if read is None or made is None:
            self.curve.show_curve(None, None, None, 1000.0, ())
            self._say(())
            return
        index = set_index(made.metadata, self.which)
        self.curve.show_curve(made.metadata, read.automatic, index, read.grade.mastering_nits, handles)
        found = [finding_text(finding, read.sets) for finding in read.findings()]
        self._say((*found, *([limited_text(made.limited)] if made.limited else [])))

    def _tick(self) -> None:
        tick(self.context, self.hand)

    def _say(self, found: tuple[str, ...]) -> None:
        self.findings.setText("\n".join(found))
        self.findings.setVisible(bool(found))

    def _connect(self) -> None:
        hand = self.hand
        hand.changed.connect(self.show_state)
        hand.moved.connect(lambda: self._show_light(hand.reading))
        hand.desk.compare_changed.connect(self._tick)  # by name: the desk outlives a window in another language
        self.graph.frame_asked.connect(self._go_to)
        self.tabs.currentChanged.connect(lambda place: hand.set_which(SETS[place]))
        self.mastering.chosen.connect(self._set_mastering)
        self.target.chosen.connect(lambda nits: self._commit(target_nits=nits))
        self.sdr.clicked.connect(lambda on: self._commit(sdr=on))
        self.automatic.clicked.connect(lambda on: self._commit(automatic=on))
        self.sliders.tried.connect(lambda name, value: self._slide(name, value, done=False))
        self.sliders.committed.connect(lambda name, value: self._slide(name, value, done=True))
        self.sliders.dropped.connect(hand.drop)
        self.curve.taken.connect(self._take)
        self.curve.tried.connect(self._drag)
        self.curve.committed.connect(self._let_go)
        self.curve.dropped.connect(hand.drop)

    def _commit(self, **changes: object) -> None:
        read = self.hand.reading
        if read is not None:
            self.hand.commit(replace(read.grade, **changes))  # type: ignore[arg-type]

    def _set_mastering(self, nits: float) -> None:
        """Of all shots: a stream names one mastering display."""
        self.hand.set_mastering(nits)

    def _slide(self, name: str, value: float, *, done: bool) -> None:
        read = self.hand.reading
        if read is None:
            return
        grade = with_controls(read.grade, self.which, {name: value})
        if done:
            self.hand.commit(grade)
        else:
            self.hand.attempt(grade)

    def _take(self, name: str) -> None:
        read = self.hand.reading
        if read is not None:
            self._begun = read.controls(self.which)

    def _drag(self, name: str, x: float, y: float) -> None:
        read = self.hand.reading
        if read is not None:
            self.hand.attempt(read.dragged_to(self.which, name, (x, y), self._begun))

    def _let_go(self) -> None:
        read = self.hand.reading
        if read is not None:
            self.hand.commit(read.grade)

    def _go_to(self, index: int) -> None:
        read, desk = self.hand.reading, self.hand.desk
        if read is not None:
            position = self.hand.bridge.film.position(FrameId(read.shot.reel, index))
            desk.set_playhead(desk.playhead if position is None else position)

    # --- layout -------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        for label, role in ((self.state, "warn"), (self.light, "dim"), (self.findings, "warn")):
            label.setWordWrap(True)
            label.setProperty("role", role)
        for which in SETS:
            self.tabs.addTab(set_name(which))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName(translate("Hdr", "Sets"))
        self.tabs.setToolTip(translate("Hdr", "Each set is a curve for displays of its kind"))
        self.sdr.setToolTip(translate("Hdr", "Send a second set, for SDR displays"))
        self.automatic.setToolTip(
            translate("Hdr", "Set the hand controls aside, and send what the light of the shot alone gives")
        )
        content = QWidget(self)
        column = QVBoxLayout(content)
        column.setContentsMargins(8, 0, 8, 16)
        column.setSpacing(8)
        peaks = QHBoxLayout()
        peaks.setSpacing(4)
        for title, field in (
            (translate("Hdr", "Mastered on"), self.mastering),
            (translate("Hdr", "Target"), self.target),
        ):
            name = QLabel(title, content)
            name.setProperty("role", "dim")
            one = QVBoxLayout()
            one.setSpacing(2)
            one.addWidget(name)
            one.addWidget(field)
            peaks.addLayout(one, 1)
        switches = QHBoxLayout()
        switches.addWidget(self.tabs)
        switches.addStretch(1)
        ticks = QHBoxLayout()
        ticks.setSpacing(12)
        ticks.addWidget(self.sdr)
        ticks.addWidget(self.automatic)
        ticks.addStretch(1)
        seen = QLabel(translate("Hdr", "See as on a display of (cd/m²)"), content)
        seen.setProperty("role", "dim")
        for item in (self.graph, self.light, peaks, ticks, seen, self.displays, switches, self.curve, self.findings):
            if isinstance(item, QWidget):
                column.addWidget(item)
            else:
                column.addLayout(item)
        column.addWidget(self.sliders)
        column.addStretch(1)
        self.area = QScrollArea(self)
        self.area.setWidget(content)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(self._bar())
        layout.addWidget(self.state)
        layout.addWidget(self.area, 1)
        self.state.setContentsMargins(12, 0, 12, 0)

    def _bar(self) -> QHBoxLayout:
        """The shot's name, and the commands that go over shots."""
        bar = QHBoxLayout()
        bar.setContentsMargins(12, 8, 8, 0)
        bar.setSpacing(0)
        bar.addWidget(self.title, 1)
        for id in ("analyse", "copy", "paste", "link", "ripple", "reset"):
            button = self.context.commands.button(f"hdr.{id}", self)
            button.setFixedSize(SMALL_BUTTON, SMALL_BUTTON)
            bar.addWidget(button)
        return bar
