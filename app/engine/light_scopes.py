"""Scopes of HDR: what a picture measures as light, in PQ, and where on the axis some cd/m2 lie.

HLG is taken as its nominal display of 1000 cd/m2 shows it. A look at a target display is measured as that display's
light, not the master's.
"""

from __future__ import annotations

from dataclasses import replace

import torch

from app.engine.hdr_look import HDR, PQ, Seen, in_pq
from app.engine.render import FloatPicture, Rendered
from app.engine.scopes import MOST_SAMPLES, Scale, Signal, measured
from operators.colour.pq import pq_inverse_eotf
from operators.contract import Region

MARKS = (0.1, 1.0, 10.0, 100.0, 203.0, 400.0, 1000.0, 4000.0, 10000.0)
"""Light, cd/m2, that is marked on an axis: 100 is SDR's white, 203 the reference white of BT.2408."""


def measured_light(
    rendered: Rendered, encoding: str, seen: Seen | None, region: Region | None = None, most: int = MOST_SAMPLES
) -> Signal:
    """What a picture in `encoding` measures: PQ signals on a scale of light for PQ and HLG, its own numbers else.

    Thinned before it is turned into light, which costs a power a sample.
    """
    signal = measured(rendered, region, most)
    if encoding not in HDR:
        return signal
    made = isinstance(rendered, FloatPicture)
    base = rendered.base if isinstance(rendered, FloatPicture) else rendered
    picture = FloatPicture(torch.from_numpy(signal.rgb), base, encoding)
    shown = seen.picture(picture, encoding) if seen is not None else in_pq(picture, encoding)
    # A PQ file's own codes go beyond black and 10000 cd/m2; what was made or shown by a display does not.
    own = encoding == PQ and not made and (seen is None or seen.display is None)
    return Signal(shown.tensor.numpy(), replace(signal.scale if own else Scale(0.0, 1.0, 0.0, 1.0), light=True))


def light_marks(scale: Scale) -> list[tuple[float, str]]:
    """Places (0 to 1) along an axis of PQ signals and the light there in cd/m2."""
    return [(scale.share(pq_inverse_eotf(nits)), f"{nits:g}") for nits in MARKS]
