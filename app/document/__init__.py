"""The project: ledger, artefacts, detections, verdicts, and the commands that change them."""

from app.document.artefacts import ArtefactStore
from app.document.change import Change
from app.document.detections import Detection
from app.document.ids import component_key, new_id
from app.document.jobs import Job
from app.document.ledger import LedgerEntry
from app.document.project import Project
from app.document.query import Count
from app.document.repair import Repair
from app.document.snapshot import Snapshot

__all__ = [
    "ArtefactStore",
    "Change",
    "Count",
    "Detection",
    "Job",
    "LedgerEntry",
    "Project",
    "Repair",
    "Snapshot",
    "component_key",
    "new_id",
]
