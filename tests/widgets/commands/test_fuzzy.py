"""What the palette finds: words first, chance matches not at all, in English and in Chinese."""

from __future__ import annotations

import pytest

from widgets.commands import Command
from widgets.commands.fuzzy import ranked, score

TITLES = (
    ("file.export", "Export...", "File", "Write the film, or a part of it, as frames or as a movie"),
    ("file.prove", "Prove an export...", "File", "Show that nothing outside the repairs was changed"),
    ("shot.split", "Split shot", "Timeline", ""),
    ("playback.step", "Step by ten frames", "Playback", ""),
    ("scopes.wave", "Waveform", "Scopes", "Brightness, line by line"),
    ("viewer.wisp", "Show wisps", "View", ""),
    ("masks.accept", "Accept the repair", "Repair", "Whatever the threshold says"),
    ("hdr.explain", "Explain the trim point", "Grade", ""),
    ("masks.larger", "Larger brush", "Repair", "Extra pixels round the tip"),
    ("viewer.highlights", "Highlights", "View", ""),
    ("viewer.light", "Light table", "View", ""),
)
CHINESE = (
    ("file.export", "导出...", "文件", "把影片写成帧或视频文件"),
    ("table.write", "导出修复列表...", "修复", "选中的修复"),
    ("masks.accept", "接受选中的修复", "修复", ""),
    ("masks.reject", "拒绝选中的修复", "修复", ""),
    ("shot.split", "拆分镜头", "时间线", ""),
)


def commands(rows: tuple[tuple[str, ...], ...]) -> tuple[Command, ...]:
    return tuple(Command(id, title, category, tip=tip) for id, title, category, tip in rows)


def ids(asked: str, rows: tuple[tuple[str, ...], ...] = TITLES, recent: tuple[str, ...] = ()) -> list[str]:
    return [command.id for command in ranked(asked, commands(rows), recent)]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("export", ["file.export", "file.prove"]),
        ("exp", ["file.export", "hdr.explain", "file.prove"]),
        ("an export", ["file.prove"]),
        ("spsh", ["shot.split"]),
        ("sptf", []),
        ("expt", ["hdr.explain", "file.export", "file.prove"]),
        ("exprt", ["file.export", "file.prove"]),
        ("light", ["viewer.light", "viewer.highlights"]),
        ("repair accept", ["masks.accept"]),
        ("threshold", ["masks.accept"]),
        ("eat", []),
        ("tip", ["masks.larger"]),
    ],
)
def test_words_first_and_nothing_by_chance(asked: str, found: list[str]) -> None:
    assert ids(asked) == found


def test_the_whole_title_beats_its_beginning_and_that_a_word() -> None:
    assert (
        score("play", "Play") > score("play", "Play backwards") > score("play", "Do play") > score("play", "Replay")
    )
    assert score("split", "Split") is not None and score("slt", "Explicit lot") is None


def test_what_ran_last_decides_between_equals() -> None:
    rows = (("a.one", "Mark in", "Shots", ""), ("a.two", "Mark it", "Shots", ""))
    assert ids("mark", rows) == ["a.one", "a.two"] and ids("mark", rows, ("a.two",)) == ["a.two", "a.one"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("导出", ["file.export", "table.write"]),
        ("列表", ["table.write"]),
        ("接受修复", ["masks.accept"]),
        ("镜头", ["shot.split"]),
        ("export", ["file.export"]),
        ("split", ["shot.split"]),
        ("接头", []),
    ],
)
def test_chinese_is_found_by_runs_of_characters_and_by_english_ids(asked: str, found: list[str]) -> None:
    assert ids(asked, CHINESE) == found
