"""A viewer on a desk with synthetic pictures."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from tests.widgets.viewer.fakes import FakeBridge, make_context
from widgets.viewer import make_panel


@pytest.fixture
def stand(qtbot, settings):
    """Builds a viewer of a reel: `stand(width=64, height=48, ...)` gives bridge, desk, commands, viewer, surface."""

    def build(size=(640, 480), **reel):
        bridge = FakeBridge(**reel)
        context = make_context(settings, bridge)
        viewer = make_panel(context)
        qtbot.addWidget(viewer)
        context.commands.attach(viewer)
        viewer.chooser.change(burn_in=False, grid=False, readout=False)
        viewer.header.hide()
        viewer.resize(*size)
        with qtbot.waitExposed(viewer):
            viewer.show()
        viewer.activateWindow()
        viewer.surface.setFocus()
        qtbot.waitUntil(viewer.surface.hasFocus)
        return SimpleNamespace(
            bridge=bridge, context=context, desk=context.desk, commands=context.commands, viewer=viewer,
            surface=viewer.surface, chooser=viewer.chooser,
        )  # fmt: skip

    return build


def colour_at(surface, x, y):
    """(red, green, blue) painted at a widget pixel, grabbed from the widget."""
    colour = surface.grab().toImage().pixelColor(round(x), round(y))
    return colour.red(), colour.green(), colour.blue()
