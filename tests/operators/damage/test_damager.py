from __future__ import annotations

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from operators.contract.params import ParameterError
from operators.damage import KINDS, DamagedFrame, Damager, DamageRecipe

WIDTH, HEIGHT, FRAMES = 160, 121, 40
EVERYTHING = DamageRecipe(dirt=20.0, dust=30.0, hair=6.0, scratch=4.0, splice=60.0, fade=0.3)


def clean(t: int, channels: int = 3, width: int = WIDTH, height: int = HEIGHT) -> torch.Tensor:
    y, x = torch.meshgrid(torch.arange(height), torch.arange(width), indexing="ij")
    plane = 0.5 + 0.3 * torch.sin((x + 2 * t) / 9.0) * torch.cos(y / 7.0)
    return torch.stack([plane * (0.6 + 0.2 * c) for c in range(channels)]).float()


def damager(recipe: DamageRecipe = EVERYTHING, seed: int = 7) -> Damager:
    return Damager(recipe, seed, (WIDTH, HEIGHT), FRAMES)


def as_bytes(frame: DamagedFrame) -> list[bytes]:
    masks = (frame.mask_dirt, frame.mask_scratch, frame.mask_splice, frame.mask_cue)
    return [t.numpy().tobytes() for t in (frame.base, frame.damaged)] + [mask.tobytes() for mask in masks]


def test_the_same_bytes_in_any_order() -> None:
    forwards, backwards = damager(), damager()
    there = {t: as_bytes(forwards.frame(t, clean(t))) for t in range(FRAMES)}
    back = {t: as_bytes(backwards.frame(t, clean(t))) for t in reversed(range(FRAMES))}
    assert there == back
    assert as_bytes(damager(seed=8).frame(3, clean(3))) != there[3]


@pytest.mark.parametrize("channels", [1, 3, 4])
def test_masks_are_where_damaged_differs_from_base(channels: int) -> None:
    reel = damager()
    seen = np.zeros(3, bool)
    for t in range(FRAMES):
        frame = reel.frame(t, clean(t, channels))
        differs = (frame.damaged != frame.base).any(dim=0).numpy()
        assert np.array_equal(differs, frame.mask_dirt | frame.mask_scratch | frame.mask_splice)
        seen |= [frame.mask_dirt.any(), frame.mask_scratch.any(), frame.mask_splice.any()]
    assert seen.all()


def test_inputs_are_left_alone() -> None:
    picture = clean(5)
    before = picture.clone()
    damager().frame(5, picture)
    assert torch.equal(picture, before)


@pytest.mark.parametrize("kind", KINDS)
def test_only_one_kind(kind: str) -> None:
    reel = damager(EVERYTHING.only([kind]))
    shown = range(0, FRAMES, 2)
    frames = [reel.frame(t, clean(t)) for t in shown]
    dirt = any(f.mask_dirt.any() for f in frames)
    scratch = any(f.mask_scratch.any() for f in frames)
    aged = any(not torch.equal(f.base, clean(t)) for t, f in zip(shown, frames, strict=True))
    assert dirt == (kind in ("dirt", "dust", "hair", "sprinkle", "abrasion", "smut", "mould", "stain", "finger"))
    assert scratch == (kind in ("scratch", "tramline"))
    assert any(f.mask_cue.any() for f in frames) == (kind == "cue")
    assert any(f.mask_splice.any() for f in frames) == (kind == "splice")
    assert aged == (kind in ("splice", "flicker", "banding", "weave", "grain", "softness", "fade"))


def test_nothing_asked_for_is_nothing_done() -> None:
    frame = damager(EVERYTHING.only([])).frame(2, clean(2))
    assert torch.equal(frame.damaged, clean(2))


def test_an_asked_for_kind_is_there_where_the_recipe_had_none() -> None:
    assert DamageRecipe(fade=0.0, hair=0.0).only(["fade", "hair"]).fade > 0.0
    assert DamageRecipe(hair=0.0).only(["hair"]).hair > 0.0


def test_an_unknown_kind_is_named() -> None:
    with pytest.raises(ParameterError, match="'rust' is no kind of damage; there are: dirt, dust"):
        EVERYTHING.only(["dirt", "rust"])


def test_bad_calls_are_refused() -> None:
    with pytest.raises(ValueError, match="0 frames of 8x8"):
        Damager(EVERYTHING, 1, (8, 8), 0)
    with pytest.raises(ValueError, match="white must lie above black"):
        Damager(DamageRecipe(black=0.7, white=0.6), 1, (8, 8), 1)
    with pytest.raises(IndexError, match="frame 40 is not in the reel"):
        damager().frame(40, clean(0))
    with pytest.raises(ValueError, match="not float32 with 160x121"):
        damager().frame(0, clean(0, width=80))
    with pytest.raises(ValueError, match="float64"):
        damager().frame(0, clean(0).double())


def test_splices_lose_frames() -> None:
    reel = damager()
    assert reel.splices
    for t in range(1, FRAMES):
        lost = sum(splice.lost for splice in reel.splices if splice.frame == t)
        assert reel.source_frame(t) - reel.source_frame(t - 1) == 1 + lost
    assert reel.source_frames == reel.source_frame(FRAMES - 1) + 1
    joined = {t for t in range(FRAMES) if reel.frame(t, clean(t)).splice is not None}
    assert joined == {splice.frame for splice in reel.splices}


def test_values_beyond_white_are_kept() -> None:
    bright = clean(0) * 6.0
    frame = damager(DamageRecipe(white=5.0)).frame(0, bright)
    assert frame.base.max() > 1.5
    assert frame.damaged.max() > 1.5


@settings(max_examples=25, deadline=None)
@given(width=st.integers(1, 70), height=st.integers(1, 70), channels=st.integers(1, 5), seed=st.integers(0, 2**63))
def test_any_size(width: int, height: int, channels: int, seed: int) -> None:
    reel = Damager(EVERYTHING, seed, (width, height), 12)
    frame = reel.frame(9, clean(9, channels, width, height))
    assert frame.damaged.shape == (channels, height, width)
    assert frame.damaged.dtype == torch.float32
    assert torch.isfinite(frame.damaged).all()
