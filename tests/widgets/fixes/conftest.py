"""The room of the masks with the fixes beside it."""

from __future__ import annotations

import pytest

from tests.widgets.masks.conftest import context, panel, passed, viewer  # noqa: F401
from widgets import fixes
from widgets.fixes.panel import FixesPanel


@pytest.fixture
def dock(qtbot, context, panel, viewer) -> FixesPanel:  # noqa: F811
    """The dock of the tools, its tools and commands."""
    made = fixes.make_panel(context, panel.room)
    qtbot.addWidget(made)
    made.resize(320, 640)
    made.show()
    context.desk.set_brush(size=8, hardness=1.0)
    viewer.activateWindow()
    viewer.setFocus()
    return made
