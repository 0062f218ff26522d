"""A threshold for each class that a pass has found on the frame: tried live, made on release."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QSlider, QSpinBox, QVBoxLayout, QWidget

from app.document.commands import SetThreshold
from app.document.model import HAND
from app.document.snapshot import Snapshot
from app.engine.look import NO_PREVIEW, Preview
from app.media.reel import FrameId
from widgets.masks.room import Room
from widgets.masks.words import class_icon, class_name, percent
from widgets.text import operator_text, translate
from widgets.theme import colour, figures
from widgets.theme.palette import OK, TEXT_DIM

PAUSE_MS = 500
"""Steps by key or wheel closer together than this are one edit."""

HANDLE = 14
"""Width of a slider's handle in the stylesheet: its middle travels this much less than the slider's width."""

TICKS = 200
"""Places along a slider that a tick can stand at."""

SCOPES = ("shot", "selected", "all")


@dataclass(frozen=True, slots=True)
class Filtered:
    """What one slider filters: a class that a pass found, and the threshold in force on the frame."""

    pass_id: str
    recipe: str
    defect: str
    value: float


def filtered_on(snapshot: Snapshot, frame: FrameId | None) -> tuple[Filtered, ...]:
    """The classes that passes over a frame find, each by the newest pass of its detector. Several detectors of one
    pass that find one class have one threshold."""
    if frame is None or frame.reel not in snapshot.reels:
        return ()
    shot = snapshot.shot_at(frame.reel, frame.index).id
    found: dict[tuple[str, str], Filtered] = {}
    for item in reversed(list(snapshot.passes.values())):
        if not item.active or not any(
            reel == frame.reel and start <= frame.index < end for reel, start, end in item.ranges
        ):
            continue
        for step in item.steps:
            if step.defect and step.operator != HAND:
                value = snapshot.threshold(item.id, shot, step)
                found.setdefault((step.operator, step.defect), Filtered(item.id, item.recipe, step.defect, value))
    return tuple(sorted(dict.fromkeys(found.values()), key=lambda one: one.defect))


class Ticks(QWidget):
    """The probabilities of the frame's detections along a slider: what moving it would take in or leave out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(8)
        self._values: tuple[float, ...] = ()
        self._threshold = 0.0

    def show_values(self, values: tuple[float, ...], threshold: float) -> None:
        """Draw these."""
        if (values, threshold) != (self._values, self._threshold):
            self._values, self._threshold = values, threshold
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """One line each; those taken in are taller, and green."""
        painter = QPainter(self)
        span = self.width() - HANDLE
        for value in self._values:
            taken = value >= self._threshold
            height = 8.0 if taken else 4.0
            x = HANDLE / 2 + value * span - 0.5
            painter.fillRect(QRectF(x, 8.0 - height, 1.5, height), colour(OK if taken else TEXT_DIM))
        painter.end()


class ThresholdRow(QWidget):
    """Name, slider and number of one class."""

    tried = Signal(float)
    committed = Signal(float)

    def __init__(self, filtered: Filtered, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filtered = filtered
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._commit)
        self._setting = False
        name = class_name(filtered.defect)
        tip = translate(
            "Masks",
            "{kind} found by the pass {recipe} is mended from this probability on; what a person decided stays.\n"
            "Arrow keys step by one per cent, Page Up and Page Down by ten.",
        ).format(kind=name, recipe=operator_text(filtered.recipe))
        sign = QLabel(self)
        sign.setPixmap(class_icon(filtered.defect).pixmap(16, 16))
        self._slider = QSlider(Qt.Orientation.Horizontal, self)
        self._slider.setRange(0, 100)
        self._slider.setPageStep(10)
        self._slider.setAccessibleName(translate("Masks", "Threshold of {kind}").format(kind=name))
        self._number = QSpinBox(self)
        self._number.setRange(0, 100)
        self._number.setSuffix(" %")
        self._number.setFont(figures())
        self._number.setKeyboardTracking(False)
        self._number.setAccessibleName(self._slider.accessibleName())
        self.ticks = Ticks(self)
        for part in (self, self._slider, self._number):
            part.setToolTip(tip)
        self._lay_out(sign, QLabel(name, self))
        self._slider.valueChanged.connect(self._on_slider)
        self._slider.sliderReleased.connect(self._commit)
        self._number.valueChanged.connect(self._slider.setValue)
        self.take(filtered)

    def _lay_out(self, sign: QLabel, name: QLabel) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        name.setMinimumWidth(56)
        self._number.setFixedWidth(72)
        grid.addWidget(self.ticks, 0, 2)
        grid.addWidget(sign, 1, 0)
        grid.addWidget(name, 1, 1)
        grid.addWidget(self._slider, 1, 2)
        grid.addWidget(self._number, 1, 3)
        grid.setColumnStretch(2, 1)

    @property
    def busy(self) -> bool:
        """True while the person is at it."""
        return self._slider.isSliderDown() or self._pause.isActive()

    @property
    def value(self) -> float:
        """Where the slider stands, 0 to 1."""
        return self._slider.value() / 100

    def take(self, filtered: Filtered) -> None:
        """Show what the project says, unless the person is just changing it."""
        self.filtered = filtered
        if not self.busy:
            self._show(round(filtered.value * 100))

    def set_enabled(self, on: bool) -> None:
        """Let it be changed or not."""
        self._slider.setEnabled(on)
        self._number.setEnabled(on)

    def _show(self, per_cent: int) -> None:
        self._setting = True
        self._slider.setValue(per_cent)
        self._number.setValue(per_cent)
        self._setting = False

    def _on_slider(self, per_cent: int) -> None:
        if self._setting:
            return
        self._show(per_cent)
        if not self._slider.isSliderDown():
            self._pause.start()
        self.tried.emit(per_cent / 100)

    def _commit(self) -> None:
        self._pause.stop()
        self.committed.emit(self.value)


