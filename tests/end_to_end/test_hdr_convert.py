"""`reelmend hdr convert` and `analyse`: an SDR movie becomes an HDR file that other programs read."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from app.engine.tensors import to_planes
from app.hdr.stream.extraction import payloads
from app.hdr.stream.hdr10plus import parse
from app.hdr.stream.sei import Kind
from app.hdr.stream.source import open_hevc
from app.hdr.stream.target import HdrWriter
from app.jobs import analyse_light
from app.media.opening import open_reader, open_reel, open_writer
from app.media.picture import NativePicture, PictureFormat
from app.media.writing import WriterSpec
from tests.end_to_end.conftest import Reelmend
from tests.hdr.statistics.slow import max_rgb_nits, rgb_nits, slow_light

WIDTH, HEIGHT, BAR = 192, 128, 16
FRAMES, CUT = 18, 10
FAST = ("--preset", "ultrafast")


def frame(number: int) -> np.ndarray:
    """A scene that moves, between black bars; from frame `CUT` on another, darker one."""
    x, y = np.meshgrid(np.linspace(0, 1, WIDTH), np.linspace(0, 1, HEIGHT))
    if number < CUT:
        grey = 0.25 + 0.6 * x * y + 0.1 * np.sin(20 * x + number)
        rgb = np.stack([grey, 0.9 * grey, 0.7 * grey])
        rgb[:, 50:70, 20 + 4 * number : 40 + 4 * number] = 1.0
    else:
        grey = 0.05 + 0.3 * (1 - x) * y + 0.02 * np.sin(40 * y + number)
        rgb = np.stack([0.6 * grey, 0.8 * grey, grey])
        rgb[:, 30:34, 10 + 3 * number : 14 + 3 * number] = 0.9
    rgb[:, :BAR] = rgb[:, HEIGHT - BAR :] = 0
    return rgb.clip(0, 1).astype(np.float32)


@pytest.fixture(scope="module")
def movie(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The SDR movie, 8-bit 4:2:0."""
    import torch

    path = tmp_path_factory.mktemp("sdr") / "film.mkv"
    fmt = PictureFormat(
        WIDTH, HEIGHT, ("Y", "Cb", "Cr"), "ycbcr", "uint8", 8, "rec709", False, "bt709", (2, 2), Fraction(1)
    )
    writer = open_writer(path, WriterSpec(fmt, Fraction(25), "ffv1"))
    for number in range(FRAMES):
        writer.write(NativePicture(fmt, to_planes(torch.from_numpy(frame(number)), fmt).planes))
    writer.finish()
    return path


