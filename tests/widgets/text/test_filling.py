"""Values in templates: one space between Chinese and Latin, none between Chinese and Chinese, values as they are."""

from __future__ import annotations

import pytest

from widgets.text import filled, listed, set_language


@pytest.mark.parametrize(
    ("template", "value", "said"),
    [
        ("将{v}的阈值", "镜头 3", "将镜头 3 的阈值"),
        ("将{v} 的阈值", "镜头 3", "将镜头 3 的阈值"),
        ("将{v} 的阈值", "全部镜头", "将全部镜头的阈值"),
        ("将 {v} 的阈值", "全部镜头", "将全部镜头的阈值"),
        ("将{v}的阈值", "CDL", "将 CDL 的阈值"),
        ("设为{v}的", "50 %", "设为 50 % 的"),
        ("设为 {v}，", "7", "设为 7，"),
        ("命名为“{v}”", "v2", "命名为“v2”"),
        ("重新链接到 {v}", "/film/我的 电影.mov", "重新链接到 /film/我的 电影.mov"),
        ("重新链接到 {v} 中", "我的 电影", "重新链接到我的 电影中"),
        ("{v} 通过", "Ann", "Ann 通过"),
        ("在{v}中", "", "在中"),
        ("Set {v} in it", "this", "Set this in it"),
        ("Set {v:,} rows", 12345, "Set 12,345 rows"),
        ("{{{v}}}", "a", "{a}"),
    ],
)
def test_spaces_stand_where_chinese_meets_latin_and_nowhere_else(template, value, said):
    assert filled(template, v=value) == said


def test_two_values_beside_each_other():
    assert filled("{a}{b}", a="镜头", b=3) == "镜头 3"
    assert filled("{a} {b}", a="镜头", b="全部") == "镜头全部"
    assert filled("{a} {b}", a="shot", b=3) == "shot 3"


def test_a_row_of_names_is_set_apart_as_the_language_does():
    assert listed(["Denoise", "CDL"]) == "Denoise, CDL"
    set_language("zh_CN")
    assert listed(["降噪", "CDL"]) == "降噪、CDL"
