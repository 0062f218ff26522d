"""Waveforms: true to the sound, kept, and gone on with."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.playback import waveform
from app.playback.waveform import Waveforms, measured, reduced
from tests.playback.conftest import Make, film_of

STEPS = "0.1*(1+floor(t*2))*sin(2*PI*480*t)"
"""Every half second a tenth louder."""


def finished(reels, folder: Path) -> Waveforms:
    forms = Waveforms(reels, folder)
    forms._thread.join()
    return forms


def test_peaks_are_those_of_each_frame(make: Make, tmp_path: Path) -> None:
    reel = make("a.mov", STEPS, seconds=3)
    peaks = finished({"r": reel}, tmp_path / "w").peaks("r")
    expected = np.repeat(np.arange(1, 7) * 0.1, 12) * 32767
    assert peaks.shape == (72, 2)
    assert np.abs(peaks[:, 1] - expected).max() < 40 and np.abs(peaks[:, 0] + expected).max() < 40


def test_what_is_kept_is_not_measured_again_and_what_is_missing_is_gone_on_with(
    make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reel = make("a.mov", STEPS, seconds=3)
    whole = finished({"r": reel}, tmp_path / "w").peaks("r").copy()
    (kept,) = (tmp_path / "w").iterdir()
    kept.write_bytes(kept.read_bytes()[: 30 * 4 + 3])
    begun: list[int] = []
    monkeypatch.setattr(waveform, "measured", lambda reel, first=0: begun.append(first) or measured(reel, first))
    assert np.abs(finished({"r": reel}, tmp_path / "w").peaks("r").astype(int) - whole).max() <= 1
    assert finished({"r": reel}, tmp_path / "w").peaks("r").shape == (72, 2)
    assert begun == [30, 72]


def test_the_film_shows_its_reels_in_order_and_silence_where_there_is_none(make: Make, tmp_path: Path) -> None:
    reel, mute = make("a.mov", STEPS, seconds=3), make("b.mov", seconds=1)
    told: list[str] = []
    forms = Waveforms({"a": reel, "b": mute}, tmp_path / "w", told.append)
    forms._thread.join()
    assert set(told) == {"a"}
    film = film_of(("a", 48, 60), ("b", 0, 12), ("a", 0, 12))
    levels = forms.of_film(film, 0, 36, 3)[:, 1] / 32767
    assert levels == pytest.approx([0.5, 0, 0.1], abs=0.002)
    assert forms.of_film(film, 6, 18, 2)[:, 1].tolist() == [pytest.approx(0.5 * 32767, abs=40), 0]


def test_a_reel_whose_sound_is_gone_has_no_waveform(make: Make, tmp_path: Path) -> None:
    reel = make("a.mov", STEPS)
    reel.path.unlink()
    assert len(finished({"r": reel}, tmp_path / "w").peaks("r")) == 0


@given(st.lists(st.integers(-32768, 32767), min_size=1, max_size=200), st.integers(1, 300))
def test_columns_lose_no_peak(values: list[int], columns: int) -> None:
    peaks = np.stack([np.array(values, np.int16)] * 2, axis=1)
    rows = reduced(peaks, columns)
    assert rows.shape == (columns, 2)
    if columns <= len(values):
        assert rows[:, 0].min() == min(values) and rows[:, 1].max() == max(values)
    else:
        assert set(rows[:, 1].tolist()) == set(values)
