"""Dynamic metadata on its way into a stream: one payload a picture, and what the container says about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from app.errors import MediaError
from app.hdr.stream.access_unit import embedded, with_static
from app.hdr.stream.hdr10plus import parse
from app.hdr.stream.isobmff import CUVV, write_boxes
from app.hdr.stream.nal import IRAP, PARAMETER_SETS, Nal, framing_of, join, split
from app.hdr.stream.sei import Kind, kind_of
from app.hdr.stream.static_hdr import NO_STATIC, StaticHdr
from app.hdr.stream.transport import describe_vivid
from app.hdr.vivid.payload import unpack

MP4_MUXERS = ("mp4", "mov")


class Carrier:
    """Puts `payloads[index]` into the picture shown at `index`, and signals them in the container.

    It is what `MovieWriter` takes as `coded`.

    Args:
        kind: which metadata; None carries none (static HDR10 only).
        payloads: T.35 payloads in presentation order.
        static: what MP4 says in `mdcv` and `clli`.
        added: HDR10 values to put into every entry picture, in place of any there .
        where: the metadata's file or origin, for sentences.
        hvc1: leave out parameter sets that stand in the decoder configuration too: an `hvc1` sample entry
            promises that they stand nowhere else (ISO/IEC 14496-15 clause 8.3.3).

    Raises:
        MediaError: a payload is of another kind or damaged; the text names the frame.
    """

    def __init__(
        self,
        kind: Kind | None,
        payloads: Sequence[bytes],
        static: StaticHdr,
        where: str,
        *,
        added: StaticHdr = NO_STATIC,
        hvc1: bool = False,
    ) -> None:
        self.kind = kind
        self._payloads = payloads
        self._static = static
        self._where = where
        self._added = added
        self._hvc1 = hvc1
        sound: set[bytes] = set()
        for index, payload in enumerate(payloads):
            if payload not in sound:
                with _naming(where, index):
                    _require_sound(kind, payload)
                sound.add(payload)

    def require_count(self, frames: int, target: Path) -> None:
        """MediaError where there is not exactly one payload a frame. Metadata is never padded or cut."""
        if self.kind is not None and len(self._payloads) != frames:
            raise MediaError(
                f"{self._where} has {self.kind.label} metadata for {len(self._payloads)} frames and {target} has "
                f"{frames}; give exactly one entry a frame"
            )

    def applied(self, index: int, nals: Sequence[Nal]) -> Sequence[Nal]:
        """The units of the picture shown at `index`, with its payload."""
        if self._added != NO_STATIC and any(nal.type in IRAP for nal in nals):
            nals = with_static(nals, self._added.payloads)
        return nals if self.kind is None else embedded(nals, self.kind, self._payloads[index])

    def rewritten(self, index: int, data: bytes, configuration: bytes) -> bytes:
        """See `app.media.movie.writer.CodedPictures`."""
        if self.kind is not None and index >= len(self._payloads):
            raise MediaError(
                f"{self._where} has {self.kind.label} metadata for {len(self._payloads)} frames and more are "
                "encoded; give exactly one entry a frame"
            )
        framing = framing_of(configuration)
        nals = self.applied(index, split(data, framing))
        if self._hvc1:
            nals = [nal for nal in nals if nal.type not in PARAMETER_SETS or nal.data not in configuration]
        return join(nals, framing)

    def completed(self, file: BinaryIO, muxer: str) -> None:
        """See `app.media.movie.writer.CodedPictures`."""
        if muxer in MP4_MUXERS:
            mastering, light = self._static
            wanted = {
                **({"mdcv": mastering.payload} if mastering else {}),
                **({"clli": light.payload} if light else {}),
                **({"cuvv": CUVV} if self.kind is Kind.VIVID else {}),
            }
            if wanted:
                write_boxes(file, wanted)
        elif muxer == "mpegts" and self.kind is Kind.VIVID:
            describe_vivid(file)


def _require_sound(kind: Kind | None, payload: bytes) -> None:
    """MediaError where a payload is not one of the kind that can be read again."""
    if kind is None or kind_of(payload) is not kind:
        label = kind.label if kind else "expected"
        raise MediaError(f"this is no {label} payload (it begins {payload[:6].hex()})")
    if kind is Kind.VIVID:
        unpack(payload)
    else:
        parse(payload)


@contextmanager
def _naming(where: str, index: int) -> Iterator[None]:
    try:
        yield
    except MediaError as error:
        raise MediaError(f"{where}, frame {index}: {error}") from error
