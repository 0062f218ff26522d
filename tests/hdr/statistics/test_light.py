"""The fast statistics equal the slow ones to one code."""

from __future__ import annotations

import numpy as np
import pytest

from app.engine.light import max_rgb, max_rgb_and_channels
from app.errors import MediaError
from app.hdr.statistics.light import (
    BINS,
    Light,
    Rule,
    coarse,
    counted,
    indices,
    light_of,
    max_cll,
    max_fall,
    summed,
    tables,
)
from app.hdr.statistics.picture_area import Area
from app.hdr.stream.hdr10plus_light import hdr10plus_of
from app.hdr.vivid.fields import Statistics
from app.media.picture import NativePicture, PictureFormat

from .slow import max_rgb_nits, rgb_nits, slow_light

WIDTH, HEIGHT = 94, 60


def picture(model: str, bits: int, encoding: str, seed: int, subsampling: tuple[int, int] = (1, 1)) -> NativePicture:
    """A slope with lights, dark corners and noise: many levels, not evenly spread."""
    rng = np.random.default_rng(seed)
    channels = ("R", "G", "B") if model == "rgb" else ("Y", "Cb", "Cr")
    full = model == "rgb"
    fmt = PictureFormat(
        WIDTH,
        HEIGHT,
        channels,
        model,
        "uint16",
        bits,
        encoding,
        full,
        "bt2020",
        subsampling,  # type: ignore[arg-type]
    )
    top = 2**bits - 1
    planes = []
    for index in range(3):
        rows, columns = fmt.plane_shape(index)
        slope = np.linspace(0.02, 0.7, columns)[None] * np.linspace(0.3, 1, rows)[:, None]
        values = slope + rng.normal(0, 0.03, (rows, columns)) + (rng.random((rows, columns)) > 0.995) * 0.3
        if model == "ycbcr":
            values = 0.07 + values * 0.85 if index == 0 else 0.5 + 0.1 * (values - 0.4)
        planes.append(np.rint(values.clip(0, 1) * top).astype(np.uint16))
    return NativePicture(fmt, tuple(planes))


def codes_of(light: Light) -> tuple[int, ...]:
    return tuple(getattr(light.codes, name) for name in Statistics.bits())


KINDS = [
    ("rgb", 10, "pq_bt2020", (1, 1)),
    ("rgb", 16, "pq_bt2020", (1, 1)),
    ("rgb", 12, "hlg_bt2020", (1, 1)),
    ("ycbcr", 10, "pq_bt2020", (2, 2)),
    ("ycbcr", 10, "pq_bt2020", (2, 1)),
    ("ycbcr", 12, "pq_bt2020", (1, 1)),
    ("ycbcr", 10, "hlg_bt2020", (2, 2)),
]


@pytest.mark.parametrize(("average", "spread"), [("linear", "linear"), ("pq", "pq")])
@pytest.mark.parametrize(("model", "bits", "encoding", "subsampling"), KINDS)
def test_a_frame_equals_the_slow_computation_to_one_code(model, bits, encoding, subsampling, average, spread) -> None:  # type: ignore[no-untyped-def]
    native = picture(model, bits, encoding, 3, subsampling)
    light = light_of(counted(max_rgb(native, encoding)), Rule(average, spread))
    slow = slow_light([max_rgb_nits(native)], average=average, spread=spread)
    assert np.abs(np.subtract(codes_of(light), slow.codes)).max() <= 1
    assert abs(max_cll([light]) - slow.max_cll) <= max(1, 0.002 * slow.max_cll)
    assert abs(max_fall([light]) - slow.max_fall) <= 1