class Thresholds(QWidget):
    """The sliders of the frame, and in which shots they hold."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._desk = room.desk
        self._trying: Preview = NO_PREVIEW
        self._rows: dict[tuple[str, str], ThresholdRow] = {}
        self._scope = QComboBox(self)
        for scope, words in zip(SCOPES, self._scope_titles(), strict=True):
            self._scope.addItem(words, scope)
        self._scope.setToolTip(translate("Masks", "In which shots a threshold that you set holds"))
        self._scope.setAccessibleName(self._scope.toolTip())
        title = QLabel(translate("Masks", "Thresholds"), self)
        title.setProperty("role", "section")
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self._scope)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addLayout(head)
        room.bridge.changed.connect(self._end_try)
        room.bridge.failed.connect(self._end_try)

    @staticmethod
    def _scope_titles() -> Sequence[str]:
        return (
            translate("Masks", "In this shot"),
            translate("Masks", "In the selected shots"),
            translate("Masks", "In all shots"),
        )

    def fill(self) -> None:
        """A row for each class the frame's passes find, with what was found on the frame."""
        wanted = {(one.pass_id, one.defect): one for one in filtered_on(self._snapshot(), self._room.repairs.frame)}
        for key in [key for key in self._rows if key not in wanted]:
            row = self._rows.pop(key)
            row.hide()
            row.deleteLater()
        for key, one in wanted.items():
            if key not in self._rows:
                self._rows[key] = self._make_row(one)
            self._rows[key].take(one)
        self._draw_ticks()
        possible = not self._room.bridge.readonly and self._desk.viewing is None
        for row in self._rows.values():
            row.set_enabled(possible)
        self.setVisible(bool(wanted))

    def _snapshot(self) -> Snapshot:
        return self._room.bridge.snapshot

    def _make_row(self, one: Filtered) -> ThresholdRow:
        row = ThresholdRow(one, self)
        row.tried.connect(lambda value: self._try(row, value))
        row.committed.connect(lambda value: self._commit(row, value))
        self._column.addWidget(row)
        return row

    def _draw_ticks(self) -> None:
        for group, row in self._rows.items():
            row.ticks.show_values(self._room.repairs.listing.sure(group, TICKS), row.value)

    def _try(self, row: ThresholdRow, value: float) -> None:
        """Show the frame as it would be; only its own shot is on the screen."""
        shot = self._room.repairs.shot
        if shot is not None:
            self._trying = Preview(thresholds={(row.filtered.pass_id, shot, row.filtered.defect): value})
            self._desk.set_preview(self._trying)
        self._draw_ticks()

    def _commit(self, row: ThresholdRow, value: float) -> None:
        one, shot = row.filtered, self._room.repairs.shot
        if shot is None or percent(value) == percent(one.value):
            self._end_try()
            return
        chosen: dict[str, tuple[str, ...] | None] = {
            "shot": (shot,), "selected": self._desk.selected_shots or (shot,), "all": None,
        }  # fmt: skip
        self._room.bridge.dispatch(SetThreshold(one.pass_id, chosen[self._scope.currentData()], one.defect, value))

    def _end_try(self) -> None:
        """The edit holds or could not be made: what is tried out is no longer needed."""
        if self._trying and self._desk.preview == self._trying and not any(row.busy for row in self._rows.values()):
            self._trying = NO_PREVIEW
            self._desk.set_preview(NO_PREVIEW)
            self.fill()
