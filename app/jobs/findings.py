"""From what the analyses saw to what a pass proposes: the components on a frame, and the masks they make."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from app.document.artefacts import ArtefactStore
from app.document.maps import Map, Maps, quantised
from app.document.model import Protection
from app.document.protected import Kept, Protections
from app.engine.recipe import RecipeStep
from operators.contract import FloatArray, FrameInfo, MaskArray, RiskArray, Track
from operators.contract.registry import analysis_operator
from operators.masks import Component, components, risks

Marks = dict[int, list[dict[str, Any]]]

RISK = " risk"
"""After the name of a class: the map of the risks beside its evidence."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Frames `start` to `end` (exclusive) of a reel, inside the shot `shot_start` to `shot_end`."""

    reel: str
    shot_start: int
    shot_end: int
    start: int
    end: int

    @property
    def name(self) -> str:
        """Unique in a pass."""
        return f"{self.reel}:{self.start}-{self.end}"


@dataclass(frozen=True, slots=True)
class Looked:
    """What the analyses saw on a chunk, by place in the recipe's `detect`: map packs, and marks by frame."""

    maps: tuple[str, ...]
    marks: tuple[Marks, ...]


@dataclass(frozen=True, slots=True)
class NamedTrack:
    """A track and the global id under which the project knows it."""

    id: str
    track: Track


@dataclass(frozen=True, slots=True)
class Part:
    """A component found by the analysis at `place` of the recipe; `track` is the id of the track it belongs to,
    `risk` (flags of `Risk`) says why it may be a false alarm."""

    place: int
    component: Component
    track: str = ""
    risk: int = 0


class Findings:
    """What was found on a chunk's frames and on those its fill looks at; each frame is worked out once."""

    def __init__(
        self,
        detect: Sequence[RecipeStep],
        store: ArtefactStore,
        chunk: Chunk,
        info: FrameInfo,
        seen: Sequence[Looked],
        tracks: Sequence[Sequence[NamedTrack]],
        protected: Sequence[Protection] = (),
    ) -> None:
        self._steps = [(analysis_operator(step.operator), step.parsed_params()) for step in detect]
        self._chunk = chunk
        self._info = info
        self._tracks = tracks
        self._protected = Protections(protected)
        self._packs = [[Maps(store, looked.maps[place]) for looked in seen] for place in range(len(detect))]
        self._places: dict[str, list[int]] = {}
        for place, (analysis, _) in enumerate(self._steps):
            self._places.setdefault(analysis.defect, []).append(place)
        self._parts: dict[int, tuple[Part, ...]] = {}
        self._maps: dict[tuple[int, str], Map] = {}

    def parts(self, frame: int) -> tuple[Part, ...]:
        """Every component on a frame (index in the reel), by analysis and then in scanning order."""
        if frame not in self._parts:
            self._parts[frame] = tuple(
                part
                for defect, places in self._places.items()
                for part in (
                    self._found(places[0], frame) if len(places) == 1 else self._together(defect, places, frame)
                )
            )
        return self._parts[frame]

    def mask(self, frame: int) -> MaskArray:
        """Where a frame may be damaged `(H, W)`: under every component, so that no patch depends on a threshold."""
        canvas = np.zeros((self._info.height, self._info.width), bool)
        for part in self.parts(frame):
            part.component.paint(canvas)
        return canvas

    def final_maps(self) -> Mapping[tuple[int, str], Map]:
        """The probability maps of the chunk's own frames, by (frame, defect)."""
        for frame in range(self._chunk.start, self._chunk.end):
            self.parts(frame)
        return {
            (frame, defect): found
            for (frame, defect), found in self._maps.items()
            if self._chunk.start <= frame < self._chunk.end
        }

    def _found(self, place: int, frame: int) -> Sequence[Part]:
        analysis, params = self._steps[place]
        stored, risk = self._stored(place, frame, analysis.defect), self._stored(place, frame, analysis.defect + RISK)
        kept = self._protected.on(self._chunk.reel, frame)
        if stored is None or kept.whole:
            return ()
        evidence = stored.astype(np.float32) / np.float32(255)
        tracks = self._tracks[place]
        offset = frame - self._chunk.shot_start
        if not tracks:
            drawn = _outside(kept, analysis.draw(evidence, (), offset, self._info, params))
            self._maps[frame, analysis.defect] = quantised(drawn)
            return self._parted(place, drawn, analysis.base_threshold, risk)
        parts, together = [], np.zeros_like(evidence)
        for named in tracks:
            if offset not in named.track.frames:
                continue
            drawn = _outside(kept, analysis.draw(evidence, (named.track,), offset, self._info, params))
            together = np.maximum(together, drawn)
            parts += self._parted(place, drawn, analysis.base_threshold, risk, named.id)
        self._maps[frame, analysis.defect] = quantised(together)
        return parts

    def _together(self, defect: str, places: Sequence[int], frame: int) -> Sequence[Part]:
        """What several analyses of one class found: one spot is one detection, of the analysis that is surest of it.

        They have no tracks: none that draws tracks shares its class with another.
        """
        kept = self._protected.on(self._chunk.reel, frame)
        drawn: dict[int, FloatArray] = {}
        for place in places:
            analysis, params = self._steps[place]
            stored = self._stored(place, frame, defect)
            if stored is None or kept.whole:
                continue
            evidence = stored.astype(np.float32) / np.float32(255)
            offset = frame - self._chunk.shot_start
            own = _outside(kept, analysis.draw(evidence, (), offset, self._info, params))
            drawn[place] = np.where(own >= analysis.base_threshold, own, np.float32(0))
        if not drawn:
            return ()
        surest = np.maximum.reduce(list(drawn.values()))
        self._maps[frame, defect] = quantised(surest)
        found = []
        for component in components(surest, min(self._steps[place][0].base_threshold for place in drawn)):
            place = max(drawn, key=lambda one: component.peak(drawn[one]))
            risk = self._stored(place, frame, defect + RISK)
            found.append(Part(place, component, "", int(risks(component, risk, surest.shape[:2]))))
        return found

    def _stored(self, place: int, frame: int, name: str) -> Map | None:
        return next((found for maps in self._packs[place] if (found := maps.get(frame, name)) is not None), None)

    def _parted(
        self, place: int, drawn: FloatArray, base: float, risk: RiskArray | None, track: str = ""
    ) -> list[Part]:
        shape = drawn.shape[0], drawn.shape[1]
        return [Part(place, found, track, int(risks(found, risk, shape))) for found in components(drawn, base)]


def _outside(kept: Kept, probability: FloatArray) -> FloatArray:
    """The probability with nothing in the boxes that no pass may touch."""
    if not kept.boxes:
        return probability
    free = probability.copy()
    for x0, y0, x1, y1 in kept.boxes:
        free[y0:y1, x0:x1] = 0.0
    return free
