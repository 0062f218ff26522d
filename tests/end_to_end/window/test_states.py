"""Every state of the window, in both languages, looked over by machine. Pictures of them for people to look at:
REELMEND_SCREENSHOTS names the folder; `python -m tests.end_to_end.window.states` makes them of any size and film."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tests.end_to_end.window.conftest import MakeStudio
from tests.end_to_end.window.inspection import problems
from tests.end_to_end.window.states import SCENES, walk

LARGE = {
    "welcome_recents", "pass_done", "triage", "triage_grid", "repair_table", "compare_wipe", "hdr_graded", "jobs",
    "export", "preferences_keys", "pass_in_repairs", "pass_ended",
}  # fmt: skip
"""The states that are looked at in a large window too: what grows, grows there."""


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("size", [QSize(1280, 800), QSize(2560, 1440)], ids=["small", "large"])
def test_every_state_can_be_read(language: str, size: QSize, make_studio: MakeStudio, tmp_path: Path) -> None:
    pictures = Path(os.environ.get("REELMEND_SCREENSHOTS", tmp_path)) / f"{size.width()}x{size.height()}" / language
    pictures.mkdir(parents=True)
    studio = make_studio(language, size)
    found, gone_through = [], 0
    for state in walk(studio, None if size.width() < 2000 else LARGE):
        gone_through += 1
        studio.grab().save(str(pictures / f"{state}.png"), "PNG", 90)  # packed quickly rather than small
        for top in studio.tops():
            found += [f"{state}: {problem}" for problem in problems(top, chinese=language != "en")]
    assert not found, "\n".join(dict.fromkeys(found))
    whole = sum(len(scene.states) for scene in SCENES)
    assert gone_through == len(list(pictures.iterdir())) == (whole if size.width() < 2000 else len(LARGE))


def shown(qtbot, widget: QWidget) -> QWidget:
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def test_cut_text_is_found(qtbot) -> None:
    top = shown(qtbot, QWidget())
    button = QPushButton("A long word for a small button", top)
    button.resize(60, 24)
    button.show()
    assert any("needs" in problem for problem in problems(top, False))
    button.setToolTip(button.text())
    assert not problems(top, False)


def test_a_wrapped_text_that_lacks_a_line_is_found(qtbot) -> None:
    top = shown(qtbot, QWidget())
    label = QLabel("words " * 30, top)
    label.setWordWrap(True)
    label.resize(120, 40)
    label.show()
    assert any("needs" in problem for problem in problems(top, False))


def test_english_in_a_chinese_window_is_found(qtbot) -> None:
    top = shown(qtbot, QWidget())
    column = QVBoxLayout(top)
    column.addWidget(QLabel("镜头 Shot 12"))
    column.addWidget(QLabel("编码 DPX /film/reel.000012.dpx 10bit"))
    qtbot.wait(10)
    assert [problem for problem in problems(top, True) if "English" in problem] == [
        "QLabel < QWidget: English in '镜头 Shot 12'"
    ]


def test_controls_that_lie_wrong_are_found(qtbot) -> None:
    top = shown(qtbot, QWidget())
    row = QHBoxLayout(top)
    one, other = QPushButton("one"), QPushButton("other")
    row.addWidget(one)
    row.addWidget(other)
    qtbot.wait(10)
    assert not problems(top, False)
    other.move(one.pos())
    assert any("lies over" in problem for problem in problems(top, False))
    other.move(top.width() - 4, 0)
    assert any("reaches out" in problem for problem in problems(top, False))
