"""HDR10+: the fields of SMPTE ST 2094-40 (application 4) as they travel in a T.35 message.

Light is coded linearly: 100000 is 10000 cd/m2, so a code is a tenth of a cd/m2.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.errors import MediaError
from app.hdr.stream.bits import BitReader, BitWriter

_WHAT = "the HDR10+ metadata"
_HEADER = (0xB5, 0x003C, 0x0001, 4)
_GEOMETRY = (16, 16, 16, 16, 16, 16, 8, 16, 16, 16, 1)
"""Bits of a further window: corners, centre, rotation, three half axes, overlap (processing) option."""

Grid = tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class ToneCurve:
    """A knee (12 bits each) and the anchors (10 bits each) of the Bezier curve above it."""

    knee_x: int
    knee_y: int
    anchors: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Window:
    """What is said of one window: the first is the whole picture and has no `geometry`.

    Attributes:
        max_scl: largest linear R, G and B.
        average: mean of maxRGB, linear.
        percentiles: (percentage, linear light) pairs.
        bright: fraction of bright pixels in thousandths.
        curve: None where the stream carries statistics only (profile A).
        saturation: colour saturation weight in eighths.
    """

    max_scl: tuple[int, int, int]
    average: int
    percentiles: tuple[tuple[int, int], ...]
    bright: int = 0
    curve: ToneCurve | None = None
    saturation: int | None = None
    geometry: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Hdr10Plus:
    """One picture's metadata. `target` is the brightness of the targeted display in cd/m2."""

    target: int
    windows: tuple[Window, ...]
    version: int = 1
    target_peaks: Grid = ()
    mastering_peaks: Grid = ()

    @property
    def payload(self) -> bytes:
        """The T.35 payload, from the country code on. ValueError where a value does not fit its field."""
        bits = BitWriter()
        for value, count in zip((*_HEADER, self.version), (8, 16, 16, 8, 8), strict=True):
            bits.u(value, count)
        bits.u(len(self.windows), 2)
        for window in self.windows[1:]:
            for value, count in zip(window.geometry, _GEOMETRY, strict=True):
                bits.u(value, count)
        bits.u(self.target, 27)
        _write_grid(bits, self.target_peaks)
        for window in self.windows:
            _write_light(bits, window)
        _write_grid(bits, self.mastering_peaks)
        for window in self.windows:
            _write_curve(bits, window)
        return bytes(bits)


def parse(payload: bytes) -> Hdr10Plus:
    """The metadata of a T.35 payload. MediaError where it is of another kind, cut short or impossible."""
    bits = BitReader(payload, _WHAT)
    if (bits.u(8), bits.u(16), bits.u(16), bits.u(8)) != _HEADER:
        raise MediaError("this is no HDR10+ metadata: its T.35 codes are of another kind")
    version, count = bits.u(8), bits.u(2)
    if version > 1 or not count:
        raise MediaError(f"{_WHAT} has application version {version} and {count} windows, which is not known here")
    geometry = [()] + [tuple(bits.u(size) for size in _GEOMETRY) for _ in range(count - 1)]
    target = bits.u(27)
    target_peaks = _read_grid(bits)
    light = [_read_light(bits) for _ in range(count)]
    mastering_peaks = _read_grid(bits)
    windows = []
    for place, (scl, average, percentiles, bright) in zip(geometry, light, strict=True):
        curve = ToneCurve(bits.u(12), bits.u(12), _numbers(bits, bits.u(4), 10)) if bits.flag() else None
        saturation = bits.u(6) if bits.flag() else None
        windows.append(Window(scl, average, percentiles, bright, curve, saturation, place))
    if any(bits.u(1) for _ in range(bits.left)):
        raise MediaError(f"{_WHAT} goes on after its last field: it is damaged or of a newer kind")
    return Hdr10Plus(target, tuple(windows), version, target_peaks, mastering_peaks)


def _numbers(bits: BitReader, count: int, size: int) -> tuple[int, ...]:
    return tuple(bits.u(size) for _ in range(count))


def _read_light(bits: BitReader) -> tuple[tuple[int, int, int], int, tuple[tuple[int, int], ...], int]:
    scl = bits.u(17), bits.u(17), bits.u(17)
    average = bits.u(17)
    percentiles = tuple((bits.u(7), bits.u(17)) for _ in range(bits.u(4)))
    return scl, average, percentiles, bits.u(10)


def _write_light(bits: BitWriter, window: Window) -> None:
    for value in (*window.max_scl, window.average):
        bits.u(value, 17)
    bits.u(len(window.percentiles), 4)
    for percentage, value in window.percentiles:
        bits.u(percentage, 7)
        bits.u(value, 17)
    bits.u(window.bright, 10)


def _write_curve(bits: BitWriter, window: Window) -> None:
    bits.u(window.curve is not None, 1)
    if window.curve is not None:
        bits.u(window.curve.knee_x, 12)
        bits.u(window.curve.knee_y, 12)
        bits.u(len(window.curve.anchors), 4)
        for anchor in window.curve.anchors:
            bits.u(anchor, 10)
    bits.u(window.saturation is not None, 1)
    if window.saturation is not None:
        bits.u(window.saturation, 6)


def _read_grid(bits: BitReader) -> Grid:
    """An actual peak luminance array: a flag, then rows and columns of 4 bits."""
    if not bits.flag():
        return ()
    rows, columns = bits.u(5), bits.u(5)
    return tuple(_numbers(bits, columns, 4) for _ in range(rows))


def _write_grid(bits: BitWriter, grid: Grid) -> None:
    bits.u(bool(grid), 1)
    if grid:
        bits.u(len(grid), 5)
        bits.u(len(grid[0]), 5)
        for value in (value for row in grid for value in row):
            bits.u(value, 4)
