"""The programme's sound, sample by sample: clicks stay on their frames through cuts, loops and other speeds."""

from __future__ import annotations

from fractions import Fraction
from itertools import islice

import numpy as np
import pytest

from app.playback.film import Film
from app.playback.run import Route
from app.playback.sound_feed import SAMPLE_RATE, Block, has_sound, programme_sound
from tests.playback.conftest import Make, film_of

CLICKS = "0.9*lt(mod(n\\,24000)\\,24)"
"""Half a millisecond of 0.9 at every half second: frames 0, 12, 24..."""


def sound_of(film: Film, reels, position: int = 0, route: Route | None = None, blocks: int | None = None) -> Block:
    return np.concatenate(list(islice(programme_sound(film, reels, route or Route(film.length), position), blocks)))


def clicks(samples: Block, level: float = 0.3) -> list[float]:
    """When clicks begin, in seconds."""
    loud = np.flatnonzero(np.abs(samples[:, 0]) > level)
    starts = loud[np.insert(np.diff(loud) > 1000, 0, True)] if len(loud) else loud
    return [start / SAMPLE_RATE for start in starts]


@pytest.mark.parametrize(
    ("name", "audio"),
    [
        ("a.mov", ("-c:a", "pcm_s16le")),
        ("a.mkv", ("-c:a", "flac", "-ar", "44100")),
        ("a.mp4", ("-c:a", "aac", "-b:a", "256k")),
    ],
)
def test_a_click_is_heard_with_its_frame_wherever_playing_begins(make: Make, name: str, audio) -> None:
    reel = make(name, CLICKS, seconds=3, audio=audio)
    film = film_of(("r", 0, 72))
    for position in (0, 7, 30):
        samples = sound_of(film, {"r": reel}, position)
        assert len(samples) == (72 - position) * 2000
        expected = [t / 2 - position / 24 for t in range(6) if t / 2 >= position / 24]
        assert clicks(samples) == pytest.approx(expected, abs=0.003)


def test_pcm_is_exact_to_the_sample(make: Make) -> None:
    reel = make("a.mov", "0.5*sin(2*PI*1000*t)", seconds=2)
    samples = sound_of(film_of(("r", 10, 40)), {"r": reel})
    time = np.arange(len(samples)) / SAMPLE_RATE + 10 / 24
    assert np.abs(samples[:, 1] - 0.5 * np.sin(2 * np.pi * 1000 * time)).max() < 2e-4


def test_sound_follows_the_programme_through_reels_with_and_without_sound(make: Make) -> None:
    with_clicks, mute = make("a.mov", CLICKS, seconds=2), make("b.mov", seconds=1)
    film = film_of(("a", 24, 36), ("b", 0, 24), ("a", 0, 13), ("gone", 0, 6))
    reels = {"a": with_clicks, "b": mute}
    assert clicks(sound_of(film, reels)) == pytest.approx([0.0, 1.5, 2.0], abs=0.001)
    assert has_sound(film, reels) and not has_sound(film_of(("b", 0, 9)), reels)


def test_a_loop_never_drifts(make: Make) -> None:
    """Eleven frames at 18 a second are 29,333 samples and a third: the thirds must not be lost."""
    reel = make("a.mov", CLICKS, seconds=2)
    film = film_of(("r", 0, 47), rate=Fraction(18))
    rounds = 30
    samples = sound_of(film, {"r": reel}, 0, Route(47, 0, 11, loop=True), blocks=rounds * 7)
    assert len(samples) == int(rounds * 11 * SAMPLE_RATE / Fraction(18))
    exact = [n * 11 / 18 for n in range(rounds)]
    assert clicks(samples, 0.2) == pytest.approx(exact, abs=0.0005)


def test_another_projection_speed_takes_the_sound_along(make: Make) -> None:
    reel = make("a.mov", CLICKS, seconds=3)
    film = film_of(("r", 0, 72), rate=Fraction(18))
    assert clicks(sound_of(film, {"r": reel}), 0.2) == pytest.approx([n * 12 / 18 for n in range(6)], abs=0.003)


def test_two_mono_tracks_are_left_and_right(make: Make, tmp_path) -> None:
    two = ("-filter_complex", "[1:a]asplit[a][b];[b]volume=0[c]", "-map", "0:v", "-map", "[a]", "-map", "[c]")
    reel = make("a.mov", CLICKS, audio=(*two, "-c:a", "pcm_s16le"))
    assert [track.channels for track in reel.sound] == [1, 1]
    samples = sound_of(film_of(("r", 0, 24)), {"r": reel})
    assert samples[:, 0].max() > 0.8 and samples[:, 1].max() == 0


def test_sound_that_cannot_be_read_is_silence(make: Make) -> None:
    reel = make("a.mov", CLICKS)
    reel.path.unlink()
    samples = sound_of(film_of(("r", 0, 24)), {"r": reel})
    assert len(samples) == 48000 and not samples.any()
