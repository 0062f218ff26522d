"""The viewer: pictures of one or two stages or versions, compared, zoomed, marked and measured."""

from widgets.context import Context
from widgets.viewer.surface import framing_of, set_framing
from widgets.viewer.toolbox import Toolbox
from widgets.viewer.viewer import Viewer

__all__ = ["Toolbox", "Viewer", "framing_of", "make_panel", "set_framing"]


def make_panel(context: Context, second: bool = False) -> Viewer:
    """A viewer of the context's desk; `second` for one more beside the window's own."""
    return Viewer(context, "viewer2" if second else "viewer", first=not second)
