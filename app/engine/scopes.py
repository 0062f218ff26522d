"""Scopes: what a picture's numbers are, counted. Waveform, parade, vectorscope and histogram as arrays of counts.

Everything here is NumPy on a picture thinned out to a few hundred thousand samples, so that one scope of a 4K frame
costs a few milliseconds; `widgets.scopes` draws what comes out.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from app.engine.render import FloatPicture, Rendered
from app.engine.tensors import to_tensor
from app.media.picture import NativePicture, PictureFormat
from operators.colour.primaries import LUMINANCE
from operators.contract import FloatArray, Region

Counts = np.ndarray[Any, np.dtype[np.int64]]
Picture8 = np.ndarray[Any, np.dtype[np.uint8]]

MOST_SAMPLES = 300_000
KR, KB = 0.2126, 0.0722
"""Luma weights of ITU-R BT.709-6, section 3.2; scopes show every SDR picture as a Rec. 709 monitor would take it."""

BARS = {
    "R": (1, 0, 0), "Mg": (1, 0, 1), "B": (0, 0, 1), "Cy": (0, 1, 1), "G": (0, 1, 0), "Yl": (1, 1, 0),
}  # fmt: skip
"""The six colours of colour bars (SMPTE EG 1, ITU-R BT.471)."""

SKIN_DEGREES = 123.0
"""The +I axis of SMPTE 170M, 33 degrees from +V, on which skin of every tone lies; counted from +Cb."""


@dataclass(frozen=True, slots=True)
class Scale:
    """The vertical axis of a scope: nominal values `low` to `high` are code values `code_low` to `code_high`.

    With `light` the values are PQ signals, which stand for light in cd/m2 (`app.engine.light_scopes`).
    """

    low: float = 0.0
    high: float = 1.0
    code_low: float = 0.0
    code_high: float = 255.0
    light: bool = False

    def code(self, value: float) -> float:
        """The code value of a nominal one."""
        return self.code_low + (value - self.low) / (self.high - self.low) * (self.code_high - self.code_low)

    def share(self, value: float) -> float:
        """How far up the axis a nominal value lies, 0 to 1 inside it."""
        return (value - self.low) / (self.high - self.low)

    @classmethod
    def of(cls, fmt: PictureFormat) -> Scale:
        """The whole code range of a format; float pictures are shown from 0 to 1."""
        if fmt.is_float:
            return cls(0.0, 1.0, 0.0, 1.0)
        top = 2.0**fmt.bit_depth - 1
        if fmt.full_range:
            return cls(0.0, 1.0, 0.0, top)
        unit = 2.0 ** (fmt.bit_depth - 8)
        return cls(-16 / 219, (top / unit - 16) / 219, 0.0, top)


@dataclass(frozen=True, slots=True)
class Signal:
    """A thinned picture `(3, h, w)` float32 in nominal values, R'G'B', and the scale it is shown on."""

    rgb: FloatArray
    scale: Scale

    @property
    def luma(self) -> FloatArray:
        """Luma `(h, w)`: of Rec. 709, of BT.2020 where the signal is light in PQ."""
        red, green, blue = LUMINANCE if self.scale.light else (KR, 1 - KR - KB, KB)
        weighted: FloatArray = red * self.rgb[0] + green * self.rgb[1] + blue * self.rgb[2]
        return weighted


def measured(rendered: Rendered, region: Region | None = None, most: int = MOST_SAMPLES) -> Signal:
    """What a picture of the engine measures, in its own numbers: before any view."""
    if isinstance(rendered, FloatPicture):
        return native_signal(rendered.tensor.numpy(), rendered.base.format, region, most)
    # Thinned before it is turned into floats: a tenth of the work on a 4K frame. Steps are whole chroma sites, so
    # that each sample keeps the chroma it is shown with.
    fmt = rendered.format
    rows, columns = _picked(fmt.height, fmt.width, region, most, site=max(fmt.subsampling))
    if rows.step == 1:
        return native_signal(to_tensor(rendered).numpy(), fmt, region, most)
    planes = [rendered.planes[0][rows, columns]]
    for plane in rendered.planes[1 : fmt.colour_planes]:
        horizontal, vertical = fmt.subsampling
        planes.append(plane[_coarser(rows, vertical), _coarser(columns, horizontal)])
    height, width = planes[0].shape
    small = replace(fmt.with_size(width, height), channels=fmt.channels[: fmt.colour_planes], subsampling=(1, 1))
    picture = NativePicture(small, tuple(np.ascontiguousarray(plane[:height, :width]) for plane in planes))
    return Signal(_as_rgb(to_tensor(picture).numpy()), Scale.of(fmt))


def native_signal(
    values: FloatArray, fmt: PictureFormat, region: Region | None = None, most: int = MOST_SAMPLES
) -> Signal:
    """From the floats `(C, H, W)` an operator would get (further channels are left out)."""
    rows, columns = _picked(values.shape[1], values.shape[2], region, most)
    return Signal(_as_rgb(values[:3, rows, columns]), Scale.of(fmt))


def shown_signal(pixels: Picture8, region: Region | None = None, most: int = MOST_SAMPLES) -> Signal:
    """From what the screen shows: `(h, w, 4)` BGRX bytes; `region` in the same pixels."""
    rows, columns = _picked(pixels.shape[0], pixels.shape[1], region, most)
    picked = pixels[rows, columns]
    rgb = np.stack([picked[..., channel] for channel in (2, 1, 0)])
    return Signal(np.multiply(rgb, np.float32(1 / 255), dtype=np.float32), Scale())


