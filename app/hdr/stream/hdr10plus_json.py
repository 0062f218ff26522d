"""HDR10+ as JSON, in the layout that hdr10plus_tool and the graders' programs exchange."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from app import __version__
from app.errors import MediaError, NotSupportedError
from app.hdr.stream.hdr10plus import Hdr10Plus, ToneCurve, Window, parse


def to_json(frames: Sequence[Hdr10Plus]) -> str:
    """All frames as one JSON text; a scene is a run of frames that say the same.

    The layout has no place for further windows, peak arrays and saturation: NotSupportedError names what would
    be lost.
    """
    scenes: list[dict[str, Any]] = []
    starts: list[int] = []
    lengths: list[int] = []
    for scene, (_, run) in enumerate(groupby(enumerate(frames), key=lambda numbered: numbered[1])):
        members = list(run)
        starts.append(members[0][0])
        lengths.append(len(members))
        scenes += [
            {
                **_fields(index, frame),
                "SceneFrameIndex": place,
                "SceneId": scene,
                "SequenceFrameIndex": index,
            }
            for place, (index, frame) in enumerate(members)
        ]
    profile = "B" if any(frame.windows[0].curve for frame in frames) else "A"
    whole = {
        "JSONInfo": {"HDR10plusProfile": profile, "Version": "1.0"},
        "SceneInfo": scenes,
        "SceneInfoSummary": {"SceneFirstFrameIndex": starts, "SceneFrameNumbers": lengths},
        "ToolInfo": {"Tool": "reelmend", "Version": __version__},
    }
    return json.dumps(whole, indent=2) + "\n"


def _fields(index: int, frame: Hdr10Plus) -> dict[str, Any]:
    window = frame.windows[0]
    lost = [
        name
        for name, there in (
            ("several windows", len(frame.windows) > 1),
            ("peak luminance arrays", bool(frame.target_peaks or frame.mastering_peaks)),
            ("a saturation weight", window.saturation is not None),
            ("a bright fraction", window.bright != 0),
            ("application version 0", frame.version != 1),
        )
        if there
    ]
    if lost:
        raise NotSupportedError(f"frame {index} has {' and '.join(lost)}, which HDR10+ JSON has no place for")
    curve = window.curve
    bezier = {"Anchors": list(curve.anchors), "KneePointX": curve.knee_x, "KneePointY": curve.knee_y} if curve else {}
    return {
        **({"BezierCurveData": bezier} if bezier else {}),
        "LuminanceParameters": {
            "AverageRGB": window.average,
            "LuminanceDistributions": {
                "DistributionIndex": [percentage for percentage, _ in window.percentiles],
                "DistributionValues": [value for _, value in window.percentiles],
            },
            "MaxScl": list(window.max_scl),
        },
        "NumberOfWindows": 1,
        "TargetedSystemDisplayMaximumLuminance": frame.target,
    }


def from_json(text: str, path: Path) -> list[Hdr10Plus]:
    """The frames in the order of `SequenceFrameIndex`, which must have no holes.

    Raises:
        MediaError: it is no such JSON; the text names the frame and what is wrong there.
    """
    try:
        whole = json.loads(text)
        scenes = whole["SceneInfo"]
        numbered = [(int(scene.get("SequenceFrameIndex", place)), scene) for place, scene in enumerate(scenes)]
    except (ValueError, KeyError, TypeError, AttributeError):
        raise MediaError(f"{path} is no HDR10+ JSON: it has no list SceneInfo with one entry a frame") from None
    numbered.sort(key=lambda pair: pair[0])
    frames = []
    for place, (index, scene) in enumerate(numbered):
        if index != place:
            raise MediaError(
                f"{path}: SequenceFrameIndex goes from {place - 1} to {index}; every frame must be there"
            )
        frames.append(_frame(scene, index, path))
    return frames


def _frame(scene: dict[str, Any], index: int, path: Path) -> Hdr10Plus:
    try:
        if scene.get("NumberOfWindows", 1) != 1:
            raise MediaError(f"{path}, frame {index}: more than one window is not read from JSON")
        light, bezier = scene["LuminanceParameters"], scene.get("BezierCurveData")
        spread = light["LuminanceDistributions"]
        percentiles = tuple(zip(spread["DistributionIndex"], spread["DistributionValues"], strict=True))
        red, green, blue = light["MaxScl"]
        curve = ToneCurve(bezier["KneePointX"], bezier["KneePointY"], tuple(bezier["Anchors"])) if bezier else None
        window = Window((red, green, blue), light["AverageRGB"], percentiles, curve=curve)
        frame = Hdr10Plus(scene["TargetedSystemDisplayMaximumLuminance"], (window,))
        return parse(frame.payload)  # whatever fits the fields is sound; anything else says so
    except KeyError as missing:
        raise MediaError(f"{path}, frame {index}: {missing} is missing") from None
    except (ValueError, TypeError, AttributeError) as error:
        raise MediaError(f"{path}, frame {index}: a value is not what HDR10+ can hold ({error})") from None
