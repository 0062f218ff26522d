from __future__ import annotations

from pathlib import Path

import numpy as np
import PyOpenColorIO as ocio
import pytest

from app.errors import UsageError
from app.media.colour import (
    DEFAULT_DISPLAY,
    convert,
    default_view,
    display_transform,
    encodings,
    load_config,
)

LINEAR = "linear_rec709"


def neutral(*values: float) -> np.ndarray:
    return np.repeat(np.array(values, np.float32)[None, :, None], 3, axis=2)


def linear_of(encoding: str, *values: float) -> list[float]:
    return convert(encoding, LINEAR)(neutral(*values))[0, :, 1].tolist()


def test_the_pinned_configuration_is_valid_and_has_the_agreed_spaces() -> None:
    config = load_config()
    config.native.validate()
    assert set(encodings()) == {
        "cineon_log", "rec709", "srgb", "linear_rec709", "linear_ap0",
        "bt2020", "pq_bt2020", "hlg_bt2020", "bt601", "raw",
    }  # fmt: skip
    assert config.displays() == ("sRGB", "Rec.709")
    assert all(config.views(display) == ("Film", "Video", "Raw") for display in config.displays())
    assert config.digest == load_config().digest


def test_cineon_black_grey_white() -> None:
    black, grey, white, top = linear_of("cineon_log", 95 / 1023, 470 / 1023, 685 / 1023, 1.0)
    assert black == pytest.approx(0.0, abs=1e-6)
    assert grey == pytest.approx(0.183, abs=1e-3)
    assert white == pytest.approx(1.0, abs=1e-6)
    assert top == pytest.approx((10 ** (338 / 300) - 0.0107978) / 0.9892022, rel=1e-5)


def test_one_stop_is_ninety_codes_of_cineon() -> None:
    lower, upper = linear_of("cineon_log", 600 / 1023, 690.31 / 1023)
    assert (upper + 0.0109157) / (lower + 0.0109157) == pytest.approx(2.0, rel=1e-4)


def test_video_is_bt1886_below_zero_and_above_white_too() -> None:
    assert linear_of("rec709", -0.1, 0.5, 1.0, 1.2) == pytest.approx([-(0.1**2.4), 0.5**2.4, 1.0, 1.2**2.4], rel=1e-5)


def test_srgb_is_the_standards_curve() -> None:
    assert linear_of("srgb", 0.02, 0.5) == pytest.approx([0.02 / 12.92, ((0.5 + 0.055) / 1.055) ** 2.4], rel=1e-3)


def test_pq_and_hlg_know_their_nits() -> None:
    pq = convert(LINEAR, "pq_bt2020")(neutral(1.0, 10.0, 100.0))[0, :, 0]
    # ST 2084: 100, 1000 and 10 000 cd/m2.
    assert pq.tolist() == pytest.approx([0.508078, 0.751827, 1.0], abs=5e-5)
    assert linear_of("hlg_bt2020", 0.75, 1.0) == pytest.approx([2.03, 10.0], rel=2e-3)


def test_primaries_follow_their_standards() -> None:
    red = np.array([[[1.0, 0.0, 0.0]]], np.float32)
    # ITU-R BT.2087: 709 red in linear 2020.
    linear_2020 = convert(LINEAR, "bt2020")(red)[0, 0] ** 2.4
    assert linear_2020.tolist() == pytest.approx([0.6274, 0.0691, 0.0164], abs=2e-4)
    ap0 = convert(LINEAR, "linear_ap0")(red)[0, 0]
    assert ap0.tolist() == pytest.approx([0.43963, 0.08978, 0.01754], abs=2e-4)


@pytest.mark.parametrize("encoding", [name for name in encodings() if name != "raw"])
def test_round_trips_and_neutral_stays_neutral(encoding: str) -> None:
    pixels = np.random.default_rng(3).uniform(0.05, 1.0, (9, 33, 3)).astype(np.float32)
    there = convert(encoding, LINEAR)(pixels)
    back = convert(LINEAR, encoding)(there)
    # PQ's curve is a table in OpenColorIO: half a 12-bit code.
    np.testing.assert_allclose(back, pixels, atol=1.3e-4 if encoding == "pq_bt2020" else 5e-6)
    grey = convert(encoding, LINEAR)(neutral(0.1, 0.4, 0.9))
    np.testing.assert_allclose(grey[..., 0], grey[..., 1], rtol=1e-5)
    np.testing.assert_allclose(grey[..., 2], grey[..., 1], rtol=1e-5)


