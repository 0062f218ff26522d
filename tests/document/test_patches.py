"""Baked fills: exact values, exactly under the mask, in ledger order."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.document.artefacts import ArtefactStore
from app.document.maps import MapPack, Maps, quantised
from app.document.patches import (
    Patch,
    PatchPack,
    apply_patch,
    make_patch,
    plane_masks,
    read_patch,
    read_patches,
)
from app.errors import ProjectError

FORMATS = [
    (dtype, subsampling, count)
    for dtype in ("uint8", "uint16", "float16", "float32")
    for subsampling, count in [((1, 1), 1), ((1, 1), 3), ((2, 1), 3), ((2, 2), 3), ((4, 1), 3)]
]


def frame(rng: np.random.Generator, dtype: str, subsampling: tuple[int, int], count: int) -> list[np.ndarray]:
    """A picture of 37 x 23, so that chroma does not come out even."""
    shapes = [(23, 37)] + [(-(-23 // subsampling[1]), -(-37 // subsampling[0]))] * (count - 1)
    if dtype.startswith("float"):
        return [rng.normal(0.5, 2.0, shape).astype(dtype) for shape in shapes]
    return [rng.integers(0, np.iinfo(dtype).max, shape, dtype, endpoint=True) for shape in shapes]


def touched(mask: np.ndarray, subsampling: tuple[int, int], shape: tuple[int, int]) -> np.ndarray:
    """The chroma sites a full-frame mask touches, pixel by pixel: the definition itself."""
    sites = np.zeros(shape, bool)
    for y, x in zip(*np.nonzero(mask), strict=True):
        sites[y // subsampling[1], x // subsampling[0]] = True
    return sites


@pytest.mark.parametrize(("dtype", "subsampling", "count"), FORMATS)
def test_a_patch_writes_its_values_and_nothing_else(dtype: str, subsampling: tuple[int, int], count: int) -> None:
    rng = np.random.default_rng(3)
    for _ in range(20):
        original, filled = (frame(rng, dtype, subsampling, count) for _ in range(2))
        mask = rng.random((23, 37)) < rng.choice([0.002, 0.05, 0.9])
        mask[rng.integers(23), rng.integers(37)] = True
        patch = Patch.from_bytes(make_patch(original, filled, mask, subsampling=subsampling).to_bytes())
        planes = [plane.copy() for plane in original]
        apply_patch(planes, subsampling, patch)
        for index, plane in enumerate(planes):
            inside = mask if index == 0 else touched(mask, subsampling, plane.shape)
            assert plane.dtype == np.dtype(dtype)
            assert plane[inside].tobytes() == filled[index][inside].tobytes()
            assert plane[~inside].tobytes() == original[index][~inside].tobytes()


@given(
    st.integers(0, 30), st.integers(0, 30), st.integers(1, 9), st.integers(1, 9),
    st.sampled_from([(1, 1), (2, 1), (2, 2), (4, 1), (4, 2)]), st.integers(0, 2**32 - 1),
)  # fmt: skip
def test_plane_masks_are_what_the_definition_says(
    x0: int, y0: int, width: int, height: int, subsampling: tuple[int, int], seed: int
) -> None:
    mask = np.random.default_rng(seed).random((height, width)) < 0.3
    whole = np.zeros((40, 44), bool)
    whole[y0 : y0 + height, x0 : x0 + width] = mask
    luma, cb, cr = plane_masks(mask, (x0, y0), (44, 40), subsampling)
    assert luma.mask is mask and luma.slices == (slice(y0, y0 + height), slice(x0, x0 + width))
    for region in (cb, cr):
        sites = np.zeros((40 // subsampling[1], 44 // subsampling[0]), bool)
        sites[region.slices] = region.mask
        assert np.array_equal(sites, touched(whole, subsampling, sites.shape))


def test_a_local_mask_is_placed_by_its_origin_and_cut_to_what_is_true() -> None:
    rng = np.random.default_rng(1)
    original, filled = (frame(rng, "uint16", (2, 1), 3) for _ in range(2))
    mask = np.zeros((6, 8), bool)
    mask[2:4, 3:5] = True
    patch = make_patch(original, filled, mask, origin=(10, 5), subsampling=(2, 1))
    assert (patch.x0, patch.y0, patch.mask.shape) == (13, 7, (2, 2))
    assert [values.size for values in patch.values] == [4, 4, 4]  # columns 13, 14 touch chroma 6 and 7
    assert np.array_equal(patch.values[0], filled[0][7:9, 13:15].ravel())


def test_a_repair_reverted_under_a_later_one_leaves_the_rest_as_it_was() -> None:
    rng = np.random.default_rng(2)
    original = frame(rng, "uint16", (2, 2), 3)
    masks = [np.zeros((23, 37), bool) for _ in range(3)]
    masks[0][2:12, 2:12] = True
    masks[1][8:18, 8:18] = True  # lies over the first
    masks[2][15:20, 20:30] = True
    patches = [make_patch(original, frame(rng, "uint16", (2, 2), 3), mask, subsampling=(2, 2)) for mask in masks]

    def composite(chosen: list[Patch]) -> list[np.ndarray]:
        planes = [plane.copy() for plane in original]
        for patch in chosen:
            apply_patch(planes, (2, 2), patch)
        return planes

    everything, without_first = composite(patches), composite(patches[1:])
    for index, (a, b) in enumerate(zip(everything, without_first, strict=True)):
        first, later = (
            np.any([m if index == 0 else touched(m, (2, 2), a.shape) for m in some], axis=0)
            for some in (masks[:1], masks[1:])
        )
        only_first = first & ~later
        assert np.array_equal(a[~only_first], b[~only_first])  # the later repairs keep every code value
        assert np.array_equal(b[only_first], original[index][only_first])
    assert all(np.array_equal(a, b) for a, b in zip(composite([]), original, strict=True))


def test_float_values_survive_bit_for_bit() -> None:
    values = np.array([[np.nan, -0.0, np.inf, 65504.0, -3.5, 1e-7]], np.float16)
    patch = make_patch([np.zeros_like(values)], [values], np.ones((1, 6), bool))
    assert Patch.from_bytes(patch.to_bytes()).values[0].tobytes() == values.tobytes()


def test_what_does_not_go_together_is_refused_and_nothing_is_written() -> None:
    rng = np.random.default_rng(1)
    original = frame(rng, "uint16", (2, 1), 3)
    mask = np.ones((2, 2), bool)
    with pytest.raises(ValueError, match="at least one pixel"):
        make_patch(original, original, np.zeros((2, 2), bool))
    with pytest.raises(ValueError, match="does not lie in"):
        make_patch(original, original, mask, origin=(36, 0), subsampling=(2, 1))
    with pytest.raises(ValueError, match="a filled plane is uint8"):
        make_patch(original, frame(rng, "uint8", (2, 1), 3), mask)
    with pytest.raises(ValueError, match="1 filled planes for 3"):
        make_patch(original, original[:1], mask)
    with pytest.raises(ValueError, match="not float64"):
        make_patch([np.zeros((4, 4))], [np.zeros((4, 4))], mask)
    patch = make_patch(original, original, mask, subsampling=(2, 1))
    for planes, subsampling in [
        (frame(rng, "uint16", (2, 2), 3), (2, 2)),
        (frame(rng, "uint8", (2, 1), 3), (2, 1)),
        (frame(rng, "uint16", (1, 1), 1), (2, 1)),
        ([plane[:1, :1].copy() for plane in original], (2, 1)),
    ]:
        before = [plane.copy() for plane in planes]
        with pytest.raises(ValueError, match=r"fit|lie in"):
            apply_patch(planes, subsampling, patch)
        assert all(np.array_equal(a, b) for a, b in zip(planes, before, strict=True))


@pytest.fixture
def store(tmp_path: Path) -> ArtefactStore:
    return ArtefactStore(tmp_path / "film.artefacts")


def test_packs_find_each_patch_by_its_place(store: ArtefactStore) -> None:
    rng = np.random.default_rng(5)
    original = frame(rng, "uint16", (1, 1), 3)
    pack = PatchPack()
    made, places = [], []
    for index in range(12):
        mask = rng.random((23, 37)) < 0.1
        made.append(make_patch(original, frame(rng, "uint16", (1, 1), 3), mask))
        places.append(pack.add(100 + index // 3, made[-1]))
    hash = pack.put(store)
    assert len(pack) == 12
    for patch, place in zip(made, places, strict=True):
        again = read_patch(store, hash, *place)
        assert again.to_bytes() == patch.to_bytes()
    assert [f for f, _ in read_patches(store, hash)] == [100 + index // 3 for index in range(12)]


def test_a_damaged_pack_is_named(store: ArtefactStore) -> None:
    pack = PatchPack()
    plane = np.random.default_rng(0).integers(0, 255, (40, 40), np.uint8)
    place = pack.add(0, make_patch([plane], [plane], np.ones((40, 40), bool)))
    hash = pack.put(store)
    data = bytearray(store.get(hash))
    data[place[0] + place[1] // 2] ^= 0xFF
    store.path(hash).write_bytes(data)
    with pytest.raises(ProjectError, match="is damaged"):
        read_patch(store, hash, *place)
    with pytest.raises(ProjectError, match="is damaged"):
        read_patch(store, hash, place[0] + 1, place[1] - 1)
    with pytest.raises(ProjectError, match="not of the kind"):
        Maps(store, store.put(b"RMPATCH1 and so on", "test"))
    with pytest.raises(ProjectError, match="no index"):
        Maps(store, store.put(b"RMMAPS_1" + bytes(20), "test"))
    for junk in (
        b"",
        b"\x00" * 8,
        b"\xff" * 40,
        make_patch([plane], [plane], np.ones((1, 1), bool)).to_bytes() + b"x",
    ):
        with pytest.raises(ProjectError, match="a stored patch"):
            Patch.from_bytes(junk)


def test_maps_come_back_frame_by_frame(store: ArtefactStore) -> None:
    rng = np.random.default_rng(7)
    maps = {(frame, defect): quantised(rng.random((19, 31))) for frame in (5, 6, 9) for defect in ("dirt", "scratch")}
    pack = MapPack()
    for (number, defect), values in maps.items():
        pack.add(number, defect, values)
    again = Maps(store, pack.put(store))
    assert set(again.keys) == set(maps)
    for key, values in maps.items():
        found = again.get(*key)
        assert found is not None and np.array_equal(found, values)
    assert again.get(7, "dirt") is None
    with pytest.raises(ValueError, match="uint8"):
        pack.add(0, "dirt", np.zeros((2, 2), np.float32))  # type: ignore[arg-type]


def test_quantising_keeps_what_a_threshold_asks() -> None:
    assert quantised(np.array([[0.0, 1.0, 0.5, -3.0, 9.0, 0.1]])).tolist() == [[0, 255, 128, 0, 255, 26]]
