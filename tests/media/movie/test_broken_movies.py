"""Broken movies: a clear sentence or a named bad frame, never a crash."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from app.errors import MediaError, NotSupportedError, ReelmendError, UsageError
from app.media.movie import index_cache
from app.media.movie.probe import probe_movie
from app.media.movie.reader import MovieReader, black_picture
from app.media.reel import OnBadFrame

X264 = ("-c:v", "libx264", "-g", "12", "-bf", "2")
PRORES = ("-c:v", "prores_ks", "-pix_fmt", "yuv422p10le")
FFV1 = ("-c:v", "ffv1", "-level", "3", "-g", "1", "-slicecrc", "1")


def refusal(path: Path) -> str:
    with pytest.raises(ReelmendError) as caught:
        probe_movie(path)
    return f"{type(caught.value).__name__}: {caught.value}"


def cut(path: Path, keep: float) -> Path:
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * keep)])
    return path


def harm(path: Path, start: float, length: int, seed: int = 1) -> Path:
    data = bytearray(path.read_bytes())
    at = int(len(data) * start)
    data[at : at + length] = np.random.default_rng(seed).integers(0, 256, length, np.uint8).tobytes()
    path.write_bytes(data)
    return path


def read_all(path: Path, policy: OnBadFrame = OnBadFrame.HOLD) -> tuple[int, list[int]]:
    """Frame count and the bad ones; every frame is read, forwards and backwards."""
    reel = probe_movie(path)
    reader = MovieReader(reel, policy)
    for index in (*range(reel.frame_count), *range(reel.frame_count - 1, -1, -1)):
        assert reader.read(index).format == reel.format
    bad = [index for index in range(reel.frame_count) if reader.is_bad(index)]
    reader.close()
    return reel.frame_count, bad


def test_files_that_are_no_movies(tmp_path: Path, make) -> None:
    empty, text, noise = tmp_path / "empty.mov", tmp_path / "text.mp4", tmp_path / "noise.mkv"
    empty.touch()
    text.write_text("this is no movie\n" * 40)
    noise.write_bytes(np.random.default_rng(1).integers(0, 256, 50_000, np.uint8).tobytes())
    assert "is empty (0 bytes)" in refusal(empty)
    assert refusal(text).startswith("MediaError") and "no movie" in refusal(text)
    assert refusal(noise).startswith("MediaError")
    assert "does not exist" in refusal(tmp_path / "none.mov")
    assert "is a folder" in refusal(tmp_path)
    sound = make("s.wav", "-map", "0:a", inputs=("-f", "lavfi", "-i", "sine=d=1"))
    assert "no video stream: it holds sound only" in refusal(sound)


def test_sound_with_a_cover_picture_is_no_movie(make, tmp_path: Path) -> None:
    make("cover.png", "-frames:v", "1")
    inputs = ("-f", "lavfi", "-i", "sine=d=1", "-i", str(tmp_path / "cover.png"))
    options = ("-map", "0:a", "-map", "1:v", "-c:v", "copy", "-disposition:v", "attached_pic")
    assert "it holds sound only" in refusal(make("c.m4a", *options, inputs=inputs))


def test_unknown_codec(make) -> None:
    path = make("x.mov", *PRORES)
    path.write_bytes(path.read_bytes().replace(b"apch", b"zzzz"))
    said = refusal(path)
    assert said.startswith("NotSupportedError") and "codec" in said


def test_header_lost_with_the_end(make) -> None:
    said = refusal(cut(make("a.mp4", *X264), 0.5))
    assert said.startswith("MediaError") and "index is missing" in said


@pytest.mark.parametrize("options", [X264, PRORES])
def test_truncated_with_its_index_in_front(options: tuple[str, ...], make) -> None:
    path = cut(make("a.mov", *options, "-movflags", "+faststart"), 0.6)
    reel = probe_movie(path)
    (finding,) = (f for f in reel.findings if f.kind == "truncated" and "promises" in f.text)
    assert "promises 48 frames" in finding.text and f"{reel.frame_count} are there" in finding.text
    count, bad = read_all(path)
    assert 15 < count < 47 and bad == []


@pytest.mark.parametrize("name", ["a.mkv", "a.ts", "a.mxf"])
@pytest.mark.parametrize("keep", [0.3, 0.6, 0.97])
def test_truncated_streams_give_what_decodes(name: str, keep: float, make) -> None:
    options = ("-c:v", "mpeg2video", "-g", "9", "-bf", "2") if name == "a.mxf" else X264
    count, bad = read_all(cut(make(name, *options), keep))
    assert 5 <= count < 48
    assert set(bad) <= {count - 2, count - 3}  # a cut-off picture that is shown before the last whole one


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize(("name", "options"), [("a.mp4", X264), ("a.ts", X264), ("a.mov", PRORES), ("a.mkv", FFV1)])
def test_damage_in_the_middle_never_crashes(name: str, options: tuple[str, ...], seed: int, make) -> None:
    path = harm(make(name, *options), 0.2 + 0.1 * seed, 900, seed)
    count, bad = read_all(path)
    assert 24 <= count <= 48
    assert len(bad) < count // 2


def test_ffv1_tells_damage_by_its_checksums(make, raw_frames) -> None:
    path = make("a.mkv", *FFV1)
    clean = raw_frames(path, probe_movie(path).format.nbytes)
    index_cache.frame_table.cache_clear()
    harm(path, 0.5, 40)
    count, bad = read_all(path)
    assert count == 48 and 1 <= len(bad) <= 2
    reader = MovieReader(probe_movie(path))
    good = [i for i in range(48) if i not in bad]
    assert all(b"".join(p.tobytes() for p in reader.read(i).planes) == clean[i] for i in good)
    held = reader.read(bad[0])
    assert b"".join(p.tobytes() for p in held.planes) == clean[bad[0] - 1]
    reader.close()
    black = MovieReader(probe_movie(path), OnBadFrame.BLACK)
    expected = black_picture(probe_movie(path).format)
    assert all(np.array_equal(a, b) for a, b in zip(black.read(bad[0]).planes, expected.planes, strict=True))
    assert black.is_bad(bad[0]) and not black.is_bad(good[0])
    black.close()
    stop = MovieReader(probe_movie(path), OnBadFrame.STOP)
    with pytest.raises(MediaError, match=rf"frame {bad[0]} of .* does not decode; choose to hold"):
        stop.read(bad[0])
    assert stop.read(good[-1]) is not None
    stop.close()


def test_every_frame_damaged(make) -> None:
    path = make("a.mkv", *FFV1, source="testsrc2=s=96x64:r=24:d=0.25")
    data = bytearray(path.read_bytes())
    for place in range(900, len(data) - 900, 700):
        data[place : place + 60] = bytes(60)
    path.write_bytes(data)
    try:
        read_all(path)
    except MediaError as error:
        assert "decode" in str(error) or "no movie" in str(error)


def test_a_picture_of_another_size_is_bad(make, tmp_path: Path) -> None:
    first = make("a.ts", *X264, source="testsrc2=s=96x64:r=24:d=1")
    second = make("b.ts", *X264, "-output_ts_offset", "1", source="testsrc2=s=128x96:r=24:d=1")
    joined = tmp_path / "joined.ts"
    joined.write_bytes(first.read_bytes() + second.read_bytes())
    reel = probe_movie(joined)
    assert (reel.format.width, reel.frame_count) == (96, 48)
    reader = MovieReader(reel, OnBadFrame.STOP)
    assert reader.read(23).format.width == 96
    with pytest.raises(MediaError, match="is 128x96, the reel is 96x64"):
        reader.read(30)
    assert reader.is_bad(30) and not reader.is_bad(23)
    reader.close()


def test_a_file_that_changed_since_it_was_opened(make) -> None:
    path = make("a.mp4", *X264)
    reel = probe_movie(path)
    with pytest.raises(MediaError, match="frame count has changed"):
        MovieReader(replace(reel, frame_count=47))
    path.unlink()
    reader = MovieReader(reel)
    with pytest.raises(MediaError, match="does not exist"):
        reader.read(0)
    reader.close()


def test_an_unknown_encoding_is_refused(make) -> None:
    path = make("a.mp4", *X264)
    with pytest.raises(UsageError, match="no encoding 'foo'"):
        probe_movie(path, "foo")
    chosen = probe_movie(path, "cineon_log")
    assert chosen.format.encoding == "cineon_log" and chosen.encoding_reason.startswith("chosen by the user")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows allows no colon in names")
@pytest.mark.parametrize("name", ["a:b.mp4", "Ölfilm %03d - 終.mp4", "http:x.mp4", "pipe:1.mp4", " lead.mp4"])
def test_odd_names(name: str, make, tmp_path: Path) -> None:
    odd = make("plain.mp4", *X264).rename(tmp_path / name)
    assert probe_movie(odd).frame_count == 48


def test_the_index_is_kept_and_its_loss_is_harmless(make, own_cache: Path, tmp_path: Path, monkeypatch) -> None:
    path = make("a.mp4", *X264)
    first = probe_movie(path)
    (kept,) = own_cache.iterdir()
    moved = path.rename(tmp_path / "moved.mp4")
    index_cache.frame_table.cache_clear()
    with monkeypatch.context() as patch:
        patch.setattr(index_cache, "build_table", lambda path: pytest.fail("the kept index was not used"))
        assert probe_movie(moved).fingerprint == first.fingerprint
    for harmed in (b"", b"PK\x03\x04 no zip", kept.read_bytes()[:200]):
        kept.write_bytes(harmed)
        index_cache.frame_table.cache_clear()
        assert probe_movie(moved).frame_count == 48
        assert kept.stat().st_size > 200
    monkeypatch.setattr(index_cache, "_folder", lambda: path.parent / "moved.mp4" / "no-folder")
    index_cache.frame_table.cache_clear()
    assert probe_movie(moved).frame_count == 48


def test_old_indexes_are_forgotten(make, own_cache: Path, monkeypatch) -> None:
    monkeypatch.setattr(index_cache, "_KEPT_FILES", 2)
    for number in range(4):
        probe_movie(make(f"{number}.mp4", *X264, source=f"testsrc2=s=64x{48 + 2 * number}:r=24:d=0.5"))
    assert len(list(own_cache.iterdir())) == 2


def test_unsupported_is_not_called_broken() -> None:
    assert NotSupportedError("x").code != MediaError("x").code
