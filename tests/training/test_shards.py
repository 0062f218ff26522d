"""Samples on the disk: each from its number alone, whole or not there."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from app.errors import ProjectError, UsageError
from app.training.shards import STEP, Sample, Shards, as_codes, make_shards

PLANES = 3


def made(number: int) -> list[Sample]:
    dice = np.random.default_rng(number)
    return [
        Sample(
            dice.integers(-9, 9, (PLANES, 8, 8)).astype(np.int8),
            dice.integers(0, 2, (2, 8, 8)).astype(np.uint8),
            kind,
        )
        for kind in ("clip", "photo")[: 1 + number % 2]
    ]


def test_what_was_interrupted_goes_on_and_gives_the_same(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    make_shards(tmp_path / "a", 2, made, 1, lambda ready, count: told.append((ready, count)))
    (tmp_path / "a" / "shard_00009.77.part").write_bytes(b"half")
    make_shards(tmp_path / "a", 4, made, 1, lambda ready, count: told.append((ready, count)))
    assert told == [(0, 2), (1, 2), (2, 2), (2, 4), (3, 4), (4, 4)]
    make_shards(tmp_path / "b", 4, made, 2, lambda ready, count: None)
    one, other = Shards(tmp_path / "a", range(4)), Shards(tmp_path / "b", range(4))
    assert np.array_equal(one.planes, other.planes) and np.array_equal(one.truth, other.truth)
    assert one.kinds == ("clip", "clip", "photo", "clip", "clip", "photo") and len(one) == 6


def test_a_broken_shard_and_none_at_all_are_told(tmp_path: Path) -> None:
    make_shards(tmp_path, 2, made, 1, lambda ready, count: None)
    (tmp_path / "shard_00001.npz").write_bytes((tmp_path / "shard_00001.npz").read_bytes()[:100])
    with pytest.raises(ProjectError, match=r"shard_00001\.npz cannot be read; delete it"):
        Shards(tmp_path, range(2))
    with pytest.raises(UsageError, match="no training samples"):
        Shards(tmp_path, ())


def test_codes_hold_what_they_can() -> None:
    codes = as_codes(np.array([[-9.0, -1.0, 0.01, 1.5, 9.0]], np.float32))
    assert (codes * STEP == np.array([-127 * STEP, -1.0, 0.0, 1.5, 127 * STEP])).all()
