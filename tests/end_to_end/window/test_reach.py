"""The window without a pointer, and without an eye for colours: everything is reached by key, told by name, told
apart by more than its colour, and light enough to be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations, pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QIcon, QImage, QKeySequence, QPixmap, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QDockWidget,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QRadioButton,
    QScrollBar,
    QTabBar,
    QToolButton,
    QWidget,
)

from tests.end_to_end.window import states_of_project, states_of_work, states_round_work
from tests.end_to_end.window.conftest import MakeStudio
from tests.end_to_end.window.inspection import seen
from tests.end_to_end.window.studio import Studio
from widgets.commands.fuzzy import ranked
from widgets.commands.palette import Palette
from widgets.commands.table import key_text
from widgets.history.model import ICONS as ROW_ICONS
from widgets.jobs.job import JobState
from widgets.jobs.words import ICONS as JOB_ICONS
from widgets.masks.words import class_icon, state_icon
from widgets.theme import contrast, icon
from widgets.theme.palette import WARN
from widgets.viewer.marks import State
from widgets.viewer.overlay import pen_of

AA = 4.5
"""WCAG 2.2, 1.4.3: contrast of text."""


@pytest.fixture
def studio(make_studio: MakeStudio) -> Iterator[Studio]:
    """The window on the restored film, at a frame with repairs."""
    studio = make_studio()
    studio.open()
    next(states_of_work.found(studio))
    studio.rest()
    yield studio
    studio.close()


STATES = {
    "restore": states_of_work.found,
    "grade": states_of_work.graded,
    "review": states_of_work.STATES["workspace_review"],
    "triage": states_of_work.STATES["triage"],
    "repair_table": states_of_work.repair_table,
    "history": states_round_work.history,
    "versions": states_round_work.versions,
    "earlier_row": states_round_work.earlier_row,
    "jobs": states_round_work.jobs,
    "banners": states_round_work.banners,
    "ask_pass": states_of_project.ask_pass,
    "export": states_round_work.STATES["export"],
    **{name: states for name, states in states_round_work.STATES.items() if name.startswith("preferences_")},
    "shortcut_conflict": states_round_work.shortcut_conflict,
    "about": states_round_work.STATES["about"],
    "overlay_choices": states_round_work.overlay_choices,
}
"""Those whose controls differ."""


def walk(studio: Studio, *names: str) -> Iterator[tuple[str, QWidget]]:
    """These states, or all, one after the other, with the window or dialog that is on top."""
    for name in names or STATES:
        going = STATES[name](studio)
        next(going)
        studio.rest()
        yield name, studio.tops()[-1]
        assert next(going, None) is None
        studio.pump(0.01)


# --- commands ------------------------------------------------------------------------------------------------


def test_no_key_runs_two_commands(studio: Studio) -> None:
    window, commands = studio.window, studio.context.commands
    assert commands.conflicts() == {}
    actions = {id(action): action for action in window.actions()}.values()
    keys = Counter(key.toString() for action in actions for key in action.shortcuts())
    keys += Counter(shortcut.key().toString() for shortcut in window.findChildren(QShortcut))
    assert [key for key, count in keys.items() if count > 1] == []
    assert keys[QKeySequence("Ctrl+Shift+P").toString()] == 1


def test_every_command_is_in_a_menu_and_found_by_its_name(studio: Studio) -> None:
    commands = studio.context.commands
    menus = [action.menu() for action in studio.window.menuBar().actions()]
    offered = {action for menu in menus if isinstance(menu, QMenu) for action in menu.actions()}
    assert [one.id for one in commands.all() if commands.action(one.id) not in offered] == []
    for command in commands.all():
        assert ranked(command.title, commands.all(), ())[0].title == command.title


def test_the_palette_runs_what_was_typed(studio: Studio, qtbot) -> None:
    window, commands = studio.window, studio.context.commands
    window.activateWindow()
    window.panels.viewer.setFocus()
    QTest.keyClick(
        QApplication.focusWidget(),
        Qt.Key.Key_P,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    (palette,) = [one for one in window.findChildren(Palette) if one.isVisible()]
    QTest.keyClicks(palette.field, "side by side")
    with qtbot.waitSignal(commands.ran, check_params_cb=lambda id: id == "viewer.side"):
        QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert studio.context.desk.compare.mode == "side"


# --- Tab -----------------------------------------------------------------------------------------------------


def stops(studio: Studio, key: Qt.Key) -> list[QWidget]:
    """The controls that a key leads through, from the picture until it comes back to it."""
    studio.window.activateWindow()
    studio.window.panels.viewer.setFocus()
    found = [QApplication.focusWidget()]
    for _ in range(200):
        QTest.keyClick(found[-1], key)
        now = QApplication.focusWidget()
        if now is found[0]:
            return found
        assert now not in found, f"Tab goes in a circle that leaves the picture out, at {told(now)}"
        found.append(now)
    raise AssertionError("Tab never comes back")


def stops_tab(widget: QWidget) -> bool:
    """True of what asks for the focus by Tab, and does not pass it on."""
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None


def told(widget: QWidget) -> str:
    """A control, for the reader of a failure."""
    return f"{type(widget).__name__} {widget.accessibleName() or getattr(widget, 'text', str)()!r}"


def panel_of(widget: QWidget) -> QWidget | None:
    """The dock, or the part of the middle, that a control stands in."""
    while (parent := widget.parentWidget()) is not None and not isinstance(widget, QDockWidget):
        if parent.window() is parent or parent.objectName() in ("viewer", "main"):
            return widget
        widget = parent
    return widget


def place(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def test_tab_goes_round_every_panel_as_one_reads_it(studio: Studio) -> None:
    for _ in walk(studio, "restore", "grade", "review", "history", "jobs"):
        tab_goes_round(studio)


def tab_goes_round(studio: Studio) -> None:
    forth, back = stops(studio, Qt.Key.Key_Tab), stops(studio, Qt.Key.Key_Backtab)
    assert [told(one) for one in back[1:]] == [told(one) for one in reversed(forth[1:])]
    for one in seen(studio.window):
        if stops_tab(one) and one.isEnabled():
            assert one in forth, f"Tab does not come to {told(one)}"
    for one in forth:
        assert studio.window.rect().intersects(place(one)), f"Tab goes out of sight, to {told(one)}"
    for one, after in pairwise(forth):
        if panel_of(one) is panel_of(after):
            assert place(after).bottom() >= place(one).top(), f"Tab goes up, from {told(one)} to {told(after)}"


def test_tab_goes_round_every_dialog(studio: Studio) -> None:
    for state, dialog in walk(studio, "ask_pass", "export", "preferences_machine", "shortcut_conflict", "about"):
        dialog.activateWindow()
        wanted = [one for one in seen(dialog) if stops_tab(one) and one.isEnabled()]
        # Of radio buttons one is come to by Tab, the others by the arrow keys.
        wanted = [one for one in wanted if not isinstance(one, QRadioButton) or one.isChecked()]
        wanted[0].setFocus()
        found: list[QWidget | None] = []
        while (now := QApplication.focusWidget()) not in found:
            found.append(now)
            QTest.keyClick(now, Qt.Key.Key_Tab)
        assert now is found[0], f"{state}: Tab goes in a circle that leaves {told(wanted[0])} out"
        assert not (missed := [told(one) for one in wanted if one not in found]), (state, missed)


def test_the_focus_can_be_seen_on_every_control(studio: Studio) -> None:
    for state, _ in walk(studio, "restore", "grade", "history"):
        for control in stops(studio, Qt.Key.Key_Tab):
            control.setFocus(Qt.FocusReason.TabFocusReason)
            studio.pump(0.001)
            with_focus = control.grab().toImage()
            control.clearFocus()
            studio.pump(0.001)
            assert with_focus != control.grab().toImage(), f"{state}: nothing shows the focus of {told(control)}"


# --- names ---------------------------------------------------------------------------------------------------

CONTROLS = (QToolButton, QPushButton, QCheckBox, QRadioButton, QComboBox, QAbstractSlider, QAbstractSpinBox)


def test_controls_have_names_say_what_they_do_and_can_be_read(studio: Studio) -> None:
    commands = studio.context.commands
    actions = {commands.action(one.id): one for one in commands.all()}
    wrong, keys, measured = [], 0, 0
    for state, top in walk(studio):
        picture = pixels(top.grab().toImage())
        for control in seen(top):
            if stops_tab(control) and not isinstance(control, QTabBar) and not name_of(control):
                wrong.append(f"{state}: {told(control)} has no name")
            if isinstance(control, CONTROLS) and not is_part(control) and not control.toolTip():
                wrong.append(f"{state}: {told(control)} has no tooltip")
            if isinstance(control, QToolButton) and (command := actions.get(control.defaultAction())) is not None:
                missing = [key for key in commands.keys(command.id)[:1] if key_text(key) not in control.toolTip()]
                wrong += [f"{state}: the tooltip of {command.id} does not show {key}" for key in missing]
                keys += 1
        for widget, text in texts(top):
            measured += 1
            if (ratio := strongest_contrast(cut(picture, place(widget)))) < AA:
                wrong.append(f"{state}: the contrast of {text!r} is {ratio:.1f}")
    assert not wrong, "\n".join(dict.fromkeys(wrong))
    assert keys > 100 and measured > 150, (keys, measured)


def name_of(widget: QWidget) -> str:
    """What a screen reader says."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def is_part(widget: QWidget) -> bool:
    """Scroll bars, and what Qt builds its own fields and tab bars from."""
    return isinstance(widget, QScrollBar) or isinstance(widget.parentWidget(), QLineEdit | QTabBar)


