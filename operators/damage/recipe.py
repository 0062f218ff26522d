"""What a damaged reel suffers from, as declared parameters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace

from operators.contract.params import ParameterError, Params, param

KINDS = (
    *(
        "dirt",
        "dust",
        "hair",
        "sprinkle",
        "abrasion",
        "smut",
        "mould",
        "stain",
        "finger",
        "scratch",
        "tramline",
        "cue",
    ),
    *("splice", "flicker", "banding", "weave", "grain", "softness", "fade"),
)
"""The kinds of damage; each is a field of `DamageRecipe` in which 0 means none of it."""


@dataclass(frozen=True)
class DamageRecipe(Params):
    """How much of each kind of damage, and the film it happens to.

    Counts are means per frame. For scale: on ten heavily dusty 35 mm scans (12,135 outlined objects) an area
    of one Academy frame carries 315 dust specks, 111 pieces of dirt and 72 hairs.
    """

    dirt: float = param(7.0, "Dirt", "Blotches per frame, dark or light, partly transparent.", low=0.0, high=500.0)
    dust: float = param(9.0, "Dust", "Specks per frame.", low=0.0, high=1000.0)
    hair: float = param(1.6, "Hair", "Fibres per frame, one in four of them long.", low=0.0, high=300.0)
    scratch: float = param(
        2.0, "Line scratches", "How many are there at a time; each lives for many frames.", low=0.0, high=30.0
    )
    splice: float = param(12.0, "Splices", "In 1000 frames.", low=0.0, high=100.0)
    flicker: float = param(0.03, "Flicker", "Standard deviation of the gain.", low=0.0, high=0.5, step=0.005)
    weave: float = param(
        0.7, "Gate weave", "Standard deviation of the position, in thousandths of the width.", low=0.0, high=10.0
    )
    grain: float = param(0.016, "Grain", "Standard deviation in the mid tones, of white.", low=0.0, high=0.3)
    fade: float = param(0.0, "Fading", "How much of the dyes is gone.", low=0.0, high=1.0, step=0.05)
    sprinkle: float = param(0.0, "Sprinkles", "Tiny specks per frame, one to three pixels.", low=0.0, high=5000.0)
    abrasion: float = param(0.0, "Abrasions", "Short straight scratches per frame.", low=0.0, high=100.0)
    stain: float = param(0.0, "Stains", "Large blotches of any tone per frame.", low=0.0, high=50.0)
    smut: float = param(0.0, "Smut", "Soft clouds of fine dirt per frame.", low=0.0, high=50.0)
    mould: float = param(0.0, "Mould", "Branching growths per frame.", low=0.0, high=50.0)
    finger: float = param(0.0, "Finger marks", "Per frame; most films have none.", low=0.0, high=5.0)
    tramline: float = param(
        0.0, "Tramlines", "Bundles of fine parallel scratches at a time.", low=0.0, high=10.0, step=0.1
    )
    cue: float = param(
        0.0, "Cue marks", "In 1000 frames; each is seen on four of them, at the top right.", low=0.0, high=250.0
    )
    banding: float = param(
        0.0,
        "Banding",
        "Deviation of soft bands of exposure that roll through the frame.",
        low=0.0,
        high=0.3,
        step=0.005,
    )
    softness: float = param(
        0.0, "Softness", "Deviation of the blur of lens and scanner.", low=0.0, high=5.0, unit="px", step=0.1
    )
    light_share: float = param(
        0.4,
        "Light particles",
        "The share of dirt, dust and hair that is lighter than the picture.",
        low=0.0,
        high=1.0,
    )
    opacity_low: float = param(
        0.45, "Least opacity", "Particles cover the picture by so much or more.", low=0.05, high=1.0
    )
    soft_share: float = param(
        0.0, "Unsharp particles", "The share of dirt and dust that lay out of the scanner's focus.", low=0.0, high=1.0
    )
    rim_share: float = param(
        0.0, "Rimmed blotches", "The share of dirt with a rim lighter or darker than itself.", low=0.0, high=1.0
    )
    thin_share: float = param(
        0.0, "Thin particles", "The share that only dims or brightens what lies below.", low=0.0, high=1.0
    )
    swell: float = param(
        0.0, "Swelling scratches", "How much line scratches fade and come back along the film.", low=0.0, high=2.0
    )
    clustering: float = param(
        1.0, "Clustering", "0 spreads particles evenly; higher values gather them in clouds.", low=0.0, high=4.0
    )
    picture_width: float = param(
        10.26,
        "Picture width on the film",
        "16 mm: 10.26, 35 mm Academy: 21.95. Particles have their size in millimetres.",
        low=0.3,
        high=60.0,
        unit="mm",
    )
    black: float = param(0.0, "Black", "The picture's black in tensor units (Cineon: 0.093).", low=0.0, high=1.0)
    white: float = param(1.0, "White", "The picture's white in tensor units (Cineon: 0.67).", low=0.0, high=100.0)

    def only(self, kinds: Iterable[str]) -> DamageRecipe:
        """The same film with just these kinds of damage. ParameterError names an unknown kind."""
        wanted = set(kinds)
        for kind in sorted(wanted - set(KINDS)):
            raise ParameterError(f"'{kind}' is no kind of damage; there are: {', '.join(KINDS)}")
        defaults = {f.name: f.default for f in fields(self)}
        # A kind asked for by name is to be seen even where this recipe has none of it.
        asked = {
            "fade": 0.5,
            "sprinkle": 20.0,
            "abrasion": 1.0,
            "smut": 0.5,
            "mould": 0.5,
            "stain": 0.7,
            "finger": 0.2,
        }
        asked |= {"tramline": 1.0, "cue": 30.0, "banding": 0.03, "softness": 0.7}
        amounts = {
            kind: (getattr(self, kind) or asked.get(kind, defaults[kind])) if kind in wanted else 0.0
            for kind in KINDS
        }
        return replace(self, **amounts)
