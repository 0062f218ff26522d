"""Any frame, in any order, is the frame that a plain decode from the beginning gives."""

from __future__ import annotations

import random
from fractions import Fraction
from pathlib import Path

import pytest

from app.media.movie import decoding
from app.media.movie.probe import probe_movie
from app.media.movie.reader import MovieReader
from app.media.reel import OnBadFrame

X264 = ("-c:v", "libx264", "-threads", "1", "-g", "12")
KINDS = {
    "closed groups with B pictures": ("a.mp4", *X264, "-bf", "3"),
    "open groups": ("a.mov", *X264, "-bf", "3", "-x264-params", "open-gop=1:b-pyramid=normal"),
    "transport stream": ("a.ts", *X264, "-bf", "2"),
    "transport stream, open groups": ("b.ts", *X264, "-bf", "2", "-x264-params", "open-gop=1"),
    "gradual refresh, no entry pictures": ("a.mkv", *X264, "-bf", "0", "-x264-params", "intra-refresh=1"),
    "late start": ("b.mp4", *X264, "-bf", "2", "-output_ts_offset", "3.3"),
    "negative start": ("c.mkv", *X264, "-bf", "2", "-output_ts_offset", "-0.2", "-avoid_negative_ts", "disabled"),
    "HEVC open groups": ("d.mp4", "-c:v", "libx265", "-x265-params", "log-level=none:keyint=10:open-gop=1:pools=1"),
    "HEVC 10 bit in Matroska": (
        "e.mkv",
        "-pix_fmt",
        "yuv420p10le",
        "-c:v",
        "libx265",
        "-x265-params",
        "log-level=none:keyint=8",
    ),
    "MPEG-2 programme stream": ("a.mpg", "-c:v", "mpeg2video", "-bf", "2", "-g", "9", "-r", "25"),
    "MPEG-2 in MXF": ("a.mxf", "-c:v", "mpeg2video", "-bf", "2", "-g", "9", "-r", "25"),
    "MPEG-4 in AVI": ("a.avi", "-c:v", "mpeg4", "-bf", "2", "-g", "9"),
    "ProRes": ("p.mov", "-c:v", "prores_ks", "-pix_fmt", "yuv422p10le"),
    "FFV1 with inter context": ("f.mkv", "-c:v", "ffv1", "-level", "3", "-g", "10"),
    "raw H.264": ("r.h264", *X264, "-bf", "2"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_frame_in_random_order(kind: str, make, raw_frames) -> None:
    path = make(*KINDS[kind])
    reel = probe_movie(path)
    expected = raw_frames(path, reel.format.nbytes)
    assert reel.frame_count == len(expected) == (50 if "25" in KINDS[kind] else 48)
    reader = MovieReader(reel, OnBadFrame.STOP)
    order = [*range(len(expected)), *range(len(expected))]
    random.Random(7).shuffle(order)
    for index in order:
        planes = reader.read(index).planes
        assert b"".join(p.tobytes() for p in planes) == expected[index], index
        assert not reader.is_bad(index)
    reader.close()


def test_reading_in_order_never_seeks(make, monkeypatch: pytest.MonkeyPatch) -> None:
    reel = probe_movie(make("a.mp4", *X264, "-bf", "3"))
    reader = MovieReader(reel)
    starts = []
    original = decoding.Decoder.start_at
    monkeypatch.setattr(
        decoding.Decoder,
        "start_at",
        lambda self, key, careful=False: starts.append(key) or original(self, key, careful),
    )
    for index in range(reel.frame_count):
        reader.read(index)
    assert starts == [0]
    reader.close()


def test_edit_list_hides_frames(make, tmp_path: Path, raw_frames) -> None:
    """A cut by stream copy: the pictures before the cut are stored, decoded and not shown."""
    whole = make("whole.mp4", *X264, "-bf", "2")
    cut = make("cut.mp4", "-map", "0:v", "-c", "copy", inputs=("-ss", "0.75", "-i", str(whole)))
    reel = probe_movie(cut)
    expected = raw_frames(cut, reel.format.nbytes)
    assert len(expected) < 48
    assert reel.frame_count == len(expected)
    reader = MovieReader(reel, OnBadFrame.STOP)
    for index in (len(expected) - 1, 0, 5, 3):
        assert b"".join(p.tobytes() for p in reader.read(index).planes) == expected[index]
    reader.close()


def test_outside_the_reel(make) -> None:
    reel = probe_movie(make("a.mp4", *X264))
    reader = MovieReader(reel)
    for index in (-1, 48):
        with pytest.raises(IndexError, match=r"outside 0\.\.47"):
            reader.read(index)
    reader.close()
    reader.close()
    with pytest.raises(ValueError, match="closed"):
        reader.read(0)


@pytest.mark.parametrize("rate", ["24000/1001", "25", "30000/1001", "50", "50/3"])
@pytest.mark.parametrize("name", ["a.mov", "a.mkv", "a.mp4"])
def test_rates_are_exact(rate: str, name: str, make) -> None:
    codec = "prores_ks" if name == "a.mov" else "libx264"
    path = make(name, "-c:v", codec, source=f"testsrc2=s=64x64:r={rate}:d=2")
    reel = probe_movie(path)
    assert reel.rate == Fraction(rate)
    assert not [f for f in reel.findings if f.kind == "variable-rate"]


def test_variable_rate_is_named_and_every_frame_kept(make, raw_frames) -> None:
    drop = "testsrc2=s=64x64:r=24:d=2,select='not(between(n,10,15))+0'"
    reel = probe_movie(make("v.mp4", *X264, "-vsync", "passthrough", source=drop))
    (finding,) = reel.findings
    assert finding.kind == "variable-rate"
    assert "41.67 to 291.67 ms" in finding.text
    assert reel.frame_count == 42
    reader = MovieReader(reel, OnBadFrame.STOP)
    expected = raw_frames(reel.path, reel.format.nbytes)
    for index in (41, 9, 10, 11, 0):
        assert b"".join(p.tobytes() for p in reader.read(index).planes) == expected[index]
    reader.close()


def test_two_thousand_reads_hold_no_memory(make) -> None:
    resource = pytest.importorskip("resource")
    reel = probe_movie(make("a.mp4", *X264, "-bf", "2"))
    reader = MovieReader(reel)
    order = random.Random(3)

    def peak_after(reads: int) -> int:
        for _ in range(reads):
            reader.read(order.randrange(48))
        return int(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)

    before = peak_after(300)
    assert peak_after(1700) - before < 30_000  # kilobytes; one leaked frame a read would be near 40 MB
    reader.close()
