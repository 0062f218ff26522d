"""A film's light: every frame's, every shot's, and what the static metadata say of it; as JSON and CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from app.hdr.statistics.light import PERCENTILES, Counts, Light, Rule, coarse, light_of, max_cll, max_fall
from app.hdr.statistics.picture_area import Area
from app.hdr.vivid.fields import Statistics

FIELDS = ("minimum", "average", "spread", "maximum")


@dataclass(frozen=True, slots=True)
class ShotLight:
    """The light of a shot: all its frames' pixels counted together. `start` to `end` (exclusive) are film frames."""

    start: int
    end: int
    frames: tuple[Light, ...]
    counts: Counts
    light: Light


@dataclass(frozen=True, slots=True)
class FilmLight:
    """What was measured, and how."""

    encoding: str
    area: Area
    rule: Rule
    shots: tuple[ShotLight, ...]

    @property
    def frames(self) -> tuple[Light, ...]:
        """Every frame's light, in order."""
        return tuple(frame for shot in self.shots for frame in shot.frames)

    @property
    def max_cll(self) -> int:
        """Maximum content light level, cd/m2."""
        return max_cll(self.frames)

    @property
    def max_fall(self) -> int:
        """Maximum frame-average light level, cd/m2."""
        return max_fall(self.frames)

    def codes(self, *, by_shot: bool) -> tuple[Statistics, ...]:
        """Each frame's 12-bit codes: its own, or its shot's."""
        if by_shot:
            return tuple(shot.light.codes for shot in self.shots for _ in shot.frames)
        return tuple(frame.codes for frame in self.frames)

    def spans(self) -> tuple[tuple[int, int], ...]:
        """First and one-past-last frame of each shot."""
        return tuple((shot.start, shot.end) for shot in self.shots)


def shot_light(start: int, frames: Sequence[Light], counts: Counts, rule: Rule) -> ShotLight:
    """A shot from its frames' light and their histograms' sum."""
    return ShotLight(start, start + len(frames), tuple(frames), counts, light_of(counts, rule, brightest_of(frames)))


def brightest_of(frames: Sequence[Light]) -> tuple[float, ...]:
    """The brightest of each channel in all frames; () where a frame's were not measured."""
    if not all(frame.channels for frame in frames):
        return ()
    return tuple(max(values) for values in zip(*(frame.channels for frame in frames), strict=True))


def as_data(film: FilmLight, *, histograms: bool = True) -> dict[str, Any]:
    """The whole of it as plain values."""
    return {
        "encoding": film.encoding,
        "area": film.area.text,
        "frame": [film.area.width, film.area.height],
        "area_seen_on_frames": film.area.seen,
        "average": film.rule.average,
        "spread": film.rule.spread,
        "frames": len(film.frames),
        "max_cll": film.max_cll,
        "max_fall": film.max_fall,
        "per_shot": [
            {
                "shot": number,
                "start": shot.start,
                "end": shot.end,
                **_values(shot.light),
                **({"histogram": coarse(shot.counts)} if histograms else {}),
            }
            for number, shot in enumerate(film.shots, start=1)
        ],
        "per_frame": [{"frame": number, **_values(frame)} for number, frame in enumerate(film.frames)],
    }


def _values(light: Light) -> dict[str, Any]:
    codes = light.codes
    return {
        **{name: round(getattr(light, name), 6) for name in FIELDS},
        "codes": [getattr(codes, name) for name in Statistics.bits()],
        "maximum_nits": round(light.maximum_nits, 3),
        "average_nits": round(light.average_nits, 3),
        "percentiles": {str(at): round(v, 5) for at, v in zip(PERCENTILES, light.percentiles, strict=True)},
    }


def as_csv(film: FilmLight) -> str:
    """One line a frame, with the shot it lies in: PQ signals, 12-bit codes, cd/m2."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    codes = [f"{name}_code" for name in FIELDS]
    writer.writerow(["frame", "shot", *FIELDS, *codes, "maximum_nits", "average_nits"])
    for number, shot in enumerate(film.shots, start=1):
        for place, frame in enumerate(shot.frames, start=shot.start):
            values = _values(frame)
            signals = [values[name] for name in FIELDS]
            light = (values["maximum_nits"], values["average_nits"])
            writer.writerow([place, number, *signals, *values["codes"], *light])
    return out.getvalue()
