"""Proxies: made only where they are needed, kept, gone on with, and true to the real picture."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Callable
from concurrent.futures import Future
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from app.engine.look import Look, Shown
from app.engine.request import Stage
from app.engine.screen import screen_pixels
from app.engine.worker import Priority, Token
from app.media.colour import View
from app.media.opening import open_reader
from app.media.picture import NativePicture, PictureFormat
from app.media.reel import FrameId, Reel
from app.playback import speed
from app.playback.jpeg_pack import JpegPack
from app.playback.proxied import proxied
from app.playback.proxies import Proxies
from app.playback.proxy_frames import ProxyKind, packed, shown
from tests.playback.conftest import Make

SOURCE, GRADE = Look(Stage.SOURCE), Look(Stage.GRADE)
SLOW, FAST = speed.Speed(0.2, 0.02), speed.Speed(0.001, 0.001)


def psnr(one: np.ndarray, other: np.ndarray) -> float:
    error = np.mean((one.astype(np.float64) - other) ** 2)
    return float(10 * np.log10(255**2 / max(error, 1e-9)))


# --- the pack


def test_a_pack_keeps_what_was_appended_in_any_order(tmp_path: Path) -> None:
    pack = JpegPack(tmp_path / "p", 5)
    for frame in (3, 0, 4):
        pack.append(frame, bytes([frame]) * (10 + frame))
    pack.close()
    again = JpegPack(tmp_path / "p", 5)
    assert (again.done, again.nbytes) == (3, 37)
    assert [again.read(frame) for frame in range(5)] == [b"\0" * 10, None, None, b"\3" * 13, b"\4" * 14]
    again.append(1, b"one")
    assert again.read(1) == b"one"
    again.close()


@pytest.mark.parametrize("cut", ["frames.mjpeg", "index"])
def test_a_pack_cut_off_in_a_write_has_its_whole_frames(tmp_path: Path, cut: str) -> None:
    pack = JpegPack(tmp_path / "p", 5)
    for frame in range(3):
        pack.append(frame, bytes([frame + 1]) * 100)
    pack.close()
    path = tmp_path / "p" / cut
    path.write_bytes(path.read_bytes()[:-7])
    again = JpegPack(tmp_path / "p", 5)
    assert [again.read(frame) is not None for frame in range(5)] == [True, True, False, False, False]
    again.append(2, b"new")
    assert again.read(2) == b"new" and again.read(1) == b"\2" * 100
    again.close()


def test_a_damaged_frame_counts_as_missing(tmp_path: Path) -> None:
    pack = JpegPack(tmp_path / "p", 2)
    pack.append(0, b"a" * 100)
    pack.append(1, b"b" * 100)
    pack.close()
    path = tmp_path / "p" / "frames.mjpeg"
    path.write_bytes(b"x" + path.read_bytes()[1:])
    again = JpegPack(tmp_path / "p", 2)
    assert again.read(0) is None and not again.has[0] and again.read(1) == b"b" * 100
    again.close()


# --- the pictures


def smooth(height: int, width: int) -> np.ndarray:
    y, x = np.mgrid[0:height, 0:width]
    return np.stack([(np.sin(x / 17 + k) + np.cos(y / 23 - k) + 2) / 4 for k in range(3)])


def native(kind: str) -> NativePicture:
    rgb = smooth(90, 161)
    if kind == "log":
        fmt = PictureFormat(161, 90, ("R", "G", "B"), "rgb", "uint16", 10, "cineon_log")
        return NativePicture(fmt, tuple((plane * 700 + 95).astype(np.uint16) for plane in rgb))
    if kind in ("float16", "float32"):
        fmt = PictureFormat(161, 90, ("R", "G", "B"), "rgb", kind, int(kind[5:]), "linear_rec709")
        return NativePicture(fmt, tuple((plane**2.4).astype(kind) for plane in rgb))
    if kind == "grey":
        fmt = PictureFormat(161, 90, ("Y",), "grey", "uint16", 16, "rec709")
        return NativePicture(fmt, ((rgb[0] * 65535).astype(np.uint16),))
    fmt = PictureFormat(
        161, 90, ("Y", "Cb", "Cr"), "ycbcr", "uint8", 8, "rec709", full_range=False, subsampling=(2, 2)
    )
    planes = (rgb[0] * 200 + 20, rgb[1][::2, ::2] * 80 + 90, rgb[2][::2, ::2] * 80 + 90)
    return NativePicture(fmt, tuple(plane.astype(np.uint8) for plane in planes))


@pytest.mark.parametrize("kind", ["log", "float16", "float32", "grey", "video"])
@pytest.mark.parametrize("scale", [1, 2, 4, 8])
def test_a_proxy_looks_like_the_real_picture(kind: str, scale: int) -> None:
    picture = native(kind)
    fmt = picture.format
    made = ProxyKind.of(fmt, fmt.encoding)
    jpeg = packed(picture, made)
    got = shown(jpeg, made, FrameId("r", 3), SOURCE, scale, (fmt.width, fmt.height))
    assert (got.scale, got.width, got.height, got.approximate) == (max(scale, 2), 161, 90, True)
    real = screen_pixels(picture, View.of(fmt.encoding), max(scale, 2))
    assert got.pixels.shape == real.shape and got.pixels.flags.c_contiguous
    assert psnr(got.pixels, real) > (34 if scale < 8 else 25)


def test_the_view_may_be_changed_afterwards() -> None:
    picture = native("log")
    made = ProxyKind.of(picture.format, "cineon_log")
    jpeg = packed(picture, made)
    for view in ("Film", "Video"):
        got = shown(jpeg, made, FrameId("r", 0), Look(Stage.SOURCE, view=view), 2, (161, 90))
        assert psnr(got.pixels, screen_pixels(picture, View.of("cineon_log", view), 2)) > 34


def test_wide_pictures_become_quarters() -> None:
    fmt = native("log").format
    assert ProxyKind.of(fmt.with_size(4096, 3112), "cineon_log").scale == 4
    assert ProxyKind.of(fmt.with_size(2048, 1556), "cineon_log").scale == 2


# --- the manager


def until(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 10
    while not holds():
        assert time.monotonic() < deadline, "it never came to hold"
        time.sleep(0.002)


@pytest.fixture
def proxies(tmp_path: Path):
    made: list[Proxies] = []

    def make(reels: dict[str, Reel], found: speed.Speed = SLOW, **more) -> Proxies:
        encodings = {id: reel.format.encoding for id, reel in reels.items()}
        measured: list[Reel] = []
        more.setdefault("measure", lambda reel, encoding: measured.append(reel) or found)
        made.append(Proxies(reels, encodings, Fraction(24), tmp_path / "cache", **more))
        return made[-1]

    yield make
    for one in made:
        one.close()


def test_a_slow_reel_gets_proxies_that_are_shown_only_while_it_moves(make: Make, proxies, tmp_path: Path) -> None:
    reel = make("a.mov", seconds=3)
    some = proxies({"r": reel})
    until(lambda: some.states()["r"].done == 72)
    frame = FrameId("r", 50)
    assert not some.offers(frame, Priority.PREFETCH)
    some.set_moving(True)
    assert some.offers(frame, Priority.SCRUB) and some.offers(frame, Priority.PREFETCH)
    assert not some.offers(frame, Priority.SHOWN) and not some.offers(FrameId("x", 0), Priority.SCRUB)
    got = some.show(frame, SOURCE, 1).result()
    assert got is not None and (got.frame, got.scale, got.approximate) == (frame, 2, True)
    reader = open_reader(reel)
    real = screen_pixels(reader.read(50), View.of(reel.format.encoding), 2)
    other = screen_pixels(reader.read(20), View.of(reel.format.encoding), 2)
    reader.close()
    assert psnr(got.pixels, real) > 20 and psnr(got.pixels, real) > psnr(got.pixels, other) + 5
    (pack,) = tmp_path.glob("cache/proxies/*/frames.mjpeg")
    asked = ["ffprobe", "-v", "error", "-count_frames", "-show_streams", "-of", "json", str(pack)]
    told = json.loads(subprocess.run(asked, capture_output=True, check=True, text=True).stdout)["streams"][0]
    assert (told["codec_name"], told["nb_read_frames"], told["width"]) == ("mjpeg", "72", 48)


def test_a_reel_that_is_read_in_time_gets_none(make: Make, proxies, tmp_path: Path) -> None:
    some = proxies({"r": make("a.mov")}, FAST)
    until(lambda: some.states()["r"].speed is not None)
    assert not some.states()["r"].needed
    assert not list(tmp_path.glob("cache/proxies/*/frames.mjpeg"))


def test_making_is_gone_on_with_and_measuring_is_not_done_again(make: Make, proxies, tmp_path: Path) -> None:
    reel = make("a.mov", seconds=4)
    first = proxies({"r": reel})
    until(lambda: first.states()["r"].done >= 48)
    first.close()
    kept = first.states()["r"].done
    seen: list[int] = []
    made: list[Proxies] = []

    def never(reel: Reel, encoding: str) -> speed.Speed:
        raise AssertionError("it is known")

    second = proxies({"r": reel}, measure=never, told=lambda: seen.extend(p.states()["r"].done for p in made))
    made.append(second)
    until(lambda: second.states()["r"].done == 96)
    assert kept >= 48 and all(done >= 48 for done in seen)


def test_nothing_is_made_while_the_film_moves_or_proxies_are_off(make: Make, proxies) -> None:
    some = proxies({"r": make("a.mov")}, enabled=False)
    time.sleep(0.05)
    assert some.states()["r"].speed is None
    some.set_moving(True)
    some.set_enabled(True)
    time.sleep(0.05)
    assert some.states()["r"].done == 0
    some.set_moving(False)
    until(lambda: some.states()["r"].done == 48)


def test_those_near_the_playhead_come_first(make: Make, proxies) -> None:
    some = proxies({"r": make("a.mov", seconds=6), "s": make("b.mov", seconds=6)}, enabled=False)
    some.aim(FrameId("s", 90))
    made: list[tuple[int, int]] = []
    some._told = lambda: made.append((some.states()["r"].done, some.states()["s"].done))
    some.set_enabled(True)
    until(lambda: any(state.done for state in some.states().values()))
    first = next(pair for pair in made if any(pair))
    assert first[0] == 0 and first[1] > 0
    assert some._packs["s"].has[90:130].all() and not some._packs["s"].has[:42].all()


def test_the_limit_is_kept_by_throwing_away_other_reels(make: Make, proxies, tmp_path: Path) -> None:
    old = tmp_path / "cache" / "proxies" / "another-reel"
    old.mkdir(parents=True)
    (old / "frames.mjpeg").write_bytes(b"x" * 100_000)
    some = proxies({"r": make("a.mov")}, limit=90_000)
    until(lambda: some.states()["r"].done == 48)
    assert not old.exists()
    some.close()
    full = proxies({"r": make("b.mov", seconds=1)}, limit=0)
    until(lambda: full.states()["r"].problem == "full")


def test_a_reel_that_cannot_be_read_says_why(make: Make, proxies) -> None:
    reel = make("a.mov")
    reel.path.unlink()
    some = proxies({"r": reel})
    until(lambda: bool(some.states()["r"].problem))
    assert str(reel.path) in some.states()["r"].problem


# --- in the way of pictures


class Real:
    def __init__(self) -> None:
        self.asked: list[tuple[int, Look]] = []

    def __call__(self, position: int, look: Look, scale: int, priority: Priority, token: Token) -> Future[Shown]:
        self.asked.append((position, look))
        done: Future[Shown] = Future()
        pixels = np.zeros((4, 4, 4), np.uint8)
        done.set_result(Shown(FrameId("r", position), look, pixels, scale, 4, 4))
        return done


def test_only_frames_nobody_worked_on_are_shown_by_proxy(make: Make, proxies) -> None:
    some = proxies({"r": make("a.mov")})
    until(lambda: some.states()["r"].done == 48)
    real = Real()
    render = proxied(real, some, lambda position: FrameId("r", position), lambda frame, look: look == SOURCE)
    standing = render(5, SOURCE, 1, Priority.PREFETCH, Token()).result(5)
    some.set_moving(True)
    moving = render(6, SOURCE, 1, Priority.PREFETCH, Token()).result(5)
    worked_on = render(7, GRADE, 1, Priority.SCRUB, Token()).result(5)
    still = render(8, SOURCE, 1, Priority.SHOWN, Token()).result(5)
    assert [p.approximate for p in (standing, moving, worked_on, still)] == [False, True, False, False]
    assert real.asked == [(5, SOURCE), (7, GRADE), (8, SOURCE)]


# --- the measurement


def test_the_speed_is_that_of_frames_in_order_without_the_first() -> None:
    now = [0.0]

    class Reader:
        def read(self, index: int) -> NativePicture:
            now[0] += 0.5 if not self.seen else self.cost
            self.seen.append(index)
            return native("video")

        def __init__(self, cost: float) -> None:
            self.seen: list[int] = []
            self.cost = cost

    reader = Reader(0.05)
    fmt = native("video").format
    reel = Reel(Path("x.mov"), "movie", 100, Fraction(24), fmt, "mov", "h264", "print", "why")
    found = speed.measured(reel, "rec709", reader, lambda: now[0])  # type: ignore[arg-type]
    assert reader.seen == list(range(44, 56))
    assert found.reading == pytest.approx(0.05) and found.showing == 0
    assert found.rate == pytest.approx(20) and not found.keeps_up(18) and found.keeps_up(16)
    slow = Reader(1.0)
    found = speed.measured(reel, "rec709", slow, lambda: now[0])  # type: ignore[arg-type]
    assert found.reading == pytest.approx(1.0) and len(slow.seen) == 4, "nobody waits for twelve such frames"
