"""What a target display shows of a PQ picture by its HDR Vivid metadata, and false colour that tells light in cd/m2.

Both come after every stage: pictures for eyes, of which nothing goes back into a film. An SDR screen can only
simulate them; `view_name` says how.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import cv2
import numpy as np
import torch

from app.engine.look import HdrLook, ScreenPixels
from app.engine.render import FloatPicture, Rendered, as_tensor
from app.engine.screen import picture_size, screen_pixels
from app.errors import UsageError
from app.hdr.vivid.adaptation import Display
from app.hdr.vivid.display_curve import DisplayCurve
from app.hdr.vivid.fields import VividMetadata
from app.hdr.vivid.payload import pack
from app.hdr.vivid.picture import PictureCurve
from app.media.colour import View, convert
from app.media.colour.cube import Cube
from app.media.picture import NativePicture
from operators.colour.hlg import hlg_to_nits
from operators.colour.pq import pq_eotf, pq_inverse_eotf

SDR_NITS = 100.0
PQ = "pq_bt2020"
HDR = (PQ, "hlg_bt2020")
CUBE_FROM = 250_000
"""Pixels from which a cube of colours, which takes as long to make as 150,000 pixels take the exact way, pays."""

BANDS: tuple[tuple[float, tuple[int, int, int]], ...] = (
    (0.05, (20, 10, 40)),
    (1.0, (60, 40, 130)),
    (10.0, (40, 90, 190)),
    (50.0, (30, 150, 160)),
    (100.0, (60, 165, 75)),
    (203.0, (190, 190, 60)),
    (400.0, (230, 150, 40)),
    (1000.0, (215, 70, 45)),
    (4000.0, (200, 60, 160)),
    (10000.0, (255, 235, 245)),
)
"""False colour: the light up to which a band reaches, cd/m2, and its red, green, blue. 100 is SDR's white, 203 the
reference white of BT.2408."""
TABLE = 1 << 16


def display_for(nits: float, mastering_nits: float) -> Display:
    """The display to look at; 100 cd/m2 is an SDR one. DisplayError where there can be none."""
    return Display(nits, mastering_nits, sdr=nits == SDR_NITS)


def view_name(look: HdrLook | None, usual: str | None) -> str | None:
    """The view of the colour configuration that a look is seen through.

    A display of up to 100 cd/m2 is shown as it is, its white as the screen's. What is brighter no SDR screen has: it
    is rolled off by the encoding's usual view, as the master is, so that both are set against each other alike.
    """
    return "Video" if look is not None and 0 < look.nits <= SDR_NITS else usual


def as_pq(rendered: Rendered, encoding: str, scale: int = 1) -> torch.Tensor:
    """A picture as PQ R'G'B' of BT.2020, `(3, H, W)` float32, at 1/`scale` of its size."""
    tensor = _reduced(as_tensor(rendered), scale)
    tensor = tensor[:1].expand(3, -1, -1) if tensor.shape[0] < 3 else tensor[:3]
    if encoding == PQ:
        return tensor
    if encoding == "hlg_bt2020":
        return pq_inverse_eotf(hlg_to_nits(tensor.clamp(0, 1))).to(torch.float32)
    pixels = np.ascontiguousarray(tensor.permute(1, 2, 0).numpy())
    return torch.from_numpy(convert(encoding, PQ)(pixels)).permute(2, 0, 1).contiguous()


def previewed(
    rendered: Rendered, encoding: str, metadata: VividMetadata, display: Display, scale: int = 1
) -> FloatPicture:
    """What the display shows, as PQ of its light. UsageError for pictures that are no HDR."""
    _require_hdr(encoding)
    shown = _curve(metadata, display).apply(as_pq(rendered, encoding, scale))
    return _float_picture(shown, rendered)


def _require_hdr(encoding: str) -> None:
    if encoding not in HDR:
        raise UsageError(
            f"these pictures are in {encoding}, which is no HDR: add SDR to HDR to the grade, then look at a display"
        )


def in_pq(rendered: Rendered, encoding: str, scale: int = 1) -> FloatPicture:
    """The master itself in PQ."""
    return _float_picture(as_pq(rendered, encoding, scale), rendered)


def false_colours(picture: FloatPicture) -> ScreenPixels:
    """Light as colours, `(H, W, 4)` for a screen: the brightest channel of each pixel falls into one of `BANDS`."""
    signal = picture.tensor.amax(dim=0).clamp(0, 1)
    brightest = signal.mul(TABLE - 1).round().to(torch.int32).numpy()
    pixels: Any = np.take(_false_table(), brightest, axis=0)
    return np.ascontiguousarray(pixels)