@pytest.fixture(scope="module")
def converted(movie: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    """The HDR10 movie with HDR Vivid, and its report."""
    from app.main import main

    folder = tmp_path_factory.mktemp("hdr")
    out, report = folder / "film.mp4", folder / "light.json"
    words = ["hdr", "convert", movie, out, "--method", "film", "--vivid", "--crf", "4", "--report", report, *FAST]
    assert main([*map(str, words), "--quiet"]) == 0
    assert sorted(path.name for path in folder.iterdir()) == ["film.mp4", "light.json"], "the work folder is gone"
    return out, json.loads(report.read_text())


def test_every_frame_carries_its_shots_metadata(converted: tuple[Path, dict[str, Any]]) -> None:
    out, report = converted
    starts = [shot["start"] for shot in report["per_shot"]]
    assert starts == [0, CUT] and report["frames"] == FRAMES
    assert report["area"] == f"{WIDTH}x{HEIGHT - 2 * BAR}+0+{BAR}"
    seen = []
    with av.open(str(out)) as container:
        stream = container.streams.video[0].codec_context
        assert (stream.color_primaries, stream.color_trc, stream.colorspace) == (9, 16, 9)
        for shown in container.decode(video=0):
            kinds = [data.type.name for data in shown.side_data]
            assert kinds.count("DYNAMIC_HDR_VIVID") == 1
            vivid = next(data for data in shown.side_data if data.type.name == "DYNAMIC_HDR_VIVID")
            numbers = np.frombuffer(bytes(vivid)[4:36], np.int32)[::2]
            seen.append(numbers.tolist())
            if shown.pts == 0:
                light = next(data for data in shown.side_data if data.type.name == "CONTENT_LIGHT_LEVEL")
                told = np.frombuffer(bytes(light), np.uint32)[:2].tolist()
    assert seen == [report["per_shot"][int(number >= CUT)]["codes"] for number in range(FRAMES)]
    assert told == [report["max_cll"], report["max_fall"]]


def test_mediainfo_says_what_it_is(converted: tuple[Path, dict[str, Any]]) -> None:
    if shutil.which("mediainfo") is None:
        pytest.skip("mediainfo is not installed")
    out, report = converted
    track = json.loads(subprocess.check_output(["mediainfo", "--Output=JSON", out]))["media"]["track"][1]
    assert "HDR Vivid" in json.dumps(track) and track["transfer_characteristics"] == "PQ"
    assert track["MaxCLL"].startswith(str(report["max_cll"])) and track["MaxFALL"].startswith(str(report["max_fall"]))


def test_analysing_the_file_gives_what_was_put_in(
    converted: tuple[Path, dict[str, Any]], tmp_path: Path, reelmend: Reelmend
) -> None:
    """Nearly: the film was measured before it was encoded, and x265 loses a little."""
    out, report = converted
    made = reelmend("hdr", "analyse", out, "--out", tmp_path / "light.csv")
    assert made.code == 0, made.stderr
    assert made.data["area"] == report["area"] and made.data["frames"] == FRAMES
    assert made.data["max_fall"] == pytest.approx(report["max_fall"], abs=2)
    for ours, before in zip(made.data["per_shot"], report["per_shot"], strict=True):
        assert (ours["start"], ours["end"]) == (before["start"], before["end"])
        assert abs(ours["codes"][1] - before["codes"][1]) <= 12
    rows = list(csv.DictReader((tmp_path / "light.csv").read_text().splitlines()))
    assert [int(row["shot"]) for row in rows] == [1] * CUT + [2] * (FRAMES - CUT)
    assert [int(row["average_code"]) for row in rows] == [item["codes"][1] for item in made.data["per_frame"]]


def test_analysis_of_the_file_equals_the_slow_computation(
    converted: tuple[Path, dict[str, Any]], reelmend: Reelmend
) -> None:
    out, _ = converted
    made = reelmend("hdr", "analyse", out)
    reader = open_reader(open_reel(out))
    nits = [max_rgb_nits(reader.read(number))[BAR : HEIGHT - BAR] for number in range(FRAMES)]
    reader.close()
    for number in (0, CUT - 1, CUT, FRAMES - 1):
        slow = slow_light([nits[number]])
        assert np.abs(np.subtract(made.data["per_frame"][number]["codes"], slow.codes)).max() <= 1
    whole = slow_light(nits)
    assert abs(made.data["max_cll"] - whole.max_cll) <= 1 and abs(made.data["max_fall"] - whole.max_fall) <= 1


def test_hlg_is_tagged_and_carries_no_display(movie: Path, tmp_path: Path, reelmend: Reelmend) -> None:
    made = reelmend("hdr", "convert", movie, tmp_path / "out.mkv", "--hlg", *FAST)
    assert made.code == 0, made.stderr
    assert made.data["mastering"] is None and made.data["transfer"] == "hlg" and made.data["vivid_frames"] == 0
    with av.open(str(tmp_path / "out.mkv")) as container:
        shown = next(container.decode(video=0))
        assert container.streams.video[0].codec_context.color_trc == 18
        assert "MASTERING_DISPLAY_METADATA" not in [data.type.name for data in shown.side_data]
    # Direct mapping: SDR white is 203 cd/m2, whatever the signal; half the chroma gives edges a little more.
    assert made.data["max_cll"] == pytest.approx(210, abs=12)


def test_an_interrupted_run_leaves_no_file_and_goes_on(
    movie: Path, tmp_path: Path, reelmend: Reelmend, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out.mp4"
    write = HdrWriter.write

    def stopped(self: HdrWriter, picture: NativePicture) -> None:
        write(self, picture)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(HdrWriter, "write", stopped)
        assert reelmend("hdr", "convert", movie, out, "--vivid", *FAST).code == 130
    assert [path.name for path in tmp_path.iterdir()] == [".out.mp4.reelmend-work"]

    def never(*_: object) -> None:
        raise AssertionError("a finished shot was measured again")

    monkeypatch.setattr(analyse_light, "_measured", never)
    made = reelmend("hdr", "convert", movie, out, "--vivid", *FAST)
    assert made.code == 0, made.stderr
    assert made.data["vivid_frames"] == FRAMES and [path.name for path in tmp_path.iterdir()] == ["out.mp4"]


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("--method", "direct", "--peak", "600"), 2, "has no peak"),
        (("--set", "knee=7"), 2, "between 0.3"),
        (("--set", "knee"), 2, "PARAMETER=VALUE"),
        (
            (
                "--area",
                "500x2+0+0",
            ),
            2,
            "inside the frame",
        ),
        (("--mastering", "tv"), 2, "mastering display"),
        (("--encoding", "pq_bt2020"), 2, "pq_bt2020, not SDR"),
        (("--crf", "99"), 2, "between 0 and 51"),
        (("--target", "0"), 2, "must lie above 0"),
        (("--report", "light.txt"), 2, ".json or .csv"),
    ],
)
def test_what_cannot_be_is_said(
    arguments: tuple[str, ...], code: int, words: str, movie: Path, tmp_path: Path, reelmend: Reelmend
) -> None:
    made = reelmend("hdr", "convert", movie, tmp_path / "out.mp4", *arguments, *FAST)
    assert made.code == code and words in made.stderr
    assert not list(tmp_path.iterdir())


