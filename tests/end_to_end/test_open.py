"""What opens the window."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from app.cli.commands import run


class Door:
    """Notes what would be opened."""

    def __init__(self) -> None:
        self.opened: list[tuple[Path | None, list[Path]]] = []

    def can_open(self) -> str:
        return ""

    def bench(self, options: Any) -> dict[str, Any]:
        return {}

    def open(self, project: Path | None, media: Sequence[Path]) -> int:
        self.opened.append((project, list(media)))
        return 0


@pytest.mark.parametrize("word", [(), ("open",)])
def test_a_project_opens_with_and_without_the_word(tmp_path: Path, word: tuple[str, ...]) -> None:
    project = tmp_path / "film.reelmend"
    project.touch()
    door = Door()
    assert run([*word, str(project)], door) == 0
    assert run([*word, str(tmp_path)], door) == 0
    assert door.opened == [(project, []), (None, [tmp_path])]


def test_a_word_that_is_neither_command_nor_file_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    door = Door()
    assert run(["no-such.reelmend"], door) == 2
    assert not door.opened and "invalid choice" in capsys.readouterr().err
