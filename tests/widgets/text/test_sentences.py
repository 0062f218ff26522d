from __future__ import annotations

import json
import re
from importlib.resources import files
from pathlib import Path
from string import Formatter

import pytest
from PySide6.QtCore import QCoreApplication

from app.document.lease import refusal  # the sentence itself, made by the code that says it
from app.errors import ReelmendError
from app.jobs.progress import Report
from app.media.colour.config import load_config
from app.media.opening import open_reel
from widgets.text import sentence, set_language

TEMPLATES = json.loads(files("resources").joinpath("translations", "sentences.json").read_text(encoding="utf-8"))


@pytest.fixture(autouse=True)
def chinese(english):
    set_language("zh_CN")


def filled(template: str) -> tuple[str, dict[str, str]]:
    """A sentence of this template, with values that no other template begins or ends with."""
    names = [name for _, name, _, _ in Formatter().parse(template) if name is not None]
    values = {
        name: str(100 + n) if name.startswith("count") else f"<{n}>" for n, name in enumerate(dict.fromkeys(names))
    }
    return template.format_map(values), values


def test_every_sentence_finds_its_template():
    wrong = []
    for template in TEMPLATES:
        text, values = filled(template)
        expected = QCoreApplication.translate("Sentences", template).format_map(values)
        if sentence(text).replace(" ", "") != expected.replace(" ", ""):
            wrong.append((text, sentence(text)))
    assert not wrong


def test_english_is_left_as_it_is():
    set_language("en")
    assert sentence("there is no project x") == "there is no project x"


def test_what_no_template_says_is_left_as_it_is():
    assert sentence("Segmentation fault at 0x0") == "Segmentation fault at 0x0"
    assert sentence("") == ""


def test_a_missing_file_is_told_in_chinese(tmp_path):
    with pytest.raises(ReelmendError) as error:
        open_reel(tmp_path / "reel.mov")
    said = sentence(str(error.value))
    assert str(tmp_path / "reel.mov") in said
    assert "不存在" in said


def test_a_reason_inside_a_sentence_is_told_too():
    holder = type("Holder", (), {"host": "host7", "author": "Ann", "pid": 12, "heartbeat": 0.0})
    said = sentence(refusal(Path("/film/a.reelmend"), holder, 3.0))
    assert (
        said == "/film/a.reelmend 正由 host7 上的 Ann 写入（进程 12，3 秒前有活动）：请在那边关闭，或以只读方式打开"
    )


def test_a_library_of_others_stays_english_inside_our_sentence(tmp_path):
    bad = tmp_path / "bad.ocio"
    bad.write_text("none")
    with pytest.raises(ReelmendError) as error:
        load_config(bad)
    said = sentence(str(error.value))
    assert "不能用作色彩配置" in said and re.search("[a-z]{4}", said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ran standard over shots 3-7.", "在镜头 3-7 上运行了“标准”。"),
        (
            "Accepted 1,234 repairs and 2 tracks where class=dirt.",
            "接受了 1,234 处修复和 2 条轨迹，条件：class=dirt。",
        ),
        ("Undid: Set the dirt threshold to 0.6 in all shots.", "撤销：在全部镜头中将脏点阈值设为 0.6。"),
        ("Switched the pass standard off.", "将遍“标准”停用。"),
        ("Split shot 4 at frame 120.", "在第 120 帧处拆分镜头 4。"),
    ],
)
def test_the_history_is_told_in_chinese(text, said):
    assert sentence(text) == said


def test_progress_is_told_in_chinese():
    report = Report("finding shots", 20, 100, 24.0, 70.0)
    assert sentence(report.sentence()) == "正在检测镜头：100 帧中的 20 帧，24.0 帧/秒，剩余 1 分 10 秒"


def test_what_a_merge_brought_is_told_in_chinese():
    assert sentence("Merged the work of Wang Fang: 1 edit, 6 conflicts left open.") == (
        "已合并 Wang Fang 的工作：1 次编辑，6 处冲突尚未裁定。"
    )
    assert sentence("Merged the work of Ben: 12 edits, no conflict.") == "已合并 Ben 的工作：12 次编辑，无冲突。"
