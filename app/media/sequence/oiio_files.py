"""Files through OpenImageIO in their own sample types: opening, planes, attributes, failures."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import OpenImageIO as oiio

from app.errors import MediaError, NoRoomError
from app.media import failures

Array = np.ndarray[Any, np.dtype[Any]]
Attributes = tuple[tuple[str, str, Any], ...]
"""(name, OpenImageIO's type, value): enough to write every attribute again as it was."""

MOST_BYTES = 2 << 30
"""A single frame of more than this in memory is taken for a damaged header."""

MOST_RATIO = 4000
"""No lossless coder of ours shrinks a picture further than this (deflate stops at 1032)."""


def open_input(path: Path) -> Any:
    """An open `ImageInput` that hands out samples as stored: alpha unassociated, no colour conversion.

    Raises:
        FrameError: missing, empty, of no known kind, or claiming a size that its bytes cannot hold.
    """
    try:
        size = path.stat().st_size
        with path.open("rb"):
            pass
    except OSError as error:
        raise failures.of_system(error, path, "reading") from None
    if size == 0:
        raise failures.empty_file(path)
    hints = oiio.ImageSpec()
    hints.attribute("oiio:UnassociatedAlpha", 1)
    hints.attribute("oiio:RawColor", 1)
    source = oiio.ImageInput.open(os.fspath(path), hints)
    if source is None:
        raise failures.unreadable(path, _reason(fault_of(oiio), path))
    _check_size(path, source.spec(), size)
    return source


def _check_size(path: Path, spec: Any, file_size: int) -> None:
    raw = spec.width * spec.height * max(spec.nchannels, 1) * 4
    if spec.width <= 0 or spec.height <= 0 or spec.depth > 1:
        raise failures.unreadable(path, f"its header says the picture is {spec.width} x {spec.height} pixels")
    if raw > MOST_BYTES or (raw > 64 << 20 and raw > file_size * MOST_RATIO):
        raise failures.unreadable(
            path,
            f"its header claims {spec.width} x {spec.height} pixels of {spec.nchannels} channels, which "
            f"{file_size} bytes of file cannot hold or no memory should; the header is damaged",
        )


def read_pixels(source: Any, path: Path, type: str, first: int = 0, last: int | None = None) -> Array:
    """Samples `(height, width, channels)` of an open input. FrameError where not all could be read."""
    spec = source.spec()
    try:
        pixels = source.read_image(0, 0, first, spec.nchannels if last is None else last, type)
    except (MemoryError, RuntimeError) as error:
        raise failures.unreadable(path, str(error)) from None
    fault = fault_of(source)
    if pixels is None or fault:
        raise failures.FrameError(
            "truncated", f"the pixels of {path} cannot be read whole: {_reason(fault, path)}; copy it again"
        )
    array: Array = pixels
    return array if array.ndim == 3 else array.reshape(spec.height, spec.width, -1)


def split(pixels: Array) -> list[Array]:
    """Contiguous planes of interleaved samples `(height, width, channels)`, whatever their type."""
    if pixels.shape[2] == 1:
        return [np.ascontiguousarray(pixels[:, :, 0])]
    if pixels.dtype == np.float16:
        return [plane.view(np.float16) for plane in cv2.split(pixels.view(np.uint16))]
    return list(cv2.split(pixels))


def merge(planes: list[Array]) -> Array:
    """The inverse of `split`."""
    if len(planes) == 1:
        return np.ascontiguousarray(planes[0])[:, :, None]
    if planes[0].dtype == np.float16:
        merged: Array = cv2.merge([np.ascontiguousarray(p).view(np.uint16) for p in planes])
        return merged.view(np.float16)
    whole: Array = cv2.merge([np.ascontiguousarray(p) for p in planes])
    return whole


def attributes_of(spec: Any) -> Attributes:
    """Every attribute of a spec whose text is UTF-8; Latin-1 text of old scanners is left out."""
    found: list[tuple[str, str, Any]] = []
    for attribute in spec.extra_attribs:
        try:
            found.append((attribute.name, str(attribute.type), attribute.value))
        except UnicodeDecodeError:
            continue
    return tuple(found)


def fault_of(source: Any) -> str:
    """The error a library object holds, taken from it. It may quote bytes of the file that are no text."""
    try:
        return str(source.geterror())
    except UnicodeDecodeError:
        return "its header is damaged"


def set_attributes(spec: Any, attributes: Attributes, leave_out: frozenset[str] = frozenset()) -> None:
    """Put attributes on a spec, with their types."""
    for name, type, value in attributes:
        if name not in leave_out:
            spec.attribute(name, oiio.TypeDesc(type), value)


def write_pixels(path: Path, format_name: str, spec: Any, pixels: Array) -> None:
    """Write one picture with the named writer. NoRoomError on a full disk, else MediaError."""
    target = oiio.ImageOutput.create(format_name)
    if target is None:
        raise MediaError(f"this OpenImageIO cannot write {format_name} files")
    done = target.open(os.fspath(path), spec) and target.write_image(pixels)
    fault = fault_of(target) or ("" if done else fault_of(oiio))
    closed = target.close()
    after = fault_of(target)  # asked even on success: TIFF then complains of an Exif directory it never had
    fault = fault or ("" if closed else after)
    # Writers of OpenImageIO do not tell when the last flush of a small file fails: ask the disk.
    if "space" in fault.lower() or not _room_left(path):
        raise NoRoomError(f"the disk is full while writing {path}; free some space and run again")
    if done and closed and not fault:
        return
    raise MediaError(f"{path} could not be written: {_reason(fault, path)}")


def _room_left(path: Path) -> bool:
    """Less than 1 MiB left on the disk counts as full."""
    try:
        disk = os.statvfs(path.parent)
    except (OSError, AttributeError):
        return True
    return disk.f_bavail * disk.f_frsize > 1 << 20


def _reason(text: str, path: Path) -> str:
    """The library's own words, first line, without the path that our sentence already has."""
    line = next((part for part in text.splitlines() if part.strip()), "the file is damaged or of another kind")
    return line.replace(os.fspath(path), "the file").strip().rstrip(".")
