"""The T.35 payload of a frame's metadata, from the country code on: most significant bit first, padded with zeros.

It is the content of a user_data_registered_itu_t_t35 message (ITU-T H.265 D.2.6), without the SEI's own header
and without emulation prevention.
"""

from __future__ import annotations

from app.hdr.vivid.errors import FieldError, PayloadError
from app.hdr.vivid.fields import COUNTRY, ORIENTED_V1, PROVIDER, START_CODES, VividMetadata
from app.hdr.vivid.syntax import codes, read

HEADER = bytes((COUNTRY, *PROVIDER.to_bytes(2, "big"), *ORIENTED_V1.to_bytes(2, "big")))


def pack(metadata: VividMetadata) -> bytes:
    """The payload: 13 bytes of statistics alone, up to 65 with two sets, four splines and seven gains."""
    value, length = 0, 0
    for code in codes(metadata):
        value = value << code.bits | code.value
        length += code.bits
    padding = -length % 8
    return HEADER + (value << padding).to_bytes((length + padding) // 8, "big")


def unpack(payload: bytes) -> VividMetadata:
    """The metadata of a payload. PayloadError says what is wrong with any that is not exactly one frame's."""
    _check_header(payload)
    bits = _Bits(payload[len(HEADER) :])
    try:
        metadata = read(bits.take)
    except FieldError as error:
        raise PayloadError(f"the HDR Vivid payload is damaged: {error}") from error
    bits.finish()
    return metadata


def _check_header(payload: bytes) -> None:
    if len(payload) <= len(HEADER):
        raise PayloadError(
            f"the payload has {len(payload)} bytes; in an HDR Vivid payload fields follow a header of {len(HEADER)}"
        )
    if payload[:3] != HEADER[:3]:
        raise PayloadError(
            f"the payload is not HDR Vivid: it begins with {payload[:3].hex(' ')} in place of {HEADER[:3].hex(' ')}"
        )
    oriented = int.from_bytes(payload[3:5], "big")
    if oriented != ORIENTED_V1:
        raise PayloadError(
            f"the payload has the provider oriented code 0x{oriented:04x}; only 0x{ORIENTED_V1:04x}, "
            "which is version 1, has a published syntax"
        )
    if payload[5] not in START_CODES:
        raise PayloadError(f"the payload has the system start code {payload[5]}; codes 1 to 7 have a known syntax")


class _Bits:
    """Reads codes off bytes, and refuses to read past their end or to leave any over."""

    def __init__(self, data: bytes) -> None:
        self._value = int.from_bytes(data, "big")
        self._length = len(data) * 8
        self._left = self._length

    def take(self, name: str, bits: int) -> int:
        if bits > self._left:
            raise PayloadError(
                f"the HDR Vivid payload is cut short: {name} needs {bits} bits after bit {self._length - self._left} "
                f"of its fields, {self._left} are left"
            )
        self._left -= bits
        return self._value >> self._left & (1 << bits) - 1

    def finish(self) -> None:
        if self._left >= 8:
            raise PayloadError(f"the HDR Vivid payload is too long: {self._left // 8} bytes follow its last field")
        if self._value & (1 << self._left) - 1:
            raise PayloadError("the HDR Vivid payload is damaged: its padding is not zero")
