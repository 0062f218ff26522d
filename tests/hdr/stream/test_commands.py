"""`reelmend hdr embed`, `extract` and `verify` as a person runs them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.hdr.vivid.files import read_metadata, write_metadata
from app.main import main
from tests.hdr.stream.film import FRAMES, metadata

Hdr = Callable[..., tuple[int, dict[str, Any]]]


@pytest.fixture
def hdr(capsys: pytest.CaptureFixture[str]) -> Hdr:
    """Run a word with --json; its exit code and answer."""

    def run(*words: str | Path) -> tuple[int, dict[str, Any]]:
        capsys.readouterr()
        code = main(["hdr", *map(str, words), "--json", "--quiet"])
        return code, json.loads(capsys.readouterr().out)

    return run


@pytest.fixture(params=[".txt", ".json"])
def entries(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / f"film{request.param}"
    write_metadata(path, metadata())
    return path


def test_in_out_and_proved(hdr: Hdr, exports, entries: Path, tmp_path: Path) -> None:
    plain, made = exports(".mp4", False), tmp_path / "made.mp4"
    code, said = hdr("embed", plain, made, "--metadata", entries)
    assert (code, said["frames"], said["kind"]) == (0, FRAMES, "vivid")
    code, said = hdr("verify", made, "--metadata", entries, "--original", plain, "--light", "983,217")
    assert (code, said["holds"]) == (0, True)
    names = {check["name"] for check in said["checks"]}
    assert names >= {"one-each", "count", "values", "cuvv", "original", "hdr10-light", "hdr10-container"}
    back = tmp_path / f"back{entries.suffix}"
    assert hdr("extract", made, back)[0] == 0
    assert read_metadata(back) == tuple(metadata())


def test_verify_fails_loudly(hdr: Hdr, exports, entries: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = hdr("verify", exports(".mkv", False), "--metadata", entries)
    assert (code, said["holds"]) == (6, False)
    assert main(["hdr", "verify", str(exports(".mkv", False)), "--quiet"]) == 6
    out = capsys.readouterr().out
    assert "FAILED  one-each: exactly one HDR Vivid message" in out and "NOT PROVED: one-each" in out


def test_another_number_of_entries(hdr: Hdr, exports, tmp_path: Path) -> None:
    short = tmp_path / "short.txt"
    write_metadata(short, metadata()[:-1])
    code, said = hdr("embed", exports(".mp4", False), tmp_path / "n.mp4", "--metadata", short)
    assert code == 3 and f"for {FRAMES - 1} frames" in said["error"] and not (tmp_path / "n.mp4").exists()


def test_extract_answers_without_a_file(hdr: Hdr, exports, capsys: pytest.CaptureFixture[str]) -> None:
    _, said = hdr("extract", exports(".ts", True))
    assert (said["frames"], len(said["payloads"])) == (FRAMES, FRAMES)
    code, said = hdr("extract", exports(".mp4", True), "--kind", "static")
    assert (said["stream"]["max_cll"], said["container"]["max_fall"]) == (983, 217)
    assert said["stream"]["mastering_display"].startswith("G(13250,34500)")
    code, said = hdr("extract", exports(".mp4", True), "--kind", "dolby")
    assert code == 3 and "no Dolby Vision RPU" in said["error"]
    assert main(["hdr", "extract", str(exports(".ts", True)), "--quiet"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == FRAMES


def test_dolby_becomes_a_start(hdr: Hdr, samples: Path) -> None:
    code, said = hdr("extract", samples / "dv_regular.mkv", "--kind", "dolby")
    assert (code, len(said["rpus"])) == (0, 259)
    first = said["rpus"][0]
    assert first["level6"] == {"maximum": 1000, "minimum": 1, "max_cll": 3948, "max_fall": 120}
    assert first["vivid_start"] == {"minimum": 0, "average": 1120, "variance": None, "maximum": 2828}


def test_hdr10plus_out_and_into_another_film(hdr: Hdr, samples: Path, exports, tmp_path: Path) -> None:
    path = tmp_path / "plus.json"
    assert hdr("extract", samples / "h10p_regular.mkv", path, "--kind", "hdr10plus")[0] == 0
    whole = json.loads(path.read_text())
    whole["SceneInfo"] = whole["SceneInfo"][:FRAMES]
    path.write_text(json.dumps(whole))
    made = tmp_path / "plus.mkv"
    assert hdr("embed", exports(".mkv", True), made, "--metadata", path)[0] == 0
    code, said = hdr("verify", made, "--metadata", path)
    assert (code, said["kind"]) == (0, "hdr10plus")
    assert hdr("verify", made)[0] == 0, "the Vivid metadata that was there must stay"


@pytest.mark.parametrize(
    ("words", "code", "text"),
    [
        (("extract", "none.mp4"), 3, "does not exist"),
        (("embed", "FILM", "o.avi", "--metadata", "ENTRIES"), 2, "HEVC is written to"),
        (("embed", "FILM", "o.mp4", "--metadata", "none.txt"), 3, "does not exist"),
        (("embed", "FILM", "o.mp4", "--metadata", "ENTRIES", "--light", "x"), 2, "no content light level"),
        (("embed", "FILM", "o.mp4", "--metadata", "ENTRIES", "--rate", "fast"), 2, "no frame rate"),
        (("extract", "FILM", "o.doc"), 2, "name it so"),
        (("verify", "FILM", "--metadata", "ENTRIES", "--kind", "hdr10plus"), 2, "was asked for"),
    ],
)
def test_calls_that_are_off(words, code: int, text: str, hdr: Hdr, exports, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    write_metadata(tmp_path / "entries.txt", metadata())
    places = {"FILM": exports(".mp4", True), "ENTRIES": tmp_path / "entries.txt"}
    given = [places.get(word, tmp_path / word if "." in word and word[0] != "-" else word) for word in words]
    got, said = hdr(*given)
    assert got == code and text in said["error"]
    assert [path.name for path in tmp_path.iterdir()] == ["entries.txt"]
