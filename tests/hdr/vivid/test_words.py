"""`reelmend hdr curve` and `reelmend hdr edit`, as they are called."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from app.errors import ExitCode
from app.hdr.vivid.files import read_metadata, write_metadata
from app.hdr.vivid.payload import unpack
from app.main import main
from tests.hdr.vivid.making import SAMPLE, SAMPLE_LINE, one_set, shared

Said = tuple[int, dict, str]
ONE = unpack(SAMPLE)


@pytest.fixture
def hdr(capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    def run(*arguments: object) -> Said:
        capsys.readouterr()
        code = main(["hdr", *map(str, arguments), "--json"])
        out, err = capsys.readouterr()
        return code, json.loads(out) if out.strip() else {}, err

    return run


def test_curve_gives_the_vectors(hdr):
    for vector in json.loads(shared("vivid_curves.json").read_text())["vectors"][::4]:
        sdr = ["--sdr"] if vector["mode"] == "SDR" else []
        at = ",".join(map(str, vector["x_pq"]))
        code, said, _ = hdr(
            "curve", "--payload", vector["payload"], "--display", vector["display_nits"],
            "--mastering", vector["mastering_nits"], *sdr, "--at", at,
        )  # fmt: skip
        assert code == 0
        assert said["y"] == pytest.approx(vector["y_pq"], abs=1e-9)
        assert said["saturation"][0] is None
        assert said["saturation"][1:] == pytest.approx(vector["sat"][1:], abs=1e-9)


def test_curve_speaks_to_people_too(capsys):
    assert (
        main(["hdr", "curve", "--payload", SAMPLE.hex(), "--display", "500", "--mastering", "4000", "--at", "0,0.5"])
        == 0
    )
    said = capsys.readouterr().out
    assert "2770" in said and "0.301081" in said


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"--payload": "zz"}, ExitCode.USAGE),
        ({"--payload": SAMPLE.hex()[:-2]}, ExitCode.BAD_MEDIA),
        ({"--at": "0.5,x"}, ExitCode.USAGE),
        ({"--at": "1.5"}, ExitCode.USAGE),
        ({"--at": "nan"}, ExitCode.USAGE),
        ({"--display": "0"}, ExitCode.BAD_MEDIA),
        ({"--mastering": "nan"}, ExitCode.BAD_MEDIA),
    ],
)
def test_curve_refuses_in_a_sentence(hdr, change, code):
    call = {"--payload": SAMPLE.hex(), "--display": "500", "--mastering": "1000", "--at": "0.5"} | change
    got, said, err = hdr("curve", *(item for pair in call.items() for item in pair))
    assert got == code
    assert said["error"] and "Traceback" not in err


@pytest.fixture
def grade(tmp_path):
    path = tmp_path / "grade.json"
    write_metadata(path, (ONE,) * 4 + (one_set(),) * 4)
    return path


def test_edit_sets_frames_and_leaves_the_others(hdr, grade, tmp_path):
    target = tmp_path / "out.txt"
    code, said, _ = hdr("edit", grade, target, "--frames", "1-2", "--field", "base_param_m_a+=5", "--set", "hdr")
    assert (code, said["changed"], said["frames"]) == (0, 2, 8)
    after = read_metadata(target)
    assert after[0] == ONE
    assert [item.base.base_param_m_a for item in after[1].sets] == [568, 563]
    assert target.read_text().splitlines()[0] == SAMPLE_LINE


def test_edit_in_place_by_control_with_link_ripple_and_copy(hdr, grade):
    before = read_metadata(grade)
    code, said, _ = hdr("edit", grade, grade, "--frames", "0", "--link", "--control", "whole_sat=1")
    assert (code, said["changed"]) == (0, 4)
    code, said, _ = hdr("edit", grade, grade, "--frames", "6", "--copy-from", "0", "--ripple")
    assert (code, said["changed"]) == (0, 2)
    after = read_metadata(grade)
    assert [m.saturation for m in after] == [(255, 25)] * 4 + [None] * 2 + [(255, 25)] * 2
    assert [m.statistics for m in after] == [m.statistics for m in before]


def test_edit_makes_sets_anew_and_tells_findings(hdr, grade):
    code, said, _ = hdr("edit", grade, grade, "--automatic", "--target", "600", "--control", "mid_light=1")
    assert code == 0
    assert "mid_light" in said["limited"]
    assert {item.target_code for m in read_metadata(grade) for item in m.sets} == {2851, 2080}
    code, said, _ = hdr("edit", grade, grade, "--field", "base_param_K1=2", "--frames", "3")
    assert [f for f in said["findings"] if f["code"] == "reserved-value" and f["frames"] == [3, 4]]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--field", "base_param_m_a=2000"), ExitCode.USAGE),
        (("--field", "nonsense=1"), ExitCode.USAGE),
        (("--control", "mid_light=2"), ExitCode.USAGE),
        (("--control", "mid_lite=0"), ExitCode.USAGE),
        (("--control", "mid_light"), ExitCode.USAGE),
        (("--control", "mid_light=nan"), ExitCode.USAGE),
        (("--frames", "0-9"), ExitCode.USAGE),
        (("--copy-from", "99"), ExitCode.USAGE),
        (("--count", "9"), ExitCode.BAD_MEDIA),
        (("--automatic", "--target", "0"), ExitCode.USAGE),
    ],
)
def test_edit_writes_nothing_where_anything_is_wrong(hdr, grade, arguments, code):
    before = grade.read_bytes()
    got, said, err = hdr("edit", grade, grade, *arguments)
    assert got == code
    assert said["error"] and "Traceback" not in err
    assert grade.read_bytes() == before
    assert [path.name for path in grade.parent.iterdir()] == [grade.name]


def test_edit_does_not_write_over_another_file(hdr, grade, tmp_path):
    other = tmp_path / "other.json"
    other.write_text("mine")
    assert hdr("edit", grade, other)[0] == ExitCode.USAGE
    assert other.read_text() == "mine"
    assert hdr("edit", grade, other, "--overwrite")[0] == 0
    assert read_metadata(other) == read_metadata(grade)
