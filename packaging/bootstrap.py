"""From a fresh clone to a running Reelmend, in one command. Needs nothing but Python's standard library.

    python3 packaging/bootstrap.py demo [--headless] [DIR]    install, make a damaged reel, restore it
    python3 packaging/bootstrap.py test [PYTEST ARGUMENTS]    install, run all tests

Options before the command: `--dry-run` prints what would be done and does nothing; with it,
`--platform linux|darwin|win32` prints what would be done elsewhere.

Everything goes into `.venv` in the repository. It is used again as long as nothing it was made from has
changed, and made anew when a run was interrupted half-way. The exit code is that of the command that ran;
2 means that this script stopped, with a sentence that says why and what to do.
"""

from __future__ import annotations

import ctypes.util
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import Dict, List, NamedTuple, NoReturn, Optional, Sequence, Tuple

# The file must stay readable for Python 3.8, so that an old Python can say what it lacks.
# ruff: noqa: UP006, UP035, UP045

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "reelmend-stamp.json"
LOG = VENV / "install.log"

PYTHONS = ("3.11", "3.12", "3.13")
TORCH = ("install", "torch==2.13.0")
EXTRAS = {"demo": ".[window]", "test": ".[test]"}
ALONE = ("tests/end_to_end/window", "tests/widgets")  # they watch how the window keeps time
ROOM_NEEDED = 4 * 1024**3
STOPPED, INTERRUPTED = 2, 130


class Need(NamedTuple):
    """Something of the system's that a purpose wants."""

    kind: str  # "program" on PATH, "library", or "file"
    name: str
    package: str  # Debian's name for it
    required: bool
    reason: str


WINDOW = "the window"
QT_LIBRARIES = (
    ("EGL", "libegl1"), ("GL", "libgl1"), ("dbus-1", "libdbus-1-3"), ("fontconfig", "libfontconfig1"),
    ("glib-2.0", "libglib2.0-0"), ("xkbcommon-x11", "libxkbcommon-x11-0"), ("xcb-cursor", "libxcb-cursor0"),
    ("xcb-icccm", "libxcb-icccm4"), ("xcb-image", "libxcb-image0"), ("xcb-keysyms", "libxcb-keysyms1"),
    ("xcb-randr", "libxcb-randr0"), ("xcb-render-util", "libxcb-render-util0"), ("xcb-shape", "libxcb-shape0"),
    ("xcb-xkb", "libxcb-xkb1"),
)  # fmt: skip
"""Libraries that Qt's wheel takes from the system, each with Debian's package of it."""

NEEDS: Dict[str, Tuple[Need, ...]] = {
    "demo": tuple(Need("library", *pair, False, WINDOW) for pair in QT_LIBRARIES),
    "test": (
        *(Need("library", *pair, True, WINDOW) for pair in QT_LIBRARIES),
        Need("program", "Xvfb", "xvfb", False, "tests that work in a real window"),
        Need("program", "xdotool", "xdotool", False, "tests that press real keys"),
        Need("file", "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", "fonts-noto-cjk", False, "Chinese"),
        Need("program", "ffprobe", "ffmpeg", False, "tests that read our movies with another program"),
        Need("program", "mediainfo", "mediainfo", False, "tests that read our movies with a third program"),
        Need("program", "strace", "strace", False, "the test that watches the order of writes"),
    ),
}


class Stop(Exception):
    """The set-up cannot go on; the text tells a person why and what to do."""


class Layout(NamedTuple):
    """Where things lie on a platform, as that platform writes paths."""

    platform: str
    python: str
    command: str
    candidates: Tuple[Tuple[str, ...], ...]


def layout(platform: str) -> Layout:
    """The paths inside the virtual environment, and the names Python may be found under."""
    windows = platform == "win32"
    own = platform == sys.platform
    root: PurePath = ROOT if own else (PureWindowsPath if windows else PurePosixPath)(ROOT.name)
    programs = root / ".venv" / ("Scripts" if windows else "bin")
    suffix = ".exe" if windows else ""
    if windows:
        candidates = (*(("py", "-" + version) for version in PYTHONS), ("python",))
    else:
        candidates = (*(("python" + version,) for version in PYTHONS), ("python3",))
    return Layout(platform, str(programs / ("python" + suffix)), str(programs / ("reelmend" + suffix)), candidates)


