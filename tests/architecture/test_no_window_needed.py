"""Everything under app and operators runs where no Qt is installed."""

from __future__ import annotations

import ast
import subprocess
import sys

QT = {"PySide6", "PySide2", "PyQt6", "PyQt5", "shiboken6", "qtpy", "pyqtgraph"}

IMPORT_ALL = """
import importlib, pkgutil, sys
QT = set(sys.argv[1].split(","))

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in QT:
            raise ImportError(f"{name} was asked for, and there is no Qt here")

sys.meta_path.insert(0, NoQt())
try:
    import PySide6
except ImportError:
    pass
else:
    raise SystemExit("Qt is not blocked: the test would prove nothing")

count = 0
for room in ("app", "operators", "resources"):
    package = importlib.import_module(room)
    def fail(name):
        raise
    for found in pkgutil.walk_packages(package.__path__, room + ".", onerror=fail):
        if not found.name.endswith("__main__"):
            importlib.import_module(found.name)
            count += 1
print(count)
"""


def test_every_module_is_importable_without_qt(root, files):
    command = [sys.executable, "-W", "error::DeprecationWarning:app", "-c", IMPORT_ALL, ",".join(sorted(QT))]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-3000:]
    rooms = ("app", "operators", "resources")
    modules = [f for f in files if f.suffix == ".py" and f.parts[0] in rooms]
    # All but the three rooms themselves and the module behind `python -m app`.
    assert int(done.stdout) == len(modules) - len(rooms) - (root / "app" / "__main__.py").exists()


def test_the_command_line_answers_without_qt(root):
    code = IMPORT_ALL.split("count = 0")[0] + "from app.main import main\nraise SystemExit(main(['--help']))"
    command = [sys.executable, "-c", code, ",".join(sorted(QT))]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-3000:]
    assert "restore" in done.stdout


def test_only_the_widgets_name_qt(root, files):
    guilty = []
    for path in files:
        if path.suffix != ".py" or path.parts[0] in ("widgets", "tests"):
            continue
        for node in ast.walk(ast.parse((root / path).read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module:
                names = [node.module]
            guilty += [f"{path}:{node.lineno}" for name in names if name.split(".")[0] in QT]
    assert not guilty, f"Qt is imported outside widgets: {guilty}"
