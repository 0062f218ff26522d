"""Writing HDR pictures as an HEVC movie with its metadata: whatever makes the pictures, one payload a frame."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

from app.engine.render import Rendered, as_made, as_native
from app.engine.worker import Token
from app.errors import MediaError
from app.hdr.stream.sei import Kind
from app.hdr.stream.source import open_hevc
from app.hdr.stream.target import Companions, HdrWriter, HevcTarget
from app.hdr.stream.verification import Check, Expected, all_hold, verify
from app.jobs.progress import Progress, Reporter
from app.media.picture import PictureFormat


@dataclass(frozen=True, slots=True)
class HdrExport:
    """What to write and with what.

    Attributes:
        target: .mp4, .mov, .mkv, .ts or .hevc; it must not exist.
        movie: signal, static metadata, encoder settings.
        frames: how many pictures will come.
        rate: frames per second.
        kind: which dynamic metadata; None for none.
        payloads: one a frame, in presentation order.
        companions: sound and timecode.
    """

    target: Path
    movie: HevcTarget
    frames: int
    rate: Fraction
    kind: Kind | None = None
    payloads: Sequence[bytes] = ()
    companions: Companions = field(default_factory=Companions)


@dataclass(frozen=True, slots=True)
class HdrExported:
    """What was written. `clipped` samples lay outside what 10 bits can hold."""

    files: tuple[Path, ...]
    frames: int
    clipped: int


@dataclass(frozen=True, slots=True)
class Delivered:
    """What a delivery has written, and what reading it back has shown."""

    frames: int
    clipped: int
    checks: tuple[Check, ...]

    @property
    def proved(self) -> bool:
        """Whether every check holds."""
        return all_hold(self.checks)


def export_hdr(spec: HdrExport, pictures: Iterable[Rendered], reporter: Reporter, token: Token) -> HdrExported:
    """Encode pictures in presentation order; the target appears whole or not at all.

    Args:
        spec: what to write.
        pictures: of one size, in the encoding of `spec.movie` (PQ or HLG, BT.2020) already: R'G'B' of any depth or
            float is quantised to 10-bit 4:2:0 here, 10-bit 4:2:0 Y'CbCr goes through code value for code value.
        reporter: hears how far it is.
        token: pauses and cancels.

    Raises:
        MediaError: the counts of pictures and payloads differ, a payload or picture is of another kind, the target
            exists.
        NoRoomError, NotSupportedError: see the movie writer; nothing half-written stays.
        Cancelled: likewise.
    """
    if spec.kind is not None and len(spec.payloads) != spec.frames:
        raise MediaError(
            f"there is {spec.kind.label} metadata for {len(spec.payloads)} frames and {spec.target} will have "
            f"{spec.frames}; give exactly one entry a frame"
        )
    progress = Progress("exporting HDR", spec.frames, reporter)
    writer: HdrWriter | None = None
    format: PictureFormat | None = None
    done = clipped = 0
    try:
        for rendered in pictures:
            token.wait_while_paused()
            base = as_made(rendered)
            if writer is None or format is None:
                format = spec.movie.format(base.width, base.height, base.pixel_aspect)
                writer = _writer(spec, format)
            _require_encoding(base, format, done)
            made = as_native(rendered, format)
            clipped += made.clipped
            writer.write(made.picture)
            done += 1
            progress.advance()
        if writer is None or done != spec.frames:
            raise MediaError(f"{done} pictures came for {spec.target}, where {spec.frames} were announced")
        files = tuple(writer.finish())
    except BaseException:
        if writer is not None:
            writer.abort()
        raise
    return HdrExported(files, done, clipped)


def read_back(
    target: Path, kind: Kind | None, expected: Expected, reporter: Reporter, token: Token
) -> tuple[Check, ...]:
    """Every check of what was written, from the file's own bytes."""
    source = open_hevc(target)
    progress = Progress("verifying", source.count, reporter)

    def advance() -> None:
        token.wait_while_paused()
        progress.advance()

    return tuple(verify(source, kind, expected, advance))


def _writer(spec: HdrExport, format: PictureFormat) -> HdrWriter:
    return HdrWriter(
        spec.target,
        spec.movie,
        format,
        spec.rate,
        kind=spec.kind,
        payloads=spec.payloads,
        companions=spec.companions,
    )


def _require_encoding(picture: PictureFormat, format: PictureFormat, index: int) -> None:
    """Nothing is converted between encodings here: a picture in another one would be shown wrong."""
    if picture.encoding != format.encoding:
        raise MediaError(
            f"picture {index} is in {picture.encoding} and the movie is {format.encoding}: convert it first"
        )
    if (picture.width, picture.height) != (format.width, format.height):
        raise MediaError(f"picture {index} is of another size than the first")
