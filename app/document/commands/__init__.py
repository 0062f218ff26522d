"""Every change to a project, as frozen values. One module a family."""

from app.document.commands.base import KINDS, Command, Edit, from_json, to_json
from app.document.commands.cuts import MergeShots, MoveCut, SetCuts, SplitShot
from app.document.commands.merging import SettleConflicts
from app.document.commands.models import AddModel, RetireModel
from app.document.commands.passes import AddRepairs, RecordPass, SetPassActive, SetThreshold, handwork_of
from app.document.commands.programme import SetProgramme
from app.document.commands.proofs import SignProof
from app.document.commands.protection import LiftProtection, Protect
from app.document.commands.reels import AddReel, RelinkReel, SetReelEncoding, SetReelPolicy
from app.document.commands.revise import ReviseRepairs
from app.document.commands.stacks import SetParameter, SetStack, SetStacks, ShotStack
from app.document.commands.verdicts import SetVerdicts
from app.document.commands.versions import ApproveVersion, NameVersion
from app.document.commands.vivid import LinkVivid, RecordLight, SetVivid, ShotGrade, ShotLightOf, UnlinkVivid

__all__ = [
    "KINDS",
    "AddModel",
    "AddReel",
    "AddRepairs",
    "ApproveVersion",
    "Command",
    "Edit",
    "LiftProtection",
    "LinkVivid",
    "MergeShots",
    "MoveCut",
    "NameVersion",
    "Protect",
    "RecordLight",
    "RecordPass",
    "RelinkReel",
    "RetireModel",
    "ReviseRepairs",
    "SetCuts",
    "SetParameter",
    "SetPassActive",
    "SetProgramme",
    "SetReelEncoding",
    "SetReelPolicy",
    "SetStack",
    "SetStacks",
    "SetThreshold",
    "SetVerdicts",
    "SetVivid",
    "SettleConflicts",
    "ShotGrade",
    "ShotLightOf",
    "ShotStack",
    "SignProof",
    "SplitShot",
    "UnlinkVivid",
    "from_json",
    "handwork_of",
    "to_json",
]
