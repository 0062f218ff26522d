from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QFileDialog, QLabel, QLineEdit

from widgets.commands import Command
from widgets.preferences import PreferencesDialog, facts
from widgets.preferences.machine import size_text
from widgets.settings import Settings
from widgets.text import set_language

Button = Qt.MouseButton


@pytest.fixture
def dialog(qtbot, settings, commands, tmp_path):
    settings.cache_folder = tmp_path
    commands.add(Command("play.toggle", "Play", "Playback", ("Space",)), lambda: None)
    made = PreferencesDialog(settings, commands)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: "encodings" in made.colour.found.text() and made.machine.used.text() != "Counting...")
    return made


def choose(box: QComboBox, value):
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def test_what_is_chosen_is_kept(dialog, settings):
    choose(dialog.general.language, "zh_CN")
    choose(dialog.general.scale, 150)
    choose(dialog.machine.device, "cpu")
    dialog.general.author.setFocus()
    QTest.keyClicks(dialog.general.author, "Ann Lee")
    QTest.keyClick(dialog.general.author, Qt.Key.Key_Return)
    dialog.show_page(dialog.machine)
    QTest.mouseClick(dialog.machine.proxies, Button.LeftButton, pos=dialog.machine.proxies.rect().center())
    settings.flush()
    again = Settings(settings.path)
    assert (again.language, again.scale, again.device, again.author) == ("zh_CN", 150, "cpu", "Ann Lee")
    assert again.proxies is False


def test_memory_is_told_as_a_share_of_the_machine(dialog, settings):
    dialog.machine.memory.setValue(1.5)
    assert settings.memory == 1_500_000_000
    assert dialog.machine.share.text().startswith("1.5 GB of ")
    dialog.machine.memory.setValue(0)
    assert settings.memory is None
    assert "25 %" in dialog.machine.share.text()
    dialog.machine.memory.setValue(0.1)
    assert settings.memory == 500_000_000


def test_a_device_that_is_not_there_cannot_be_chosen(dialog, qtbot):
    box = dialog.machine.device
    found = {device.id: device.name for device in facts.devices()}
    qtbot.waitUntil(lambda: "cores" in box.itemText(box.findData("cpu")))
    for id, name in found.items():
        assert box.model().item(box.findData(id)).isEnabled() is bool(name)


def test_the_cache_is_cleared_and_nothing_beside_it(dialog, settings, qtbot, tmp_path):
    beside = tmp_path / "family.jpg"
    beside.write_bytes(b"x")
    proxies = settings.cache_folder / "proxies"
    proxies.mkdir(parents=True)
    (proxies / "a.mkv").write_bytes(bytes(3_000_000))
    dialog.show_page(dialog.machine)
    dialog.machine._count_cache()
    qtbot.waitUntil(lambda: dialog.machine.used.text().startswith("3 MB in use"))
    QTest.mouseClick(dialog.machine.clear, Button.LeftButton)
    qtbot.waitUntil(lambda: dialog.machine.used.text().startswith("Empty"))
    assert beside.exists() and not proxies.exists()
    assert not dialog.machine.clear.isEnabled()


def test_a_colour_configuration_that_is_none_is_refused_in_words(dialog, settings, qtbot, tmp_path):
    bad = tmp_path / "bad.ocio"
    bad.write_text("no configuration")
    dialog.colour.try_config(bad)
    qtbot.waitUntil(lambda: "cannot be used" in dialog.colour.found.text())
    assert settings.ocio_config is None


def test_a_colour_configuration_is_taken_and_given_back(dialog, settings, qtbot, tmp_path, monkeypatch):
    from importlib.resources import files

    own = tmp_path / "house.ocio"
    own.write_text(files("resources").joinpath("colour", "reelmend.ocio").read_text())
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(own), ""))
    dialog.show_page(dialog.colour)
    QTest.mouseClick(dialog.colour.choose, Button.LeftButton)
    qtbot.waitUntil(lambda: settings.ocio_config == own)
    QTest.mouseClick(dialog.colour.own, Button.LeftButton)
    qtbot.waitUntil(lambda: settings.ocio_config is None)


def test_every_control_has_a_tooltip(dialog):
    for page in (dialog.general, dialog.machine, dialog.colour):
        controls = page.findChildren(QAbstractButton) + page.findChildren(QComboBox) + page.findChildren(QLineEdit)
        for control in controls:
            if control.parent() is page:
                assert control.toolTip(), control


def test_pages_turn_by_key(dialog):
    dialog.list.setFocus()
    QTest.keyClick(dialog.list, Qt.Key.Key_End)
    assert dialog.editor.isVisible()


@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_nothing_is_cut_off(qtbot, settings, commands, code):
    set_language(code)
    dialog = PreferencesDialog(settings, commands)
    qtbot.addWidget(dialog)
    dialog.show()
    for page in (dialog.general, dialog.machine, dialog.colour, dialog.keys):
        dialog.show_page(page)
        for widget in page.findChildren(QLabel) + page.findChildren(QAbstractButton):
            if widget.isVisible() and widget.text():
                assert widget.width() >= widget.minimumSizeHint().width(), widget.text()


def test_sizes_are_told_in_decimal_units():
    assert [size_text(n) for n in (10, 812_000_000, 3_400_000_000)] == ["<1 MB", "812 MB", "3.4 GB"]
