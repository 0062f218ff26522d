"""Operators that change the encoding: what reaches them, what comes out, how it is shown and written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from app.document.commands import SetStack
from app.document.model import StackEntry
from app.engine.engine import Engine
from app.engine.look import Look
from app.engine.plan import FilterStep, plan
from app.engine.render import as_native, encoded_as
from app.engine.request import FrameRequest, Stage
from app.engine.screen import screen_pixels
from app.engine.worker import Token
from app.errors import UsageError
from app.jobs.export import ExportSpec, export, writer_spec
from app.jobs.progress import silent
from app.media.colour import View, convert
from app.media.opening import open_reel
from app.media.reel import FrameId
from operators.contract import FrameInfo
from operators.sdr_to_hdr.operator import SdrToHdrParams
from tests.engine.film import Film
from tests.engine.test_plan import Film as PlannedFilm

UP = StackEntry("sdr_to_hdr", 1, {})
DOWN = StackEntry("hdr_to_sdr", 1, {"method": "direct"})
CDL = StackEntry("cdl", 1, {})


def with_grade(film: Film, *entries: StackEntry, shots: int = 2) -> None:
    ids = tuple(shot.id for shot in film.shots[:shots])
    film.project.dispatch(SetStack(ids, "grade", entries)).wait()


def test_the_operator_gets_the_encoding_it_wants(film: Film) -> None:
    """A log scan reaches SDR to HDR as BT.1886 video, with what it holds beyond white."""
    with_grade(film, UP)
    source = film.engine.picture(film.frame(0), Stage.SOURCE)
    made = film.engine.picture(film.frame(0), Stage.GRADE)
    pixels = np.stack([plane / np.float32(1023) for plane in source.planes], axis=-1)  # type: ignore[union-attr]
    light = 2.03 * convert("cineon_log", "linear_rec709")(pixels)
    expected = convert("linear_rec709", "pq_bt2020")(light)
    ours = np.moveaxis(made.tensor.numpy(), 0, -1)  # type: ignore[union-attr]
    np.testing.assert_allclose(ours, expected.clip(0), atol=3e-4)
    assert made.encoding == "pq_bt2020"  # type: ignore[union-attr]


def test_what_comes_out_is_told_without_making_it(film: Film) -> None:
    assert film.engine.meaning(film.frame(0), Stage.GRADE).encoding == "cineon_log"
    with_grade(film, UP, shots=1)
    assert film.engine.meaning(film.frame(0), Stage.GRADE).encoding == "pq_bt2020"
    assert film.engine.meaning(film.frame(0), Stage.CLEAN).encoding == "cineon_log"
    assert film.engine.meaning(film.frame(11), Stage.GRADE).encoding == "cineon_log"
    with_grade(film, UP, CDL, DOWN)
    assert film.engine.meaning(film.frame(0), Stage.GRADE).encoding == "rec709"


def test_an_hdr_grade_is_seen_through_the_view_of_its_own_encoding(film: Film) -> None:
    with_grade(film, UP)
    shown = film.engine.show(film.frame(2), Look(Stage.GRADE))
    made = film.engine.picture(film.frame(2), Stage.GRADE)
    expected = screen_pixels(made, View.of("pq_bt2020"))
    assert np.array_equal(shown.pixels, expected)
    wrong = screen_pixels(made, View.of("cineon_log"))
    assert np.abs(expected.astype(int) - wrong).mean() > 10, "the two views differ: the test means something"


def test_there_and_back_looks_as_before(film: Film) -> None:
    with_grade(film, UP, DOWN)
    back = film.engine.picture(film.frame(1), Stage.GRADE).tensor.numpy()  # type: ignore[union-attr]
    source = film.engine.picture(film.frame(1), Stage.SOURCE)
    pixels = np.stack([plane / np.float32(1023) for plane in source.planes], axis=-1)  # type: ignore[union-attr]
    expected = np.moveaxis(convert("cineon_log", "rec709")(pixels), -1, 0)
    np.testing.assert_allclose(back.clip(0), expected.clip(0), atol=0.02)


@pytest.mark.parametrize("stack", [(UP, UP), (DOWN,), (UP, DOWN, DOWN)])
def test_an_operator_in_the_wrong_place_is_refused_in_words(film: Film, stack: tuple[StackEntry, ...]) -> None:
    with_grade(film, *stack)
    with pytest.raises(UsageError, match="cannot work on pictures in"):
        film.engine.picture(film.frame(0), Stage.GRADE)


def test_the_encoding_is_part_of_the_key() -> None:
    class Film(PlannedFilm):
        told = "rec709"

        def frame_info(self, reel: str) -> FrameInfo:
            return replace(super().frame_info(reel), encoding=self.told)

    film = Film({Stage.GRADE: (UP,)})
    one = plan(film, FrameRequest(FrameId("r", 3), Stage.GRADE))
    film.__class__.told = "bt601"
    other = plan(film, FrameRequest(FrameId("r", 3), Stage.GRADE))
    assert one.result != other.result
    step = other.steps[-1]
    assert isinstance(step, FilterStep)
    assert (step.made_in, step.info.encoding, step.out.encoding) == ("bt601", "rec709", "pq_bt2020")


def test_shots_of_different_encodings_are_not_one_film(film: Film) -> None:
    with_grade(film, UP, shots=1)
    spec = ExportSpec(Path("out"), Stage.GRADE, film.project.snapshot.programme.items, "tiff", 16)
    with pytest.raises(UsageError, match=r"shot 1 .* pq_bt2020 and shot 2 .* cineon_log"):
        writer_spec(film.engine, film.project.snapshot, spec)


@pytest.mark.parametrize(("transfer", "name"), [("pq", "pq_bt2020"), ("hlg", "hlg_bt2020")])
def test_an_export_is_tagged_with_what_the_grade_made(film: Film, tmp_path: Path, transfer: str, name: str) -> None:
    with_grade(film, StackEntry("sdr_to_hdr", 1, SdrToHdrParams(transfer=transfer).to_mapping()))
    spec = ExportSpec(tmp_path / "out.mov", Stage.GRADE, film.project.snapshot.programme.items, "prores-hq")
    export(film.engine, film.project.snapshot, spec, silent, Token())
    made = open_reel(tmp_path / "out.mov")
    assert (made.format.encoding, made.format.matrix) == (name, "bt2020")


def test_native_pictures_carry_the_new_encoding(film: Film) -> None:
    with_grade(film, UP)
    native = as_native(film.engine.picture(film.frame(0), Stage.GRADE)).picture
    assert native.format.encoding == "pq_bt2020"
    source = film.engine.picture(film.frame(0), Stage.SOURCE)
    assert encoded_as(source.format, "cineon_log") is source.format  # type: ignore[union-attr]


@pytest.fixture
def engine_aside(film: Film) -> Iterator[Engine]:
    with film.engine.aside() as engine:
        yield engine


def test_repairs_leave_in_the_scans_own_code_values_beside_an_hdr_grade(film: Film, engine_aside: Engine) -> None:
    with_grade(film, UP)
    repaired = engine_aside.picture(film.frame(0), Stage.REPAIR)
    source = engine_aside.picture(film.frame(0), Stage.SOURCE)
    for ours, scan in zip(repaired.planes, source.planes, strict=True):  # type: ignore[union-attr]
        assert np.array_equal(ours, scan)
