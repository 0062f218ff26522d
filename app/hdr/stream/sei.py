"""SEI messages (ITU-T H.265 clause 7.3.5 and Annex D), and which metadata one of them carries."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from app.errors import MediaError
from app.hdr.stream.nal import PREFIX_SEI, SUFFIX_SEI, Nal, escape, unescape

T35, MASTERING_DISPLAY, CONTENT_LIGHT = 4, 137, 144
"""payloadType: user data registered by ITU-T T.35, mastering display (ST 2086), content light level (CTA-861.3)."""


class Kind(StrEnum):
    """Dynamic metadata that travels in T.35 messages, one a picture."""

    VIVID = "vivid"
    HDR10PLUS = "hdr10plus"

    @property
    def label(self) -> str:
        """What people call it."""
        return {"vivid": "HDR Vivid", "hdr10plus": "HDR10+"}[self.value]


_BEGINS = {
    # country China, provider UWA (T/UWA 005.1), whatever version; country USA, Samsung, ST 2094-40 application 4.
    Kind.VIVID: b"\x26\x00\x04",
    Kind.HDR10PLUS: b"\xb5\x00\x3c\x00\x01\x04",
}


class SeiMessage(NamedTuple):
    """One message: payloadType and payload."""

    type: int
    payload: bytes

    @property
    def kind(self) -> Kind | None:
        """The dynamic metadata it carries, if any."""
        return kind_of(self.payload) if self.type == T35 else None


def kind_of(payload: bytes) -> Kind | None:
    """The kind of a T.35 payload that begins with its country code; None for any other user data."""
    return next((kind for kind, begin in _BEGINS.items() if payload.startswith(begin)), None)


def messages_of(nal: Nal) -> list[SeiMessage]:
    """The messages of an SEI unit. MediaError where their sizes do not add up."""
    rbsp = unescape(nal.data[2:]).rstrip(b"\0")
    end = len(rbsp) - 1  # rbsp_trailing_bits: messages are whole bytes, so it is one byte, 80
    if end < 0 or rbsp[end] != 0x80:
        raise MediaError("an SEI message has no end: the stream is damaged there")
    messages, position = [], 0
    while position < end:
        type, position = _extended(rbsp, position, end)
        size, position = _extended(rbsp, position, end)
        if position + size > end:
            raise MediaError(f"an SEI message (type {type}) says {size} bytes and {end - position} are there")
        messages.append(SeiMessage(type, rbsp[position : position + size]))
        position += size
    return messages


def sei_unit(messages: Sequence[SeiMessage], like: Nal, *, type: int = PREFIX_SEI) -> bytes:
    """An SEI unit of these messages, in the layer and temporal sub-layer of the unit `like` (clause 7.4.2.2)."""
    body = b"".join(_coded(m.type) + _coded(len(m.payload)) + m.payload for m in messages)
    header = bytes((type << 1 | like.data[0] & 1, like.data[1]))
    return header + escape(body + b"\x80")


def is_sei(nal: Nal) -> bool:
    """True for prefix and suffix SEI units."""
    return nal.type in (PREFIX_SEI, SUFFIX_SEI)


def _extended(rbsp: bytes, position: int, end: int) -> tuple[int, int]:
    """A number in 0xFF-extended bytes, and the place after it."""
    value = 0
    while position < end and rbsp[position] == 0xFF:
        value, position = value + 255, position + 1
    if position >= end:
        raise MediaError("an SEI message is cut short: the stream is damaged there")
    return value + rbsp[position], position + 1


def _coded(value: int) -> bytes:
    return b"\xff" * (value // 255) + bytes((value % 255,))