def nits_of(picture: Rendered, encoding: str, x: int, y: int) -> tuple[float, float, float] | None:
    """The light of a pixel's R, G, B in cd/m2; None for pictures that are no HDR: theirs is what a screen makes."""
    if encoding not in HDR:
        return None
    pixel = as_tensor(picture)[:, y : y + 1, x : x + 1]
    red, green, blue = (
        pq_eotf(as_pq(FloatPicture(pixel, _base(picture), encoding), encoding).double()).flatten().tolist()
    )
    return red, green, blue


def shown_pixels(rendered: Rendered, encoding: str, seen: Seen, view: View, scale: int = 1) -> ScreenPixels:
    """What a screen shows of a look, `(ceil(H / scale), ceil(W / scale), 4)`: blue, green, red, 255.

    Curve and view of a large picture are one cube of colours: twenty times as fast, and on film within four code
    values of 8 bits; colours at the edge of what the screen has may miss by more. Small pictures, and single pixels
    that are read out, go the exact way.
    """
    if seen.look.false_colour or seen.metadata is None or seen.display is None:
        picture = seen.picture(rendered, encoding, scale)
        return false_colours(picture) if seen.look.false_colour else screen_pixels(picture, view)
    width, height = picture_size(rendered)
    if width * height < CUBE_FROM * scale * scale:
        return screen_pixels(seen.picture(rendered, encoding, scale), view)
    _require_hdr(encoding)
    cube = _cube(seen.metadata, seen.display, view)
    signal = np.ascontiguousarray(as_pq(rendered, encoding, scale).permute(1, 2, 0).numpy())
    return np.asarray(cv2.cvtColor(cube(signal), cv2.COLOR_RGB2BGRA), np.uint8)


@lru_cache(maxsize=8)
def _cube(metadata: VividMetadata, display: Display, view: View) -> Cube:
    curve = _curve(metadata, display)

    def way(pixels: Any) -> Any:
        shown = curve.apply(torch.from_numpy(pixels).permute(2, 0, 1))
        return view.exact(np.ascontiguousarray(shown.permute(1, 2, 0).numpy()))

    return Cube.of(way)


@lru_cache(maxsize=16)
def _curve(metadata: VividMetadata, display: Display) -> PictureCurve:
    return PictureCurve.of(DisplayCurve.of(metadata, display))


@lru_cache(maxsize=1)
def _false_table() -> ScreenPixels:
    nits = pq_eotf(np.arange(TABLE) / (TABLE - 1))
    tops = np.array([top for top, _ in BANDS[:-1]])
    colours = np.array([(blue, green, red, 255) for _, (red, green, blue) in BANDS], np.uint8)
    table: ScreenPixels = colours[np.searchsorted(tops, nits)]
    return table


def _reduced(tensor: torch.Tensor, scale: int) -> torch.Tensor:
    if scale == 1:
        return tensor
    height, width = tensor.shape[1:]
    size = (-(-width // scale), -(-height // scale))
    planes = [cv2.resize(plane, size, interpolation=cv2.INTER_AREA) for plane in tensor.numpy()]
    return torch.from_numpy(np.stack(planes))


def _float_picture(tensor: torch.Tensor, rendered: Rendered) -> FloatPicture:
    return FloatPicture(tensor, _base(rendered), PQ)


def _base(rendered: Rendered) -> NativePicture:
    return rendered.base if isinstance(rendered, FloatPicture) else rendered


@dataclass(frozen=True, slots=True)
class Seen:
    """What a look needs besides the stage's picture: whose metadata on which display (none for the master)."""

    look: HdrLook
    metadata: VividMetadata | None
    display: Display | None

    @property
    def key(self) -> tuple[object, ...]:
        """All that decides what it makes of a stage's picture."""
        if self.metadata is None or self.display is None:
            return (self.look.false_colour,)
        return (
            self.look.false_colour,
            pack(self.metadata).hex(),
            self.display.peak_nits,
            self.display.mastering_nits,
        )

    def picture(self, rendered: Rendered, encoding: str, scale: int = 1) -> FloatPicture:
        """The picture that the look is of, in PQ."""
        if self.metadata is None or self.display is None:
            return in_pq(rendered, encoding, scale)
        return previewed(rendered, encoding, self.metadata, self.display, scale)
