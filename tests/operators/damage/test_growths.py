"""The rarer marks, and the looks of particles."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch
from scipy import ndimage

from operators.damage import Damager, DamageRecipe, growths
from operators.damage.particles import Stamp
from operators.damage.randomness import generator
from operators.damage.sampler import AREAS_MM2
from operators.damage.scratches import tramlines

NOTHING = DamageRecipe().only([])
GREY = torch.full((1, 200, 260), 0.5)


def reel(**amounts: float) -> Damager:
    return Damager(replace(NOTHING, **amounts), 3, (260, 200), 200)


@pytest.mark.parametrize("kind", ["abrasion", "smut", "mould"])
def test_drawn_areas_are_those_the_sampler_counts_with(kind: str) -> None:
    rng = generator(2, kind)
    stamps = [getattr(growths, kind)(rng, np.array([50.3, 40.2]), 100.0) for _ in range(80)]
    mean = np.mean([(stamp.alpha > 0.08).sum() / 100.0**2 for stamp in stamps])
    assert mean == pytest.approx(AREAS_MM2[kind], rel=0.35)


def test_sprinkles_are_one_to_three_pixels_wide() -> None:
    damager = reel(sprinkle=40.0, clustering=0.0)
    sizes = []
    for t in range(20):
        labels, _ = ndimage.label(damager.frame(t, GREY).mask_dirt, np.ones((3, 3)))
        sizes += [max(place.stop - place.start for place in box) for box in ndimage.find_objects(labels)]
    assert len(sizes) / 20 == pytest.approx(40.0, rel=0.25)
    assert 2 <= np.median(sizes) <= 4
    assert np.percentile(sizes, 20) <= 3


def test_mould_hangs_together_and_is_thin() -> None:
    rng = generator(4, "mould")
    for _ in range(10):
        alpha = growths.mould(rng, np.array([0.0, 0.0]), 100.0).alpha > 0.2
        labels, _ = ndimage.label(alpha, np.ones((3, 3)))
        assert np.bincount(labels.ravel())[1:].max() > 0.9 * alpha.sum()
        assert ndimage.distance_transform_edt(alpha).max() < 8.0
        assert alpha.mean() < 0.4


def test_a_cue_mark_is_on_four_frames_at_the_top_right() -> None:
    damager = reel(cue=20.0)
    marked = [bool(damager.frame(t, GREY).mask_cue.any()) for t in range(200)]
    labels, number = ndimage.label(marked)
    assert number >= 2
    runs = np.bincount(labels)[1:]
    # Runs that the reel's ends cut, or that meet, are no exception to the rule.
    assert np.median(runs) == 4
    rows, columns = np.nonzero(damager.frame(marked.index(True), GREY).mask_cue)
    assert rows.max() < 0.25 * 200
    assert columns.min() > 0.75 * 260


def test_tramlines_run_side_by_side() -> None:
    lines = tramlines(6, 2.0, 400, 50, 30.0)
    bundles = {}
    for line in lines:
        bundles.setdefault(line.key, []).append(line)
    assert bundles
    for bundle in bundles.values():
        assert 3 <= len(bundle) <= 9
        assert len({(line.drift, line.wander, line.start) for line in bundle}) == 1
        assert (np.diff([line.x for line in bundle]) > 1.0).all()


def test_a_swelling_scratch_fades_along_its_way() -> None:
    even, swelling = reel(scratch=4.0), reel(scratch=4.0, swell=1.5)
    rows = [
        np.abs((f.damaged - f.base).numpy()[0]).max(axis=1).std()
        for f in (damager.frame(20, GREY) for damager in (even, swelling))
    ]
    assert rows[1] > rows[0]


def test_a_particle_out_of_focus_keeps_its_light_and_a_rim_is_hollow() -> None:
    alpha = np.zeros((21, 21), np.float32)
    alpha[5:16, 5:16] = 1.0
    stamp = Stamp(alpha, 100, 50)
    soft = growths.softened(stamp, 2.0)
    assert soft.alpha.sum() == pytest.approx(121.0, rel=0.01)
    assert soft.alpha.max() < 1.0
    assert (soft.x, soft.y) == (95, 45)
    ring = growths.rim(stamp, 2.0)
    assert ring.alpha[10, 10] == 0.0
    assert ring.alpha[5, 10] == 1.0


def test_thin_particles_only_dim_what_is_there() -> None:
    thin = reel(dirt=30.0, thin_share=1.0, light_share=0.0)
    frame = thin.frame(3, GREY)
    gain = (frame.damaged / frame.base).numpy()[0][frame.mask_dirt]
    assert gain.min() > 0.3
    assert thin.frame(3, torch.zeros((1, 200, 260))).mask_dirt.sum() == 0


def test_a_soft_scanner_blurs_picture_and_damage_alike() -> None:
    picture = torch.zeros((1, 200, 260))
    picture[:, :, 130:] = 1.0
    frame = reel(dirt=20.0, softness=1.5).frame(2, picture)
    assert 0.3 < float(frame.base[0, 100, 129]) < 0.5
    differs = (frame.damaged != frame.base).any(dim=0).numpy()
    assert np.array_equal(differs, frame.mask_dirt)
    sharp = reel(dirt=20.0).frame(2, picture)
    assert frame.mask_dirt.sum() > sharp.mask_dirt.sum() > 0
