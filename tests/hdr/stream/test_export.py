"""An export of three shots, as ffprobe, PyAV's decoder and MediaInfo read it back."""

from __future__ import annotations

import struct
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import av
import pytest

from app.errors import MediaError, UsageError
from app.hdr.stream.access_unit import first_slice, payloads_of, stripped
from app.hdr.stream.isobmff import CUVV, hdr_boxes
from app.hdr.stream.nal import AUD, PARAMETER_SETS, PREFIX_SEI, join
from app.hdr.stream.sei import Kind
from app.hdr.stream.source import open_hevc
from app.hdr.stream.target import HdrWriter, HevcTarget
from app.hdr.vivid.payload import unpack
from tests.hdr.stream.film import (
    FRAMES,
    RATE,
    SUFFIXES,
    TARGET,
    ffprobe,
    media_info,
    metadata,
    picture,
    probed_vivid,
    traced_averages,
    write,
)

READ = (
    *(f"{name}_maxrgb" for name in ("minimum", "average", "variance", "maximum")),
    "targeted_system_display_maximum_luminance",
    "base_param_m_a",
    "3Spline_TH_enable",
    "color_saturation_gain",
)

RAW_VIVID = struct.Struct("<BB2x" + 8 * "i")
"""AVDynamicHDRVivid up to the statistics of the first window: each a rational."""


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_one_message_a_picture_before_the_first_slice(suffix: str, exports, payloads: list[bytes]) -> None:
    source = open_hevc(exports(suffix, True))
    assert source.count == FRAMES
    assert list(source.order) != sorted(source.order), "there must be B-frames for this to prove anything"
    for index, nals in source.pictures():
        (found,) = payloads_of(nals, Kind.VIVID)
        assert found.payload == payloads[index] and found.in_place
        place = next(i for i, nal in enumerate(nals) if b"\x26\x00\x04" in nal.data and nal.type == PREFIX_SEI)
        assert place == first_slice(nals) - 1
        assert max((i for i, nal in enumerate(nals) if nal.type in (*PARAMETER_SETS, AUD)), default=-1) < place


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_without_the_message_the_stream_is_the_one_without_metadata(suffix: str, exports) -> None:
    made, plain = open_hevc(exports(suffix, True)), open_hevc(exports(suffix, False))
    assert made.order == plain.order
    for (_, with_it), (_, without) in zip(made.pictures(), plain.pictures(), strict=True):
        assert [nal.data for nal in stripped(with_it, (Kind.VIVID,))] == [nal.data for nal in without]


def test_stripping_a_raw_stream_gives_its_bytes(exports) -> None:
    made, plain = open_hevc(exports(".hevc", True)), exports(".hevc", False)
    stripped_bytes = b"".join(join(stripped(nals, (Kind.VIVID,))) for _, nals in made.pictures())
    assert stripped_bytes == plain.read_bytes()


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_ffprobe_reads_every_frame_as_it_was_given(suffix: str, exports) -> None:
    for said, wanted in zip(probed_vivid(exports(suffix, True)), metadata(), strict=True):
        pairs = [(name, value) for name, value in said if name in READ]
        stats, (first, second) = wanted.statistics, wanted.sets
        assert wanted.saturation is not None
        assert pairs == [
            ("minimum_maxrgb", f"{stats.minimum_maxrgb_pq}/4095"),
            ("average_maxrgb", f"{stats.average_maxrgb_pq}/4095"),
            ("variance_maxrgb", f"{stats.variance_maxrgb_pq}/4095"),
            ("maximum_maxrgb", f"{stats.maximum_maxrgb_pq}/4095"),
            ("targeted_system_display_maximum_luminance", f"{first.target_code}/4095"),
            ("base_param_m_a", "563/1023"),
            ("3Spline_TH_enable", "12/4095"),
            ("targeted_system_display_maximum_luminance", f"{second.target_code}/4095"),
            ("base_param_m_a", f"{second.base.base_param_m_a}/1023"),  # type: ignore[union-attr]
            ("color_saturation_gain", f"{wanted.saturation[0]}/128"),
            ("color_saturation_gain", f"{wanted.saturation[1]}/128"),
        ]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_decoder_hands_out_the_same_side_data(suffix: str, exports) -> None:
    found = []
    with av.open(str(exports(suffix, True))) as container:
        for frame in container.decode(video=0):
            (side,) = (s for s in frame.side_data if s.type.name == "DYNAMIC_HDR_VIVID")
            raw = bytes(side)
            if len(raw) != 1372:
                pytest.skip(f"this FFmpeg's structure has {len(raw)} bytes, where 1372 are known")
            found.append(RAW_VIVID.unpack_from(raw)[2::2])
    wanted = [f.statistics for f in metadata()]
    assert found == [
        (s.minimum_maxrgb_pq, s.average_maxrgb_pq, s.variance_maxrgb_pq, s.maximum_maxrgb_pq) for s in wanted
    ]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_mediainfo_sees_vivid_and_hdr10(suffix: str, exports) -> None:
    said = media_info(exports(suffix, True))
    assert "HDR Vivid" in said["HDR_Format"] and said["Format_Profile"] == "Main 10"
    assert (said["colour_primaries"], said["transfer_characteristics"]) == ("BT.2020", "PQ")
    assert said["MasteringDisplay_ColorPrimaries"] == "Display P3"
    assert said["MasteringDisplay_Luminance"] == "min: 0.0050 cd/m2, max: 1000 cd/m2"
    assert (said["MaxCLL"].split()[0], said["MaxFALL"].split()[0]) == ("983", "217")
    plain = media_info(exports(suffix, False))
    assert "Vivid" not in plain["HDR_Format"]


