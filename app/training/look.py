"""A contact sheet to look at: `python -m app.training.look OUT.png --data FOLDER... --seed 3`."""

from __future__ import annotations

import argparse
import sys

import cv2
import numpy as np

from app.training.scenes import LAYERS, Scene, SceneMaker, Shelf
from app.training.scenes.shelf import Bytes
from app.training.sources import sources
from operators.contract.frames import FloatArray
from operators.damage import Worn, worn


def sheet(pairs: list[tuple[Scene, Worn]], shown: int = 3) -> Bytes:
    """A picture `(H, W, 3)`, BGR: a row for each scene, its middle frames worn, then with the truth drawn over.

    Dirt is red, line scratches green, other marks blue; hard negatives have a yellow edge.
    """
    rows = []
    for scene, film in pairs:
        middle = len(scene.frames) // 2
        picks = range(middle - shown // 2, middle - shown // 2 + shown)
        tiles = [_picture(film.frames[t]) for t in picks] + [_marked(scene, film, t) for t in picks]
        label = f"{scene.kind} {scene.sources[0][:14]} {' '.join(scene.tags)}"
        cv2.putText(tiles[0], label, (4, 12), cv2.FONT_HERSHEY_SIMPLEX, 0.36, (0, 255, 255), 1, cv2.LINE_AA)
        rows.append(np.hstack(tiles))
    return np.vstack(rows)


def _picture(frame: FloatArray) -> Bytes:
    rgb = np.repeat(frame, 3, axis=2) if frame.shape[2] == 1 else frame
    return np.ascontiguousarray(np.rint(rgb[:, :, ::-1] * 255.0).astype(np.uint8))


def _marked(scene: Scene, film: Worn, t: int) -> Bytes:
    picture = _picture(film.frames[t]) // 2
    edge = cv2.morphologyEx(scene.hard[t].astype(np.uint8), cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8))
    for mask, colour in (
        (edge > 0, (0, 160, 160)),
        (film.dirt[t], (40, 40, 255)),
        (film.scratch[t], (40, 255, 40)),
        (film.other[t], (255, 80, 40)),
    ):
        picture[mask] = colour
    return picture


def main(arguments: list[str]) -> int:
    """Writes the sheet and says what is on it."""
    parser = argparse.ArgumentParser(prog="python -m app.training.look", description=__doc__)
    parser.add_argument("out", help="the PNG to write")
    parser.add_argument("--data", nargs="*", default=[], help="folders with sources, beside the shipped clips")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--scenes", type=int, default=6)
    parser.add_argument("--size", type=int, default=256)
    parser.add_argument("--only", choices=sorted(LAYERS), help="every scene with just this layer")
    parser.add_argument("--held-out", action="store_true", help="from the held-out sources")
    asked = parser.parse_args(arguments)
    shelf = Shelf([s for s in sources(*asked.data) if s.held_out == asked.held_out])
    maker = SceneMaker(shelf, (asked.size, asked.size), seed=asked.seed)
    pairs = []
    for index in range(asked.scenes):
        scene = maker.scene(index, asked.only)
        pairs.append((scene, worn(scene.frames, asked.seed * 1000 + index)))
    if not cv2.imwrite(asked.out, sheet(pairs)):
        raise OSError(f"{asked.out} could not be written")
    for scene, film in pairs:
        sys.stdout.write(f"{scene.sources[0]}: dirt {film.dirt.mean():.3%}, scratches {film.scratch.mean():.3%}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