def say(text: str) -> None:
    """One line of progress, at once."""
    print(text, flush=True)


def main(arguments: Sequence[str]) -> int:
    """Run the script; returns the exit code."""
    started = time.monotonic()
    try:
        dry, platform, purpose, rest = parse(list(arguments))
        where = layout(platform)
        if dry:
            print_plan(where, purpose, rest)
            return 0
        prepare(where, purpose)
        say(f"ready after {time.monotonic() - started:.0f} s")
        code = run_all(final_commands(where, purpose, rest), final_folder(purpose))
        window = purpose == "demo" and "--headless" not in rest
        say(f"done in {time.monotonic() - started:.0f} s{', time at the window included' if window else ''}")
        return code
    except Stop as stop:
        print(f"bootstrap: {stop}", file=sys.stderr, flush=True)
        return STOPPED
    except KeyboardInterrupt:
        print("bootstrap: interrupted; the next run goes on from here", file=sys.stderr, flush=True)
        return INTERRUPTED


def parse(arguments: List[str]) -> Tuple[bool, str, str, List[str]]:
    """(dry run, platform, purpose, arguments of the final command)."""
    dry, platform = False, sys.platform
    while arguments and arguments[0].startswith("-"):
        option = arguments.pop(0)
        if option == "--dry-run":
            dry = True
        elif option == "--platform" and arguments and arguments[0] in ("linux", "darwin", "win32"):
            platform = arguments.pop(0)
        else:
            usage()
    if not arguments or arguments[0] not in EXTRAS:
        usage()
    if platform != sys.platform and not dry:
        raise Stop("--platform only tells what would be done elsewhere; use it together with --dry-run")
    purpose, rest = arguments[0], arguments[1:]
    if purpose == "demo" and (
        [word for word in rest if word.startswith("-") and word != "--headless"]
        or len([word for word in rest if not word.startswith("-")]) > 1
    ):
        usage()
    return dry, platform, purpose, rest


def usage() -> NoReturn:
    """Stop with the ways to call this script."""
    raise Stop("call it like this:\n" + "\n".join((__doc__ or "").splitlines()[2:4]))


def final_commands(where: Layout, purpose: str, rest: Sequence[str]) -> List[List[str]]:
    """What runs once everything is installed: all the tests in two parts, `ALONE` with the machine to itself."""
    if purpose == "demo":
        return [[where.command, "demo", *rest]]
    pytest = [where.python, "-m", "pytest", *rest]
    spread = [*pytest, "-n", "auto", "--dist", "loadfile", *("--ignore=" + room for room in ALONE)]
    return [pytest] if rest else [spread, [*pytest, *ALONE]]


def run_all(commands: Sequence[Sequence[str]], folder: Path) -> int:
    """Run every command, whatever comes of the one before; the first exit code that is not 0, else 0."""
    return next(filter(None, [subprocess.call(one, cwd=folder, env=clean_environment()) for one in commands]), 0)


def final_folder(purpose: str) -> Path:
    """Tests run in the repository; the demo where the caller stands, since DIR is relative to that."""
    return ROOT if purpose == "test" else Path.cwd()


def install_commands(where: Layout, purpose: str) -> List[List[str]]:
    """The pip commands. Torch comes first and alone, so that no other package pulls in another torch."""
    pip = [where.python, "-m", "pip"]
    return [[*pip, *TORCH], [*pip, "install", "-e", EXTRAS[purpose]]]


def print_plan(where: Layout, purpose: str, rest: Sequence[str]) -> None:
    """The dry run."""
    say(f"on {where.platform}, in the folder {ROOT.name}:")
    say("find Python " + " or ".join(PYTHONS) + " as: " + ", ".join(" ".join(names) for names in where.candidates))
    packages = [need.package for need in NEEDS[purpose]]
    if packages and where.platform == "linux":
        say("where missing: " + " ".join(apt_line(packages)))
    elif packages:
        say("not installed here, tests skip where missing: " + ", ".join(packages))
    say("run: PYTHON -m venv .venv")
    for command in [*install_commands(where, purpose), *final_commands(where, purpose, rest)]:
        say("run: " + " ".join(command))


