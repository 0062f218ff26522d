"""The film along its time: programme, reels, shots, what was found, sound, and what is at hand."""

from widgets.context import Context
from widgets.timeline.actions import add_commands
from widgets.timeline.protecting import Protecting
from widgets.timeline.thumbnail_maker import ThumbnailMaker
from widgets.timeline.timeline import Timeline
from widgets.timeline.waves import Waves

__all__ = ["Timeline", "make_panel"]


def make_panel(context: Context) -> Timeline:
    """The timeline of the open project, its commands in the table."""
    maker = ThumbnailMaker(context.bridge.session.engine.reels)
    waves = Waves(context.bridge, context.settings.cache_folder / "waveforms")
    timeline = Timeline(context, maker, waves)
    waves.setParent(timeline)
    add_commands(context, timeline)
    Protecting(context, timeline).add_commands()
    return timeline
