"""Which picture of a raw HEVC stream is shown when: picture order counts (ITU-T H.265 clause 8.3.1).

Containers tell times; a raw stream has only these. Just as much of the parameter sets is read as that takes.
"""

from __future__ import annotations

from collections.abc import Iterable

from app.errors import MediaError
from app.hdr.stream.access_unit import Unit, first_slice
from app.hdr.stream.bits import BitReader
from app.hdr.stream.nal import IDR, IRAP, PPS, SPS, Nal, unescape

_LEADING = frozenset((6, 7, 8, 9))
_SUB_LAYER_NON_REFERENCE = frozenset(range(0, 16, 2))
_SLICE_START = 256
"""Bytes of a slice that surely hold its header up to the picture order count."""


class OrderReader:
    """Follows a stream in coded order; `index_keys` sorted are the order of presentation."""

    def __init__(self) -> None:
        self._sequences: dict[int, tuple[int, bool]] = {}
        self._pictures: dict[int, tuple[int, int, bool]] = {}
        self._previous = 0
        self._run = 0
        self._ended = True

    def key(self, unit: Unit) -> tuple[int, int]:
        """(coded video sequence, picture order count) of an access unit. MediaError where it cannot be read."""
        for nal in unit:
            if nal.type == SPS and nal.layer == 0:
                self._read_sequence(nal)
            elif nal.type == PPS and nal.layer == 0:
                self._read_picture(nal)
        nal = unit[first_slice(unit)]
        low, size = self._slice_lsb(nal)
        if nal.type in IRAP and (nal.type in IDR or self._ended or nal.type < 19):
            self._run += 1
            count = low
        else:
            high = self._previous - self._previous % size
            behind = low - self._previous % size
            count = high + low + (size if behind <= -size // 2 else -size if behind > size // 2 else 0)
        self._ended = any(other.type in (36, 37) for other in unit)
        if nal.data[1] & 7 == 1 and nal.type not in _LEADING and nal.type not in _SUB_LAYER_NON_REFERENCE:
            self._previous = count
        return self._run, count

    def _read_sequence(self, nal: Nal) -> None:
        bits = BitReader(unescape(nal.data[2:]), "the sequence parameter set")
        bits.u(4)
        layers = bits.u(3)
        bits.u(1)
        _walk_profile(bits, layers)
        number = bits.ue()
        separate = bits.ue() == 3 and bits.flag()
        bits.ue()
        bits.ue()
        if bits.flag():  # conformance window
            for _ in range(4):
                bits.ue()
        bits.ue()
        bits.ue()
        self._sequences[number] = (bits.ue() + 4, separate)

    def _read_picture(self, nal: Nal) -> None:
        bits = BitReader(unescape(nal.data[2:]), "the picture parameter set")
        number, sequence = bits.ue(), bits.ue()
        bits.u(1)
        output_flag = bits.flag()
        self._pictures[number] = (sequence, bits.u(3), output_flag)

    def _slice_lsb(self, nal: Nal) -> tuple[int, int]:
        """slice_pic_order_cnt_lsb, and how many values it can have."""
        bits = BitReader(unescape(nal.data[2:_SLICE_START]), "a slice header")
        bits.u(1)
        if nal.type in range(16, 24):
            bits.u(1)
        picture = self._pictures.get(bits.ue())
        sequence = self._sequences.get(picture[0]) if picture else None
        if picture is None or sequence is None:
            raise MediaError(
                "a picture comes before its parameter sets: the stream is damaged or begins in the middle"
            )
        length, separate = sequence
        if nal.type in IDR:
            return 0, 1 << length
        bits.u(picture[1])
        bits.ue()
        bits.u(picture[2] + 2 * separate)
        return bits.u(length), 1 << length


def presentation(units: Iterable[Unit]) -> list[int]:
    """For each access unit in coded order, its index in presentation order."""
    reader = OrderReader()
    return ranks([reader.key(unit) for unit in units])


def ranks(keys: list[tuple[int, int]]) -> list[int]:
    """The place of each key among all of them sorted. MediaError where two pictures have the same."""
    if len(set(keys)) != len(keys):
        raise MediaError("two pictures of the stream claim the same place in time: the stream is damaged")
    placed = [0] * len(keys)
    for rank, index in enumerate(sorted(range(len(keys)), key=keys.__getitem__)):
        placed[index] = rank
    return placed


def _walk_profile(bits: BitReader, layers: int) -> None:
    """profile_tier_level (clause 7.3.3)."""
    bits.u(96)
    present = [(bits.u(1), bits.u(1)) for _ in range(layers)]
    if layers:
        bits.u(2 * (8 - layers))
    for profile, level in present:
        bits.u(88 * profile + 8 * level)
