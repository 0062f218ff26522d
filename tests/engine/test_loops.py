"""Loops: what they show is what the engine shows, with the repair and without it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.document.commands import SetCuts, SetVerdicts
from app.document.query import Repair
from app.engine.look import Look
from app.engine.loops import REACH, make_loop, region_round
from app.engine.recipe import find_recipe
from app.engine.request import Stage
from app.engine.screen import region_pixels, screen_pixels
from app.media.colour import View
from app.media.picture import NativePicture, PictureFormat
from app.media.reel import FrameId
from app.session import Session
from operators.contract import Region
from tests.jobs.making import write_scan


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory):
    folder = tmp_path_factory.mktemp("loops")
    with Session.create(folder / "film.reelmend", [write_scan(folder / "scan", 12)], device="cpu") as opened:
        opened.run(find_recipe("standard"), workers=0)
        opened.engine.picture(FrameId(opened.snapshot.shots[0].reel, 0), Stage.SOURCE)  # its decoder lives on
        yield opened


def blot(session: Session) -> Repair:
    reel = next(iter(session.snapshot.reels))
    return max(session.project.detections_of(session.snapshot, reel, 7), key=lambda repair: repair.area)


def size_of(session: Session, repair: Repair) -> tuple[int, int]:
    region = region_round(repair, 64, 48, 4 / 3)
    return region.x1 - region.x0, region.y1 - region.y0


def cut(session: Session, repair: Repair, frame: int, stage: Stage, region: Region) -> np.ndarray:
    shown = session.engine.show(FrameId(repair.reel, frame), Look(stage))
    return shown.pixels[region.y0 : region.y1, region.x0 : region.x1]


def test_before_and_after_are_the_engines_own_pictures(session: Session) -> None:
    repair = blot(session)
    loop = make_loop(session.engine, session.snapshot, repair, size_of(session, repair))
    assert loop.middle == REACH and len(loop.pictures) == 2 * REACH + 1
    for place, picture in enumerate(loop.pictures):
        frame = repair.frame + place - REACH
        assert np.array_equal(picture, cut(session, repair, frame, Stage.REPAIR, loop.region))
    if list(session.project.repairs_of(session.snapshot, repair.reel, repair.frame)) == [repair]:
        assert np.array_equal(loop.before, cut(session, repair, repair.frame, Stage.SOURCE, loop.region))
    assert not np.array_equal(loop.before, loop.pictures[loop.middle])


def test_a_rejected_repair_is_shown_as_it_would_mend(session: Session) -> None:
    repair = blot(session)
    size = size_of(session, repair)
    before = make_loop(session.engine, session.snapshot, repair, size)
    session.project.dispatch(SetVerdicts((repair.id,), "reject")).wait()
    rejected = make_loop(session.engine, session.snapshot, blot(session), size)
    session.project.undo().wait()
    assert np.array_equal(before.pictures[before.middle], rejected.pictures[rejected.middle])
    assert np.array_equal(before.before, rejected.before)


def test_a_loop_ends_at_the_cuts(session: Session) -> None:
    repair = blot(session)
    session.project.dispatch(SetCuts(repair.reel, (repair.frame,))).wait()
    loop = make_loop(session.engine, session.snapshot, repair, size_of(session, repair))
    session.project.undo().wait()
    assert loop.middle == 0 and len(loop.pictures) == REACH + 1


@settings(max_examples=60)
@given(
    st.integers(0, 1900), st.integers(0, 1060), st.integers(1, 1900), st.integers(1, 1060),
    st.sampled_from([(1920, 1080), (720, 540), (64, 48)]),
)  # fmt: skip
def test_what_is_cut_out_lies_in_the_frame_and_holds_the_middle(x, y, w, h, size) -> None:
    width, height = size
    x0, y0 = min(x, width - 1), min(y, height - 1)
    x1, y1 = min(x0 + w, width), min(y0 + h, height)
    repair = Repair("", 1, "", "", 0, "dirt", "dirt", x0, y0, x1, y1, 1, 0.5, "", "", 0, 0, "", 0.5, True)
    region = region_round(repair, width, height, 4 / 3)
    assert 0 <= region.x0 < region.x1 <= width and 0 <= region.y0 < region.y1 <= height
    middle_x, middle_y = (x0 + x1 - 1) // 2, (y0 + y1 - 1) // 2
    assert region.x0 <= middle_x < region.x1 and region.y0 <= middle_y < region.y1


@pytest.mark.parametrize("subsampling", [(1, 1), (2, 1), (2, 2)])
def test_a_region_has_the_pixels_of_the_whole_picture(subsampling: tuple[int, int]) -> None:
    fmt = PictureFormat(
        64, 48, ("Y", "Cb", "Cr"), "ycbcr", "uint16", 10, "rec709", subsampling=subsampling, matrix="bt709"
    )
    random = np.random.default_rng(1)
    planes = tuple(random.integers(64, 940, fmt.plane_shape(index)).astype(np.uint16) for index in range(3))
    picture, view = NativePicture(fmt, planes), View.of("rec709", None)
    whole = screen_pixels(picture, view)
    for region in (Region(0, 0, 64, 48), Region(3, 5, 21, 18), Region(63, 47, 64, 48), Region(17, 0, 40, 1)):
        part = region_pixels(picture, view, region)
        assert np.array_equal(part, whole[region.y0 : region.y1, region.x0 : region.x1])