def prepare(where: Layout, purpose: str) -> None:
    """Everything up to the final command: the system's share, the environment, the packages."""
    install_system_needs(purpose)
    if not os.access(str(ROOT), os.W_OK):
        raise Stop(f"{ROOT} cannot be written to; copy the repository to a folder of your own and start there")
    state = read_stamp(where)
    if state is not None and purpose in state:
        say("using the environment in .venv")
        return
    if state is None:
        make_environment(where, find_python(where))
    STAMP.unlink(missing_ok=True)
    for command in install_commands(where, purpose):
        install(command)
    write_stamp(sorted({purpose, *(state or ())} | ({"demo"} if purpose == "test" else set())))


def recipe_hash() -> str:
    """What the environment depends on: the declared dependencies, this script, and where the repository lies."""
    parts = ((ROOT / "pyproject.toml").read_bytes(), Path(__file__).read_bytes(), os.fsencode(str(ROOT)))
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def read_stamp(where: Layout) -> Optional[List[str]]:
    """The purposes the present environment serves; None where there is none that is whole and current."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
        if stamp["recipe"] != recipe_hash() or version_of([where.python]) not in PYTHONS:
            return None
        return list(stamp["purposes"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_stamp(purposes: Sequence[str]) -> None:
    """Written last: without a stamp the environment counts as half-made."""
    temporary = STAMP.with_suffix(".part")
    temporary.write_text(json.dumps({"recipe": recipe_hash(), "purposes": list(purposes)}), encoding="utf-8")
    temporary.replace(STAMP)


def version_of(command: Sequence[str]) -> str:
    """'3.11' for a Python that runs, '' otherwise (a name on PATH may be a mere stand-in)."""
    ask = [*command, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"]
    try:
        answer = subprocess.run(ask, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return answer.stdout.decode(errors="replace").strip() if answer.returncode == 0 else ""


def find_python(where: Layout) -> List[str]:
    """A Python to build with: the oldest supported one there is, this one if it fits."""
    ours = "{}.{}".format(*sys.version_info)
    if ours == PYTHONS[0]:
        return [sys.executable]
    for names in where.candidates:
        if version_of(names) in PYTHONS:
            return list(names)
    if ours in PYTHONS:
        return [sys.executable]
    hint = {
        "linux": "on Debian or Ubuntu type: sudo apt-get install -y python3.11 python3.11-venv",
        "darwin": "type: brew install python@3.11",
        "win32": "type: winget install Python.Python.3.11",
    }.get(where.platform, "install it with your system's package manager")
    raise Stop(f"Reelmend needs Python 3.11 to 3.13; this is {ours}, and no other was found. To get one, {hint}")


def make_environment(where: Layout, python: List[str]) -> None:
    """Make `.venv` anew; what is left of an older or half-made one goes first."""
    if VENV.exists():
        say("removing the old or half-made .venv")
        shutil.rmtree(str(VENV))
    free = shutil.disk_usage(str(ROOT)).free
    if free < ROOM_NEEDED:
        raise Stop(f"the disk has {free / 1024**3:.1f} GiB left and Reelmend's packages need 4; make room, run again")
    say(f"making .venv with Python {version_of(python)}")
    made = subprocess.run(
        [*python, "-m", "venv", str(VENV)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=clean_environment(),
        check=False,
    )
    if made.returncode == 0 and version_of([where.python]):
        return
    text = made.stdout.decode(errors="replace")
    if "ensurepip" in text or not VENV.exists():
        package = f"python{version_of(python)}-venv"
        if is_root_with_apt() and apt_install([package]):
            again = subprocess.call([*python, "-m", "venv", "--clear", str(VENV)], env=clean_environment())
            if again == 0:
                return
        raise Stop(f"this Python lacks its venv module; type: sudo apt-get install -y {package}\n{last_lines(text)}")
    raise Stop(f"the environment .venv could not be made:\n{last_lines(text)}")


def install(command: List[str]) -> None:
    """Run one pip command quietly; its output is kept in `.venv/install.log`."""
    what = command[-1] if command[-2] != "-e" else "Reelmend and what it needs"
    say(f"installing {what} (this can take minutes)")
    started = time.monotonic()
    with LOG.open("ab") as log:
        begin = log.tell()
        done = subprocess.run(
            command, stdout=log, stderr=subprocess.STDOUT, cwd=str(ROOT), env=clean_environment(), check=False
        )
    if done.returncode:
        with LOG.open("rb") as log:
            log.seek(begin)
            raise Stop(explain(log.read().decode(errors="replace")))
    say(f"  {time.monotonic() - started:.0f} s")


FAILURES = (
    (r"No space left|Errno 28|disk quota", "the disk is full; make room (about 4 GiB), run again"),
    (
        r"Temporary failure in name resolution|NewConnectionError|ConnectTimeout|Network is unreachable|"
        r"Name or service not known|getaddrinfo failed|ProxyError|Read timed out|Max retries exceeded",
        "the package registry cannot be reached; connect to the network (or set pip's proxy or mirror), run again",
    ),
    (r"Permission denied|Errno 13", "a file cannot be written; look at who owns .venv and pip's cache, run again"),
    (
        r"No matching distribution|Could not find a version",
        "the package registry has no build of a package for this machine (64-bit Linux, macOS and Windows have them)",
    ),
)


def explain(output: str) -> str:
    """Pip's failure as a sentence, with pip's own last lines under it."""
    known = next((text for pattern, text in FAILURES if re.search(pattern, output, re.IGNORECASE)), None)
    return f"{known or 'a package could not be installed'}\n{last_lines(output)}\n(all of it: .venv/install.log)"


def last_lines(text: str, count: int = 6) -> str:
    """The end of a program's output, indented."""
    return "\n".join("    " + line for line in text.strip().splitlines()[-count:])


