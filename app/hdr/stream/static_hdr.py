"""HDR10's static metadata: the mastering display (SMPTE ST 2086) and the content light level (CTA-861.3)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from app.errors import MediaError, UsageError
from app.hdr.stream.nal import Nal
from app.hdr.stream.sei import CONTENT_LIGHT, MASTERING_DISPLAY, is_sei, messages_of

Point = tuple[int, int]
"""Chromaticity (x, y) in units of 0.00002."""

_D65: Point = (15635, 16450)
PRIMARIES: dict[str, tuple[Point, Point, Point]] = {
    "p3-d65": ((34000, 16000), (13250, 34500), (7500, 3000)),
    "bt2020": ((35400, 14600), (8500, 39850), (6550, 2300)),
    "bt709": ((32000, 16500), (15000, 30000), (7500, 3000)),
}
"""Red, green and blue of mastering displays by name; white is D65."""

_TEXT = re.compile(
    r"G\((\d+),(\d+)\)B\((\d+),(\d+)\)R\((\d+),(\d+)\)WP\((\d+),(\d+)\)L\((\d+),(\d+)\)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class MasteringDisplay:
    """The screen a picture was graded on: primaries in units of 0.00002, light in units of 0.0001 cd/m2."""

    red: Point
    green: Point
    blue: Point
    white: Point
    maximum: int
    minimum: int

    @classmethod
    def named(cls, primaries: str, maximum: float, minimum: float) -> MasteringDisplay:
        """A display by the name of its primaries and its light in cd/m2; UsageError where that makes no sense."""
        if primaries not in PRIMARIES:
            raise UsageError(f"there are no primaries '{primaries}'; choose one of: {', '.join(PRIMARIES)}")
        if not 0 <= minimum < maximum <= 10000:
            raise UsageError(
                f"a mastering display from {minimum} to {maximum} cd/m2 cannot be: black lies below white, and "
                "white at 10000 or less"
            )
        red, green, blue = PRIMARIES[primaries]
        return cls(red, green, blue, _D65, round(maximum * 10000), round(minimum * 10000))

    @classmethod
    def parsed(cls, text: str) -> MasteringDisplay:
        """From x265's writing, `G(x,y)B(x,y)R(x,y)WP(x,y)L(max,min)`, or `p3-d65:1000:0.005`."""
        compact = text.replace(" ", "")
        if match := _TEXT.fullmatch(compact):
            n = [int(group) for group in match.groups()]
            if any(value > 50000 for value in n[:8]) or n[9] >= n[8] or n[8] > 100_000_000:
                raise UsageError(f"'{text}' is no mastering display: a value lies outside what a screen can have")
            return cls((n[4], n[5]), (n[0], n[1]), (n[2], n[3]), (n[6], n[7]), n[8], n[9])
        name, *light = compact.split(":")
        try:
            maximum, minimum = map(float, light)
        except ValueError:
            raise UsageError(
                f"'{text}' is no mastering display; write p3-d65:1000:0.005 (primaries, brightest and darkest in "
                "cd/m2) or G(x,y)B(x,y)R(x,y)WP(x,y)L(max,min) in the units of ST 2086"
            ) from None
        return cls.named(name.lower(), maximum, minimum)

    @classmethod
    def from_payload(cls, payload: bytes) -> MasteringDisplay:
        """From the 24 bytes of the SEI message or the `mdcv` box (green, blue, red, white, light)."""
        if len(payload) != 24:
            raise MediaError(f"mastering display metadata of {len(payload)} bytes, where there are always 24")
        n = [int.from_bytes(payload[i : i + 2], "big") for i in range(0, 16, 2)]
        maximum, minimum = int.from_bytes(payload[16:20], "big"), int.from_bytes(payload[20:24], "big")
        return cls((n[4], n[5]), (n[0], n[1]), (n[2], n[3]), (n[6], n[7]), maximum, minimum)

    @property
    def payload(self) -> bytes:
        """The 24 bytes again."""
        points = (*self.green, *self.blue, *self.red, *self.white)
        light = self.maximum.to_bytes(4, "big") + self.minimum.to_bytes(4, "big")
        return b"".join(value.to_bytes(2, "big") for value in points) + light

    @property
    def text(self) -> str:
        """x265's writing."""
        places = zip(("G", "B", "R", "WP"), (self.green, self.blue, self.red, self.white), strict=True)
        return "".join(f"{name}({x},{y})" for name, (x, y) in places) + f"L({self.maximum},{self.minimum})"


@dataclass(frozen=True, slots=True)
class ContentLight:
    """MaxCLL and MaxFALL in cd/m2; 0 is unknown."""

    max_cll: int
    max_fall: int

    def __post_init__(self) -> None:
        if not (0 <= self.max_cll <= 65535 and 0 <= self.max_fall <= 65535):
            raise UsageError(f"MaxCLL {self.max_cll} and MaxFALL {self.max_fall} must lie between 0 and 65535 cd/m2")

    @classmethod
    def from_payload(cls, payload: bytes) -> ContentLight:
        """From the 4 bytes of the SEI message or the `clli` box."""
        if len(payload) != 4:
            raise MediaError(f"content light metadata of {len(payload)} bytes, where there are always 4")
        return cls(int.from_bytes(payload[:2], "big"), int.from_bytes(payload[2:], "big"))

    @classmethod
    def parsed(cls, text: str) -> ContentLight:
        """From `MaxCLL,MaxFALL` in cd/m2."""
        try:
            brightest, average = (int(part) for part in text.split(","))
        except ValueError:
            raise UsageError(f"'{text}' is no content light level; write MaxCLL,MaxFALL in cd/m2: 1000,400") from None
        return cls(brightest, average)

    @property
    def payload(self) -> bytes:
        """The 4 bytes again."""
        return self.max_cll.to_bytes(2, "big") + self.max_fall.to_bytes(2, "big")

    @property
    def text(self) -> str:
        """In words."""
        return f"MaxCLL {self.max_cll}, MaxFALL {self.max_fall} cd/m2"


class StaticHdr(NamedTuple):
    """What a stream says once; None where it does not."""

    mastering: MasteringDisplay | None = None
    light: ContentLight | None = None

    @property
    def payloads(self) -> dict[int, bytes]:
        """The SEI messages that say it, by payloadType."""
        mastering = {MASTERING_DISPLAY: self.mastering.payload} if self.mastering else {}
        return mastering | ({CONTENT_LIGHT: self.light.payload} if self.light else {})

    def over(self, other: StaticHdr) -> StaticHdr:
        """This, and what it is silent of as `other` says."""
        return StaticHdr(self.mastering or other.mastering, self.light or other.light)


NO_STATIC = StaticHdr()


def static_of(unit: Iterable[Nal]) -> StaticHdr:
    """The static metadata in the SEI messages of an access unit."""
    mastering, light = None, None
    for message in (message for nal in unit if is_sei(nal) for message in messages_of(nal)):
        if message.type == MASTERING_DISPLAY:
            mastering = MasteringDisplay.from_payload(message.payload)
        elif message.type == CONTENT_LIGHT:
            light = ContentLight.from_payload(message.payload)
    return StaticHdr(mastering, light)
