from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.widgets.projects import open_context
from widgets.commands import CommandTable
from widgets.context import Context
from widgets.settings import Settings


@pytest.fixture
def context(tmp_path: Path, settings: Settings, commands: CommandTable) -> Iterator[Context]:
    with open_context(tmp_path, settings, commands) as made:
        yield made
