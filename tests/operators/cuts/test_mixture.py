from __future__ import annotations

import numpy as np
import pytest

from operators.cuts.mixture import is_mixture, mixture
from operators.cuts.signature import signature

START = 12


def signatures(frames):
    return np.stack([signature(np.clip(np.rint(frame), 0, 255).astype(np.uint8)) for frame in frames])


def dissolve(first, second, length, gains=None):
    """`first` until START, `length` mixed frames, then `second`; all times the gains."""
    shares = (np.arange(length) + 1.0) / (length + 1)
    mixed = [first[START + i] * (1 - a) + second[i] * a for i, a in enumerate(shares)]
    frames = [*first[:START], *mixed, *second[length : length + START]]
    return signatures(frames if gains is None else [f * g for f, g in zip(frames, gains, strict=True)])


@pytest.mark.parametrize("length", [8, 16, 24])
@pytest.mark.parametrize("pair", [(0, 2), (2, 1), (3, 0)])
def test_a_dissolve_between_moving_pictures_is_a_mixture_whatever_the_gain(clips, pair, length):
    first, second = clips[pair[0]], clips[pair[1]]
    flicker = np.random.default_rng(1).normal(0.9, 0.04, length + 2 * START)
    for gains in (None, flicker):
        found = dissolve(first, second, length, gains)
        assert is_mixture(found, START, START + length)
    even = (np.arange(length) + 1.0) / (length + 1)
    share = mixture(dissolve(first, second, length), START, START + length).share
    np.testing.assert_allclose(share, even, atol=0.2)


@pytest.mark.parametrize(("start", "end"), [(64, 78), (62, 76), (66, 78), (63, 80)])
def test_a_car_that_drives_in_is_no_mixture(clips, start, end):
    assert not is_mixture(signatures(clips[2]), start, end)


def test_a_picture_that_turns_round_or_jumps_is_no_mixture(clips):
    first, second = np.float32(clips[0][10]), np.float32(clips[1][10])
    for shares in ([0.2, 0.5, 0.8, 0.5, 0.2, 0.4, 0.7, 0.9], [0.0, 0.0, 0.0, 1.0, 1.0, 1.0, 1.0, 1.0]):
        mixed = [first * (1 - a) + second * a for a in shares]
        assert not is_mixture(signatures([first] * 4 + mixed + [second] * 4), 4, 12)


def test_fades_sink_and_rise_evenly_and_other_ways_to_black_are_none(clips):
    first, second, third = clips[0], clips[2], clips[1]
    black = [np.zeros_like(first[0])] * 4
    out = [first[START + i] * (1 - i / 8) for i in range(8)]
    into = [second[i] * (i / 8) for i in range(8)]
    frames = [*first[:START], *out, *black, *into, *second[8:20]]
    assert is_mixture(signatures(frames), START, START + 20)
    assert is_mixture(signatures([*first[:START], *out, *black]), START, START + 8)
    others = [*first[:START], *third[40:48], *black, *into, *second[8:20]]
    assert not is_mixture(signatures(others), START, START + 20)


def test_nothing_is_said_at_the_ends_of_the_stream(clips):
    found = signatures(clips[0][:20])
    assert not is_mixture(found, 0, 8)
    assert not is_mixture(found, 8, 20)
    assert not is_mixture(found, 8, 8)
