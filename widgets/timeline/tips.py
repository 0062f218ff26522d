"""What the tooltip says of the place under the pointer."""

from __future__ import annotations

from widgets.text import translate
from widgets.timeline.columns import frames_of_columns, strongest
from widgets.timeline.model import Model


def tip(model: Model, lane: str, x: float) -> str:
    """Lines for a place `x` pixels from the film's left edge, in a lane; '' where there is nothing to say."""
    position = model.scale.frame(x)
    shot = model.film.shot_at(position)
    if shot is None or not model.scale.x(0) <= x < model.scale.x(model.film.length):
        return ""
    place = translate("Timeline", "{time} · frame {frame} of the reel").format(
        time=model.label(position), frame=shot.start + position - shot.first
    )
    if lane == "shots":
        length = shot.end - shot.start
        lines = [
            translate("Timeline", "Shot {number}").format(number=shot.number),
            translate("Timeline", "{first} to {last}").format(
                first=model.label(shot.first), last=model.label(shot.beyond - 1)
            ),
            translate("Timeline", "%n frame(s)", n=length) + f" · {model.label(length)}",
            *([translate("Timeline", "Protected: no pass touches it")] if touches(model.laid.kept, position) else []),
            *(f"{job.title}: {job.fraction:.0%}" for job in model.progress if touches(job.asked, position)),
        ]
        return "\n".join([*lines, place])
    if lane == "heat":
        return "\n".join([*_found(model, x), place])
    if lane == "reels":
        piece = next(piece for piece in model.laid.pieces if piece.first <= position < piece.beyond)
        return "\n".join([piece.name, translate("Timeline", "%n frame(s)", n=piece.beyond - piece.first), place])
    return place


def touches(places: tuple[tuple[int, int], ...], position: int) -> bool:
    """True where one of these ranges holds the position."""
    return any(first <= position < beyond for first, beyond in places)


def _found(model: Model, x: float) -> list[str]:
    """The most on one of the frames under the pointer's pixel: what the strip shows there."""
    starts, ends = frames_of_columns(model.scale)
    column = min(max(int(x), 0), starts.size - 1)
    here = slice(column, column + 1)
    heat = model.heat
    if not heat.accepted.size:
        return []
    accepted, proposed, area = (
        int(strongest(values, starts[here], ends[here])[0]) for values in (heat.accepted, heat.proposed, heat.area)
    )
    pixels = translate("Timeline", "%n pixel(s)", n=area)
    taken = translate("Timeline", "Accepted: %n repair(s), {pixels}", n=accepted).format(pixels=pixels)
    return [taken, translate("Timeline", "Proposed: %n repair(s)", n=proposed)]
