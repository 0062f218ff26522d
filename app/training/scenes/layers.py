"""All layers by name, in the order in which they are laid, and how often scenes have them."""

from __future__ import annotations

from dataclasses import dataclass

from app.training.scenes import edges, light, limbs, objects, weather
from app.training.scenes.scene import Layer

LAYERS: dict[str, Layer] = {
    "objects": objects.objects,
    "limbs": limbs.limbs,
    "poles": edges.poles,
    "leaves": weather.leaves,
    "confetti": weather.confetti,
    "birds": weather.birds,
    "sparks": weather.sparks,
    "rain": weather.rain,
    "snow": weather.snow,
    "water": light.water,
    "speculars": light.speculars,
    "smoke": light.smoke,
    "shadows": light.shadows,
    "lamps": light.lamps,
    "flash": light.flash,
    "border": edges.border,
}
"""What in film is easily taken for damage, by the tag that scenes carry."""


@dataclass(frozen=True, slots=True)
class Group:
    """Layers of which a scene has one, with these probabilities, over a clip or over a photograph."""

    names: tuple[str, ...]
    over_clips: float
    over_photos: float


GROUPS = (
    Group(("objects",), over_clips=0.2, over_photos=0.55),
    Group(("limbs",), over_clips=0.15, over_photos=0.35),
    Group(("poles",), over_clips=0.06, over_photos=0.1),
    Group(("leaves", "confetti", "birds", "sparks", "rain", "snow"), over_clips=0.08, over_photos=0.1),
    Group(("water", "speculars", "smoke", "shadows", "lamps", "flash"), over_clips=0.12, over_photos=0.15),
    Group(("border",), over_clips=0.1, over_photos=0.1),
)
