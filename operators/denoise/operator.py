"""Denoise: average along motion what the measured noise explains, then shrink what noise is left."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import torch

from operators.contract import Context, Filter, FloatArray, Params, Window, as_array, param
from operators.denoise import blocks, noise, temporal
from operators.denoise.neighbours import Neighbour, neighbours, opponent, opponent_back


@dataclass(frozen=True)
class DenoiseParams(Params):
    """Strengths and the length of the temporal window."""

    strength: float = param(
        1.0, "Strength", "1 takes out the noise that is measured; 0 changes nothing.", low=0.0, high=3.0, step=0.05
    )
    radius: int = param(
        2, "Frames each side", "How many neighbours are averaged on each side.", low=0, high=2, step=1
    )
    chroma: float = param(1.0, "Chroma", "Strength on colour, relative to strength.", low=0.0, high=3.0, step=0.05)
    spatial: float = param(
        1.0, "Spatial", "Strength of the second stage, on noise the neighbours leave.", low=0.0, high=2.0, step=0.05
    )


class Denoise(Filter[DenoiseParams]):
    """Motion-compensated temporal denoising with measured noise. Channels beyond the colours pass untouched."""

    id = "denoise"
    label = "Denoise"
    summary = "Takes grain and noise out along motion, by as much as is measured to be there, without ghosts."
    stage = "clean"
    tiling = "none"
    Params = DenoiseParams

    def window(self, params: DenoiseParams) -> tuple[int, int]:
        """As many frames as the radius says; none where nothing is to be done."""
        radius = params.radius if params.strength > 0.0 else 0
        return radius, radius

    def run(self, window: Window, params: DenoiseParams, context: Context) -> torch.Tensor:
        """The denoised centre frame, `(C, H, W)`."""
        if params.strength == 0.0:
            return window.centre.clone()
        frame = as_array(window.centre)
        colours = 3 if frame.shape[0] >= 3 else 1
        out = frame.copy()
        out[:colours] = _denoised(window, colours, params, context)
        return torch.from_numpy(out)


def _denoised(window: Window, colours: int, params: DenoiseParams, context: Context) -> FloatArray:
    """The colour channels `(1 or 3, H, W)` without their noise."""
    centre = opponent(as_array(window.centre)[:colours])
    others = neighbours(window, colours, params.radius, context)
    brightness = cv2.GaussianBlur(centre[0], (0, 0), 1.5)
    models = _measured(centre, others, brightness, context)
    strengths = [params.strength] + [params.strength * params.chroma] * (colours - 1)
    sigmas = np.stack([m.sigma_at(brightness) * np.float32(s) for m, s in zip(models, strengths, strict=True)])
    # Noise far below a code value is no noise, and shrinking it would only cost exactness.
    if sigmas.max() < 0.05 * window.info.code_step:
        return as_array(window.centre)[:colours]
    moved = []
    for other in others:
        context.check()
        moved.append(other.moved(centre))
    mean = temporal.average(centre, moved, sigmas, context.check)
    done = mean.picture
    for channel, sigma, model in zip(done, sigmas, models, strict=True):
        if params.spatial > 0.0 and sigma.max() > 0.0:
            left = sigma * mean.left * np.float32(params.spatial)
            channel[:] = blocks.shrunk(channel, left, model.spectrum, context.check)
    if params.chroma == 0.0:
        done[1:] = centre[1:]
    return opponent_back(done)


def _measured(
    centre: FloatArray, others: list[Neighbour], brightness: FloatArray, context: Context
) -> list[noise.NoiseModel]:
    """The noise of each channel, between the frame and its two nearest neighbours."""
    if not others:
        return [noise.from_one_frame(channel, brightness) for channel in centre]
    moved = [other.moved_whole(centre) for other in others[:2]]
    models = []
    for c, channel in enumerate(centre):
        context.check()
        models.append(noise.from_differences([neighbour[c] - channel for neighbour in moved], brightness))
    return models


OPERATOR = Denoise()
