"""Dynamic metadata as files beside a film: which kinds there are, and the way in and out of each.

- `.json`: Reelmend's JSON of HDR Vivid, or HDR10+ in hdr10plus_tool's layout.
- `.txt`: UWA's text lines of HDR Vivid.
- `.hex`: one T.35 payload a line in hexadecimal, frames in the order they are shown; `#` begins a comment.
- `.bin`: payloads with a length of two bytes (big-endian) before each, in the order in which the pictures are
  *coded*, as the public extractors of HDR Vivid write them.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from app.errors import MediaError, UsageError
from app.hdr.stream import hdr10plus
from app.hdr.stream.hdr10plus_json import from_json, to_json
from app.hdr.stream.sei import Kind, kind_of
from app.hdr.vivid import files as vivid_files
from app.hdr.vivid.json_text import FORMAT as VIVID_FORMAT
from app.hdr.vivid.json_text import to_json as vivid_to_json
from app.hdr.vivid.payload import pack, unpack
from app.hdr.vivid.uwa_text import to_text
from app.media.failures import no_such_path

ENDINGS = {Kind.VIVID: (".json", ".txt", ".hex", ".bin"), Kind.HDR10PLUS: (".json", ".hex", ".bin")}


class Metadata(NamedTuple):
    """One payload a frame, in the order of presentation."""

    kind: Kind
    payloads: list[bytes]


def read_metadata(path: Path, order: Sequence[int]) -> Metadata:
    """Read a metadata file.

    Args:
        path: the file; its ending says what it is.
        order: index in presentation order of each coded picture of the film it belongs to (for `.bin`).

    Raises:
        UsageError: an unknown ending.
        MediaError: the text names the line or frame that is wrong, or the counts that differ.
    """
    if not path.is_file():
        raise no_such_path(path)
    suffix = path.suffix.lower()
    if suffix == ".json" and VIVID_FORMAT not in (text := _text(path)):
        return Metadata(Kind.HDR10PLUS, [frame.payload for frame in from_json(text, path)])
    if suffix in (".json", ".txt"):
        return Metadata(Kind.VIVID, [pack(frame) for frame in vivid_files.read_metadata(path)])
    if suffix == ".hex":
        return _named(path, _lines(_text(path), path))
    if suffix == ".bin":
        return _named(path, _shown(_records(path.read_bytes(), path), order, path))
    raise UsageError(f"{path}: metadata is read from {', '.join(sorted({e for k in ENDINGS.values() for e in k}))}")


def written_metadata(path: Path, metadata: Metadata, order: Sequence[int]) -> bytes:
    """What a metadata file of this name holds. UsageError where its ending does not fit the kind."""
    kind, payloads = metadata
    suffix = path.suffix.lower()
    if suffix not in ENDINGS[kind]:
        raise UsageError(f"{path.name}: {kind.label} metadata is written to {', '.join(ENDINGS[kind])}; name it so")
    if kind is Kind.VIVID and suffix in vivid_files.SUFFIXES:
        frames = [unpack(payload) for payload in payloads]
        return (vivid_to_json(frames) if suffix == ".json" else to_text(frames)).encode()
    if suffix == ".json":
        return to_json([hdr10plus.parse(payload) for payload in payloads]).encode()
    if suffix == ".hex":
        return "".join(payload.hex() + "\n" for payload in payloads).encode()
    return b"".join(len(payloads[i]).to_bytes(2, "big") + payloads[i] for i in order)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise MediaError(f"{path} is no text: it is damaged, or of another kind than its ending says") from None


def _lines(text: str, path: Path) -> list[bytes]:
    payloads = []
    for number, line in enumerate(text.splitlines(), 1):
        content = line.partition("#")[0].strip()
        if content:
            try:
                payloads.append(bytes.fromhex(content))
            except ValueError:
                raise MediaError(
                    f"{path}, line {number}: this is no payload in hexadecimal: {content[:40]}"
                ) from None
    return payloads


def _records(data: bytes, path: Path) -> list[bytes]:
    payloads: list[bytes] = []
    place = 0
    while place < len(data):
        length = int.from_bytes(data[place : place + 2], "big")
        payload = data[place + 2 : place + 2 + length]
        if not payload or len(payload) < length:
            raise MediaError(f"{path} is cut short or damaged: record {len(payloads)} says {length} bytes")
        payloads.append(payload)
        place += 2 + length
    return payloads


def _shown(coded: list[bytes], order: Sequence[int], path: Path) -> list[bytes]:
    if len(coded) != len(order):
        raise MediaError(f"{path} has metadata for {len(coded)} frames and the film has {len(order)}")
    payloads = [b""] * len(coded)
    for index, payload in zip(order, coded, strict=True):
        payloads[index] = payload
    return payloads


def _named(path: Path, payloads: list[bytes]) -> Metadata:
    """The payloads with their kind, which must be one throughout."""
    kinds = [kind_of(payload) for payload in payloads]
    first = next(iter(kinds), None)
    if first is None:
        raise MediaError(f"{path} holds no HDR Vivid or HDR10+ payloads")
    wrong = next((index for index, kind in enumerate(kinds) if kind is not first), None)
    if wrong is not None:
        raise MediaError(f"{path}, frame {wrong}: this is no {first.label} payload as the ones before it are")
    return Metadata(first, payloads)
