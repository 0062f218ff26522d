"""Where one left off in a project: the frame, and how it was looked at. In the settings: it is no edit."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from typing import Any

from app.engine.request import Stage
from app.media.reel import FrameId
from widgets.bridge.bridge import Bridge
from widgets.desk import MODES, Compare, Desk
from widgets.settings import Settings
from widgets.viewer import framing_of, set_framing
from widgets.viewer.geometry import MAX_ZOOM, MIN_ZOOM, Framing

NAME = "place"


def keep_place(settings: Settings, bridge: Bridge, desk: Desk) -> None:
    """Remember where one is. Call before the bridge is closed."""
    if not bridge.film.length:
        return
    frame, compare, framing = bridge.film.frame(bridge.film.clamped(desk.playhead)), desk.compare, framing_of(desk)
    kept = {
        "reel": frame.reel,
        "frame": frame.index,
        "mode": compare.mode,
        "stages": [compare.a.stage.value, compare.b.stage.value],
        "angle": compare.angle,
        "place": compare.place,
        "zoom": framing.zoom,
        "centre": framing.centre,
    }
    settings.set_of_project(bridge.project.path, NAME, json.dumps(kept))


def take_place(settings: Settings, bridge: Bridge, desk: Desk) -> None:
    """Stand where one was, as far as that is still there: what is missing or unknown stays as in a new project."""
    kept: Any = None
    with suppress(json.JSONDecodeError):
        kept = json.loads(settings.of_project(bridge.project.path, NAME, "{}"))
    if not isinstance(kept, dict):
        return
    with suppress(KeyError, TypeError, ValueError):
        position = bridge.film.position(FrameId(str(kept["reel"]), int(kept["frame"])))
        if position is not None:
            desk.set_playhead(position)
    with suppress(KeyError, TypeError, ValueError):
        desk.set_compare(**_compared(kept, desk.compare))
    with suppress(KeyError, TypeError, ValueError):
        set_framing(desk, _framed(kept))


def _compared(kept: dict[str, Any], now: Compare) -> dict[str, object]:
    a, b = (Stage(value) for value in kept["stages"])
    x, y = (min(max(float(share), 0.0), 1.0) for share in kept["place"])
    mode = kept["mode"] if kept["mode"] in MODES else now.mode
    looks = {"a": replace(now.a, stage=a), "b": replace(now.b, stage=b)}
    return {"mode": mode, "angle": float(kept["angle"]), "place": (x, y), **looks}


def _framed(kept: dict[str, Any]) -> Framing:
    if kept["zoom"] is None:
        return Framing()
    x, y = (min(max(float(share), 0.0), 1.0) for share in kept["centre"])
    return Framing(min(max(float(kept["zoom"]), MIN_ZOOM), MAX_ZOOM), (x, y))
