"""HDR Vivid of a project: measured, previewed, delivered, and everything that must be refused."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest

from app.document.commands import SetVivid, ShotGrade, SplitShot
from app.document.model import VividGrade
from app.engine.look import HdrLook, Look, Preview
from app.engine.request import Stage
from app.engine.vivid import measured_shot
from app.engine.worker import Cancelled, Token
from app.errors import UsageError
from app.hdr.stream.extraction import payloads
from app.hdr.stream.sei import Kind
from app.hdr.stream.source import open_hevc
from app.hdr.vivid.adaptation import Display
from app.hdr.vivid.display_curve import DisplayCurve
from app.hdr.vivid.payload import unpack
from app.jobs.deliver_vivid import VividDelivery, deliver_vivid, plan_vivid
from app.jobs.measure_shots import MeasureSpec
from app.jobs.preview_hdr import PreviewSpec, preview_hdr
from app.jobs.progress import Report, silent
from app.media.reel import FrameId
from app.session import Session
from operators.colour.pq import pq_eotf, pq_inverse_eotf
from tests.jobs.hdr_film import HEIGHT, LONG, SHOTS, WIDTH, make_hdr_film

BRIGHTER = VividGrade(
    controls={"hdr": {"mid_light": 0.3}, "sdr": {"high_detail": -0.2}}, saturation={"whole_sat": 0.4}
)
CORNER = (WIDTH - 1, HEIGHT - 1)


@pytest.fixture
def film(tmp_path: Path) -> Iterator[Session]:
    with make_hdr_film(tmp_path) as made:
        yield made


@pytest.fixture
def measured(film: Session) -> Session:
    film.measure_shots(MeasureSpec(ids(film)))
    return film


def ids(session: Session) -> tuple[str, ...]:
    return tuple(shot.id for shot in session.snapshot.shots)


def grade(session: Session, *grades: VividGrade) -> None:
    pairs = zip(ids(session), grades, strict=False)
    session.project.dispatch(SetVivid(tuple(ShotGrade(id, one) for id, one in pairs))).wait()


def nits(session: Session, frame: int, look: Look) -> tuple[float, float, float]:
    (reel,) = session.snapshot.reels
    found = session.engine.sample(FrameId(reel, frame), look, *CORNER).nits
    assert found is not None
    return found


def test_measuring_is_one_row_that_knows_each_shots_light(film: Session) -> None:
    told: list[Report] = []
    rows = film.snapshot.seq
    film.measure_shots(MeasureSpec(ids(film)), told.append)
    assert film.snapshot.seq == rows + 1
    for shot, peak in zip(film.snapshot.shots, SHOTS, strict=True):
        light = measured_shot(film.project.artefacts, film.snapshot.vivid[shot.id].light)
        assert light.covers(shot) and len(light.light.frames) == LONG
        assert light.light.light.maximum_nits == pytest.approx(peak, rel=0.02)
    readings = [report for report in told if report.task == "measuring light"]
    assert (readings[-1].done, readings[-1].total) == (LONG * len(SHOTS), LONG * len(SHOTS))
    film.project.undo().wait()
    assert not film.snapshot.vivid


def test_cancelled_it_keeps_the_shots_that_are_finished(film: Session) -> None:
    token = Token()

    def hear(report: Report) -> None:
        if report.task == "measuring light" and report.done > LONG:
            token.cancel()

    with pytest.raises(Cancelled):
        film.measure_shots(MeasureSpec(ids(film)), hear, token)
    assert set(film.snapshot.vivid) == {ids(film)[0]}


def test_a_look_at_a_display_is_what_the_curve_says(measured: Session) -> None:
    grade(measured, VividGrade(), BRIGHTER)
    light = nits(measured, LONG, Look(Stage.GRADE))
    for peak, sdr in ((100.0, True), (300.0, False), (500.0, False)):
        (reel,) = measured.snapshot.reels
        outline = measured.engine.outline(measured.snapshot)
        metadata = outline.vivid(FrameId(reel, LONG)).metadata
        curve = DisplayCurve.of(metadata, Display(peak, 1000.0, sdr=sdr))
        want = min(pq_eotf(float(curve(np.array([pq_inverse_eotf(max(light))]))[0])), peak)
        shown = nits(measured, LONG, Look(Stage.GRADE, hdr=HdrLook(peak)))
        assert max(shown) == pytest.approx(want, rel=0.03)
    master = nits(measured, LONG, Look(Stage.GRADE, hdr=HdrLook(0.0, True)))
    assert master == pytest.approx(light, rel=1e-3)


def test_a_grade_tried_out_is_seen_and_not_made(measured: Session) -> None:
    (reel,) = measured.snapshot.reels
    look = Look(Stage.GRADE, hdr=HdrLook(500.0))
    dark = VividGrade(controls={"hdr": {"mid_light": -0.9}})
    tried = Look(Stage.GRADE, preview=Preview(vivid={ids(measured)[0]: dark}), hdr=HdrLook(500.0))
    frame = FrameId(reel, 0)
    before = measured.engine.show(frame, look).pixels
    seen = measured.engine.show(frame, tried).pixels
    assert seen.mean() < before.mean() - 1
    grade(measured, dark)
    assert np.array_equal(measured.engine.show(frame, look).pixels, seen)


def test_false_colour_falls_into_the_bands_of_light(measured: Session) -> None:
    (reel,) = measured.snapshot.reels
    pixels = measured.engine.show(FrameId(reel, LONG), Look(Stage.GRADE, hdr=HdrLook(0.0, True))).pixels
    blue, green, red, _ = pixels[-1, -1].tolist()
    assert (red, green, blue) == (215, 70, 45)  # 400 to 1000 cd/m2
    assert len({tuple(pixel) for pixel in pixels.reshape(-1, 4).tolist()}) >= 6


def test_looks_that_cannot_be_say_why(film: Session, tmp_path: Path) -> None:
    (reel,) = film.snapshot.reels
    with pytest.raises(UsageError, match="the light of shot 1 was not measured yet"):
        film.engine.show(FrameId(reel, 0), Look(Stage.GRADE, hdr=HdrLook(300.0)))
    (tmp_path / "sdr").mkdir()
    with make_hdr_film(tmp_path / "sdr", "rec709") as sdr:
        with pytest.raises(UsageError, match="rec709, which is no HDR"):
            sdr.measure_shots(MeasureSpec(ids(sdr)))
        with pytest.raises(UsageError, match="nothing to measure"):
            sdr.measure_shots(MeasureSpec(()))


@pytest.mark.parametrize("suffix", ["mp4", "mkv"])
def test_a_delivery_carries_each_shots_own_metadata(measured: Session, tmp_path: Path, suffix: str) -> None:
    grade(measured, VividGrade(), BRIGHTER, VividGrade(automatic=True, controls=BRIGHTER.controls))
    target = tmp_path / f"film.{suffix}"
    spec = VividDelivery(target, measured.ranges(None), preset="ultrafast")
    made = deliver_vivid(measured.engine, measured.snapshot, spec, silent, Token())
    assert made.proved and made.frames == LONG * len(SHOTS)
    found = [unpack(payload) for payload in payloads(open_hevc(target), Kind.VIVID)]
    outline = measured.engine.outline(measured.snapshot)
    (reel,) = measured.snapshot.reels
    assert found == [outline.vivid(FrameId(reel, at)).metadata for at in range(LONG * len(SHOTS))]
    assert found[0].saturation is None and found[LONG].saturation is not None
    assert found[2 * LONG].sets == outline.vivid(FrameId(reel, 2 * LONG)).metadata.sets
    assert len({*found}) == len(SHOTS)


def test_what_cannot_be_delivered_is_refused_in_words(film: Session) -> None:
    def refusal() -> str:
        with pytest.raises(UsageError) as caught:
            plan_vivid(film.engine, film.snapshot, film.ranges(None))
        return str(caught.value)

    assert refusal() == "shots without HDR Vivid metadata: 1, 2, 3; analyse their light first"
    film.measure_shots(MeasureSpec(ids(film)))
    plan = plan_vivid(film.engine, film.snapshot, film.ranges(None))
    assert len(plan.payloads) == LONG * len(SHOTS) and plan.light.max_cll == pytest.approx(1000, rel=0.02)
    film.project.dispatch(SplitShot(ids(film)[1], LONG + 2)).wait()
    assert refusal() == "shots that have changed since their light was measured: 2, 3; analyse them again"
    film.project.undo().wait()
    grade(film, VividGrade(4000.0))
    assert "mastered on displays of 1000 and 4000 cd/m2" in refusal()
    film.project.undo().wait()
    grade(film, VividGrade(controls={"hdr": {"dark_detail": -1.0, "dark_hillside": 0.35, "mid_light": -1.0}}))
    assert "shot 1 cannot be delivered" in refusal()
    film.project.undo().wait()
    grade(film, VividGrade(controls={"hdr": {"sharpness": 1.0}}))
    assert "shot 1 do not fit: 'sharpness' is no parameter" in refusal()


def test_previews_are_pictures_that_other_programs_read(measured: Session, tmp_path: Path) -> None:
    (reel,) = measured.snapshot.reels
    frames = [FrameId(reel, 0), FrameId(reel, LONG)]
    spec = PreviewSpec(tmp_path / "out", frames, (0, LONG), (0.0, 300.0), "tiff")
    master, shown = preview_hdr(measured.engine, measured.snapshot, spec, silent, Token())
    brightest = []
    for folder in (master, shown):
        _, second = sorted(folder.glob("*.tif"))
        picture = cv2.imread(str(second), cv2.IMREAD_UNCHANGED)
        assert picture.dtype == np.uint16 and picture.shape == (HEIGHT, WIDTH, 3)
        brightest.append(pq_eotf(float(picture.max()) / 65535))
    assert brightest[0] == pytest.approx(1000, rel=0.02) and brightest[1] <= 300.5
    with pytest.raises(UsageError, match="is there already"):
        preview_hdr(measured.engine, measured.snapshot, spec, silent, Token())
