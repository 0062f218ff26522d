from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QDialogButtonBox

from widgets.text import LANGUAGES, language, operator_text, set_language, system_language, translate


def test_english_needs_no_translation():
    assert translate("Nowhere", "Open") == "Open"
    assert translate("Nowhere", "%n frame(s)", n=1) == "1 frame"
    assert translate("Nowhere", "%n frame(s)", n=12) == "12 frames"
    assert translate("Nowhere", "%n patch(es)", n=2) == "2 patches"


def test_chinese_is_spoken_by_us_and_by_qt(qtbot):
    assert set_language("zh_CN") == "zh_CN" == language()
    assert translate("Welcome", "Recent projects") == "最近的项目"
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    qtbot.addWidget(box)
    assert "关" in box.buttons()[0].text()
    set_language("en")
    assert translate("Welcome", "Recent projects") == "Recent projects"


def test_a_number_is_told_in_chinese():
    set_language("zh_CN")
    assert translate("Window", "%n shot(s) found", n=12) == "找到 12 个镜头"


def test_operators_speak_chinese():
    set_language("zh_CN")
    from operators.contract.registry import OURS, all_operators

    for id in OURS:
        operator = all_operators()[id]
        for text in (operator.summary, *(d.help for d in operator.Params.declarations().values())):
            assert operator_text(text) != text
    assert operator_text("") == ""
    assert operator_text("a stranger's operator") == "a stranger's operator"


@pytest.mark.parametrize(
    ("system", "ours"),
    [(["zh-Hans-CN", "en-US"], "zh_CN"), (["zh-TW", "en"], "en"), (["de-DE", "zh-CN"], "zh_CN"), (["de-DE"], "en")],
)
def test_the_systems_first_language_that_we_speak_counts(monkeypatch, system, ours):
    class System:
        def uiLanguages(self):
            return system

    monkeypatch.setattr(QLocale, "system", System)
    assert system_language() == ours
    assert set_language("") == ours


def test_a_language_we_do_not_speak_is_the_systems(monkeypatch):
    assert set_language("xx") in LANGUAGES
