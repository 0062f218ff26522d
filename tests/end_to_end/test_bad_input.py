"""Broken media, broken projects, wrong calls: each a sentence and an exit code, and nothing half written."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.end_to_end.conftest import Reelmend

BAD_MEDIA, BAD_PROJECT, USAGE = 3, 4, 2


def frames(reel: Path, target: Path, count: int = 5) -> Path:
    target.mkdir()
    for source in sorted((reel / "scan").glob("*.dpx"))[:count]:
        shutil.copy(source, target)
    return target


def header_patched(reel: Path, target: Path, offset: int, data: bytes) -> Path:
    folder = frames(reel, target, 1)
    (file,) = folder.glob("*.dpx")
    raw = bytearray(file.read_bytes())
    raw[offset : offset + len(data)] = data
    file.write_bytes(raw)
    return folder


def written(path: Path, data: bytes | str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def cut_short(source: Path, target: Path, share: float) -> Path:
    data = source.read_bytes()
    return written(target, data[: int(len(data) * share)])


MEDIA: dict[str, Callable[[Path, Path], Path]] = {
    "nothing there": lambda reel, t: t / "absent.mov",
    "an empty folder": lambda reel, t: _folder(t / "empty"),
    "an empty movie": lambda reel, t: written(t / "a.mov", b""),
    "a text named .mov": lambda reel, t: written(t / "a.mov", "hello " * 400),
    "a text named .mkv": lambda reel, t: written(t / "a.mkv", "hello " * 400),
    "a text named .dpx": lambda reel, t: written(t / "a.000001.dpx", "hello " * 900),
    "an empty .dpx": lambda reel, t: written(t / "a.000001.dpx", b""),
    "an empty .tif": lambda reel, t: written(t / "a.000001.tif", b""),
    "an empty .exr": lambda reel, t: written(t / "a.000001.exr", b""),
    "a .png of noise": lambda reel, t: written(t / "a.000001.png", bytes(range(256)) * 9),
    "a DPX header alone": lambda reel, t: cut_short(next((reel / "scan").glob("*.dpx")), t / "a.000001.dpx", 0.01),
    "absurd DPX size": lambda reel, t: header_patched(reel, t / "h", 772, b"\x7f\xff\xff\xff" * 2),
    "DPX of no size": lambda reel, t: header_patched(reel, t / "h", 772, b"\0" * 8),
    "DPX of an unknown depth": lambda reel, t: header_patched(reel, t / "h", 803, b"\x07"),
    "a movie cut before its index": lambda reel, t: cut_short(reel / "reel.mov", t / "a.mov", 0.3),
    "sound only": lambda reel, t: shutil.copy(reel / "scan" / "reel.wav", t / "a.mkv"),
    "two sequences in one folder": lambda reel, t: _two_sequences(reel, t / "two"),
    "a folder named like a movie": lambda reel, t: _folder(t / "film.mov"),
    "a folder of folders": lambda reel, t: _folder(t / "outer" / "inner").parent,
    "a file of an unknown kind": lambda reel, t: written(t / "notes.docx", "words"),
}


def _folder(path: Path) -> Path:
    path.mkdir(parents=True)
    return path


def _two_sequences(reel: Path, target: Path) -> Path:
    frames(reel, target, 3)
    for source in sorted(target.glob("*.dpx")):
        shutil.copy(source, target / source.name.replace("reel", "other"))
    return target


@pytest.mark.parametrize("kind", MEDIA)
def test_bad_media_is_refused_in_a_sentence(kind: str, reel: Path, tmp_path: Path, reelmend: Reelmend) -> None:
    media = MEDIA[kind](reel, tmp_path)
    project = tmp_path / "p" / "p.reelmend"
    project.parent.mkdir()
    refused = reelmend("new", project, media)
    assert refused.code == BAD_MEDIA, refused
    told = refused.data["error"]
    assert len(told) > 20 and "Traceback" not in refused.stderr
    assert str(Path(media).name) in told or "reel" in told
    assert not any(project.parent.iterdir()), "something half made was left behind"


PROJECTS: dict[str, Callable[[Path], None]] = {
    "not there": lambda p: p.unlink(),
    "empty": lambda p: _replaced(p, b""),
    "a text": lambda p: _replaced(p, b"hello " * 500),
    "another database": lambda p: _foreign(p),
    "cut in half": lambda p: _replaced(p, p.read_bytes()[: p.stat().st_size // 2]),
    "of a newer kind": lambda p: _execute(p, "PRAGMA user_version = 999"),
    "with a changed history": lambda p: _execute(p, "UPDATE ledger SET author = 'nobody' WHERE seq = 2"),
    "a folder": lambda p: (p.unlink(), p.mkdir()),
}


def _replaced(path: Path, data: bytes) -> None:
    for extra in path.parent.glob(path.name + "-*"):
        extra.unlink()
    path.write_bytes(data)


def _foreign(path: Path) -> None:
    path.unlink()
    _execute(path, "CREATE TABLE recipes (name TEXT)")


def _execute(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path)
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type='trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute(statement)
    connection.commit()
    connection.close()


@pytest.mark.parametrize("kind", PROJECTS)
def test_bad_projects_are_refused_in_a_sentence(kind: str, project: Path, reelmend: Reelmend) -> None:
    PROJECTS[kind](project)
    refused = reelmend("check", project)
    assert refused.code == BAD_PROJECT, refused
    assert refused.data.get("error") or refused.data["problems"]
    assert "Traceback" not in refused.stderr


def test_media_that_moved_or_changed_are_named(reel: Path, tmp_path: Path, reelmend: Reelmend) -> None:
    scan = frames(reel, tmp_path / "scan", 6)
    project = tmp_path / "p.reelmend"
    reelmend("new", project, scan, "--no-shots")
    scan.rename(tmp_path / "elsewhere")
    lost = reelmend("info", project)
    assert lost.code == BAD_MEDIA and "--relink" in lost.data["error"]
    old = "scan/reel.%06d.dpx"
    relinked = reelmend("set", project, "--relink", f"{old}={tmp_path / 'elsewhere'}")
    assert relinked.code == 0, relinked.stderr
    assert reelmend("info", project).code == 0


CALLS: dict[str, tuple[str, ...]] = {
    "an unknown recipe": ("run", "P", "--recipe", "nonsense"),
    "an unknown parameter": ("run", "P", "--set", "dirt.nothing=3"),
    "a value out of range": ("run", "P", "--set", "dirt.threshold=7"),
    "no such shot": ("run", "P", "--shots", "99"),
    "shots that are no numbers": ("run", "P", "--shots", "first"),
    "a selection with an unknown field": ("reject", "P", "--where", "colour=red"),
    "a selection that is no expression": ("reject", "P", "--where", "class="),
    "a selection that matches nothing": ("accept", "P", "--where", "frame=100000"),
    "nothing to redo": ("redo", "P"),
    "an unknown operator": ("set", "P", "blur.strength=1"),
    "an unknown encoding": ("set", "P", "--encoding", "magenta"),
    "nothing to set": ("set", "P"),
    "an unknown kind of damage": ("demo-reel", "OUT", "--kinds", "rust"),
    "an impossible size": ("demo-reel", "OUT", "--size", "big"),
    "a cut list that is none": ("shots", "P", "--read", "P"),
}


@pytest.mark.parametrize("kind", CALLS)
def test_wrong_calls_are_refused_in_a_sentence(kind: str, project: Path, tmp_path: Path, reelmend: Reelmend) -> None:
    places = {"P": str(project), "OUT": str(tmp_path / "out")}
    before = project.read_bytes()
    refused = reelmend(*(places.get(word, word) for word in CALLS[kind]))
    assert refused.code in (USAGE, BAD_MEDIA), refused
    assert len(refused.data["error"]) > 15 and "Traceback" not in refused.stderr
    assert not (tmp_path / "out").exists()
    assert reelmend("check", project).code == 0
    assert len(project.read_bytes()) >= len(before)


def test_an_unknown_device_or_one_that_is_not_here(project: Path, reelmend: Reelmend) -> None:
    import torch

    assert reelmend("run", project, "--device", "abacus").code == 8
    if not torch.cuda.is_available():
        refused = reelmend("run", project, "--device", "cuda")
        assert refused.code == 8 and "--device cpu" in refused.data["error"]


def test_holes_broken_and_odd_frames_are_named_and_answered_as_asked(
    reel: Path, tmp_path: Path, reelmend: Reelmend
) -> None:
    scan = frames(reel, tmp_path / "scan", 12)
    files = sorted(scan.glob("*.dpx"))
    files[4].unlink()
    files[11].write_bytes(files[11].read_bytes()[:40000])
    found = reelmend("info", scan).data["findings"]
    assert {finding["kind"] for finding in found} >= {"hole", "truncated"}
    held = reelmend("restore", scan, tmp_path / "held", "--recipe", "none")
    assert held.code == 0 and held.data["frames"] == 12
    project = tmp_path / "p.reelmend"
    stopped = reelmend("new", project, scan, "--bad-frames", "stop")
    assert stopped.code == BAD_MEDIA and "4" in stopped.data["error"]
