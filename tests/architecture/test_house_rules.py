"""Rules of the house that keep it readable: sizes, README files, names, no traces of one machine."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

ROOMS = ("app", "operators", "resources", "widgets", "packaging", "tests")
README_LINES = 20
MODULE_LINES = 400
FUNCTION_LINES = 80

MACHINE_PATH = re.compile(r"(?<![\w.~])/(?:work|root|home|Users|opt)/\w")
REGISTRY_HOST = re.compile(r"https?://[^/\s]*(?:pypi|pythonhosted|npmjs|debian)\b")


def python_files(files, *rooms):
    return [f for f in files if f.suffix == ".py" and f.parts[0] in rooms]


def folders(files) -> set[Path]:
    """The rooms' folders, whole way up from every file."""
    found = {parent for f in files if f.parts[0] in ROOMS for parent in f.parents}
    return found - {Path()}


def test_every_folder_says_what_lives_there(root, files):
    without = sorted(str(folder) for folder in folders(files) if not (root / folder / "README.md").is_file())
    assert not without, f"no README.md in: {without}"


def test_readme_files_are_short(root, files):
    readmes = [f for f in files if f.name == "README.md" and f.parts[0] in ROOMS]
    lines = {str(f): len((root / f).read_text(encoding="utf-8").splitlines()) for f in readmes}
    assert not {name: count for name, count in lines.items() if count > README_LINES}


def test_packages_are_packages_and_packaging_is_none(root, files):
    code = {f.parent for f in python_files(files, "app", "operators", "resources", "widgets")}
    assert not [str(folder) for folder in code if not (root / folder / "__init__.py").is_file()]
    assert not (root / "packaging" / "__init__.py").exists(), "it would hide the library of that name"


def test_modules_are_small(root, files):
    lines = {str(f): len((root / f).read_text(encoding="utf-8").splitlines()) for f in python_files(files, *ROOMS)}
    assert lines
    assert not {name: count for name, count in lines.items() if count > MODULE_LINES}


def test_functions_fit_a_screen(root, files):
    long = []
    for path in python_files(files, *ROOMS):
        for node in ast.walk(ast.parse((root / path).read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length > FUNCTION_LINES:
                    long.append(f"{path}:{node.lineno} {node.name} has {length} lines")
    assert not long, "\n".join(long)


def test_no_traces_of_one_machine(root, files):
    traces = []
    for path in files:
        try:
            text = (root / path).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a clip or a picture
        for number, line in enumerate(text.splitlines(), 1):
            if MACHINE_PATH.search(line) or REGISTRY_HOST.search(line):
                traces.append(f"{path}:{number}: {line.strip()[:90]}")
    assert not traces, "\n".join(traces)


def test_the_trace_patterns_see_what_they_should():
    assert MACHINE_PATH.search('open("/' + 'home/ann/reel.dpx")')
    assert not MACHINE_PATH.search("resources/work/x and /usr/bin/env and ~/work/y")
    assert REGISTRY_HOST.search("https:/" + "/pypi.example/simple")


def test_versions_agree(root):
    import tomllib
    from importlib.metadata import version

    declared = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert version("reelmend") == declared


def test_entry_points_resolve():
    from importlib.metadata import distribution

    points = [
        p for p in distribution("reelmend").entry_points if p.group in ("console_scripts", "reelmend.operators")
    ]
    assert Counter(p.name for p in points)["reelmend"] == 1
    for point in points:
        assert point.load() is not None


def test_every_operator_of_ours_is_there_and_keeps_its_folder_name():
    from operators.contract.registry import OURS, all_operators

    assert set(OURS) <= set(all_operators())
    for name in OURS:
        assert type(all_operators()[name]).__module__ == f"operators.{name}.operator"
