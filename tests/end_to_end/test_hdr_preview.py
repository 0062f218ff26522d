"""`reelmend hdr preview`: what displays show, of a project, of a stream with metadata and of one without."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from app.engine.worker import Token
from app.jobs.deliver_vivid import VividDelivery, deliver_vivid
from app.jobs.measure_shots import MeasureSpec
from app.jobs.progress import silent
from operators.colour.pq import pq_eotf
from tests.end_to_end.conftest import Reelmend
from tests.jobs.hdr_film import HEIGHT, LONG, SHOTS, WIDTH, make_hdr_film


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A measured project, and a movie of it with its metadata."""
    folder = tmp_path_factory.mktemp("hdr")
    with make_hdr_film(folder) as session:
        session.measure_shots(MeasureSpec(tuple(shot.id for shot in session.snapshot.shots)))
        spec = VividDelivery(folder / "film.mp4", session.ranges(None), preset="ultrafast", crf=4)
        assert deliver_vivid(session.engine, session.snapshot, spec, silent, Token()).proved
    return folder


def brightest(folder: Path) -> list[float]:
    """The brightest light of each picture, cd/m2, read by another program."""
    found = []
    for path in sorted(folder.glob("*.tif")):
        picture = cv2.imread(str(path), cv2.IMREAD_UNCHANGED)
        assert picture.dtype == np.uint16 and picture.shape == (HEIGHT, WIDTH, 3)
        found.append(pq_eotf(float(picture.max()) / 65535))
    return found


def test_a_project_and_its_movie_look_alike(film: Path, tmp_path: Path, reelmend: Reelmend) -> None:
    light: dict[str, list[float]] = {}
    for name in ("film.reelmend", "film.mp4"):
        out = tmp_path / name
        told = reelmend(
            "hdr", "preview", film / name, out, "--display", "300", "--display", "master", "--as", "tiff"
        ).data
        assert told["frames"] == [1, 1 + LONG, 1 + 2 * LONG]
        assert told["metadata"] == ("the project" if name == "film.reelmend" else "the stream")
        light[name] = brightest(out / "300")
        assert brightest(out / "master") == pytest.approx(SHOTS, rel=0.05)
    assert max(light["film.reelmend"]) <= 300.5
    assert light["film.reelmend"] == pytest.approx(light["film.mp4"], rel=0.05)


def test_a_movie_without_metadata_is_measured(film: Path, tmp_path: Path, reelmend: Reelmend) -> None:
    told = reelmend(
        "hdr",
        "preview",
        film / "scan",
        tmp_path / "out",
        "--display",
        "100",
        "--encoding",
        "pq_bt2020",
        "--frames",
        "0,5",
    ).data
    assert told["metadata"] == "measured" and told["frames"] == [0, 5]
    pictures = sorted((tmp_path / "out" / "sdr-100").glob("*.png"))
    assert len(pictures) == 2
    picture = cv2.imread(str(pictures[1]), cv2.IMREAD_UNCHANGED)
    assert picture.dtype == np.uint8 and picture.max() > 230  # SDR's white is the screen's


def test_what_cannot_be_previewed_is_said(film: Path, tmp_path: Path, reelmend: Reelmend) -> None:
    out = tmp_path / "out"
    for words, said in (
        (("--display", "0"), "write a peak in cd/m2"),
        (("--display", "300", "--frames", "99"), "names no frames of 0 to 11"),
        (("--display", "300", "--false-colour", "--as", "tiff"), "false colour is for eyes"),
    ):
        failed = reelmend("hdr", "preview", film / "film.reelmend", out, *words)
        assert failed.code == 2 and said in failed.stderr
        assert not out.exists()
