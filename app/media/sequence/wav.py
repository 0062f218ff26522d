"""Finding the WAV that belongs to a sequence, and reading what it holds (RIFF, RF64; EBU Tech 3306)."""

from __future__ import annotations

import os
import struct
from pathlib import Path
from typing import BinaryIO

from app.media.reel import SoundTrack
from app.media.sequence.naming import FileSequence, frame_name

_PCM, _FLOAT, _EXTENSIBLE = 1, 3, 0xFFFE
_LAYOUTS = {1: "mono", 2: "stereo", 6: "5.1", 8: "7.1"}


def sound_beside(sequence: FileSequence) -> tuple[SoundTrack, ...]:
    """The WAV named after the folder or after the frames, in the folder or beside it; () where there is none."""
    stem = Path(frame_name(sequence.pattern, 0)).stem.rstrip("0123456789").rstrip("._- ")
    wanted = {name.lower() + ".wav" for name in (sequence.folder.name, stem) if name}
    for folder in (sequence.folder, sequence.folder.parent):
        try:
            names = sorted(p.name for p in folder.iterdir() if p.name.lower() in wanted)
        except OSError:
            continue
        for name in names:
            track = read_wav(folder / name)
            if track is not None:
                return (track,)
    return ()


def read_wav(path: Path) -> SoundTrack | None:
    """What a WAV file holds, or None where it is no readable WAV."""
    try:
        with path.open("rb") as file:
            head = file.read(12)
            if head[:4] not in (b"RIFF", b"RF64", b"BW64") or head[8:12] != b"WAVE":
                return None
            form = _format_chunk(file)
    except OSError:
        return None
    if form is None:
        return None
    tag, channels, rate, _, _, bits = struct.unpack_from("<HHIIHH", form)
    if tag == _EXTENSIBLE and len(form) >= 26:
        (tag,) = struct.unpack_from("<H", form, 24)
    if tag not in (_PCM, _FLOAT) or not channels or not rate:
        return None
    kind = "f" if tag == _FLOAT else ("u" if bits == 8 else "s")
    codec = f"pcm_{kind}{bits}" + ("le" if bits > 8 else "")
    return SoundTrack(path, 0, codec, rate, channels, _LAYOUTS.get(channels, f"{channels} channels"))


def _format_chunk(file: BinaryIO) -> bytes | None:
    """The bytes of the 'fmt ' chunk, wherever it stands among the first chunks."""
    for _ in range(64):
        head = file.read(8)
        if len(head) < 8:
            return None
        name, size = struct.unpack("<4sI", head)
        if name == b"fmt ":
            form = file.read(min(size, 64))
            return form if len(form) >= 16 else None
        if name == b"data":
            return None
        file.seek(size + (size & 1), os.SEEK_CUR)
    return None
