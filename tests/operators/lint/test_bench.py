"""What `reelmend bench lint` lays on film is what it says, and nothing else of the frame is touched."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from app.benches.lint.film import MIDDLE, Film, grainy
from app.benches.lint.measure import CHOSEN_ON, SCORED_ON
from app.benches.lint.seeds import KINDS, seeded
from app.jobs.clips import CLIPS
from operators.lint import Check
from tests.operators.lint.film import Film as MadeUp
from tests.operators.lint.film import spot

MASK = spot(100, 90, 9)


@pytest.fixture(scope="module")
def film() -> Film:
    return grainy("made up", list(MadeUp(amount=0.0).clean.values()), 3, 0.02)


@pytest.mark.parametrize("kind", KINDS)
def test_only_what_a_kind_speaks_of_is_changed(kind: str, film: Film) -> None:
    frames = seeded(kind, film, MASK, np.random.default_rng(4))
    if frames is None:
        pytest.skip("this picture has no two places that differ enough")
    reach = cv2.dilate(MASK.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0 if kind == "rim" else MASK
    changed = (frames[0] != film.shown[MIDDLE]).any(axis=0)
    assert not changed[~reach].any()
    assert changed.any() == (kind != "truth")
    held = kind == "held outline"
    assert all((frames[o] != film.shown[MIDDLE + o]).any() == held for o in frames if o)


def test_every_check_is_seeded_and_good_ones_are_among_the_kinds() -> None:
    assert set().union(*(kind.must for kind in KINDS.values())) == set(Check)
    assert [name for name, kind in KINDS.items() if not kind.must] == ["truth", "other grain"]


def test_no_clip_is_scored_that_a_limit_was_chosen_on() -> None:
    chosen = {CLIPS[shot][0] for shot in CHOSEN_ON}
    assert SCORED_ON and not chosen & {CLIPS[shot][0] for shot in SCORED_ON}
