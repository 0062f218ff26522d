from __future__ import annotations

import numpy as np
import pytest

from operators.contract import ParameterError
from operators.cuts import CutError, CutParams, find_cuts

WITHOUT_NETWORK = CutParams(use_network=False)


def f1(found, true, slack=1) -> float:
    hit = sum(any(abs(f - t) <= slack for f in found) for t in true)
    return 2 * hit / (len(found) + len(true))


def aged(frames, seed=3, flicker=0.1, flashes=(), grey=False) -> list[np.ndarray]:
    """The frames with grain, dirt, flicker and flashes, as an unrestored print has them."""
    rng = np.random.default_rng(seed)
    out = []
    for index, frame in enumerate(frames):
        picture = frame.astype(np.float32)
        if grey:
            picture = np.repeat((picture @ np.array([0.2126, 0.7152, 0.0722], np.float32))[..., None], 3, 2)
        picture *= 1 + rng.uniform(-flicker, flicker)
        picture += rng.normal(0, 3, picture.shape[:2])[..., None]
        for _ in range(3):
            y, x = rng.integers(0, 84), rng.integers(0, 155)
            picture[y : y + 5, x : x + 4] = rng.choice([0, 255])
        if index in flashes:
            picture = picture * 0.4 + 150
        out.append(np.clip(picture, 0, 255).astype(np.uint8))
    return out


def flashes_between(cuts, count) -> list[int]:
    free = [i for i in range(8, count - 8) if all(abs(i - cut) > 5 for cut in cuts)]
    return list(np.random.default_rng(8).choice(free, 12, replace=False))


def test_finds_every_hard_cut_and_nothing_else(edited):
    frames, cuts = edited
    found = find_cuts(frames, 25, params=WITHOUT_NETWORK)
    assert found.cuts == tuple(cuts)
    assert found.shots()[0] == (0, cuts[0])
    assert found.shots()[-1] == (cuts[-1], len(frames))


@pytest.mark.parametrize("grey", [False, True], ids=["colour", "black-and-white"])
def test_flicker_flashes_and_dirt_do_not_fool_it(edited, grey):
    frames, cuts = edited
    flashes = flashes_between(cuts, len(frames))
    damaged = aged(frames, flashes=flashes, grey=grey)
    found = find_cuts(damaged, 24, params=WITHOUT_NETWORK)
    assert f1(found.cuts, cuts) == 1.0, found
    assert any(doubt.kind == "flash" and not doubt.accepted for doubt in found.doubtful)


def test_the_network_keeps_the_cuts_and_adds_no_false_one(edited):
    frames, cuts = edited[0][:100], [cut for cut in edited[1] if cut < 100]
    damaged = aged(frames, flashes=flashes_between(cuts, len(frames)))
    found = find_cuts(damaged, 24)
    assert f1(found.cuts, cuts) >= 0.95, found


