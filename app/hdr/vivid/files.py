"""Metadata files: UWA text or our JSON, told apart by their content when read and by their name when written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.document.files import write_whole
from app.errors import UsageError
from app.hdr.vivid.errors import CountError, MetadataTextError
from app.hdr.vivid.fields import VividMetadata
from app.hdr.vivid.json_text import from_json, to_json
from app.hdr.vivid.uwa_text import from_text, to_text

SUFFIXES = (".json", ".txt")


def read_metadata(path: Path) -> tuple[VividMetadata, ...]:
    """One entry a frame; MetadataTextError where the file cannot be read or does not say what it must."""
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        raise MetadataTextError(f"{path} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise MetadataTextError(f"{path} is no text: byte {error.start} is not UTF-8") from error
    if text.lstrip().startswith(("{", "[")):
        return from_json(text, str(path))
    return from_text(text, str(path))


def write_metadata(path: Path, frames: Sequence[VividMetadata]) -> None:
    """Write `.json` or UWA text (`.txt`), whole or not at all."""
    check_suffix(path)
    text = to_json(frames) if path.suffix.lower() == ".json" else to_text(frames)
    write_whole(path, text.encode())


def check_suffix(path: Path) -> None:
    """UsageError where a name does not say which of the two formats is meant."""
    if path.suffix.lower() not in SUFFIXES:
        raise UsageError(f"{path} must end in .json (Reelmend's) or .txt (UWA's text lines)")


def check_count(frames: Sequence[VividMetadata], wanted: int, what: str) -> None:
    """CountError where there is not exactly one entry a frame: nothing is padded, nothing left out."""
    if len(frames) != wanted:
        raise CountError(
            f"the metadata have {len(frames)} entries and {what} has {wanted} frames; each frame needs exactly one"
        )
