"""The window's texts: all collected, all translated, all compiled."""

from __future__ import annotations

import ast
import importlib
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("PySide6", reason="Qt, whose tools make the translations, is not installed")

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "packaging" / "translations.py"


@pytest.fixture
def tools(monkeypatch):
    """The modules of the tool."""
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    names = ("collecting", "catalogues", "spoken", "translations")
    modules = {name: importlib.import_module(name) for name in names}
    yield type("Tools", (), modules)
    for name in names:
        sys.modules.pop(name, None)


def test_every_text_is_translated_and_compiled():
    done = subprocess.run([sys.executable, str(SCRIPT), "check"], capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


def test_an_unknown_room_is_refused():
    done = subprocess.run([sys.executable, str(SCRIPT), "update", "cellar"], capture_output=True, text=True)
    assert done.returncode == 2 and "welcome" in done.stderr


@pytest.fixture
def room(tools, tmp_path, monkeypatch):
    """A tree of its own with one room of one text, and a way to translate it."""
    (tmp_path / "widgets" / "hall").mkdir(parents=True)
    (tmp_path / "resources" / "translations" / "zh_CN").mkdir(parents=True)
    (tmp_path / "app").mkdir()
    (tmp_path / "operators").mkdir()
    monkeypatch.setattr(tools.translations, "ROOT", tmp_path)
    monkeypatch.setattr(tools.translations, "rooms", lambda: ["hall", "sentences"])
    source = tmp_path / "widgets" / "hall" / "hall.py"
    source.write_text('translate("Hall", "%n guest(s) at {place}", n=3)\n')
    return type("Room", (), {"source": source, "ts": tools.translations.folder("zh_CN") / "hall.ts"})


def translated(tools, room, said):
    key = ("Hall", "%n guest(s) at {place}")
    tools.catalogues.write(room.ts, "zh_CN", tools.translations.collect("hall"), {key: said})
    tools.translations.compile_all(["hall", "sentences"])


def test_what_is_missing_is_told_one_after_the_other(tools, room):
    check = lambda: list(tools.translations.faults())  # noqa: E731
    tools.translations.update(["hall", "sentences"])
    tools.translations.compile_all(["hall", "sentences"])
    assert ["not translated" in fault for fault in check() if "hall" in fault] == [True]
    translated(tools, room, "%n 位客人")
    assert any("placeholders" in fault for fault in check())
    translated(tools, room, "{place}有 %n 位客人")
    assert not [fault for fault in check() if "hall" in fault]
    room.ts.write_text(room.ts.read_text(encoding="utf-8").replace("位", "名"), encoding="utf-8")
    assert any("run compile" in fault for fault in check())
    room.source.write_text("")
    assert any("vanished" in fault for fault in check())


def test_an_update_keeps_what_was_translated(tools, room):
    translated(tools, room, "{place}有 %n 位客人")
    room.source.write_text(room.source.read_text() + 'translate("Hall", "Door")\n')
    assert tools.translations.update(["hall"]) == 1
    assert tools.catalogues.read(room.ts)["Hall", "%n guest(s) at {place}"] == "{place}有 %n 位客人"


def test_only_literal_texts_can_be_collected(tools, room):
    room.source.write_text('translate("Hall", name)\n')
    with pytest.raises(tools.collecting.CollectError, match=r"hall\.py:1"):
        tools.translations.collect("hall")


@pytest.mark.parametrize(
    ("code", "found"),
    [
        (
            'raise UsageError(f"{path} is no file; it has {len(data)} bytes")',
            ["{path} is no file; it has {data} bytes"],
        ),
        ('raise ValueError(f"{path} is no file at all")', []),
        ('raise UsageError("there is nothing " "to do here")', ["there is nothing to do here"]),
        ('x = "on this machine" if here else f"on {host}"', ["on this machine", "on {host}"]),
        ("f\"{number(3, 'cut')}\"", ["{count} cut", "{count} cuts"]),
        ('raise UsageError(f"{a.name} is not {b.name}, it is here")', ["{name} is not {name2}, it is here"]),
        ('db.execute("SELECT a FROM b")', []),
        ('raise UsageError("only {braces} here are meant")', ["only {{braces}} here are meant"]),
        ('Progress("verifying", 3)', ["verifying"]),
        ('param(1, "A label of it", "Help text of it.")', []),
    ],
)
def test_sentences_become_templates(tools, code, found):
    assert sorted(tools.collecting.templates(ast.parse(code))) == sorted(found)
