"""Random films: they are reproducible, as dirty as they should be, and their truth is true."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from operators.damage import Carrier, random_film, worn
from operators.damage.carrier import CINEON_BLACK, CINEON_WHITE, encoded, kept

SIDE = 128


def scene(channels: int = 1, count: int = 3) -> np.ndarray:
    y, x = np.mgrid[0:SIDE, 0:SIDE].astype(np.float32)
    planes = [
        0.5 + 0.3 * np.sin((x + 3 * t) / 11.0 + c) * np.cos(y / 9.0) for t in range(count) for c in range(channels)
    ]
    return np.stack(planes).reshape(count, channels, SIDE, SIDE).transpose(0, 2, 3, 1).astype(np.float32)


def test_the_same_seed_gives_the_same_bytes() -> None:
    for seed in (1, 2, 3):
        one, two = worn(scene(3), seed), worn(scene(3), seed)
        assert one.film == two.film
        for name in ("frames", "base", "dirt", "scratch", "other", "change"):
            assert getattr(one, name).tobytes() == getattr(two, name).tobytes()
    assert worn(scene(), 1).frames.tobytes() != worn(scene(), 2).frames.tobytes()


@pytest.mark.parametrize("channels", [1, 3])
def test_masks_are_where_the_damage_is(channels: int) -> None:
    seen = 0
    for seed in range(25):
        film = random_film(seed, (SIDE, SIDE))
        film = replace(film, carrier=replace(film.carrier, jpeg=0, bits=16))
        made = worn(scene(channels), seed, film)
        marked = made.dirt | made.scratch | made.other
        differs = (made.frames != made.base).any(axis=3)
        # Clipping can hide damage in black and white, nothing can add any.
        assert not (differs & ~marked).any()
        assert (made.change[marked] > 0.0).mean(dtype=np.float64) > 0.9 if marked.any() else not differs.any()
        assert made.frames.shape == made.base.shape == (3, SIDE, SIDE, channels)
        seen += int(marked.any())
    assert seen > 15


def test_films_reach_from_clean_to_very_dirty() -> None:
    covered = np.array([worn(scene(count=2), seed).dirt.mean() for seed in range(70)])
    assert 0.03 < (covered == 0.0).mean() < 0.4
    assert 0.0003 < np.median(covered) < 0.02
    assert np.percentile(covered, 90) > 0.012
    assert np.percentile(covered, 90) < 0.08


def test_every_kind_and_every_look_comes_up() -> None:
    films = [random_film(seed, (256, 256)) for seed in range(400)]
    for name in (
        "dust",
        "dirt",
        "hair",
        "abrasion",
        "sprinkle",
        "smut",
        "mould",
        "stain",
        "finger",
        "scratch",
        "tramline",
        "cue",
    ):
        share = np.mean([getattr(film.recipe, name) > 0.0 for film in films])
        assert share > 0.004, name
    for name in ("soft_share", "rim_share", "thin_share", "swell", "banding", "softness", "fade", "weave", "flicker"):
        assert 0.1 < np.mean([getattr(film.recipe, name) > 0.0 for film in films]) < 0.9, name
    scales = np.array([256 / film.recipe.picture_width for film in films])
    assert scales.min() < 25.0
    assert scales.max() > 150.0
    assert {film.carrier.curve for film in films} == {"video", "flat", "cineon"}
    assert {film.carrier.bits for film in films} == {8, 10, 12, 16}


def test_damage_that_drowns_in_grain_is_asked_of_nobody() -> None:
    film = random_film(5, (SIDE, SIDE))
    recipe = replace(
        film.recipe, dust=60.0, dirt=0.0, opacity_low=0.05, thin_share=0.0, softness=0.0, picture_width=4.0
    )
    quiet = worn(scene(), 5, replace(film, recipe=replace(recipe, grain=0.001)))
    noisy = worn(scene(), 5, replace(film, recipe=replace(recipe, grain=0.2)))
    assert quiet.dirt.sum() > 5 * noisy.dirt.sum()
    assert noisy.other.sum() > quiet.other.sum()


def test_the_cineon_curve_has_its_black_and_white_and_rises() -> None:
    carrier = Carrier("cineon")
    ends = encoded(np.array([0.0, 1.0], np.float32), carrier)
    assert ends == pytest.approx([CINEON_BLACK, CINEON_WHITE], abs=1e-5)
    assert (np.diff(encoded(np.linspace(0, 1, 200, dtype=np.float32), carrier)) > 0.0).all()
    # A tenth of white's light is one decade: 300 code values of 0.002 density at a gamma of 0.6.
    tenth = encoded(np.array([0.1 ** (1 / 2.2)], np.float32), carrier)[0]
    assert (CINEON_WHITE - tenth) * 1023 == pytest.approx(300, abs=15)


@pytest.mark.parametrize("predicted", [False, True])
def test_compression_wears_a_little_and_bits_are_counted(predicted: bool) -> None:
    frames = scene(3, 5)
    rough = kept(frames, Carrier(bits=16, jpeg=60, predicted=predicted))
    error = np.sqrt(np.mean((rough - frames) ** 2, axis=(1, 2, 3)))
    assert (error > 1e-4).all()
    # Errors of predicted frames must not add up.
    assert error.max() < 0.03
    eight = kept(frames, Carrier(bits=8))
    assert np.allclose(eight * 255.0, np.rint(eight * 255.0), atol=1e-4)
    assert np.abs(eight - frames).max() <= 0.5 / 255.0 + 1e-6


def test_bad_scenes_are_refused() -> None:
    with pytest.raises(ValueError, match=r"float32 \(N, H, W, 1 or 3\)"):
        worn(np.zeros((3, 8, 8, 2), np.float32), 1)
    with pytest.raises(ValueError, match="float64"):
        worn(np.zeros((3, 8, 8, 1)), 1)
