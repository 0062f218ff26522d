"""Metadata into files that exist: copied pictures, sound, times; replaced messages; stream copies by others."""

from __future__ import annotations

import itertools
import subprocess
from pathlib import Path
from typing import Any

import av
import pytest

from app.errors import MediaError, UsageError
from app.hdr.stream.access_unit import stripped
from app.hdr.stream.carrier import Carrier
from app.hdr.stream.embedding import embed, first_static, rewrite
from app.hdr.stream.extraction import payloads as payloads_in
from app.hdr.stream.extraction import static
from app.hdr.stream.isobmff import hdr_boxes
from app.hdr.stream.sei import Kind
from app.hdr.stream.source import HevcFile, open_hevc
from app.hdr.stream.static_hdr import ContentLight, StaticHdr
from app.hdr.stream.verification import Check, Expected, all_hold, verify
from tests.hdr.stream.film import FRAMES, RATE, SUFFIXES, TARGET, ffprobe, have, probed_vivid, traced_averages

PAIRS = list(itertools.product((".mp4", ".mkv", ".ts", ".hevc"), SUFFIXES))


def carrier(source: HevcFile, payloads: list[bytes], **more: Any) -> Carrier:
    return Carrier(Kind.VIVID, payloads, first_static(source), "film.hex", **more)


@pytest.mark.parametrize(("before", "after"), PAIRS)
def test_every_container_into_every_other(before: str, after: str, exports, payloads, tmp_path: Path) -> None:
    source, target = open_hevc(exports(before, False)), tmp_path / f"made{after}"
    ticks: list[None] = []
    copied = embed(source, target, carrier(source, payloads), lambda: ticks.append(None), rate=RATE)
    assert (copied.frames, len(ticks), copied.left_out) == (FRAMES, FRAMES, ())
    checks = verify(open_hevc(target), Kind.VIVID, Expected(payloads, TARGET.static, source))
    assert all_hold(checks), [check for check in checks if not check.holds]
    assert [path.name for path in tmp_path.iterdir()] == [target.name]


@pytest.mark.parametrize(
    ("before", "after"), [(".mp4", ".mkv"), (".mkv", ".mp4"), (".hevc", ".mp4"), (".ts", ".mov")]
)
def test_other_programs_read_the_copies(before: str, after: str, exports, payloads, tmp_path: Path) -> None:
    source, target = open_hevc(exports(before, False)), tmp_path / f"made{after}"
    embed(source, target, carrier(source, payloads), rate=RATE)
    wanted = [dict(said)["average_maxrgb"] for said in probed_vivid(exports(".mp4", True))]
    assert [dict(said)["average_maxrgb"] for said in probed_vivid(target)] == wanted
    (stream,) = ffprobe(target, "-show_streams", "-count_frames")["streams"]
    assert (stream["nb_read_frames"], stream["r_frame_rate"]) == (str(FRAMES), "24/1")


def test_a_raw_stream_comes_back_byte_for_byte(exports, payloads, tmp_path: Path) -> None:
    plain = exports(".hevc", False)
    source = open_hevc(plain)
    embed(source, tmp_path / "v.hevc", carrier(source, payloads))
    assert (tmp_path / "v.hevc").read_bytes() == exports(".hevc", True).read_bytes()
    back = tmp_path / "back.hevc"
    rewrite(open_hevc(tmp_path / "v.hevc"), back, lambda index, nals: stripped(nals, (Kind.VIVID,)))
    assert back.read_bytes() == plain.read_bytes()


def test_metadata_that_is_there_is_replaced(exports, payloads, tmp_path: Path) -> None:
    source = open_hevc(exports(".mp4", True))
    other = payloads[::-1]
    embed(source, tmp_path / "r.mp4", carrier(source, other))
    made = open_hevc(tmp_path / "r.mp4")
    assert payloads_in(made, Kind.VIVID) == other
    assert [name for name, _ in hdr_boxes(made.path)].count("cuvv") == 1


def test_static_values_can_be_put_in(exports, payloads, tmp_path: Path) -> None:
    source = open_hevc(exports(".mkv", False))
    light = StaticHdr(None, ContentLight(777, 55))
    made = tmp_path / "s.mp4"
    embed(source, made, Carrier(Kind.VIVID, payloads, light.over(first_static(source)), "film.hex", added=light))
    wanted = StaticHdr(TARGET.mastering, light.light)
    found = static(open_hevc(made))
    assert found.stream == found.container == wanted


@pytest.mark.parametrize("suffix", [".mp4", ".mkv", ".ts"])
def test_a_stream_copy_keeps_the_messages_and_drops_the_box(suffix: str, exports, payloads, tmp_path: Path) -> None:
    have("ffmpeg")
    copy = tmp_path / f"copy{suffix}"
    command = ["ffmpeg", "-v", "error", "-i", exports(".mp4", True), "-c", "copy", copy]
    subprocess.run(list(map(str, command)), check=True)
    source = open_hevc(copy)
    assert payloads_in(source, Kind.VIVID) == payloads
    checks = {check.name: check.holds for check in verify(source, Kind.VIVID, Expected(payloads))}
    if suffix == ".mp4":
        assert not checks["cuvv"]
    if suffix == ".ts":
        assert not checks["descriptor"]
    assert checks["one-each"] and checks["values"]