# --- contrast ------------------------------------------------------------------------------------------------


def test_weak_text_is_found(qtbot) -> None:
    label = QLabel("words")
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.setStyleSheet("background: #404040; color: #808080;")
    assert strongest_contrast(pixels(label.grab().toImage())) < AA
    label.setStyleSheet("background: #1f1f1f; color: #dadada;")
    assert strongest_contrast(pixels(label.grab().toImage())) > AA


def texts(top: QWidget) -> Iterator[tuple[QWidget, str]]:
    """Labels and buttons with words, all of which can be seen; what is switched off may be dimmer."""
    for widget in seen(top):
        if not isinstance(widget, QLabel | QAbstractButton) or not widget.isEnabled():
            continue
        iconic = isinstance(widget, QToolButton) and widget.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
        whole = widget.visibleRegion().boundingRect() == widget.rect()
        if whole and widget.text().strip() and not (iconic and not widget.icon().isNull()):
            yield widget, widget.text()


def pixels(picture: QImage) -> np.ndarray:
    """RGB of a picture, uint8 (height, width, 3)."""
    picture = picture.convertToFormat(QImage.Format.Format_RGB32)
    raw = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), picture.bytesPerLine() // 4, 4)
    return raw[:, : picture.width(), 2::-1].copy()


def cut(picture: np.ndarray, part: QRect) -> np.ndarray:
    return picture[max(part.top(), 0) : part.bottom() + 1, max(part.left(), 0) : part.right() + 1]


