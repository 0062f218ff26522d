from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QByteArray

from widgets.settings import OWN_CACHE, RECENT_LIMIT, Settings


def again(settings: Settings) -> Settings:
    settings.flush()
    return Settings(settings.path)


def test_what_was_never_set_has_a_sensible_value(settings):
    assert (settings.language, settings.device, settings.memory, settings.scale) == ("", "auto", None, 100)
    assert settings.ocio_config is None and settings.recent == () and settings.keys == {}
    assert settings.proxies and settings.running is None


def test_values_come_back(settings):
    settings.keys = {"play.toggle": ("P", "Ctrl+P"), "shot.split": ()}
    settings.memory = 3_000_000_000
    settings.set_layout("restore", QByteArray(b"\x00\xff"))
    settings.set_value("timeline/unit", "feet")
    other = again(settings)
    assert other.keys == {"play.toggle": ("P", "Ctrl+P"), "shot.split": ()}
    assert other.memory == 3_000_000_000
    assert other.layout("restore") == QByteArray(b"\x00\xff")
    assert other.value("timeline/unit") == "feet" and other.value("timeline/none", "x") == "x"


def test_a_change_is_told_once_and_only_when_it_is_one(settings):
    told = []
    settings.changed.connect(told.append)
    settings.device = "cpu"
    settings.device = "cpu"
    assert told == ["device"]


def test_recent_projects_are_few_newest_first_and_keep_their_picture(settings):
    day = datetime(2026, 1, 1)
    settings.remember(Path("/a.reelmend"), day, Path("/a.png"))
    for number in range(RECENT_LIMIT):
        settings.remember(Path(f"/电影 {number}.reelmend"), day)
    assert len(settings.recent) == RECENT_LIMIT
    assert Path("/a.reelmend") not in [recent.path for recent in settings.recent]
    settings.remember(Path("/a.reelmend"), day, Path("/a.png"))
    settings.remember(Path("/a.reelmend"), day)
    assert again(settings).recent[0].picture == Path("/a.png")
    settings.forget(Path("/a.reelmend"))
    assert settings.recent[0].path.name == f"电影 {RECENT_LIMIT - 1}.reelmend"


def test_a_project_given_by_a_relative_path_is_found_from_every_folder(settings, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    settings.remember(Path("demo/film.reelmend"), datetime(2026, 1, 1))
    settings.remember(tmp_path / "demo" / "film.reelmend", datetime(2026, 1, 2))
    settings.set_running(Path("demo/film.reelmend"))
    assert [recent.path for recent in settings.recent] == [tmp_path / "demo" / "film.reelmend"]
    assert settings.running is not None and settings.running[0] == tmp_path / "demo" / "film.reelmend"


def test_a_damaged_file_is_no_reason_to_fail(settings):
    settings.path.parent.mkdir(parents=True, exist_ok=True)
    settings.path.write_text('[General]\nrecent="[{]"\nkeys=7\nmemory=much\ndevice=abacus\nscale=9000\n')
    other = Settings(settings.path)
    assert (other.recent, other.keys, other.memory, other.device, other.scale) == ((), {}, None, "auto", 200)


def test_a_chosen_cache_folder_gets_one_of_our_own(settings, tmp_path):
    settings.cache_folder = tmp_path
    assert settings.cache_folder == tmp_path / OWN_CACHE
    settings.cache_folder = None
    assert settings.cache_folder.name != OWN_CACHE


def test_what_is_open_is_on_the_disk_at_once(settings):
    settings.set_running(Path("/a.reelmend"))
    left = Settings(settings.path).running
    assert left is not None and left[0] == Path("/a.reelmend") and left[1] > 0
    settings.set_running(None)
    assert Settings(settings.path).running is None


def test_what_is_kept_about_a_project_goes_with_its_place_among_the_recent_ones(settings, tmp_path):
    path = tmp_path / "film.reelmend"
    settings.remember(path, datetime(2026, 1, 1))
    settings.set_of_project(path, "place", "here")
    settings.set_of_project(tmp_path / "other.reelmend", "place", "there")
    assert settings.of_project(path, "place") == "here" and settings.of_project(path, "nothing", "no") == "no"
    settings.remember(path, datetime(2026, 1, 2))
    assert settings.of_project(path, "place") == "here"
    assert settings.of_project(tmp_path / "other.reelmend", "place") == "", "it is not among them"
    settings.forget(path)
    assert settings.of_project(path, "place") == ""
