"""From a request to steps."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from app.document.model import StackEntry
from app.engine.plan import DecodeStep, FilterStep, Plan, RepairStep, plan
from app.engine.request import FrameRequest, Stage
from app.media.reel import FrameId
from operators.contract import FrameInfo, Region
from operators.contract.registry import filter_operator

INFO = FrameInfo(64, 48, 3)
CDL = StackEntry("cdl", 1, {"slope_r": 1.1})
DENOISE = StackEntry("denoise", 1, {"strength": 0.5})


@dataclass(frozen=True)
class Film:
    """Frames 0..99 of one reel, cut at 50; frame 51 has repairs."""

    stacks: dict[Stage, tuple[StackEntry, ...]] = field(default_factory=dict)
    digest: str = "repairs"
    media: str = "media"
    bypass: str = ""

    def media_key(self, reel: str) -> str:
        return self.media

    def frame_info(self, reel: str) -> FrameInfo:
        return INFO

    def shot_range(self, frame: FrameId) -> tuple[int, int]:
        return (0, 50) if frame.index < 50 else (50, 100)

    def repair_digest(self, frame: FrameId) -> str:
        return self.digest if frame.index == 51 else ""

    def bypass_digest(self, frame: FrameId) -> str:
        return self.bypass if frame.index == 51 else ""

    def stack(self, frame: FrameId, stage: Stage) -> tuple[StackEntry, ...]:
        return self.stacks.get(stage, ())


def made(film: Film, index: int, stage: Stage, **more: Any) -> Plan:
    return plan(film, FrameRequest(FrameId("r", index), stage, **more))


def decoded(steps: Plan) -> list[int]:
    return [step.frame.index for step in steps.steps if isinstance(step, DecodeStep)]


def test_the_source_is_decoded_and_nothing_else() -> None:
    assert [type(step) for step in made(Film(), 51, Stage.SOURCE).steps] == [DecodeStep]


def test_repairs_are_laid_on_only_where_there_are_any() -> None:
    assert [type(step) for step in made(Film(), 51, Stage.REPAIR).steps] == [DecodeStep, RepairStep]
    assert [type(step) for step in made(Film(), 52, Stage.REPAIR).steps] == [DecodeStep]


def test_a_window_never_reaches_across_a_cut() -> None:
    film = Film({Stage.CLEAN: (DENOISE,)})
    before, after = filter_operator("denoise").window(filter_operator("denoise").Params())
    assert decoded(made(film, 50, Stage.CLEAN)) == list(range(50, 51 + after))
    assert decoded(made(film, 49, Stage.CLEAN)) == list(range(49 - before, 50))


def test_steps_come_after_what_they_need() -> None:
    film = Film({Stage.CLEAN: (DENOISE, DENOISE), Stage.GRADE: (CDL,)})
    ready: set[str] = set()
    for step in made(film, 51, Stage.GRADE).steps:
        if isinstance(step, RepairStep):
            assert step.source in ready
        if isinstance(step, FilterStep):
            assert {key for _, key in step.inputs} <= ready
        ready.add(step.key)


def test_what_two_neighbours_share_is_made_once() -> None:
    film = Film({Stage.CLEAN: (DENOISE, DENOISE)})
    frames = decoded(made(film, 70, Stage.CLEAN))
    assert len(frames) == len(set(frames))


@pytest.mark.parametrize(
    "other",
    [
        Film({Stage.GRADE: (CDL,)}, digest="another repair"),
        Film({Stage.GRADE: (CDL,)}, media="another scan"),
        Film({Stage.GRADE: (replace(CDL, params={"slope_r": 1.2}),)}),
        Film({Stage.GRADE: (CDL, CDL)}),
    ],
)
def test_another_edit_is_another_key(other: Film) -> None:
    film = Film({Stage.GRADE: (CDL,)})
    assert made(film, 51, Stage.GRADE).result == made(film, 51, Stage.GRADE, generation=9).result
    assert made(film, 51, Stage.GRADE).result != made(other, 51, Stage.GRADE).result


def test_a_disabled_operator_is_passed_over() -> None:
    film = Film({Stage.GRADE: (replace(CDL, enabled=False),)})
    assert made(film, 52, Stage.GRADE).result == made(film, 52, Stage.REPAIR).result


def test_keyframes_are_resolved_frame_by_frame() -> None:
    curve = {"keys": [[60, 1.0], [70, 2.0]], "interpolation": "linear"}
    keyed = Film({Stage.GRADE: (replace(CDL, params={"slope_r": curve}),)})
    plain = Film({Stage.GRADE: (replace(CDL, params={"slope_r": 1.5}),)})
    assert made(keyed, 65, Stage.GRADE).result == made(plain, 65, Stage.GRADE).result
    assert made(keyed, 66, Stage.GRADE).result != made(plain, 66, Stage.GRADE).result


def test_a_windows_length_may_be_keyframed() -> None:
    curve = {"keys": [[60, 1], [61, 2]], "interpolation": "hold"}
    film = Film({Stage.CLEAN: (replace(DENOISE, params={"strength": 0.5, "radius": curve}),)})
    assert len(decoded(made(film, 60, Stage.CLEAN))) == 3
    assert len(decoded(made(film, 61, Stage.CLEAN))) == 5


def test_a_region_walks_backwards_to_what_it_needs() -> None:
    film = Film({Stage.GRADE: (CDL,)})
    region = Region(8, 8, 24, 16)
    step = made(film, 52, Stage.GRADE, region=region).steps[-1]
    assert isinstance(step, FilterStep) and step.region == region and step.needs == region
