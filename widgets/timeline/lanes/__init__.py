"""The rows of the timeline, from top to bottom. One more lane: a module with `paint`, and a line here."""

from widgets.text import translate
from widgets.timeline.lanes import cache, heat, notes, overview, reels, ruler, shots, sound
from widgets.timeline.lanes.base import Lane

LANES: tuple[Lane, ...] = (
    Lane("ruler", lambda: "", ruler.paint, 28),
    Lane("reels", lambda: translate("Timeline", "Reels"), reels.paint, 20, rank=2),
    Lane("shots", lambda: translate("Timeline", "Shots"), shots.paint, 64, grows=True),
    Lane("heat", lambda: translate("Timeline", "Found"), heat.paint, 36, rank=1, legend=heat.legend),
    Lane("sound", lambda: translate("Timeline", "Sound"), sound.paint, 32, rank=4),
    Lane("notes", lambda: translate("Timeline", "Notes"), notes.paint, 20, rank=5),
    Lane("cache", lambda: translate("Timeline", "Cache"), cache.paint, 16, rank=3),
    Lane("overview", lambda: translate("Timeline", "Film"), overview.paint, 24),
)

__all__ = ["LANES", "Lane"]
