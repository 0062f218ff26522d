"""Two people's copies of one project, joined repair by repair."""

from app.document.merging.copying import copy_to
from app.document.merging.grouping import Group, grouped
from app.document.merging.join import Merged, Told, merge, plan
from app.document.merging.planning import Plan, Prefer

__all__ = ["Group", "Merged", "Plan", "Prefer", "Told", "copy_to", "grouped", "merge", "plan"]
