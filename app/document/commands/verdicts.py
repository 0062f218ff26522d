"""Verdicts: what a person says of detections and tracks. They win over thresholds and survive a re-run."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from app.document.codec import Json
from app.document.commands.base import Command, Edit, number
from app.document.effects import StoreVerdicts
from app.document.model import Verdict
from app.document.repair import Repair
from app.document.snapshot import Snapshot
from app.errors import UsageError

FRAMES_TOLD = 200
"""Frames up to which a row of the history names them: all or none."""

_DONE = {"accept": "Accepted", "reject": "Rejected", "clear": "Cleared the verdict on"}


@dataclass(frozen=True)
class SetVerdicts(Command):
    """Accept or reject detections by id, or take a verdict back ("clear": the threshold decides again).

    `ids` are frozen: what a query selected when it was asked. `tracks` decides every frame of a track with
    one key. `where` is the query's text, for the history. `in_passing` says that the person saw these and not all
    else on their frames: the frames do not count as looked through (`app.document.looked`). `frames` are those they
    are on, for the history, where they are few: (reel, index) each.
    """

    ids: tuple[str, ...] = ()
    verdict: Verdict = "accept"
    tracks: tuple[str, ...] = ()
    where: str = ""
    in_passing: bool = False
    frames: tuple[tuple[str, int], ...] = ()

    @classmethod
    def on(cls, repairs: Sequence[Repair], verdict: Verdict, *, in_passing: bool = False) -> SetVerdicts:
        """A verdict on repairs that are at hand."""
        frames = tuple(sorted({(repair.reel, repair.frame) for repair in repairs}))
        ids = tuple(repair.id for repair in repairs)
        return cls(ids, verdict, in_passing=in_passing, frames=frames if len(frames) <= FRAMES_TOLD else ())

    def summary(self, snapshot: Snapshot) -> str:
        """See `Command.summary`."""
        parts = [number(len(self.ids), "repair")] if self.ids or not self.tracks else []
        parts += [number(len(self.tracks), "track")] if self.tracks else []
        where = f" where {self.where}" if self.where else ""
        return f"{_DONE.get(self.verdict, self.verdict)} {' and '.join(parts)}{where}."

    def apply(self, snapshot: Snapshot) -> Edit:
        """UsageError for an empty selection, an unknown verdict or an id that is none."""
        if self.verdict not in _DONE:
            raise UsageError(f"a verdict can be accept, reject or clear, not '{self.verdict}'")
        keys = (*component_keys(self.ids), *(_track_key(track) for track in self.tracks))
        if not keys:
            raise UsageError("the selection matches no repair")
        return Edit(effects=(StoreVerdicts(keys, self.verdict),))

    def record(self) -> Json:
        """The keys lie in the table of verdicts; the row names their digest."""
        kept: dict[str, Json] = {
            "verdict": self.verdict, "where": self.where, "ids": len(self.ids), "tracks": len(self.tracks)
        }  # fmt: skip
        kept |= {"in_passing": True} if self.in_passing else {}
        return kept | {"frames": [list(frame) for frame in self.frames]} if self.frames else kept


def component_keys(ids: Iterable[str]) -> Iterable[bytes]:
    """The keys of detections as the table of verdicts holds them; UsageError for what is no id."""
    for id in ids:
        try:
            key = bytes.fromhex(id)
        except ValueError:
            key = b""
        if len(key) != 16:
            raise UsageError(f"'{id}' is no id of a repair (32 hex digits)")
        yield key


def _track_key(track: str) -> bytes:
    try:
        return UUID(track).bytes
    except ValueError:
        raise UsageError(f"'{track}' is no id of a track") from None