def test_a_dissolve_and_a_fade_are_found_where_they_are(clips):
    first, second, third = clips[0], clips[1], clips[2]
    n = 12
    weights = (np.arange(n) + 1.0) / (n + 1)
    mixed = [a * (1 - w) + b * w for a, b, w in zip(first[22:34], second[:n], weights, strict=True)]
    out = [frame * (1 - k / 8) for k, frame in enumerate(second[30:38])]
    into = [frame * (k / 8) for k, frame in enumerate(third[:8])]
    black = [np.zeros_like(first[0])] * 4
    parts = [*first[:22], *mixed, *second[n:30], *out, *black, *into, *third[8:36]]
    found = find_cuts([np.rint(part).astype(np.uint8) for part in parts], 25)
    dissolve, fade = found.transitions
    assert (dissolve.kind, fade.kind) == ("dissolve", "fade")
    assert abs(dissolve.start - 22) <= 4 and abs(dissolve.end - 34) <= 4
    assert abs(fade.start - 52) <= 4 and abs(fade.end - 72) <= 4
    assert found.cuts == ((dissolve.start + dissolve.end) // 2, (fade.start + fade.end) // 2)


def test_one_take_is_one_shot(clips):
    for take in (clips[0], clips[2]):
        assert find_cuts(take, 25, params=WITHOUT_NETWORK).cuts == ()


def test_what_moves_through_the_picture_is_no_dissolve(clips):
    found = find_cuts(clips[2], 25)
    assert found.cuts == () and found.transitions == ()
    assert any(doubt.kind == "unseen" and 60 < doubt.frame < 80 for doubt in found.doubtful)


@pytest.mark.parametrize(("count", "network"), [(0, True), (1, False), (1, True), (2, False), (7, False)])
def test_short_streams(clips, count, network):
    found = find_cuts(clips[0][:count], 25, params=CutParams(use_network=network))
    assert found.frame_count == count
    assert found.cuts == () and found.transitions == ()
    assert found.shots() == (((0, count),) if count else ())


def test_of_two_near_cuts_the_clearer_one_counts(clips):
    frames = [*clips[0][:30], *clips[2][:4], *clips[1][:30]]
    assert len(find_cuts(frames, 25, params=WITHOUT_NETWORK).cuts) == 1
    patient = CutParams(use_network=False, shortest_shot=2)
    assert find_cuts(frames, 25, params=patient).cuts == (30, 34)


@pytest.mark.parametrize("few", [4, 7])
def test_a_few_frames_of_another_scene_at_head_and_tail_are_shots(clips, few):
    frames = [*clips[0][:few], *clips[2][:30], *clips[1][:few]]
    flashes = (few + 15,)
    assert find_cuts(aged(frames, flashes=flashes), 24).cuts == (few, few + 30)


@pytest.mark.parametrize("take", [0, 1, 2])
def test_flashes_and_tears_near_the_ends_are_no_cuts(clips, take):
    frames = aged(clips[take][:40], flashes=(2, 3, 5, 34, 36, 37))
    frames[4], frames[35] = np.roll(frames[4], 30, axis=0), np.roll(frames[35], -30, axis=0)
    assert find_cuts(frames, 24).cuts == ()


def test_float_pictures_give_the_same_cuts_and_values_beyond_white_do_no_harm(edited):
    frames, cuts = edited
    bright = [frame.astype(np.float32) / 255 for frame in frames]
    bright[3] = bright[3].copy()
    bright[3][0, 0] = (40.0, np.inf, np.nan)
    assert find_cuts(bright, 25, params=WITHOUT_NETWORK).cuts == tuple(cuts)


def test_frames_are_taken_one_at_a_time_and_not_kept(clips):
    alive: list[int] = []

    class Frame(np.ndarray):
        def __del__(self):
            alive.pop()

    most = 0

    def stream():
        nonlocal most
        for index in range(240):
            frame = clips[0][index % LENGTH].copy().view(Frame)
            alive.append(index)
            most = max(most, len(alive))
            yield frame
            del frame

    seen: list[int] = []
    LENGTH = len(clips[0])
    find_cuts(stream(), 25, params=WITHOUT_NETWORK, progress=seen.append)
    assert seen == list(range(1, 241))
    assert 0 < most < 12


@pytest.mark.parametrize(
    ("frames", "words"),
    [
        ([np.zeros((90, 160), np.uint8)], r"frame 0 has the shape \(90, 160\)"),
        ([np.zeros((90, 160, 3), np.uint16)], "frame 0 holds uint16"),
        ([np.zeros((90, 160, 3), np.uint8), np.zeros((80, 160, 3), np.uint8)], "frame 1 is 160x80"),
    ],
)
def test_wrong_frames_are_named(frames, words):
    with pytest.raises(CutError, match=words):
        find_cuts(frames, 25, params=WITHOUT_NETWORK)


def test_wrong_rate_and_parameters_are_named():
    with pytest.raises(CutError, match="frame rate is 0"):
        find_cuts([], 0)
    with pytest.raises(ParameterError, match="threshold is 0"):
        CutParams.from_mapping({"threshold": 0.0})
