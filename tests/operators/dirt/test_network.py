"""The network's way: planes, tiles, pieces."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import save_file

from operators.contract import Context, FrameInfo, Window
from operators.dirt import features, model
from operators.dirt.network import CLASSES, DirtNet, operations
from operators.dirt.pieces import pieces

CPU = torch.device("cpu")


def film(count: int, size: tuple[int, int] = (96, 128), gain: float = 1.0) -> dict[int, torch.Tensor]:
    """A textured still with grain; a dark spot on frame 0."""
    height, width = size
    dice = np.random.default_rng(1)
    rows, columns = np.mgrid[:height, :width]
    still = 0.5 + 0.2 * np.sin(rows / 7.0) * np.cos(columns / 9.0)
    frames = {}
    for offset in range(-count, count + 1):
        frame = still + dice.normal(0.0, 0.01, still.shape)
        if offset == 0:
            frame[40:48, 60:70] -= 0.3
        frames[offset] = torch.from_numpy((gain * frame)[None].astype(np.float32))
    return frames


def test_planes_show_the_spot_and_hardly_mind_the_gain() -> None:
    planes = features.stack(film(3))
    assert planes is not None and planes.shape == (len(features.CHANNELS), 96, 128)
    assert np.isfinite(planes).all() and np.abs(planes).max() < 8.0
    beyond = planes[features.CHANNELS.index("beyond")]
    assert beyond[42:46, 62:68].max() < -1.0 and np.abs(beyond[:30]).mean() < 0.1
    darker = features.stack(film(3, gain=0.5))
    assert darker is not None
    for name in ("before", "after", "beyond", "slope"):
        place = features.CHANNELS.index(name)
        assert np.abs(planes[place] - darker[place]).mean() < 0.1, name


def test_a_missing_neighbour_is_stood_in_for() -> None:
    frames = film(3)
    start = features.stack({offset: frame for offset, frame in frames.items() if offset >= 0})
    assert start is not None
    before, after = (start[features.CHANNELS.index(name)] for name in ("before", "after"))
    assert np.array_equal(before, after)
    assert features.stack({0: frames[0]}) is None


def test_a_large_frame_is_answered_in_tiles_as_it_is_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    torch.manual_seed(2)
    network = DirtNet().eval()
    with torch.no_grad():
        network.head.bias.zero_()
    planes = np.random.default_rng(3).normal(size=(len(features.CHANNELS), 150, 203)).astype(np.float32)
    whole = model.answer(network, planes, CPU)
    monkeypatch.setattr(model, "TILE", 64)
    tiled = model.answer(network, planes, CPU)
    assert whole.shape == (len(CLASSES), 150, 203) and whole.std() > 0.001
    assert np.abs(whole - tiled).max() < 1e-4


def test_a_file_that_is_no_model_is_told(tmp_path: Path) -> None:
    path = tmp_path / "x.safetensors"
    path.write_bytes(b"no")
    with pytest.raises(model.ModelError, match=r"x\.safetensors holds no weights of the dirt detector"):
        model.load(path, CPU)
    save_file({"a": torch.zeros(2)}, tmp_path / "y.safetensors")
    with pytest.raises(model.ModelError):
        model.load(tmp_path / "y.safetensors", CPU)


def test_it_is_small_enough_for_a_laptop() -> None:
    assert sum(value.numel() for value in DirtNet().parameters()) < 250_000
    assert operations(576, 720) < 5e9


def test_pieces_have_one_value_each_and_a_threshold_never_cuts_them() -> None:
    sure = np.zeros((40, 60), np.float32)
    sure[5:15, 5:15] = 0.45
    sure[8:12, 8:12] = 0.95
    sure[5:15, 15:25] = 0.3
    sure[30:33, 30:34] = 0.1
    sure[31, 31] = 0.12
    sure[20, 50] = 0.9
    found = pieces(sure)
    assert set(np.unique(found).tolist()) == {0.0, np.float32(0.12), np.float32(0.95)}
    assert (found[5:15, 5:15] == np.float32(0.95)).all(), "a sure piece reaches as far as its pixels are likely"
    assert (found[5:15, 16:25] == 0).all(), "what is only possible beside it is not dragged along"
    assert (found[30:33, 30:34] == np.float32(0.12)).all(), "a faint piece keeps its shape"
    assert found[20, 50] == 0.0, "a single pixel is grain"


def test_a_shot_of_one_frame_has_no_dirt() -> None:
    from operators.dirt.operator import OPERATOR

    frames = film(0)
    window = Window(frames, FrameInfo(128, 96, 1))
    params = replace(OPERATOR.Params(), method="network")
    assert not OPERATOR.look(window, params, Context()).probability.any()


@pytest.mark.parametrize("method", ["both", "network"])
def test_with_the_shipped_weights_a_spot_is_found_and_the_rest_left(method: str) -> None:
    from operators.dirt.operator import OPERATOR

    window = Window(film(3), FrameInfo(128, 96, 1))
    found = OPERATOR.look(window, replace(OPERATOR.Params(), method=method), Context()).probability >= 0.5
    assert found[41:47, 61:69].mean() > 0.9
    found[36:52, 56:74] = False
    assert not found.any()