def clean_environment() -> Dict[str, str]:
    """The caller's environment without what would mix another Python in, and with a quiet pip."""
    environment = dict(os.environ)
    for name in ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "__PYVENV_LAUNCHER__"):
        environment.pop(name, None)
    environment.update(
        PIP_DISABLE_PIP_VERSION_CHECK="1", PIP_ROOT_USER_ACTION="ignore", PIP_NO_INPUT="1", PIP_PROGRESS_BAR="off"
    )
    return environment


def install_system_needs(purpose: str) -> None:
    """Programs and libraries that pip cannot bring: installed as root, otherwise named."""
    needs = [need for need in NEEDS[purpose] if need.kind == "program" or sys.platform.startswith("linux")]
    missing = [need for need in needs if not is_there(need)]
    if not missing:
        return
    packages = sorted({need.package for need in missing})
    if is_root_with_apt() and apt_install(packages):
        missing = [need for need in missing if not is_there(need)]
    lacking = sorted({need.package for need in missing if need.required})
    if lacking:
        raise Stop(f"Reelmend needs {', '.join(lacking)}; type: sudo {' '.join(apt_line(lacking))}")
    for need in missing:
        say(f"without {need.name} (package {need.package}), skipped: {need.reason}")


def is_there(need: Need) -> bool:
    """Whether the system has it."""
    if need.kind == "library":
        return bool(ctypes.util.find_library(need.name))
    return bool(shutil.which(need.name)) if need.kind == "program" else Path(need.name).exists()


def is_root_with_apt() -> bool:
    """Whether this script may install system packages itself."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and bool(shutil.which("apt-get"))


def apt_line(packages: Sequence[str]) -> List[str]:
    """The command that installs Debian packages."""
    return ["apt-get", "install", "-y", "--no-install-recommends", *packages]


def apt_install(packages: Sequence[str]) -> bool:
    """Install through apt-get, which needs fresh lists first; False where it fails."""
    say("installing from the system: " + " ".join(packages))
    environment = {**clean_environment(), "DEBIAN_FRONTEND": "noninteractive"}
    text = b""
    for command in (["apt-get", "update"], apt_line(packages)):
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment, check=False)
        text = done.stdout
    if done.returncode:
        say(f"apt-get could not install them:\n{last_lines(text.decode(errors='replace'))}")
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
