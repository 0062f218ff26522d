"""Exports as other programs see them: ffprobe for tags and counts, framemd5 for pixels."""

from __future__ import annotations

import os
import subprocess
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from app.errors import MediaError, NoRoomError, NotSupportedError, UsageError
from app.media.movie.presets import PRESETS, format_for, layout_for, preset_of
from app.media.movie.probe import probe_movie
from app.media.movie.reader import MovieReader
from app.media.movie.writer import MovieWriter
from app.media.picture import NativePicture, PictureFormat
from app.media.reel import OnBadFrame, Reel
from app.media.writing import WriterSpec

RGB16 = PictureFormat(98, 66, ("R", "G", "B"), "rgb", "uint16", 16, "rec709")
YUV10 = PictureFormat(
    288, 160, ("Y", "Cb", "Cr"), "ycbcr", "uint16", 10, "rec709", full_range=False, subsampling=(2, 1)
)


def noise(format: PictureFormat, seed: int) -> NativePicture:
    random = np.random.default_rng(seed)
    shapes = [format.plane_shape(i) for i in range(len(format.channels))]
    planes = tuple(random.integers(0, 2**format.bit_depth, s).astype(format.dtype) for s in shapes)
    return NativePicture(format, planes)


def export(target: Path, spec: WriterSpec, count: int = 6) -> Path:
    writer = MovieWriter(target, spec)
    for index in range(count):
        writer.write(noise(spec.format, index))
    (written,) = writer.finish()
    assert written == target
    assert [p.name for p in target.parent.iterdir() if p.name.endswith(".part")] == []
    return written


def copy(reel: Reel, target: Path, kind: str, frames: tuple[int, int] | None = None, **more: object) -> Path:
    spec = WriterSpec(reel.format, reel.rate, kind, source=reel, frame_range=frames, **more)  # type: ignore[arg-type]
    reader, writer = MovieReader(reel, OnBadFrame.STOP), MovieWriter(target, spec)
    for index in range(*(frames or (0, reel.frame_count))):
        writer.write(reader.read(index))
    reader.close()
    writer.finish()
    return target


def framemd5(path: Path, pixel_format: str) -> list[str]:
    command = [
        "ffmpeg",
        "-v",
        "error",
        "-i",
        str(path),
        "-map",
        "0:v",
        "-pix_fmt",
        pixel_format,
        "-f",
        "framemd5",
        "-",
    ]
    lines = subprocess.run(command, capture_output=True, check=True, text=True).stdout.splitlines()
    return [line.split(",")[-1].strip() for line in lines if not line.startswith("#")]


@pytest.mark.parametrize("pixel_format", ["gbrp16le", "yuv422p10le", "gray16le", "gbrap12le", "yuva444p16le", "bgr0"])
def test_ffv1_keeps_every_code_value(pixel_format: str, make, tmp_path: Path) -> None:
    source = make(
        "in.mkv",
        "-c:v",
        "ffv1",
        "-level",
        "3",
        "-pix_fmt",
        pixel_format,
        source="testsrc2=s=98x66:r=24:d=0.5,noise=alls=40",
    )
    written = copy(probe_movie(source), tmp_path / "out.mkv", "ffv1")
    digests = framemd5(source, pixel_format)
    assert len(digests) == 12 and digests == framemd5(written, pixel_format)


@pytest.mark.parametrize("bits", [10, 12, 14, 16])
def test_ffv1_noise_of_all_values(bits: int, tmp_path: Path) -> None:
    format = replace(RGB16, bit_depth=bits)
    path = export(tmp_path / "n.mkv", WriterSpec(format, Fraction(24), "ffv1"), 3)
    reader = MovieReader(probe_movie(path), OnBadFrame.STOP)
    assert reader.read(2).format == format
    assert all(np.array_equal(a, b) for a, b in zip(reader.read(2).planes, noise(format, 2).planes, strict=True))
    reader.close()


EXPORTS = [(kind, suffix) for kind, preset in PRESETS.items() for suffix in preset.suffixes]


