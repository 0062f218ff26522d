from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "packaging" / "bootstrap.py"


def dry_run(*arguments, python=sys.executable) -> subprocess.CompletedProcess[str]:
    return subprocess.run([python, str(SCRIPT), *arguments], capture_output=True, text=True)


@pytest.fixture
def script(tmp_path, monkeypatch):
    """The script as a module, at work in a folder of its own."""
    spec = importlib.util.spec_from_file_location("bootstrap_under_test", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(module, "STAMP", tmp_path / ".venv" / "reelmend-stamp.json")
    monkeypatch.setattr(module, "LOG", tmp_path / ".venv" / "install.log")
    monkeypatch.setattr(module, "NEEDS", {"demo": (), "test": ()})
    monkeypatch.setattr(module, "ROOM_NEEDED", 1024)
    return module


@pytest.fixture
def installs(script, monkeypatch) -> list[str]:
    """Stands in for the registry: a 'package' is a line that the environment's own Python prints."""
    done: list[str] = []

    def commands(where, purpose):
        done.append(purpose)
        return [[where.python, "-c", f"print('installed {purpose}')"]]

    monkeypatch.setattr(script, "install_commands", commands)
    return done


@pytest.mark.parametrize(
    ("platform", "python"),
    [
        ("linux", ".venv/bin/python"),
        ("darwin", ".venv/bin/python"),
        ("win32", ".venv\\Scripts\\python.exe"),
    ],
)
def test_dry_run_tells_every_step(platform, python):
    said = dry_run("--dry-run", "--platform", platform, "test", "-k", "dpx")
    assert said.returncode == 0, said.stderr
    lines = said.stdout.splitlines()
    steps = [line.split(python)[-1] for line in lines if python in line]
    assert steps == [" -m pip install torch==2.13.0", " -m pip install -e .[test]", " -m pytest -k dpx"]
    assert ("apt-get" in said.stdout) == (platform == "linux")


def test_demo_passes_its_arguments_on():
    said = dry_run("--dry-run", "--platform", "win32", "demo", "--headless", "out")
    assert said.stdout.splitlines()[-1].endswith(".venv\\Scripts\\reelmend.exe demo --headless out")


@pytest.mark.parametrize(
    "arguments",
    [[], ["nonsense"], ["demo", "--loud"], ["demo", "a", "b"], ["--platform", "amiga", "demo"], ["--platform"]],
)
def test_a_wrong_call_is_told_the_right_ones(arguments):
    said = dry_run(*arguments)
    assert said.returncode == 2
    assert "bootstrap.py demo [--headless] [DIR]" in said.stderr
    assert "Traceback" not in said.stderr


def test_another_platform_only_in_a_dry_run():
    other = "darwin" if sys.platform != "darwin" else "linux"
    said = dry_run("--platform", other, "demo")
    assert said.returncode == 2 and "--dry-run" in said.stderr


@pytest.mark.slow
def test_an_environment_is_made_once_and_anew_when_it_must(script, installs, capsys):
    where = script.layout(sys.platform)
    script.prepare(where, "demo")
    assert installs == ["demo"]
    assert script.version_of([where.python]) in script.PYTHONS
    assert "installed demo" in script.LOG.read_text()

    script.prepare(where, "demo")
    assert installs == ["demo"], "a whole environment is used again"

    witness = script.VENV / "witness"
    witness.touch()
    script.prepare(where, "test")
    assert installs == ["demo", "test"]
    assert witness.exists(), "going from demo to test adds to the environment"
    script.prepare(where, "demo")
    assert installs == ["demo", "test"], "the environment of the tests serves the demo too"

    script.STAMP.unlink()
    script.prepare(where, "demo")
    assert not witness.exists(), "a half-made environment is made anew"

    witness.touch()
    (script.ROOT / "pyproject.toml").write_text("[project]\ndependencies = []\n")
    script.prepare(where, "demo")
    assert not witness.exists(), "other dependencies, another environment"
    assert "half-made" in capsys.readouterr().out


def test_a_failing_install_leaves_no_stamp_and_says_why(script, monkeypatch):
    script.VENV.mkdir()
    where = script.layout(sys.platform)
    complaint = "print('ERROR: [Errno 28] No space left on device'); raise SystemExit(1)"
    monkeypatch.setattr(script, "install_commands", lambda where, purpose: [[sys.executable, "-c", complaint]])
    monkeypatch.setattr(script, "read_stamp", lambda where: ["demo"])
    script.STAMP.write_text(json.dumps({}))
    with pytest.raises(script.Stop, match="disk is full"):
        script.prepare(where, "test")
    assert not script.STAMP.exists()


@pytest.mark.parametrize(
    ("output", "words"),
    [
        ("NewConnectionError: Failed to establish a new connection", "connect to the network"),
        ("OSError: [Errno 28] No space left on device", "disk is full"),
        ("ERROR: Could not install: [Errno 13] Permission denied", "cannot be written"),
        ("ERROR: No matching distribution found for torch==2.13.0", "no build of a package for this machine"),
        ("something never seen", "could not be installed"),
    ],
)
def test_pips_failures_become_sentences(script, output, words):
    said = script.explain("a\nb\n" + output)
    assert words in said and output in said


def test_no_python_that_fits(script, monkeypatch):
    monkeypatch.setattr(script, "PYTHONS", ("9.1", "9.2"))
    with pytest.raises(
        script.Stop, match=r"needs Python 3\.11 to 3\.13; this is 3\.1\d.*apt-get install -y python3\.11"
    ):
        script.find_python(script.layout("linux"))


def test_a_stand_in_on_the_path_is_no_python(script, tmp_path, monkeypatch):
    stand_in = tmp_path / "python3.11"
    stand_in.write_text("#!/bin/sh\nexit 127\n")
    stand_in.chmod(0o755)
    assert script.version_of([str(stand_in)]) == ""
    assert script.version_of([str(tmp_path / "none")]) == ""


def test_full_disk_is_named_before_anything_is_made(script, monkeypatch):
    monkeypatch.setattr(script, "ROOM_NEEDED", 1 << 60)
    with pytest.raises(script.Stop, match="GiB left"):
        script.make_environment(script.layout(sys.platform), [sys.executable])
    assert not script.VENV.exists()


def test_what_is_required_stops_and_what_is_not_is_named(script, monkeypatch, capsys):
    monkeypatch.setattr(script, "is_root_with_apt", lambda: False)
    optional = script.Need("program", "no-such-tool", "tool-package", False, "the tests of tools")
    library = script.Need("library", "no-such-library", "library-package", True, "windows")
    monkeypatch.setattr(script, "NEEDS", {"demo": (optional,), "test": (optional, library)})
    script.install_system_needs("demo")
    assert "without no-such-tool (package tool-package), skipped: the tests of tools" in capsys.readouterr().out
    with pytest.raises(script.Stop, match="sudo apt-get install -y --no-install-recommends library-package"):
        script.install_system_needs("test")


def test_the_exit_code_of_the_last_command_is_passed_on(script, monkeypatch):
    monkeypatch.setattr(script, "prepare", lambda where, purpose: None)
    monkeypatch.setattr(script, "final_commands", lambda *_: [[sys.executable, "-c", "raise SystemExit(6)"]])
    assert script.main(["test"]) == 6


def test_a_part_that_fails_keeps_no_other_from_running_and_is_not_forgotten(script, tmp_path):
    parts = ["raise SystemExit(1)", f"open({str(tmp_path / 'ran')!r}, 'w').close()"]
    assert script.run_all([[sys.executable, "-c", part] for part in parts], tmp_path) == 1
    assert (tmp_path / "ran").exists()


def test_all_tests_run_in_two_parts_that_leave_nothing_out():
    lines = dry_run("--dry-run", "test").stdout.splitlines()
    first, second = (line.split(" -m pytest ")[1].split() for line in lines if " -m pytest" in line)
    assert first[:3] == ["-n", "auto", "--dist"]
    assert [word.removeprefix("--ignore=") for word in first if word.startswith("--ignore=")] == second
    assert all((SCRIPT.parents[1] / room).is_dir() for room in second)


@pytest.mark.parametrize(("words", "told"), [(["test"], False), (["demo", "--headless"], False), (["demo"], True)])
def test_the_whole_time_is_told_and_whether_the_window_is_in_it(script, monkeypatch, capfd, words, told):
    monkeypatch.setattr(script, "prepare", lambda where, purpose: None)
    monkeypatch.setattr(script, "final_commands", lambda *_: [[sys.executable, "-c", ""]])
    assert script.main(words) == 0
    said = capfd.readouterr().out
    assert "ready after" in said and "done in" in said and ("time at the window" in said) is told


def test_nothing_of_the_callers_python_leaks_in(script, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    monkeypatch.setenv("VIRTUAL_ENV", "elsewhere")
    environment = script.clean_environment()
    assert "PYTHONPATH" not in environment and "VIRTUAL_ENV" not in environment


def test_an_older_python_can_read_the_script():
    """Python 3.8 must get far enough to say what it lacks."""
    import ast

    ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 8))