def test_an_ending_that_no_hdr_movie_has_is_refused(movie: Path, tmp_path: Path, reelmend: Reelmend) -> None:
    made = reelmend("hdr", "convert", movie, tmp_path / "out.mxf")
    assert made.code == 2 and ".mp4" in made.stderr and not list(tmp_path.iterdir())


def test_a_file_that_is_there_is_not_written_over(movie: Path, tmp_path: Path, reelmend: Reelmend) -> None:
    (tmp_path / "out.mp4").write_bytes(b"precious")
    made = reelmend("hdr", "convert", movie, tmp_path / "out.mp4")
    assert made.code == 3 and "exists already" in made.stderr
    assert (tmp_path / "out.mp4").read_bytes() == b"precious"


def test_a_project_is_analysed_at_its_grade(movie: Path, tmp_path: Path, reelmend: Reelmend) -> None:
    from app.document.commands import SetStack
    from app.document.model import StackEntry
    from app.session import Session

    with Session.create(tmp_path / "film.reelmend", [movie]) as session:
        (shot,) = session.snapshot.shots
        session.project.dispatch(SetStack((shot.id,), "grade", (StackEntry("sdr_to_hdr", 1, {}),))).wait()
    made = reelmend("hdr", "analyse", tmp_path / "film.reelmend")
    assert made.code == 0, made.stderr
    assert made.data["encoding"] == "pq_bt2020" and made.data["max_cll"] == pytest.approx(210, abs=12)
    source = reelmend("hdr", "analyse", tmp_path / "film.reelmend", "--stage", "source", "--area", "full")
    assert source.data["encoding"] == "rec709" and source.data["max_cll"] == pytest.approx(104, abs=6)
    assert source.data["area"] == f"{WIDTH}x{HEIGHT}+0+0"


def _converted(reelmend: Reelmend, movie: Path, out: Path, *words: str) -> dict[str, Any]:
    made = reelmend("hdr", "convert", movie, out, "--method", "film", *words, "--crf", "4", *FAST)
    assert made.code == 0, made.stderr
    assert made.data["verified"] and all(made.data["checks"].values())
    return made.data