@pytest.mark.parametrize(("kind", "suffix"), EXPORTS)
def test_tags_rate_and_count_by_ffprobe(kind: str, suffix: str, tmp_path: Path, probe) -> None:
    aspect = Fraction(1) if ("dnxhr" in kind and suffix == ".mxf") else Fraction(16, 15)
    format = replace(format_for(kind, YUV10), encoding="rec709", matrix="bt709", pixel_aspect=aspect)
    rate = Fraction(24000, 1001)
    path = export(tmp_path / f"out{suffix}", WriterSpec(format, rate, kind))
    (video,) = (s for s in probe(path)["streams"] if s["codec_type"] == "video")
    assert (video["width"], video["height"]) == (288, 160)
    assert (video["nb_read_frames"], video["r_frame_rate"]) == ("6", "24000/1001")
    assert video["pix_fmt"] == layout_for(preset_of(kind), format).name.replace(
        "444p10", "444p12" if "prores" in kind else "444p10"
    )
    if format.model == "ycbcr":
        tags = ("color_primaries", "color_transfer", "color_space")
        assert [video[tag] for tag in tags] == ["bt709", "bt709", "bt709"]
        assert video.get("color_range") == (None if (kind, suffix) == ("dnxhr-444", ".mxf") else "tv")
    if kind != "ffv1":  # there it stands in the frames only
        assert video["sample_aspect_ratio"] == str(aspect.numerator) + ":" + str(aspect.denominator)
    reel = probe_movie(path)
    assert (reel.frame_count, reel.rate, reel.format.encoding) == (6, rate, "rec709")
    assert [finding.kind for finding in reel.findings] == (["format"] if suffix == ".hevc" else [])  # it has no times
    assert reel.format.pixel_aspect == aspect


@pytest.mark.parametrize(
    ("encoding", "matrix", "expected"),
    [
        ("pq_bt2020", "bt2020", ["bt2020", "smpte2084", "bt2020nc"]),
        ("hlg_bt2020", "bt2020", ["bt2020", "arib-std-b67", "bt2020nc"]),
        ("bt601", "bt601", ["smpte170m", "smpte170m", "smpte170m"]),
        ("srgb", "bt709", ["bt709", "iec61966-2-1", "bt709"]),
    ],
)
@pytest.mark.parametrize("kind", ["prores-hq", "hevc10", "ffv1"])
def test_encodings_come_back(kind: str, encoding: str, matrix, expected: list[str], tmp_path: Path, probe) -> None:
    format = replace(format_for(kind, YUV10), encoding=encoding, matrix=matrix)
    path = export(tmp_path / f"e{PRESETS[kind].suffixes[0]}", WriterSpec(format, Fraction(25), kind), 2)
    video = probe(path)["streams"][0]
    assert [video.get(t) for t in ("color_primaries", "color_transfer", "color_space")] == expected
    reel = probe_movie(path)
    assert (reel.format.encoding, reel.format.matrix) == (encoding, matrix)


@pytest.mark.parametrize("count", [1, 2, 3, 5])
@pytest.mark.parametrize("kind", ["hevc", "hevc10", "h264", "h264-10"])
def test_a_movie_shorter_than_the_encoders_delay(kind: str, count: int, tmp_path: Path, probe) -> None:
    path = export(tmp_path / "short.mp4", WriterSpec(format_for(kind, YUV10), Fraction(25), kind), count)
    packets = probe(path, "-show_packets")["packets"]
    steps = [int(packet["dts"]) for packet in packets]
    frame = steps[1] - steps[0] if count > 1 else 0
    assert steps == [steps[0] + index * frame for index in range(count)], steps
    assert all(int(packet["dts"]) <= int(packet["pts"]) for packet in packets)
    assert sorted(int(packet["pts"]) for packet in packets) == [index * frame for index in range(count)]


def test_film_density_is_remembered_where_no_code_point_exists(tmp_path: Path) -> None:
    format = replace(RGB16, bit_depth=10, encoding="cineon_log")
    reel = probe_movie(export(tmp_path / "log.mkv", WriterSpec(format, Fraction(24), "ffv1"), 1))
    assert reel.format == format
    assert "cineon_log" in reel.encoding_reason


