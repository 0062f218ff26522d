"""Windows over a shot: what is forgotten to save memory is read again, and nothing else comes back."""

from __future__ import annotations

import numpy as np

from app.engine.info import frame_info
from app.engine.shot_frames import ShotFrames
from app.engine.tensors import to_tensor
from tests.engine.film import CUT, Film


def test_pictures_and_tensors_are_the_films_own_in_whatever_order_they_are_asked(film: Film) -> None:
    engine = film.engine
    frames = ShotFrames(engine.decoders, film.reel, 0, CUT, frame_info(engine.reels[film.reel]), keep=3)
    for index in (2, 3, 4, 5, 0):
        window = frames.window(index, 1, 1)
        assert sorted(window.frames) == [o for o in (-1, 0, 1) if 0 <= index + o < CUT]
        for asked in (index, max(index - 1, 0)):
            native = engine.decoders.read(film.frame(asked))
            assert all(np.array_equal(a, b) for a, b in zip(frames.native(asked).planes, native.planes, strict=True))
        for offset, tensor in window.frames.items():
            expected = to_tensor(engine.decoders.read(film.frame(index + offset)))
            assert np.array_equal(tensor.numpy(), expected.numpy())


def test_a_frame_is_the_same_object_while_windows_share_it(film: Film) -> None:
    engine = film.engine
    frames = ShotFrames(engine.decoders, film.reel, 0, CUT, frame_info(engine.reels[film.reel]), keep=3)
    assert frames.window(1, 1, 1).frames[1] is frames.window(2, 1, 1).frames[0]
