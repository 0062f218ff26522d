"""The line between decoder and device, and its clock; a real player on a device that sounds nowhere."""

from __future__ import annotations

import time
from collections.abc import Iterator

import numpy as np
import pytest

from app.playback.run import SECOND, Route
from app.playback.sound import PERIODS, Line, SoundPlayer, SoundState
from app.playback.sound_feed import SAMPLE_RATE
from tests.playback.conftest import Make, film_of
from tests.playback.watch import Watch

PERIOD = SAMPLE_RATE * 30 // 1000
BUFFER = PERIODS * 0.03


def ramp(start: int, count: int) -> np.ndarray:
    return np.repeat(np.arange(start, start + count, dtype=np.float32)[:, None], 2, axis=1)


@pytest.fixture
def watch() -> Watch:
    return Watch()


def warm(line: Line) -> None:
    for _ in range(PERIODS):
        assert not line.pull(PERIOD).any()


def test_the_clock_stands_until_the_first_sample_is_heard_and_then_follows_the_device(watch: Watch) -> None:
    line = Line(watch)
    warm(line)
    stretch = line.begin()
    assert not line.pull(PERIOD).any() and line.clock() == 0
    line.push(ramp(1, SAMPLE_RATE), stretch)
    got = [line.pull(PERIOD)]
    for _ in range(20):
        watch.wait(0.03)
        got.append(line.pull(PERIOD))
    assert np.array_equal(np.concatenate(got)[:, 0], np.arange(1, 21 * PERIOD + 1))
    # 20 periods after the first was handed over; what is handed over is heard a buffer later.
    assert line.clock() / SECOND == pytest.approx(0.63 - BUFFER, abs=1e-6)
    watch.wait(0.01)
    assert line.clock() / SECOND == pytest.approx(0.64 - BUFFER, abs=1e-6)


def test_a_device_that_asks_in_bursts_does_not_make_the_clock_jump(watch: Watch) -> None:
    line = Line(watch)
    warm(line)
    stretch = line.begin()
    line.push(ramp(1, SAMPLE_RATE), stretch)
    rng = np.random.default_rng(4)
    line.pull(PERIOD)
    before: tuple[int, int] | None = None
    for _ in range(30):
        late = float(rng.uniform(0, 0.02))
        for pause, pulls in ((late, True), (0.03 - late, False)):
            watch.wait(pause)
            if pulls:
                line.pull(PERIOD)
            clock = line.clock()
            if before is not None and clock > 0.1 * SECOND:
                gained, passed = clock - before[0], watch() - before[1]
                assert gained >= 0 and abs(gained - passed) < 0.004 * SECOND
            before = (clock, watch())
    assert before is not None and before[0] > 0.5 * SECOND


def test_samples_that_come_too_late_are_left_out(watch: Watch) -> None:
    line = Line(watch)
    warm(line)
    stretch = line.begin()
    line.push(ramp(0, 10 * PERIOD), stretch)
    for _ in range(12):
        watch.wait(0.03)
        last = line.pull(PERIOD)
    assert not last.any()
    line.push(ramp(10 * PERIOD, 4 * PERIOD), stretch)
    assert line.pull(PERIOD)[0, 0] == 12 * PERIOD


def test_a_slow_start_does_not_hold_the_picture_and_the_sound_joins_in_step(watch: Watch) -> None:
    line = Line(watch)
    warm(line)
    stretch = line.begin()
    watch.wait(0.5)
    assert line.clock() == 0
    watch.wait(0.3)
    assert line.clock() == pytest.approx(0.3 * SECOND, abs=1)
    line.push(ramp(0, SAMPLE_RATE), stretch)
    first = line.pull(PERIOD)[0, 0]
    assert first / SAMPLE_RATE == pytest.approx(0.3 + BUFFER, abs=1e-4), "what is handed over now is heard then"
    assert line.clock() / SECOND == pytest.approx(0.3, abs=0.035)


def test_a_stretch_that_is_over_takes_no_more_samples_and_is_silent(watch: Watch) -> None:
    line = Line(watch)
    warm(line)
    old = line.begin()
    line.push(ramp(1, SAMPLE_RATE), old)
    new = line.begin()
    assert not line.push(ramp(1, SAMPLE_RATE), old)
    assert line.push(ramp(5, SAMPLE_RATE), new)
    assert line.pull(PERIOD)[0, 0] == 5
    line.muted = True
    assert not line.pull(PERIOD).any()
    line.end()
    assert not line.pull(PERIOD).any()


@pytest.fixture
def player(make: Make) -> Iterator[SoundPlayer]:
    miniaudio = pytest.importorskip("miniaudio")
    reel = make("a.mov", "0.5*sin(2*PI*440*t)", seconds=3)

    def nowhere():
        return miniaudio.PlaybackDevice(
            miniaudio.SampleFormat.FLOAT32, 2, SAMPLE_RATE, 30, None, PERIODS, [miniaudio.Backend.NULL]
        )

    player = SoundPlayer({"r": reel}, nowhere)
    yield player
    player.close()


def test_a_real_device_drives_the_clock(player: SoundPlayer) -> None:
    film = film_of(("r", 0, 72))
    for position in (0, 30):
        clock = player.play(film, Route(72), position)
        assert clock is not None
        deadline = time.monotonic() + 5
        while clock() < SECOND // 4:
            assert time.monotonic() < deadline
            time.sleep(0.005)
        assert player.line._taken > 0
    player.stop()
    assert player.state(film) is SoundState.READY


def test_without_a_device_it_says_so_and_gives_no_clock(make: Make) -> None:
    reel = make("a.mov", "0", seconds=1)
    player = SoundPlayer({"r": reel, "s": make("b.mov", seconds=1)}, lambda: None)
    player._thread.join()
    film = film_of(("r", 0, 24))
    assert player.state(film) is SoundState.NO_DEVICE
    assert player.play(film, Route(24), 0) is None
    assert player.state(film_of(("s", 0, 24))) is SoundState.NO_SOUND
    player.close()