def strongest_contrast(part: np.ndarray) -> float:
    """Contrast of what differs most from the colour there is most of: the core of a letter's stroke."""
    shades, counts = np.unique(part.reshape(-1, 3), axis=0, return_counts=True)
    ground = hexed(shades[counts.argmax()])
    return max(contrast(ground, hexed(shade)) for shade in shades)


def hexed(shade: np.ndarray) -> str:
    return "#" + "".join(f"{int(channel):02x}" for channel in shade)


# --- colour is never the only sign ---------------------------------------------------------------------------


def shape(sign: QIcon) -> np.ndarray:
    """Where a sign is drawn, whatever its colour."""
    picture: QPixmap = sign.pixmap(32, 32)
    image = picture.toImage().convertToFormat(QImage.Format.Format_Alpha8)
    return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine()).copy() > 127


def assert_shapes_differ(signs: dict[str, QIcon]) -> None:
    for (one, first), (other, second) in combinations(signs.items(), 2):
        assert np.count_nonzero(shape(first) != shape(second)) > 20, f"{one} and {other} look the same but for colour"


def test_states_are_told_apart_by_shape(qapp) -> None:
    assert_shapes_differ({state.value: state_icon(state) for state in State})
    assert_shapes_differ({name: class_icon(name) for name in ("dirt", "scratch", "splice", "other")})
    assert_shapes_differ({state.value: icon(JOB_ICONS[state]) for state in JobState})
    assert_shapes_differ({str(state): icon(name) for state, name in ROW_ICONS.items()})
    patterns = [tuple(pen_of(state, Qt.GlobalColor.white).dashPattern()) for state in State]
    assert len(set(patterns)) == len(patterns)
    with pytest.raises(AssertionError, match="look the same"):
        assert_shapes_differ({"plain": icon("info"), "tinted": icon("info", WARN)})
