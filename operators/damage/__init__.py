"""Artificial film damage: clean tensors in; worn tensors, and the truth about the wear, out."""

from operators.damage.damager import DamagedFrame, Damager
from operators.damage.recipe import KINDS, DamageRecipe
from operators.damage.splices import Splice

__all__ = ["KINDS", "DamageRecipe", "DamagedFrame", "Damager", "Splice"]