def waveform(values: FloatArray, scale: Scale, columns: int = 512, levels: int = 256) -> Counts:
    """How often each level `(levels, columns)` occurs in each column of `(h, w)`; row 0 is the lowest level."""
    columns = min(columns, values.shape[1])
    place = np.arange(values.shape[1]) * columns // values.shape[1]
    cells = _level(values, scale, levels) * columns + place
    return np.bincount(cells.ravel(), minlength=levels * columns).reshape(levels, columns)


def parade(signal: Signal, columns: int = 170, levels: int = 256) -> tuple[Counts, Counts, Counts]:
    """Waveforms of red, green and blue."""
    red, green, blue = (waveform(channel, signal.scale, columns, levels) for channel in signal.rgb)
    return red, green, blue


def histogram(signal: Signal, bins: int = 256) -> Counts:
    """How often each level occurs: `(4, bins)` of red, green, blue and luma."""
    channels = (*signal.rgb, signal.luma)
    return np.stack(
        [np.bincount(_level(channel, signal.scale, bins).ravel(), minlength=bins) for channel in channels]
    )


def vectorscope(signal: Signal, size: int = 256) -> Counts:
    """How often each colour difference occurs: `(size, size)`, row Cr, column Cb, -0.5 to 0.5."""
    luma = KR * signal.rgb[0] + (1 - KR - KB) * signal.rgb[1] + KB * signal.rgb[2]  # as the targets are drawn
    cb = _level((signal.rgb[2] - luma) / np.float32(2 * (1 - KB)), _CHROMA, size)
    cr = _level((signal.rgb[0] - luma) / np.float32(2 * (1 - KR)), _CHROMA, size)
    return np.bincount((cr * size + cb).ravel(), minlength=size * size).reshape(size, size)


def targets(amplitude: float = 0.75) -> dict[str, tuple[float, float]]:
    """Where the six colours of bars of this amplitude lie: (Cb, Cr), each -0.5 to 0.5."""
    return {name: chroma(*(amplitude * part for part in rgb)) for name, rgb in BARS.items()}


def chroma(red: float, green: float, blue: float) -> tuple[float, float]:
    """(Cb, Cr) of a nominal R'G'B' colour: ITU-R BT.709-6, section 3.3."""
    luma = KR * red + (1 - KR - KB) * green + KB * blue
    return (blue - luma) / (2 * (1 - KB)), (red - luma) / (2 * (1 - KR))


def skin_line(length: float = 0.5) -> tuple[float, float]:
    """The far end of the skin line from the middle: (Cb, Cr)."""
    angle = math.radians(SKIN_DEGREES)
    return length * math.cos(angle), length * math.sin(angle)


def brightness(counts: Counts, *, log: bool) -> Picture8:
    """A trace's light, 0 to 255 of the counts' shape. Logarithmic shows single samples beside a flat area."""
    if not counts.any():
        return np.zeros(counts.shape, np.uint8)
    if log:
        light = np.log1p(counts) * (255 / math.log1p(int(counts.max())))
        # A single sample must be seen on a dark ground: no step below a quarter of the light.
        light = np.where(counts > 0, np.maximum(light, 64), 0)
    else:
        full = max(float(np.percentile(counts[counts > 0], 95)), 1.0)
        light = np.minimum(counts * (255 / full), 255)
    return light.astype(np.uint8)


_CHROMA = Scale(-0.5, 0.5)


def _level(values: FloatArray, scale: Scale, levels: int) -> Counts:
    """The level (0 to levels - 1) of each value: the nearest; what lies beyond the scale counts at its end."""
    step = (levels - 1) / (scale.high - scale.low)
    # NaN of a broken float picture would become an arbitrary index.
    finite = np.nan_to_num(values, nan=scale.low, posinf=scale.high, neginf=scale.low)
    placed = np.rint((finite - np.float32(scale.low)) * np.float32(step))
    level: Counts = np.clip(placed, 0, levels - 1).astype(np.int64)
    return level


def _as_rgb(values: FloatArray) -> FloatArray:
    rgb = np.repeat(values[:1], 3, axis=0) if len(values) < 3 else values[:3]
    return np.ascontiguousarray(rgb, np.float32)


def _picked(height: int, width: int, region: Region | None, most: int, site: int = 1) -> tuple[slice, slice]:
    """Every n-th row and column inside the region (of all where the two do not meet), so as to be at most `most`.

    Where that thins, start and step are whole multiples of `site`.
    """
    x0, x1, y0, y1 = 0, width, 0, height
    if region is not None:
        inside = max(region.x0, 0), min(region.x1, width), max(region.y0, 0), min(region.y1, height)
        if inside[0] < inside[1] and inside[2] < inside[3]:
            x0, x1, y0, y1 = inside
    step = max(math.ceil(math.sqrt((x1 - x0) * (y1 - y0) / most)), 1)
    if step > 1:
        step = -(-step // site) * site
        x0, y0 = x0 // site * site, y0 // site * site
    return slice(y0, y1, step), slice(x0, x1, step)


def _coarser(picked: slice, by: int) -> slice:
    """The same samples in a plane that has one for every `by`."""
    return slice(picked.start // by, -(-picked.stop // by), picked.step // by)
