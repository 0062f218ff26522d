from __future__ import annotations

from pathlib import Path as File

import cv2
import numpy as np
import pytest

from app.training.look import sheet
from app.training.scenes import LAYERS, SceneMaker, Shelf, base
from app.training.scenes.camera import Path, seen
from app.training.sources import Source, sources
from operators.damage import worn
from operators.damage.randomness import generator

SIZE = (96, 80)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory) -> Shelf:
    folder = tmp_path_factory.mktemp("shelf")
    rng = np.random.default_rng(1)
    coarse = rng.uniform(20, 235, (30, 40, 3)).astype(np.uint8)
    picture = cv2.resize(coarse, (640, 480), interpolation=cv2.INTER_CUBIC)
    cv2.imwrite(str(folder / "drawn.png"), picture)
    drawn = Source("drawn.png", folder / "drawn.png", "photo", "CC0-1.0", "this test", "none", "d" * 64)
    clips = [s for s in sources() if s.name.startswith("gesture_")][:2]
    return Shelf([drawn, *clips], cache=folder / "cache")


def bytes_of(maker: SceneMaker, index: int) -> bytes:
    scene = maker[index]
    return scene.frames.tobytes() + scene.hard.tobytes() + repr((scene.kind, scene.tags)).encode()


def test_the_same_scene_in_any_order_and_from_another_maker(shelf) -> None:
    there = {i: bytes_of(SceneMaker(shelf, SIZE, seed=3), i) for i in range(12)}
    maker = SceneMaker(Shelf([*shelf.clips, *shelf.photos], cache=shelf.cache), SIZE, seed=3)
    assert {i: bytes_of(maker, i) for i in reversed(range(12))} == there
    assert len(set(there.values())) == 12
    assert bytes_of(SceneMaker(shelf, SIZE, seed=4), 0) != there[0]


def test_scenes_are_what_they_say(shelf) -> None:
    maker = SceneMaker(shelf, SIZE, count=5, seed=1)
    kinds, channels, tags = set(), set(), set()
    for index in range(60):
        scene = maker[index]
        assert scene.frames.shape == (5, SIZE[1], SIZE[0], scene.frames.shape[3])
        assert scene.frames.dtype == np.float32
        assert scene.frames.min() >= 0.0
        assert scene.frames.max() <= 1.0
        assert scene.hard.shape == scene.frames.shape[:3]
        assert bool(scene.hard.any()) <= bool(scene.tags)
        assert (scene.sources[0] == "drawn.png") == (scene.kind == "photo")
        kinds.add(scene.kind)
        channels.add(scene.frames.shape[3])
        tags.update(scene.tags)
    assert kinds == {"clip", "photo"}
    assert channels == {1, 3}
    assert len(tags) > 8


@pytest.mark.parametrize("name", sorted(LAYERS))
def test_a_layer_changes_the_picture_where_it_says_and_hardly_elsewhere(shelf, name: str) -> None:
    shown = 0
    for seed in range(4):
        before, _ = base.of_photo(generator(seed, "ground"), shelf, SIZE, 5)
        after = before.copy()
        where = LAYERS[name](generator(seed, name), after, shelf)
        assert where.shape == before.shape[:3]
        change = np.abs(after - before).max(axis=3)
        if name == "border":
            # What it marks is the edge; the gate beyond it is plain and takes no detector in.
            where = where | (change > 0.08)
        far = ~np.stack([cv2.dilate(frame.astype(np.uint8), np.ones((9, 9), np.uint8)) > 0 for frame in where])
        assert change[far].max(initial=0.0) < 0.25
        if where.any():
            shown += 1
            assert change[where].mean() > 5.0 * change[far].mean() if far.any() else change[where].mean() > 0.01
    assert shown >= 2


def test_only_one_layer(shelf) -> None:
    maker = SceneMaker(shelf, SIZE, seed=2)
    assert {maker.scene(i, "rain").tags for i in range(5)} == {("rain",)}
    with pytest.raises(KeyError, match="hail"):
        maker.scene(0, "hail")


def test_a_still_camera_sees_the_picture_itself_and_a_moving_one_sees_it_elsewhere() -> None:
    picture = np.random.default_rng(5).integers(0, 256, (90, 120, 3)).astype(np.uint8)
    still = seen(picture, Path((59.5, 44.5)), 1.0, 3, (40, 30))
    assert np.allclose(still, picture[30:60, 40:80] / 255.0, atol=1e-6)
    shut = Path((59.5, 44.5), speed=(4.0, -2.0), shutter=1e-6)
    assert np.allclose(seen(picture, shut, 1.0, 3, (40, 30)), picture[24:54, 52:92] / 255.0, atol=0.01)


def test_an_open_shutter_blurs_what_moves_by_how_far_it_moves() -> None:
    picture = np.zeros((60, 200, 3), np.uint8)
    picture[:, 100:] = 255
    edge = seen(picture, Path((100.0, 30.0), speed=(12.0, 0.0), shutter=0.5), 1.0, 0, (80, 20))[10, :, 0]
    assert 4 <= int(((edge > 0.02) & (edge < 0.98)).sum()) <= 8


def test_things_are_seen_moving_not_flashing_up(shelf) -> None:
    # What a detector must not call dirt: in nearly every frame the thing is there, a little farther on.
    present = []
    for seed in range(12):
        frames, _ = base.of_photo(generator(seed, "ground"), shelf, SIZE, 7)
        where = LAYERS["limbs"](generator(seed, "limbs"), frames, shelf)
        present.append(where.any(axis=(1, 2)).sum())
    assert np.median(present) == 7


def test_bad_calls_are_refused(shelf) -> None:
    with pytest.raises(ValueError, match="no clip and no photograph"):
        Shelf([])
    with pytest.raises(ValueError, match="8x8 pixels is too small"):
        SceneMaker(shelf, (8, 8))
    with pytest.raises(ValueError, match="too short for a scene of 4000"):
        base.of_clip(generator(1, "x"), shelf, SIZE, 4000)
    broken = Source("x.png", File("nowhere.png"), "photo", "CC0-1.0", "x", "x", "e" * 64)
    with pytest.raises(ValueError, match=r"nowhere\.png cannot be read"):
        Shelf([broken]).pyramid(broken)


def test_the_sheet_has_a_row_a_scene_and_shows_the_truth(shelf) -> None:
    maker = SceneMaker(shelf, SIZE, seed=1)
    pairs = [(scene := maker[i], worn(scene.frames, i)) for i in (0, 1, 2, 3)]
    picture = sheet(pairs)
    assert picture.shape == (4 * SIZE[1], 6 * SIZE[0], 3)
    red = (picture == (40, 40, 255)).all(axis=2).sum()
    assert red == sum(int((w.dirt & ~w.scratch & ~w.other)[2:5].sum()) for _, w in pairs) > 0
