"""Scopes of pictures made by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch

from app.engine.hdr_look import Seen, display_for
from app.engine.light_scopes import light_marks, measured_light
from app.engine.look import HdrLook
from app.engine.render import FloatPicture
from app.engine.scopes import (
    BARS,
    MOST_SAMPLES,
    Scale,
    Signal,
    brightness,
    histogram,
    measured,
    native_signal,
    parade,
    shown_signal,
    skin_line,
    targets,
    vectorscope,
    waveform,
)
from app.engine.tensors import to_tensor
from app.hdr.vivid.fields import Statistics
from app.hdr.vivid.generation import Plan, generated
from app.media.picture import NativePicture, PictureFormat
from operators.colour.pq import pq_eotf, pq_inverse_eotf
from operators.contract import Region

TEN_BIT = PictureFormat(256, 8, ("R", "G", "B"), "rgb", "uint16", 10, "rec709")
NARROW = PictureFormat(256, 8, ("Y", "Cb", "Cr"), "ycbcr", "uint8", 8, "rec709", full_range=False)


def ramp() -> np.ndarray:
    return np.broadcast_to(np.linspace(0, 1, 256, dtype=np.float32), (3, 8, 256))


def bars(amplitude: float = 0.75) -> np.ndarray:
    colours = np.array(list(BARS.values()), np.float32).T * amplitude
    return np.repeat(colours[:, None, :], 4, axis=1)


def test_a_ramp_is_a_diagonal() -> None:
    counts = waveform(native_signal(ramp(), TEN_BIT).luma, Scale(), 256, 256)
    assert (np.argmax(counts, axis=0) == np.arange(256)).all()
    assert (counts.sum(axis=0) == 8).all() and counts.max() == 8


def test_columns_gather_what_stands_in_them() -> None:
    counts = waveform(native_signal(ramp(), TEN_BIT).luma, Scale(), 4, 256)
    assert [np.flatnonzero(column)[[0, -1]].tolist() for column in counts.T] == [
        [0, 63], [64, 127], [128, 191], [192, 255]
    ]  # fmt: skip


def test_a_parade_shows_each_channel_at_its_level() -> None:
    picture = np.stack([np.full((4, 6), level, np.float32) for level in (0.25, 0.5, 1.0)])
    red, green, blue = parade(native_signal(picture, TEN_BIT))
    assert [int(np.argmax(counts.sum(axis=1))) for counts in (red, green, blue)] == [64, 128, 255]


def test_colour_bars_hit_their_targets() -> None:
    size = 257
    counts = vectorscope(native_signal(bars(), TEN_BIT), size)
    hit = {(int(cb), int(cr)) for cr, cb in np.argwhere(counts)}
    assert hit == {(round((cb + 0.5) * (size - 1)), round((cr + 0.5) * (size - 1))) for cb, cr in targets().values()}
    assert counts.sum() == 4 * 6


def test_the_targets_are_those_of_the_standard() -> None:
    # 75 % bars in Rec. 709, 10-bit narrow range: blue is Cb 848 of 512 +- 448, red Cr 848.
    assert targets()["B"][0] == pytest.approx(0.375) and targets()["R"][1] == pytest.approx(0.375)
    assert targets()["Yl"][0] == pytest.approx(-0.375)


def test_grey_lies_in_the_middle_and_skin_on_its_line() -> None:
    counts = vectorscope(native_signal(ramp(), TEN_BIT), 257)
    assert np.argwhere(counts).tolist() == [[128, 128]]
    cb, cr = skin_line()
    assert math.degrees(math.atan2(cr, cb)) == pytest.approx(123) and math.hypot(cb, cr) == pytest.approx(0.5)


def test_a_histogram_counts_every_sample_once() -> None:
    counts = histogram(native_signal(ramp(), TEN_BIT))
    assert counts.shape == (4, 256) and (counts == 8).all()
    red = np.zeros((3, 2, 2), np.float32)
    red[0] = 1
    assert [int(np.argmax(channel)) for channel in histogram(native_signal(red, TEN_BIT))] == [255, 0, 0, 54]


def test_code_values_of_narrow_and_full_range() -> None:
    assert Scale.of(TEN_BIT).code(1.0) == 1023 and Scale.of(TEN_BIT).code(0.0) == 0
    narrow = Scale.of(NARROW)
    assert narrow.code(0.0) == pytest.approx(16) and narrow.code(1.0) == pytest.approx(235)
    assert (narrow.share(narrow.low), narrow.share(narrow.high)) == (0.0, 1.0)
    # Superwhite of a narrow-range picture has its own level: code 255 is the top.
    white = np.full((1, 2, 2), narrow.high, np.float32)
    assert np.argmax(waveform(native_signal(white, NARROW).luma, narrow).sum(axis=1)) == 255


def test_what_lies_beyond_the_scale_counts_at_its_end() -> None:
    wild = np.array([[[-3.0, 7.0, math.inf, -math.inf, math.nan]]], np.float32)
    counts = waveform(native_signal(wild, TEN_BIT).luma, Scale(), 5)
    assert counts[0].tolist() == [1, 0, 0, 1, 1] and counts[-1].tolist() == [0, 1, 1, 0, 0]


def test_shown_bytes_are_blue_first() -> None:
    pixels = np.zeros((2, 2, 4), np.uint8)
    pixels[..., 2] = 255
    assert shown_signal(pixels).rgb[:, 0, 0].tolist() == [1, 0, 0]


def test_a_region_is_what_is_counted() -> None:
    picture = np.zeros((1, 10, 10), np.float32)
    picture[:, 2:4, 3:6] = 1
    inside = native_signal(picture, TEN_BIT, Region(3, 2, 6, 4))
    assert inside.rgb.shape == (3, 2, 3) and (inside.rgb == 1).all()
    assert native_signal(picture, TEN_BIT, Region(20, 20, 30, 30)).rgb.shape == (3, 10, 10)


def test_big_pictures_are_thinned() -> None:
    signal = shown_signal(np.zeros((2160, 3840, 4), np.uint8))
    assert MOST_SAMPLES / 2 < signal.luma.size <= MOST_SAMPLES
    assert isinstance(signal, Signal) and signal.rgb.flags.c_contiguous


def test_log_brightness_shows_single_samples() -> None:
    counts = np.array([[0, 1, 100_000]])
    assert brightness(counts, log=True).tolist() == [[0, 64, 255]]
    assert brightness(counts, log=False).tolist()[0][1] < 8
    assert not brightness(np.zeros((2, 2), np.int64), log=True).any()


def native(fmt: PictureFormat, *planes: np.ndarray) -> NativePicture:
    return NativePicture(fmt, tuple(plane.astype(fmt.dtype) for plane in planes))


def test_a_native_picture_measures_its_code_values() -> None:
    codes = np.arange(1024, dtype=np.uint16).reshape(32, 32)
    fmt = PictureFormat(32, 32, ("R", "G", "B"), "rgb", "uint16", 10, "rec709")
    signal = measured(native(fmt, codes, codes, codes))
    assert np.allclose(signal.luma * 1023, codes, atol=1e-3)
    assert np.allclose(measured(native(fmt, codes, codes, codes), Region(4, 8, 6, 9)).rgb[0] * 1023, codes[8:9, 4:6])
    assert measured(native(fmt, codes, codes, codes), most=100).luma.shape == (8, 8)


def test_subsampled_chroma_is_measured_as_a_monitor_sees_it() -> None:
    fmt = PictureFormat(8, 8, ("Y", "Cb", "Cr"), "ycbcr", "uint8", 8, "rec709", False, "bt709", (2, 2))
    grey = native(fmt, np.full((8, 8), 126), np.full((4, 4), 128), np.full((4, 4), 128))
    assert np.allclose(measured(grey).rgb, 110 / 219, atol=1e-6)


@pytest.mark.parametrize("subsampling", [(2, 2), (2, 1), (1, 1)])
@pytest.mark.parametrize("region", [None, Region(3, 5, 33, 27)])
def test_thinned_samples_keep_the_colour_they_are_shown_with(
    subsampling: tuple[int, int], region: Region | None
) -> None:
    dice = np.random.default_rng(1)
    fmt = PictureFormat(38, 30, ("Y", "Cb", "Cr"), "ycbcr", "uint8", 8, "rec709", False, "bt709", subsampling)
    planes = [dice.integers(16, 236, fmt.plane_shape(index)) for index in range(3)]
    picture = native(fmt, *planes)
    whole = to_tensor(picture).numpy()
    shown = {tuple(np.round(whole[:, y, x], 4)) for y in range(30) for x in range(38)}
    thin = measured(picture, region, most=60)
    assert 10 < thin.luma.size <= 60
    assert {tuple(np.round(sample, 4)) for sample in thin.rgb.reshape(3, -1).T} <= shown


def test_what_a_filter_made_is_measured_on_the_scale_of_its_source() -> None:
    codes = np.zeros((4, 4), np.uint16)
    fmt = PictureFormat(4, 4, ("R", "G", "B", "A"), "rgb", "uint16", 10, "rec709")
    made = FloatPicture(torch.full((3, 4, 4), 0.5), native(fmt, codes, codes, codes, codes))
    signal = measured(made)
    assert (signal.rgb == 0.5).all() and signal.scale.code_high == 1023


def test_hdr_is_measured_as_light() -> None:
    nits = np.array([0.0, 0.1, 100.0, 203.0, 1000.0, 10000.0])
    narrow = PictureFormat(6, 1, ("Y", "Cb", "Cr"), "ycbcr", "uint16", 10, "pq_bt2020", False, "bt2020")
    luma = np.rint(64 + 876 * pq_inverse_eotf(nits)).reshape(1, 6)
    signal = measured_light(native(narrow, luma, np.full((1, 6), 512), np.full((1, 6), 512)), "pq_bt2020", None)
    places = {float(text): place for place, text in light_marks(signal.scale)}
    for light, value in zip(nits[1:], signal.luma[0, 1:], strict=True):
        if light in places:
            assert signal.scale.share(float(value)) == pytest.approx(places[light], abs=0.001)
    assert set(places) == {0.1, 1, 10, 100, 203, 400, 1000, 4000, 10000}
    assert signal.scale.code_high == 1023, "what the file's codes hold beyond has its place"


def test_hlg_is_measured_in_pq_and_made_pictures_from_black_to_the_end_of_pq() -> None:
    hlg = PictureFormat(4, 4, ("R", "G", "B"), "rgb", "uint16", 10, "hlg_bt2020")
    codes = np.full((4, 4), 0.75 * 1023)
    signal = measured_light(native(hlg, codes, codes, codes), "hlg_bt2020", None)
    assert pq_eotf(float(signal.luma[0, 0])) == pytest.approx(203, rel=0.01)
    fmt = PictureFormat(4, 4, ("R", "G", "B"), "rgb", "uint8", 8, "rec709", False)
    made = FloatPicture(torch.full((3, 4, 4), 0.58), native(fmt, codes * 0, codes * 0, codes * 0), "pq_bt2020")
    signal = measured_light(made, "pq_bt2020", None)
    assert (signal.scale.low, signal.scale.high, signal.scale.light) == (0, 1, True)
    assert not measured_light(made, "rec709", None).scale.light


def test_a_displays_light_is_measured_where_one_is_looked_at() -> None:
    fmt = PictureFormat(4, 4, ("R", "G", "B"), "rgb", "uint16", 10, "pq_bt2020")
    codes = np.full((4, 4), 1023 * pq_inverse_eotf(950.0))
    metadata = generated(Statistics.from_pq(0.0, 0.4, 0.3, 0.75), Plan(1000.0))
    seen = Seen(HdrLook(300.0), metadata, display_for(300.0, 1000.0))
    signal = measured_light(native(fmt, codes, codes, codes), "pq_bt2020", seen)
    assert 200 < pq_eotf(float(signal.luma[0, 0])) < 310
