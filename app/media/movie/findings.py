"""The faults of a movie that probing can see, each as a sentence."""

from __future__ import annotations

from app.media.movie.index import FrameTable
from app.media.movie.pixels import PALETTED
from app.media.movie.timing import durations, is_variable
from app.media.reel import Finding, Reel


def findings_of(reel: Reel, table: FrameTable, pixel_format: str) -> tuple[Finding, ...]:
    """Everything worth telling about `reel`, whose frames stand in `table`."""
    found = [*_truncation(reel, table), *_timing(reel, table)]
    if reel.field_order in ("tff", "bff", "unknown"):
        order = {"tff": "top field first", "bff": "bottom field first", "unknown": "of unknown field order"}
        found.append(
            Finding("interlaced", f"the pictures are interlaced, {order[reel.field_order]}; fields are kept woven")
        )
    if pixel_format == PALETTED:
        found.append(Finding("format", "the pictures are paletted; they are read as the RGBA of their palette"))
    return tuple(found)


def _truncation(reel: Reel, table: FrameTable) -> list[Finding]:
    found = []
    if table.promised > len(table):
        missing = table.promised - len(table)
        found.append(
            Finding(
                "truncated",
                f"the header promises {table.promised} frames and {len(table)} are there: the last {missing} "
                "were cut off or do not decode; copy the file again from its source",
            )
        )
    elif table.undecodable:
        found.append(
            Finding(
                "truncated",
                f"{table.undecodable} pictures at the ends of the file do not decode (their references are cut "
                "off) and are left out",
            )
        )
    if table.corrupt:
        found.append(
            Finding("truncated", f"{len(table.corrupt)} frames are marked as damaged by the container", table.corrupt)
        )
    return found


def _timing(reel: Reel, table: FrameTable) -> list[Finding]:
    if table.counted:
        text = "the file carries no usable frame times: frames are told apart by counting, and going back is slow"
        return [Finding("format", text)]
    if not is_variable(table, reel.rate):
        return []
    shown = durations(table)
    shortest, longest = (float(v * table.time_base) * 1000 for v in (int(shown.min()), int(shown.max())))
    return [
        Finding(
            "variable-rate",
            f"the frame rate varies: frames last from {shortest:.2f} to {longest:.2f} ms, "
            f"{float(reel.rate):.3f} frames per second on the mean; every frame is kept once, and an export at a "
            "constant rate moves them in time",
        )
    ]
