"""Movies made on the spot by the ffmpeg program, with a cache folder of each test's own."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from app.media.movie import index_cache
from app.media.movie.probe import probe_movie
from app.media.reel import Reel
from app.playback.film import Film, FilmShot, Span

Make = Callable[..., Reel]


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_cache, "_folder", lambda: tmp_path / "movie-index")
    index_cache.frame_table.cache_clear()


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """`make(name, sound=aevalsrc expression or "", seconds=2, rate=24, video=(options), audio=codec)`: a reel."""
    if shutil.which("ffmpeg") is None:
        pytest.skip("the program ffmpeg is not installed")

    def run(
        name: str,
        sound: str = "",
        seconds: float = 2,
        rate: str = "24",
        video: tuple[str, ...] = ("-c:v", "libx264", "-bf", "2", "-g", "12"),
        audio: tuple[str, ...] = ("-c:a", "pcm_s16le"),
        source: str = "testsrc2=s=96x64",
    ) -> Reel:
        target = tmp_path / name
        command = ["ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", f"{source}:r={rate}:d={seconds}"]
        if sound:
            command += ["-f", "lavfi", "-i", f"aevalsrc={sound}:s=48000:d={seconds}", *audio]
        subprocess.run([*command, *video, "-threads", "1", str(target)], check=True)
        return probe_movie(target)

    return run


def film_of(*pieces: tuple[str, int, int], rate: Fraction = Fraction(24)) -> Film:
    """A film of (reel, start, end) pieces, each a shot."""
    spans, shots, first = [], [], 0
    for number, (reel, start, end) in enumerate(pieces, 1):
        spans.append(Span(reel, start, end, first))
        shots.append(FilmShot(f"shot-{number}", number, reel, start, end, first))
        first += end - start
    return Film(tuple(spans), tuple(shots), rate)
