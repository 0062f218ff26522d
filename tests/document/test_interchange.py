"""Cut lists out and in, read back by OpenTimelineIO."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import opentimelineio as otio
import pytest

from app.document import Project
from app.document.commands import AddReel, SetCuts, SetProgramme
from app.document.interchange import read_cuts, write_cuts
from app.document.interchange.cutlist import reel_names
from app.document.model import Programme, ProgrammeItem, ReelRef, Transition
from app.errors import NotSupportedError, UsageError
from tests.document.making import make_reel

NTSC = Fraction(30000, 1001)


def with_reel(
    project: Project, start: str, rate: Fraction = Fraction(24), path: str = "scan/shot.%06d.dpx"
) -> ReelRef:
    reel = make_reel(path, 300, rate=rate, format={"start_timecode": start, "first_number": 1001})
    project.dispatch(AddReel(reel))
    project.dispatch(SetCuts(reel.id, (100, 180), (Transition(reel.id, 90, 110), Transition(reel.id, 0, 12, "fade"))))
    return reel


def state(project: Project) -> list[tuple[int, int]]:
    return [(shot.start, shot.end) for shot in project.snapshot.shots]


@pytest.mark.parametrize("suffix", [".otio", ".edl"])
@pytest.mark.parametrize(
    ("start", "rate"),
    [
        ("", Fraction(24)), ("01:00:00:00", Fraction(24)), ("10:59:58:20", Fraction(25)),
        ("01:00:00:00", Fraction(24000, 1001)), ("00:59:59;20", NTSC), ("00:59:59:20", NTSC),
        ("09:59:59;50", Fraction(60000, 1001)),
    ],
)  # fmt: skip
def test_what_is_written_is_read_back(
    project: Project, tmp_path: Path, suffix: str, start: str, rate: Fraction
) -> None:
    reel = with_reel(project, start, rate)
    before, transitions = state(project), project.snapshot.transitions
    path = tmp_path / f"cuts{suffix}"
    write_cuts(path, project.snapshot)
    project.dispatch(SetCuts(reel.id, (7,)))
    for command in read_cuts(path, project.snapshot):
        project.dispatch(command)
    assert state(project) == before and project.snapshot.transitions == transitions
    assert [item.name for item in tmp_path.iterdir() if item.name.startswith(".")] == []


def test_a_timeline_means_to_others_what_it_means_to_us(project: Project, tmp_path: Path) -> None:
    with_reel(project, "01:00:00:00")
    other = with_reel(project, "", path="tape.mov")
    project.dispatch(
        SetProgramme(Programme((ProgrammeItem(other.id, 50, 120), *project.snapshot.programme.items[:1])))
    )
    write_cuts(tmp_path / "cuts.otio", project.snapshot)
    line = otio.adapters.read_from_file(str(tmp_path / "cuts.otio"))
    clips = list(line.find_clips())
    assert [c.source_range.duration.value for c in clips] == [50, 20, 100, 80, 120]
    assert clips[0].media_reference.target_url == "tape.mov"
    assert clips[0].source_range.start_time.value == 50
    assert clips[2].source_range.start_time.to_timecode() == "01:00:00:00"
    assert line.duration().value == 370
    sequence = clips[2].media_reference
    assert sequence.target_url_for_image_number(2) == "scan/shot.001003.dpx"
    assert sequence.available_range.duration.value == 300
    assert [m.name for m in clips[2].markers] == ["fade", "dissolve"]


EDL = """TITLE: cuts
FCM: NON-DROP FRAME

