"""Shot finding: where one shot ends and the next begins, in a stream of small display-like pictures."""

from operators.cuts.cut_list import CutList, Doubt, Transition
from operators.cuts.finder import CutError, find_cuts
from operators.cuts.params import CutParams

__all__ = ["CutError", "CutList", "CutParams", "Doubt", "Transition", "find_cuts"]
