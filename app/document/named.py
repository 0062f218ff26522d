"""Which artefacts the rows of a project name."""

from __future__ import annotations

import json
import re
import sqlite3
from dataclasses import dataclass

_NAMING = {"AddModel": "weights", "SignProof": "report"}
"""Commands that name an artefact, and the field that does."""

_TOKEN = re.compile(r"\b[0-9a-f]{64}\b")


@dataclass(frozen=True, slots=True)
class Named:
    """`surely` must be in the store. `maybe` are all other texts of 64 hex digits in rows: most are hashes of
    something else, but what is in the store under such a name must stay there."""

    surely: frozenset[str]
    maybe: frozenset[str]


def named_artefacts(connection: sqlite3.Connection) -> Named:
    """All artefacts that any row names: undone edits and unfinished jobs name theirs still; abandoned jobs and
    rows that only they own do not."""
    packs = connection.execute(
        "SELECT hash FROM artefact WHERE number IN (SELECT DISTINCT d.pack FROM detection d"
        " JOIN job j ON j.number = d.job WHERE j.state != 'abandoned')"
    )
    surely = {hash for (hash,) in packs}
    maps: set[str] = set()
    maybe: set[str] = set()
    for kind, command, before, after in connection.execute("SELECT kind, command, before, after FROM ledger"):
        found = tokens(command) | tokens(before) | tokens(after)
        maybe |= found
        if kind == "RecordPass":
            maps |= _map_packs(after)
        elif kind in _NAMING:
            surely.add(json.loads(command)[_NAMING[kind]])
        elif kind == "RecordLight":
            surely |= {item["light"] for item in json.loads(command)["items"]}
    payloads = connection.execute(
        "SELECT payload FROM job_chunk c JOIN job j ON j.number = c.job WHERE j.state = 'running'"
    )
    for (payload,) in payloads:
        maybe |= tokens(payload)
    surely |= maps
    return Named(frozenset(surely), frozenset(maybe - surely))


def tokens(text: str) -> set[str]:
    """All texts of 64 hex digits: an artefact may be among them."""
    return set(_TOKEN.findall(text))


def _map_packs(after: str) -> set[str]:
    """The hashes in the `maps` of the passes a row records."""
    return {hash for key, value in json.loads(after) if key[0] == "pass" and value for _, hash in value["maps"]}
