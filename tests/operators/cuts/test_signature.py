from __future__ import annotations

import cv2
import numpy as np
import pytest

from operators.cuts.hard import is_monochrome
from operators.cuts.signature import BLOCK, change_at, changes, is_flat, signature


@pytest.fixture(scope="module")
def signatures(edited):
    return np.stack([signature(frame) for frame in edited[0]])


def test_cuts_stand_out_from_all_other_frames(signatures, edited):
    _, cuts = edited
    contrast = changes(signatures).contrast
    others = np.delete(contrast, cuts)
    assert contrast[cuts].min() > 2 * others.max()


def test_change_at_one_place_is_that_of_all_places_across_block_borders(signatures):
    long = np.tile(signatures, (BLOCK // len(signatures) + 2, 1))
    change = changes(long)
    for place in (3, 77, BLOCK - 1, BLOCK, BLOCK + 2, BLOCK + 3, BLOCK + 4, len(long) - 3):
        expected = change.difference[place], change.contrast[place]
        assert change_at(long, place, place) == pytest.approx(expected, rel=1e-3, abs=1e-5)


def test_brightness_is_no_change_and_black_is_black(signatures):
    brighter = (signatures[:3] * 0.6 + 40).astype(np.uint8)
    same, _ = change_at(np.concatenate((signatures[:3], brighter)), 3, 3)
    assert same < 0.01
    black = np.zeros((3, signatures.shape[1]), np.uint8)
    black[1, 5] = 255  # a spot of dirt
    assert is_flat(black).all()
    assert change_at(np.concatenate((black, black)), 3, 3)[0] == 0.0
    assert change_at(np.concatenate((signatures[:3], black)), 3, 3)[0] == pytest.approx(1.0)


def test_toned_pictures_are_monochrome_and_coloured_ones_are_not(clips):
    colour = cv2.resize(clips[1][0], (48, 27), interpolation=cv2.INTER_AREA)
    grey = cv2.cvtColor(colour, cv2.COLOR_RGB2GRAY).astype(np.float32)
    sepia = np.stack((grey**0.9 * 1.7, grey, grey**1.1 * 0.5), axis=2).clip(0, 255).astype(np.uint8)
    assert is_monochrome(sepia)
    assert is_monochrome(np.repeat(grey[..., None], 3, 2).astype(np.uint8))
    assert not is_monochrome(colour)
