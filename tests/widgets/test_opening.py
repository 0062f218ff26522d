"""Where a new project would lie."""

from __future__ import annotations

from pathlib import Path

from widgets.main_window.opening import proposed_path


def test_a_project_is_named_after_its_media(tmp_path: Path) -> None:
    folder = tmp_path / "market_street_1906"
    folder.mkdir()
    frame = folder / "scan.000001.dpx"
    movie = tmp_path / "reel 2.mov"
    for file in (frame, movie):
        file.touch()
    assert proposed_path(folder) == tmp_path / "market_street_1906.reelmend"
    assert proposed_path(frame) == folder / "scan.reelmend"
    assert proposed_path(movie) == tmp_path / "reel 2.reelmend"
    (tmp_path / "reel 2.reelmend").touch()
    assert proposed_path(movie) == tmp_path / "reel 2-2.reelmend"