@pytest.mark.parametrize(("model", "bits", "encoding", "subsampling"), KINDS)
def test_what_hdr10plus_says_equals_the_slow_computation(model, bits, encoding, subsampling) -> None:  # type: ignore[no-untyped-def]
    native = picture(model, bits, encoding, 3, subsampling)
    area = Area(5, 4, WIDTH - 3, HEIGHT - 6, WIDTH, HEIGHT)
    brightest, channels = max_rgb_and_channels(native, encoding, area)
    (said,) = hdr10plus_of(light_of(counted(area.of(brightest)), channels=channels)).windows
    slow = rgb_nits(native)[:, area.top : area.bottom, area.left : area.right]
    np.testing.assert_allclose(np.array(said.max_scl) / 10, slow.max(axis=(1, 2)), rtol=0.003, atol=0.1)
    most = slow.max(axis=0)
    values = dict(said.percentiles)
    assert list(values) == [1, 5, 10, 25, 50, 75, 90, 95, 99]
    assert said.average / 10 == pytest.approx(most.mean(), rel=0.003, abs=0.1)
    assert abs(values[10] - 100 * (most < 100).mean()) <= 1
    for at, share in ((1, 1), (5, 99.98), (25, 25), (50, 50), (99, 99)):
        told = np.percentile(most, share, method="inverted_cdf")
        assert values[at] / 10 == pytest.approx(told, rel=0.005, abs=0.1)


def test_light_measured_without_its_channels_makes_no_hdr10plus() -> None:
    with pytest.raises(MediaError, match="measure it again"):
        hdr10plus_of(light_of(counted(np.full((4, 4), 1000, np.uint16))))


def test_a_shot_equals_the_slow_computation_over_all_its_pixels() -> None:
    natives = [picture("ycbcr", 10, "pq_bt2020", seed, (2, 2)) for seed in range(4)]
    counts = [counted(max_rgb(native, "pq_bt2020")) for native in natives]
    slow = slow_light([max_rgb_nits(native) for native in natives])
    frames = [light_of(each) for each in counts]
    assert np.abs(np.subtract(codes_of(light_of(summed(counts))), slow.codes)).max() <= 1
    assert abs(max_fall(frames) - slow.max_fall) <= 1


def test_the_two_readings_of_average_differ_on_a_dark_frame() -> None:
    signal = np.full((40, 40), 0.1)
    signal[:4] = 0.75
    counts = counted(indices(signal))
    linear, pq = light_of(counts), light_of(counts, Rule("pq", "pq"))
    assert linear.average > 1.5 * pq.average
    assert linear.average_nits == pytest.approx(pq.average_nits)


def test_a_flat_frame_has_no_spread() -> None:
    light = light_of(counted(indices(np.full((8, 8), 0.5806889))))
    assert codes_of(light) == (2377, 2377, 0, 2377)
    assert max_cll([light]) == max_fall([light]) == 203


def test_nothing_is_lost_while_counting() -> None:
    values = np.random.default_rng(1).integers(0, BINS, (301, 401)).astype(np.uint16)
    counts = counted(values)
    np.testing.assert_array_equal(counts, np.bincount(values.ravel(), minlength=BINS))
    assert sum(coarse(counts)) == values.size
    np.testing.assert_array_equal(
        counted(values[10:20, 5:9]), np.bincount(values[10:20, 5:9].ravel(), minlength=BINS)
    )


def test_the_tables_are_a_tenth_of_a_code_fine() -> None:
    signals, nits = tables()
    assert np.diff(signals).max() * 4095 < 0.1
    assert nits[-1] == pytest.approx(10000) and nits[0] == 0


def test_no_pixels_are_no_statistics() -> None:
    with pytest.raises(ValueError, match="no pixels"):
        light_of(np.zeros(BINS, np.int64))


def test_sdr_is_measured_as_a_display_of_100_shows_it() -> None:
    fmt = PictureFormat(4, 4, ("R", "G", "B"), "rgb", "uint8", 8, "rec709")
    white = NativePicture(fmt, tuple(np.full((4, 4), 255, np.uint8) for _ in range(3)))
    light = light_of(counted(max_rgb(white, "rec709")))
    assert max_cll([light]) == 100 and light.codes.maximum_maxrgb_pq == 2080
