"""Guessing the colour encoding of media from what their headers and tags say.

Every guess comes with its reason in words, because a person must be able to judge and change it. The names
are the colour spaces of our OCIO config (`resources/colour`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from app.errors import UsageError

ENCODINGS = (
    "cineon_log",
    "rec709",
    "srgb",
    "linear_rec709",
    "linear_ap0",
    "bt2020",
    "pq_bt2020",
    "hlg_bt2020",
    "bt601",
    "raw",
)
"""The colour spaces a native picture may be in. 'rec709' is BT.1886 video, 'raw' is none at all."""


class EncodingGuess(NamedTuple):
    """A colour space name, and the sentence that says what it was taken from."""

    encoding: str
    reason: str


def chosen(encoding: str) -> EncodingGuess:
    """The encoding a person named; UsageError lists the names there are."""
    if encoding not in ENCODINGS:
        raise UsageError(f"there is no encoding '{encoding}'; choose one of: {', '.join(ENCODINGS)}")
    return EncodingGuess(encoding, "chosen by the user")


# SMPTE 268M-2003, table 5A: transfer characteristic. 5B (colorimetric) shares the codes.
_DPX_TRANSFER = {
    1: ("cineon_log", "printing density"),
    2: ("linear_rec709", "linear"),
    3: ("cineon_log", "logarithmic"),
    5: ("rec709", "SMPTE 274M"),
    6: ("rec709", "ITU-R BT.709"),
    7: ("bt601", "ITU-R BT.601 625 lines"),
    8: ("bt601", "ITU-R BT.601 525 lines"),
    9: ("bt601", "composite video (NTSC)"),
    10: ("bt601", "composite video (PAL)"),
}


def guess_dpx(transfer: int, colorimetric: int, bit_depth: int) -> EncodingGuess:
    """From the transfer and colorimetric codes of the first image element (SMPTE 268M tables 5A, 5B)."""
    if transfer in _DPX_TRANSFER:
        encoding, name = _DPX_TRANSFER[transfer]
        if transfer == 2 and bit_depth <= 10:
            return EncodingGuess(
                "cineon_log",
                f"the DPX header says linear, but linear light does not fit in {bit_depth} bits: scanners "
                "write this on film scans, so printing density is assumed",
            )
        return EncodingGuess(encoding, f"the DPX header's transfer characteristic is {name}")
    if colorimetric in (1, 5, 6, 7, 8, 9, 10):
        encoding, name = _DPX_TRANSFER[colorimetric]
        return EncodingGuess(
            encoding, f"the DPX header's colorimetric specification is {name}; its transfer says nothing"
        )
    if bit_depth == 10:
        return EncodingGuess(
            "cineon_log", "the DPX header does not say; 10-bit DPX is film density by long custom (Cineon)"
        )
    if bit_depth in (12, 16):
        return EncodingGuess(
            "cineon_log", f"the DPX header does not say; a {bit_depth}-bit DPX is taken for a film scan"
        )
    return EncodingGuess("rec709", "the DPX header does not say; an 8-bit DPX is taken for video")


_AP0 = (0.7347, 0.2653, 0.0, 1.0, 0.0001, -0.077)
_REC709 = (0.64, 0.33, 0.30, 0.60, 0.15, 0.06)


def guess_exr(chromaticities: Sequence[float] | None, colour_space: str) -> EncodingGuess:
    """From chromaticities (x, y of red, green, blue, white) and a colour space name, where present."""
    named = _named_space(colour_space)
    if named is not None:
        return EncodingGuess(named, f"the EXR header names the colour space '{colour_space}'")
    if chromaticities is not None and len(chromaticities) >= 6:
        for encoding, reference in (("linear_ap0", _AP0), ("linear_rec709", _REC709)):
            if all(abs(a - b) < 2e-3 for a, b in zip(chromaticities, reference, strict=False)):
                return EncodingGuess(encoding, "the EXR header's chromaticities say so")
        return EncodingGuess(
            "linear_rec709",
            "the EXR header's chromaticities are of no space known here; Rec.709 primaries are assumed",
        )
    return EncodingGuess("linear_rec709", "an EXR without chromaticities has Rec.709 primaries (OpenEXR's default)")


def _named_space(name: str) -> str | None:
    folded = name.lower().replace(" ", "").replace("-", "_")
    if folded in ENCODINGS:
        return folded
    if "aces2065" in folded or "ap0" in folded:
        return "linear_ap0"
    if "rec709" in folded and ("lin" in folded or "scene" in folded):
        return "linear_rec709"
    return None


def guess_tiff(is_float: bool, bit_depth: int, icc_description: str) -> EncodingGuess:
    """From sample type, bit depth and the name of the embedded ICC profile ('' where there is none)."""
    if is_float:
        return EncodingGuess("linear_rec709", "a floating-point TIFF is taken for linear light")
    icc = _of_icc(icc_description)
    if icc is not None:
        return EncodingGuess(icc, f"the embedded ICC profile is '{icc_description}'")
    told = f" (its ICC profile '{icc_description}' is of no space known here)" if icc_description else ""
    if bit_depth > 8:
        return EncodingGuess(
            "rec709",
            f"a {bit_depth}-bit TIFF does not say{told}; video is assumed (choose cineon_log for a log scan)",
        )
    return EncodingGuess("srgb", f"an 8-bit TIFF does not say{told}; sRGB is assumed")


def _of_icc(description: str) -> str | None:
    folded = description.lower()
    if "srgb" in folded:
        return "srgb"
    if "linear" in folded:
        return "linear_rec709"
    if "709" in folded:
        return "rec709"
    if "2020" in folded:
        return "bt2020"
    return None


def guess_png(cicp: Sequence[int] | None, srgb: bool, gamma: float | None, icc_description: str) -> EncodingGuess:
    """From cICP, iCCP, sRGB and gAMA, in that order of authority (PNG third edition, clause 4.3)."""
    if cicp is not None and len(cicp) >= 2:
        guess = _of_codes(cicp[0], cicp[1])
        if guess is not None:
            return EncodingGuess(guess, f"the PNG's cICP chunk says primaries {cicp[0]}, transfer {cicp[1]}")
    icc = _of_icc(icc_description)
    if icc is not None:
        return EncodingGuess(icc, f"the embedded ICC profile is '{icc_description}'")
    if srgb:
        return EncodingGuess("srgb", "the PNG's sRGB chunk says so")
    if gamma is not None and abs(gamma - 1.0) < 0.02:
        return EncodingGuess("linear_rec709", "the PNG's gAMA chunk says linear")
    return EncodingGuess("srgb", "a PNG that says nothing is sRGB by custom")


# ITU-T H.273 tables 2 (primaries) and 3 (transfer), by number and by the names FFmpeg gives them.
_PRIMARIES = {"bt709": 1, "bt470bg": 5, "smpte170m": 6, "smpte240m": 7, "bt2020": 9}
_TRANSFERS = {
    "bt709": 1,
    "gamma28": 5,
    "bt470bg": 5,
    "smpte170m": 6,
    "linear": 8,
    "iec61966-2-1": 13,
    "bt2020-10": 14,
    "bt2020-12": 15,
    "smpte2084": 16,
    "arib-std-b67": 18,
}
_BT601_PRIMARIES = (5, 6)


def guess_tags(tags: Mapping[str, str], height: int) -> EncodingGuess:
    """From a movie's colour tags.

    Args:
        tags: 'color_primaries' and 'color_transfer' (or 'color_trc'), as FFmpeg names or H.273 numbers.
        height: picture height; untagged video of 576 lines or fewer is standard definition.
    """
    primaries_text = tags.get("color_primaries", "")
    transfer_text = tags.get("color_transfer") or tags.get("color_trc", "")
    primaries = _code(primaries_text, _PRIMARIES)
    transfer = _code(transfer_text, _TRANSFERS)
    guess = _of_codes(primaries, transfer)
    if guess is not None:
        return EncodingGuess(guess, f"the movie's tags say primaries '{primaries_text}', transfer '{transfer_text}'")
    if 0 < height <= 576:
        return EncodingGuess("bt601", f"the movie has no colour tags; video of {height} lines is taken for BT.601")
    return EncodingGuess("rec709", "the movie has no colour tags; BT.709 is assumed")


def _code(text: str, names: Mapping[str, int]) -> int:
    if text.isdigit():
        return int(text)
    return names.get(text, 2)


def _of_codes(primaries: int, transfer: int) -> str | None:
    """The encoding of H.273 code points (2: unspecified), or None where both say nothing."""
    if transfer == 16:
        return "pq_bt2020"
    if transfer == 18:
        return "hlg_bt2020"
    if transfer == 13:
        return "srgb"
    if transfer == 8:
        return "linear_rec709"
    if primaries == 9 or transfer in (14, 15):
        return "bt2020"
    if primaries in _BT601_PRIMARIES:
        return "bt601"
    if primaries == 1 or transfer in (1, 5, 6):
        return "rec709" if transfer != 6 or primaries == 1 else "bt601"
    return None
