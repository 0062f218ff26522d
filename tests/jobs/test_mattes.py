"""Mattes out and in, read back by OpenCV: the very masks, and repairs that change nothing beside them."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import OpenImageIO as oiio
import pytest

from app.document.commands import Protect, SetVerdicts
from app.document.ids import new_id
from app.document.model import HAND, Protection
from app.engine.render import as_native
from app.engine.request import Stage
from app.errors import UsageError
from app.jobs.hand_repair import paint
from app.jobs.mattes import read_mattes, write_mattes
from app.jobs.progress import silent
from app.jobs.strokes import Dab, Stroke
from app.media.reel import FrameId
from app.session import Session
from tests.jobs.making import HEIGHT, WIDTH


@pytest.fixture
def painted(session: Session) -> Session:
    """Two strokes on frame 7, one on frame 12."""
    (reel,) = session.snapshot.reels
    for frame, x, y in ((7, 15, 12), (7, 45, 30), (12, 30.5, 20)):
        stroke = Stroke((Dab(x, y, 4), Dab(x + 3, y + 5, 2)))
        session.project.dispatch(paint(session.engine, FrameId(reel, frame), stroke)).wait()
    return session


def masks(session: Session, frame: int) -> np.ndarray:
    canvas = np.zeros((HEIGHT, WIDTH), bool)
    for patch in session.engine.patches(session.snapshot, min(session.snapshot.reels), frame):
        height, width = patch.mask.shape
        canvas[patch.y0 : patch.y0 + height, patch.x0 : patch.x0 + width] |= patch.mask
    return canvas


def write(session: Session, folder: Path, kind: str = "png", wanted: set[str] | None = None) -> int:
    return write_mattes(
        session.engine, session.snapshot, session.ranges(None), folder, kind, wanted, silent, session.token
    )


@pytest.mark.parametrize("kind", ["png", "tiff", "exr"])
def test_written_mattes_are_the_masks_and_come_back_as_they_were(painted: Session, tmp_path: Path, kind: str) -> None:
    assert write(painted, tmp_path / "out", kind) == 2
    files = sorted((tmp_path / "out").iterdir())
    assert len(files) == 40
    first = painted.engine.reels[min(painted.snapshot.reels)].first_number
    for frame in (7, 8, 12):
        path = tmp_path / "out" / f"matte.{first + frame:07d}.{kind}"
        assert path in files
        if kind == "exr":
            pixels = oiio.ImageInput.open(str(path)).read_image("float")[..., 0]
        else:
            pixels = cv2.imread(str(path), cv2.IMREAD_UNCHANGED) / 255.0
        assert np.array_equal(pixels, masks(painted, frame).astype(float))
    (tmp_path / "other").mkdir()
    with Session.create(tmp_path / "other" / "film.reelmend", [tmp_path / "scan"]) as again:
        (reel,) = again.snapshot.reels
        command, frames = read_mattes(again.engine, reel, tmp_path / "out", "hair", silent, again.token)
        again.project.dispatch(command).wait()
        assert frames == 2 and len(command.repairs) == 3
        for frame in (7, 8, 12):
            assert np.array_equal(masks(again, frame), masks(painted, frame))
            there = again.project.repairs_of(again.snapshot, reel, frame)
            assert {(r.detector, r.defect) for r in there} <= {(HAND, "hair")}
            pictures = [
                as_native(again.engine.picture(FrameId(reel, frame), s)).picture for s in (Stage.SOURCE, Stage.REPAIR)
            ]
            changed = np.any([a != b for a, b in zip(*(p.planes for p in pictures), strict=True)], axis=0)
            assert not changed[~masks(again, frame)].any()
        assert again.project.repairs_of(again.snapshot, reel, 7)[0].length > 0


def test_only_the_wanted_repairs_are_written(painted: Session, tmp_path: Path) -> None:
    (reel,) = painted.snapshot.reels
    one, _ = painted.project.repairs_of(painted.snapshot, reel, 7)
    assert write(painted, tmp_path / "out", wanted={one.id}) == 1
    painted.project.dispatch(SetVerdicts((one.id,), "reject")).wait()
    assert write(painted, tmp_path / "next", wanted={one.id}) == 0


def test_grey_fades_and_an_alpha_is_taken(session: Session, tmp_path: Path) -> None:
    (reel,) = session.snapshot.reels
    first = session.engine.reels[reel].first_number
    matte = np.zeros((HEIGHT, WIDTH, 4), np.uint16)
    matte[10:16, 20:27, 3] = 32768
    matte[12:14, 22:25, 3] = 65535
    (tmp_path / "in").mkdir()
    cv2.imwrite(str(tmp_path / "in" / f"roto_{first + 2:04d}.png"), matte)
    command, _ = read_mattes(session.engine, reel, tmp_path / "in", "dirt", silent, session.token)
    session.project.dispatch(command).wait()
    (patch,) = session.engine.patches(session.snapshot, reel, 2)
    assert (patch.x0, patch.y0, patch.mask.shape) == (20, 10, (6, 7)) and patch.mask.all()
    values = patch.values[0].reshape(6, 7).astype(int)
    assert values[2, 2] > values[0, 0] + 50 > 110, "the blot of 60 half shows through at the rim"


def wrong_size(folder: Path, first: int) -> None:
    cv2.imwrite(str(folder / f"m.{first}.png"), np.full((9, 9), 255, np.uint8))


def no_frame(folder: Path, first: int) -> None:
    cv2.imwrite(str(folder / f"m.{first + 40}.png"), np.full((HEIGHT, WIDTH), 255, np.uint8))


def black(folder: Path, first: int) -> None:
    cv2.imwrite(str(folder / f"m.{first}.png"), np.zeros((HEIGHT, WIDTH), np.uint8))


def twice(folder: Path, first: int) -> None:
    black(folder, first)
    cv2.imwrite(str(folder / f"n.{first}.png"), np.zeros((HEIGHT, WIDTH), np.uint8))


def on_protected(folder: Path, first: int) -> None:
    cv2.imwrite(str(folder / f"m.{first + 20}.png"), np.full((HEIGHT, WIDTH), 255, np.uint8))


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda folder, first: None, "there are no mattes in"),
        (wrong_size, "has 9 x 9 pixels, the reel 64 x 48"),
        (no_frame, "is of no frame: the reel has"),
        (black, "mark nothing"),
        (twice, "are of one frame: leave one"),
        (on_protected, "marks what is protected"),
    ],
)
def test_what_cannot_be_mended_is_refused_and_nothing_is_written(
    session: Session, tmp_path: Path, make, sentence
) -> None:
    (reel,) = session.snapshot.reels
    session.project.dispatch(Protect((Protection(new_id(), reel, 20, 30),))).wait()
    (tmp_path / "in").mkdir()
    make(tmp_path / "in", session.engine.reels[reel].first_number)
    seq = session.snapshot.seq
    with pytest.raises(UsageError, match=sentence):
        read_mattes(session.engine, reel, tmp_path / "in", "dirt", silent, session.token)
    assert session.snapshot.seq == seq


def test_a_folder_in_use_is_left_alone(painted: Session, tmp_path: Path) -> None:
    write(painted, tmp_path / "out")
    with pytest.raises(UsageError, match="is not empty"):
        write(painted, tmp_path / "out")
    with pytest.raises(UsageError, match="png, tiff, exr, not 'bmp'"):
        write(painted, tmp_path / "bmp", "bmp")
