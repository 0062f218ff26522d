from __future__ import annotations

import cv2
import numpy as np
import pytest
import torch

from operators.cuts.network import FRAME, WINDOW, TransitionNetwork


@pytest.fixture(scope="module")
def thumbnails(edited):
    frames, _ = edited
    return [cv2.resize(frame, FRAME, interpolation=cv2.INTER_AREA) for frame in frames[:60]]  # more than one stride


def test_streaming_gives_what_the_whole_clip_at_once_gives(thumbnails):
    network = TransitionNetwork()
    widest = 0
    for frame in thumbnails:
        network.add(frame)
        widest = max(widest, len(network._window))
    network.finish()
    assert widest < WINDOW
    # The package's own run over the whole clip, with the same weights.
    whole = torch.from_numpy(np.stack(thumbnails))
    with torch.inference_mode():
        cut, further = network._model.predict_frames(whole, quiet=True)
    np.testing.assert_allclose(network.cut, cut.numpy(), atol=1e-5)
    np.testing.assert_allclose(network.any, further.numpy(), atol=1e-5)
    assert max(network.cut) > 0.5


def test_making_it_leaves_the_random_generators_and_torch_alone():
    torch.manual_seed(1234)
    np.random.seed(99)
    before = torch.get_rng_state(), np.random.get_state()[1].copy()  # type: ignore[index]
    deterministic = torch.are_deterministic_algorithms_enabled()
    TransitionNetwork()
    assert torch.equal(torch.get_rng_state(), before[0])
    assert np.array_equal(np.random.get_state()[1], before[1])  # type: ignore[index]
    assert torch.are_deterministic_algorithms_enabled() == deterministic


def test_no_frames_no_opinions():
    network = TransitionNetwork()
    network.finish()
    assert network.cut == [] and network.any == []
