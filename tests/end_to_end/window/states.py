"""Every state of the window that a person meets, and pictures of them. With pictures to look at:

    python -m tests.end_to_end.window.states FOLDER --film FILM.reelmend --scan SCAN [--size 1280x800] [--language en]

`packaging/pictures/README.md` tells how the picture in the README is made.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import cv2
import numpy as np
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from tests.end_to_end.window import (
    states_of_copies,
    states_of_hdr,
    states_of_project,
    states_of_work,
    states_round_work,
)
from tests.end_to_end.window.studio import Studio

Steps = Callable[[Studio], Iterator[None]]


@dataclass(frozen=True)
class Scene:
    """What is open while the states of it are gone through: how it is opened, and its states by name. A state
    brings the window there, yields, and takes it back."""

    open: Callable[[Studio], object]
    states: dict[str, Steps]


SCENES = (
    Scene(Studio.welcome, states_of_project.WELCOME),
    Scene(Studio.empty, states_of_project.EMPTY),
    Scene(Studio.new, states_of_project.NEW),
    Scene(lambda studio: studio.open(readonly=True), states_of_project.READ_ONLY),
    Scene(
        Studio.open,
        {**states_of_work.STATES, **states_of_hdr.STATES, **states_round_work.STATES, **states_of_copies.STATES},
    ),
)
EXTRA = {"window": states_of_work.picture_for_the_readme}
"""Made only when asked for by name."""


def walk(studio: Studio, only: set[str] | None = None) -> Iterator[str]:
    """Go through the states; at each name the window stands there, at rest."""
    for scene in SCENES:
        states = scene.states if only is None else {**scene.states, **EXTRA}
        wanted = {name: steps for name, steps in states.items() if only is None or name in only}
        if scene is not SCENES[-1]:
            wanted = {name: steps for name, steps in wanted.items() if name not in EXTRA}
        if not wanted:
            continue
        scene.open(studio)
        for name, steps in wanted.items():
            with _stood(steps, studio):
                studio.rest()
                yield name
        studio.close()


@contextmanager
def _stood(steps: Steps, studio: Studio) -> Iterator[None]:
    going = steps(studio)
    next(going)
    try:
        yield
    finally:
        for _ in going:
            raise AssertionError("a state yields once")
        studio.pump(0.01)  # what closed is gone before the next state


def own_copy(film: Path, folder: Path) -> Path:
    """A copy of a project that may be changed, `film.reelmend`."""
    copy = folder / "film.reelmend"
    shutil.copy(film, copy)
    shutil.copytree(film.with_suffix(".artefacts"), copy.with_suffix(".artefacts"))
    return copy


def of_few_colours(picture: QImage, colours: int = 128) -> QImage:
    """A picture small enough to lie in the repository: in the colours that serve it best (k-means)."""
    picture = picture.convertToFormat(QImage.Format.Format_RGB32)
    height, width = picture.height(), picture.width()
    pixels = np.frombuffer(picture.constBits(), np.uint8).reshape(height, width, 4)[..., :3].astype(np.float32)
    some = pixels.reshape(-1, 3)[:: max(height * width // 60_000, 1)]
    cv2.setRNGSeed(1)
    _, _, table = cv2.kmeans(some, colours, None, (cv2.TERM_CRITERIA_MAX_ITER, 12, 0.0), 1, cv2.KMEANS_PP_CENTERS)
    matcher = cv2.BFMatcher(cv2.NORM_L2)
    nearest = np.concatenate([[found.trainIdx for found in matcher.match(row, table)] for row in pixels])
    made = QImage(width, height, QImage.Format.Format_Indexed8)
    made.setColorTable([0xFF000000 | int(r) << 16 | int(g) << 8 | int(b) for b, g, r in table.round()])
    rows = np.frombuffer(made.bits(), np.uint8).reshape(height, made.bytesPerLine())
    rows[:, :width] = nearest.reshape(height, width)
    return made


def main() -> int:
    """Pictures of the states in a folder, one PNG each."""
    from widgets.main_window.application import make_application
    from widgets.settings import Settings

    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--film", type=Path, required=True)
    parser.add_argument("--scan", type=Path, required=True)
    parser.add_argument("--size", default="1280x800")
    parser.add_argument("--language", default="en")
    parser.add_argument("--only", nargs="*")
    asked = parser.parse_args()
    width, height = map(int, asked.size.split("x"))
    asked.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="reelmend-") as name:
        make_application(Settings(Path(name) / "settings.ini"))
        film = own_copy(asked.film, Path(name))
        if asked.scan.parent.parent.samefile(asked.film.parent):  # the project names it from where it lies
            (Path(name) / asked.scan.parent.name).symlink_to(asked.scan.parent.absolute())
        studio = Studio(Path(name), asked.scan, film, asked.language, QSize(width, height), quiet=0.3)
        for state in walk(studio, set(asked.only) if asked.only else None):
            picture = studio.grab().toImage()
            if state in EXTRA:
                picture = of_few_colours(picture)
            picture.save(str(asked.folder / f"{state}.png"))
            print(state, flush=True)
        studio.end()
    return 0


if __name__ == "__main__":
    sys.exit(main())