@pytest.mark.parametrize("order", ["tff", "bff"])
@pytest.mark.parametrize("kind", ["prores-hq", "ffv1", "h264-10"])
def test_field_order(kind: str, order, tmp_path: Path, probe) -> None:
    reel = probe_movie(export(tmp_path / "base.mkv", WriterSpec(YUV10, Fraction(25), "ffv1"), 1))
    spec = WriterSpec(YUV10, Fraction(25), kind, source=replace(reel, field_order=order))
    path = export(tmp_path / f"i{PRESETS[kind].suffixes[0]}", spec, 3)
    assert probe(path)["streams"][0]["field_order"] in {"tff": ("tt", "tb"), "bff": ("bb", "bt")}[order]
    written = probe_movie(path)
    assert written.field_order == order
    assert [f.kind for f in written.findings] == ["interlaced"]


def test_kinds_without_fields_refuse_them(tmp_path: Path) -> None:
    reel = probe_movie(export(tmp_path / "base.mkv", WriterSpec(YUV10, Fraction(25), "ffv1"), 1))
    spec = WriterSpec(YUV10, Fraction(25), "hevc10", source=replace(reel, field_order="tff"))
    with pytest.raises(NotSupportedError, match="interlaced, which hevc10 cannot hold"):
        MovieWriter(tmp_path / "no.mp4", spec)


@pytest.mark.parametrize(
    ("kind", "suffix"), [("prores-hq", ".mov"), ("prores-hq", ".mxf"), ("ffv1", ".mkv"), ("h264-10", ".mp4")]
)
@pytest.mark.parametrize(("start", "expected"), [("01:00:00:00", "01:00:01:05"), ("09:59:59;28", "10:00:01;03")])
def test_timecode_moves_with_the_range(kind: str, suffix: str, start: str, expected: str, tmp_path: Path) -> None:
    rate = Fraction(30000, 1001) if ";" in start else Fraction(25)
    reel = probe_movie(export(tmp_path / "base.mkv", WriterSpec(YUV10, rate, "ffv1"), 1))
    source = replace(reel, start_timecode=start, frame_count=40)
    spec = WriterSpec(YUV10, rate, kind, source=source, frame_range=(30 if rate == 25 else 35, 40))
    path = export(tmp_path / f"tc{suffix}", spec, 5)
    assert probe_movie(path).start_timecode == expected


def test_what_does_not_fit_is_refused(tmp_path: Path) -> None:
    target = tmp_path / "x.mov"
    with pytest.raises(MediaError, match=r"prores-hq cannot hold 16-bit RGB.*10-bit Y'CbCr 4:2:2"):
        MovieWriter(target, WriterSpec(RGB16, Fraction(24), "prores-hq"))
    with pytest.raises(MediaError, match="limited-range"):
        MovieWriter(target, WriterSpec(replace(YUV10, full_range=True), Fraction(24), "prores-hq"))
    with pytest.raises(MediaError, match=r"ends in '\.mp4'.*\.mov or \.mxf"):
        MovieWriter(tmp_path / "x.mp4", WriterSpec(YUV10, Fraction(24), "prores-hq"))
    with pytest.raises(UsageError, match="no movie kind 'divx'"):
        MovieWriter(target, WriterSpec(YUV10, Fraction(24), "divx"))
    with pytest.raises(MediaError, match="must be converted"):
        MovieWriter(target, WriterSpec(YUV10, Fraction(24), "prores-hq", bit_depth=8))
    with pytest.raises(MediaError, match=r"folder .* does not exist"):
        MovieWriter(tmp_path / "none" / "x.mov", WriterSpec(YUV10, Fraction(24), "prores-hq"))
    with pytest.raises(MediaError, match="cannot be written as dnxhr-hqx"):
        MovieWriter(target, WriterSpec(YUV10.with_size(64, 48), Fraction(24), "dnxhr-hqx"))
    assert list(tmp_path.iterdir()) == []


