from __future__ import annotations

import json
from importlib.resources import files

import pytest

from app.training.sources import ALLOWED, credits_of, main, missing, sources


def rows() -> list[dict[str, str]]:
    return json.loads(files("resources").joinpath("training/sources.json").read_text(encoding="utf-8"))


def test_every_listed_source_is_under_a_licence_that_asks_for_attribution_at_most() -> None:
    listed = rows()
    assert len({row["name"] for row in listed}) == len(listed) > 30
    for row in listed:
        assert row["licence"] in ALLOWED, row["name"]
        assert not any(word in row["licence"].upper() for word in ("SA", "NC", "GPL"))
        assert row["author"]
        assert len(bytes.fromhex(row["sha256"])) == 32


def test_shipped_clips_are_found_with_their_terms() -> None:
    found = sources()
    assert [s.name for s in found] == [
        *("bottles.mp4", "cars.mp4", "gesture_again.mkv", "gesture_please.mkv", "gesture_sister.mkv")
    ]
    assert {s.licence for s in found} == {"CC-BY-4.0"}
    assert {s.kind for s in found} == {"clip"}
    assert all("Intel" in line and "CC-BY-4.0" in line for line in credits_of(found))
    assert "camera.png" in missing(found)
    assert "cars.mp4" not in missing(found)


def test_another_file_of_a_listed_name_is_passed_over(tmp_path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "camera.png").write_bytes(b"not the listed picture")
    assert sources(tmp_path, shipped=False) == []
    shipped = {s.name: s for s in sources()}["gesture_again.mkv"]
    (tmp_path / "deep" / shipped.name).write_bytes(shipped.path.read_bytes())
    assert [s.path for s in sources(tmp_path, shipped=False)] == [tmp_path / "deep" / shipped.name]
    assert len(sources(tmp_path)) == 5


def test_a_missing_folder_is_named(tmp_path) -> None:
    with pytest.raises(FileNotFoundError, match=r"no folder .*nowhere"):
        sources(tmp_path / "nowhere")


def test_the_split_hangs_on_names_and_has_both_kinds_on_both_sides() -> None:
    shipped = {s.name: s.held_out for s in sources()}
    # Fixed for ever: a change would let a network be measured on what it was trained on.
    assert shipped == {
        "bottles.mp4": False,
        "cars.mp4": False,
        "gesture_again.mkv": False,
        "gesture_please.mkv": True,
        "gesture_sister.mkv": False,
    }


def test_the_command_lists_what_is_there_and_what_is_not(capsys) -> None:
    assert main([]) == 0
    said = capsys.readouterr().out
    assert "held out  clip   gesture_please.mkv: Intel" in said
    assert "missing         camera.png" in said