def _probed(out: Path) -> dict[str, Any]:
    """What ffprobe says of the first frame."""
    if shutil.which("ffprobe") is None:
        pytest.skip("ffprobe is not installed")
    words = ["ffprobe", "-v", "error", "-select_streams", "v", "-read_intervals", "%+#1", "-show_frames"]
    (frame, *_) = json.loads(subprocess.check_output([*words, "-of", "json", out]))["frames"]
    return dict(frame)


def test_hdr10plus_is_what_was_measured_and_other_programs_read_it(
    movie: Path, tmp_path: Path, reelmend: Reelmend
) -> None:
    out = tmp_path / "plus.mp4"
    data = _converted(reelmend, movie, out, "--hdr10plus")
    assert (data["hdr10plus_frames"], data["vivid_frames"]) == (FRAMES, 0)
    frames = [parse(payload) for payload in payloads(open_hevc(out), Kind.HDR10PLUS)]
    assert len(frames) == FRAMES and len(set(frames)) == 2, "one set a shot"
    reader = open_reader(open_reel(out))
    nits = [rgb_nits(reader.read(number))[:, BAR : HEIGHT - BAR] for number in range(FRAMES)]
    reader.close()
    for said, shot in ((frames[0], nits[:CUT]), (frames[-1], nits[CUT:])):
        (window,) = said.windows
        light = np.stack(shot)
        brightest = light.max(axis=1)
        # Before the coding, which rings at edges, nothing passes the peak.
        assert 0.7 * light.max() < max(window.max_scl) / 10 <= 602.0
        assert window.average / 10 == pytest.approx(brightest.mean(), rel=0.01, abs=0.06)
        values = dict(window.percentiles)
        for at in (25, 50, 75, 90, 95):
            assert values[at] / 10 == pytest.approx(np.percentile(brightest, at), rel=0.03, abs=0.3)
        assert values[10] == pytest.approx(100 * (brightest < 100).mean(), abs=1)
    kinds = [each.get("side_data_type", "") for each in _probed(out)["side_data_list"]]
    assert sum("SMPTE2094-40" in kind for kind in kinds) == 1
    if shutil.which("mediainfo") is not None:
        track = json.loads(subprocess.check_output(["mediainfo", "--Output=JSON", out]))["media"]["track"][1]
        assert "2094" in track["HDR_Format"] and "HDR10+ Profile A" in track["HDR_Format_Compatibility"]


@pytest.mark.parametrize(("words", "transfer"), [((), "smpte2084"), (("--hlg",), "arib-std-b67")])
def test_plain_hdr10_and_hlg_are_tagged(
    words: tuple[str, ...], transfer: str, movie: Path, tmp_path: Path, reelmend: Reelmend
) -> None:
    out = tmp_path / "plain.mp4"
    data = _converted(reelmend, movie, out, *words)
    assert (data["hdr10plus_frames"], data["vivid_frames"]) == (0, 0)
    frame = _probed(out)
    tags = (frame["color_primaries"], frame["color_transfer"], frame["color_space"], frame["color_range"])
    assert tags == ("bt2020", transfer, "bt2020nc", "tv")
    kinds = {each["side_data_type"] for each in frame.get("side_data_list", [])}
    static = {"Mastering display metadata", "Content light level metadata"}
    assert (static <= kinds) == (not words) and not any("2094" in kind or "Vivid" in kind for kind in kinds)
    if shutil.which("mediainfo") is not None:
        track = json.loads(subprocess.check_output(["mediainfo", "--Output=JSON", out]))["media"]["track"][1]
        assert track["transfer_characteristics"] == ("HLG" if words else "PQ")
        assert track["colour_primaries"] == "BT.2020" and track["matrix_coefficients"] == "BT.2020 non-constant"


@pytest.mark.parametrize("word", ["--vivid", "--hlg"])
def test_hdr10plus_goes_alone_and_with_pq(word: str, movie: Path, tmp_path: Path, reelmend: Reelmend) -> None:
    made = reelmend("hdr", "convert", movie, tmp_path / "no.mp4", "--hdr10plus", word)
    assert made.code == 2 and word in made.stderr and list(tmp_path.iterdir()) == []
