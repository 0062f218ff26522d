"""PQ masters with HDR Vivid beside them: tags that other programs see, and one entry a frame or none."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.engine.request import Stage
from app.errors import MediaError, UsageError
from app.hdr.stream.metadata_files import read_metadata
from app.hdr.vivid.payload import unpack
from app.jobs.deliver_master import sidecar_paths, write_sidecars
from app.jobs.deliver_vivid import plan_vivid
from app.jobs.export import ExportSpec
from app.jobs.measure_shots import MeasureSpec
from app.media.opening import open_reader, open_reel
from app.session import Session
from operators.colour.pq import pq_inverse_eotf
from tests.jobs import hdr_film
from tests.jobs.hdr_film import LONG, SHOTS, make_hdr_film

FRAMES = LONG * len(SHOTS)


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """Large enough for DNxHR, which takes pictures from 256x120 on."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(hdr_film, "WIDTH", 256)
        patch.setattr(hdr_film, "HEIGHT", 120)
        made = make_hdr_film(tmp_path_factory.mktemp("master"))
    with made as session:
        session.measure_shots(MeasureSpec(tuple(shot.id for shot in session.snapshot.shots)))
        yield session


def spec(film: Session, target: Path, kind: str) -> ExportSpec:
    return ExportSpec(target, Stage.GRADE, film.ranges(None), kind)


@pytest.mark.parametrize(("kind", "name"), [("prores-4444", "m.mov"), ("dnxhr-444", "m.mov"), ("exr", "frames")])
def test_a_master_is_pq_and_its_sidecars_have_every_frame(
    kind: str, name: str, film: Session, tmp_path: Path
) -> None:
    target = tmp_path / name
    made = film.deliver_master(spec(film, target, kind))
    assert made.export.frames == FRAMES and all(check.holds for check in made.checks) and len(made.checks) == 3
    wanted = list(plan_vivid(film.engine, film.snapshot, film.ranges(None)).payloads)
    text, lines = made.sidecars
    for path in made.sidecars:
        assert read_metadata(path, ()).payloads == wanted
    assert len(lines.read_text().splitlines()) >= FRAMES and json.loads(text.read_text())
    assert len({unpack(payload).statistics.maximum for payload in wanted}) == 3, "three shots, three sets"
    reel = open_reel(target)
    assert reel.frame_count == FRAMES and (reel.format.encoding == "pq_bt2020" or kind == "exr")
    if kind == "exr":
        reader = open_reader(reel)
        brightest = [max(float(plane.max()) for plane in reader.read(LONG * n).planes) for n in range(len(SHOTS))]
        reader.close()
        assert brightest == pytest.approx([pq_inverse_eotf(peak) for peak in SHOTS], abs=0.001), "PQ, not linear"
    elif shutil.which("ffprobe") is not None:
        words = ["ffprobe", "-v", "error", "-select_streams", "v", "-show_streams", "-of", "json", target]
        (stream,) = json.loads(subprocess.check_output(words))["streams"]
        assert (stream["color_primaries"], stream["color_transfer"]) == ("bt2020", "smpte2084")


def test_what_makes_no_master_is_refused_and_nothing_is_written(film: Session, tmp_path: Path) -> None:
    movie = spec(film, tmp_path / "m.mov", "prores-4444")
    with pytest.raises(UsageError, match="not as hevc10"):
        film.deliver_master(replace(movie, target=tmp_path / "m.mp4", kind="hevc10"))
    with pytest.raises(UsageError, match="of the grade"):
        film.deliver_master(replace(movie, stage=Stage.REPAIR))
    sidecar_paths(movie.target)[1].write_text("mine")
    with pytest.raises(MediaError, match="exists already"):
        film.deliver_master(movie)
    assert [path.name for path in tmp_path.iterdir()] == ["m.vivid.txt"]


def test_an_hlg_grade_is_no_pq_master(tmp_path: Path) -> None:
    with make_hdr_film(tmp_path, "hlg_bt2020") as film:
        film.measure_shots(MeasureSpec(tuple(shot.id for shot in film.snapshot.shots)))
        with pytest.raises(UsageError, match="the grade is HLG"):
            film.deliver_master(spec(film, tmp_path / "m.mov", "prores-4444"))


@pytest.mark.parametrize("count", [FRAMES - 1, FRAMES + 1])
def test_counts_that_differ_are_refused(count: int, film: Session, tmp_path: Path) -> None:
    payload = plan_vivid(film.engine, film.snapshot, film.ranges(None)).payloads[0]
    with pytest.raises(MediaError, match=f"for {count} frames and .* has {FRAMES}"):
        write_sidecars(tmp_path / "m.mov", [payload] * count, FRAMES)
    assert list(tmp_path.iterdir()) == []
