"""What an export would write is told beforehand, and what stands in the way."""

from __future__ import annotations

import wave
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.document.model import ProgrammeItem
from app.engine.request import Stage
from app.jobs.export import ExportSpec
from app.jobs.export_check import ExportCheck, check_export
from app.session import Session
from tests.jobs.making import write_scan


def check(session: Session, target: Path, kind: str | None = None, bits: int | None = None) -> ExportCheck:
    spec = ExportSpec(target, Stage.REPAIR, session.ranges(None), kind, bits)
    return check_export(session.engine, session.snapshot, spec)


def codes(found: ExportCheck) -> set[str]:
    return {issue.code for issue in found.issues}


def test_what_is_told_is_what_is_written(session: Session, tmp_path: Path) -> None:
    told = check(session, tmp_path / "out")
    assert told.possible and told.exact and not told.issues and told.frames == 40
    made = session.export(ExportSpec(tmp_path / "out", Stage.REPAIR, session.ranges(None)))
    written = sum(path.stat().st_size for path in made.files)
    assert told.bytes < written < told.bytes * 1.3, "headers come on top"
    again = check(session, tmp_path / "out")
    assert codes(again) == {"taken"} and not again.possible


@pytest.mark.parametrize(
    ("name", "kind", "bits", "found"),
    [
        ("out.mov", "prores-hq", None, {"other-model", "coarser-chroma", "lossy"}),
        ("out.mkv", "ffv1", None, set()),
        ("out.mkv", "prores-hq", None, {"ending", "other-model", "coarser-chroma", "lossy"}),
        ("out", "dpx", 8, {"fewer-bits"}),
        ("out", "png", 12, {"unfit"}),
        ("nowhere/out.mkv", "ffv1", None, {"no-folder"}),
        ("there", "dpx", None, {"is-file"}),
        ("there.mkv", "ffv1", None, {"exists"}),
    ],
)
def test_losses_and_obstacles(
    session: Session, tmp_path: Path, name: str, kind: str, bits: int | None, found: set[str]
) -> None:
    (tmp_path / "there").touch()
    (tmp_path / "there.mkv").touch()
    assert codes(check(session, tmp_path / name, kind, bits)) == found


def test_an_empty_part_and_a_missing_target_are_told(session: Session, tmp_path: Path) -> None:
    empty = ExportSpec(tmp_path, Stage.REPAIR, ())
    assert codes(check_export(session.engine, session.snapshot, empty)) == {"empty"}
    (reel,) = session.snapshot.reels
    some = ExportSpec(Path(), Stage.REPAIR, (ProgrammeItem(reel, 0, 4),))
    assert codes(check_export(session.engine, session.snapshot, some, chosen=False)) == {"no-target"}


def test_a_full_disk_is_seen_before(session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.jobs.export_check._free", lambda target: 1000)
    assert codes(check(session, tmp_path / "out")) == {"no-room"}
    assert codes(check(session, tmp_path / "out.mkv", "ffv1")) == {"little-room"}


@pytest.fixture
def sounding(tmp_path: Path) -> Iterator[Session]:
    """A scan with a WAV beside its frames."""
    folder = write_scan(tmp_path / "scan")
    with wave.open(str(folder / "scan.wav"), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(48_000)
        sound.writeframes(bytes(2 * 48_000 * 40 // 24))
    with Session.create(tmp_path / "film.reelmend", [folder], device="cpu") as made:
        yield made


def test_sound_goes_beside_the_frames_and_several_ranges_go_without(sounding: Session, tmp_path: Path) -> None:
    (reel,) = sounding.snapshot.reels
    one, two = ProgrammeItem(reel, 0, 10), ProgrammeItem(reel, 20, 30)

    def told(*ranges: ProgrammeItem, sound: bool = True) -> ExportCheck:
        spec = ExportSpec(tmp_path / "out", Stage.REPAIR, ranges, sound=sound)
        return check_export(sounding.engine, sounding.snapshot, spec)

    assert told(one).sound == "wav" and told(one).possible
    assert codes(told(one, two)) == {"joined-sound"} and not told(one, two).possible
    assert codes(told(one, two, sound=False)) == {"no-sound"} and told(one, two, sound=False).possible
    made = sounding.export(ExportSpec(tmp_path / "out", Stage.REPAIR, (one, two), sound=False))
    assert made.frames == 20 and made.sound is None
