from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton

from app.errors import LockedError, ProjectError
from widgets.text import set_language
from widgets.welcome import WelcomePage
from widgets.welcome.media import media_of
from widgets.welcome.recents import when

Button = Qt.MouseButton


@pytest.fixture
def page(qtbot, settings, tmp_path):
    here = tmp_path / "chess.reelmend"
    here.touch()
    picture = tmp_path / "chess.png"
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    image.fill(QColor(90, 90, 90))
    image.save(str(picture))
    settings.remember(tmp_path / "gone.reelmend", datetime(2026, 1, 2, 9, 30))
    settings.remember(here, datetime(2026, 1, 3, 14, 2), picture)
    made = WelcomePage(settings)
    qtbot.addWidget(made)
    made.resize(1280, 760)
    made.show()
    qtbot.waitUntil(lambda: any(row.picture is not None for row in made.recents.rows()))
    return made


def test_recent_projects_stand_newest_first_and_the_missing_is_marked(page):
    rows = page.recents.rows()
    assert [row.recent.path.stem for row in rows] == ["chess", "gone"]
    assert [row.there for row in rows] == [True, False]


def test_enter_opens_and_delete_forgets(page, qtbot, settings):
    page.recents.setFocus()
    with qtbot.waitSignal(page.open_requested) as asked:
        QTest.keyClick(page.recents, Qt.Key.Key_Return)
    assert asked.args[0].stem == "chess" and asked.args[1] is False
    QTest.keyClick(page.recents, Qt.Key.Key_Down)
    QTest.keyClick(page.recents, Qt.Key.Key_Delete)
    assert [recent.path.stem for recent in settings.recent] == ["chess"]
    assert [row.recent.path.stem for row in page.recents.rows()] == ["chess"]


def test_a_recent_project_can_be_opened_to_look_only(page, qtbot):
    look_only = page.recents.menu(0).actions()[1]
    with qtbot.waitSignal(page.open_requested) as asked:
        look_only.trigger()
    assert asked.args[1] is True


def drop(page, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    more = (Qt.DropAction.CopyAction, data, Button.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPointF(20, 20).toPoint(), *more)
    QApplication.sendEvent(page, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(page, QDropEvent(QPointF(20, 20), *more))


def test_dropped_media_ask_for_a_new_project(page, qtbot):
    with qtbot.waitSignal(page.new_requested) as asked:
        drop(page, "/film/reel1.mov", "/film/scan/b_0002.dpx", "/film/scan/b_0001.dpx")
    assert asked.args[0] == [Path("/film/reel1.mov"), Path("/film/scan/b_0001.dpx")]


def test_a_dropped_project_is_opened(page, qtbot):
    with qtbot.waitSignal(page.open_requested) as asked:
        drop(page, "/film/chess.reelmend")
    assert asked.args == [Path("/film/chess.reelmend"), False]


def test_buttons_ask(page, qtbot, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (["/film/a.mov"], ""))
    with qtbot.waitSignal(page.new_requested) as asked:
        QTest.mouseClick(page.movie, Button.LeftButton)
    assert asked.args[0] == [Path("/film/a.mov")]
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    QTest.mouseClick(page.folder, Button.LeftButton)  # given up: nothing is asked
    with qtbot.waitSignal(page.demo_requested):
        QTest.mouseClick(page.demo, Button.LeftButton)


def test_a_locked_project_is_told_with_a_way_on(page, qtbot):
    text = "a.reelmend is being written by Ann, on host7 (process 12, last seen 3 s ago): close it there"
    page.show_trouble(Path("/film/a.reelmend"), LockedError(text))
    assert page.trouble.isVisible()
    assert text in page.trouble.text.text()
    with qtbot.waitSignal(page.open_requested) as asked:
        QTest.mouseClick(page.trouble.look, Button.LeftButton)
    assert asked.args == [Path("/film/a.reelmend"), True]
    assert not page.trouble.isVisible()


def test_a_damaged_project_cannot_be_opened_to_look(page):
    page.show_trouble(Path("/film/a.reelmend"), ProjectError("it is damaged"))
    assert not page.trouble.look.isVisible()
    QTest.mouseClick(page.trouble.back, Button.LeftButton)
    assert not page.trouble.isVisible()


def test_a_crash_is_told_at_the_next_start(qtbot, settings, monkeypatch):
    settings.set_running(Path("/film/a.reelmend"))
    monkeypatch.setattr("widgets.welcome.page.process_alive", lambda *_: False)
    page = WelcomePage(settings)
    qtbot.addWidget(page)
    assert "a" in page.trouble.headline.text() and not page.trouble.isHidden()


def test_the_language_is_a_setting(page, settings):
    page.language.setCurrentIndex(page.language.findData("zh_CN"))
    page.language.activated.emit(page.language.currentIndex())
    assert settings.language == "zh_CN"


def test_dates_are_told_as_people_do():
    day = date(2026, 5, 2)
    assert when(datetime(2026, 5, 2, 14, 2), day) == "Today, 14:02"
    assert when(datetime(2026, 5, 1, 9, 30), day) == "Yesterday, 09:30"
    assert "2026" in when(datetime(2026, 4, 1, 9, 30), day)


def test_one_frame_stands_for_its_sequence():
    assert media_of([Path("/s/a_2.dpx"), Path("/s/a_1.dpx"), Path("/s"), Path("/x.mkv")]) == [
        Path("/s"),
        Path("/s/a_1.dpx"),
        Path("/x.mkv"),
    ]


@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_nothing_is_cut_off(qtbot, settings, code):
    set_language(code)
    page = WelcomePage(settings)
    qtbot.addWidget(page)
    page.resize(1280, 760)
    page.show_trouble(Path("/film/a.reelmend"), LockedError("somebody has it"))
    page.show()
    for widget in page.findChildren(QPushButton) + page.findChildren(QLabel):
        if widget.isVisible():
            assert widget.width() >= widget.minimumSizeHint().width(), widget.text()
            needed = (
                widget.heightForWidth(widget.width()) if widget.hasHeightForWidth() else widget.sizeHint().height()
            )
            assert widget.height() >= needed, widget.text()