def test_a_picture_of_another_format_takes_the_movie_away(tmp_path: Path) -> None:
    writer = MovieWriter(tmp_path / "x.mkv", WriterSpec(YUV10, Fraction(24), "ffv1"))
    writer.write(noise(YUV10, 0))
    with pytest.raises(MediaError, match="another format"):
        writer.write(noise(RGB16, 0))
    writer.abort()
    assert list(tmp_path.iterdir()) == []


def test_existing_targets_are_never_touched(tmp_path: Path) -> None:
    target = tmp_path / "x.mkv"
    target.write_bytes(b"precious")
    with pytest.raises(MediaError, match="exists already"):
        MovieWriter(target, WriterSpec(YUV10, Fraction(24), "ffv1"))
    late = tmp_path / "late.mkv"
    writer = MovieWriter(late, WriterSpec(YUV10, Fraction(24), "ffv1"))
    writer.write(noise(YUV10, 0))
    late.write_bytes(b"came first")
    with pytest.raises(MediaError, match="exists already"):
        writer.finish()
    assert target.read_bytes() == b"precious" and late.read_bytes() == b"came first"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["late.mkv", "x.mkv"]


def test_no_pictures_no_movie(tmp_path: Path) -> None:
    writer = MovieWriter(tmp_path / "x.mkv", WriterSpec(YUV10, Fraction(24), "ffv1"))
    with pytest.raises(MediaError, match="no picture was handed in"):
        writer.finish()
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(ValueError, match="finished"):
        writer.write(noise(YUV10, 0))


def test_a_full_disk_leaves_nothing(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    signal = pytest.importorskip("signal")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    writer = MovieWriter(tmp_path / "x.mkv", WriterSpec(RGB16.with_size(640, 480), Fraction(24), "ffv1"))
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (3_000_000, hard))
        with pytest.raises(NoRoomError, match=r"disk is full.*given up after \d+ frames"):
            for index in range(12):
                writer.write(noise(RGB16.with_size(640, 480), index))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)
    assert list(tmp_path.iterdir()) == []


def test_abort_takes_everything_away(tmp_path: Path) -> None:
    writer = MovieWriter(tmp_path / "x.mov", WriterSpec(YUV10, Fraction(24), "prores-hq"))
    writer.write(noise(YUV10, 0))
    assert len(list(tmp_path.iterdir())) == 1
    writer.abort()
    writer.abort()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs POSIX")
def test_source_tags_are_carried_on(make, tmp_path: Path, probe) -> None:
    tags = ("-color_primaries", "smpte432", "-color_trc", "bt709", "-colorspace", "bt709", "-color_range", "tv")
    source = make("p3.mov", "-c:v", "prores_ks", "-pix_fmt", "yuv422p10le", *tags)
    reel = probe_movie(source)
    written = copy(reel, tmp_path / "copy.mov", "prores-hq", (0, 2))
    assert probe(written)["streams"][0]["color_primaries"] == "smpte432"


@pytest.mark.parametrize(
    ("kind", "format", "bits", "channels", "subsampling"),
    [
        ("prores-hq", RGB16, 10, "Y Cb Cr", (2, 1)),
        ("prores-4444", RGB16, 10, "Y Cb Cr", (1, 1)),
        ("prores-4444", replace(RGB16, channels=("R", "G", "B", "A")), 10, "Y Cb Cr A", (1, 1)),
        ("dnxhr-444", RGB16, 10, "R G B", (1, 1)),
        ("ffv1", RGB16, 16, "R G B", (1, 1)),
        ("ffv1", replace(RGB16, bit_depth=9), 10, "R G B", (1, 1)),
        ("ffv1", replace(RGB16, dtype="float16"), 16, "R G B", (1, 1)),
        ("h264", RGB16, 8, "Y Cb Cr", (2, 2)),
        ("hevc10", YUV10, 10, "Y Cb Cr", (2, 1)),
    ],
)
def test_the_nearest_format(kind: str, format: PictureFormat, bits: int, channels: str, subsampling) -> None:
    found = format_for(kind, format)
    assert (found.bit_depth, " ".join(found.channels), found.subsampling) == (bits, channels, subsampling)
    assert layout_for(preset_of(kind), found).bits == bits