@pytest.mark.parametrize("suffix", [".mp4", ".hevc"])
def test_mediainfo_parses_every_message(suffix: str, exports) -> None:
    path = exports(suffix, True)
    wanted = [frame.statistics.average_maxrgb_pq for frame in metadata()]
    assert traced_averages(path) == [wanted[index] for index in open_hevc(path).order]


@pytest.mark.parametrize("suffix", [".mp4", ".mov"])
def test_mp4_boxes(suffix: str, exports) -> None:
    boxes = hdr_boxes(exports(suffix, True))
    names = [name for name, _ in boxes]
    assert [names.count(name) for name in ("cuvv", "mdcv", "clli")] == [1, 1, 1]
    assert names.index("cuvv") > names.index("hvcC")
    assert TARGET.mastering is not None and TARGET.light is not None
    content = dict(boxes)
    assert (content["cuvv"], len(content["cuvv"]) + 8) == (CUVV, 30)
    assert (content["mdcv"], content["clli"]) == (TARGET.mastering.payload, TARGET.light.payload)
    assert open_hevc(exports(suffix, True)).tag == "hvc1"
    assert "cuvv" not in [name for name, _ in hdr_boxes(exports(suffix, False))]


def test_hvc1_samples_hold_no_parameter_sets(exports) -> None:
    types = {nal.type for _, nals in open_hevc(exports(".mp4", True)).pictures() for nal in nals}
    assert not types & set(PARAMETER_SETS)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_count_rate_and_tags(suffix: str, exports) -> None:
    (stream,) = ffprobe(exports(suffix, True), "-show_streams", "-count_frames")["streams"]
    assert (stream["nb_read_frames"], stream["r_frame_rate"], stream["profile"]) == (str(FRAMES), "24/1", "Main 10")
    tags = [stream[k] for k in ("pix_fmt", "color_range", "color_space", "color_transfer", "color_primaries")]
    assert tags == ["yuv420p10le", "tv", "bt2020nc", "smpte2084", "bt2020"]


def test_hlg_carries_vivid_too(tmp_path: Path, payloads: list[bytes]) -> None:
    path = write(tmp_path / "hlg.mp4", Kind.VIVID, payloads, HevcTarget(transfer="hlg", crf=30, preset="ultrafast"))
    (stream,) = ffprobe(path, "-show_streams")["streams"]
    assert stream["color_transfer"] == "arib-std-b67"
    names = [name for name, _ in hdr_boxes(path)]
    assert "cuvv" in names and "mdcv" not in names
    assert [unpack(f[0].payload) for f in _in_order(path)] == metadata()


def _in_order(path: Path):  # type: ignore[no-untyped-def]
    found = {index: payloads_of(nals, Kind.VIVID) for index, nals in open_hevc(path).pictures()}
    return [found[index] for index in sorted(found)]


@pytest.mark.parametrize("more", [1, -1])
def test_another_number_of_entries_is_refused_and_nothing_stays(more: int, tmp_path, payloads) -> None:
    entries = payloads[:-1] if more < 0 else [*payloads, payloads[0]]
    with pytest.raises(MediaError, match=rf"metadata for {FRAMES + more} frames.*exactly one entry a frame"):
        write(tmp_path / "n.mp4", Kind.VIVID, entries)
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_payload_is_refused_by_its_frame(tmp_path: Path, payloads: list[bytes]) -> None:
    entries = [*payloads[:5], payloads[5][:-3], *payloads[6:]]
    with pytest.raises(MediaError, match=r"frame 5: .*cut short"):
        write(tmp_path / "d.mp4", Kind.VIVID, entries)
    assert list(tmp_path.iterdir()) == []


def test_pictures_of_another_kind_are_refused(tmp_path: Path) -> None:
    full = replace(TARGET.format(96, 64), full_range=True)
    with pytest.raises(MediaError, match="10-bit 4:2:0"):
        HdrWriter(tmp_path / "f.mp4", TARGET, full, RATE)
    with pytest.raises(MediaError, match=r"go into \.mp4"):
        HdrWriter(tmp_path / "f.mxf", TARGET, TARGET.format(96, 64), RATE)


@pytest.mark.parametrize("wrong", [{"crf": 52}, {"preset": "turbo"}, {"transfer": "sdr"}])
def test_settings_that_cannot_be(wrong: dict[str, object]) -> None:
    with pytest.raises(UsageError):
        HevcTarget(**wrong)  # type: ignore[arg-type]


def test_fractional_rates_keep_frames_apart(tmp_path: Path, payloads: list[bytes]) -> None:
    path = tmp_path / "r.mp4"
    spec = replace(TARGET, preset="veryfast")
    writer = HdrWriter(path, spec, spec.format(96, 64), Fraction(30000, 1001), kind=Kind.VIVID, payloads=payloads)
    for index in range(FRAMES):
        writer.write(picture(index))
    writer.finish()
    assert [found[0].payload for found in _in_order(path)] == payloads
