"""Dirt by a scanner's infrared channel, through the commands: found, registered, mended, refused on silver."""

from __future__ import annotations

import shutil
from pathlib import Path

import cv2
import numpy as np
import OpenImageIO as oiio
import pytest

from app.engine.worker import Token
from app.jobs.demo_reel import DemoSpec, make_demo_reel
from app.jobs.progress import silent
from tests.end_to_end.conftest import Reelmend
from tests.jobs.infrared_film import infrared_of, of_truth, pieces_scored

SHIFT = (2.3, -1.4)
FRAMES = 12
RECIPE = """name = "look"
[[detect]]
operator = "dirt"
threshold = 0.5
[fill]
operator = "fill"
"""


@pytest.fixture(scope="module")
def material(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A colour reel and its channel, a silver reel and its channel."""
    folder = tmp_path_factory.mktemp("infrared")
    for name, grey in (("demo", False), ("grey", True)):
        spec = DemoSpec(
            seconds=FRAMES / 24, width=320, height=240, seed=5, kinds=("dirt", "hair", "grain"), grey=grey
        )
        make_demo_reel(folder / name, spec, silent, Token())
    of_truth(folder / "demo" / "truth", folder / "ir", 0, shift=SHIFT)
    of_truth(folder / "grey" / "truth", folder / "silver", 0, silver=True)
    (folder / "look.toml").write_text(RECIPE, "utf-8")
    return folder


@pytest.fixture
def film(material: Path, tmp_path: Path, reelmend: Reelmend) -> Path:
    path = tmp_path / "film.reelmend"
    reelmend("new", path, material / "demo" / "scan")
    return path


def truth(material: Path) -> list[np.ndarray]:
    return [cv2.imread(str(p), -1) > 0 for p in sorted((material / "demo" / "truth" / "mask_dirt").glob("*.png"))]


def mattes(folder: Path) -> list[np.ndarray]:
    return [cv2.imread(str(path), -1) > 0 for path in sorted(folder.glob("*.png"))]


def test_instead_of_the_dirt_detector(material: Path, film: Path, tmp_path: Path, reelmend: Reelmend) -> None:
    said = reelmend(
        "run", film, "--recipe", material / "look.toml", "--infrared", material / "ir", "--infrared-only",
        "--set", "infrared.grow=0", "--workers", "0",
    ).data  # fmt: skip
    shift = said["infrared"]["shift"]
    assert said["infrared"]["shift_known"] and np.hypot(shift[0] - SHIFT[0], shift[1] - SHIFT[1]) < 0.5
    reelmend("masks", film, "--write", tmp_path / "out", "--where", "detector=infrared")
    precision, recall, f1 = pieces_scored(mattes(tmp_path / "out"), truth(material))
    print(f"precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}")
    assert recall > 0.95 and f1 > 0.9
    assert reelmend("run", film, "--recipe", material / "look.toml", "--workers", "0").data["detections"].keys() == {
        "dirt"
    }


def test_beside_the_dirt_detector_one_spot_is_one_repair(material: Path, film: Path, reelmend: Reelmend) -> None:
    reelmend("run", film, "--recipe", material / "look.toml", "--infrared", material / "ir", "--workers", "0")
    rows = reelmend("repairs", film).data["repairs"]
    assert {row["by"] for row in rows} == {"infrared", "dirt"} or {row["by"] for row in rows} == {"infrared"}
    boxes = [(row["frame"], row["x0"], row["y0"], row["x1"], row["y1"]) for row in rows]
    assert len(boxes) == len(set(boxes))
    reelmend("set", film, "dirt.threshold=0.99")
    left = reelmend("repairs", film, "--where", "state=accepted").data["repairs"]
    assert len(left) < len(rows), "one threshold holds for the class, whichever detector found it"


def test_silver_is_refused_unless_it_is_meant(material: Path, tmp_path: Path, reelmend: Reelmend) -> None:
    path = tmp_path / "grey.reelmend"
    reelmend("new", path, material / "grey" / "scan")
    measured = reelmend("masks", path, "--infrared", material / "silver").data
    assert measured["nature"] == "silver" and "silver stops infrared" in measured["objection"]
    refused = reelmend("run", path, "--infrared", material / "silver")
    assert refused.code == 2
    assert "shows the picture itself" in refused.stderr and "--infrared-anyway" in refused.stderr
    assert reelmend("info", path).data["repairs"] == {}


@pytest.mark.parametrize("kind", ["exr", "tif"])
def test_a_channel_of_the_scan_itself(kind: str, material: Path, tmp_path: Path, reelmend: Reelmend) -> None:
    """EXR names its channels; TIFF does not, so that a person has to."""
    (tmp_path / "scan").mkdir()
    for number, dirt in enumerate(truth(material)[:6]):
        base, scan = (
            cv2.imread(str(material / "demo" / "truth" / folder / f"{number:06d}.png"), -1)[..., ::-1]
            for folder in ("base", "damaged")
        )
        picture = base.transpose(2, 0, 1) / np.float32(65535)
        channel = infrared_of(picture, dirt, np.random.default_rng(number))
        path = str(tmp_path / "scan" / f"f.{number:04d}.{kind}")
        spec = oiio.ImageSpec(scan.shape[1], scan.shape[0], 4, "half" if kind == "exr" else "uint16")
        spec.channelnames = ("R", "G", "B", "IR")
        made = oiio.ImageOutput.create(path)
        pixels = np.dstack([scan, channel])
        assert made.open(path, spec)
        assert made.write_image(np.ascontiguousarray(pixels / np.float32(65535) if kind == "exr" else pixels))
        made.close()
    film = tmp_path / "own.reelmend"
    reelmend("new", film, tmp_path / "scan")
    command = ("run", film, "--recipe", material / "look.toml", "--infrared", "--infrared-only", "--workers", "0")
    answer = reelmend(*command)
    if kind == "tif":
        assert answer.code == 2 and "has no channel that is called infrared" in answer.stderr
        name = answer.stderr.rpartition("B, ")[2].partition(")")[0]
        answer = reelmend(*command, "--infrared-channel", name)
    assert answer.data["infrared"]["shift"] == pytest.approx([0, 0], abs=0.4)
    reelmend("masks", film, "--write", tmp_path / "out")
    assert pieces_scored(mattes(tmp_path / "out"), truth(material)[:6])[1] > 0.9


@pytest.mark.parametrize(
    ("prepare", "sentence"),
    [
        (lambda folder: None, "does not exist"),
        (lambda folder: folder.mkdir(), ""),
        (lambda folder: _sized(folder), "infrared pictures lie on the scan as it is"),
        (lambda folder: _short(folder), "has infrared pictures of frames 0 to 3"),
    ],
)
def test_what_cannot_serve_is_refused_and_nothing_is_written(
    film: Path, tmp_path: Path, reelmend: Reelmend, prepare, sentence
) -> None:
    prepare(tmp_path / "ir")
    refused = reelmend("run", film, "--infrared", tmp_path / "ir")
    assert refused.code in (2, 3) and sentence in refused.stderr
    assert reelmend("info", film).data["repairs"] == {}


def test_changed_pictures_are_noticed(material: Path, film: Path, tmp_path: Path, reelmend: Reelmend) -> None:
    """A recipe keeps what was measured: other pictures in their place are not looked at."""
    from app.engine.recipe import find_recipe
    from app.errors import UsageError
    from app.jobs.infrared import with_infrared
    from app.session import Session

    shutil.copytree(material / "ir", tmp_path / "ir")
    with Session.open(film) as session:
        report = session.measure_infrared(tmp_path / "ir")
        assert report.folder == "ir"
        recipe = with_infrared(find_recipe(str(material / "look.toml")), report, instead=True)
        for path in sorted((tmp_path / "ir").iterdir()):
            cv2.imwrite(str(path), np.full((240, 320), 40000, np.uint16))
        with pytest.raises(UsageError, match="measure it again"):
            session.run(recipe, workers=0)


def _sized(folder: Path) -> None:
    folder.mkdir()
    for number in range(FRAMES):
        cv2.imwrite(str(folder / f"ir.{number:04d}.png"), np.full((24, 32), 40000, np.uint16))


def _short(folder: Path) -> None:
    folder.mkdir()
    for number in range(4):
        cv2.imwrite(str(folder / f"ir.{number:04d}.png"), np.full((240, 320), 40000, np.uint16))
