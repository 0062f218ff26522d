"""Artificial film damage: clean tensors in; worn tensors, and the truth about the wear, out."""

from operators.damage.carrier import Carrier
from operators.damage.damager import DamagedFrame, Damager
from operators.damage.recipe import KINDS, DamageRecipe
from operators.damage.sampler import Film, Worn, random_film, worn
from operators.damage.splices import Splice

__all__ = [
    "KINDS",
    "Carrier",
    "DamageRecipe",
    "DamagedFrame",
    "Damager",
    "Film",
    "Splice",
    "Worn",
    "random_film",
    "worn",
]
