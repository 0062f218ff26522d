"""Projects and reels in words and as plain values, for several commands."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from app.cli.console import table
from app.document.commands.base import number
from app.jobs.progress import duration
from app.media.reel import Reel
from app.session import Session


def reel_facts(reel: Reel) -> dict[str, Any]:
    """A reel as plain values."""
    fmt = reel.format
    return {
        "path": str(reel.path),
        "kind": reel.kind,
        "frames": reel.frame_count,
        "rate": str(reel.rate),
        "size": [fmt.width, fmt.height],
        "channels": list(fmt.channels),
        "bit_depth": fmt.bit_depth,
        "float": fmt.is_float,
        "subsampling": list(fmt.subsampling),
        "full_range": fmt.full_range,
        "pixel_aspect": str(fmt.pixel_aspect),
        "container": reel.container,
        "codec": reel.codec,
        "encoding": fmt.encoding,
        "encoding_reason": reel.encoding_reason,
        "field_order": reel.field_order,
        "start_timecode": reel.start_timecode,
        "sound": [
            {"codec": track.codec, "sample_rate": track.sample_rate, "channels": track.channels}
            for track in reel.sound
        ],
        "findings": [{"kind": finding.kind, "text": finding.text} for finding in reel.findings],
    }


def reel_text(facts: dict[str, Any]) -> str:
    """`reel_facts` for people."""
    number = "float" if facts["float"] else "bit"
    seconds = facts["frames"] / float(_fraction(facts["rate"]))
    lines = [
        facts["path"],
        f"  {facts['frames']} frames, {facts['size'][0]}x{facts['size'][1]}, {facts['rate']} frames/s "
        f"({duration(seconds)})",
        f"  {facts['container']} {facts['codec']}, {'/'.join(facts['channels'])}, {facts['bit_depth']}-{number}",
        f"  encoding {facts['encoding']}: {facts['encoding_reason']}",
    ]
    if facts["start_timecode"]:
        lines.append(f"  timecode {facts['start_timecode']}")
    if facts["field_order"] not in ("progressive", "unknown"):
        lines.append(f"  interlaced, {facts['field_order']}")
    lines += [f"  sound: {s['codec']}, {s['sample_rate']} Hz, {s['channels']} channels" for s in facts["sound"]]
    lines += [f"  note: {finding['text']}" for finding in facts["findings"]]
    return "\n".join(lines)


def _fraction(text: str) -> float:
    top, _, bottom = text.partition("/")
    return int(top) / int(bottom or 1)


def project_facts(session: Session) -> dict[str, Any]:
    """A project as plain values."""
    snapshot = session.snapshot
    return {
        "project": str(session.project.path),
        "id": session.project.id,
        "edits": snapshot.seq,
        "reels": [
            {**reel_facts(session.engine.reels[ref.id]), "encoding": ref.encoding, "bad_frames": ref.policy}
            for ref in snapshot.reels.values()
        ],
        "shots": len(snapshot.shots),
        "passes": [
            {"recipe": item.recipe, "active": item.active, "created": item.created, "shots": len(item.shots)}
            for item in snapshot.passes.values()
        ],
        "repairs": {defect: asdict(count) for defect, count in session.project.count(snapshot).items()},
        "versions": [version.name for version in snapshot.versions.values()],
    }


def project_text(facts: dict[str, Any]) -> str:
    """`project_facts` for people."""
    lines = [f"{facts['project']}: {number(facts['shots'], 'shot')}, {number(facts['edits'], 'edit')}"]
    lines += [reel_text(reel) for reel in facts["reels"]]
    if facts["passes"]:
        lines.append(f"{len(facts['passes'])} passes, the last with recipe '{facts['passes'][-1]['recipe']}'")
    if facts["repairs"]:
        rows = [
            (f"  {defect}", *(f"{counts.get(state, 0)} {state}" for state in ("accepted", "rejected", "proposed")))
            for defect, counts in facts["repairs"].items()
        ]
        lines.append(table(rows))
    if facts["versions"]:
        lines.append(f"versions: {', '.join(facts['versions'])}")
    return "\n".join(lines)