001  SHOT     V     C        01:00:00:00 01:00:04:04 01:00:00:00 01:00:04:04
* FROM CLIP NAME: scan/shot.%06d.dpx
* REELMEND TRANSITION: fade 0 12
* REELMEND TRANSITION: dissolve 90 110
002  SHOT     V     C        01:00:04:04 01:00:07:12 01:00:04:04 01:00:07:12
* FROM CLIP NAME: scan/shot.%06d.dpx
003  SHOT     V     C        01:00:07:12 01:00:12:12 01:00:07:12 01:00:12:12
* FROM CLIP NAME: scan/shot.%06d.dpx
"""


def test_the_edl_is_this_to_the_letter(project: Project, tmp_path: Path) -> None:
    with_reel(project, "01:00:00:00")
    write_cuts(tmp_path / "cuts.edl", project.snapshot)
    assert (tmp_path / "cuts.edl").read_text() == EDL


@pytest.mark.parametrize(("start", "rate"), [("01:00:00:00", Fraction(24)), ("00:59:59;20", NTSC)])
def test_the_edl_is_read_by_opentimelineio(project: Project, tmp_path: Path, start: str, rate: Fraction) -> None:
    pytest.importorskip("otio_cmx3600_adapter", reason="OpenTimelineIO's EDL adapter is not installed")
    with_reel(project, start, rate)
    write_cuts(tmp_path / "cuts.edl", project.snapshot)
    line = otio.adapters.read_from_file(str(tmp_path / "cuts.edl"), rate=float(rate))
    clips = list(line.find_clips())
    first = otio.opentime.from_timecode(start, float(rate)).value
    assert [round(c.source_range.start_time.value - first) for c in clips] == [0, 100, 180]
    assert [round(c.source_range.duration.value) for c in clips] == [100, 80, 120]


def test_a_list_by_another_program_is_read(project: Project, tmp_path: Path) -> None:
    """A drop-frame list of the finished film with a dissolve, sound and black, as editing programs write it."""
    reel = make_reel("tape.mov", 2000, rate=NTSC, format={})
    project.dispatch(AddReel(reel))
    (tmp_path / "film.edl").write_text(
        "TITLE: FILM\r\nFCM: DROP FRAME\r\n\r\n"
        "001  BL       V     C        00:00:00:00 00:00:00:10 00:59:59:20 01:00:00:00\r\n"
        "001  AX       V     C        00:00:10;00 00:00:20;00 01:00:00;00 01:00:10;00\r\n"
        "* FROM CLIP NAME: A.MOV\r\n"
        "002  AX       A     C        00:00:10;00 00:00:20;00 01:00:00;00 01:00:10;00\r\n"
        "003  AX       V     C        00:00:20;00 00:00:20;00 01:00:10;00 01:00:10;00\r\n"
        "003  AX       V     D    020 00:00:01;00 00:00:52;00 01:00:10;00 01:01:01;02\r\n"
        "* FROM CLIP NAME: A.MOV\r\n* TO CLIP NAME: B.MOV\r\n"
    )
    (command,) = read_cuts(tmp_path / "film.edl", project.snapshot)
    assert command.cuts == (310, 1830)  # 300 + 20 / 2; the minute that drops two numbers has been passed
    assert command.transitions == (Transition(reel.id, 300, 320),)


def test_a_timeline_by_another_program_is_read(project: Project, tmp_path: Path) -> None:
    project.dispatch(AddReel(reel := make_reel("tape.mov", 200, format={"start_timecode": "02:00:00:00"})))
    track = otio.schema.Track(kind=otio.schema.TrackKind.Video)

    def clip(start: int, length: int, url: str = "file:///elsewhere/tape.mov") -> otio.schema.Clip:
        time = otio.opentime.RationalTime
        return otio.schema.Clip(
            media_reference=otio.schema.ExternalReference(target_url=url),
            source_range=otio.opentime.TimeRange(time(172800 + start, 24), time(length, 24)),
        )

    time = otio.opentime.RationalTime
    track.extend(
        [
            clip(0, 50),
            otio.schema.Transition(in_offset=time(4, 24), out_offset=time(6, 24)),
            clip(50, 30),
            clip(120, 20),
        ]
    )
    line = otio.schema.Timeline("film")
    line.tracks.append(track)
    otio.adapters.write_to_file(line, str(tmp_path / "film.otio"))
    (command,) = read_cuts(tmp_path / "film.otio", project.snapshot)
    assert command.cuts == (50, 80, 120, 140)
    assert command.transitions == (Transition(reel.id, 46, 56),)


def test_reels_get_names_that_edls_can_carry(project: Project) -> None:
    for path in ("a/very long name.mov", "b/very-long-name.mov", "reel1.mov", "bl.mov", "----.mov"):
        project.dispatch(AddReel(make_reel(path)))
    names = list(reel_names(project.snapshot).values())
    assert names == ["VERYLONG", "VERYLON2", "REEL1", "BL2", "REEL"]


def test_a_silent_film_has_no_timecode(project: Project, tmp_path: Path) -> None:
    with_reel(project, "", Fraction(18))
    with pytest.raises(NotSupportedError, match=r"18 frames a second: write an \.otio"):
        write_cuts(tmp_path / "cuts.edl", project.snapshot)
    write_cuts(tmp_path / "cuts.otio", project.snapshot)
    assert read_cuts(tmp_path / "cuts.otio", project.snapshot)[0].cuts == (100, 180)
    assert sorted(item.name for item in tmp_path.glob("cuts*")) == ["cuts.otio"]


EVENT = "001  SHOT     V     C        "
BAD = {
    "a.txt": ("", "no cut list that is known; there are: .otio, .edl"),
    "a.otio": ("{", "no timeline that OpenTimelineIO can read"),
    "b.otio": ('{"OTIO_SCHEMA": "Track.1", "kind": "Video", "children": []}', "holds a Track, not a timeline"),
    "empty.edl": ("TITLE: X\n", "none of the project's reels: scan/shot"),
    "far.edl": (EVENT + "01:00:00:00 02:00:00:00 01:00:00:00 02:00:00:00", "which has 300: is it the same reel"),
    "odd.edl": (EVENT + "01:00:00:00 01:00:00:24 01:00:00:00 01:00:01:00", "line 1: '01:00:00:24' is no timecode"),
    "long.edl": (EVENT + "01:00:00:00 01:00:01:00 01:00:00:00 01:00:02:00", "line 1: the piece is 24 frames long"),
    "cut.edl": ("TITLE: X\n" + EVENT + "01:00:00:00 01:0", "line 2: .* is no event that can be understood"),
    "speed.edl": (
        EVENT.replace("C", "C") + "01:00:00:00 01:00:01:00 01:00:00:00 01:00:01:00\nM2   SHOT  12.0",
        "speed",
    ),
    "wipe.edl": ("001  SHOT     V     W001 024 01:00:00:00 01:00:01:00 01:00:00:00 01:00:01:00", "wipes and keys"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_lists_are_refused_with_a_sentence(project: Project, tmp_path: Path, name: str) -> None:
    with_reel(project, "01:00:00:00")
    text, sentence = BAD[name]
    (tmp_path / name).write_text(text)
    with pytest.raises(UsageError, match=sentence):
        read_cuts(tmp_path / name, project.snapshot)


def test_what_cannot_be_written_is_refused(project: Project, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no shots"):
        write_cuts(tmp_path / "a.edl", project.snapshot)
    with pytest.raises(UsageError, match="there is no file"):
        read_cuts(tmp_path / "a.edl", project.snapshot)
    with_reel(project, "", Fraction(24))
    with_reel(project, "", Fraction(25), "b.mov")
    with pytest.raises(UsageError, match="several"):
        write_cuts(tmp_path / "a.edl", project.snapshot)