def test_raw_is_never_converted() -> None:
    pixels = neutral(-0.3, 0.2, 7.0)
    assert np.array_equal(convert("raw", LINEAR)(pixels), pixels)


def test_the_film_view_keeps_highlights_apart_where_video_clips() -> None:
    codes = neutral(*(np.arange(0, 1024) / 1023))
    film = display_transform("cineon_log", "sRGB", "Film")(codes)[0, :, 0].astype(int)
    video = display_transform("cineon_log", "sRGB", "Video")(codes)[0, :, 0].astype(int)
    assert film[95] == video[95] == 0
    assert np.all(np.diff(film) >= 0)
    assert np.abs(film[:560] - video[:560]).max() <= 1
    assert video[685] == video[900] == 255
    assert film[685] == pytest.approx(233, abs=2)
    assert film[685] < film[750] < film[850] < film[1023] == 255


def test_video_on_a_video_monitor_is_its_own_code_values() -> None:
    codes = neutral(*(np.arange(256) / 255))
    assert display_transform("rec709", "Rec.709", "Video")(codes)[0, :, 2].tolist() == list(range(256))


def test_inputs_are_left_alone_and_views_of_planar_tensors_are_taken() -> None:
    planar = np.random.default_rng(1).uniform(-0.2, 1.5, (3, 7, 11)).astype(np.float32)
    pixels = planar.transpose(1, 2, 0)
    before = planar.copy()
    shown = display_transform("rec709", "sRGB", "Video")(pixels)
    moved = convert("rec709", LINEAR)(pixels)
    assert np.array_equal(planar, before)
    assert shown.shape == moved.shape == (7, 11, 3)
    assert np.array_equal(shown, display_transform("rec709", "sRGB", "Video")(np.ascontiguousarray(pixels)))
    with pytest.raises(ValueError, match="float32"):
        convert("rec709", LINEAR)(pixels.astype(np.float64))
    with pytest.raises(ValueError, match="contiguous"):
        convert("rec709", LINEAR).in_place(pixels)


def test_in_place_equals_a_copy() -> None:
    pixels = neutral(0.1, 0.5, 0.9)
    expected = convert("srgb", LINEAR)(pixels)
    convert("srgb", LINEAR).in_place(pixels)
    assert np.array_equal(pixels, expected)


def test_processors_are_kept() -> None:
    assert convert("srgb", LINEAR) is convert("srgb", LINEAR)


def test_every_encoding_has_a_default_view() -> None:
    views = load_config().views(DEFAULT_DISPLAY)
    assert {default_view(name) for name in encodings()} == set(views)


def test_missing_names_are_said_with_what_there_is() -> None:
    with pytest.raises(UsageError, match=r"no colour space 'logc'; there are: .*cineon_log"):
        convert("logc", LINEAR)
    with pytest.raises(UsageError, match="no display 'P3'"):
        display_transform("rec709", "P3", "Film")
    with pytest.raises(UsageError, match="no view for display 'sRGB': 'Pretty'"):
        display_transform("rec709", "sRGB", "Pretty")


def test_a_house_configuration_is_used(tmp_path: Path) -> None:
    theirs = ocio.Config.CreateRaw()
    path = tmp_path / "house.ocio"
    path.write_text(theirs.serialize(), encoding="utf-8")
    config = load_config(path)
    assert "raw" in encodings(config)
    with pytest.raises(UsageError, match=r"house\.ocio' has no colour space 'rec709'"):
        convert("rec709", "raw", config)
    assert config.digest != load_config().digest


@pytest.mark.parametrize("text", ["", "this is no configuration", "ocio_profile_version: 99\n"])
def test_a_file_that_is_no_configuration(tmp_path: Path, text: str) -> None:
    path = tmp_path / "broken.ocio"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=r"broken\.ocio' cannot be used as a colour configuration"):
        load_config(path)


def test_a_configuration_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"nowhere\.ocio' cannot be used"):
        load_config(tmp_path / "nowhere.ocio")
