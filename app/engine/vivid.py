"""HDR Vivid of a project's shots: from what was measured and what a colourist decided to the metadata themselves."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from app.document.artefacts import ArtefactStore
from app.document.codec import decode, dumps, encode
from app.document.model import Shot, VividGrade, VividShot
from app.errors import UsageError
from app.hdr.statistics.film import ShotLight
from app.hdr.statistics.packing import unpacked
from app.hdr.vivid.controls import Controls
from app.hdr.vivid.fields import Statistics, VividMetadata
from app.hdr.vivid.generation import Plan, generated
from app.hdr.vivid.grading import Graded, graded
from operators.contract.params import ParameterError


@dataclass(frozen=True, slots=True)
class MeasuredShot:
    """The light of a shot as an artefact keeps it: of which frames, and under which key their pictures were made."""

    reel: str
    key: str
    encoding: str
    area: str
    light: ShotLight

    def covers(self, shot: Shot) -> bool:
        """Whether it is of exactly the frames that the shot has now: a moved cut makes it stale."""
        return (self.reel, self.light.start, self.light.end) == (shot.reel, shot.start, shot.end)


@lru_cache(maxsize=256)
def measured_shot(store: ArtefactStore, light: str) -> MeasuredShot:
    """The light that an artefact holds; ProjectError or MediaError where it is missing or damaged."""
    shot, _, more = unpacked(store.get(light))
    return MeasuredShot(more["reel"], more["key"], more["encoding"], more["area"], shot)


def shot_metadata(
    store: ArtefactStore, number: int, vivid: VividShot | None, grade: VividGrade | None = None
) -> Graded:
    """The metadata of a shot, one set of values for all its frames; `grade` stands in for the shot's own.

    UsageError names the shot (by `number`) where its light was not measured, or its controls are none.
    """
    if vivid is None or not vivid.light:
        raise UsageError(f"the light of shot {number} was not measured yet: analyse it first")
    statistics = measured_shot(store, vivid.light).light.light.codes
    try:
        return _metadata(statistics, dumps(encode(grade or vivid.grade)))
    except ParameterError as error:
        raise UsageError(f"the HDR Vivid controls of shot {number} do not fit: {error}") from error


def automatic_metadata(statistics: Statistics, grade: VividGrade) -> VividMetadata:
    """What the statistics alone give for the grade's displays; hand controls start from here."""
    return _generated(statistics, Plan(grade.mastering_nits, grade.target_nits or None, grade.sdr))


def graded_metadata(statistics: Statistics, grade: VividGrade) -> Graded:
    """The metadata of these statistics under a grade; ParameterError where a control is unknown or out of range."""
    made = automatic_metadata(statistics, grade)
    if grade.automatic:
        return Graded(made, ())
    limited: dict[str, None] = {}
    kinds = {"sdr" if item.is_sdr else "hdr" for item in made.sets}
    for which in ("hdr", "sdr"):
        controls = controls_of(grade, which, saturation=False)
        if which in kinds:
            done = graded(made, controls, grade.mastering_nits, which)
            made, limited = done.metadata, {**limited, **dict.fromkeys(done.limited)}
            if controls != Controls():
                made = _unguarded(made, which)
    done = graded(made, Controls.from_mapping(grade.saturation), grade.mastering_nits)
    return Graded(done.metadata, (*limited, *done.limited))


def _unguarded(metadata: VividMetadata, which: str) -> VividMetadata:
    """A hand's curve is shown as drawn.

    In Delta modes 0 to 2 a display whose peak the shot does not reach moves dark sections up, out of the picture;
    mode 4 scales a curve to other displays as mode 0 does, and moves none (see `app.hdr.vivid.adaptation`).
    """
    sets = tuple(
        replace(item, base=replace(item.base, base_param_Delta_enable_mode=4))
        if item.base is not None and item.base.delta_mode == 0 and item.is_sdr == (which == "sdr")
        else item
        for item in metadata.sets
    )
    return replace(metadata, sets=sets)


def controls_of(grade: VividGrade, which: str, *, saturation: bool = True) -> Controls:
    """The controls of one set ("hdr" or "sdr"), those of saturation with them unless told otherwise."""
    own: Mapping[str, Any] = grade.controls.get(which, {})
    return Controls.from_mapping({**own, **(grade.saturation if saturation else {})})


def set_index(metadata: VividMetadata, which: str) -> int | None:
    """The place of the HDR or the SDR set; None where it is not sent."""
    sets = enumerate(metadata.sets)
    return next((place for place, item in sets if item.is_sdr == (which == "sdr")), None)


@lru_cache(maxsize=512)
def _generated(statistics: Statistics, plan: Plan) -> VividMetadata:
    return generated(statistics, plan)


@lru_cache(maxsize=512)
def _metadata(statistics: Statistics, grade: str) -> Graded:
    return graded_metadata(statistics, decode(VividGrade, json.loads(grade)))
