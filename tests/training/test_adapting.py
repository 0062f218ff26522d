"""What fine-tuning is shown of a corrected frame, and how it is judged."""

from __future__ import annotations

import cv2
import numpy as np
import torch

from app.training.adapting import Adapting, Judged, Planes, Tiles, seen, worn_anew
from app.training.corrections import Corrected
from app.training.shards import UNASKED
from operators.dirt.network import CLASSES, DirtNet

HEIGHT, WIDTH = 96, 128


def film(seed: int) -> torch.Tensor:
    """One picture with texture and a little noise of its own, `(1, H, W)`."""
    shared = cv2.GaussianBlur(np.random.default_rng(1).random((HEIGHT, WIDTH), np.float32), (0, 0), 3.0)
    noise = np.random.default_rng(seed).normal(0.0, 0.004, (HEIGHT, WIDTH))
    return torch.from_numpy((0.5 + 3.0 * (shared - 0.5) + noise).astype(np.float32)[None])


def corrected() -> Corrected:
    window = {offset: film(10 + offset) for offset in range(-3, 4)}
    mended = window[0].clone()
    window[0] = mended.clone()
    window[0][0, 40:46, 50:58] = 0.05
    truth = np.zeros((len(CLASSES), HEIGHT, WIDTH), np.uint8)
    truth[0, 40:46, 50:58] = 1
    patched = truth[0] == 1
    return Corrected(window, mended, truth, patched)


def test_a_frame_worn_anew_has_made_dirt_and_nothing_is_asked_of_its_patches() -> None:
    frame = corrected()
    plain = seen(frame)
    assert plain is not None and (plain.truth == frame.truth).all()
    made = [worn_anew(frame, seed) for seed in range(6)]
    found = [item for item in made if item is not None]
    assert len(found) == 6 and any((item.truth[0] == 1).sum() > 20 for item in found)
    for item in found:
        assert set(np.unique(item.truth[0, 40:46, 50:58])) <= {1, UNASKED}
        assert not (item.truth[1] == 1).any(), "scratches live for many frames: none are pressed onto one"
    again = worn_anew(frame, 3)
    assert again is not None and (again.planes == found[3].planes).all() and (again.truth == found[3].truth).all()


def test_tiles_with_something_to_find_come_first_and_are_no_more_than_asked_for() -> None:
    truth = np.zeros((2, 500, 700), np.uint8)
    truth[0, 450:455, 650:655] = 1
    frame = Planes(np.zeros((13, 500, 700), np.int8), truth)
    tiles = Tiles()
    tiles.add(frame, 3, 1)
    assert len(tiles) == 3 and (tiles.truth[0] == 1).sum() == 25
    assert not any((part == 1).any() for part in tiles.truth[1:])
    assert {part.shape for part in tiles.planes} == {(13, 192, 192)}


def test_the_loss_grows_with_the_distance_from_the_start() -> None:
    tiles = Tiles()
    plain = seen(corrected())
    assert plain is not None
    tiles.add(plain, 4, 1)
    torch.manual_seed(1)
    network = DirtNet()
    start = {name: value.clone() for name, value in network.state_dict().items()}
    task = Adapting(tiles, Tiles(), start, seed=1)
    batch = task.batch(0)
    near = float(task.loss(network, batch).detach())
    assert all((a == b).all() for a, b in zip(batch, task.batch(0), strict=True))
    moved = Adapting(tiles, Tiles(), {name: value + 0.1 for name, value in start.items()}, seed=1)
    assert float(moved.loss(network, batch).detach()) > near + 1.0


def test_judging_is_strict_and_spares_what_is_not_asked() -> None:
    truth = np.zeros((2, 60, 60), np.uint8)
    truth[0, 10:20, 10:20] = 1
    truth[:, 40:50, 40:50] = UNASKED
    sure = np.zeros((2, 60, 60), np.float32)
    sure[0, 10:20, 10:20] = 0.62
    sure[0, 41:49, 41:49] = 0.9
    judged = Judged()
    judged.add(sure, truth)
    assert judged.f1(0.5) == 1.0 and judged.f1(0.8) == 0.0 and judged.best_f1() == 1.0
    sure[0, 30:36, 10:20] = 0.7
    judged.add(sure, truth)
    right, wrong = 2 * 64, 60
    assert abs(judged.f1(0.5) - 2 * right / (2 * right + wrong)) < 1e-9
