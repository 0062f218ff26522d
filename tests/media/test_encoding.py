"""Guesses of the colour encoding, each with its reason."""

import pytest

from app.errors import UsageError
from app.media import encoding

BT2020 = {"color_primaries": "bt2020"}


@pytest.mark.parametrize(
    ("guess", "name", "because"),
    [
        (encoding.guess_dpx(1, 1, 10), "cineon_log", "printing density"),
        (encoding.guess_dpx(3, 0, 10), "cineon_log", "logarithmic"),
        (encoding.guess_dpx(0, 1, 10), "cineon_log", "colorimetric"),
        (encoding.guess_dpx(0, 0, 10), "cineon_log", "long custom"),
        (encoding.guess_dpx(2, 2, 10), "cineon_log", "does not fit in 10 bits"),
        (encoding.guess_dpx(2, 2, 16), "linear_rec709", "linear"),
        (encoding.guess_dpx(6, 6, 10), "rec709", "BT.709"),
        (encoding.guess_dpx(8, 8, 8), "bt601", "525"),
        (encoding.guess_dpx(0, 0, 8), "rec709", "8-bit"),
        (encoding.guess_exr(None, ""), "linear_rec709", "default"),
        (
            encoding.guess_exr((0.7347, 0.2653, 0, 1, 0.0001, -0.077, 0.32168, 0.33767), ""),
            "linear_ap0",
            "chromaticities",
        ),
        (encoding.guess_exr((0.1,) * 8, ""), "linear_rec709", "no space known"),
        (encoding.guess_exr(None, "ACES2065-1"), "linear_ap0", "ACES2065-1"),
        (encoding.guess_exr(None, "lin_rec709_scene"), "linear_rec709", "names"),
        (encoding.guess_tiff(True, 32, ""), "linear_rec709", "floating"),
        (encoding.guess_tiff(False, 16, ""), "rec709", "16-bit"),
        (encoding.guess_tiff(False, 8, "sRGB IEC61966-2.1"), "srgb", "ICC"),
        (encoding.guess_tiff(False, 16, "Odd scanner"), "rec709", "Odd scanner"),
        (encoding.guess_png(None, False, None, ""), "srgb", "says nothing"),
        (encoding.guess_png(None, True, None, ""), "srgb", "chunk"),
        (encoding.guess_png((9, 16, 0, 1), True, None, ""), "pq_bt2020", "cICP"),
        (encoding.guess_png(None, False, 1.0, ""), "linear_rec709", "gAMA"),
        (encoding.guess_tags({**BT2020, "color_transfer": "smpte2084"}, 2160), "pq_bt2020", "smpte2084"),
        (encoding.guess_tags({**BT2020, "color_transfer": "arib-std-b67"}, 2160), "hlg_bt2020", "arib"),
        (encoding.guess_tags({**BT2020, "color_trc": "bt2020-10"}, 2160), "bt2020", "bt2020-10"),
        (encoding.guess_tags({"color_primaries": "bt709", "color_transfer": "bt709"}, 576), "rec709", "bt709"),
        (encoding.guess_tags({"color_primaries": "smpte170m"}, 480), "bt601", "smpte170m"),
        (encoding.guess_tags({}, 480), "bt601", "480 lines"),
        (encoding.guess_tags({}, 1080), "rec709", "no colour tags"),
    ],
)
def test_guesses(guess: encoding.EncodingGuess, name: str, because: str) -> None:
    assert guess.encoding == name and name in encoding.ENCODINGS
    assert because in guess.reason


def test_a_persons_choice_is_checked() -> None:
    assert encoding.chosen("bt601").reason == "chosen by the user"
    with pytest.raises(UsageError, match="cineon_log, rec709"):
        encoding.chosen("vivid")