@pytest.fixture
def with_sound(exports, tmp_path: Path) -> Path:
    """The film with a sound track that begins later, and a timecode."""
    have("ffmpeg")
    path = tmp_path / "sound.mov"
    tone = ["-itsoffset", "0.25", "-f", "lavfi", "-i", "sine=r=48000:d=0.8"]
    command = ["ffmpeg", "-v", "error", "-i", exports(".mov", False), *tone, "-c:v", "copy", "-c:a", "pcm_s16le"]
    subprocess.run(list(map(str, [*command, "-timecode", "01:02:03:04", path])), check=True)
    return path


def sound(path: Path) -> tuple[float, bytes]:
    with av.open(str(path)) as container:
        track = container.streams.audio[0]
        picture = container.streams.video[0]
        start = float(track.start_time * track.time_base - picture.start_time * picture.time_base)
        return start, b"".join(bytes(p) for p in container.demux(track) if p.size)


@pytest.mark.parametrize("suffix", [".mov", ".mkv"])
def test_sound_and_timecode_come_along(suffix: str, with_sound: Path, payloads, tmp_path: Path) -> None:
    source, target = open_hevc(with_sound), tmp_path / f"with{suffix}"
    assert embed(source, target, carrier(source, payloads)).left_out == ()
    (start, before), (there, after) = sound(with_sound), sound(target)
    assert before == after and len(before) == int(0.8 * 48000) * 2
    assert there == pytest.approx(start, abs=2e-3)
    said = ffprobe(target, "-show_entries", "format_tags:stream_tags")
    tags = [said["format"].get("tags", {}), *(s.get("tags", {}) for s in said["streams"])]
    assert any(value == "01:02:03:04" for tag in tags for key, value in tag.items() if key.lower() == "timecode")


def test_what_does_not_come_along_is_named(with_sound: Path, payloads, tmp_path: Path) -> None:
    source = open_hevc(with_sound)
    copied = embed(source, tmp_path / "raw.hevc", carrier(source, payloads))
    assert any("audio" in stream for stream in copied.left_out)


def test_cancelling_leaves_nothing(exports, payloads, tmp_path: Path) -> None:
    source = open_hevc(exports(".mp4", False))

    class Enough(Exception):
        pass

    ticks = iter(range(5))

    def advance() -> None:
        if next(ticks, None) is None:
            raise Enough

    for suffix in SUFFIXES:
        with pytest.raises(Enough):
            embed(source, tmp_path / f"c{suffix}", carrier(source, payloads), advance)
        ticks = iter(range(5))
    assert list(tmp_path.iterdir()) == []


def test_a_target_that_exists_is_left_alone(exports, payloads, tmp_path: Path) -> None:
    source, target = open_hevc(exports(".mp4", False)), tmp_path / "there.mp4"
    target.write_bytes(b"mine")
    with pytest.raises(MediaError, match="exists already"):
        embed(source, target, carrier(source, payloads))
    assert target.read_bytes() == b"mine"


def test_a_raw_stream_needs_a_rate_and_a_target_an_ending(exports, payloads, tmp_path: Path) -> None:
    source = open_hevc(exports(".hevc", False))
    with pytest.raises(UsageError, match="--rate"):
        embed(source, tmp_path / "n.mp4", carrier(source, payloads))
    with pytest.raises(UsageError, match="HEVC is written to"):
        embed(source, tmp_path / "n.avi", carrier(source, payloads))
    assert list(tmp_path.iterdir()) == []


def test_verification_finds_what_is_wrong(exports, payloads, tmp_path: Path) -> None:
    def failed(path: Path, expected: Expected) -> set[str]:
        checks: list[Check] = verify(open_hevc(path), Kind.VIVID, expected)
        return {check.name for check in checks if not check.holds}

    good = exports(".mp4", True)
    assert failed(good, Expected(payloads)) == set()
    assert failed(good, Expected(payloads[:-1])) == {"count", "values"}
    assert failed(good, Expected([payloads[1], *payloads[1:]])) == {"values"}
    assert failed(good, Expected(static=StaticHdr(None, ContentLight(1, 1)))) == {"hdr10-light"}
    assert failed(exports(".mp4", False), Expected(payloads)) == {"one-each", "values", "cuvv"}
    missing = tmp_path / "missing.mp4"
    source = open_hevc(good)
    rewrite(source, missing, lambda i, nals: stripped(nals, (Kind.VIVID,)) if i == 3 else nals)
    assert failed(missing, Expected(payloads)) == {"one-each", "values", "cuvv"}
    changed = tmp_path / "changed.hevc"
    raw = open_hevc(exports(".hevc", True))
    rewrite(
        raw, changed, lambda i, nals: [n._replace(data=n.data + b"\1") if n.is_slice and i == 2 else n for n in nals]
    )
    assert failed(changed, Expected(payloads, original=open_hevc(exports(".hevc", False)))) == {"original"}


def test_mediainfo_reads_the_copy_too(exports, payloads, tmp_path: Path) -> None:
    source, target = open_hevc(exports(".mkv", False)), tmp_path / "m.hevc"
    embed(source, target, carrier(source, payloads))
    assert traced_averages(target) == traced_averages(exports(".hevc", True))
