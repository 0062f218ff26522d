"""A clean pan with grain as a 10-bit scan, damaged where a test says so; and an operator that moves pixels."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import cv2
import numpy as np
import torch

from app.engine.render import as_native
from app.engine.request import Stage
from app.jobs.strokes import Dab, Stroke
from app.media.opening import open_writer
from app.media.picture import NativePicture, PictureFormat
from app.media.reel import FrameId
from app.media.writing import WriterSpec
from app.session import Session
from operators.contract import Context, Filter, FrameInfo, Params, Window, param
from tests.operators.film import film

WIDTH, HEIGHT, FRAMES = 320, 240, 9
TOP = 1023
MIDDLE = 4
BLOT = (150, 120, 9)
"""Centre and radius of the blot on the middle frame."""

FORMAT = PictureFormat(WIDTH, HEIGHT, ("R", "G", "B"), "rgb", "uint16", 10, "rec709")


def clean_frames(speed: float = 2.0) -> list[np.ndarray]:
    """Code values `(H, W)` of each frame, undamaged."""
    return [np.rint(frame[0].numpy() * TOP).astype(np.uint16) for frame in film(FRAMES, HEIGHT, WIDTH, speed, seed=7)]


def blot(x: float, y: float, radius: float) -> np.ndarray:
    rows, columns = np.mgrid[0:HEIGHT, 0:WIDTH] + 0.5
    return np.hypot(columns - x, rows - y) < radius


def write_film(folder: Path, frames: list[np.ndarray]) -> Path:
    writer = open_writer(folder, WriterSpec(format=FORMAT, rate=Fraction(24), kind="dpx", pattern="scan.%06d"))
    for frame in frames:
        writer.write(NativePicture(FORMAT, (frame, frame.copy(), frame.copy())))
    writer.finish()
    return folder


def dab(x: float, y: float, radius: float, hardness: float = 1.0) -> Stroke:
    return Stroke((Dab(x, y, radius),), hardness)


def frame_of(session: Session, index: int = MIDDLE) -> FrameId:
    return FrameId(next(iter(session.snapshot.reels)), index)


def picture(session: Session, stage: Stage = Stage.REPAIR, index: int = MIDDLE) -> np.ndarray:
    """Code values of the green plane."""
    return as_native(session.engine.picture(frame_of(session, index), stage)).picture.planes[1].astype(int)


def decibels(made: np.ndarray, truth: np.ndarray, where: np.ndarray) -> float:
    """PSNR of what lies below the grain: both are smoothed a little, for no fill knows the frame's own grain."""
    a, b = (cv2.GaussianBlur(one.astype(np.float32) / TOP, (0, 0), 1.5) for one in (made, truth))
    return float(-10 * np.log10(np.square(a - b)[where].mean()))


def telea(damaged: np.ndarray, mask: np.ndarray) -> np.ndarray:
    """OpenCV's inpainting in 8 bits."""
    small = np.rint(damaged * (255 / TOP)).astype(np.uint8)
    return cv2.inpaint(small, mask.astype(np.uint8), 3, cv2.INPAINT_TELEA).astype(float) * (TOP / 255)


@dataclass(frozen=True)
class SlideParams(Params):
    """How far."""

    x: float = param(0.0, "X", "Pixels to the right.", low=-100.0, high=100.0)
    y: float = param(0.0, "Y", "Pixels down.", low=-100.0, high=100.0)


class Slide(Filter[SlideParams]):
    """Moves the picture as a stabiliser does."""

    id = "slide"
    label = "Slide"
    summary = "Moves the picture."
    stage = "clean"
    tiling = "none"
    Params = SlideParams

    def map_points(self, points, info: FrameInfo, params: SlideParams):
        return points + np.float32([params.x, params.y])

    def map_points_back(self, points, info: FrameInfo, params: SlideParams):
        return points - np.float32([params.x, params.y])

    def run(self, window: Window, params: SlideParams, context: Context) -> torch.Tensor:
        shift = np.float32([[1, 0, params.x], [0, 1, params.y]])
        planes = [
            cv2.warpAffine(plane, shift, plane.shape[::-1], flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
            for plane in window.centre.numpy()
        ]
        return torch.from_numpy(np.stack(planes))
